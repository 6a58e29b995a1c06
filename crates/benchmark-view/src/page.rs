//! The exports, which the widget calls (`src/browser/modules.rs`), and what is drawn into the place below the result.

use std::rc::Rc;

use benchmark::{BANDS, Rank};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlSelectElement};

use crate::comparison::{Comparison, Seen};
use crate::draw::{Draw, Drawn, add, put};
use crate::messages::Messages;

/// Units of the drawing: a band is 10 wide, and the longest bar has this height.
const BAR_HEIGHT: u64 = 40;

/// The stylesheet of what is drawn.
#[wasm_bindgen]
pub fn styles() -> String {
    include_str!("benchmark.css").to_owned()
}

/// Shows the result in `view` beside the others of the file whose text is `json`, in `place`, and unhides that. `pack` and
/// `version` are those of the result, `answers` are the answers in their text form, `lang` the language of both (a BCP 47 tag).
/// Where a file has too few responses, nothing is shown.
///
/// # Errors
///
/// Why the file is not used, for the owner.
#[wasm_bindgen]
pub fn show_benchmark(
    view: &Element,
    place: &Element,
    json: &str,
    pack: &str,
    version: &str,
    answers: &str,
    lang: &str,
) -> Result<(), String> {
    let score = text(view, "[part~=score]").parse().unwrap_or_default();
    let messages = Messages::of(lang);
    let Some(comparison) = Comparison::read(json, (pack, version), score, answers, messages)? else { return Ok(()) };
    let document = place.owner_document().ok_or("has no page")?;
    let shown = Shown { draw: Draw(document), messages, comparison, view: view.clone() };
    // What is made here are elements of known names, which every browser makes.
    shown.draw_into(place).map_err(|_| "cannot be drawn".to_owned())
}

/// A comparison on its page.
struct Shown {
    draw: Draw,
    messages: &'static Messages,
    comparison: Comparison,
    view: Element,
}

impl Shown {
    fn draw_into(self, place: &Element) -> Result<(), JsValue> {
        let (draw, messages) = (&self.draw, self.messages);
        // Of what changes with the group, the sentence alone is spoken.
        let sentence = draw.element("p", &[("role", "status")], &[])?;
        let rest = draw.element("div", &[], &[])?;
        put(place, draw.text("h3", &[], messages.heading))?;
        let choice = self.choice()?;
        if let Some((label, _)) = &choice {
            place.append_child(label)?;
        }
        self.compare((&sentence, &rest), None)?;
        place.append_child(&sentence)?;
        place.append_child(&rest)?;
        add(place, draw.text("p", &[("class", "receipt")], messages.bias))?;
        add(place, draw.text("p", &[("class", "receipt")], &self.comparison.source()))?;
        place.remove_attribute("hidden")?;
        if let Some((_, select)) = choice {
            let shown = Rc::new(self);
            let chosen = select.clone();
            let compare = move || {
                // A list in which everybody stands first.
                let nth = usize::try_from(chosen.selected_index()).ok().and_then(|nth| nth.checked_sub(1));
                let _ = shown.compare((&sentence, &rest), nth);
            };
            // The browser frees it with the list.
            let listener = Closure::<dyn Fn()>::new(compare).into_js_value();
            select.add_event_listener_with_callback("change", listener.unchecked_ref())?;
        }
        Ok(())
    }

    /// The list of groups, in its label; none where there is nobody to choose from but everybody.
    fn choice(&self) -> Result<Option<(Element, HtmlSelectElement)>, JsValue> {
        let (draw, kinds) = (&self.draw, self.comparison.kinds());
        if kinds.is_empty() {
            return Ok(None);
        }
        let mut options = vec![draw.text("option", &[], self.messages.all)?];
        for (by, groups) in kinds {
            let group = |(_, label): &(usize, &str)| draw.text("option", &[], label);
            let of_kind: Vec<Element> = groups.iter().map(group).collect::<Result<_, _>>()?;
            options.push(draw.element("optgroup", &[("label", by)], &of_kind)?);
        }
        let select = draw.element("select", &[("name", ".group")], &options)?;
        let name = draw.text("span", &[], self.messages.choose)?;
        let label = draw.element("label", &[], &[name, select.clone()])?;
        Ok(Some((label, select.unchecked_into())))
    }

