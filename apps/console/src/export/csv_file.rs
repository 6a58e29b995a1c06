//! Leads as CSV: one line per lead, split into as many files as necessary.

use std::rc::Rc;

use spreadsheet::{cell, cp932, csv};

use super::columns::{Column, Part};
use super::export_output::{CellProblem, ExportReport, LeadWarning};
use super::file_parts::FileParts;
use super::program::{Limits, Program};
use crate::lead::stored_lead::{StoredLead, reference_of};
use crate::lead::wording::ToLocal;
use crate::messages::Messages;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Encoding of text as bytes.
#[derive(Clone, Debug)]
pub(crate) enum Letters {
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Bom,
    /// CP932, by this table.
    Cp932(Rc<cp932::Table>),
}

/// The files of an export in progress.
#[derive(Debug)]
pub(crate) struct CsvExport {
    program: Program,
    columns: Vec<Column>,
    letters: Letters,
    head: Vec<u8>,
    limits: Limits,
    /// The files that are full.
    full: Vec<FileParts>,
    open: FileParts,
    report: ExportReport,
    messages: &'static Messages,
    local: ToLocal,
}

impl Letters {
    /// A line and, for CP932, the characters that change.
    fn line(&self, cells: &[String]) -> cp932::Encoded {
        let line = csv::line(cells);
        match self {
            Self::Cp932(table) => table.encode(&line),
            Self::Utf8 | Self::Utf8Bom => {
                cp932::Encoded { bytes: line.into_bytes(), lost: Vec::new(), replaced: Vec::new() }
            }
        }
    }

    /// The characters of a text that CP932 lacks.
    fn lost(&self, text: &str) -> Vec<char> {
        match self {
            Self::Cp932(table) => table.encode(text).lost,
            Self::Utf8 | Self::Utf8Bom => Vec::new(),
        }
    }
}

impl CsvExport {
    /// An export without any lead.
    pub(crate) fn new(
        (program, columns): (Program, Vec<Column>),
        letters: Letters,
        messages: &'static Messages,
        local: ToLocal,
    ) -> Self {
        let titles: Vec<String> = columns.iter().map(|column| column.title.clone()).collect();
        let mut head = if matches!(letters, Letters::Utf8Bom) { BYTE_ORDER_MARK.to_vec() } else { Vec::new() };
        head.extend(letters.line(&titles).bytes);
        let unknown = columns.iter().filter(|column| column.part == Part::Unknown);
        let report =
            ExportReport { unknown: unknown.map(|column| column.title.clone()).collect(), ..ExportReport::default() };
        let (limits, open) = (program.limits(), FileParts::new(&head));
        Self { program, columns, letters, head, limits, full: Vec::new(), open, report, messages, local }
    }

    /// Adds a lead. A lead without data, and a test lead unless `with_tests`, is skipped and counted.
    pub(crate) fn add(&mut self, stored: &StoredLead, with_tests: bool) {
        if stored.lead.is_none() {
            self.report.purged += 1;
        } else if stored.is_test() && !with_tests {
            self.report.tests += 1;
        } else {
            self.add_line(stored);
        }
    }

    fn add_line(&mut self, stored: &StoredLead) {
        let cells: Vec<String> = self.columns.iter().map(|column| self.cell(column.part, stored)).collect();
        let line = self.letters.line(&cells);
        if !line.lost.is_empty() {
            self.remark_losses(stored, &cells);
        }
        for path in self.program.needs().iter().filter(|path| stored.text(path).is_empty()) {
            let column = self.columns.iter().find(|column| column.part == Part::Lead(path));
            let title = column.map_or_else(|| (*path).to_owned(), |column| column.title.clone());
            self.report.warnings.push(LeadWarning {
                reference: reference_of(&stored.id),
                title,
                about: CellProblem::Lacking,
            });
        }
        for character in line.replaced {
            if !self.report.replaced.contains(&character) {
                self.report.replaced.push(character);
            }
        }
        self.write(&line.bytes);
    }

    fn cell(&self, part: Part, stored: &StoredLead) -> String {
        let text = part.text(stored, self.messages, self.local);
        if !self.program.is_spreadsheet() || part.is_value() {
            return text;
        }
        match text.as_str() {
            // A spreadsheet would convert these to values.
            "true" => self.messages.yes_cell.to_owned(),
            "false" => self.messages.no_cell.to_owned(),
            text => cell::for_spreadsheet(text).into_owned(),
        }
    }

