//! What a screen reader reads, screen by screen: the accessibility tree as text, held against `tests/e2e/snapshots`.
//!
//! The snapshots were read by people: order, names, nothing said twice. `SHINDAN_BLESS=1` writes them anew.

use e2e::rules::Answers;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use e2e::{Browser, Device, needs, until};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{comes_with_results, on_a_page};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    node_id: String,
    #[serde(default)]
    ignored: bool,
    #[serde(default)]
    role: Value,
    #[serde(default)]
    name: Value,
    #[serde(default)]
    description: Value,
    #[serde(default)]
    value: Value,
    #[serde(default)]
    properties: Vec<Property>,
    #[serde(default)]
    child_ids: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Property {
    name: String,
    value: Value,
}

/// What is said of a thing beyond its role and name.
const STATES: [&str; 6] = ["checked", "required", "invalid", "expanded", "disabled", "live"];

/// What only holds other things: its content stands in its place.
const HOLDERS: [&str; 8] =
    ["none", "generic", "paragraph", "strong", "emphasis", "DescriptionList", "InlineTextBox", "ListMarker"];

/// What names something else, which is read instead.
const LABELS: [&str; 2] = ["Legend", "LabelText"];

impl Node {
    fn text(value: &Value) -> &str {
        value["value"].as_str().unwrap_or_default().trim()
    }

    fn states(&self) -> String {
        let said = self.properties.iter().filter(|property| STATES.contains(&property.name.as_str()));
        let mut states: Vec<String> = said
            .filter(|property| {
                !["false", "\"false\"", "\"off\"", "\"\""].contains(&property.value["value"].to_string().as_str())
            })
            .map(|property| format!("{}={}", property.name, property.value["value"].to_string().trim_matches('"')))
            .collect();
        if Self::text(&self.role) == "heading" {
            let level = self.properties.iter().find(|property| property.name == "level");
            states.extend(level.map(|level| format!("level={}", level.value["value"])));
        }
        if !self.value["value"].is_null() && Self::text(&self.role) != "textbox" {
            states.push(format!("value={}", self.value["value"]));
        }
        states.sort();
        let described = Self::text(&self.description);
        if !described.is_empty() {
            states.push(format!("described by {described:?}"));
        }
        if states.is_empty() { String::new() } else { format!(" [{}]", states.join(", ")) }
    }
}

/// One line a thing, indented below what it is in; words only where what they are in is not named by them already.
fn lines(nodes: &HashMap<String, Node>, id: &str, depth: usize, around: &str, into: &mut String) {
    let Some(node) = nodes.get(id) else { return };
    let (role, name) = (Node::text(&node.role), Node::text(&node.name));
    let is_words = role == "StaticText";
    let is_label = LABELS.contains(&role);
    let is_silent =
        node.ignored || is_label || HOLDERS.contains(&role) || (is_words && (name.is_empty() || around.contains(name)));
    let label;
    let (mut depth, mut around) = (depth, around);
    if is_label {
        label = words_in(nodes, node);
        around = &label;
    }
    if !is_silent {
        let role = if is_words { "text" } else { role };
        let named = if name.is_empty() { String::new() } else { format!(" {name:?}") };
        writeln!(into, "{:indent$}{role}{named}{}", "", node.states(), indent = depth * 2).expect("text grows");
        (depth, around) = (depth + 1, name);
    }
    for child in &node.child_ids {
        lines(nodes, child, depth, around, into);
    }
}

/// All words in a thing, which a label's own words are not to repeat.
fn words_in(nodes: &HashMap<String, Node>, node: &Node) -> String {
    let inner = node.child_ids.iter().filter_map(|id| nodes.get(id));
    inner.fold(Node::text(&node.name).to_owned(), |all, child| format!("{all} {}", words_in(nodes, child)))
}

/// What changes with each run or pack: hashes and reference numbers.
fn without_numbers(text: &str) -> String {
    let is_hex = |text: &str| text.chars().all(|c| c.is_ascii_hexdigit());
    let is_number = |word: &str| match word.split_once('-') {
        Some((one, other)) => one.len() == 4 && other.len() == 4 && is_hex(one) && is_hex(other),
        None => word.len() == 8 && is_hex(word),
    };
    let mut masked = String::new();
    for part in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
        let word = part.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        if is_number(word) {
            masked.push_str("NUMBER");
            masked.push_str(&part[word.len()..]);
        } else {
            masked.push_str(part);
        }
    }
    masked
}

