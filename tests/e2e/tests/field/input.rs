//! What a browser or the form itself makes of what is typed: nothing that nobody has typed is sent, and nothing is changed
//! under the hands of who types.

use e2e::rules::Answers;
use e2e::{Browser, Device, Key, Page, Site, TIMEOUT, needs};
use serde_json::{Value, json};
use xtask::site::Receiver;

use crate::configured;

struct FilledForm {
    site: Site,
    browser: Browser,
    receiver: Receiver,
}

impl FilledForm {
    /// A result with a form of these fields.
    async fn with(fields: &[&str], attributes: &str) -> Self {
        let receiver = Receiver::start().expect("a port is free");
        let to = json!([{ "type": "webhook-json", "url": receiver.url("lead") }]);
        let config = json!({ "lead": { "fields": fields, "destinations": to } });
        let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
        browser.visits(&site.page("host.html", Page::with(&configured(attributes, &config)))).await;
        let page = Self { site, browser, receiver };
        page.has_a_form().await;
        page
    }

    async fn has_a_form(&self) {
        let answers = Answers { authority: "none", ..Answers::all_met() };
        self.browser.widget().answers_all(&answers).await;
        self.browser.lead_form().shows("a form", |form| form.fields.contains_key("email")).await;
    }

    /// Another run with another form, once nothing is on its way any more.
    async fn begins_again(&self) {
        let text = "return document.querySelector('shindan-widget').shadowRoot.querySelector('.lead')?.innerText ?? ''";
        let is_done = e2e::until(async || {
            let text: String = self.browser.script(text, vec![]).await;
            if text.contains("送信しています") { Err(text) } else { Ok(()) }
        });
        is_done.await.unwrap_or_else(|text| panic!("the last lead is still on its way: {text}"));
        self.browser.script::<Value>("sessionStorage.clear(); localStorage.clear()", vec![]).await;
        self.browser.reloads().await;
        self.has_a_form().await;
    }

    /// The lead of that number, from 1, as it came.
    fn gets(&self, number: usize) -> Value {
        let posts = |all: &[xtask::site::Arrival]| all.iter().filter(|one| one.method == "POST").count() >= number;
        assert!(self.receiver.saw(TIMEOUT, posts), "lead {number} does not come: {:#?}", self.receiver.arrivals());
        let arrivals = self.receiver.arrivals();
        let post = arrivals.iter().filter(|one| one.method == "POST").nth(number - 1).expect("it came");
        serde_json::from_str(post.body.as_deref().unwrap_or_default()).expect("a lead is JSON")
    }

    /// Nothing came but these.
    fn got(&self) -> usize {
        self.receiver.arrivals().iter().filter(|one| one.method == "POST").count()
    }
}

#[tokio::test]
async fn an_address_is_mended_visibly_where_that_is_sure() {
    let page = FilledForm::with(&["email"], "").await;
    let form = page.browser.lead_form();
    let field = form.content().await;
    assert_eq!(
        (field.field("email").kind.as_str(), field.field("email").autocomplete.as_str()),
        ("text", "email"),
        "browsers rewrite what stands in an input of type email"
    );
    let mode: String = page
        .browser
        .script(
            "return document.querySelector('shindan-widget').shadowRoot.querySelector('[name=email]').inputMode",
            vec![],
        )
        .await;
    assert_eq!(mode, "email");
    for (nth, (typed, meant)) in [
        ("taro@example.co.jp、", "taro@example.co.jp"),
        ("taro@example.co.jp。", "taro@example.co.jp"),
        ("taro@example.co.jp，", "taro@example.co.jp"),
        (" <taro@example.co.jp>", "taro@example.co.jp"),
        ("taro@myーcompany.co.jp", "taro@my-company.co.jp"),
        ("taro@my－company．co．jp", "taro@my-company.co.jp"),
        ("taro@my‐company。co。jp", "taro@my-company.co.jp"),
    ]
    .into_iter()
    .enumerate()
    {
        if nth > 0 {
            page.begins_again().await;
        }
        form.fills("email", typed).await;
        form.shows(&format!("{typed} as {meant}"), |form| form.value("email") == meant && !form.field("email").invalid)
            .await;
        form.ticks("privacy").await;
        form.submits().await;
        assert_eq!(page.gets(nth + 1)["contact"]["email"], meant, "{typed}");
    }
}

