//! A device with leads on it, and one of the staff in front of the console.

use std::fs;
use std::path::PathBuf;

use e2e::{Browser, Device, Site, until};
use serde::Deserialize;
use serde_json::{Value, json};
use tempfile::TempDir;

const SEED: &str = include_str!("seed.js");
/// 2026-11-22 12:00 in UTC.
pub(crate) const NOON: u32 = 1_795_348_800;

/// All that a journey through the console needs.
pub(crate) struct ConsolePage {
    pub(crate) site: Site,
    pub(crate) browser: Browser,
    /// Where the browser saves files.
    saved: TempDir,
}

/// What the list shows of a lead.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) title: String,
    /// The states, in words.
    pub(crate) chips: Vec<String>,
}

/// A lead as the outbox stores it. `n` makes its id, its name and its address; `deliveries` are lines such as
/// `hubspot readable 1795348800 delivered 1795348810`.
pub(crate) fn lead(n: u32, deliveries: &[&str]) -> Value {
    json!({
        "id": format!("{n:08x}-0000-4000-8000-000000000000"),
        "created": NOON + n * 60,
        "deliveries": deliveries,
        "payload": {
            "schema": "lead/v1",
            "lead_id": format!("{n:08x}-0000-4000-8000-000000000000"),
            "created_at": "2026-11-22T12:00:00.000Z",
            "test": false,
            "contact": {
                "last_name": format!("試験{n}"), "first_name": "花子", "email": format!("hanako{n}@example.co.jp"),
                "phone": "03-1234-5678", "company": format!("見本製作所{n}"), "title": "課長",
            },
            "inquiry": { "message": "現場で試したい業務があります。" },
            "diagnosis": {
                "pack": "readiness", "version": "1.2.0", "content_hash": "e4b3", "score": 70, "level": "nearly",
                "findings": ["measurement"], "summary": "あと一歩\n効果を測る準備がありません",
            },
            "consent": { "privacy": { "agreed": true, "version": "1", "text": "同意します" } },
        },
    })
}

impl ConsolePage {
    /// A desk with these leads on the device, and the list open without a pass-phrase.
    pub(crate) async fn with(leads: &[Value]) -> Self {
        let console_page = Self::on(Device::Desktop).await;
        console_page.holds(leads, "database", None).await;
        console_page.opens().await;
        console_page
    }

    /// A device without leads, before the gate.
    pub(crate) async fn on(device: Device) -> Self {
        let console_page = Self {
            site: Site::of_dist(),
            browser: Browser::start(device).await,
            saved: TempDir::new().expect("there is room for files"),
        };
        let here = json!({ "behavior": "allow", "downloadPath": console_page.saved.path() });
        console_page.browser.devtools("Browser.setDownloadBehavior", here).await;
        console_page.comes().await;
        console_page
    }

    /// Comes to the page.
    pub(crate) async fn comes(&self) {
        self.browser.visits("about:blank").await;
        self.browser.visits(&self.site.url("leads.html")).await;
        // The shell of the page has a heading, the app this button.
        self.reads("the app", "#language", |text| !text.is_empty()).await;
    }

    /// Puts leads onto the device; with `many`, so many that are like them.
    pub(crate) async fn holds(&self, leads: &[Value], place: &str, many: Option<u32>) {
        let given = vec![json!(leads), json!(place), json!(many)];
        let count: u32 = self.browser.script_async(SEED, given).await;
        assert_eq!(count as usize, many.map_or(leads.len(), |many| many as usize));
    }

    /// Opens the list without a pass-phrase.
    pub(crate) async fn opens(&self) {
        self.presses("#without").await;
        self.rests().await;
    }

    /// Waits until the page has read all, or has done what was asked of it.
    pub(crate) async fn rests(&self) {
        self.reads("what there is", "#count", |text| !text.is_empty()).await;
        let is_working = "return document.querySelector('.leads-list').ariaBusy === 'true'";
        let rested =
            until(async || if self.browser.script::<bool>(is_working, vec![]).await { Err(()) } else { Ok(()) });
        rested.await.expect("the work ends");
    }

    /// Waits until an element's text or value is as wanted, and gives it.
    pub(crate) async fn reads(&self, what: &str, selector: &str, is: impl Fn(&str) -> bool) -> String {
        let script = "const it = document.querySelector(arguments[0]);
            return it && (it.matches('input, select, textarea') ? it.value : it.innerText)";
        let mut last = None;
        let seen = until(async || {
            last = self.browser.script::<Option<String>>(script, vec![json!(selector)]).await;
            last.clone().filter(|text| is(text)).ok_or(())
        });
        match seen.await {
            Ok(text) => text,
            Err(()) => panic!("{selector} does not show {what}, but {last:?}; {:#?}", self.browser.errors().await),
        }
    }

    /// Waits until the page has said these words.
    pub(crate) async fn waits_for_status(&self, words: &str) -> String {
        self.reads(words, ".status", |text| text.contains(words)).await
    }

