//! Leads as a benchmark: a file of counts for each version of a pack, to show results beside those of others.

use benchmark::{About, MIN, Response, collect};
use diagnosis::Id;

use super::export_output::ExportReport;
use crate::lead::stored_lead::StoredLead;
use crate::messages::Messages;

/// The part of a lead by which groups are made.
const SIZE: &str = "contact.size";

/// A file of counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CountsFile {
    /// The pack and its version, for the name of the file.
    pub(crate) name: String,
    pub(crate) json: String,
    /// How many responses are counted in it.
    pub(crate) count: usize,
}

/// The files while leads are added.
#[derive(Debug)]
pub(crate) struct BenchmarkExport {
    messages: &'static Messages,
    versions: Vec<Version>,
    report: ExportReport,
}

/// The responses to one version of a pack.
#[derive(Debug)]
struct Version {
    pack: Id,
    version: String,
    /// The day of the last one.
    date: String,
    responses: Vec<Response>,
}

impl BenchmarkExport {
    /// An export without any lead.
    pub(crate) fn new(messages: &'static Messages) -> Self {
        Self { messages, versions: Vec::new(), report: ExportReport::default() }
    }

    /// Counts a lead that was stored on that `day`, as `YYYY-MM-DD`.
    pub(crate) fn add(&mut self, stored: &StoredLead, day: String) {
        if stored.lead.is_none() {
            self.report.purged += 1;
        } else if stored.is_test() {
            self.report.tests += 1;
        } else if self.count(stored, day).is_none() {
            self.report.left_out += 1;
        }
    }

    fn count(&mut self, stored: &StoredLead, day: String) -> Option<()> {
        let kind = self.messages.fields.get(SIZE).unwrap_or(SIZE);
        let response = Response::of_lead(|path| stored.text(path), &[(SIZE, kind)])?;
        let (pack, version) = (Id::new(&stored.text("diagnosis.pack"))?, stored.text("diagnosis.version"));
        match self.versions.iter_mut().find(|known| known.pack == pack && known.version == version) {
            Some(known) => {
                known.responses.push(response);
                known.date = known.date.clone().max(day);
            }
            None => self.versions.push(Version { pack, version, date: day, responses: vec![response] }),
        }
        Some(())
    }

    /// The files, and what there is to know of them.
    pub(crate) fn finish(self) -> (Vec<CountsFile>, ExportReport) {
        let Self { messages, versions, mut report } = self;
        let mut files = Vec::new();
        for Version { pack, version, date, responses } in versions {
            let name = format!("{}-{version}", pack.as_str());
            let about = About {
                pack,
                version,
                source: messages.benchmark_source.to_owned(),
                date,
                licence: "All rights reserved".to_owned(),
                min: MIN,
                rest: messages.benchmark_rest.to_owned(),
            };
            let made = collect(&about, &responses).ok();
            let json = made.as_ref().and_then(|made| serde_json::to_string_pretty(&made.to_value()).ok());
            let count = made.map_or(0, |made| made.all.n as usize);
            report.left_out += responses.len().saturating_sub(count);
            files.extend(json.map(|json| CountsFile { name, json, count }));
        }
        (files, report)
    }
}

#[cfg(test)]
mod tests {
    use benchmark::Benchmark;
    use leads::lead_from_json;
    use staff::Language;

    use super::*;

    fn lead(version: &str, mail: &str, size: &str, more: &str) -> StoredLead {
        let json = format!(
            r#"{{ "test": false, "contact": {{ "email": "{mail}", "size": "{size}" }}, "diagnosis": {{ "pack": "p", "version": "{version}",
                "score": 62, "answers": "a=x&b=y&b=z" }}{more} }}"#
        );
        StoredLead { lead: lead_from_json(&json), ..StoredLead::unreadable("x".to_owned()) }
    }

    #[test]
    fn each_version_with_enough_responses_is_a_file_that_names_nobody() {
        let mut export = BenchmarkExport::new(Messages::of(Language::English));
        for nth in 0..24 {
            let size = if nth < 12 { "1–5" } else { "6–20" };
            export.add(&lead("1.0", &format!("{nth}@example.jp"), size, ""), format!("2026-10-{:02}", nth + 1));
        }
        export.add(&lead("1.0", "0@example.jp", "1–5", ""), "2026-09-01".to_owned());
        export.add(&lead("1.0", "robot@example.jp", "", r#", "antispam": { "suspect": true }"#), String::new());
        export.add(&lead("2.0", "a@example.jp", "", ""), "2026-11-01".to_owned());
        export.add(&StoredLead::unreadable("gone".to_owned()), String::new());
        let (files, report) = export.finish();
        assert_eq!(
            (report.purged, report.tests, report.left_out),
            (1, 0, 3),
            "one twice, one robot, one alone in its version"
        );
        let [CountsFile { name, json, count }] = &files[..] else { panic!("{files:?}") };
        assert_eq!((name.as_str(), *count), ("p-1.0", 24));
        assert!(!json.contains("example.jp"), "{json}");
        let read = Benchmark::read(&serde_json::from_str(json).unwrap()).unwrap();
        assert_eq!((&*read.date, read.groups.len(), read.all.scores[6]), ("2026-10-24", 2, 24));
    }
}
