//! The gate at which held responses wait.
//!
//! It must not know what waits. Every wait ends when the site ends, so that a failing test never hangs.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The gate, which is closed at first.
#[derive(Debug, Default)]
pub(super) struct Gate {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    open: bool,
    ended: bool,
}

impl Gate {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state());
        self.changed.notify_all();
    }

    pub(super) fn open(&self) {
        self.change(|state| state.open = true);
    }

    pub(super) fn close(&self) {
        self.change(|state| state.open = false);
    }

    /// Ends every wait permanently.
    pub(super) fn end(&self) {
        self.change(|state| state.ended = true);
    }

    /// Waits until the gate is open. Returns `false` if the site ended first.
    pub(super) fn pass(&self) -> bool {
        let state = self
            .changed
            .wait_while(self.state(), |state| !state.open && !state.ended)
            .unwrap_or_else(PoisonError::into_inner);
        !state.ended
    }

    /// Waits for this duration. Returns `false` if the site ended first.
    pub(super) fn pause(&self, time: Duration) -> bool {
        let (state, _) = self
            .changed
            .wait_timeout_while(self.state(), time, |state| !state.ended)
            .unwrap_or_else(PoisonError::into_inner);
        !state.ended
    }
}
