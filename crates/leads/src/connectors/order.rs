//! How a lead is to be put for a receiver: what kind of body, and which part of the lead fills which field.
//!
//! The page reads it as lines: the kind, then a line for each field, its name, a tab, and what fills it. That is `=` and a
//! text, `#` and a whole number, or the dotted name of a part of `lead/v1`; `note` stands for the text that a person should
//! read who has one field for all. A line `*` stands for the whole lead.

/// How a lead is sent, or handed to the respondent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// JSON: the browser asks the receiver first (preflight).
    Json,
    /// The same, but a name's dots lead into objects, and digits into lists.
    Nested,
    /// JSON as `text/plain`: sent without asking.
    Text,
    /// A form's data, `application/x-www-form-urlencoded`: sent without asking, and the reply is not read.
    Form,
    /// A form's data, `multipart/form-data`: sent without asking.
    Data,
    /// A link that opens the respondent's mail program.
    Mail,
    /// A text to copy.
    Copy,
    /// An object for `window.dataLayer`.
    Push,
}

impl Body {
    /// Its name for the page.
    fn id(self) -> &'static str {
        match self {
            Body::Json => "json",
            Body::Nested => "nested",
            Body::Text => "text",
            Body::Form => "form",
            Body::Data => "data",
            Body::Mail => "mail",
            Body::Copy => "copy",
            Body::Push => "push",
        }
    }
}

/// What is to be done to bring a lead to its destination, as lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order(String);

impl Order {
    pub(super) fn new(body: Body) -> Self {
        Self(body.id().to_owned())
    }

    /// The lines.
    pub fn lines(&self) -> &str {
        &self.0
    }

    /// The whole lead.
    pub(super) fn add_whole(&mut self) {
        self.0.push_str("\n*");
    }

    /// A field: its name and what fills it, each in parts.
    pub(super) fn add(&mut self, name: &[&str], source: &[&str]) {
        self.0.push('\n');
        name.iter().for_each(|part| self.0.push_str(part));
        self.0.push('\t');
        source.iter().for_each(|part| self.0.push_str(part));
    }
}

/// The parts that a lead has, by their dotted names, with blanks between.
pub(super) struct Parts<'a>(pub(super) &'a str);

impl Parts<'_> {
    /// Whether the lead has this part, or anything below it.
    pub(super) fn has(&self, path: &str) -> bool {
        let is_there =
            |name: &str| name.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        path == "note" || self.0.split(' ').any(is_there)
    }
}
