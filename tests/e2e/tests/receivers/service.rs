//! A server as a child process: known to be ready by its own words, ended by its id. Knows neither of the receivers.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// An interpreter that loads hundreds of files may take long where other tests run beside it.
const START: Duration = Duration::from_secs(60);

/// A running server; dropping it ends it.
pub(crate) struct Service {
    child: Child,
    log: PathBuf,
}

impl Service {
    /// Starts it and waits until it has said all of `words`. Whatever it says is in `home/log.txt`.
    pub(crate) fn start(command: &mut Command, home: &Path, words: &[&str]) -> Self {
        let log = home.join("log.txt");
        let file = File::create(&log).unwrap();
        let command = command.stdin(Stdio::null()).stdout(file.try_clone().unwrap()).stderr(file);
        let child = command.spawn().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        let mut service = Self { child, log };
        let end = Instant::now() + START;
        while !words.iter().all(|word| service.output().contains(word)) {
            let ended = service.child.try_wait().unwrap();
            let is_late = Instant::now() > end;
            assert!(ended.is_none() && !is_late, "never said {words:?} ({ended:?}):\n{}", service.output());
            std::thread::sleep(Duration::from_millis(10));
        }
        service
    }

    /// Everything that it has said.
    pub(crate) fn output(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// The port in the whole line that holds `address`, such as `at http://127.0.0.1:1880/`.
    pub(crate) fn port_after(&self, address: &str) -> u16 {
        let output = self.output();
        let (_, rest) = output.split_once(address).expect("it was waited for");
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or_else(|_| panic!("no port after {address}:\n{output}"))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            eprintln!("── {}\n{}", self.log.display(), self.output());
        }
    }
}
