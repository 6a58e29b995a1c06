//! The lead form as its respondent sees it, and the status of a submitted lead.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::browser::Browser;
use crate::wait::until;

/// The form of the page's first widget, located again at each step.
#[derive(Clone, Copy)]
pub struct LeadForm<'b> {
    browser: &'b Browser,
}

/// Content of the form's place.
#[derive(Clone, Debug, Deserialize)]
pub struct Form {
    /// The inputs by name; empty if there is no form.
    pub fields: BTreeMap<String, Field>,
    /// The message above the button; empty if there is none.
    pub summary: String,
    /// The labels of the buttons.
    pub buttons: Vec<String>,
    /// Names and values of the payload, if it is unfolded.
    pub payload: BTreeMap<String, String>,
    /// Whether the score is visible.
    pub has_score: bool,
    /// The status of a submitted lead.
    pub status: Option<LeadStatus>,
}

/// An input.
#[derive(Clone, Debug, Deserialize)]
pub struct Field {
    /// The label.
    pub label: String,
    /// The value; for a box `true` or `false`.
    pub value: String,
    /// The error message, from the element that describes the input.
    pub error: String,
    /// Whether it is marked as invalid.
    pub invalid: bool,
    /// Whether it is required.
    pub required: bool,
    /// The `autocomplete` value.
    pub autocomplete: String,
    /// The type; for an element other than `input`, the kind of element.
    pub kind: String,
    /// Position of its left edge, in pixels.
    pub left: f64,
    /// Distance from the top of the window, in pixels.
    pub top: f64,
}

/// The status of a submitted lead.
#[derive(Clone, Debug, Deserialize)]
pub struct LeadStatus {
    /// The text of the status.
    pub text: String,
    /// The reference number.
    pub reference: String,
    /// The labels of buttons and links.
    pub actions: Vec<String>,
    /// The addresses of the links.
    pub links: Vec<String>,
}

const READ_FORM: &str = "
    const root = document.querySelector('shindan-widget').shadowRoot;
    const seen = (element) => !!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const place = root.querySelector('.lead');
    const status = place?.querySelector('.lead-status');
    const texts = (within, selector) => [...within?.querySelectorAll(selector) ?? []].filter(seen).map((one) => one.textContent.trim());
    const described = (input) => (input.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
        .map((id) => [root.getElementById(id)].filter(seen).map(({ textContent }) => textContent).join()).join();
    const field = (input) => ({
        label: input.labels[0].textContent, value: input.type === 'checkbox' ? String(input.checked) : input.value,
        error: described(input), invalid: input.getAttribute('aria-invalid') === 'true',
        required: input.required || input.getAttribute('aria-required') === 'true',
        autocomplete: input.autocomplete, kind: input.localName === 'input' ? input.type : input.localName,
        left: input.getBoundingClientRect().left, top: input.getBoundingClientRect().top,
    });
    const inputs = [...place?.querySelectorAll('[name]') ?? []].filter((input) => !input.closest('[aria-hidden]'));
    return {
        fields: Object.fromEntries(inputs.map((input) => [input.name, field(input)])),
        summary: texts(place, '[part~=error]').join(),
        buttons: texts(place, 'button'),
        payload: Object.fromEntries([...place?.querySelectorAll('dt') ?? []].map((name) => [name.textContent, name.nextElementSibling.textContent])),
        has_score: seen(root.querySelector('[part~=score]')),
        status: status ? {
            text: texts(status, '[role=status]').filter(Boolean).join(' '), reference: texts(status, '[part~=receipt]').join(),
            actions: texts(status, 'button, a'), links: [...status.querySelectorAll('a')].map((link) => link.getAttribute('href')),
        } : null,
    };";

impl Browser {
    /// The lead form of the page's first widget.
    pub fn lead_form(&self) -> LeadForm<'_> {
        LeadForm { browser: self }
    }
}

impl LeadForm<'_> {
    /// The current content.
    pub async fn content(&self) -> Form {
        self.browser.script(READ_FORM, vec![]).await
    }

    /// Waits until the content satisfies `there`.
    pub async fn shows(&self, what: &str, there: impl Fn(&Form) -> bool) -> Form {
        let seen = until(async || {
            let form = self.content().await;
            if there(&form) { Ok(form) } else { Err(form) }
        });
        match seen.await {
            Ok(form) => form,
            Err(form) => {
                let console = self.browser.console_messages().await;
                panic!("there is not {what}, but {form:#?}; console {console:#?}")
            }
        }
    }

    /// Waits until the status contains these words.
    pub async fn reads(&self, words: &str) -> LeadStatus {
        let has = |form: &Form| form.status.as_ref().is_some_and(|status| status.text.contains(words));
        self.shows(words, has).await.status.expect("a status")
    }

    /// Replaces the text of an input, and leaves the input.
    pub async fn fills(&self, name: &str, text: &str) {
        self.writes(name, text).await;
        self.browser.presses(Key::Tab).await;
    }

    /// Replaces the text of an input without leaving it.
    pub async fn writes(&self, name: &str, text: &str) {
        self.browser.widget().presses_on(&format!(".lead [name={name}]")).await;
        let empty = "document.querySelector('shindan-widget').shadowRoot.activeElement.select()";
        self.browser.script::<Value>(empty, vec![]).await;
        self.browser.presses(Key::Backspace).await;
        self.browser.types(text).await;
    }

    /// Ticks or clears a box. A press right after the answer to the last question, at the same place, counts as the second one
    /// of a double click and is made again.
    pub async fn ticks(&self, name: &str) {
        let before = self.content().await.value(name).to_owned();
        let ticked = until(async || {
            self.browser.widget().presses_on(&format!(".lead label:has([name={name}])")).await;
            if self.content().await.value(name) == before { Err(()) } else { Ok(()) }
        });
        ticked.await.unwrap_or_else(|()| panic!("the box {name} stays {before}"));
    }

    /// Presses the element with this label.
    pub async fn presses(&self, words: &str) {
        let mark = "const root = document.querySelector('shindan-widget').shadowRoot;
            root.querySelectorAll('.pressed').forEach((one) => one.classList.remove('pressed'));
            const found = [...root.querySelectorAll('.lead button, .lead a, .lead summary')].find((one) => one.textContent.includes(arguments[0]));
            found?.classList.add('pressed');
            return !!found";
        let there: bool = self.browser.script(mark, vec![json!(words)]).await;
        assert!(there, "there is no {words}: {:#?}", self.content().await);
        self.browser.widget().presses_on(".lead .pressed").await;
    }

    /// Presses the button of the form.
    pub async fn submits(&self) {
        self.browser.widget().presses_on("[part~=submit]").await;
    }

    /// Fills in an address, agrees, and submits.
    pub async fn sends(&self) {
        self.fills("email", "taro@example.co.jp").await;
        self.ticks("privacy").await;
        self.submits().await;
    }
}

impl Form {
    /// An input by its name.
    pub fn field(&self, name: &str) -> &Field {
        self.fields.get(name).unwrap_or_else(|| panic!("there is no input {name}: {self:#?}"))
    }

    /// The value of an input.
    pub fn value(&self, name: &str) -> &str {
        &self.field(name).value
    }
}
