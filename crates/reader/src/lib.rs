//! The reader: takes up packs that were not there when the site was built, in a wasm of its own.
//!
//! The widget's wasm holds no checks, for the build has made them. A pack at an address still has to be read, checked
//! and packed, and whoever writes one is to be told what is wrong with it. Only pages with such a pack, and the builder
//! page, load this. It must not know what a pack means (that is `diagnosis`), nor where the text came from
//! (`www/reader.js`).

mod text;

use authoring::{Severity, lint_any};
use diagnosis::{Fault, Pack};
use serde_json::{Value as Json, json};
use wasm_bindgen::prelude::wasm_bindgen;

/// A pack that was read and checked.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ReadPack {
    id: String,
    version: String,
    lang: String,
    packed: String,
}

#[wasm_bindgen]
impl ReadPack {
    /// The id, such as `readiness`.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.id.clone()
    }

    /// The version that the author gave, such as `1.0.0`.
    #[wasm_bindgen(getter)]
    pub fn version(&self) -> String {
        self.version.clone()
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

/// Reads the text of a file in format `pack/v1`.
///
/// # Errors
///
/// What is wrong, a fault a line: `place: reason; mend`.
#[wasm_bindgen]
pub fn read_pack(json: &str) -> Result<ReadPack, String> {
    let read = text::parse(json).map_err(|fault| vec![fault]);
    let pack = read.and_then(|value| Pack::read(&value).map_err(|faults| faults.0)).map_err(lines)?;
    Ok(ReadPack {
        id: pack.id().as_str().to_owned(),
        version: pack.version().to_string(),
        lang: pack.lang().to_string(),
        packed: pack.pack(),
    })
}

/// What there is to say about the text of a pack or of a configuration: JSON, a list of `severity` (`error` or
/// `warning`), `path`, `reason` and `mend`. What is refused is told by its faults, each an error.
#[wasm_bindgen]
pub fn lint(json: &str) -> String {
    let read = text::parse(json).map_err(|fault| vec![fault]);
    let remarks = match read.and_then(|value| lint_any(&value).map_err(|faults| faults.0)) {
        Ok((_, remarks)) => remarks.into_iter().map(|remark| line(remark.severity, remark.fault)).collect(),
        Err(faults) => faults.into_iter().map(|fault| line(Severity::Error, fault)).collect(),
    };
    Json::Array(remarks).to_string()
}

fn line(severity: Severity, fault: Fault) -> Json {
    json!({ "severity": severity.id(), "path": fault.path, "reason": fault.reason, "mend": fault.mend })
}

fn lines(faults: Vec<Fault>) -> String {
    let named = faults.into_iter().map(|mut fault| {
        if fault.path.is_empty() {
            fault.path.push_str("the file");
        }
        fault.to_string()
    });
    named.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const READINESS: &str = include_str!("../../../packs/readiness.en.json");

    #[test]
    fn a_pack_is_read_and_packed_as_the_build_does_it() {
        let read = read_pack(READINESS).unwrap();
        assert_eq!((read.id().as_str(), read.lang().as_str()), ("readiness", "en"));
        let pack = Pack::unpack(&read.packed()).unwrap();
        assert_eq!(pack.version().to_string(), read.version());
        assert_eq!(Ok(pack), Pack::read(&serde_json::from_str(READINESS).unwrap()));
        assert_eq!(lint(READINESS), "[]");
    }

    #[test]
    fn every_fault_is_a_line_with_place_reason_and_mend() {
        let broken = READINESS.replacen("\"sum\"", "\"some\"", 1).replacen("\"lang\"", "\"language\"", 1);
        let refusal = read_pack(&broken).unwrap_err();
        assert!(refusal.contains("\nsections[0].rule: is no rule; one of: sum, all_of, ladder"), "{refusal}");
        assert!(refusal.contains("lang: is missing; add it"), "{refusal}");
        let of_a_list = read_pack("[]").unwrap_err();
        assert!(of_a_list.contains("\nthe file: must be an object; write { … } here\n"), "{of_a_list}");

        let remarks: Json = serde_json::from_str(&lint(&broken)).unwrap();
        let remarks = remarks.as_array().unwrap();
        assert_eq!(remarks.len(), refusal.lines().count());
        assert!(remarks.iter().all(|remark| remark["severity"] == "error"), "{remarks:?}");
    }

    #[test]
    fn a_configuration_is_linted_as_one() {
        let remarks: Json = serde_json::from_str(&lint(r#"{ "cta": { "href": "ftp://x" } }"#)).unwrap();
        assert_eq!((&remarks[0]["path"], &remarks[0]["severity"]), (&json!("cta.href"), &json!("error")));
    }

    #[test]
    fn what_is_no_json_is_refused_in_a_line_with_its_place() {
        let check = |text: &str, expect: &str| {
            let refusal = read_pack(text).unwrap_err();
            assert!(refusal.starts_with(expect) && refusal.lines().count() == 1, "{refusal}");
            assert!(refusal.contains("; "), "no mend: {refusal}");
            assert!(lint(text).contains("\"severity\":\"error\""));
        };
        check("{\n  \"id\": \"a\"\n  \"lang\": 1 }", "line 3, column 3: is no JSON (expected `,` or `}`); look there");
        check("<!doctype html>", "line 1, column 1: is no JSON (expected value)");
        check("", "line 1, column 0: is no JSON");
        check(&"[".repeat(100_000), "line 1, column 128: is nested too deeply;");
        check(&format!("[{}", " ".repeat(2_340_000)), "the file: is 2.4 MB long; a pack has 2 MB at most");
    }
}
