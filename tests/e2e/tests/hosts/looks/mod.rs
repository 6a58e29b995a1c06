//! How a host page and the inside of a widget look, as text that can be compared.

use std::collections::BTreeMap;

use e2e::Browser;
use serde::Deserialize;
use serde_json::json;
use tokio::sync::OnceCell;

use crate::page::Host;
use crate::short_way;

/// Names with values, in groups.
type Groups = BTreeMap<String, BTreeMap<String, String>>;

/// More differences than these tell nothing new.
const DIFFERENCES_MAX: usize = 12;

/// All of a host page that is not the widget's.
#[derive(Debug, Deserialize)]
pub(crate) struct PageLooks {
    /// The computed styles of each element.
    styles: Groups,
    /// What stands in `window`.
    globals: BTreeMap<String, String>,
    /// The methods of what is built in.
    prototypes: Groups,
    /// The document, without what is inside the widget.
    markup: String,
}

/// The inside of a widget at two moments.
#[derive(Debug)]
pub(crate) struct Looks {
    pub(crate) question: Groups,
    pub(crate) result: Groups,
}

/// How the page stands now.
pub(crate) async fn of_page(browser: &Browser) -> PageLooks {
    let text: String = browser.script(include_str!("page.js"), vec![]).await;
    serde_json::from_str(&text).expect("the script answers what it says")
}

/// How a widget's inside looks now.
pub(crate) async fn of_widget(browser: &Browser, nth: usize) -> Groups {
    browser.stands_still().await;
    let text: String = browser.script(include_str!("widget.js"), vec![json!(nth), json!("*")]).await;
    serde_json::from_str(&text).expect("the script answers what it says")
}

impl PageLooks {
    /// Expects that the page is as this says.
    pub(crate) fn is_what(&self, now: &Self, when: &str) {
        assert_eq!(differences(&self.styles, &now.styles), [""; 0], "styles of the page {when}");
        let globals = |looks: &Self| Groups::from([("window".to_owned(), looks.globals.clone())]);
        assert_eq!(differences(&globals(self), &globals(now)), [""; 0], "globals {when}");
        assert_eq!(differences(&self.prototypes, &now.prototypes), [""; 0], "what is built in {when}");
        assert_eq!(self.markup, now.markup, "the document {when}");
    }
}

impl Looks {
    /// Expects that page styles make no difference to the widget's own, where its letters are as large as on a plain
    /// page; else none but in lengths, which go with the letters.
    pub(crate) async fn are_those_of_a_plain_page(&self) {
        let plain = plain().await;
        let same = self.letters() == plain.letters();
        for (when, one, other) in
            [("question", &plain.question, &self.question), ("result", &plain.result, &self.result)]
        {
            let found = if same { differences(one, other) } else { differences(&bare(one), &bare(other)) };
            assert_eq!(found, [""; 0], "styles of the {when}");
        }
    }

    /// How large its letters are.
    fn letters(&self) -> Option<&String> {
        self.question.get("0 div.widget widget").and_then(|styles| styles.get("font-size"))
    }
}

/// The same without lengths.
fn bare(looks: &Groups) -> Groups {
    let bare = |styles: &BTreeMap<String, String>| {
        let kept = styles.iter().filter(|(_, value)| !value.contains("px"));
        kept.map(|(name, value)| (name.clone(), value.clone())).collect()
    };
    looks.iter().map(|(element, styles)| (element.clone(), bare(styles))).collect()
}

/// The widget on a page that does nothing to it; looked at once for all tests.
async fn plain() -> &'static Looks {
    static PLAIN: OnceCell<Looks> = OnceCell::const_new();
    let measure = async || {
        let host = Host::of("plain_page").await;
        host.opens().await;
        let widget = host.browser.widget();
        widget.is_live().await;
        widget.sees_question("purpose").await;
        let question = of_widget(&host.browser, 0).await;
        widget.answers_all(&short_way()).await;
        Looks { question, result: of_widget(&host.browser, 0).await }
    };
    PLAIN.get_or_init(measure).await
}

/// What is there in one and not the same in the other, a line each.
fn differences(expected: &Groups, found: &Groups) -> Vec<String> {
    let mut status = Vec::new();
    let none = BTreeMap::new();
    for group in expected.keys().chain(found.keys().filter(|group| !expected.contains_key(*group))) {
        let (one, other) = (expected.get(group).unwrap_or(&none), found.get(group).unwrap_or(&none));
        for name in one.keys().chain(other.keys().filter(|name| !one.contains_key(*name))) {
            if one.get(name) != other.get(name) {
                let value =
                    |of: &BTreeMap<String, String>| of.get(name).cloned().unwrap_or_else(|| "nothing".to_owned());
                status.push(format!("{group}: {name} was {}, is {}", value(one), value(other)));
            }
        }
    }
    status.truncate(DIFFERENCES_MAX);
    status
}
