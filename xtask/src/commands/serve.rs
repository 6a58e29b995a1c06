//! `cargo xtask serve`: serves the demo page with the widget on this machine only.
//!
//! It builds and hands over to [`crate::site`]; it must not know how either works.

use std::io::{self, ErrorKind};

use anyhow::{Context as _, Result};

use crate::commands::build;
use crate::project::Project;
use crate::site::{Builder, Site};

/// Number of ports to try, upwards.
const MAX_PORTS: u16 = 50;

/// The port that is tried first, unless another one is named.
pub const DEFAULT_PORT: u16 = 8080;

/// Where to serve.
#[derive(Clone, Debug, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  cargo xtask serve                  http://127.0.0.1:8080/, or the next free port
  cargo xtask serve --port 9000")]
pub struct Options {
    /// The port to try first; if it is taken, the next free one is used
    #[arg(long, value_name = "N", default_value_t = DEFAULT_PORT, value_parser = clap::value_parser!(u16).range(1..))]
    pub port: u16,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: DEFAULT_PORT }
    }
}

/// Builds, serves, and returns only on an error.
///
/// # Errors
/// Fails when the build fails or no port is free.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let port = options.port;
    build::run(project)?;
    let site = start(&Site::of(project.dist()).index("demo.html"), port)
        .with_context(|| format!("no port from {port} upwards can be used; try another one with `--port N`"))?;
    if site.port() != port {
        println!("Port {port} is taken; the next free one is used.");
    }
    println!("The demo page:       {}", site.url());
    println!("The widget alone:    {}index.html", site.url());
    println!("Stop with Ctrl+C.");
    site.wait();
    Ok(())
}

/// Starts on `port`, or the next one that is not taken.
fn start(site: &Builder, port: u16) -> io::Result<Site> {
    let last = port.saturating_add(MAX_PORTS);
    let mut port = port;
    loop {
        match site.clone().port(port).start() {
            Err(error) if error.kind() == ErrorKind::AddrInUse && port < last => port += 1,
            other => return other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() {
        let builder = Site::of(std::env::temp_dir());
        let first = builder.clone().start().unwrap();
        let second = start(&builder, first.port()).unwrap();
        assert!(second.port() > first.port());
    }
}
