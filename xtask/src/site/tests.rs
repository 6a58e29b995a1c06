//! The site as a client sees it, over plain sockets.

use std::io::{BufRead, BufReader, ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::{Action, Pause, Site};
use crate::bundle::compress;
use crate::files::scratch::Scratch;

/// A timeout that is long enough for a loaded machine; no test waits until it passes.
const TIMEOUT: Duration = Duration::from_secs(30);

struct Answer {
    head: String,
    body: Vec<u8>,
    whole: bool,
}

impl Answer {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap()
    }

    fn header(&self, name: &str) -> Option<&str> {
        let prefix = format!("{name}: ");
        self.head.lines().find_map(|line| line.strip_prefix(&prefix))
    }
}

fn read(reader: &mut impl BufRead, has_body: bool) -> Answer {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        assert_ne!(reader.read_line(&mut head).unwrap(), 0, "the head ended early: {head:?}");
    }
    let mut answer = Answer { head, body: Vec::new(), whole: true };
    let length: u64 = answer.header("Content-Length").unwrap().parse().unwrap();
    if has_body {
        match reader.take(length).read_to_end(&mut answer.body) {
            Ok(_) => answer.whole = answer.body.len() as u64 == length,
            Err(error) if error.kind() == ErrorKind::ConnectionReset => answer.whole = false,
            Err(error) => panic!("{error}"),
        }
    }
    answer
}

fn connect(site: &Site) -> BufReader<TcpStream> {
    let stream = TcpStream::connect(("127.0.0.1", site.port())).unwrap();
    stream.set_read_timeout(Some(TIMEOUT)).unwrap();
    BufReader::new(stream)
}

fn ask(site: &Site, method: &str, path: &str, headers: &str) -> Answer {
    let mut connection = connect(site);
    let request = format!("{method} {path} HTTP/1.1\r\nHost: x\r\n{headers}\r\n");
    connection.get_mut().write_all(request.as_bytes()).unwrap();
    read(&mut connection, method != "HEAD")
}

fn get(site: &Site, path: &str) -> Answer {
    ask(site, "GET", path, "")
}

fn dist() -> Scratch {
    let dist = Scratch::new()
        .with("index.html", "<p>index</p>")
        .with("demo.html", "<p>demo</p>")
        .with("embed.js", "export {}".repeat(100))
        .with("shindan-1a2b3c4d.wasm", "wasm");
    compress::file(&dist.path().join("embed.js")).unwrap();
    dist
}

#[test]
fn files_with_their_types_and_caching() {
    let dist = dist();
    let site = Site::of(dist.path()).index("demo.html").start().unwrap();
    let check = |path: &str, body: &str, content_type: &str, caching: &str| {
        let answer = get(&site, path);
        assert_eq!(answer.status(), "200", "{path}");
        assert_eq!(answer.body, body.as_bytes(), "{path}");
        assert_eq!(answer.header("Content-Type"), Some(content_type), "{path}");
        assert!(answer.header("Cache-Control").unwrap().contains(caching), "{path}");
        assert_eq!(answer.header("Access-Control-Allow-Origin"), Some("*"));
        assert_eq!(answer.header("X-Content-Type-Options"), Some("nosniff"));
    };
    check("/", "<p>demo</p>", "text/html; charset=utf-8", "no-cache");
    check("/index.html?x=1", "<p>index</p>", "text/html; charset=utf-8", "no-cache");
    check("/shindan-1a2b3c4d.wasm", "wasm", "application/wasm", "immutable");
    assert_eq!(site.requests(), ["/", "/index.html?x=1", "/shindan-1a2b3c4d.wasm"]);
}

