//! What files are made for, and what the limits of each program are; docs/console.md has the sources.

/// What a file is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Program {
    /// A spreadsheet, for people.
    #[default]
    Excel,
    HubSpot,
    Salesforce,
    Kintone,
    Zoho,
    Sansan,
    /// Everything, for other programs.
    Json,
    /// Counts alone, for the widget.
    Benchmark,
}

/// The letters of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    /// With a byte order mark, by which Excel knows it.
    #[default]
    Utf8Bom,
    /// What Windows calls Shift_JIS.
    Cp932,
}

/// How much a file may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) rows: usize,
    pub(crate) bytes: usize,
}

impl Program {
    pub(crate) const ALL: [Self; 8] = [
        Self::Excel,
        Self::HubSpot,
        Self::Salesforce,
        Self::Kintone,
        Self::Zoho,
        Self::Sansan,
        Self::Json,
        Self::Benchmark,
    ];

    /// Its name in the catalogue, in names of files, and as a value of the list.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Excel => "excel",
            Self::HubSpot => "hubspot",
            Self::Salesforce => "salesforce",
            Self::Kintone => "kintone",
            Self::Zoho => "zoho",
            Self::Sansan => "sansan",
            Self::Json => "json",
            Self::Benchmark => "benchmark",
        }
    }

    /// The one of that name.
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|program| program.id() == id)
    }

    /// The encodings that it takes, the usual one first; JSON has no choice.
    pub(crate) fn encodings(self) -> &'static [Encoding] {
        use Encoding::{Cp932, Utf8, Utf8Bom};
        match self {
            Self::Excel => &[Utf8Bom, Cp932, Utf8],
            Self::HubSpot | Self::Zoho => &[Utf8, Utf8Bom],
            Self::Salesforce | Self::Kintone => &[Utf8, Utf8Bom, Cp932],
            Self::Sansan => &[Cp932, Utf8, Utf8Bom],
            Self::Json | Self::Benchmark => &[],
        }
    }

    /// The most that it takes in one file.
    pub(crate) fn limits(self) -> Limits {
        let (rows, bytes) = match self {
            Self::Excel => (1_048_575, usize::MAX),
            Self::HubSpot => (1_000_000, 20_000_000),
            Self::Salesforce => (50_000, usize::MAX),
            Self::Kintone => (100_000, usize::MAX),
            Self::Zoho => (25_000, usize::MAX),
            Self::Sansan => (10_000, usize::MAX),
            Self::Json | Self::Benchmark => (usize::MAX, usize::MAX),
        };
        Limits { rows, bytes }
    }

    /// The parts of a lead without which it refuses one.
    pub(crate) fn needs(self) -> &'static [&'static str] {
        match self {
            Self::HubSpot => &["contact.email"],
            Self::Salesforce => &["contact.last_name", "contact.company"],
            Self::Kintone => &["lead_id"],
            Self::Zoho => &["contact.last_name"],
            Self::Excel | Self::Sansan | Self::Json | Self::Benchmark => &[],
        }
    }

    /// Whether it works out formulas, and is for people.
    pub(crate) fn is_spreadsheet(self) -> bool {
        self == Self::Excel
    }
}

impl Encoding {
    /// Its name in the catalogue, and as a value of the list.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf8Bom => "utf-8-bom",
            Self::Cp932 => "cp932",
        }
    }

    /// The one of that name.
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        [Self::Utf8, Self::Utf8Bom, Self::Cp932].into_iter().find(|encoding| encoding.id() == id)
    }

    /// The type of a file in it.
    pub(crate) fn csv_type(self) -> &'static str {
        match self {
            Self::Utf8 | Self::Utf8Bom => "text/csv;charset=utf-8",
            Self::Cp932 => "text/csv;charset=shift_jis",
        }
    }
}

#[cfg(test)]
mod tests {
    use staff::Language;

    use super::*;
    use crate::messages::Messages;

    #[test]
    fn every_program_and_encoding_has_words_in_both_languages() {
        for messages in [Messages::of(Language::Japanese), Messages::of(Language::English)] {
            for program in Program::ALL {
                assert!(messages.programs.get(program.id()).is_some(), "{program:?}");
                assert!(messages.program_help.get(program.id()).is_some(), "{program:?}");
                assert_eq!(Program::from_id(program.id()), Some(program));
                for encoding in program.encodings() {
                    assert!(messages.encodings.get(encoding.id()).is_some(), "{encoding:?}");
                    assert_eq!(Encoding::from_id(encoding.id()), Some(*encoding));
                }
            }
        }
    }
}