    fn remark_losses(&mut self, stored: &StoredLead, cells: &[String]) {
        for (column, cell) in self.columns.iter().zip(cells) {
            let lost = self.letters.lost(cell);
            if !lost.is_empty() {
                let (reference, title) = (reference_of(&stored.id), column.title.clone());
                self.report.warnings.push(LeadWarning { reference, title, about: CellProblem::Lost(lost) });
            }
        }
    }

    /// Adds a line to the open file; if that is full, to a new one.
    fn write(&mut self, line: &[u8]) {
        let (Limits { rows, bytes }, open) = (self.limits, &self.open);
        if open.count > 0 && (open.count >= rows || open.size.saturating_add(line.len()) > bytes) {
            let next = FileParts::new(&self.head);
            self.full.push(std::mem::replace(&mut self.open, next));
        }
        self.open.add(line);
    }

    /// The files, and a report about them.
    pub(crate) fn finish(self) -> (Vec<FileParts>, ExportReport) {
        let Self { mut full, open, report, .. } = self;
        full.extend(Some(open).filter(|file| file.count > 0));
        (full, report)
    }
}

#[cfg(test)]
mod tests {
    use leads::{Time, lead_from_json};
    use staff::Language;

    use super::super::columns::columns_for;
    use super::*;
    use crate::lead::local_time::LocalTime;

    fn at_noon(_: Time) -> LocalTime {
        LocalTime { year: 2026, month: 11, day: 22, hour: 12, minute: 0, second: 10 }
    }

    fn lead(json: &str) -> StoredLead {
        let lead = Some(lead_from_json(json).unwrap());
        StoredLead { lead, deliveries: Vec::new(), ..StoredLead::unreadable("0a1b2c3d-0000".to_owned()) }
    }

    fn export(program: Program, letters: Letters) -> CsvExport {
        let messages = Messages::of(Language::Japanese);
        CsvExport::new((program, columns_for(program, messages)), letters, messages, at_noon)
    }

    fn text(file: &FileParts) -> String {
        String::from_utf8(file.parts.concat()).unwrap()
    }

    #[test]
    fn tests_and_leads_without_data_are_left_out_and_counted() {
        let mut export = export(Program::HubSpot, Letters::Utf8);
        export.add(&StoredLead::unreadable("x".to_owned()), false);
        export.add(&lead(r#"{"test":true}"#), false);
        let (files, report) = export.finish();
        assert!(files.is_empty());
        assert_eq!((report.purged, report.tests), (1, 1));
    }

    #[test]
    fn what_a_program_needs_and_does_not_get_is_remarked() {
        let mut export = export(Program::Salesforce, Letters::Utf8);
        export.add(&lead(r#"{"contact":{"company":"架空商事"}}"#), false);
        let (files, report) = export.finish();
        let expected =
            LeadWarning { reference: "0A1B-2C3D".into(), title: "Last Name".into(), about: CellProblem::Lacking };
        assert_eq!(report.warnings, [expected]);
        assert!(text(&files[0]).ends_with("\r\n") && text(&files[0]).starts_with("\"Last Name\","));
    }

    #[test]
    fn a_spreadsheet_gets_a_mark_words_and_no_formula() {
        let mut export = export(Program::Excel, Letters::Utf8Bom);
        let json = r#"{"test":false,"contact":{"company":"=1+1"},"diagnosis":{"score":70}}"#;
        export.add(&lead(json), false);
        let (files, _) = export.finish();
        let text = text(&files[0]);
        assert!(text.starts_with('\u{feff}'));
        for cell in ["\"70\"", "\"2026/11/22 12:00:10\"", "\"いいえ\""] {
            assert!(text.contains(cell), "{cell} in {text}");
        }
        assert!(!text.contains("\"=1+1\""), "{text}");
    }

    #[test]
    fn a_full_file_is_followed_by_another_with_the_same_titles() {
        let mut export = export(Program::Zoho, Letters::Utf8);
        export.limits = Limits { rows: 2, bytes: usize::MAX };
        for _ in 0..5 {
            export.add(&lead("{}"), false);
        }
        let (files, _) = export.finish();
        assert_eq!(files.iter().map(|file| file.count).collect::<Vec<_>>(), [2, 2, 1]);
        assert!(files.iter().all(|file| text(file).starts_with("\"Last Name\"")));

        let mut export = self::export(Program::HubSpot, Letters::Utf8);
        export.limits = Limits { rows: usize::MAX, bytes: 1 };
        export.add(&lead("{}"), false);
        export.add(&lead("{}"), false);
        let (files, _) = export.finish();
        assert_eq!(files.len(), 2, "a file holds one lead at least");
    }
}
