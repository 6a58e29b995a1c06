//! A page with the widget in it, its respondent, and a receiver of what they send.

use std::collections::BTreeMap;

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site, patience, until};
use serde::Deserialize;
use serde_json::{Value, json};
use xtask::site::{Arrival, Receiver};

/// All that a journey through the form needs.
pub(crate) struct Desk {
    pub(crate) site: Site,
    pub(crate) browser: Browser,
    pub(crate) receiver: Receiver,
}

/// What stands in the place of the form.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Form {
    /// The inputs by name; none where there is no form.
    pub(crate) fields: BTreeMap<String, Field>,
    /// What is said above the button; empty if nothing is.
    pub(crate) summary: String,
    /// The buttons' words.
    pub(crate) buttons: Vec<String>,
    /// Names and values of what would be sent, if that is unfolded.
    pub(crate) payload: BTreeMap<String, String>,
    /// Whether the score is to be seen.
    pub(crate) has_score: bool,
    /// What is told of a lead that was handed over.
    pub(crate) told: Option<Told>,
}

/// An input.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Field {
    pub(crate) label: String,
    /// Of a box `true` or `false`.
    pub(crate) value: String,
    /// What is said to be wrong with it, by the element that describes it.
    pub(crate) flaw: String,
    pub(crate) invalid: bool,
    pub(crate) required: bool,
    pub(crate) autocomplete: String,
    pub(crate) kind: String,
    /// From its left edge, in pixels.
    pub(crate) left: f64,
    pub(crate) top: f64,
}

/// What is told.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Told {
    pub(crate) text: String,
    pub(crate) reference: String,
    /// The words of buttons and links.
    pub(crate) ways: Vec<String>,
    /// Where the links lead.
    pub(crate) links: Vec<String>,
}

const LOOK: &str = "
    const root = document.querySelector('shindan-widget').shadowRoot;
    const seen = (element) => !!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const place = root.querySelector('.lead');
    const told = place?.querySelector('.told');
    const texts = (within, selector) => [...within?.querySelectorAll(selector) ?? []].filter(seen).map((one) => one.textContent.trim());
    const described = (input) => (input.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
        .map((id) => [root.getElementById(id)].filter(seen).map(({ textContent }) => textContent).join()).join();
    const field = (input) => ({
        label: input.labels[0].textContent, value: input.type === 'checkbox' ? String(input.checked) : input.value,
        flaw: described(input), invalid: input.getAttribute('aria-invalid') === 'true',
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
        told: told ? {
            text: texts(told, '[role=status]').filter(Boolean).join(' '), reference: texts(told, '[part~=receipt]').join(),
            ways: texts(told, 'button, a'), links: [...told.querySelectorAll('a')].map((link) => link.getAttribute('href')),
        } : null,
    };";

impl Desk {
    /// A page whose widget has these attributes and the configuration `lead` made of the receiver's address.
    pub(crate) async fn of(device: Device, attributes: &str, lead: impl Fn(&str) -> Value) -> Self {
        let receiver = Receiver::start().expect("a port is free");
        let config = json!({ "lead": lead(&receiver.url("lead")) });
        let site = Site::of_dist();
        let browser = Browser::start(device).await;
        let body = format!(
            "<style>:root {{ color-scheme: light dark }}</style>
            <shindan-widget cta-href='#there' {attributes}><script type='application/json'>{config}</script></shindan-widget>"
        );
        browser.visits(&site.page("host.html", Page::with(&body))).await;
        Self { site, browser, receiver }
    }

    /// A form with these settings on a desk, and one destination that is told what it gets and answers.
    pub(crate) async fn with(settings: Value) -> Self {
        Self::of(Device::Desktop, "", |url| to_a_webhook(&settings, url)).await.comes_to_the_result().await
    }

    /// Answers everything, up to the result and the form in it.
    pub(crate) async fn comes_to_the_result(self) -> Self {
        self.answers().await;
        self.shows("a form", |form| form.fields.contains_key("email")).await;
        self
    }

    /// Answers everything.
    pub(crate) async fn answers(&self) {
        let widget = self.browser.widget();
        for (question, choices) in &Answers::all_met().way() {
            widget.answers(question).await.with_all(choices).await;
        }
    }

    /// What stands there now.
    pub(crate) async fn look(&self) -> Form {
        self.browser.script(LOOK, vec![]).await
    }

    /// Waits until the place of the form shows what `there` says.
    pub(crate) async fn shows(&self, what: &str, there: impl Fn(&Form) -> bool) -> Form {
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
    pub(crate) async fn reads(&self, words: &str) -> Told {
        let has = |form: &Form| form.told.as_ref().is_some_and(|told| told.text.contains(words));
        self.shows(words, has).await.told.expect("something is told")
    }

    /// Puts the text in the place of what an input has, and leaves the input.
    pub(crate) async fn fills(&self, name: &str, text: &str) {
        self.writes(name, text).await;
        self.browser.presses(e2e::Key::Tab).await;
    }

    /// The same without leaving it.
    pub(crate) async fn writes(&self, name: &str, text: &str) {
        self.browser.widget().presses_on(&format!(".lead [name={name}]")).await;
        let empty = "document.querySelector('shindan-widget').shadowRoot.activeElement.select()";
        self.browser.script::<Value>(empty, vec![]).await;
        self.browser.presses(e2e::Key::Backspace).await;
        self.browser.types(text).await;
    }

    /// Ticks or clears a box.
    pub(crate) async fn ticks(&self, name: &str) {
        self.browser.widget().presses_on(&format!(".lead label:has([name={name}])")).await;
    }

    /// Presses what has these words.
    pub(crate) async fn presses(&self, words: &str) {
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
    pub(crate) async fn submits(&self) {
        self.browser.widget().presses_on("[part~=submit]").await;
    }

    /// Fills in an address, agrees, and submits.
    pub(crate) async fn sends(&self) {
        self.fills("email", "taro@example.co.jp").await;
        self.ticks("privacy").await;
        self.submits().await;
    }

    /// Every lead that came.
    pub(crate) fn arrivals(&self) -> Vec<Arrival> {
        self.receiver.arrivals().into_iter().filter(|arrival| arrival.method == "POST").collect()
    }

    /// Waits for the lead of that number, from 1, as JSON.
    pub(crate) fn gets(&self, number: usize) -> Value {
        let came = self.receiver.saw(patience(), |all| all.iter().filter(|one| one.method == "POST").count() >= number);
        assert!(came, "lead {number} does not come: {:#?}", self.receiver.arrivals());
        let arrivals = self.arrivals();
        let body = arrivals[number - 1].body.as_deref().expect("it came whole");
        serde_json::from_str(body).unwrap_or_else(|error| panic!("{body}: {error}"))
    }

    /// Everything that this device keeps for the page, as one text.
    pub(crate) async fn stored(&self) -> String {
        self.browser.stored().await.to_string()
    }
}

/// Settings with a destination that takes JSON.
pub(crate) fn to_a_webhook(settings: &Value, url: &str) -> Value {
    let mut settings = settings.clone();
    settings["destinations"] = json!([{ "type": "webhook-json", "url": url }]);
    settings
}

impl Form {
    /// An input by its name.
    pub(crate) fn field(&self, name: &str) -> &Field {
        self.fields.get(name).unwrap_or_else(|| panic!("there is no input {name}: {self:#?}"))
    }

    /// What an input holds.
    pub(crate) fn value(&self, name: &str) -> &str {
        &self.field(name).value
    }
}
