//! The twin that renders nothing before its wasm is there: the plain way to write such a page in Yew.
//!
//! One question at a time, a choice leads on. The questions stand in the page, a line each: id, text, help and choices
//! (id, words) between tabs. It must not know the widget.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// A question with its choices, each an id and words.
struct Question {
    id: AttrValue,
    text: AttrValue,
    help: AttrValue,
    choices: Vec<(AttrValue, AttrValue)>,
}

impl Question {
    fn read(line: &str) -> Option<Self> {
        let mut fields = line.split('\t').map(|field| AttrValue::from(field.to_owned()));
        let (id, text, help) = (fields.next()?, fields.next()?, fields.next()?);
        let mut choices = Vec::new();
        while let (Some(id), Some(label)) = (fields.next(), fields.next()) {
            choices.push((id, label));
        }
        Some(Self { id, text, help, choices })
    }
}

/// The app.
struct Quiz {
    questions: Vec<Question>,
    answers: Vec<AttrValue>,
}

impl Component for Quiz {
    /// The choice that was made.
    type Message = AttrValue;
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        let document = web_sys::window().and_then(|window| window.document());
        let element = document.and_then(|document| document.get_element_by_id("questions"));
        let text = element.and_then(|element| element.text_content()).unwrap_or_default();
        Self { questions: text.lines().filter_map(Question::read).collect(), answers: Vec::new() }
    }

    fn update(&mut self, _: &Context<Self>, choice: AttrValue) -> bool {
        self.answers.push(choice);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(question) = self.questions.get(self.answers.len()) else {
            return html! { <output>{ self.answers.join(", ") }</output> };
        };
        let choice = |(id, label): &(AttrValue, AttrValue)| {
            let chosen = id.clone();
            let onchange = ctx.link().callback(move |_: Event| chosen.clone());
            html! {
                <label><input type="radio" name={question.id.clone()} value={id} {onchange} />{ label }</label>
            }
        };
        html! {
            <fieldset key={question.id.as_str()} data-question={question.id.clone()}>
                <legend>{ &question.text }</legend>
                <p>{ &question.help }</p>
                { for question.choices.iter().map(choice) }
            </fieldset>
        }
    }
}

/// Runs once the wasm is there.
#[wasm_bindgen(start)]
pub fn start() {
    yew::Renderer::<Quiz>::new().render();
}
