//! The response to a request that is served normally: a file in the best encoding, or an error.
//!
//! It must not know actions or connections.

use std::path::Path;

use super::assets::{self, Assets};
use super::http::{Request, Response};
use crate::bundle::compress;

const PLAIN: &str = "text/plain; charset=utf-8";
const YEAR: &str = "public, max-age=31536000, immutable";

/// The requested file.
pub(super) fn file(assets: &Assets, request: &Request) -> Response {
    match assets.find(&request.target) {
        Some(path) => read(&path, request),
        None => status(404),
    }
}

/// The file with more bytes appended.
pub(super) fn longer(assets: &Assets, target: &str, more: &[u8]) -> Response {
    let Some(path) = assets.find(target) else { return status(404) };
    let Ok(mut body) = std::fs::read(&path) else { return status(500) };
    body.extend(more);
    Response::new(200, assets::content_type(&path), body)
}

/// A response without a file.
pub(super) fn status(status: u16) -> Response {
    Response::new(status, PLAIN, format!("{status}\n").into_bytes())
}

/// A page without a file.
pub(super) fn page(html: &str) -> Response {
    Response::new(200, assets::content_type(Path::new("page.html")), html.as_bytes().to_vec())
}

fn read(path: &Path, request: &Request) -> Response {
    let twin = compress::twin(path);
    let has_twin = twin.is_file();
    let compressed = has_twin && request.lists("accept-encoding", "br");
    let Ok(body) = std::fs::read(if compressed { &twin } else { path }) else {
        return status(500);
    };
    let mut response = Response::new(200, assets::content_type(path), body);
    if has_twin {
        response.set("Vary", "Accept-Encoding");
    }
    if compressed {
        response.set("Content-Encoding", "br");
    }
    if assets::is_immutable(path) {
        response.set("Cache-Control", YEAR);
    }
    response
}
