//! What becomes of a lead at the receiver.

use std::collections::VecDeque;
use std::io;
use std::net::TcpStream;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::site::http::Response;

/// The response to one lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScriptedResponse {
    /// Read to its end, and answered.
    Answers(ScriptedReply),
    /// Read to its end and kept, and answered after [`super::Receiver::release`], or never.
    Holds(ScriptedReply),
    /// Read to its end and kept, and then the connection is cut.
    Cuts,
    /// The connection is cut while it is still coming in, so that nobody has it.
    CutsMidBody,
}

/// What a receiver says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptedReply {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
    /// Whether another site's page may read it.
    is_readable: bool,
    /// Whether a browser that asks before it sends gets leave.
    is_permitted: bool,
    keeps: bool,
}

impl ScriptedResponse {
    /// Kept, and answered with status 200.
    pub fn takes() -> Self {
        Self::answers(200)
    }

    /// Answered with this status, and kept if that is a good one.
    pub fn answers(status: u16) -> Self {
        let body = if status < 300 { "{\"ok\":true}" } else { "{}" }.to_owned();
        let keeps = (200..300).contains(&status);
        Self::Answers(ScriptedReply { status, headers: Vec::new(), body, is_readable: true, is_permitted: true, keeps })
    }

    /// Taken, and answered only after [`super::Receiver::release`].
    pub fn hangs() -> Self {
        match Self::takes() {
            Self::Answers(reply) => Self::Holds(reply),
            other => other,
        }
    }

    /// A page of a network that wants one to sign in; the lead never comes to the receiver.
    pub fn portal() -> Self {
        let html = "<!DOCTYPE html><html><title>Sign in</title><h1>Sign in to this network</h1></html>";
        let reply = Self::takes().says("Content-Type", "text/html").body(html);
        reply.change(|reply| reply.keeps = false)
    }

    /// With this header too; a page may read it.
    #[must_use]
    pub fn says(self, name: &str, value: &str) -> Self {
        self.change(|reply| reply.headers.push((name.to_owned(), value.to_owned())))
    }

    /// With this body.
    #[must_use]
    pub fn body(self, body: &str) -> Self {
        self.change(|reply| body.clone_into(&mut reply.body))
    }

    /// Without leave for other sites' pages, neither to ask first nor to read.
    #[must_use]
    pub fn without_cors(self) -> Self {
        self.change(|reply| reply.is_readable = false)
    }

    /// Readable by other sites' pages, but without leave where a browser asks first.
    #[must_use]
    pub fn without_leave(self) -> Self {
        self.change(|reply| reply.is_permitted = false)
    }

    /// Kept, whatever is said.
    #[must_use]
    pub fn keeping(self) -> Self {
        self.change(|reply| reply.keeps = true)
    }

    fn change(mut self, change: impl FnOnce(&mut ScriptedReply)) -> Self {
        if let Self::Answers(reply) | Self::Holds(reply) = &mut self {
            change(reply);
        }
        self
    }

    /// Whether the receiver then has the lead.
    pub(super) fn keeps(&self) -> bool {
        match self {
            Self::Answers(reply) | Self::Holds(reply) => reply.keeps,
            Self::Cuts => true,
            Self::CutsMidBody => false,
        }
    }

    /// What is said, where something is said.
    pub(super) fn reply(self) -> ScriptedReply {
        match (self, Self::takes()) {
            (Self::Answers(reply) | Self::Holds(reply), _) | (_, Self::Answers(reply)) => reply,
            _ => ScriptedReply {
                status: 204,
                headers: Vec::new(),
                body: String::new(),
                is_readable: true,
                is_permitted: true,
                keeps: false,
            },
        }
    }
}

impl ScriptedReply {
    /// The answer to a browser that asks before it sends.
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

    /// The next one, which stays.
    pub(super) fn first(&self) -> ScriptedResponse {
        self.queue().front().cloned().unwrap_or_else(ScriptedResponse::takes)
    }

    /// The next one, which is over with this unless it is the last.
    pub(super) fn next(&self) -> ScriptedResponse {
        let mut queue = self.queue();
        if queue.len() > 1 { queue.pop_front() } else { queue.front().cloned() }.unwrap_or_else(ScriptedResponse::takes)
    }
}
