//! The npm package, installed from the packed file as a developer would: built with Vite in React and Vue, imported by a
//! plain Node and by a plain page, typed, and driven in Chromium.

mod apps;
mod plain;
mod project;
mod types;
