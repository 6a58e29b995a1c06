//! Futures that end with their component, and yielding to the page in long work.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::rc::Rc;

use futures_util::future::{AbortHandle, abortable};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Runs futures; see [`use_tasks`].
#[derive(Clone, Debug, Default)]
pub struct Tasks(Rc<RefCell<Running>>);

#[derive(Debug, Default)]
struct Running {
    next: u32,
    handles: BTreeMap<u32, AbortHandle>,
}

impl PartialEq for Tasks {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Tasks {
    /// Runs `future` from now on.
    pub fn spawn(&self, future: impl Future<Output = ()> + 'static) {
        let (future, handle) = abortable(future);
        let mut running = self.0.borrow_mut();
        let number = running.next;
        running.next = number.wrapping_add(1);
        running.handles.insert(number, handle);
        let all = Rc::clone(&self.0);
        spawn_local(async move {
            // Nothing needs to know that it was cancelled.
            let _ = future.await;
            all.borrow_mut().handles.remove(&number);
        });
    }

    fn end(&self) {
        self.0.borrow().handles.values().for_each(AbortHandle::abort);
    }
}

/// A runner of futures that are cancelled with the component.
#[hook]
pub fn use_tasks() -> Tasks {
    let tasks = use_memo((), |()| Tasks::default());
    let ended = (*tasks).clone();
    use_effect_with((), move |()| move || ended.end());
    (*tasks).clone()
}

/// Yields so that the page can render and respond in the middle of long work.
pub async fn pause() {
    TimeoutFuture::new(0).await;
}
