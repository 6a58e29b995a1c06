//! The DevTools protocol over a WebSocket: commands that wait for their answer, and events.
//!
//! Sync and on one thread: a measurement does one thing at a time, and nothing else should use the CPU meanwhile. It
//! must not know which commands there are.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use tungstenite::{Error, Message, WebSocket};

/// How long a command may take.
const TIMEOUT: Duration = Duration::from_secs(60);

/// Timeout of one read from the socket.
const POLL_TIMEOUT: Duration = Duration::from_millis(20);

/// A connection to a browser.
#[derive(Debug)]
pub struct Cdp {
    socket: WebSocket<TcpStream>,
    sent: u64,
    events: Vec<Event>,
}

/// What the browser tells unasked.
#[derive(Clone, Debug)]
pub struct Event {
    /// The session of the page that it is about, empty for the browser.
    pub session: String,
    /// Its name, such as `Network.loadingFinished`.
    pub method: String,
    /// What it says.
    pub params: Value,
}

impl Cdp {
    /// Connects to the address that the browser names when it starts.
    ///
    /// # Errors
    /// When nobody answers there.
    pub fn connect(url: &str) -> Result<Self> {
        let address = url.trim_start_matches("ws://").split('/').next().unwrap_or_default();
        let stream = TcpStream::connect(address).with_context(|| format!("nobody listens at {url}"))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(POLL_TIMEOUT))?;
        // A handshake that is interrupted by the timeout goes on where it was.
        let mut attempt = tungstenite::client(url, stream);
        let end = Instant::now() + TIMEOUT;
        loop {
            match attempt {
                Ok((socket, _)) => return Ok(Self { socket, sent: 0, events: Vec::new() }),
                Err(tungstenite::HandshakeError::Interrupted(middle)) if Instant::now() < end => {
                    attempt = middle.handshake();
                }
                Err(error) => bail!("{url} speaks no WebSocket: {error}"),
            }
        }
    }

    /// Sends a command to the browser, or to a page by its session, and waits for the answer.
    ///
    /// # Errors
    /// When the browser refuses, is gone, or does not answer in a minute.
    pub fn call(&mut self, session: Option<&str>, method: &str, params: Value) -> Result<Value> {
        self.sent += 1;
        let id = self.sent;
        let mut command = json!({ "id": id, "method": method, "params": params });
        if let (Some(session), Some(command)) = (session, command.as_object_mut()) {
            command.insert("sessionId".to_owned(), json!(session));
        }
        self.socket.send(Message::text(command.to_string())).with_context(|| format!("{method} cannot be sent"))?;
        let end = Instant::now() + TIMEOUT;
        while Instant::now() < end {
            let Some(mut message) = self.receive().with_context(|| format!("waiting for {method}"))? else { continue };
            if message.get("id").and_then(Value::as_u64) != Some(id) {
                self.keep(message);
                continue;
            }
            if let Some(error) = message.get("error") {
                bail!("{method} is refused: {error}");
            }
            return Ok(message.get_mut("result").map(Value::take).unwrap_or_default());
        }
        bail!("{method} is not answered within {} s", TIMEOUT.as_secs())
    }

    /// Listens for `time`, then gives the events that have come since this was last asked.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn listen(&mut self, time: Duration) -> Result<Vec<Event>> {
        let end = Instant::now() + time;
        loop {
            if let Some(message) = self.receive()? {
                self.keep(message);
            } else if Instant::now() >= end {
                return Ok(std::mem::take(&mut self.events));
            }
        }
    }

    fn keep(&mut self, mut message: Value) {
        let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
        let (session, method) = (text(message.get("sessionId")), text(message.get("method")));
        let params = message.get_mut("params").map(Value::take).unwrap_or_default();
        self.events.push(Event { session, method, params });
    }

    /// The next message, if one comes within [`POLL_TIMEOUT`].
    fn receive(&mut self) -> Result<Option<Value>> {
        match self.socket.read() {
            Ok(Message::Text(text)) => Ok(Some(serde_json::from_str(&text)?)),
            Ok(Message::Close(_)) => bail!("the browser has ended"),
            Ok(_) => Ok(None),
            Err(Error::Io(error))
                if [std::io::ErrorKind::WouldBlock, std::io::ErrorKind::TimedOut].contains(&error.kind()) =>
            {
                Ok(None)
            }
            Err(error) => Err(error).context("the browser has ended"),
        }
    }
}
