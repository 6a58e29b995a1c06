//! `cargo xtask lint-pack`: what there is to say about packs and configurations, for their authors and for CI.
//!
//! It reads files and prints; every judgement is the library's. It must not know what a pack means.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, ensure};
use authoring::{Kind, Translation, lint_any, lint_offers, lint_translations};
use diagnosis::Value;
use diagnostics::{Code, Diagnostic, Language, Severity};
use serde::Serialize;

use crate::files;

/// What to check, and how to print it.
#[derive(Clone, Debug, PartialEq, Eq, clap::Args)]
#[command(after_help = "Several packs are also compared with each other as translations.
The exit code is 0 if there is nothing to say, 1 if there is, and 2 if a file cannot be used.

Examples:
  cargo xtask lint-pack packs                    every pack of a folder
  cargo xtask lint-pack packs my-settings.json   a folder and a configuration
  cargo xtask lint-pack --json my.json           for machines")]
pub struct Options {
    /// Write one JSON document
    #[arg(long)]
    pub json: bool,
    /// Packs and configurations, or folders of them
    #[arg(required = true, value_name = "FILE")]
    pub paths: Vec<PathBuf>,
}

/// What the whole run came to; the numbers are exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Clean = 0,
    Remarks = 1,
    Refused = 2,
}

/// What is said about one file.
#[derive(Debug, Serialize)]
struct Report {
    file: String,
    /// `pack`, `configuration` or, of what cannot be used, `refused`.
    kind: &'static str,
    remarks: Vec<Line>,
}

/// A remark, as `--json` prints it: its code with the arguments, and its words in English.
#[derive(Debug, Serialize)]
struct Line {
    code: String,
    severity: &'static str,
    path: String,
    args: Vec<String>,
    reason: String,
    fix: String,
}

impl From<&Diagnostic> for Line {
    fn from(diagnostic: &Diagnostic) -> Self {
        Self {
            code: diagnostic.code.id(),
            severity: diagnostic.severity.id(),
            path: diagnostic.path.clone(),
            args: diagnostic.args.iter().map(|arg| arg.text(Language::En).to_owned()).collect(),
            reason: diagnostic.text(Language::En),
            fix: diagnostic.fix(Language::En),
        }
    }
}

/// Lints the files and prints what there is to say.
///
/// # Errors
/// When the remarks cannot be put into JSON. A folder without files is reported, with an exit code of its own.
pub fn run(options: &Options) -> Result<ExitCode> {
    let paths = match all(&options.paths) {
        Ok(paths) => paths,
        Err(error) => {
            eprintln!("lint-pack: {error:#}");
            return Ok(ExitCode::from(Outcome::Refused as u8));
        }
    };
    let reports = reports(&paths);
    print!("{}", if options.json { as_json(&reports)? } else { as_lines(&reports) });
    Ok(ExitCode::from(outcome(&reports) as u8))
}

/// The files that are meant: those named, and the JSON files of folders, but for schemas.
fn all(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in paths {
        let before = found.len();
        found.extend(if path.is_dir() { in_folder(path)? } else { vec![path.clone()] });
        ensure!(found.len() > before, "there is no JSON file in {}", path.display());
    }
    Ok(found)
}

fn in_folder(folder: &Path) -> Result<Vec<PathBuf>> {
    Ok(files::walk(folder)?.into_iter().filter(|path| is_meant(path)).collect())
}

fn is_meant(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.ends_with(".json") && !name.ends_with(".schema.json")
}

