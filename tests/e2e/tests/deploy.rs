//! The sample `docs/nginx.conf` in a real nginx: what `docs/deploying.md` says of headers holds, and the widget runs
//! from there on a page of another origin.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test fails by panicking, and its functions are named for what they hold"
)]

#[path = "deploy/http.rs"]
mod http;
#[path = "deploy/nginx.rs"]
mod nginx;