#[tokio::test]
async fn an_address_that_nobody_typed_is_never_sent() {
    let page = FilledForm::with(&["email"], "").await;
    let form = page.browser.lead_form();
    for typed in [
        "太郎@例え.jp",
        "taro@例え.テスト",
        "taro@exаmple.com",
        "taro@example.co.jpまで",
        "taro@ﬁrm.jp",
        "taro@straße.de",
    ] {
        form.fills("email", typed).await;
        let left = form.content().await.value("email").to_owned();
        assert!(!left.contains("xn--"), "{typed} stands as {left}");
        if !form.content().await.value("privacy").parse::<bool>().unwrap_or_default() {
            form.ticks("privacy").await;
        }
        form.submits().await;
        let after = form
            .shows("an answer", |form| form.status.is_some() || form.field("email").invalid && !form.summary.is_empty())
            .await;
        if after.status.is_some() {
            let count = page.got().max(1);
            assert_eq!(page.gets(count)["contact"]["email"], left, "{typed}: what was read is what is sent");
            assert!(!left.contains("xn--"));
            page.begins_again().await;
        }
    }
    for arrival in page.receiver.arrivals() {
        assert!(!arrival.body.unwrap_or_default().contains("xn--"));
    }
}

/// The form stands, and what checks it is held back. `email` holds what has an error, which shows when the checks come.
async fn waits_for_the_checks() -> FilledForm {
    let page = FilledForm::with(&["company", "last_name", "email"], "").await;
    page.site.holds(".wasm");
    let form = page.browser.lead_form();
    form.fills("company", "　株式会社ｶﾌﾞ　").await;
    form.fills("email", "taro").await;
    page
}

async fn checks_come(page: &FilledForm) {
    page.site.releases();
    page.browser.lead_form().shows("what the checks say", |form| form.field("email").invalid).await;
    page.browser.next_frames().await;
}

#[tokio::test]
async fn checks_that_come_late_leave_a_composition_alone() {
    needs!(DevTools);
    let page = waits_for_the_checks().await;
    let form = page.browser.lead_form();
    page.browser.widget().presses_on(".lead [name=company]").await;
    page.browser.presses(Key::End).await;
    let before = form.content().await.value("company").to_owned();
    let composing = json!({ "text": "かぶしき", "selectionStart": 4, "selectionEnd": 4 });
    page.browser.devtools("Input.imeSetComposition", composing).await;
    checks_come(&page).await;
    assert_eq!(form.content().await.value("company"), format!("{before}かぶしき"), "nothing is changed meanwhile");
    page.browser.devtools("Input.insertText", json!({ "text": "株式" })).await;
    assert_eq!(form.content().await.value("company"), format!("{before}株式"), "and nothing is doubled");
    page.browser.presses(Key::Tab).await;
    form.shows("its normal form, once it is left", |form| !form.value("company").starts_with('　')).await;
}

#[tokio::test]
async fn checks_that_come_late_leave_the_caret_where_it_is() {
    let page = waits_for_the_checks().await;
    let form = page.browser.lead_form();
    page.browser.widget().presses_on(".lead [name=company]").await;
    page.browser.presses(Key::Home).await;
    for _ in 0..3 {
        page.browser.presses(Key::Right).await;
    }
    let before: Vec<char> = form.content().await.value("company").chars().collect();
    checks_come(&page).await;
    page.browser.types("例").await;
    let (left, right) = before.split_at(3);
    let expected: String = left.iter().chain(&['例']).chain(right).collect();
    assert_eq!(form.content().await.value("company"), expected, "the letter stands where the caret was");
}

#[tokio::test]
async fn an_optional_number_never_keeps_a_lead_and_loses_nothing() {
    let page = FilledForm::with(&["email", "phone"], "").await;
    let form = page.browser.lead_form();
    for (nth, (typed, digits, rest)) in [
        ("03-1234-5678 内線123", "03-1234-5678", "内線123"),
        ("03-1234-5678（代表）", "03-1234-5678", "代表"),
        ("TEL：03-1234-5678", "03-1234-5678", ""),
        ("０９０ー１２３４ー５６７８ 平日１０時から", "090-1234-5678", "平日"),
        ("0120-444-444（フリーダイヤル）", "0120-444-444", "フリーダイヤル"),
        ("+81 3 1234 5678 ext. 9", "3", "ext"),
        ("03-12", "03-12", ""),
        ("なし", "", ""),
    ]
    .into_iter()
    .enumerate()
    {
        if nth > 0 {
            page.begins_again().await;
        }
        form.fills("phone", typed).await;
        form.sends().await;
        let lead = page.gets(nth + 1);
        let text = lead.to_string();
        assert!(text.contains(digits) && text.contains(rest), "{typed}: {lead:#}");
    }
}

#[tokio::test]
async fn a_foreign_number_is_taken_too() {
    let page = FilledForm::with(&["email", "phone"], "lang=en").await;
    let form = page.browser.lead_form();
    for (nth, typed) in ["(415) 555-2671", "415.555.2671 x12", "+1 (415) 555-2671"].into_iter().enumerate() {
        if nth > 0 {
            page.begins_again().await;
        }
        form.fills("phone", typed).await;
        form.sends().await;
        let lead = page.gets(nth + 1);
        let phone: String =
            lead["contact"]["phone"].as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
        assert!(phone.contains("4155552671"), "{typed}: {lead:#}");
    }
}