#[test]
fn the_small_form_for_those_who_read_it() {
    let dist = dist();
    let site = Site::of(dist.path()).start().unwrap();
    let small = ask(&site, "GET", "/embed.js", "Accept-Encoding: gzip, deflate, br, zstd\r\n");
    assert_eq!(small.header("Content-Encoding"), Some("br"));
    assert_eq!(small.header("Vary"), Some("Accept-Encoding"));
    assert_eq!(small.header("Content-Type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(small.body, std::fs::read(dist.path().join("embed.js.br")).unwrap());

    let plain = get(&site, "/embed.js");
    assert_eq!(plain.header("Content-Encoding"), None);
    assert_eq!(plain.body.len(), 900);
}

#[test]
fn what_is_refused() {
    let dist = dist();
    let site = Site::of(dist.path()).start().unwrap();
    assert_eq!(get(&site, "/none.html").status(), "404");
    assert_eq!(get(&site, "/../Cargo.toml").status(), "404");
    assert_eq!(ask(&site, "POST", "/index.html", "").status(), "405");
    assert_eq!(ask(&site, "nonsense", "", "").status(), "400");
}

#[test]
fn a_head_has_no_body_and_a_connection_serves_again() {
    let dist = dist();
    let site = Site::of(dist.path()).start().unwrap();
    let mut connection = connect(&site);
    for (method, has_body) in [("HEAD", false), ("GET", true), ("GET", true)] {
        let request = format!("{method} /embed.js HTTP/1.1\r\nHost: x\r\n\r\n");
        connection.get_mut().write_all(request.as_bytes()).unwrap();
        let answer = read(&mut connection, has_body);
        assert_eq!(answer.header("Content-Length"), Some("900"));
        assert_eq!(answer.body.len(), if has_body { 900 } else { 0 });
    }
}

#[test]
fn a_site_in_a_folder_of_another() {
    let (dist, host) = (dist(), Scratch::new().with("index.html", "host"));
    let site = Site::of(host.path()).mount("/tools/shindan/", dist.path()).start().unwrap();
    assert_eq!(get(&site, "/").body, b"host");
    assert_eq!(get(&site, "/tools/shindan/").body, b"<p>index</p>");
    assert_eq!(get(&site, "/embed.js").status(), "404");
}

#[test]
fn chosen_answers() {
    let dist = dist();
    let decide = |path: &str| match path {
        "/page" => Action::Page("<p>host</p>".into()).with("Content-Security-Policy", "default-src 'self'"),
        "/embed.js" => Action::Status(503),
        "/shindan-1a2b3c4d.wasm" => Action::ContentType("text/plain".into()),
        "/index.html" => Action::Delay(Duration::from_millis(1)).with("Cache-Control", "no-store"),
        _ => Action::Pass,
    };
    let site = Site::of(dist.path()).intercept(decide).start().unwrap();

    let page = get(&site, "/page");
    assert_eq!((page.status(), page.body.as_slice()), ("200", &b"<p>host</p>"[..]));
    assert_eq!(page.header("Content-Security-Policy"), Some("default-src 'self'"));
    assert_eq!(get(&site, "/embed.js").status(), "503");
    let wasm = get(&site, "/shindan-1a2b3c4d.wasm");
    assert_eq!(wasm.header("Content-Type"), Some("text/plain"));
    assert_eq!(get(&site, "/index.html").header("Cache-Control"), Some("no-store"));
    assert_eq!(get(&site, "/demo.html").status(), "200");
}

#[test]
fn a_body_cut_short() {
    let dist = dist();
    let site = Site::of(dist.path()).intercept(|_| Action::Truncate(100)).start().unwrap();
    let answer = get(&site, "/embed.js");
    assert_eq!(answer.header("Content-Length"), Some("900"));
    assert_eq!(answer.body.len(), 100);
    assert!(!answer.whole);
}

#[test]
fn held_until_released() {
    let dist = dist();
    let decide = |path: &str| {
        if path.ends_with(".wasm") { Action::Hold } else { Action::Pass }
    };
    let site = Site::of(dist.path()).intercept(decide).start().unwrap();
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        let site = &site;
        scope.spawn(move || sender.send(get(site, "/shindan-1a2b3c4d.wasm").body).unwrap());
        assert!(site.saw(TIMEOUT, |path| path.ends_with(".wasm")));
        // Other requests are served meanwhile.
        assert_eq!(get(site, "/index.html").status(), "200");
        assert!(receiver.try_recv().is_err());
        site.release();
        assert_eq!(receiver.recv_timeout(TIMEOUT).unwrap(), b"wasm");
    });
    assert_eq!(get(&site, "/shindan-1a2b3c4d.wasm").status(), "200");
    assert!(!site.saw(Duration::ZERO, |path| path == "/never"));
}

#[test]
fn a_page_in_pieces_comes_one_after_the_other() {
    let dist = dist();
    let pieces = || vec!["<p>first".to_owned(), "</p>".to_owned(), "rest".to_owned()];
    let site =
        Site::of(dist.path()).intercept(move |_| Action::Stream(pieces(), Pause::UntilReleased)).start().unwrap();
    let mut connection = connect(&site);
    connection.get_mut().write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        connection.read_line(&mut head).unwrap();
    }
    assert!(head.contains("Content-Length: 16"), "{head}");
    let mut first = [0; 8];
    connection.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"<p>first");
    site.release();
    let mut rest = String::new();
    connection.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "</p>rest");
}

#[test]
fn dropping_ends_everything() {
    let dist = dist();
    let site = Site::of(dist.path()).intercept(|_| Action::Hold).start().unwrap();
    let idle = connect(&site);
    let mut held = connect(&site);
    held.get_mut().write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    assert!(site.saw(TIMEOUT, |path| path == "/"));
    drop(site);
    for mut connection in [idle, held] {
        let mut rest = Vec::new();
        assert!(matches!(connection.read_to_end(&mut rest), Ok(0) | Err(_)));
    }
}
