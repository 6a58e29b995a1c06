//! The columns of each program's file.

use super::program::Program;
use crate::lead::delivery::Delivery;
use crate::lead::stored_lead::{StoredLead, reference_of};
use crate::lead::wording::{self, ToLocal};
use crate::messages::Messages;

/// A column: its title and its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) title: String,
    pub(crate) part: Part,
}

/// Content of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The part of a lead of this dotted name.
    Lead(&'static str),
    /// The number that the respondent reads.
    Reference,
    /// When the lead was stored, to the second.
    StoredAt,
    /// The same, the day alone.
    Day,
    /// The whole name.
    Person,
    /// A summary, for programs with a single text field.
    Note,
    /// The states at all destinations.
    States,
    /// Nothing: the title is not understood.
    Unknown,
}

type Titles = &'static [(&'static str, Part)];

const HUBSPOT: Titles = &[
    ("email", Part::Lead("contact.email")),
    ("lastname", Part::Lead("contact.last_name")),
    ("firstname", Part::Lead("contact.first_name")),
    ("company", Part::Lead("contact.company")),
    ("phone", Part::Lead("contact.phone")),
    ("jobtitle", Part::Lead("contact.title")),
    ("message", Part::Note),
    ("lead_id", Part::Lead("lead_id")),
];

const SALESFORCE: Titles = &[
    ("Last Name", Part::Lead("contact.last_name")),
    ("First Name", Part::Lead("contact.first_name")),
    ("Company", Part::Lead("contact.company")),
    ("Title", Part::Lead("contact.title")),
    ("Email", Part::Lead("contact.email")),
    ("Phone", Part::Lead("contact.phone")),
    ("Description", Part::Note),
    ("Lead ID", Part::Lead("lead_id")),
];

const KINTONE: Titles = &[
    ("リードID", Part::Lead("lead_id")),
    ("受付番号", Part::Reference),
    ("受付日時", Part::StoredAt),
    ("会社名", Part::Lead("contact.company")),
    ("姓", Part::Lead("contact.last_name")),
    ("名", Part::Lead("contact.first_name")),
    ("メールアドレス", Part::Lead("contact.email")),
    ("電話番号", Part::Lead("contact.phone")),
    ("役職", Part::Lead("contact.title")),
    ("会社の規模", Part::Lead("contact.size")),
    ("ご相談の内容", Part::Lead("inquiry.message")),
    ("点数", Part::Lead("diagnosis.score")),
    ("レベル", Part::Lead("diagnosis.level")),
    ("診断結果", Part::Lead("diagnosis.summary")),
    ("個人情報の同意", Part::Lead("consent.privacy.agreed")),
    ("案内メールの同意", Part::Lead("consent.marketing_email.agreed")),
];

const SANSAN: Titles = &[
    ("会社名", Part::Lead("contact.company")),
    ("役職", Part::Lead("contact.title")),
    ("姓", Part::Lead("contact.last_name")),
    ("名", Part::Lead("contact.first_name")),
    ("e-mail", Part::Lead("contact.email")),
    ("TEL", Part::Lead("contact.phone")),
    ("メモ", Part::Note),
];

/// The parts that a spreadsheet gets, under their names for people.
const SPREADSHEET: [Part; 26] = [
    Part::Reference,
    Part::StoredAt,
    Part::Lead("contact.company"),
    Part::Lead("contact.last_name"),
    Part::Lead("contact.first_name"),
    Part::Lead("contact.email"),
    Part::Lead("contact.phone"),
    Part::Lead("contact.title"),
    Part::Lead("contact.size"),
    Part::Lead("inquiry.message"),
    Part::Lead("diagnosis.pack"),
    Part::Lead("diagnosis.version"),
    Part::Lead("diagnosis.score"),
    Part::Lead("diagnosis.level"),
    Part::Lead("diagnosis.summary"),
    Part::Lead("diagnosis.answers"),
    Part::Lead("consent.privacy.agreed"),
    Part::Lead("consent.privacy.version"),
    Part::Lead("consent.marketing_email.agreed"),
    Part::Lead("attribution.landing_url"),
    Part::Lead("attribution.referrer"),
    Part::Lead("attribution.utm.source"),
    Part::Lead("attribution.utm.medium"),
    Part::Lead("attribution.utm.campaign"),
    Part::Lead("antispam.suspect"),
    Part::Lead("test"),
];

/// What a title may be called, for header rows that are brought along; see [`bare`].
const KNOWN: [(Part, &[&str]); 11] = [
    (Part::Lead("contact.company"), &["会社名", "会社", "企業名", "company", "companyname"]),
    (Part::Lead("contact.last_name"), &["姓", "氏名姓", "名字", "lastname", "familyname"]),
    (Part::Lead("contact.first_name"), &["名", "氏名名", "firstname", "givenname"]),
    (Part::Person, &["氏名", "名前", "お名前", "name", "fullname"]),
    (Part::Lead("contact.email"), &["eメール", "メール", "メールアドレス", "email", "mail", "emailaddress"]),
    (Part::Lead("contact.phone"), &["tel", "電話", "電話番号", "会社電話番号", "phone", "phonenumber", "会社tel"]),
    (Part::Lead("contact.title"), &["役職", "役職名", "肩書", "title", "jobtitle", "designation"]),
    (Part::Note, &["メモ", "備考", "ノート", "memo", "note", "notes", "description"]),
    (Part::Day, &["名刺交換日", "交換日", "登録日", "日付", "date"]),
    (Part::Reference, &["受付番号", "管理番号"]),
    (Part::Lead("lead_id"), &["リードid", "leadid", "id"]),
];