    /// Presses on an element, once it is there.
    pub(crate) async fn presses(&self, selector: &str) {
        let spot = "const it = document.querySelector(arguments[0]);
            if (!it?.checkVisibility() || it.disabled) { return null; }
            it.scrollIntoView({ block: 'center' });
            const { x, y, width, height } = it.getBoundingClientRect(); return [x + width / 2, y + height / 2]";
        let seen =
            until(async || self.browser.script::<Option<(f64, f64)>>(spot, vec![json!(selector)]).await.ok_or(()));
        let place = seen.await.unwrap_or_else(|()| panic!("there is no {selector} to press"));
        self.browser.press_down(self.browser.pointer(), place).await;
        self.browser.let_go(self.browser.pointer(), place).await;
    }

    /// Types into a field in place of what is there.
    pub(crate) async fn types(&self, selector: &str, text: &str) {
        let enter = "const field = document.querySelector(arguments[0]); field.focus(); field.select();
            return document.activeElement === field";
        assert!(self.browser.script::<bool>(enter, vec![json!(selector)]).await, "{selector} takes the focus");
        self.browser.devtools("Input.insertText", json!({ "text": text })).await;
    }

    /// Gives a field a value, as choosing one does.
    pub(crate) async fn chooses(&self, selector: &str, value: &str) {
        let choose = "const field = document.querySelector(arguments[0]); field.value = arguments[1];
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true })); return field.value";
        let now: String = self.browser.script(choose, vec![json!(selector), json!(value)]).await;
        assert_eq!(now, value, "{selector} offers it");
    }

    /// What the list shows.
    pub(crate) async fn items(&self) -> Vec<Item> {
        let script = "return [...document.querySelectorAll('.list > li')].map((item) => ({
            id: item.dataset.id,
            title: item.querySelector('.title').textContent,
            chips: [...item.querySelectorAll('.chip')].map((chip) => chip.textContent),
        }))";
        self.browser.script(script, vec![]).await
    }

    /// The numbers that leads were made with, in the order of the list.
    pub(crate) async fn numbers(&self) -> Vec<u32> {
        let items = self.items().await.into_iter();
        items.map(|item| u32::from_str_radix(&item.id[..8], 16).expect("ids begin with a number")).collect()
    }

    /// Waits until the list shows the leads made with these numbers, in this order, and no other.
    pub(crate) async fn lists(&self, expected: &[u32]) {
        let mut seen = Vec::new();
        let listed = until(async || {
            seen = self.numbers().await;
            if seen == expected { Ok(()) } else { Err(()) }
        });
        if listed.await.is_err() {
            panic!("the list is to show {expected:?}, and shows {seen:?}");
        }
    }

    /// Everything that is stored of a lead, in the form that it was put in or in that of the outbox; nothing if it is gone.
    pub(crate) async fn stored(&self, n: u32) -> Value {
        let script = "const id = arguments[0];
            const record = await new Promise((then) => {
                const opening = indexedDB.open('shindan', 1);
                opening.onsuccess = () => {
                    const get = opening.result.transaction('leads').objectStore('leads').get(id);
                    get.onsuccess = () => { opening.result.close(); then(get.result ?? null); };
                };
            });
            const found = record ?? JSON.parse(localStorage.getItem(`shindan:lead:${id}`));
            return found?.record ? JSON.parse(found.record) : found";
        let id = format!("{n:08x}-0000-4000-8000-000000000000");
        self.browser.script_async(script, vec![json!(id)]).await
    }

    /// Has the file for a program made, in an encoding where it is not the usual one; without saving it.
    pub(crate) async fn makes(&self, program: &str, encoding: Option<&str>) -> String {
        self.chooses("#export-for", program).await;
        if let Some(encoding) = encoding {
            self.chooses("#export-encoding", encoding).await;
        }
        self.presses("#make").await;
        self.reads("what was made", "#export-status", |text| !text.is_empty()).await
    }

    /// Saves the only file that was made, and gives its name and its bytes.
    pub(crate) async fn saves(&self) -> (PathBuf, Vec<u8>) {
        self.saves_nth(1).await
    }

    /// The same with one of several.
    pub(crate) async fn saves_nth(&self, nth: usize) -> (PathBuf, Vec<u8>) {
        let button = format!("#export-status .saves li:nth-child({nth}) button");
        let words = self.reads("a file", &button, |text| !text.is_empty()).await;
        let name = words
            .split_whitespace()
            .find(|word| word.ends_with(".csv") || word.ends_with(".json"))
            .expect("it has a name")
            .to_owned();
        self.presses(&button).await;
        let path = self.saved.path().join(&name);
        // The browser holds the name with an empty file until all of it has come.
        let there = until(async || fs::read(&path).ok().filter(|bytes| !bytes.is_empty()).ok_or(()));
        let bytes = there.await.unwrap_or_else(|()| panic!("{name} is not saved"));
        // Another of that name would get another one.
        let kept = self.saved.path().join(format!("kept-{nth}-{}", fastrand::u64(..)));
        fs::rename(&path, &kept).expect("files can be renamed");
        assert_eq!(fs::read(&kept).expect("it is there").len(), bytes.len(), "the file was whole");
        (kept, bytes)
    }
}
