//! `cargo xtask serve`: the demo page with the widget in it, on this machine only.
//!
//! It builds and hands over to [`crate::site`]; it must not know how either works.

use std::io::{self, ErrorKind};

use anyhow::{Context as _, Result};

use crate::commands::build;
use crate::project::Project;
use crate::site::{Builder, Site};

/// How many ports are tried, upwards.
const TRIES: u16 = 50;

/// Builds, serves and does not come back.
///
/// # Errors
/// When the build fails or no port is free.
pub fn run(project: &Project, port: u16) -> Result<()> {
    build::run(project)?;
    let site = start(&Site::of(project.dist()).index("demo.html"), port)
        .with_context(|| format!("no port from {port} upwards can be used; try another one with `--port N`"))?;
    if site.port() != port {
        println!("Port {port} is taken, so it is another one.");
    }
    println!("The demo page:       {}", site.url());
    println!("The widget alone:    {}index.html", site.url());
    println!("Stop with Ctrl+C.");
    site.wait();
    Ok(())
}

/// Starts on `port`, or the next one that is not taken.
fn start(site: &Builder, port: u16) -> io::Result<Site> {
    let last = port.saturating_add(TRIES);
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