/// A title in plain letters, without spaces and signs.
fn bare(title: &str, plain: impl Fn(&str) -> String) -> String {
    let is_sign = |each: char| each.is_whitespace() || "()・_.-‐−*※【】[]".contains(each);
    plain(title).chars().filter(|each| !is_sign(*each)).collect()
}

/// Columns with these titles, in this order. `plain` makes the same letters of those that look the same.
pub(crate) fn columns_of(titles: &[String], plain: impl Fn(&str) -> String) -> Vec<Column> {
    let part = |title: &str| {
        let bare = bare(title, &plain);
        KNOWN.into_iter().find(|(_, names)| names.contains(&bare.as_str())).map_or(Part::Unknown, |(part, _)| part)
    };
    titles.iter().map(|title| Column { title: title.clone(), part: part(title) }).collect()
}

/// The usual columns of a program.
pub(crate) fn columns_for(program: Program, messages: &Messages) -> Vec<Column> {
    let titles = match program {
        Program::HubSpot => HUBSPOT,
        Program::Salesforce | Program::Zoho => SALESFORCE,
        Program::Kintone => KINTONE,
        Program::Sansan => SANSAN,
        Program::Excel | Program::Json | Program::Benchmark => return spreadsheet(messages),
    };
    let renamed =
        |title: &'static str| if program == Program::Zoho && title == "Title" { "Designation" } else { title };
    titles.iter().map(|(title, part)| Column { title: renamed(title).to_owned(), part: *part }).collect()
}

fn spreadsheet(messages: &Messages) -> Vec<Column> {
    let last = [Part::States, Part::Lead("lead_id")];
    SPREADSHEET.into_iter().chain(last).map(|part| Column { title: name(part, messages).to_owned(), part }).collect()
}

/// The name of a part for people.
fn name(part: Part, messages: &Messages) -> &'static str {
    let path = match part {
        Part::Lead(path) => path,
        Part::Reference => "reference",
        Part::StoredAt | Part::Day => "created",
        Part::States => "states",
        Part::Person | Part::Note | Part::Unknown => "",
    };
    messages.fields.get(path).unwrap_or(path)
}

impl Part {
    /// Whether a spreadsheet is to read it as a number or a time, and not as a text.
    pub(crate) fn is_value(self) -> bool {
        matches!(self, Part::StoredAt | Part::Lead("diagnosis.score"))
    }

    /// What stands in the cell of a lead.
    pub(crate) fn text(self, stored: &StoredLead, messages: &Messages, local: ToLocal) -> String {
        let stored_at = || local(leads::Time::new(stored.stored_at));
        match self {
            Part::Lead(path) => stored.text(path),
            Part::Reference => reference_of(&stored.id),
            Part::StoredAt => stored_at().to_the_second(),
            Part::Day => stored_at().date(),
            Part::Person => stored.person(),
            Part::Note => stored.lead.as_ref().map(leads::note).unwrap_or_default(),
            Part::States if stored.deliveries.is_empty() => messages.state_kept.to_owned(),
            Part::States => {
                let worded = |delivery: &Delivery| wording::delivery(messages, delivery, Some(local));
                stored.deliveries.iter().map(worded).collect::<Vec<_>>().join("\n")
            }
            Part::Unknown => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use staff::Language;

    use super::*;

    #[test]
    fn titles_that_are_brought_along_are_understood_without_spaces_and_signs() {
        let titles = ["名刺ID", "会社名", "氏名（姓）", "E-mail", "TEL", "お名前 ※"].map(str::to_owned);
        // What the browser does with full-width letters.
        let plain = |text: &str| text.to_lowercase().replace('（', "(").replace('）', ")");
        let parts: Vec<Part> = columns_of(&titles, plain).into_iter().map(|column| column.part).collect();
        let lead = Part::Lead;
        let expected = [
            Part::Unknown,
            lead("contact.company"),
            lead("contact.last_name"),
            lead("contact.email"),
            lead("contact.phone"),
            Part::Person,
        ];
        assert_eq!(parts, expected);
    }

    #[test]
    fn every_column_of_a_spreadsheet_has_a_name_in_both_languages() {
        for messages in [Messages::of(Language::Japanese), Messages::of(Language::English)] {
            for Column { title, part } in spreadsheet(messages) {
                assert!(!title.is_empty() && !title.contains('.'), "{part:?} has no name");
            }
        }
    }

    #[test]
    fn zoho_calls_one_column_otherwise() {
        let titles = |program| -> Vec<String> {
            columns_for(program, Messages::of(Language::English)).into_iter().map(|column| column.title).collect()
        };
        assert!(titles(Program::Zoho).contains(&"Designation".to_owned()));
        assert!(titles(Program::Salesforce).contains(&"Title".to_owned()));
    }
}
