//! A page with the widget in it, a receiver of its leads, and the respondent between them.

use std::collections::BTreeSet;
use std::time::Duration;

use e2e::rules::Answers;
use e2e::{Browser, LeadForm, LeadStatus, Page, Site, TIMEOUT, until};
use serde_json::{Value, json};
use xtask::site::{Arrival, Receiver, ScriptedResponse};

/// The page's file.
const HOST: &str = "host.html";
/// More than the longest wait of the outbox's own after a first try.
pub(crate) const A_WHILE: Duration = Duration::from_mins(1);

/// All that a journey of a lead needs.
pub(crate) struct LeadPage {
    pub(crate) site: Site,
    pub(crate) browser: Browser,
    pub(crate) receiver: Receiver,
    pub(crate) url: String,
}

impl LeadPage {
    /// A result on screen, with a destination of that type at the receiver.
    pub(crate) async fn with(kind: &str) -> Self {
        Self::before(kind, |page| page).await.comes_to_the_result().await
    }

    /// The same with further attributes of the widget, further destinations, or a page that `change` makes another.
    pub(crate) async fn before(kind: &str, change: impl FnOnce(Page) -> Page) -> Self {
        let receiver = Receiver::start().expect("a port is free");
        let destination = json!({ "type": kind, "url": receiver.url("lead") });
        Self::of(receiver, "", &[destination], change).await
    }

    /// The same with these attributes and destinations.
    pub(crate) async fn of(
        receiver: Receiver,
        attributes: &str,
        to: &[Value],
        change: impl FnOnce(Page) -> Page,
    ) -> Self {
        let site = Site::of_dist();
        let browser = Browser::desktop().await;
        browser.has_a_clock().await;
        let page = change(Page::with(&widget(attributes, to)));
        let url = site.page(HOST, page);
        let lead_page = Self { site, browser, receiver, url };
        lead_page.browser.visits(&lead_page.url).await;
        lead_page
    }

    /// Answers everything, up to the result and the form in it.
    pub(crate) async fn comes_to_the_result(self) -> Self {
        self.browser.widget().answers_all(&Answers::all_met()).await;
        self.has_the_form().await;
        self
    }

    /// Fills in what is needed, agrees and submits.
    pub(crate) async fn submits(&self) {
        self.fills_in().await;
        self.browser.widget().presses_on("[part~=submit]").await;
    }

    /// The same without a network, which is lost once the form was touched.
    pub(crate) async fn submits_offline(&self) {
        self.fills_in().await;
        let came = "return performance.getEntriesByType('resource').some(({ name, responseEnd }) => /outbox-.*wasm/.test(name) && responseEnd > 0)";
        let there = until(async || self.browser.script::<bool>(came, vec![]).await.then_some(()).ok_or(()));
        there.await.expect("the outbox comes with the first touch of the form");
        self.is_online(false).await;
        self.browser.widget().presses_on("[part~=submit]").await;
    }

    /// Fills in what is needed, and agrees.
    pub(crate) async fn fills_in(&self) {
        for (name, text) in [("email", "taro@example.co.jp"), ("last_name", "試験")] {
            self.browser.widget().presses_on(&format!("[name={name}]")).await;
            self.browser.devtools("Input.insertText", json!({ "text": text })).await;
        }
        self.browser.widget().presses_on("label:has([name=privacy])").await;
    }