fn reports(paths: &[PathBuf]) -> Vec<Report> {
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let values: Vec<Result<Value, Diagnostic>> = paths.iter().map(|path| parse(path)).collect();
    let mut reports: Vec<Report> = names.iter().zip(&values).map(|(name, value)| report(name, value)).collect();
    // Only what the reader accepts can be held against others.
    let accepted = |report: &&mut Report| report.kind == "pack";
    let both = names.iter().zip(&values).zip(&reports).filter(|(_, report)| report.kind == "pack");
    let packs: Vec<Translation> =
        both.filter_map(|((name, value), _)| Some(Translation { name, value: value.as_ref().ok()? })).collect();
    let more = lint_translations(&packs);
    for (report, remarks) in reports.iter_mut().filter(accepted).zip(more) {
        report.remarks.extend(remarks.iter().map(Line::from));
    }
    for ((report, value), path) in reports.iter_mut().zip(&values).zip(paths) {
        if let (true, Ok(value)) = (accepted(&report), value) {
            report.remarks.extend(offers(value, path, &values).iter().map(Line::from));
        }
    }
    reports
}

/// What there is to say about the offers of the pack at `path`, which may lead to the packs that are linted with it, and
/// to those that lie beside it.
fn offers(pack: &Value, path: &Path, linted: &[Result<Value, Diagnostic>]) -> Vec<Diagnostic> {
    if pack.get("next").is_none() {
        return Vec::new();
    }
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let beside: Vec<Value> = entries.filter(|path| is_meant(path)).filter_map(|path| parse(&path).ok()).collect();
    let id = |value: &Value| match (Kind::of(value), value.get("id")) {
        (Some(Kind::Pack), Some(Value::Text(id))) => Some(id.clone()),
        _ => None,
    };
    let ids: BTreeSet<String> = linted.iter().flatten().chain(&beside).filter_map(id).collect();
    lint_offers(pack, &ids.iter().map(String::as_str).collect::<Vec<_>>())
}

fn parse(path: &Path) -> Result<Value, Diagnostic> {
    let unreadable = |error| Diagnostic::error(Code::Unreadable, "").with(format!("{error:#}"));
    authoring::parse(&files::read_text(path).map_err(unreadable)?)
}

fn report(file: &str, value: &Result<Value, Diagnostic>) -> Report {
    let read = value.as_ref().map_err(|fault| vec![fault.clone()]);
    let (kind, found) = match read.and_then(|value| lint_any(value).map_err(|faults| faults.0)) {
        Ok((Kind::Pack, found)) => ("pack", found),
        Ok((Kind::Configuration, found)) => ("configuration", found),
        Ok((Kind::Benchmark, found)) => ("benchmark", found),
        Err(faults) => ("refused", faults),
    };
    Report { file: file.to_owned(), kind, remarks: found.iter().map(Line::from).collect() }
}

fn outcome(reports: &[Report]) -> Outcome {
    let of = |report: &Report| match report.kind {
        "refused" => Outcome::Refused,
        _ if report.remarks.is_empty() => Outcome::Clean,
        _ => Outcome::Remarks,
    };
    reports.iter().map(of).max().unwrap_or(Outcome::Clean)
}

fn count(reports: &[Report], severity: Severity) -> usize {
    let lines = reports.iter().flat_map(|report| &report.remarks);
    lines.filter(|line| line.severity == severity.id()).count()
}

fn as_json(reports: &[Report]) -> Result<String> {
    let whole = serde_json::json!({
        "files": reports,
        "errors": count(reports, Severity::Error),
        "warnings": count(reports, Severity::Warning),
    });
    Ok(serde_json::to_string_pretty(&whole).context("the remarks cannot be written as JSON")? + "\n")
}

