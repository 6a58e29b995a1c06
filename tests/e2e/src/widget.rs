//! A widget as its respondent uses it: questions, choices, the verdict. Every press is a real one.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::engine::Engine;
use crate::pointer::Pointer;
use crate::rules::Answers;
use crate::screen::{Cta, Screen, Verdict};
use crate::wait::until;

/// The question of the pack that accepts several answers.
const MANY: &str = "skill";

/// One `<shindan-widget>` of the page, located again at each step.
#[derive(Clone, Copy)]
pub struct Widget<'b> {
    browser: &'b Browser,
    nth: usize,
}

/// A question that is being answered.
#[must_use = "say with what it is answered"]
pub struct Answering<'b> {
    widget: Widget<'b>,
    question: String,
}

impl<'b> Widget<'b> {
    pub(crate) fn new(browser: &'b Browser, nth: usize) -> Self {
        Self { browser, nth }
    }

    /// The current screen.
    pub async fn screen(&self) -> Screen {
        // Before the page exists there is no probe, and nothing to see.
        let script = "return window.__probe?.screen(arguments[0]) ?? null";
        self.browser.script::<Option<Screen>>(script, vec![json!(self.nth)]).await.unwrap_or_default()
    }

    /// Waits until the screen satisfies `there`, and returns it.
    pub async fn shows<T>(&self, what: &str, there: impl Fn(&Screen) -> Option<T>) -> T {
        let seen = until(async || {
            let screen = self.screen().await;
            there(&screen).ok_or(screen)
        });
        match seen.await {
            Ok(found) => found,
            Err(screen) => {
                let console = self.browser.console_messages().await;
                let presses: Value = self.browser.script("return window.__probe?.presses ?? null", vec![]).await;
                panic!(
                    "widget {} does not show {what}.\nIt shows {screen:#?}\nConsole: {console:#?}\nPresses: {presses:#}",
                    self.nth
                )
            }
        }
    }

    /// Waits for a question.
    pub async fn sees_question(&self, id: &str) -> Screen {
        self.shows(&format!("question {id}"), |screen| (screen.question.as_deref() == Some(id)).then(|| screen.clone()))
            .await
    }

    /// Waits for the verdict.
    pub async fn verdict(&self) -> Verdict {
        self.shows("a verdict", |screen| screen.verdict.clone()).await
    }

    /// Waits for the call to action.
    pub async fn cta(&self) -> Cta {
        self.shows("a call to action", |screen| screen.cta.clone()).await
    }

    /// Waits until the wasm has replaced the prerendered view by its own.
    pub async fn is_live(&self) {
        let live = until(async || if self.has_wasm().await { Ok(()) } else { Err(()) });
        if live.await.is_err() {
            let events = self.browser.events().await;
            let console = self.browser.console_messages().await;
            panic!("widget {} never gets its wasm; events {events:?}, console {console:#?}", self.nth);
        }
    }

    /// Whether the wasm has taken over.
    pub async fn has_wasm(&self) -> bool {
        self.browser.script("return __probe.live(arguments[0])", vec![json!(self.nth)]).await
    }