    /// The form and what follows it, as the respondent sees them.
    fn form(&self) -> LeadForm<'_> {
        self.browser.lead_form()
    }

    /// Presses the button or link with this label below the status of the lead.
    pub(crate) async fn press(&self, words: &str) {
        self.form().presses(words).await;
    }

    /// Waits for the form.
    pub(crate) async fn has_the_form(&self) {
        self.form().shows("a form", |form| !form.fields.is_empty()).await;
    }

    /// Waits for the status of the lead.
    pub(crate) async fn status(&self) -> LeadStatus {
        let form = self.form().shows("the status of a lead", |form| form.status.is_some()).await;
        form.status.expect("it was waited for")
    }

    /// Waits until the respondent reads these words.
    pub(crate) async fn reads(&self, words: &str) -> LeadStatus {
        self.form().reads(words).await
    }

    /// Waits until the form says so above its button.
    pub(crate) async fn says(&self, words: &str) {
        self.form().shows(words, |form| form.summary.contains(words)).await;
    }

    /// Lets the outbox be done with what it does now, then lets time pass.
    pub(crate) async fn waits(&self, time: Duration) {
        self.rests().await;
        // It sets its timer a moment after it has rested; where nothing is left to be done it sets none.
        let soon = "for (let i = 0; i < 50 && !__clock.isAwaited(arguments[0]); i += 1) {
            await new Promise((then) => setTimeout(then, 20));
        }";
        self.browser.script_async::<Value>(soon, vec![json!(time.as_secs() * 1000)]).await;
        self.browser.lets_pass(time).await;
    }

    /// Waits until no tab is sending or planning.
    pub(crate) async fn rests(&self) {
        // A round may be followed by another at once.
        let rest = "for (let i = 0; i < 3; i += 1) {
                await navigator.locks.request('shindan-outbox', () => {}).catch(() => {});
            }";
        self.browser.script_async::<Value>(rest, vec![]).await;
    }

    /// Every lead that came to the receiver, questions of browsers aside.
    pub(crate) fn arrivals(&self) -> Vec<Arrival> {
        self.receiver.arrivals().into_iter().filter(|arrival| arrival.method == "POST").collect()
    }

    /// Waits until so many have come.
    pub(crate) fn gets(&self, count: usize) {
        let came = self.receiver.saw(TIMEOUT, |all| all.iter().filter(|one| one.method == "POST").count() >= count);
        assert!(came, "{count} leads do not come, only {:#?}", self.receiver.arrivals());
    }

    /// The ids of the leads in the receiver's store.
    pub(crate) fn kept(&self) -> BTreeSet<String> {
        let kept = self.arrivals().into_iter().filter(|arrival| arrival.stored);
        kept.map(|arrival| arrival.lead_id().expect("each lead has an id")).collect()
    }

    /// Expects exactly one lead at the receiver, and that it is this one.
    pub(crate) fn has_one(&self, status: &LeadStatus) {
        let kept = self.kept();
        assert_eq!(kept.len(), 1, "{:#?}", self.arrivals());
        let id = kept.first().expect("there is one").replace('-', "").to_uppercase();
        let reference = status.reference.replace('-', "");
        assert!(!reference.is_empty() && id.starts_with(&reference), "{id} is not {reference}");
    }

    /// The ends well: the status says so, with one lead at the receiver and no personal data left on the device.
    pub(crate) async fn ends_delivered(&self) {
        let status = self.reads("送信が完了しました").await;
        self.has_one(&status);
        let stored = self.browser.stored().await;
        assert!(!stored.to_string().contains("taro@example.co.jp"), "{stored:#?}");
    }

    /// The state of the only lead at its first destination, as it is stored.
    pub(crate) async fn state(&self) -> String {
        let stored = self.browser.stored().await;
        stored["leads"][0]["deliveries"][0]["state"].as_str().unwrap_or_default().to_owned()
    }

    /// What becomes of the next leads.
    pub(crate) fn receiver_does(&self, responses: impl IntoIterator<Item = ScriptedResponse>) {
        self.receiver.does(responses);
    }

    /// Takes the network away, or gives it back.
    pub(crate) async fn is_online(&self, online: bool) {
        let network = json!({ "offline": !online, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.browser.devtools("Network.enable", json!({})).await;
        self.browser.devtools("Network.emulateNetworkConditions", network).await;
    }
}

/// The widget with these attributes, and a form that leads to these destinations.
pub(crate) fn widget(attributes: &str, to: &[Value]) -> String {
    let config = json!({ "lead": {
        "fields": ["last_name", "email", "message"],
        "purpose": "ご相談への回答に使います。",
        "privacy_href": "/privacy",
        "contact": { "mail": "desk@example.co.jp", "tel": "03-1234-5678" },
        "destinations": to,
    } });
    format!(
        "<shindan-widget cta-href='/a' {attributes}><script type='application/json'>{config}</script></shindan-widget>"
    )
}
