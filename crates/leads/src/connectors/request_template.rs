//! How a lead maps to a request: the kind of body, and the source of each field. `encode` fills it in.

use super::destination_settings::{DestinationSettings, OwnFields};

/// The form in which a lead is sent, or given to the respondent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// JSON, after a preflight request.
    Json,
    /// JSON like `Json`, in which the dots of a name separate the levels of objects, and digits are indexes of lists.
    NestedJson,
    /// JSON as `text/plain`: sent without a preflight.
    PlainText,
    /// `application/x-www-form-urlencoded`: sent without a preflight, and the reply is not read.
    UrlEncoded,
    /// `multipart/form-data`: sent without a preflight, and the reply is not read.
    Multipart,
    /// A link that opens the respondent's mail program.
    Mail,
    /// A text to copy.
    Copy,
    /// An object for `window.dataLayer`.
    DataLayer,
}

/// The source of a field of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldSource {
    /// A constant text.
    Text(String),
    /// A constant whole number.
    Number(u32),
    /// The part of `lead/v1` of this dotted name.
    Part(String),
    /// The text for a receiver with a single text field: message, summary, receipt.
    Note,
    /// The text of another source, cut to this many characters.
    Cut(Box<FieldSource>, u32),
}

/// How a lead becomes a request to one destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestTemplate {
    /// The form of the body.
    pub body: BodyKind,
    /// Whether the request begins with the whole lead; the fields are added to it.
    pub is_whole: bool,
    /// The receiver's fields in order, with their sources.
    pub fields: Vec<(String, FieldSource)>,
}

impl RequestTemplate {
    pub(super) fn new(body: BodyKind) -> Self {
        Self { body, is_whole: false, fields: Vec::new() }
    }

    /// Adds a field with a constant text.
    pub(super) fn add_text(&mut self, name: impl Into<String>, text: &str) {
        self.fields.push((name.into(), FieldSource::Text(text.to_owned())));
    }

    /// Adds a field that a part of the lead fills.
    pub(super) fn add_part(&mut self, name: impl Into<String>, part: &str) {
        self.add_part_within(name, part, None);
    }

    /// Adds a field that a part of the lead fills, cut to `max` characters.
    pub(super) fn add_part_within(&mut self, name: impl Into<String>, part: &str, max: Option<u32>) {
        let source = if part == "note" { FieldSource::Note } else { FieldSource::Part(part.to_owned()) };
        let source = match max {
            Some(max) => FieldSource::Cut(Box::new(source), max),
            None => source,
        };
        self.fields.push((name.into(), source));
    }

    /// Adds the receiver's fields that this lead can fill, those of the owner or else the connector's `own`; then the
    /// constants.
    pub(super) fn fill(&mut self, to: &DestinationSettings, own: OwnFields, parts: &LeadParts<'_>) {
        self.fill_within(to, own, &[], parts);
    }

    /// Like `fill`, but cuts each field to its maximum in `maxima`, unless the owner sets another maximum.
    pub(super) fn fill_within(
        &mut self,
        to: &DestinationSettings,
        own: OwnFields,
        maxima: &[(&str, u32)],
        parts: &LeadParts<'_>,
    ) {
        for (name, part) in to.field_parts(own).filter(|(_, part)| parts.has(part)) {
            let known = || maxima.iter().find(|(of, _)| *of == name).map(|(_, max)| *max);
            self.add_part_within(name, part, to.max_of(name).or_else(known));
        }
        to.constants.iter().for_each(|(name, text)| self.add_text(name, text));
    }

    /// Adds the owner's fields or, if there are none, the whole lead; then the constants.
    pub(super) fn fill_or_whole(&mut self, to: &DestinationSettings, parts: &LeadParts<'_>) {
        self.is_whole = to.fields.is_empty();
        self.fill(to, &[], parts);
    }
}

/// The dotted names of the parts that a lead has.
pub(super) struct LeadParts<'a>(pub(super) &'a [String]);

impl LeadParts<'_> {
    /// Whether the lead has this part, or anything below it.
    pub(super) fn has(&self, part: &str) -> bool {
        let is_there =
            |name: &String| name.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        part == "note" || self.0.iter().any(is_there)
    }
}
