//! The lead form as its respondent meets it, and what is told of a lead that was handed over.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::browser::Browser;
use crate::wait::until;

/// The form of the page's first widget, found anew at each step.
#[derive(Clone, Copy)]
pub struct LeadForm<'b> {
    browser: &'b Browser,
}

/// What stands in the place of the form.
#[derive(Clone, Debug, Deserialize)]
pub struct Form {
    /// The inputs by name; none where there is no form.
    pub fields: BTreeMap<String, Field>,
    /// What is said above the button; empty if nothing is.
    pub summary: String,
    /// The buttons' words.
    pub buttons: Vec<String>,
    /// Names and values of what would be sent, if that is unfolded.
    pub payload: BTreeMap<String, String>,
    /// Whether the score is to be seen.
    pub has_score: bool,
    /// What is told of a lead that was handed over.
    pub status: Option<LeadStatus>,
}

/// An input.
#[derive(Clone, Debug, Deserialize)]
pub struct Field {
    /// Its words.
    pub label: String,
    /// Of a box `true` or `false`.
    pub value: String,
    /// What is said to be wrong with it, by the element that describes it.
    pub error: String,
    /// Whether it is marked as wrong.
    pub invalid: bool,
    /// Whether it has to be filled in.
    pub required: bool,
    /// What a browser may fill it in with.
    pub autocomplete: String,
    /// Its type; the kind of element where it is no `input`.
    pub kind: String,
    /// From its left edge, in pixels.
    pub left: f64,
    /// From the top of the window, in pixels.
    pub top: f64,
}

/// What is told.
#[derive(Clone, Debug, Deserialize)]
pub struct LeadStatus {
    /// The words of its status.
    pub text: String,
    /// The number that a person can say.
    pub reference: String,
    /// The words of buttons and links.
    pub actions: Vec<String>,
    /// Where the links lead.
    pub links: Vec<String>,
}

const LOOK: &str = "
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
    /// What stands there now.
    pub async fn look(&self) -> Form {
        self.browser.script(LOOK, vec![]).await
    }

    /// Waits until the place of the form shows what `there` says.
    pub async fn shows(&self, what: &str, there: impl Fn(&Form) -> bool) -> Form {
        let seen = until(async || {
            let form = self.look().await;
            if there(&form) { Ok(form) } else { Err(form) }
        });
        match seen.await {
            Ok(form) => form,
            Err(form) => {
                let console: Vec<_> = self.browser.console().await.into_iter().map(|entry| entry.message).collect();
                panic!("there is not {what}, but {form:#?}; console {console:#?}")
            }
        }
    }

    /// Waits until the respondent is told these words.
    pub async fn reads(&self, words: &str) -> LeadStatus {
        let has = |form: &Form| form.status.as_ref().is_some_and(|status| status.text.contains(words));
        self.shows(words, has).await.status.expect("something is told")
    }

    /// Puts the text in the place of what an input has, and leaves the input.
    pub async fn fills(&self, name: &str, text: &str) {
        self.writes(name, text).await;
        self.browser.presses(Key::Tab).await;
    }

    /// The same without leaving it.
    pub async fn writes(&self, name: &str, text: &str) {
        self.browser.widget().presses_on(&format!(".lead [name={name}]")).await;
        let empty = "document.querySelector('shindan-widget').shadowRoot.activeElement.select()";
        self.browser.script::<Value>(empty, vec![]).await;
        self.browser.presses(Key::Backspace).await;
        self.browser.types(text).await;
    }

    /// Ticks or clears a box.
    pub async fn ticks(&self, name: &str) {
        self.browser.widget().presses_on(&format!(".lead label:has([name={name}])")).await;
    }

    /// Presses what has these words.
    pub async fn presses(&self, words: &str) {
        let mark = "const root = document.querySelector('shindan-widget').shadowRoot;
            root.querySelectorAll('.pressed').forEach((one) => one.classList.remove('pressed'));
            const found = [...root.querySelectorAll('.lead button, .lead a, .lead summary')].find((one) => one.textContent.includes(arguments[0]));
            found?.classList.add('pressed');
            return !!found";
        let there: bool = self.browser.script(mark, vec![json!(words)]).await;
        assert!(there, "there is no {words}: {:#?}", self.look().await);
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

    /// What an input holds.
    pub fn value(&self, name: &str) -> &str {
        &self.field(name).value
    }
}
