//! A booking in place of the result: the frame with the booking service, a link to it, and the way back.
//!
//! A browser does not report whether a frame shows the requested page: a page that refuses to be framed loads like any
//! other. The link is therefore always shown, and known failures are reported in addition. The widget listens to no
//! message of the frame.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use messages::{MessageKey, Messages};
use session::CtaView;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SecurityPolicyViolationEvent, SecurityPolicyViolationEventDisposition};
use yew::prelude::*;

use super::text::{live_text, text};

/// Timeout after which a frame that has not loaded is reported as late, in milliseconds.
const TIMEOUT_MS: u32 = 12_000;

/// Loading state of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FrameState {
    /// The frame is loading.
    Loading,
    /// The frame has loaded something.
    Loaded,
    /// The timeout has passed; the frame may still load.
    Late,
    /// The browser reports no network, so the frame shows the browser's own error page.
    Offline,
    /// The page's policy forbids the frame.
    Blocked,
}

impl FrameState {
    /// The state after new information: a blocked or offline frame also reports a load, and a frame that has loaded is
    /// never late.
    fn then(self, news: FrameState) -> Self {
        match (self, news) {
            (_, FrameState::Blocked) => news,
            (FrameState::Blocked | FrameState::Offline, _) | (FrameState::Loaded, FrameState::Late) => self,
            _ => news,
        }
    }
}

/// The properties of [`BookingFrame`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct BookingProps {
    /// The call to action that was followed.
    pub(super) call: CtaView,
    /// The interface's messages.
    pub(super) messages: Rc<Messages>,
    /// Whether the browser reports a network connection.
    pub(super) is_online: bool,
    /// Returns to the result.
    pub(super) on_back: Callback<MouseEvent>,
}

/// The booking, whose heading takes the focus when it appears.
#[derive(Debug)]
pub(super) struct BookingFrame {
    state: FrameState,
    heading: NodeRef,
    frame: NodeRef,
    listeners: Vec<EventListener>,
    _timeout: Timeout,
}

impl BookingFrame {
    /// Listens to the load event of the frame, and to violations of the page's policy, which the document reports.
    fn listen(&mut self, ctx: &Context<Self>) {
        let Some(frame) = self.frame.cast::<Element>() else {
            return;
        };
        let loaded = ctx.link().callback(|()| FrameState::Loaded);
        self.listeners.push(EventListener::new(&frame, "load", move |_| loaded.emit(())));
        let Some(document) = frame.owner_document() else {
            return;
        };
        let blocked = ctx.link().callback(|()| FrameState::Blocked);
        let src = ctx.props().call.frame.as_ref().map(|frame| Rc::clone(&frame.src)).unwrap_or_default();
        self.listeners.push(EventListener::new(&document, "securitypolicyviolation", move |event| {
            let violation = event.dyn_ref::<SecurityPolicyViolationEvent>();
            let is_ours = |violation: &SecurityPolicyViolationEvent| {
                violation.disposition() == SecurityPolicyViolationEventDisposition::Enforce
                    && violation.effective_directive() == "frame-src"
                    && origin(&violation.blocked_uri()) == origin(&src)
            };
            if violation.is_some_and(is_ours) {
                blocked.emit(());
            }
        }));
    }
}

impl Component for BookingFrame {
    type Message = FrameState;
    type Properties = BookingProps;

    fn create(ctx: &Context<Self>) -> Self {
        let late = ctx.link().callback(|()| FrameState::Late);
        Self {
            state: if ctx.props().is_online { FrameState::Loading } else { FrameState::Offline },
            heading: NodeRef::default(),
            frame: NodeRef::default(),
            listeners: Vec::new(),
            _timeout: Timeout::new(TIMEOUT_MS, move || late.emit(())),
        }
    }

    fn update(&mut self, _: &Context<Self>, news: FrameState) -> bool {
        let before = self.state;
        self.state = before.then(news);
        self.state != before
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let BookingProps { call, messages, on_back, .. } = ctx.props();
        let t = |key| text(messages.get(key));
        let status = match self.state {
            FrameState::Loading => Some(MessageKey::BookingLoading),
            FrameState::Loaded => None,
            FrameState::Late | FrameState::Offline | FrameState::Blocked => Some(MessageKey::BookingFailed),
        };
        html! {
            if let Some(frame) = &call.frame {
                <section class="booking" part="booking">
                    <h2 ref={self.heading.clone()} tabindex="-1">{ text(&frame.title) }</h2>
                    <div class="nav">
                        <button class="quiet" part="back" onclick={on_back}>{ t(MessageKey::BookingBack) }</button>
                    </div>
                    <p role="status">{ for status.map(|key| live_text(messages.get(key))) }</p>
                    <p>
                        if status != Some(MessageKey::BookingFailed) {
                            <span>{ t(MessageKey::BookingHint) }</span>{ " " }
                        }
                        <a href={Rc::clone(&call.href)} target="_blank" rel="noopener">{ t(MessageKey::BookingLink) }</a>
                    </p>
                    <iframe ref={self.frame.clone()} src={Rc::clone(&frame.src)} title={Rc::clone(&frame.title)}
                        hidden={self.state == FrameState::Blocked}></iframe>
                </section>
            }
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        if is_first {
            self.listen(ctx);
            focus(&self.heading);
        }
    }
}

/// Focuses an element; does nothing if it cannot take the focus.
pub(super) fn focus(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // Firefox cannot focus an element before its layout.
        element.get_client_rects();
        let _ = element.focus();
    }
}

/// Scheme and host of an address, as far as it has them.
fn origin(address: &str) -> String {
    address.split(['?', '#']).next().unwrap_or_default().split('/').take(3).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::{FrameState, origin};

    #[test]
    fn what_is_blocked_stays_blocked_and_what_is_late_may_come() {
        use FrameState::{Blocked, Late, Loaded, Loading, Offline};
        assert_eq!(Loading.then(Late).then(Loaded), Loaded);
        assert_eq!(Loading.then(Loaded).then(Late), Loaded);
        assert_eq!(Loading.then(Blocked).then(Loaded), Blocked, "a forbidden frame loads an empty page");
        assert_eq!(Loading.then(Loaded).then(Blocked), Blocked);
        assert_eq!(Offline.then(Loaded), Offline, "the browser's own page has loaded");
    }

    #[test]
    fn an_origin_is_the_same_with_and_without_a_path() {
        assert_eq!(origin("https://calendly.com/a?b=1"), origin("https://calendly.com"));
        assert_ne!(origin("https://calendly.com.example/a"), origin("https://calendly.com"));
    }
}
