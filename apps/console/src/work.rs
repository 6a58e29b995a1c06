//! Long work in small steps, with progress, cancellation, and pauses in which the page responds.

use std::cell::Cell;
use std::rc::Rc;

use staff::pause;
use yew::prelude::*;

use crate::messages::Messages;

/// Maximum time for which work blocks the page, in milliseconds.
const BLOCKING_MAX_MS: f64 = 30.0;

/// Kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Job {
    Reading,
    Making,
    Removing,
    Restoring,
    SendingAgain,
}

/// Progress of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    pub(crate) job: Job,
    pub(crate) done: usize,
    pub(crate) total: usize,
    /// Whether it takes long enough to be shown.
    pub(crate) is_long: bool,
}

/// The user pressed cancel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cancelled;

/// The work of the page, one at a time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Work {
    progress: UseStateHandle<Option<Progress>>,
    flags: Rc<Flags>,
}

#[derive(Debug, Default)]
struct Flags {
    is_busy: Cell<bool>,
    is_cancelled: Cell<bool>,
}

impl PartialEq for Flags {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Work in progress; dropping it ends it.
#[derive(Debug)]
pub(crate) struct Step {
    progress: UseStateSetter<Option<Progress>>,
    flags: Rc<Flags>,
    now: Progress,
    paused_at: f64,
}

impl Job {
    /// The kind of work in words.
    pub(crate) fn text(self, messages: &Messages) -> &'static str {
        match self {
            Self::Reading => messages.reading,
            Self::Making => messages.making,
            Self::Removing => messages.removing,
            Self::Restoring => messages.restoring,
            Self::SendingAgain => messages.sending_again,
        }
    }
}

impl Work {
    /// Starts work; returns nothing while other work is in progress.
    pub(crate) fn begin(&self, job: Job, total: usize) -> Option<Step> {
        if self.flags.is_busy.replace(true) {
            return None;
        }
        self.flags.is_cancelled.set(false);
        let now = Progress { job, done: 0, total, is_long: false };
        self.progress.set(Some(now));
        let (progress, flags) = (self.progress.setter(), Rc::clone(&self.flags));
        Some(Step { progress, flags, now, paused_at: web::clock::now_ms() })
    }

    /// Makes the work end at its next step.
    pub(crate) fn cancel(&self) {
        self.flags.is_cancelled.set(true);
    }

    /// Progress of the work; `None` if there is none.
    pub(crate) fn progress(&self) -> Option<Progress> {
        *self.progress
    }
}

impl Step {
    /// Reports how much is done, and lets the page render and respond once it has waited long enough.
    ///
    /// # Errors
    /// Fails after a press on cancel.
    pub(crate) async fn done(&mut self, done: usize) -> Result<(), Cancelled> {
        // The clock may be changed meanwhile: one pause more or less does no harm.
        if web::clock::now_ms() - self.paused_at > BLOCKING_MAX_MS {
            self.now = Progress { done, is_long: true, ..self.now };
            self.progress.set(Some(self.now));
            pause().await;
            self.paused_at = web::clock::now_ms();
        }
        if self.flags.is_cancelled.get() { Err(Cancelled) } else { Ok(()) }
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        self.flags.is_busy.set(false);
        self.progress.set(None);
    }
}

/// The work of this page.
#[hook]
pub(crate) fn use_work() -> Work {
    let progress = use_state(|| None);
    let flags = use_memo((), |()| Flags::default());
    Work { progress, flags }
}
