//! A booking in the place of the result: the frame with the booking service, a link to it, and the way back.
//!
//! A browser does not say whether a frame shows the page that was asked for: one that the service keeps out of frames loads
//! like any other. So the link always stands there, and what is known to have failed is said besides. Nothing that the
//! frame says is listened to.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use messages::{MessageKey, Messages};
use session::CtaView;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SecurityPolicyViolationEvent};
use yew::prelude::*;

use super::text::{live_text, text};

/// Milliseconds after which a frame that has not loaded is called late.
const PATIENCE: u32 = 12_000;

/// What is known of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FrameState {
    /// It loads.
    Loading,
    /// It has loaded something.
    Loaded,
    /// It takes longer than anybody waits; it may still come.
    Late,
    /// The browser knows of no network, so that what loads is its own page about that.
    Offline,
    /// The page's policy forbids it.
    Blocked,
}

impl FrameState {
    /// The state after something new is known: what is blocked or offline loads something too, and what has loaded is not
    /// late.
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
    /// Whether the browser knows of a network.
    pub(super) is_online: bool,
    /// Goes back to the result.
    pub(super) on_back: Callback<MouseEvent>,
}

/// The booking, whose heading takes the focus when it comes up.
#[derive(Debug)]
pub(super) struct BookingFrame {
    state: FrameState,
    heading: NodeRef,
    frame: NodeRef,
    listeners: Vec<EventListener>,
    _patience: Timeout,
}

impl BookingFrame {
    /// Listens to the load of the frame, and to the page's policy, which a document tells of what it forbids.
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
                violation.effective_directive() == "frame-src" && origin(&violation.blocked_uri()) == origin(&src)
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
            _patience: Timeout::new(PATIENCE, move || late.emit(())),
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

/// Gives the focus to an element; what cannot have it does without.
pub(super) fn focus(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // Firefox gives the focus to nothing that it has not laid out yet.
        element.get_client_rects();
        let _ = element.focus();
    }
}

/// Scheme and host of an address, as far as they are told.
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
