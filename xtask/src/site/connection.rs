//! One connection: its requests, one after the other, each with the response that the test chose.
//!
//! It must not know how paths become files.

use std::io::{self, BufReader, Write as _};
use std::net::TcpStream;

use super::http::{Request, Response};
use super::{Action, Pause, Shared, reply};

/// Serves until either side is done. A connection that the client breaks is no error.
pub(super) fn serve(shared: &Shared, stream: &TcpStream) {
    let _ = stream.set_nodelay(true);
    let mut reader = BufReader::new(stream);
    loop {
        match Request::read(&mut reader) {
            Ok(Some(request)) => match answer(shared, stream, &request) {
                Ok(true) => {}
                Ok(false) | Err(_) => return,
            },
            Ok(None) => return,
            Err(_) => {
                let response = reply::status(400);
                let _ = response.write(&mut &*stream, false, response.body.len());
                return;
            }
        }
    }
}

/// Sends a response; returns `true` if another request may follow.
fn answer(shared: &Shared, stream: &TcpStream, request: &Request) -> io::Result<bool> {
    shared.journal.note(&request.target);
    let mut action = (shared.intercept)(&request.target);
    let mut extra = Vec::new();
    while let Action::With(inner, name, value) = action {
        extra.push((name, value));
        action = *inner;
    }
    let in_time = match &action {
        Action::Hold => shared.gate.pass(),
        Action::Delay(time) => shared.gate.pause(*time),
        _ => true,
    };
    if !in_time {
        return Ok(false);
    }
    let mut response = respond(shared, request, &action);
    // The outermost header was set last and takes precedence.
    for (name, value) in extra.iter().rev() {
        response.set(name, value);
    }
    let promised = if request.method == "HEAD" { 0 } else { response.body.len() };
    let (bytes, keep) = match action {
        Action::Truncate(bytes) => (bytes.min(promised), false),
        _ => (promised, request.keep_alive()),
    };
    if let Action::Stream(pieces, pause) = &action {
        return stream_pieces(shared, stream, &response, pieces, *pause);
    }
    response.write(&mut &*stream, keep, bytes)?;
    Ok(keep)
}

/// Writes the head and the first piece at once, and every other piece after a pause.
fn stream_pieces(
    shared: &Shared,
    mut stream: &TcpStream,
    response: &Response,
    pieces: &[String],
    pause: Pause,
) -> io::Result<bool> {
    let Some((first, rest)) = pieces.split_first() else { return Ok(false) };
    response.write(&mut stream, false, first.len())?;
    for piece in rest {
        let in_time = match pause {
            Pause::For(time) => shared.gate.pause(time),
            Pause::UntilReleased => shared.gate.pass(),
        };
        if !in_time {
            return Ok(false);
        }
        stream.write_all(piece.as_bytes())?;
        stream.flush()?;
    }
    Ok(false)
}

fn respond(shared: &Shared, request: &Request, action: &Action) -> Response {
    match action {
        Action::Status(status) => reply::status(*status),
        Action::Page(html) => reply::page(html),
        Action::Stream(pieces, _) => reply::page(&pieces.concat()),
        _ if !["GET", "HEAD"].contains(&request.method.as_str()) => reply::status(405),
        Action::Append(more) => reply::longer(&shared.assets, &request.target, more),
        Action::ContentType(content_type) => {
            let mut response = reply::file(&shared.assets, request);
            response.set("Content-Type", content_type);
            response
        }
        _ => reply::file(&shared.assets, request),
    }
}
