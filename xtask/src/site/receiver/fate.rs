//! What becomes of a lead at the receiver.

use std::collections::VecDeque;
use std::io;
use std::net::TcpStream;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::site::http::Response;

/// The fate of one lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Read to its end, and answered.
    Answers(Told),
    /// Read to its end and kept, and answered after [`super::Receiver::release`], or never.
    Holds(Told),
    /// Read to its end and kept, and then the connection is cut.
    Cuts,
    /// The connection is cut while it is still coming in, so that nobody has it.
    CutsMidBody,
}

/// What a receiver says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
    /// Whether another site's page may read it.
    is_readable: bool,
    /// Whether a browser that asks before it sends gets leave.
    is_permitted: bool,
    keeps: bool,
}

impl Fate {
    /// Kept, and told so with status 200.
    pub fn takes() -> Self {
        Self::answers(200)
    }

    /// Answered with this status, and kept if that is a good one.
    pub fn answers(status: u16) -> Self {
        let body = if status < 300 { "{\"ok\":true}" } else { "{}" }.to_owned();
        let keeps = (200..300).contains(&status);
        Self::Answers(Told { status, headers: Vec::new(), body, is_readable: true, is_permitted: true, keeps })
    }

    /// Taken, and answered only after [`super::Receiver::release`].
    pub fn hangs() -> Self {
        match Self::takes() {
            Self::Answers(told) => Self::Holds(told),
            other => other,
        }
    }

    /// A page of a network that wants one to sign in; the lead never comes to the receiver.
    pub fn portal() -> Self {
        let html = "<!DOCTYPE html><html><title>Sign in</title><h1>Sign in to this network</h1></html>";
        let told = Self::takes().says("Content-Type", "text/html").body(html);
        told.change(|told| told.keeps = false)
    }

    /// With this header too; a page may read it.
    #[must_use]
    pub fn says(self, name: &str, value: &str) -> Self {
        self.change(|told| told.headers.push((name.to_owned(), value.to_owned())))
    }

    /// With this body.
    #[must_use]
    pub fn body(self, body: &str) -> Self {
        self.change(|told| body.clone_into(&mut told.body))
    }

    /// Without leave for other sites' pages, neither to ask first nor to read.
    #[must_use]
    pub fn without_cors(self) -> Self {
        self.change(|told| told.is_readable = false)
    }

    /// Readable by other sites' pages, but without leave where a browser asks first.
    #[must_use]
    pub fn without_leave(self) -> Self {
        self.change(|told| told.is_permitted = false)
    }

    /// Kept, whatever is said.
    #[must_use]
    pub fn keeping(self) -> Self {
        self.change(|told| told.keeps = true)
    }

    fn change(mut self, change: impl FnOnce(&mut Told)) -> Self {
        if let Self::Answers(told) | Self::Holds(told) = &mut self {
            change(told);
        }
        self
    }

    /// Whether the receiver then has the lead.
    pub(super) fn keeps(&self) -> bool {
        match self {
            Self::Answers(told) | Self::Holds(told) => told.keeps,
            Self::Cuts => true,
            Self::CutsMidBody => false,
        }
    }

    /// What is said, where something is said.
    pub(super) fn told(self) -> Told {
        match (self, Self::takes()) {
            (Self::Answers(told) | Self::Holds(told), _) | (_, Self::Answers(told)) => told,
            _ => Told {
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

impl Told {
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

/// The fates to come.
#[derive(Default)]
pub(super) struct Fates(Mutex<VecDeque<Fate>>);

impl Fates {
    fn queue(&self) -> MutexGuard<'_, VecDeque<Fate>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn are(&self, fates: impl IntoIterator<Item = Fate>) {
        *self.queue() = fates.into_iter().collect();
    }

    /// The next one, which stays.
    pub(super) fn first(&self) -> Fate {
        self.queue().front().cloned().unwrap_or_else(Fate::takes)
    }

    /// The next one, which is over with this unless it is the last.
    pub(super) fn next(&self) -> Fate {
        let mut queue = self.queue();
        if queue.len() > 1 { queue.pop_front() } else { queue.front().cloned() }.unwrap_or_else(Fate::takes)
    }
}
