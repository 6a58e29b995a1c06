//! Scripted responses of the receiver to leads.

use std::collections::VecDeque;
use std::io;
use std::net::TcpStream;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::site::http::Response;

/// The response to one lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScriptedResponse {
    /// The lead is read to its end, and answered.
    Answers(ScriptedReply),
    /// The lead is read to its end and stored, and answered only after [`super::Receiver::release`].
    Holds(ScriptedReply),
    /// The lead is read to its end and stored, and then the connection is cut.
    Cuts,
    /// The connection is cut while the lead is still arriving, so that it is not stored.
    CutsMidBody,
}

/// Reply of a receiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptedReply {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
    /// Whether a page of another site may read it.
    is_readable: bool,
    /// Whether a preflight request is allowed.
    is_permitted: bool,
    stores: bool,
}

impl ScriptedResponse {
    /// Stores the lead, and replies with status 200.
    pub fn takes() -> Self {
        Self::answers(200)
    }

    /// Replies with this status, and stores the lead if the status is a success.
    pub fn answers(status: u16) -> Self {
        let body = if status < 300 { "{\"ok\":true}" } else { "{}" }.to_owned();
        let stores = (200..300).contains(&status);
        Self::Answers(ScriptedReply {
            status,
            headers: Vec::new(),
            body,
            is_readable: true,
            is_permitted: true,
            stores,
        })
    }

    /// Stores the lead, and replies only after [`super::Receiver::release`].
    pub fn hangs() -> Self {
        match Self::takes() {
            Self::Answers(reply) => Self::Holds(reply),
            other => other,
        }
    }

    /// A captive portal's sign-in page; the lead never reaches the receiver.
    pub fn portal() -> Self {
        let html = "<!DOCTYPE html><html><title>Sign in</title><h1>Sign in to this network</h1></html>";
        let reply = Self::takes().says("Content-Type", "text/html").body(html);
        reply.change(|reply| reply.stores = false)
    }

    /// Adds this header, which a page may read.
    #[must_use]
    pub fn says(self, name: &str, value: &str) -> Self {
        self.change(|reply| reply.headers.push((name.to_owned(), value.to_owned())))
    }

    /// Sets this body.
    #[must_use]
    pub fn body(self, body: &str) -> Self {
        self.change(|reply| body.clone_into(&mut reply.body))
    }

    /// Forbids other sites' pages both the preflight request and reading the reply.
    #[must_use]
    pub fn without_cors(self) -> Self {
        self.change(|reply| reply.is_readable = false)
    }

    /// Lets other sites' pages read the reply, but refuses the preflight request.
    #[must_use]
    pub fn without_permission(self) -> Self {
        self.change(|reply| reply.is_permitted = false)
    }

    /// Stores the lead, whatever the reply.
    #[must_use]
    pub fn storing(self) -> Self {
        self.change(|reply| reply.stores = true)
    }

    fn change(mut self, change: impl FnOnce(&mut ScriptedReply)) -> Self {
        if let Self::Answers(reply) | Self::Holds(reply) = &mut self {
            change(reply);
        }
        self
    }

    /// Whether the receiver stores the lead.
    pub(super) fn stores(&self) -> bool {
        match self {
            Self::Answers(reply) | Self::Holds(reply) => reply.stores,
            Self::Cuts => true,
            Self::CutsMidBody => false,
        }
    }

    /// The reply, if there is one.
    pub(super) fn reply(self) -> ScriptedReply {
        match (self, Self::takes()) {
            (Self::Answers(reply) | Self::Holds(reply), _) | (_, Self::Answers(reply)) => reply,
            _ => ScriptedReply {
                status: 204,
                headers: Vec::new(),
                body: String::new(),
                is_readable: true,
                is_permitted: true,
                stores: false,
            },
        }
    }
}

impl ScriptedReply {
    /// The response to a preflight request.
    pub(super) fn permission(self) -> Self {
        let is_readable = self.is_readable && self.is_permitted;
        Self { status: 204, headers: Vec::new(), body: String::new(), is_readable, ..self }
    }

    pub(super) fn send(&self, mut stream: &TcpStream) -> io::Result<()> {
        let mut response = Response::new(self.status, "application/json", self.body.clone().into_bytes());
        if self.is_readable {
            response.set("Access-Control-Allow-Methods", "POST");
            response.set("Access-Control-Allow-Headers", "content-type,accept");
            response.set("Access-Control-Expose-Headers", "Retry-After");
        } else {
            response.unset("Access-Control-Allow-Origin");
        }
        for (name, value) in &self.headers {
            response.set(name, value);
        }
        response.write(&mut stream, false, self.body.len())
    }
}

/// The responses to come.
#[derive(Default)]
pub(super) struct ResponseQueue(Mutex<VecDeque<ScriptedResponse>>);

impl ResponseQueue {
    fn queue(&self) -> MutexGuard<'_, VecDeque<ScriptedResponse>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn are(&self, responses: impl IntoIterator<Item = ScriptedResponse>) {
        *self.queue() = responses.into_iter().collect();
    }

    /// The next response, which remains the next one.
    pub(super) fn first(&self) -> ScriptedResponse {
        self.queue().front().cloned().unwrap_or_else(ScriptedResponse::takes)
    }

    /// Takes the next response, unless it is the last, which remains.
    pub(super) fn next(&self) -> ScriptedResponse {
        let mut queue = self.queue();
        if queue.len() > 1 { queue.pop_front() } else { queue.front().cloned() }.unwrap_or_else(ScriptedResponse::takes)
    }
}
