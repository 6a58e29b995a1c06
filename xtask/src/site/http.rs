//! The part of HTTP/1.1 that a static site needs: reading the head of a request, writing a response.
//!
//! It must not know files or actions.

use std::io::{self, BufRead, ErrorKind, Read as _, Write};

/// Maximum length of a request's head, in bytes.
const LONGEST_HEAD: u64 = 32 * 1024;

/// The head of a request. Its body is left to the caller; requests to a static site have none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    /// The path with its query, as sent.
    pub(super) target: String,
    headers: Vec<(String, String)>,
    keep_alive: bool,
}

impl Request {
    /// Reads the next head; `None` when the other side has closed the connection.
    pub(super) fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut head = reader.take(LONGEST_HEAD);
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let malformed = || io::Error::new(ErrorKind::InvalidData, "no HTTP request");
        let mut words = line.split_whitespace();
        let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next()) else {
            return Err(malformed());
        };
        let mut request = Self {
            method: method.to_owned(),
            target: target.to_owned(),
            headers: Vec::new(),
            keep_alive: version == "HTTP/1.1",
        };
        loop {
            let mut line = String::new();
            if head.read_line(&mut line)? == 0 {
                return Err(malformed());
            }
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').ok_or_else(malformed)?;
            request.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        if request.lists("connection", "close") || !["GET", "HEAD"].contains(&method) {
            request.keep_alive = false;
        }
        Ok(Some(request))
    }

    /// Whether another request may follow on this connection.
    pub(super) fn keep_alive(&self) -> bool {
        self.keep_alive
    }

    /// The headers in their order, their names in lower case.
    pub(super) fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The value of the header `name` (in lower case).
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    /// Whether `word` is in the comma-separated header `name` (in lower case), and not refused by `q=0`.
    pub(super) fn lists(&self, name: &str, word: &str) -> bool {
        let values = self.headers.iter().filter(|(header, _)| header == name);
        values.flat_map(|(_, value)| value.split(',')).any(|item| {
            let mut parts = item.split(';').map(str::trim);
            parts.next().is_some_and(|first| first.eq_ignore_ascii_case(word))
                && !parts.any(|weight| ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains(&weight))
        })
    }
}

/// A response with its whole body.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) status: u16,
    headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Response {
    pub(super) fn new(status: u16, content_type: &str, body: Vec<u8>) -> Self {
        let mut response = Self { status, headers: Vec::new(), body };
        response.set("Content-Type", content_type);
        // Host pages fetch module scripts and wasm across origins.
        response.set("Access-Control-Allow-Origin", "*");
        response.set("X-Content-Type-Options", "nosniff");
        response.set("Cache-Control", "no-cache");
        response
    }

    /// Sets a header, replacing one of the same name.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        self.unset(name);
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// Removes a header.
    pub(super) fn unset(&mut self, name: &str) {
        self.headers.retain(|(header, _)| !header.eq_ignore_ascii_case(name));
    }

    /// Writes the head, which promises the whole body, and `bytes` bytes of the body.
    pub(super) fn write(&self, writer: &mut impl Write, keep: bool, bytes: usize) -> io::Result<()> {
        let mut out = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status)).into_bytes();
        for (name, value) in &self.headers {
            write!(out, "{name}: {value}\r\n")?;
        }
        let connection = if keep { "keep-alive" } else { "close" };
        write!(out, "Content-Length: {}\r\nConnection: {connection}\r\n\r\n", self.body.len())?;
        out.extend(self.body.iter().take(bytes));
        writer.write_all(&out)?;
        writer.flush()
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Status",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> io::Result<Option<Request>> {
        Request::read(&mut text.as_bytes())
    }

    #[test]
    fn a_request_is_read() {
        let text = "GET /a?b HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip, BR;q=1\r\n\r\n";
        let request = read(text).unwrap().unwrap();
        assert_eq!((request.method.as_str(), request.target.as_str()), ("GET", "/a?b"));
        assert!(request.keep_alive());
        assert!(request.lists("accept-encoding", "br"));
        assert!(!request.lists("accept-encoding", "zstd"));
    }

    #[test]
    fn a_coding_can_be_refused() {
        let request = read("GET / HTTP/1.1\r\nAccept-Encoding: br;q=0\r\n\r\n").unwrap().unwrap();
        assert!(!request.lists("accept-encoding", "br"));
    }

    #[test]
    fn the_end_and_nonsense() {
        assert_eq!(read("").unwrap(), None);
        for text in ["hello\r\n\r\n", "GET / HTTP/1.1\r\nHost\r\n\r\n", "GET / HTTP/1.1\r\nHost: x"] {
            assert!(read(text).is_err(), "{text}");
        }
        let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(40_000));
        assert!(read(&long).is_err());
    }

    #[test]
    fn old_clients_get_one_answer() {
        assert!(!read("GET / HTTP/1.0\r\n\r\n").unwrap().unwrap().keep_alive());
        assert!(!read("POST / HTTP/1.1\r\n\r\n").unwrap().unwrap().keep_alive());
    }
}
