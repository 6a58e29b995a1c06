//! Kiosk mode, for a tablet at a stand: after a while without a touch the widget starts again and forgets the visitor.
//! Leads that were handed over stay in the outbox.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::EventTarget;
use yew::prelude::*;

/// What counts as a touch.
const TOUCHES: [&str; 3] = ["pointerdown", "keydown", "input"];

/// The properties of [`Kiosk`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct KioskProps {
    /// Seconds without a touch.
    pub seconds: u32,
    /// Where touches are looked for.
    pub within: EventTarget,
    /// Starts anew.
    pub on_idle: Callback<()>,
}

/// A touch.
#[derive(Debug)]
pub struct Touched;

/// Shows nothing, and watches.
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
        // The one before ends with this.
        self.waiting = Some(Timeout::new(seconds.saturating_mul(1_000), move || on_idle.emit(())));
        false
    }

    /// With another number of seconds the wait begins anew.
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
