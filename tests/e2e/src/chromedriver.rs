//! One chromedriver as a child process, with a home of its own, ended by its id whatever happens to the test.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

const STARTED: &str = "started successfully on port ";

/// A running chromedriver; dropping it ends the browser's session, the browser and the driver.
pub(crate) struct Chromedriver {
    child: Child,
    port: u16,
    session: Option<String>,
    browser_id: Option<u64>,
    home: TempDir,
}

impl Chromedriver {
    /// Starts chromedriver on a free port; `CHROMEDRIVER` names another one than that in `PATH`.
    pub(crate) fn start() -> Self {
        // It takes a port of its own choice for IPv4 and wants the same for IPv6, which may be taken by then.
        (0..5).find_map(|_| Self::try_start()).expect("chromedriver found a free port in five tries")
    }

    fn try_start() -> Option<Self> {
        let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
        let home = tempfile::Builder::new().prefix("shindan-e2e-").tempdir().expect("a temporary folder can be made");
        let mut child = Command::new(&program)
            .arg("--port=0")
            .env("HOME", home.path())
            .env("TMPDIR", home.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!(
                    "{program} does not start ({error}): run `cargo xtask test`, which installs it, or set CHROMEDRIVER"
                )
            });
        let mut lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once(STARTED).and_then(|(_, port)| port.trim_end_matches('.').parse().ok()));
        let Some(port) = port else {
            child.wait().expect("chromedriver has ended");
            return None;
        };
        // Whatever it says later is read, so that its pipe never fills up.
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { child, port, session: None, browser_id: None, home })
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What to ask it for: Chromium (`CHROMIUM` names another one), on its own and quiet, with the given further options.
    pub(crate) fn capabilities(&self, mobile: Option<Value>, size: (u32, u32)) -> Value {
        let binary = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".into());
        let profile = self.home.path().join("profile");
        let mut options = json!({
            "binary": binary,
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
                "--disable-extensions", "--hide-scrollbars", "--lang=ja",
                // Nothing but this machine is reached, so a stray request fails loudly.
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                format!("--window-size={},{}", size.0, size.1),
                format!("--user-data-dir={}", profile.display()),
            ],
            "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
        });
        if let Some(mobile) = mobile {
            options["mobileEmulation"] = mobile;
        }
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        })
    }

    /// Remembers what to end.
    pub(crate) fn runs(&mut self, session: &str, browser_id: Option<u64>) {
        self.session = Some(session.to_owned());
        self.browser_id = browser_id;
    }

    /// Asks without an async runtime, for what is done while a test is being torn down.
    fn ask(&self, method: &str, path: &str) -> Option<Value> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
        let session = self.session.as_ref()?;
        write!(stream, "{method} /session/{session}{path} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n").ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let (_, body) = answer.split_once("\r\n\r\n")?;
        serde_json::from_str::<Value>(body).ok()?.get_mut("value").map(Value::take)
    }

    /// Whether any process was started for this folder and still runs.
    fn is_in_use(&self) -> bool {
        let mut search = Command::new("pgrep");
        search.arg("-f").arg(self.home.path()).stdout(Stdio::null()).stderr(Stdio::null());
        search.status().is_ok_and(|status| status.success())
    }

    /// A picture of the page as PNG in base64, if the browser still answers.
    pub(crate) fn last_picture(&self) -> Option<String> {
        self.ask("GET", "/screenshot")?.as_str().map(str::to_owned)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let quit = self.ask("DELETE", "").is_some();
        let _ = self.child.kill();
        let _ = self.child.wait();
        // Without the driver's word that it is gone, the browser is ended by its own id.
        if let (false, Some(id)) = (quit, self.browser_id) {
            let _ = Command::new("kill").arg("-9").arg(id.to_string()).stderr(Stdio::null()).status();
        }
        // The browser's helpers write into the folder until they end, a moment after the browser.
        let end = Instant::now() + Duration::from_secs(3);
        while self.is_in_use() && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}
