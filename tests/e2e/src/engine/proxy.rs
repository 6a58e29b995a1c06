//! A proxy between one browser and the site: it puts a script into every page, and notes what is asked for.
//!
//! Chromium offers both through DevTools; other drivers do not. The proxy connects to this machine only, and forwards
//! whatever it does not understand. This module must not know what the script does.

use std::io::{self, BufRead as _, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::head::Head;

/// Where the script is, on every site.
const SCRIPT: &str = "/.before.js";

/// A running proxy; it ends when it is dropped.
pub(crate) struct Proxy {
    port: u16,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    ended: AtomicBool,
    scripts: Mutex<Vec<String>>,
    requests: Mutex<Vec<String>>,
}

impl Proxy {
    /// Starts one on a free port.
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
        let port = listener.local_addr().expect("it has an address").port();
        let shared = Arc::new(Shared::default());
        let of_thread = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if of_thread.ended.load(Ordering::Relaxed) {
                    return;
                }
                let shared = Arc::clone(&of_thread);
                // A broken connection is the choice of one of the two sides, and no error.
                std::thread::spawn(move || drop(serve(&shared, &stream)));
            }
        });
        Self { port, shared }
    }

    /// Host and port.
    pub(super) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Runs this too in every page, before the page's own scripts.
    pub(crate) fn runs_before_every_page(&self, script: &str) {
        // What one script declares is no business of the next.
        lock(&self.shared.scripts).push(format!("{{ {script}\n}}"));
    }

    /// Discards all scripts and recorded requests.
    pub(super) fn forgets(&self) {
        lock(&self.shared.scripts).clear();
        lock(&self.shared.requests).clear();
    }

    /// What was asked for since this was asked last.
    pub(crate) fn requests(&self) -> Vec<String> {
        std::mem::take(&mut *lock(&self.shared.requests))
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::Relaxed);
        // Wakes the thread up.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One request; the connection ends with it.
fn serve(shared: &Shared, client: &TcpStream) -> io::Result<()> {
    let mut reader = BufReader::new(client);
    let Some(mut request) = Head::read(&mut reader)? else { return Ok(()) };
    let Some((host, path)) = request.destination() else { return refuse(client) };
    if path == SCRIPT {
        return answer(client, "text/javascript", &lock(&shared.scripts).join("\n"));
    }
    lock(&shared.requests).push(format!("http://{host}{path}"));
    let here = host.split(':').next().is_some_and(|name| ["127.0.0.1", "localhost"].contains(&name));
    let Some(site) = here.then(|| TcpStream::connect(&host).ok()).flatten() else { return refuse(client) };

    request.set_target(&path);
    request.set("connection", "close");
    request.remove("proxy-connection");
    let for_page = request.get("accept").is_some_and(|types| types.contains("text/html"));
    if for_page {
        // A page must be readable to be added to.
        request.remove("accept-encoding");
    }
    request.write(&mut &site)?;
    io::copy(&mut reader.by_ref().take(request.length().unwrap_or(0)), &mut &site)?;
    if for_page { with_script_in_it(&site, client) } else { io::copy(&mut &site, &mut &*client).map(drop) }
}

/// Passes a page on with the script in it, and anything else as it comes.
fn with_script_in_it(site: &TcpStream, mut client: &TcpStream) -> io::Result<()> {
    let mut reader = BufReader::new(site);
    let Some(mut response) = Head::read(&mut reader)? else { return Ok(()) };
    response.set("connection", "close");
    let is_page = response.get("content-type").is_some_and(|kind| kind.starts_with("text/html"));
    match response.length() {
        Some(length) if is_page && length > 0 && response.get("content-encoding").is_none() => {
            let mut page = reader.take(length);
            let mut start = Vec::new();
            page.read_until(b'>', &mut start)?;
            let with_script = with_script(&String::from_utf8_lossy(&start));
            let length = page.limit() + with_script.len() as u64;
            response.set("content-length", &length.to_string());
            response.write(&mut client)?;
            client.write_all(with_script.as_bytes())?;
            // The rest as it comes: a page may pause.
            io::copy(&mut page, &mut client).map(drop)
        }
        _ => {
            response.write(&mut client)?;
            io::copy(&mut reader, &mut client).map(drop)
        }
    }
}

/// The script comes first, right after the doctype: the parser makes the head around it. `start` is the page as far as its
/// first tag.
fn with_script(start: &str) -> String {
    let script = format!("<script src=\"{SCRIPT}\"></script>");
    let is_doctype = start.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"));
    if is_doctype { format!("{start}{script}") } else { format!("{script}{start}") }
}

fn answer(mut client: &TcpStream, kind: &str, body: &str) -> io::Result<()> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nCache-Control: no-store\r\n");
    write!(client, "{head}Content-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

/// Ends the connection without an answer, as where nobody is reached.
fn refuse(client: &TcpStream) -> io::Result<()> {
    client.shutdown(std::net::Shutdown::Both)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_comes_first() {
        let script = "<script src=\"/.before.js\"></script>";
        assert_eq!(with_script("<!DOCTYPE html>"), format!("<!DOCTYPE html>{script}"));
        assert_eq!(with_script("日本<p>"), format!("{script}日本<p>"));
    }
}
