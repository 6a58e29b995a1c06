//! Sends a POST request, and returns the reply.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, FormData, Headers, ReferrerPolicy, RequestCredentials, RequestInit, RequestMode, Response,
    ResponseType, SecurityPolicyViolationEvent, SecurityPolicyViolationEventDisposition, UrlSearchParams, Window,
};

/// Maximum number of bytes of a body that outlives its page; browsers allow twice as many in total.
const KEEPALIVE_MAX: usize = 32_768;

/// The body of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// JSON, sent with its content type, which requires a CORS preflight.
    Json(String),
    /// A text without any header.
    Text(String),
    /// A form's pairs, URL-encoded; the reply is not read.
    UrlEncoded(Vec<(String, String)>),
    /// A form's pairs as multipart data; the reply is not read.
    Multipart(Vec<(String, String)>),
}

/// Outcome of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A reply that can be read.
    Read {
        /// The status, such as 200.
        status: u16,
        /// The header `Retry-After`.
        retry_after: Option<String>,
        /// The body.
        text: String,
    },
    /// A reply that may not be read.
    Opaque,
    /// No reply, or an incomplete one.
    Failed,
    /// No reply before the timeout.
    TimedOut,
    /// The page's Content-Security-Policy forbids the address.
    Forbidden,
}

#[wasm_bindgen]
extern "C" {
    /// web-sys has no setter for `keepalive`.
    #[wasm_bindgen(extends = RequestInit)]
    type KeepaliveInit;
    #[wasm_bindgen(method, setter)]
    fn set_keepalive(this: &KeepaliveInit, keepalive: bool);

    /// The window, whose `fetch` may be a function of the page's own: it may throw, or return something else than a promise.
    type Fetcher;
    #[wasm_bindgen(method, catch)]
    fn fetch(this: &Fetcher, url: &str, init: &RequestInit) -> Result<JsValue, JsValue>;
}

/// Posts `body` to `url`, without cookies, with only the origin as the referrer; gives up after `timeout_ms`.
pub async fn post(url: &str, body: &Body, timeout_ms: u32) -> Reply {
    let Some(window) = web_sys::window() else { return Reply::Failed };
    let is_forbidden = Rc::new(Cell::new(false));
    let listener = window.document().map(|document| {
        let (is_forbidden, url) = (Rc::clone(&is_forbidden), url.to_owned());
        EventListener::new(&document, "securitypolicyviolation", move |event| {
            let violation = event.unchecked_ref::<SecurityPolicyViolationEvent>();
            let blocked = violation.blocked_uri();
            // A policy that only reports blocks nothing.
            let is_enforced = violation.disposition() == SecurityPolicyViolationEventDisposition::Enforce;
            let is_this = is_enforced && !blocked.is_empty() && url.starts_with(&blocked);
            is_forbidden.set(is_forbidden.get() || is_this);
        })
    });
    let is_late = Rc::new(Cell::new(false));
    let reply = match AbortController::new() {
        Ok(controller) => {
            let init = init(body, &controller);
            let late = Rc::clone(&is_late);
            let timeout = Timeout::new(timeout_ms, move || {
                late.set(true);
                controller.abort();
            });
            let reply = match init {
                Ok(init) => fetch(&window, url, &init).await,
                Err(error) => Err(error),
            };
            drop(timeout);
            reply
        }
        Err(error) => Err(error),
    };
    // The report of a forbidden request arrives as a separate task.
    TimeoutFuture::new(0).await;
    drop(listener);
    match reply {
        Ok(reply) => reply,
        Err(_) if is_forbidden.get() => Reply::Forbidden,
        Err(_) if is_late.get() => Reply::TimedOut,
        Err(_) => Reply::Failed,
    }
}

fn init(body: &Body, controller: &AbortController) -> Result<RequestInit, JsValue> {
    let init: KeepaliveInit = Object::new().unchecked_into();
    init.set_method("POST");
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::Origin);
    init.set_signal(Some(&controller.signal()));
    let size = match body {
        Body::Json(text) | Body::Text(text) => {
            init.set_body(&JsValue::from_str(text));
            text.len()
        }
        Body::UrlEncoded(pairs) => {
            let form = UrlSearchParams::new()?;
            pairs.iter().for_each(|(name, text)| form.append(name, text));
            init.set_mode(RequestMode::NoCors);
            init.set_body(&form);
            String::from(form.to_string()).len()
        }
        Body::Multipart(pairs) => {
            let form = FormData::new()?;
            for (name, text) in pairs {
                form.append_with_str(name, text)?;
            }
            init.set_mode(RequestMode::NoCors);
            init.set_body(&form);
            pairs.iter().map(|(name, text)| name.len() + text.len() + 2).sum()
        }
    };
    if matches!(body, Body::Json(_)) {
        let headers = Headers::new()?;
        headers.set("accept", "application/json")?;
        headers.set("content-type", "application/json")?;
        init.set_headers(&headers);
    }
    init.set_keepalive(size <= KEEPALIVE_MAX);
    Ok(init.unchecked_into())
}

async fn fetch(window: &Window, url: &str, init: &RequestInit) -> Result<Reply, JsValue> {
    let answer = window.unchecked_ref::<Fetcher>().fetch(url, init)?;
    let response: Response = JsFuture::from(Promise::resolve(&answer)).await?.dyn_into()?;
    if response.type_() == ResponseType::Opaque {
        return Ok(Reply::Opaque);
    }
    let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    let retry_after = response.headers().get("retry-after").ok().flatten();
    Ok(Reply::Read { status: response.status(), retry_after, text })
}
