//! Deliberate faults: a panic and a trap, each in a view, a listener, a timer and a future.

#![allow(clippy::panic, reason = "what happens after a panic is what is tested")]

use gloo_timers::callback::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
enum Fault {
    Panic,
    Trap,
}

#[derive(Clone, Copy)]
enum Place {
    View,
    Listener,
    Timer,
    Future,
}

pub(super) struct Msg(Fault, Place);

/// A button for each fault, named `FAULT-PLACE`.
#[derive(Default)]
pub(super) struct Faults {
    in_view: Option<Fault>,
    timer: Option<Timeout>,
}

impl Component for Faults {
    type Message = Msg;
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, _: &Context<Self>, Msg(fault, place): Msg) -> bool {
        match place {
            Place::View => self.in_view = Some(fault),
            Place::Timer => self.timer = Some(Timeout::new(0, move || fail(fault))),
            Place::Future => spawn_local(async move { fail(fault) }),
            // The listener fails before it sends a message.
            Place::Listener => {}
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        if let Some(fault) = self.in_view {
            fail(fault);
        }
        let places =
            [("view", Place::View), ("listener", Place::Listener), ("timer", Place::Timer), ("future", Place::Future)];
        let button = |name: &str, fault: Fault, place: Place| {
            let onclick = ctx.link().callback(move |_| {
                if matches!(place, Place::Listener) {
                    fail(fault);
                }
                Msg(fault, place)
            });
            html! { <button type="button" data-fault={name.to_owned()} {onclick}>{ name.to_owned() }</button> }
        };
        html! {
            <p>
                { for places.into_iter().flat_map(|(name, place)| [
                    button(&format!("panic-{name}"), Fault::Panic, place),
                    button(&format!("trap-{name}"), Fault::Trap, place),
                ]) }
            </p>
        }
    }
}

fn fail(fault: Fault) {
    if fault == Fault::Panic {
        panic!("a deliberate panic");
    }
    #[cfg(target_arch = "wasm32")]
    core::arch::wasm32::unreachable();
}
