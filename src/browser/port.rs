//! The loader's services, as `www/port.js` offers them.

use wasm_bindgen::prelude::*;

use diagnosis::{CapHit, Pack, Verdict};
use session::{Effect, Focus, HostEvent};

#[wasm_bindgen]
extern "C" {
    /// One widget's port. No method throws.
    pub type Port;

    /// Keeps the run for this tab; an empty text forgets it.
    #[wasm_bindgen(method)]
    fn save(this: &Port, run: &str);

    /// Keeps the code of a result on the device; an empty text forgets it.
    #[wasm_bindgen(method)]
    fn keep(this: &Port, code: &str);

    /// Focuses the first element of that selector.
    #[wasm_bindgen(method)]
    fn focus(this: &Port, selector: &str);

    /// Puts the mounted view in the place of what was there before.
    #[wasm_bindgen(method)]
    pub(crate) fn shown(this: &Port);

    /// Has `run` of the mounted widget called, in a task of its own.
    #[wasm_bindgen(method)]
    pub(crate) fn soon(this: &Port);

    /// A day, counted from 1970-01-01, in words.
    #[wasm_bindgen(method)]
    pub(crate) fn date(this: &Port, day: u32) -> String;

    /// Whether the widget's language speaks of so many as of one.
    #[wasm_bindgen(method)]
    pub(crate) fn is_one(this: &Port, n: u32) -> bool;

    #[wasm_bindgen(method)]
    fn start(this: &Port);

    #[wasm_bindgen(method)]
    fn answer(this: &Port, question: &str, index: usize, total: usize);

    #[wasm_bindgen(method)]
    fn complete(this: &Port, pack: &str, version: &str, hash: &str, score: u8, level: &str, caps_json: &str);
}

impl Port {
    /// Performs one effect.
    pub(crate) fn perform(&self, effect: Effect, pack: &Pack) {
        match effect {
            Effect::Save(run) => self.save(&run),
            Effect::Keep(code) => self.keep(&code),
            Effect::Focus(Focus::Question) => self.focus("legend"),
            Effect::Focus(Focus::Result) => self.focus("h2"),
            Effect::Emit(HostEvent::Start) => self.start(),
            Effect::Emit(HostEvent::Answer { question, index, total }) => self.answer(question.as_str(), index, total),
            Effect::Emit(HostEvent::Complete(verdict)) => self.tell(&verdict, pack),
        }
    }

    fn tell(&self, verdict: &Verdict, pack: &Pack) {
        let receipt = &verdict.receipt;
        let caps: Vec<String> = verdict.caps.iter().map(|hit| cap_json(hit, pack)).collect();
        self.complete(
            receipt.pack.as_str(),
            &receipt.version,
            &receipt.content_hash.to_string(),
            verdict.score.get(),
            verdict.level.id(),
            &["[", &caps.join(","), "]"].concat(),
        );
    }
}

/// A cap as JSON; ids need no escaping.
fn cap_json(hit: &CapHit, pack: &Pack) -> String {
    let section = pack.sections().get(hit.cap.section).map_or("", |section| section.id.as_str());
    let causes: Vec<&str> = hit.causes.iter().map(|question| question.id.as_str()).collect();
    let parts = [
        "{\"section\":\"",
        section,
        "\",\"level\":\"",
        hit.cap.level.id(),
        "\",\"causes\":[\"",
        &causes.join("\",\""),
        "\"]}",
    ];
    parts.concat()
}
