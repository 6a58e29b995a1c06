//! The requests received, in order.
//!
//! It must not know the responses.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The paths with their queries.
#[derive(Debug, Default)]
pub(super) struct Journal {
    paths: Mutex<Vec<String>>,
    grown: Condvar,
}

impl Journal {
    fn paths(&self) -> MutexGuard<'_, Vec<String>> {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn note(&self, path: &str) {
        self.paths().push(path.to_owned());
        self.grown.notify_all();
    }

    pub(super) fn all(&self) -> Vec<String> {
        self.paths().clone()
    }

    pub(super) fn wait(&self, timeout: Duration, wanted: impl Fn(&str) -> bool) -> bool {
        let missing = |paths: &mut Vec<String>| !paths.iter().any(|path| wanted(path));
        let (paths, result) =
            self.grown.wait_timeout_while(self.paths(), timeout, missing).unwrap_or_else(PoisonError::into_inner);
        drop(paths);
        !result.timed_out()
    }
}
