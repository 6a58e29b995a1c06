//! A page with the widget in it, its respondent, and a receiver of what they send.

use e2e::rules::Answers;
use e2e::{Browser, Device, Form, LeadForm, LeadStatus, Page, Site, TIMEOUT};
use serde_json::{Value, json};
use xtask::site::{Arrival, Receiver};

/// All that a journey through the form needs.
pub(crate) struct FormPage {
    pub(crate) site: Site,
    pub(crate) browser: Browser,
    pub(crate) receiver: Receiver,
}

impl FormPage {
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

    /// A form with these settings on a desk, and one destination that keeps what it gets and answers.
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
        for (question, choices) in &Answers::all_met().answers_in_order() {
            widget.answers(question).await.with_all(choices).await;
        }
    }

    /// The form, as its respondent meets it.
    pub(crate) fn form(&self) -> LeadForm<'_> {
        self.browser.lead_form()
    }

    /// What stands there now.
    pub(crate) async fn content(&self) -> Form {
        self.form().content().await
    }

    /// Waits until the place of the form shows what `there` says.
    pub(crate) async fn shows(&self, what: &str, there: impl Fn(&Form) -> bool) -> Form {
        self.form().shows(what, there).await
    }

    /// Waits until the status shows these words.
    pub(crate) async fn reads(&self, words: &str) -> LeadStatus {
        self.form().reads(words).await
    }

    /// Puts the text in the place of what an input has, and leaves the input.
    pub(crate) async fn fills(&self, name: &str, text: &str) {
        self.form().fills(name, text).await;
    }

    /// The same without leaving it.
    pub(crate) async fn writes(&self, name: &str, text: &str) {
        self.form().writes(name, text).await;
    }

    /// Ticks or clears a box.
    pub(crate) async fn ticks(&self, name: &str) {
        self.form().ticks(name).await;
    }

    /// Presses what has these words.
    pub(crate) async fn presses(&self, words: &str) {
        self.form().presses(words).await;
    }

    /// Presses the button of the form.
    pub(crate) async fn submits(&self) {
        self.form().submits().await;
    }

    /// Fills in an address, agrees, and submits.
    pub(crate) async fn sends(&self) {
        self.form().sends().await;
    }

    /// Every lead that came.
    pub(crate) fn arrivals(&self) -> Vec<Arrival> {
        self.receiver.arrivals().into_iter().filter(|arrival| arrival.method == "POST").collect()
    }

    /// Waits for the lead of that number, from 1, as JSON.
    pub(crate) fn gets(&self, number: usize) -> Value {
        let came = self.receiver.saw(TIMEOUT, |all| all.iter().filter(|one| one.method == "POST").count() >= number);
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