    /// Waits for the question, to answer it.
    pub async fn answers(&self, question: &str) -> Answering<'b> {
        self.sees_question(question).await;
        Answering { widget: *self, question: question.to_owned() }
    }

    /// Presses a choice of the question on screen.
    pub async fn taps(&self, choice: &str) {
        self.presses_on(&choice_selector(None, choice)).await;
    }

    /// Presses `next`.
    pub async fn goes_on(&self) {
        self.presses_on("[part~=next]").await;
    }

    /// Presses `back`.
    pub async fn goes_back(&self) {
        self.presses_on("[part~=back]").await;
    }

    /// Presses `restart` and waits for the first question.
    pub async fn restarts(&self) {
        self.presses_on("[part~=restart]").await;
        self.sees_question("purpose").await;
    }

    /// On the result, ticks or clears the box that tries closing the gap in a question.
    pub async fn tries(&self, question: &str) {
        self.presses_on(&format!(".picture label:has([name={question}])")).await;
    }

    /// On the result, copies the link of that name, and returns the content of the clipboard.
    pub async fn copies(&self, name: &str) -> String {
        self.presses_on(&format!("[part~=share][name={name}]")).await;
        self.shows("that the link was copied", |screen| screen.verdict.as_ref()?.status.clone()).await;
        self.browser.clipboard().await
    }

    /// On the result, allows storing it on the device, or revokes that.
    pub async fn presses_keep(&self) {
        self.presses_on(".actions label:has([name='.keep'])").await;
    }

    /// Presses the middle of an element once it is there and not covered; presses again if it moved at that moment, as
    /// a person would.
    pub async fn presses_on(&self, selector: &str) {
        for _ in 0..3 {
            let place = self.place_of(selector).await;
            let place = self.as_another_gesture(selector, place).await;
            self.browser.press(place).await;
            if self.was_struck(selector).await {
                return;
            }
        }
        panic!("{selector} is never where it was a moment ago in widget {}", self.nth);
    }

    /// The same place, unless the last press there was a moment ago: then a place beside it on the same element or, if
    /// there is none, its place after the last gesture is over.
    async fn as_another_gesture(&self, selector: &str, (x, y): (f64, f64)) -> (f64, f64) {
        let rest = self.browser.rest_of_gesture((x, y));
        if rest.is_zero() {
            return (x, y);
        }
        let arguments = vec![json!(self.nth), json!(selector), json!(x), json!(y)];
        let beside: Option<(f64, f64)> = self.browser.script("return __probe.beside(...arguments)", arguments).await;
        match beside {
            Some(place) => place,
            None => {
                tokio::time::sleep(rest).await;
                self.place_of(selector).await
            }
        }
    }

    /// Whether the last press reached its target; a page that was left by it no longer knows.
    async fn was_struck(&self, selector: &str) -> bool {
        let struck = "return window.__probe ? __probe.struck() : true";
        let struck = until(async || self.browser.script::<Option<bool>>(struck, vec![]).await.ok_or(()));
        struck.await.unwrap_or_else(|()| panic!("no press of {selector} comes to the page"))
    }

    /// The place in the window where an element can be pressed.
    pub async fn place_of(&self, selector: &str) -> (f64, f64) {
        let mut last = Value::Null;
        let place = until(async || {
            let arguments = vec![json!(self.nth), json!(selector)];
            let spot: Value = self.browser.script("return window.__probe?.spot(...arguments) ?? null", arguments).await;
            if self.browser.engine() != Engine::Chromium && std::mem::replace(&mut last, spot.clone()) != spot {
                // A moving element is elsewhere by the time the driver presses.
                return Err(spot);
            }
            match (spot["x"].as_f64(), spot["y"].as_f64(), spot["free"].as_bool()) {
                (Some(x), Some(y), Some(true)) => Ok((x, y)),
                _ => Err(spot),
            }
        });
        match place.await {
            Ok(place) => place,
            Err(spot) => {
                let screen = self.screen().await;
                let presses: Value = self.browser.script("return __probe.presses", vec![]).await;
                panic!(
                    "{selector} cannot be pressed in widget {}: {spot}.\nIt shows {screen:#?}\nPresses: {presses}\nEvents: {:?}",
                    self.nth,
                    self.browser.event_names(self.nth as i32).await
                )
            }
        }
    }

    /// The place where a choice can be pressed.
    pub async fn place_of_choice(&self, question: &str, choice: &str) -> (f64, f64) {
        self.place_of(&choice_selector(Some(question), choice)).await
    }

    /// Taps the choices as soon as they are there, and `next` for boxes, without waiting for the effect.
    pub async fn answers_soon(&self, question: &str, choices: &[&str]) {
        for choice in choices {
            self.presses_on(&choice_selector(Some(question), choice)).await;
        }
        if question == MANY {
            self.presses_on(&format!("form:has([data-question={question}]) [part~=next]")).await;
        }
    }

    /// Gives all answers, up to the verdict; returns the ids of the questions asked.
    pub async fn answers_all(&self, answers: &Answers) -> Vec<&'static str> {
        let way = answers.answers_in_order();
        for (question, choices) in &way {
            self.answers(question).await.with_all(choices).await;
        }
        self.verdict().await;
        way.into_iter().map(|(question, _)| question).collect()
    }

    /// Takes a screenshot of the whole widget, even if it is longer than the window; see [`Browser::shoots`].
    pub async fn shoots(&self, name: &str) -> String {
        let mut clip: Value = self.browser.script("return __probe.box(arguments[0])", vec![json!(self.nth)]).await;
        clip["scale"] = json!(1);
        let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        self.browser.photographs(name, wanted).await
    }

    /// The pointer of this device.
    pub fn pointer(&self) -> Pointer {
        self.browser.pointer()
    }
}

impl Answering<'_> {
    /// Answers with one choice, which continues to the next question.
    pub async fn with(self, choice: &str) {
        self.with_all(&[choice]).await;
    }

    /// Answers with exactly these choices, and waits until the question is gone.
    pub async fn with_all(self, choices: &[&str]) {
        let Self { widget, question } = self;
        let screen = widget.sees_question(&question).await;
        if screen.choices.iter().any(|choice| choice.many) {
            for choice in screen.choices.iter().filter(|choice| choice.chosen != choices.contains(&choice.id.as_str()))
            {
                widget.presses_on(&choice_selector(Some(&question), &choice.id)).await;
            }
            let ticked = |screen: &Screen| (screen.chosen() == in_order(screen, choices)).then_some(());
            widget.shows(&format!("{choices:?} ticked"), ticked).await;
            widget.goes_on().await;
        } else {
            let [choice] = choices else { panic!("{question} takes one answer, not {choices:?}") };
            widget.presses_on(&choice_selector(Some(&question), choice)).await;
        }
        let gone = |screen: &Screen| (screen.question.as_ref() != Some(&question)).then_some(());
        widget.shows(&format!("what follows {question}"), gone).await;
    }
}

fn in_order<'a>(screen: &'a Screen, choices: &[&str]) -> Vec<&'a str> {
    screen.choices.iter().map(|choice| choice.id.as_str()).filter(|id| choices.contains(id)).collect()
}

fn choice_selector(question: Option<&str>, choice: &str) -> String {
    let question = question.map(|id| format!("[data-question={id}] ")).unwrap_or_default();
    format!("{question}[part~=choice]:has(input[value={choice}])")
}
