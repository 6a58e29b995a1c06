//! The files of leads that are taken along. Pure, but for [`run`], which reads the leads and hands files to the browser.

mod benchmark_file;
mod columns;
pub(crate) mod csv_file;
pub(crate) mod export_output;
pub(crate) mod file_parts;
pub(crate) mod json_file;
pub(crate) mod program;
pub(crate) mod run;
