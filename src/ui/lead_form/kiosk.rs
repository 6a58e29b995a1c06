//! Kiosk mode, for a tablet at a stand: after a period without a touch, in which the tablet may sleep, the widget starts
//! again and deletes the visitor's data. Leads that were submitted stay in the outbox.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, Node};
use yew::prelude::*;

use super::host::LeadHostHandle;

/// The events that count as a touch. Assistive technology moves the focus without a pointer or a key.
const TOUCHES: [&str; 4] = ["pointerdown", "keydown", "input", "focusin"];

/// Milliseconds within which the click of a touch follows.
const CLICK_MS: f64 = 1_000.0;

/// The properties of [`Kiosk`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct KioskProps {
    /// Seconds without a touch until the restart.
    pub seconds: u32,
    /// Whether there is anything of a visitor, which does not wait for a touch: the page may have been loaded again.
    pub has_visitor: bool,
    /// The page, with its clock and the element on which touches are observed.
    pub host: LeadHostHandle,
    /// Restarts the widget.
    pub on_idle: Callback<()>,
}

/// Something that happens at a stand.
#[derive(Clone, Copy, Debug)]
pub enum KioskMessage {
    /// A touch.
    Touched,
    /// The page is seen again, or no longer.
    VisibilityChanged,
}

/// Renders nothing, and observes touches.
#[derive(Debug)]
pub struct Kiosk {
    _listeners: Vec<EventListener>,
    visit: Option<Visit>,
}

/// A visit that ends after a while without a touch.
#[derive(Debug)]
struct Visit {
    /// The time of the last touch, in milliseconds. A timer stands still while the tablet sleeps; the clock does not.
    touched_ms: f64,
    _end: Timeout,
}

impl Component for Kiosk {
    type Message = KioskMessage;
    type Properties = KioskProps;

    fn create(ctx: &Context<Self>) -> Self {
        let listen = |target: &EventTarget, kind, message| {
            let link = ctx.link().clone();
            EventListener::new(target, kind, move |_| link.send_message(message))
        };
        let within = ctx.props().host.0.event_target();
        let mut listeners: Vec<_> = TOUCHES.map(|kind| listen(&within, kind, KioskMessage::Touched)).into();
        let page = within.dyn_ref::<Node>().and_then(Node::owner_document);
        listeners.extend(page.map(|page| listen(&page, "visibilitychange", KioskMessage::VisibilityChanged)));
        let visit = ctx.props().has_visitor.then(|| Visit::starting_now(ctx.props()));
        Self { _listeners: listeners, visit }
    }

    fn update(&mut self, ctx: &Context<Self>, message: KioskMessage) -> bool {
        let props = ctx.props();
        let is_over = self.visit.as_ref().is_some_and(|visit| visit.is_over(props));
        match message {
            // Whoever touches it now is another visitor.
            KioskMessage::Touched if is_over => {
                ignore_click(&props.host);
                props.on_idle.emit(());
            }
            KioskMessage::Touched => self.visit = Some(Visit::starting_now(props)),
            KioskMessage::VisibilityChanged if is_over => props.on_idle.emit(()),
            KioskMessage::VisibilityChanged => {}
        }
        false
    }

    /// A changed number of seconds restarts the timer. What was answered before the wasm came begins a visit.
    fn changed(&mut self, ctx: &Context<Self>, before: &KioskProps) -> bool {
        let props = ctx.props();
        let is_due = if self.visit.is_some() { before.seconds != props.seconds } else { props.has_visitor };
        if is_due {
            self.visit = Some(Visit::starting_now(props));
        }
        false
    }

    fn view(&self, _: &Context<Self>) -> Html {
        Html::default()
    }
}

impl Visit {
    /// A visit with a touch at this moment. Dropping it cancels its timer.
    fn starting_now(KioskProps { seconds, host, on_idle, .. }: &KioskProps) -> Self {
        let on_idle = on_idle.clone();
        let end = Timeout::new(seconds.saturating_mul(1_000), move || on_idle.emit(()));
        Self { touched_ms: host.0.now_ms(), _end: end }
    }

    /// Whether the time since the last touch is up.
    fn is_over(&self, KioskProps { seconds, host, .. }: &KioskProps) -> bool {
        host.0.now_ms() - self.touched_ms >= f64::from(*seconds) * 1_000.0
    }
}

/// Keeps the click of this touch from the first question, which stands under the finger by then.
fn ignore_click(host: &LeadHostHandle) {
    let within = host.0.event_target();
    let Some(root) = within.dyn_ref::<Node>().map(Node::get_root_node) else { return };
    let (host, touched_ms) = (host.clone(), host.0.now_ms());
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let click = EventListener::once_with_options(&root, "click", options, move |event| {
        if host.0.now_ms() - touched_ms < CLICK_MS {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    // It outlives this component, up to the next click.
    click.forget();
}
