//! One WebDriver server as a child process, with its own home, ended by its process id however the test ends.
//!
//! This module must not know which engine it is for.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use super::display::Display;
use super::head::Head;
use super::reaper;

/// How the port of a server is determined.
#[derive(Clone, Copy)]
pub(super) enum Port {
    /// It chooses one, and prints it after these words.
    Said(&'static str),
    /// It must be passed, and the server prints nothing.
    Announced,
}

/// A running server; dropping it ends the session, the browser and the server.
pub(crate) struct Server {
    child: Child,
    port: u16,
    session: Option<String>,
    home: TempDir,
    /// The display, dropped after everything that is shown on it.
    display: Option<Display>,
}

/// The program that this variable names, else the given one.
pub(super) fn program(variable: &str, default: &str) -> String {
    std::env::var(variable).ok().filter(|path| !path.is_empty()).unwrap_or_else(|| default.to_owned())
}

impl Server {
    /// Starts a driver; `prepare` gets a free port and the command, to add arguments.
    pub(super) fn start(driver: &str, port: Port, prepare: impl Fn(u16, &mut Command)) -> Self {
        // Between the choice of a port and its use, another process may take it.
        (0..5)
            .find_map(|_| Self::try_start(driver, port, &prepare))
            .expect("the driver found a free port in five tries")
    }

    /// Starts a driver with its own display, for a browser that cannot run without a window.
    pub(super) fn start_on_display(driver: &str, prepare: impl Fn(u16, &mut Command)) -> Self {
        let display = Display::start();
        let name = display.name();
        let mut server = Self::start(driver, Port::Announced, |port, driver| {
            driver.env("DISPLAY", &name);
            prepare(port, driver);
        });
        server.display = Some(display);
        server
    }

    fn try_start(driver: &str, how: Port, prepare: &impl Fn(u16, &mut Command)) -> Option<Self> {
        let home = tempfile::Builder::new().prefix("shindan-e2e-").tempdir().expect("a temporary folder can be made");
        reaper::reaps(home.path());
        let mut command = Command::new(driver);
        let free = free_port();
        prepare(free, &mut command);
        let child = command.env("HOME", home.path()).env("TMPDIR", home.path());
        let child = child.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let child = child.unwrap_or_else(|error| {
            panic!("{driver} does not start ({error}): run `cargo xtask test`, which installs it; CONTRIBUTING.md names the variables for others")
        });
        let mut server = Self { child, port: free, session: None, home, display: None };
        let mut lines = BufReader::new(server.child.stdout.take().expect("its output is piped")).lines();
        if let Port::Said(words) = how {
            server.port = lines.by_ref().map_while(Result::ok).find_map(|line| port_after(&line, words))?;
        }
        // The later output is read too, so that its pipe never fills up.
        std::thread::spawn(move || lines.for_each(drop));
        server.answers_soon().then_some(server)
    }

    fn answers_soon(&mut self) -> bool {
        let end = Instant::now() + Duration::from_secs(20);
        while Instant::now() < end && matches!(self.child.try_wait(), Ok(None)) {
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        false
    }

    /// Address of the server.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The folder that contains all of its files.
    pub(super) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Stores the session to end.
    pub(crate) fn runs(&mut self, session: &str) {
        self.session = Some(session.to_owned());
    }

    /// Sends a command without an async runtime: for commands that the client library lacks, and during teardown.
    pub(crate) fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Option<Value> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
        let session = self.session.as_ref()?;
        let body = body.map(Value::to_string).unwrap_or_default();
        // chromedriver refuses HTTP/1.0, and leaves a connection open that it was asked to close.
        let head = format!("{method} /session/{session}{path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", self.port);
        let of_body = format!("Content-Type: application/json\r\nContent-Length: {}\r\n", body.len());
        write!(stream, "{head}{of_body}Connection: close\r\n\r\n{body}").ok()?;
        let mut reader = BufReader::new(stream);
        let head = Head::read(&mut reader).ok()??;
        let mut body = Vec::new();
        reader.take(head.length().unwrap_or(u64::MAX)).read_to_end(&mut body).ok()?;
        serde_json::from_slice::<Value>(&body).ok()?.get_mut("value").map(Value::take)
    }

    /// A screenshot of the page as PNG in base64, if the browser still answers.
    pub(crate) fn last_picture(&self) -> Option<String> {
        self.ask("GET", "/screenshot", None)?.as_str().map(str::to_owned)
    }

    /// The running processes that were started for this folder: it is in their arguments or in their `HOME`.
    fn leftover(&self) -> Vec<String> {
        let home = self.home.path().as_os_str().as_encoded_bytes();
        let mut found = Vec::new();
        for process in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
            let contents =
                ["cmdline", "environ"].map(|file| std::fs::read(process.path().join(file)).unwrap_or_default());
            if contents.iter().any(|bytes| bytes.windows(home.len()).any(|part| part == home)) {
                found.push(process.file_name().to_string_lossy().into_owned());
            }
        }
        found
    }
}

/// A port that is free at this moment.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}

/// The number at the end of the line after these words.
fn port_after(line: &str, words: &str) -> Option<u16> {
    let (_, rest) = line.split_once(words)?;
    rest.trim_end_matches('.').rsplit(':').next()?.parse().ok()
}

impl Drop for Server {
    fn drop(&mut self) {
        let quit = self.ask("DELETE", "", None).is_some();
        let _ = self.child.kill();
        let _ = self.child.wait();
        // Unless the driver confirms that the browser is gone, the browser is ended by its own process id.
        if !quit {
            let _ = Command::new("kill").arg("-9").args(self.leftover()).stderr(Stdio::null()).status();
        }
        // The browser's helpers write into the folder until they end, shortly after the browser.
        let end = Instant::now() + Duration::from_secs(3);
        while !self.leftover().is_empty() && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_found_in_what_is_said() {
        let line = "ChromeDriver was started successfully on port 40123.";
        assert_eq!(port_after(line, "started successfully on port "), Some(40123));
        let line = "1795318416473\tgeckodriver\tINFO\tListening on 127.0.0.1:33321";
        assert_eq!(port_after(line, "Listening on "), Some(33321));
        assert_eq!(port_after("Starting", "Listening on "), None);
    }
}
