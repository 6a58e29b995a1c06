//! nginx as a child process, with the sample configuration filled in, and its responses as bytes.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use e2e::TIMEOUT;
use tempfile::TempDir;
use xtask::tools::cache::Cache;
use xtask::tools::nginx::{self, Nginx};

use crate::{dist, root};

/// A running nginx with the sample; dropping it ends it.
pub(crate) struct Server {
    child: Child,
    port: u16,
    folder: TempDir,
}

impl Server {
    /// Starts nginx on a free port.
    pub(crate) fn start() -> Self {
        let nginx = Cache::from_env().ok().and_then(|cache| Nginx::find(&cache));
        let nginx = nginx.unwrap_or_else(|| panic!("{}", nginx::advice()));
        // A port that is free now may be taken by another test before nginx has it.
        let again = || Self::try_start(&nginx);
        again().or_else(|_| again()).or_else(|_| again()).unwrap_or_else(|log| panic!("{log}"))
    }

    /// Starts on a port that is free, or says why it does not.
    fn try_start(nginx: &Nginx) -> Result<Self, String> {
        let folder = tempfile::Builder::new().prefix("shindan-nginx-").tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let here = folder.path().to_str().unwrap();
        let sample = fs::read_to_string(root().join("docs/nginx.conf")).unwrap();
        let filled = sample
            .replace("MODULES_DIR", nginx.modules.to_str().unwrap())
            .replace("RUN_DIR", here)
            .replace("LOG_DIR", here)
            .replace("TEMP_DIR", here)
            .replace("SITE_DIR", dist().canonicalize().unwrap().to_str().unwrap())
            .replace("ADDRESS", &format!("127.0.0.1:{port}"));
        fs::write(folder.path().join("nginx.conf"), filled).unwrap();
        let child = Command::new(&nginx.program)
            .args(["-p", here, "-c", "nginx.conf", "-e", "error.log"])
            // One process in the foreground, which keeps the rights of the test: ending it leaves nothing behind.
            .args(["-g", "daemon off; master_process off;"])
            // nginx would read sockets from it.
            .env_remove(nginx::VARIABLE)
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let mut server = Self { child, port, folder };
        server.listens()?;
        Ok(server)
    }

    /// Waits for the file that nginx writes when it has its port: what answers there could be somebody else.
    fn listens(&mut self) -> Result<(), String> {
        let end = Instant::now() + TIMEOUT;
        while !self.folder.path().join("nginx.pid").exists() {
            let ended = self.child.try_wait().unwrap();
            if ended.is_some() || Instant::now() > end {
                let log = fs::read_to_string(self.folder.path().join("error.log")).unwrap_or_default();
                return Err(format!("nginx does not run ({ended:?}) with docs/nginx.conf:\n{log}"));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The response to a request for a file with these header lines.
    pub(crate) fn get(&self, file: &str, headers: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(TIMEOUT)).unwrap();
        let request = format!("GET /shindan/{file} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
        Answer { head: String::from_utf8(bytes[..end].to_vec()).unwrap(), body: bytes[end + 4..].to_vec() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A response of the server.
pub(crate) struct Answer {
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The status as text.
    pub(crate) fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap()
    }

    /// A header's value; it may stand once.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        let values: Vec<&str> =
            lines.filter(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value).collect();
        assert!(values.len() < 2, "{name} stands twice: {}", self.head);
        values.first().copied()
    }
}
