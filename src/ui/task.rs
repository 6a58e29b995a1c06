//! A future that is cancelled when its handle is dropped.

use std::future::Future;

use futures_util::future::{AbortHandle, abortable};
use wasm_bindgen_futures::spawn_local;

use super::lead_form::LocalFuture;

/// A running future, which is cancelled when this is dropped.
#[derive(Debug)]
pub(crate) struct Task(AbortHandle);

impl Task {
    /// Runs `future` from now on.
    pub(crate) fn spawn(future: impl Future<Output = ()> + 'static) -> Self {
        Self::run(Box::pin(future))
    }

    fn run(future: LocalFuture<()>) -> Self {
        let (future, handle) = abortable(future);
        spawn_local(async move {
            // Nothing needs to know that it was cancelled.
            let _ = future.await;
        });
        Self(handle)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}