    /// Draws the comparison with one group, or with everybody, in the place of the one before.
    fn compare(&self, (sentence, place): (&Element, &Element), nth: Option<usize>) -> Result<(), JsValue> {
        let seen = self.comparison.with(nth);
        // Made anew, so that it is read anew where a translator has put a text of its own in its place.
        put(sentence, self.draw.text("span", &[], &seen.sentence))?;
        put(place, self.histogram(&seen))?;
        add(place, self.numbers(&seen.rank))?;
        let rows = self.rows(&seen);
        if !rows.is_empty() {
            let Messages { questions, question, answer, alike, .. } = self.messages;
            add(place, self.folded(questions, &[question, answer, alike], &rows))?;
        }
        Ok(())
    }

    /// The histogram, a mark above the respondent's bar, and the scores below. What it shows is said in the sentence too.
    fn histogram(&self, seen: &Seen) -> Drawn {
        let Rank { band, .. } = &seen.rank;
        let largest = seen.counts.iter().copied().max().unwrap_or_default().max(1);
        let mut bars = Vec::new();
        for (nth, count) in seen.counts.iter().enumerate() {
            let height = u64::from(*count) * BAR_HEIGHT / u64::from(largest);
            let path = format!("M{} {BAR_HEIGHT}v-{height}", nth * 10 + 5);
            let class: &[(&str, &str)] = if nth == *band { &[("class", "value")] } else { &[] };
            bars.push(self.draw.svg("path", &[class, &[("d", &path)]].concat(), &[])?);
        }
        let drawing = self.draw.svg("svg", &[("viewBox", "0 0 100 40")], &bars)?;
        let mut marks = Vec::new();
        let mut scale = Vec::new();
        for nth in 0..BANDS {
            let mark: &[&str] = if nth == *band { &[self.messages.you, "▼"] } else { &[] };
            let lines = mark.iter().map(|line| self.draw.text("span", &[], line)).collect::<Result<Vec<_>, _>>()?;
            marks.push(self.draw.element("span", &[], &lines)?);
            scale.push(self.draw.text("span", &[], &(nth * 10).to_string())?);
        }
        let marks = self.draw.element("div", &[], &marks)?;
        let scale = self.draw.element("div", &[], &scale)?;
        let named = [("class", "histogram"), ("role", "img"), ("aria-label", &seen.sentence)];
        self.draw.element("div", &named, &[marks, drawing, scale])
    }

    /// The shares of all bands as a table.
    fn numbers(&self, rank: &Rank) -> Drawn {
        let row = |(nth, share): (usize, &u8)| {
            let you = if nth == rank.band { [" ", self.messages.you].concat() } else { String::new() };
            vec![[self.comparison.band(nth), you].concat(), self.comparison.share(*share)]
        };
        let rows: Vec<Vec<String>> = rank.shares.iter().enumerate().map(row).collect();
        self.folded(self.messages.numbers, &[self.messages.scores, self.messages.shares], &rows)
    }

    /// The questions that others answered too, in the words of the screen.
    fn rows(&self, seen: &Seen) -> Vec<Vec<String>> {
        let row = |(id, share): &(String, String)| {
            let point = self.view.query_selector(&["[data-point=\"", id, "\"]"].concat()).ok()??;
            Some(vec![text(&point, "strong"), text(&point, "small"), share.clone()])
        };
        seen.alike.iter().filter_map(row).collect()
    }

    fn folded(&self, summary: &str, head: &[&str], rows: &[Vec<String>]) -> Drawn {
        let summary = self.draw.text("summary", &[], summary)?;
        let table = self.draw.table(head, rows)?;
        self.draw.element("details", &[], &[summary, table])
    }
}

fn text(within: &Element, selector: &str) -> String {
    let found = within.query_selector(selector).ok().flatten();
    found.and_then(|found| found.text_content()).unwrap_or_default()
}
