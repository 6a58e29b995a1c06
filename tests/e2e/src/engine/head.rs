//! The head of an HTTP message, as far as a proxy has to change it.
//!
//! This module must not know bodies.

use std::io::{self, BufRead, ErrorKind, Write};

/// The first line and the headers.
#[derive(Debug)]
pub(super) struct Head {
    first: String,
    headers: Vec<(String, String)>,
}

impl Head {
    /// Reads a head; `None` when the other side has closed the connection.
    pub(super) fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut head = Self { first: line.trim_end().to_owned(), headers: Vec::new() };
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 {
                return Err(ErrorKind::UnexpectedEof.into());
            }
            match line.trim_end().split_once(':') {
                Some((name, value)) => head.headers.push((name.to_ascii_lowercase(), value.trim().to_owned())),
                None => return Ok(Some(head)),
            }
        }
    }

    /// Host and path of a request to a proxy, if it is for http.
    pub(super) fn destination(&self) -> Option<(String, String)> {
        let address = self.first.split(' ').nth(1)?.strip_prefix("http://")?;
        let (host, path) = address.split_at(address.find('/')?);
        Some((host.to_owned(), path.to_owned()))
    }

    /// Replaces the request's address by a path.
    pub(super) fn set_target(&mut self, path: &str) {
        let mut words: Vec<&str> = self.first.split(' ').collect();
        if let Some(target) = words.get_mut(1) {
            *target = path;
        }
        self.first = words.join(" ");
    }

    /// The first header of that name, in lower case.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    /// Sets a header, replacing those of the same name.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        self.remove(name);
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// Removes the headers of that name.
    pub(super) fn remove(&mut self, name: &str) {
        self.headers.retain(|(header, _)| header != name);
    }

    /// The length of the body, if the head gives it.
    pub(super) fn length(&self) -> Option<u64> {
        self.get("content-length")?.parse().ok()
    }

    /// Writes the head with the empty line that ends it.
    pub(super) fn write(&self, writer: &mut impl Write) -> io::Result<()> {
        let mut text = format!("{}\r\n", self.first);
        for (name, value) in &self.headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str("\r\n");
        writer.write_all(text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_to_a_proxy_becomes_one_to_the_site() {
        let sent =
            "GET http://127.0.0.1:8080/a/b?c HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nAccept-Encoding: br\r\n\r\nrest";
        let mut head = Head::read(&mut sent.as_bytes()).unwrap().unwrap();
        assert_eq!(head.destination(), Some(("127.0.0.1:8080".into(), "/a/b?c".into())));
        head.set_target("/a/b?c");
        head.remove("accept-encoding");
        let mut written = Vec::new();
        head.write(&mut written).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), "GET /a/b?c HTTP/1.1\r\nhost: 127.0.0.1:8080\r\n\r\n");
    }

    #[test]
    fn what_is_not_for_http_has_no_destination() {
        for first in ["CONNECT example.com:443 HTTP/1.1", "GET /a HTTP/1.1", "GET http://example.com HTTP/1.1", "x"] {
            let head = Head { first: first.into(), headers: Vec::new() };
            assert_eq!(head.destination(), None, "{first}");
        }
    }
}
