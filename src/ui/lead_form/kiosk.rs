//! Kiosk mode, for a tablet at a stand: after a period without a touch the widget starts again and deletes the
//! visitor's data. Leads that were submitted stay in the outbox.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::EventTarget;
use yew::prelude::*;

/// The events that count as a touch.
const TOUCHES: [&str; 3] = ["pointerdown", "keydown", "input"];

/// The properties of [`Kiosk`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct KioskProps {
    /// Seconds without a touch until the restart.
    pub seconds: u32,
    /// The element on which touches are observed.
    pub within: EventTarget,
    /// Restarts the widget.
    pub on_idle: Callback<()>,
}

/// A touch.
#[derive(Debug)]
pub struct Touched;

/// Renders nothing, and observes touches.
#[derive(Debug)]
pub struct Kiosk {
    _listeners: Vec<EventListener>,
    waiting: Option<Timeout>,
}

impl Component for Kiosk {
    type Message = Touched;
    type Properties = KioskProps;

    fn create(ctx: &Context<Self>) -> Self {
        let listen = |kind| {
            let touched = ctx.link().callback(|()| Touched);
            EventListener::new(&ctx.props().within, kind, move |_| touched.emit(()))
        };
        Self { _listeners: TOUCHES.into_iter().map(listen).collect(), waiting: None }
    }

    fn update(&mut self, ctx: &Context<Self>, _: Touched) -> bool {
        let KioskProps { seconds, on_idle, .. } = ctx.props();
        let on_idle = on_idle.clone();
        // The new timer cancels the previous one.
        self.waiting = Some(Timeout::new(seconds.saturating_mul(1_000), move || on_idle.emit(())));
        false
    }

    /// A changed number of seconds restarts the timer.
    fn changed(&mut self, ctx: &Context<Self>, before: &KioskProps) -> bool {
        if self.waiting.is_some() && before.seconds != ctx.props().seconds {
            ctx.link().send_message(Touched);
        }
        false
    }

    fn view(&self, _: &Context<Self>) -> Html {
        Html::default()
    }
}
