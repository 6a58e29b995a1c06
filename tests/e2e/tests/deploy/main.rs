//! The sample `docs/nginx.conf` in a real nginx: what `docs/deploying.md` says of headers holds there, and the widget
//! runs from it on a page of another origin.

mod nginx_server;

use std::fs;
use std::path::{Path, PathBuf};

use e2e::rules::Answers;
use e2e::{Action, Browser, until};
use serde_json::json;
use tempfile::TempDir;
use xtask::bundle::manifest::{self, Manifest};
use xtask::site::Site;

use nginx_server::Server;

/// The files that keep their names; every other name carries a hash.
const KEEP_THEIR_NAMES: [&str; 22] = [
    "THIRD-PARTY.txt",
    "embed.js",
    "embed.adoption.en.js",
    "embed.adoption.ja.js",
    "embed.executive.en.js",
    "embed.executive.ja.js",
    "embed.readiness.en.js",
    "index.html",
    "demo.html",
    "demo-frame.html",
    "demo-popup.html",
    "demo-side-tab.html",
    "demo-slider.html",
    "frame.js",
    "page.css",
    "page.js",
    "builder.html",
    "builder-preview.html",
    "builder-preview.css",
    "leads.html",
    "funnel.html",
    manifest::NAME,
];

/// The folders whose files keep their names too.
const KEEP_THEIR_NAMES_IN: [&str; 2] = ["packs/", "snippets/"];
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn dist() -> PathBuf {
    std::env::var_os("SHINDAN_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

fn files() -> Vec<String> {
    let manifest = Manifest::read(&dist()).unwrap_or_else(|error| panic!("run `cargo xtask build`: {error:#}"));
    manifest.files.into_iter().map(|file| file.path).chain([manifest::NAME.to_owned()]).collect()
}

#[test]
fn each_file_comes_with_the_headers_of_the_guide() {
    let server = Server::start();
    for file in files() {
        let answer = server.get(&file, "");
        assert_eq!(answer.status(), "200", "{file}");
        assert_eq!(answer.body, fs::read(dist().join(&file)).unwrap(), "{file}");
        let kind = match file.rsplit_once('.').unwrap().1 {
            "html" => "text/html; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "txt" => "text/plain; charset=utf-8",
            "json" => "application/json",
            "wasm" => "application/wasm",
            other => panic!("{file}: give {other} a type here, in docs/nginx.conf and in docs/deploying.md"),
        };
        let keeps_its_name =
            KEEP_THEIR_NAMES.contains(&&*file) || KEEP_THEIR_NAMES_IN.iter().any(|folder| file.starts_with(folder));
        let caching = if keeps_its_name { ASK_AGAIN } else { FOR_EVER };
        // As it is, compressed, and not sent because the visitor has it.
        let etag = format!("If-None-Match: {}\r\n", answer.header("ETag").expect("an ETag"));
        let unchanged = server.get(&file, &etag);
        assert_eq!((unchanged.status(), unchanged.body.len()), ("304", 0), "{file}");
        let small = server.get(&file, "Accept-Encoding: gzip, deflate, br, zstd\r\n");
        for answer in [&answer, &small] {
            assert_eq!(answer.header("Content-Type"), Some(kind), "{file}");
        }
        for answer in [&answer, &small, &unchanged] {
            assert_eq!(answer.header("Cache-Control"), Some(caching), "{file}");
            assert_eq!(answer.header("Access-Control-Allow-Origin"), Some("*"), "{file}");
            assert_eq!(answer.header("X-Content-Type-Options"), Some("nosniff"), "{file}");
            assert_eq!(answer.header("Server"), Some("nginx"), "{file}: no version");
        }
    }
}

#[test]
fn whoever_reads_brotli_gets_the_twin() {
    let server = Server::start();
    for file in files() {
        let small = server.get(&file, "Accept-Encoding: gzip, deflate, br, zstd\r\n");
        assert_eq!(small.header("Content-Encoding"), Some("br"), "{file}");
        assert_eq!(small.body, fs::read(dist().join(format!("{file}.br"))).unwrap(), "{file}");
        let plain = server.get(&file, "Accept-Encoding: gzip\r\n");
        assert_eq!(plain.header("Content-Encoding"), None, "{file}");
        for answer in [small, plain] {
            assert_eq!(answer.header("Vary"), Some("Accept-Encoding"), "{file}: or caches mix them up");
        }
    }
}

#[test]
fn what_is_missing_is_not_remembered() {
    let server = Server::start();
    for file in ["shindan-00000000.wasm", "runtime-00000000.js", "readiness.ja-00000000.txt", "../Cargo.toml"] {
        let answer = server.get(file, "");
        assert_eq!(answer.status(), "404", "{file}");
        assert_eq!(answer.header("Cache-Control"), Some(ASK_AGAIN), "{file}");
        assert_eq!(answer.header("Access-Control-Allow-Origin"), Some("*"), "{file}: or the status cannot be read");
    }
}

/// The lines for a host page's policy, as the guide has them, and nothing else allowed.
fn policy_of_the_guide(origin: &str) -> String {
    let guide = fs::read_to_string(root().join("docs/deploying.md")).unwrap();
    let line = guide.lines().find(|line| line.starts_with("script-src https://YOUR-SITE "));
    let line = line.expect("docs/deploying.md has the line of the policy");
    format!("default-src 'none'; require-trusted-types-for 'script'; {}", line.replace("https://YOUR-SITE", origin))
}

/// Somebody else's site: its article loads the widget from `server`, the script tag with these attributes.
fn host(server: &Server, attributes: &str) -> (Site, TempDir) {
    let origin = server.origin();
    let policy = policy_of_the_guide(&origin);
    let page = format!(
        "<!doctype html><html lang=ja><meta charset=utf-8><title>記事</title>
         <script type=\"module\" src=\"{origin}/shindan/embed.js\" async {attributes}></script>
         <shindan-widget cta-href=\"{origin}/consultation\"></shindan-widget>"
    );
    let empty = tempfile::tempdir().unwrap();
    let decide = move |path: &str| match path {
        "/article" => Action::Page(page.clone()).with("Content-Security-Policy", &policy),
        _ => Action::Pass,
    };
    (Site::of(empty.path()).intercept(decide).start().unwrap(), empty)
}

#[tokio::test]
async fn the_widget_runs_on_a_page_of_another_origin_to_its_verdict() {
    let server = Server::start();
    let (host, _empty) = host(&server, "");
    let browser = Browser::phone().await;
    browser.visits(&format!("{}article", host.url())).await;
    let widget = browser.widget();
    widget.is_live().await;
    widget.answers_all(&Answers::all_met()).await;
    assert_eq!(widget.verdict().await.score, Some(100));
    let from_server = |url: &&String| url.starts_with(&format!("{}/shindan/", server.origin()));
    let all = until(async || {
        let requests = browser.requests().await;
        if requests.iter().filter(from_server).count() == 5 { Ok(()) } else { Err(requests) }
    });
    let odd = all.await.err();
    assert!(odd.is_none(), "not loader, runtime, wasm, pack and words: {odd:#?}");
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn the_hash_of_the_manifest_pins_the_loader() {
    let server = Server::start();
    let manifest = Manifest::read(&dist()).unwrap();
    let loader = manifest.files.iter().find(|file| file.path == "embed.js").unwrap();
    let (host, _empty) = host(&server, &format!("integrity=\"{}\"", loader.sri));
    let browser = Browser::phone().await;
    browser.visits(&format!("{}article", host.url())).await;
    browser.widget().sees_question("purpose").await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn the_widget_runs_as_a_page_of_its_own_under_its_policy() {
    let server = Server::start();
    let policy = server.get("", "").header("Content-Security-Policy").map(str::to_owned);
    assert!(
        policy.is_some_and(|policy| policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"))
    );
    let browser = Browser::desktop().await;
    browser.visits(&format!("{}/shindan/?cta-href=/consultation", server.origin())).await;
    browser.widget().is_live().await;
    browser.widget().answers_all(&Answers::all_met()).await;
    assert_eq!(browser.widget().verdict().await.score, Some(100));
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn the_builder_shows_the_edited_widget_under_its_policy() {
    let server = Server::start();
    let browser = Browser::desktop().await;
    browser.visits(&format!("{}/shindan/builder.html", server.origin())).await;
    let edit = "const title = document.getElementById('words.title'); title.focus(); title.select(); return true";
    let ready = until(async || {
        let there = "return Boolean(document.getElementById('words.title'))";
        browser.script::<bool>(there, vec![]).await.then_some(()).ok_or(())
    });
    ready.await.expect("the fields are there");
    assert!(browser.script::<bool>(edit, vec![]).await);
    browser.devtools("Input.insertText", json!({ "text": "別の見出し" })).await;
    let shown = until(async || {
        let script = "const page = document.querySelector('iframe').contentDocument;
            const texts = [...page.querySelectorAll('shindan-widget')].map((widget) => widget.shadowRoot.textContent);
            return texts.some((text) => text.includes('別の見出し'))";
        browser.script::<bool>(script, vec![]).await.then_some(()).ok_or(())
    });
    shown.await.expect("the preview shows the new heading");
}
