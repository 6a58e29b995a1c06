//! Web Locks, for which web-sys has only an unstable binding.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Function, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortController, AbortSignal};

#[wasm_bindgen]
extern "C" {
    type LockManager;
    #[wasm_bindgen(js_namespace = navigator, js_name = locks, thread_local_v2)]
    static LOCKS: Option<LockManager>;
    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &LockOptions, work: &Function) -> Result<Promise, JsValue>;

    #[wasm_bindgen(extends = Object)]
    type LockOptions;
    #[wasm_bindgen(method, setter)]
    fn set_signal(this: &LockOptions, signal: &AbortSignal);
}

/// Runs `work` once, while no other page of the site runs work under this name. If there are no locks, or the lock is
/// not released within `timeout_ms`, the work runs without one.
pub async fn with_lock(name: &str, timeout_ms: u32, work: impl Future<Output = ()> + 'static) {
    let work = Rc::new(RefCell::new(Some(work)));
    if let Ok(request) = locked(name, timeout_ms, Rc::clone(&work)) {
        // An error means that the wait was cancelled.
        let _ = JsFuture::from(request).await;
    }
    let left = work.borrow_mut().take();
    if let Some(work) = left {
        work.await;
    }
}

fn locked(
    name: &str,
    timeout_ms: u32,
    work: Rc<RefCell<Option<impl Future<Output = ()> + 'static>>>,
) -> Result<Promise, JsValue> {
    let controller = AbortController::new()?;
    let options: LockOptions = Object::new().unchecked_into();
    options.set_signal(&controller.signal());
    let timeout = Timeout::new(timeout_ms, move || controller.abort());
    let run = Closure::once_into_js(move || {
        drop(timeout);
        let work = work.borrow_mut().take();
        future_to_promise(async move {
            if let Some(work) = work {
                work.await;
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    LOCKS
        .with(|locks| locks.as_ref().map(|locks| locks.request(name, &options, run.unchecked_ref())))
        .unwrap_or(Err(JsValue::UNDEFINED))
}