fn as_lines(reports: &[Report]) -> String {
    let mut text = String::new();
    for report in reports {
        let said = match report.remarks.len() {
            _ if report.kind == "refused" => "is refused".to_owned(),
            0 => format!("nothing to say about this {}", report.kind),
            1 => format!("one remark about this {}", report.kind),
            many => format!("{many} remarks about this {}", report.kind),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}: {said}", report.file);
        for Line { severity, path, reason, fix, .. } in &report.remarks {
            let place = if path.is_empty() { "the file" } else { path };
            let _ = writeln!(text, "  {severity}: {place}: {reason}\n    fix: {fix}");
        }
    }
    let (errors, warnings) = (count(reports, Severity::Error), count(reports, Severity::Warning));
    let many = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let sums = [many(reports.len(), "file"), many(errors, "error"), many(warnings, "warning")];
    let _ = writeln!(text, "{}", sums.join(", "));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    const READINESS: &str = include_str!("../../../packs/readiness.ja.json");

    fn of(scratch: &Scratch) -> Vec<Report> {
        reports(&in_folder(scratch.path()).unwrap())
    }

    /// The pack `readiness` as it would be without the others, which it offers.
    fn alone() -> String {
        let (before, _) = READINESS.split_once(",\n  \"next\"").unwrap();
        [before, "\n}\n"].concat()
    }

    #[test]
    fn files_are_told_apart_by_content_and_the_worst_decides() {
        let readiness = alone();
        let good = Scratch::new().with("a.json", &readiness).with("pack.schema.json", "[]").with("notes.txt", "-");
        assert_eq!(of(&good).iter().map(|report| report.kind).collect::<Vec<_>>(), ["pack"]);
        assert_eq!(outcome(&of(&good)), Outcome::Clean);
        let settings =
            Scratch::new().with("a.json", &readiness).with("b.json", r##"{ "theme": { "accent": "#0b6" } }"##);
        assert_eq!(of(&settings).iter().map(|report| report.kind).collect::<Vec<_>>(), ["pack", "configuration"]);
        assert_eq!(outcome(&of(&settings)), Outcome::Remarks);
        for broken in [&readiness.replacen("\"sum\"", "\"some\"", 1), "{", "7"] {
            let refused = Scratch::new().with("a.json", &readiness).with("b.json", broken);
            assert_eq!(outcome(&of(&refused)), Outcome::Refused);
            let line = &of(&refused)[1].remarks[0];
            assert!(!line.reason.is_empty() && !line.fix.is_empty(), "{line:?}");
        }
        assert_eq!(outcome(&reports(&[good.path().join("none.json")])), Outcome::Refused);
    }

    #[test]
    fn translations_are_held_against_each_other() {
        let readiness = alone();
        let changed = readiness.replacen("\"lang\": \"ja\"", "\"lang\": \"en\"", 1).replacen(
            "\"points\": 20",
            "\"points\": 19",
            1,
        );
        let scratch = Scratch::new().with("a.json", &readiness).with("b.json", &changed);
        let lines = as_lines(&of(&scratch));
        assert!(lines.contains("error: sections[0].questions[0].choices[0].points: differs from"), "{lines}");
        assert!(lines.contains("a.json: nothing to say about this pack"), "{lines}");
    }

    #[test]
    fn an_offer_leads_to_a_pack_that_is_there() {
        let scratch = Scratch::new().with("readiness.ja.json", READINESS);
        let alone = as_lines(&of(&scratch));
        assert!(alone.contains("warning: next[0].pack: there is no pack `executive`"), "{alone}");
        let other = |id: &str| READINESS.replacen("\"id\": \"readiness\"", &format!("\"id\": \"{id}\""), 1);
        let all = scratch.with("executive.ja.json", other("executive")).with("adoption.ja.json", other("adoption"));
        // One file alone is held against those beside it.
        let said = as_lines(&reports(&[all.path().join("readiness.ja.json")]));
        assert!(said.contains("nothing to say"), "{said}");
    }

    #[test]
    fn json_holds_each_remark_with_its_parts() {
        let scratch = Scratch::new().with("a.json", r#"{ "cta": { "href": "ftp://x" } }"#);
        let json: serde_json::Value = serde_json::from_str(&as_json(&of(&scratch)).unwrap()).unwrap();
        assert_eq!(json["errors"], 1);
        assert_eq!(json["files"][0]["kind"], "configuration");
        let remark = &json["files"][0]["remarks"][0];
        assert_eq!((remark["severity"].as_str(), remark["path"].as_str()), (Some("error"), Some("cta.href")));
        assert_eq!((remark["code"].as_str(), &remark["args"]), (Some("not_link"), &serde_json::json!([])));
        assert_eq!(remark["reason"], "is no link to follow");
        assert_eq!(remark["fix"], "begin it with https://, http://, mailto:, tel: or /");
    }
}
