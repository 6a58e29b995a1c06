//! A single-page app in Yew with the widget on one of its pages, as a team of Rust people would embed it.
//!
//! It must not know the widget: to it that is an element like any other.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// What the visitor does.
enum Message {
    Goes(Page),
    Counts,
}

#[derive(Clone, Copy, PartialEq)]
enum Page {
    Home,
    Check,
}

/// The app.
struct App {
    page: Page,
    seen: u32,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        Self { page: Page::Check, seen: 0 }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Goes(page) => self.page = page,
            Message::Counts => self.seen += 1,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let goes = |page| ctx.link().callback(move |_| Message::Goes(page));
        html! {
            <>
                <nav>
                    <button type="button" id="home" onclick={goes(Page::Home)}>{ "はじめに" }</button>
                    <button type="button" id="check" onclick={goes(Page::Check)}>{ "診断" }</button>
                </nav>
                <main id="top">
                    if self.page == Page::Check { { self.check(ctx) } } else { <h1>{ "はじめに" }</h1> }
                </main>
            </>
        }
    }
}

impl App {
    fn check(&self, ctx: &Context<Self>) -> Html {
        let counts = ctx.link().callback(|_| Message::Counts);
        let seen = self.seen.to_string();
        html! {
            <>
                <h1>{ "診断" }</h1>
                <p><button type="button" id="again" onclick={counts}>{ "数える " }{ &seen }</button></p>
                <shindan-widget cta-href="#consultation" data-seen={seen.clone()}></shindan-widget>
                <h2 id="consultation">{ "無料相談のご案内" }</h2>
            </>
        }
    }
}

/// Runs once the wasm is there.
#[wasm_bindgen(start)]
pub fn start() {
    if let Some(root) = place() {
        yew::Renderer::<App>::with_root(root).render();
    }
}

fn place() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id("app")
}