/// The widget of the page as a screen reader goes through it.
async fn reads(browser: &Browser) -> String {
    browser.next_frames().await;
    let tree = browser.devtools("Accessibility.getFullAXTree", json!({})).await;
    let nodes: Vec<Node> = serde_json::from_value(tree["nodes"].clone()).expect("an accessibility tree");
    let root = nodes.first().expect("a page").node_id.clone();
    let nodes: HashMap<String, Node> = nodes.into_iter().map(|node| (node.node_id.clone(), node)).collect();
    let mut text = String::new();
    lines(&nodes, &root, 0, "", &mut text);
    without_numbers(&text)
}

/// Holds the screen against what was read before.
async fn reads_as(browser: &Browser, screen: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("snapshots").join(format!("{screen}.txt"));
    let now = reads(browser).await;
    if std::env::var_os("SHINDAN_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(&path, &now).expect("the snapshot can be written");
    }
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = before.lines().zip(now.lines()).find(|(one, other)| one != other);
    assert!(
        before == now,
        "{screen} reads otherwise than {}, first at {differs:#?}. It reads:\n{now}\nIf that is better, accept it by\n  \
         SHINDAN_BLESS=1 cargo test -p e2e --test guest tree",
        path.display()
    );
}

const HOST: &str = "<shindan-widget cta-href='/soudan'><script type='application/json'>{ \"lead\": { \"privacy_href\": \"/privacy\",
    \"marketing\": { \"sender\": \"株式会社見本\" }, \"contact\": { \"tel\": \"03-0000-0000\" } } }</script></shindan-widget>";

async fn has(browser: &Browser, selector: &str) {
    let there =
        "return !!document.querySelector('shindan-widget').shadowRoot.querySelector(arguments[0])?.checkVisibility()";
    let come = until(async || if browser.script(there, vec![json!(selector)]).await { Ok(()) } else { Err(()) });
    come.await.unwrap_or_else(|()| panic!("{selector} does not come"));
}

#[tokio::test]
async fn questions_read_as_they_were_read_before() {
    needs!(DevTools);
    let (_site, browser) = on_a_page(Device::Desktop, HOST).await;
    let widget = browser.widget();
    widget.is_live().await;
    reads_as(&browser, "question").await;
    widget.goes_on().await;
    widget.shows("a hint", |screen| screen.hint.clone()).await;
    reads_as(&browser, "question-hint").await;
    for (question, choices) in Answers::with_a_cap().answers_in_order() {
        if question == "skill" {
            break;
        }
        widget.answers(question).await.with_all(&choices).await;
    }
    widget.sees_question("skill").await;
    widget.taps("ai").await;
    widget.shows("a ticked box", |screen| (screen.chosen() == ["ai"]).then_some(())).await;
    reads_as(&browser, "question-boxes").await;

    let (_site, browser) = on_a_page(Device::Desktop, "<shindan-widget lang=en cta-href='/a'></shindan-widget>").await;
    browser.widget().sees_question("purpose").await;
    reads_as(&browser, "question-en").await;
}

#[tokio::test]
async fn a_result_and_its_form_read_as_they_were_read_before() {
    needs!(DevTools);
    let (_site, browser) = on_a_page(Device::Desktop, HOST).await;
    comes_with_results(&browser, &Answers::with_a_cap(), 1).await;
    browser.script::<Value>("sessionStorage.clear()", vec![]).await;
    browser.reloads().await;
    let widget = browser.widget();
    widget.verdict().await;
    has(&browser, "[part~=submit]").await;
    reads_as(&browser, "result").await;

    widget.presses_on(".lead [name=email]").await;
    browser.types("taro＠").await;
    widget.presses_on("[part~=submit]").await;
    has(&browser, ".input-error:not([hidden])").await;
    reads_as(&browser, "result-form-amiss").await;

    widget.presses_on(".lead [name=email]").await;
    let empty = "document.querySelector('shindan-widget').shadowRoot.activeElement.select()";
    browser.script::<Value>(empty, vec![]).await;
    browser.types("taro@example.co.jp").await;
    widget.presses_on(".lead label:has([name=privacy])").await;
    widget.presses_on("[part~=submit]").await;
    has(&browser, ".lead-status").await;
    let kept = until(async || {
        let words: String = browser
            .script(
                "return document.querySelector('shindan-widget').shadowRoot.querySelector('.lead-status').innerText",
                vec![],
            )
            .await;
        if words.contains("まだどこにも") { Ok(()) } else { Err(words) }
    });
    kept.await.expect("it is said what became of it");
    reads_as(&browser, "result-status").await;
}
