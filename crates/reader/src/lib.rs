//! Reads packs that were not there when the site was built, as a wasm of its own.
//!
//! The wasm of the widget contains no checks: the build has made them. A pack at an address still has to be read and
//! checked, and what is wrong with it reported to its author. Only pages with such a pack or with broken settings, and the settings page in WordPress, load this. It knows neither what a pack
//! means (crate `diagnosis`) nor where the text came from (`www/reader.js`, which calls the functions exported here).

use authoring::{lint_any, parse};
use diagnosis::Pack;
use diagnostics::{Diagnostic, Language};
use serde_json::{Value as Json, json};
use wasm_bindgen::prelude::wasm_bindgen;

/// Maximum number of faults that are reported at once; whoever fixes those sees the others.
const FAULTS_MAX: usize = 10;

/// A pack that was read and checked.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ReadPack {
    name: String,
    lang: String,
    packed: String,
}

#[wasm_bindgen]
impl ReadPack {
    /// Id and version, which tell it from any other, such as `readiness 1.0.0`.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.name.clone()
    }

    /// The language of the copy, a BCP 47 tag.
    #[wasm_bindgen(getter)]
    pub fn lang(&self) -> String {
        self.lang.clone()
    }

    /// The packed form, which the widget's wasm takes.
    #[wasm_bindgen(getter)]
    pub fn packed(&self) -> String {
        self.packed.clone()
    }
}

/// Reads the text of a file in format `pack/v1`, which lies at an address.
///
/// # Errors
///
/// Words for the site owner: that the address is refused, then the first diagnostics, one a line: `place: text; fix`.
#[wasm_bindgen]
pub fn read_pack(json: &str, address: &str) -> Result<ReadPack, String> {
    let pack = read(json).map_err(|found| refusal(address, &found))?;
    Ok(ReadPack {
        name: [pack.id().as_str(), " ", pack.version()].concat(),
        lang: pack.lang().to_string(),
        packed: pack.encode(),
    })
}

fn refusal(address: &str, found: &[Diagnostic]) -> String {
    let line = |diagnostic: &Diagnostic| [named(diagnostic), &diagnostic.to_string()].concat();
    let mut lines = vec![[address, " is refused: fix it, and upload it again"].concat()];
    lines.extend(found.iter().take(FAULTS_MAX).map(line));
    let more = found.len().saturating_sub(FAULTS_MAX);
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    lines.join("\n")
}

/// What there is to say about the text of a pack or of a configuration, worded in a language (a BCP 47 tag): JSON, a list
/// of `code`, `severity` (`error` or `warning`), `path`, `text` and `fix`. What is refused is described by its faults, each an
/// error.
#[wasm_bindgen]
pub fn lint(json: &str, lang: &str) -> String {
    let read = parse(json).map_err(|fault| vec![fault]);
    let found = match read.and_then(|value| lint_any(&value).map_err(|faults| faults.0)) {
        Ok((_, found)) | Err(found) => found,
    };
    let language = Language::of(lang);
    let worded = |diagnostic: &Diagnostic| {
        json!({
            "code": diagnostic.code.id(),
            "severity": diagnostic.severity.id(),
            "path": diagnostic.path,
            "text": diagnostic.text(language),
            "fix": diagnostic.fix(language),
        })
    };
    Json::Array(found.iter().map(worded).collect()).to_string()
}

fn read(json: &str) -> Result<Pack, Vec<Diagnostic>> {
    let value = parse(json).map_err(|fault| vec![fault])?;
    Pack::read(&value).map_err(|faults| faults.0)
}

/// What stands before a line about the file as a whole.
fn named(diagnostic: &Diagnostic) -> &'static str {
    if diagnostic.path.is_empty() { "the file" } else { "" }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://a.example/pack.json";
    const READINESS: &str = include_str!("../../../packs/readiness.en.json");

    #[test]
    fn a_pack_is_read_and_packed_as_the_build_does_it() {
        let read = read_pack(READINESS, ADDRESS).unwrap();
        let pack = Pack::decode(&read.packed()).unwrap();
        assert_eq!((read.name(), read.lang().as_str()), (format!("readiness {}", pack.version()), "en"));
        assert_eq!(Ok(pack), Pack::read(&serde_json::from_str(READINESS).unwrap()));
    }

    #[test]
    fn every_fault_is_a_line_with_place_reason_and_mend() {
        let broken = READINESS.replacen("\"sum\"", "\"some\"", 1).replacen("\"lang\"", "\"language\"", 1);
        let refusal = read_pack(&broken, ADDRESS).unwrap_err();
        assert!(
            refusal.starts_with("https://a.example/pack.json is refused: fix it, and upload it again\n"),
            "{refusal}"
        );
        assert!(refusal.contains("\nsections[0].rule: is no rule; one of: sum, all_of, ladder"), "{refusal}");
        assert!(refusal.contains("lang: is missing; add it"), "{refusal}");
        let of_a_list = read_pack("[]", ADDRESS).unwrap_err();
        assert!(of_a_list.contains("\nthe file: must be an object; write { … } here\n"), "{of_a_list}");
    }

    #[test]
    fn of_many_faults_the_first_are_told_and_how_many_there_are() {
        let refusal = read_pack(&READINESS.replace("\"text\"", "\"test\""), ADDRESS).unwrap_err();
        let lines: Vec<&str> = refusal.lines().collect();
        assert_eq!(lines.len(), 1 + 10 + 1, "{refusal}");
        assert!(lines[11].starts_with("and ") && lines[11].ends_with(" more"), "{refusal}");
    }

    #[test]
    fn a_configuration_is_linted_as_one() {
        let found: Json = serde_json::from_str(&lint(r#"{ "cta": { "href": "ftp://x" } }"#, "ja-JP")).unwrap();
        let wanted = json!({
            "code": "not_link", "severity": "error", "path": "cta.href", "text": "開けるリンクではありません",
            "fix": "https://、http://、mailto:、tel:、/ のどれかで始めてください",
        });
        assert_eq!(found, json!([wanted]));
        assert_eq!(lint(READINESS, "en"), "[]");
    }

    #[test]
    fn what_is_no_json_is_refused_in_a_line_with_its_place() {
        let check = |text: &str, expect: &str| {
            let refusal = read_pack(text, ADDRESS).unwrap_err();
            let lines: Vec<&str> = refusal.lines().skip(1).collect();
            assert!(lines.len() == 1 && lines[0].starts_with(expect), "{refusal}");
            assert!(refusal.contains("; "), "no fix: {refusal}");
        };
        check("{\n  \"id\": \"a\"\n  \"lang\": 1 }", "line 3, column 3: is no JSON (expected `,` or `}`); look there");
        check("{ “id”: 1 }", "line 1, column 3: is no JSON: “ is no quotation mark of JSON; write straight");
        check(
            "{\u{3000}\"id\": 1 }",
            "line 1, column 2: is no JSON: a blank stands there that JSON does not know (U+3000); write an ordinary",
        );
        check(
            "{</p>\n<p>\"id\": 1 }",
            "line 1, column 2: is no JSON: an editor or a filter of the page has put the tag </p> in",
        );
        check("<!doctype html>", "the file: is a web page, which a server sends where a file is missing; name");
        check("{ \"題名\": \"自己診断\" x }", "line 1, column 16: is no JSON (expected `,` or `}`)");
        check("", "the file: is empty; write");
        check(&"[".repeat(100_000), "line 1, column 128: is nested too deeply;");
        check(&format!("[{}", " ".repeat(2_340_000)), "the file: is 2.4 MB long; a pack has 2 MB at most");
    }
}
