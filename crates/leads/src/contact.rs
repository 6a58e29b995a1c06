//! Contact details that respondents type: validated and normalised.
//!
//! Japanese keyboards produce full-width digits, `＠`, `．`, hyphens and spaces. The respondent is not at fault, so they
//! are normalised rather than refused. Each [`Input`] has a single entry point; a text that cannot be normalised
//! returns an [`InputError`], which the form turns into a polite sentence. This module knows no form, no language, and
//! no destination of a lead.
//!
//! Only certain changes are made: width, hyphens, marks around an address. An address that would have to be guessed is
//! refused, so that none is sent that nobody typed. A phone number is what people dial and read: its digits and
//! everything that was written with them stay.
//!
//! ```
//! use leads::{InputError, Input};
//! assert_eq!(Input::Email.read("　ｔａｒｏ＠Example．co．jp ").as_deref(), Ok("taro@example.co.jp"));
//! assert_eq!(Input::Email.read("taro.example.com"), Err(InputError::NoAt));
//! assert_eq!(Input::Phone.read("（０３）１２３４ー５６７８").as_deref(), Ok("03-1234-5678"));
//! assert_eq!(Input::Phone.read("+81 90 1234 5678").as_deref(), Ok("090-1234-5678"));
//! assert_eq!(Input::Phone.read("０３-１２３４-５６７８（代表）").as_deref(), Ok("03-1234-5678（代表）"));
//! assert_eq!(Input::Name.read("山田　　太郎\t").as_deref(), Ok("山田 太郎"));
//! ```

mod phone;

/// A kind of text that a respondent types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A family name or given name, or both: one line. 40 is the shortest limit among the known receivers.
    Name,
    /// The name of a company: one line.
    Company,
    /// A short line about the respondent, such as a job title or the size of the company.
    Line,
    /// The respondent's message: lines, with at most one empty line between paragraphs.
    Message,
    /// A plausible e-mail address. Only a mail can show whether it exists.
    ///
    /// Letters are ASCII, as receivers require; the domain is in lower case. Dots may be anywhere before the `@`,
    /// because Japanese mobile carriers issued such addresses.
    Email,
    /// A phone number. A Japanese one from 0 with 10 or 11 digits, or one of another country from + with 8 to 15, is
    /// normalised to digits and hyphens. Another one of at least 7 digits, with an extension or words around it, stays
    /// as written, in half-width digits.
    Phone,
}

/// The reason why a text was refused. The form provides the wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputError {
    /// Nothing but white space.
    Missing,
    /// Too many characters.
    TooLong {
        /// Maximum number of characters.
        max: usize,
    },
    /// A space inside an e-mail address.
    Space,
    /// An e-mail address without `@`.
    NoAt,
    /// An e-mail address with more than one `@`.
    ManyAts,
    /// The part before the `@` is missing or longer than 64 characters.
    BeforeAt,
    /// The part after the `@` is not a domain: at least two parts of letters, digits and inner hyphens.
    AfterAt,
    /// A character that is not allowed here.
    Character(char),
    /// A phone number whose + is not followed by a country code.
    Beginning,
    /// A phone number with too few digits.
    TooFewDigits,
    /// A phone number with too many digits.
    TooManyDigits,
}

impl Input {
    /// Every kind of input.
    pub const ALL: [Input; 6] = [Input::Name, Input::Company, Input::Line, Input::Message, Input::Email, Input::Phone];

    /// Name of the kind for the page.
    pub fn id(self) -> &'static str {
        match self {
            Input::Name => "name",
            Input::Company => "company",
            Input::Line => "line",
            Input::Message => "message",
            Input::Email => "email",
            Input::Phone => "phone",
        }
    }

    /// The kind of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|input| input.id() == id)
    }

    /// Maximum number of characters.
    pub fn longest(self) -> usize {
        match self {
            Input::Name | Input::Phone => 40,
            Input::Company | Input::Line => 100,
            Input::Message => 2_000,
            Input::Email => 254,
        }
    }

    /// The normalised form of the typed text. Normalising twice changes nothing.
    ///
    /// # Errors
    /// Says what is wrong with `typed`, if it cannot be normalised.
    pub fn read(self, typed: &str) -> Result<String, InputError> {
        self.read_within(typed, self.longest())
    }

    /// The normalised form, for a receiver that keeps no more than `max` characters.
    ///
    /// # Errors
    /// The same as for [`read`](Self::read).
    pub fn read_within(self, typed: &str, max: usize) -> Result<String, InputError> {
        let max = max.min(self.longest());
        let text = match self {
            Input::Email => address(typed)?,
            Input::Phone => phone::number(typed)?,
            Input::Name | Input::Company | Input::Line | Input::Message => self.tidy(typed),
        };
        match text.chars().count() {
            0 => Err(InputError::Missing),
            length if length > max => Err(InputError::TooLong { max }),
            _ => Ok(text),
        }
    }

    /// The typed text without stray white space and invisible characters. An optional field is stored in this form if
    /// [`read`](Self::read) refuses it, because it must not prevent sending a lead.
    pub fn tidy(self, typed: &str) -> String {
        if self == Input::Message { lines(typed) } else { one_line(typed) }
    }
}

impl InputError {
    /// Name of the error for the page.
    pub fn id(self) -> &'static str {
        match self {
            InputError::Missing => "missing",
            InputError::TooLong { .. } => "long",
            InputError::Space => "space",
            InputError::NoAt => "no_at",
            InputError::ManyAts => "many_ats",
            InputError::BeforeAt => "before_at",
            InputError::AfterAt => "after_at",
            InputError::Character(_) => "character",
            InputError::Beginning => "beginning",
            InputError::TooFewDigits => "few",
            InputError::TooManyDigits => "many",
        }
    }
}

/// The text without invisible characters, with one space for each run of white space, and trimmed.
fn one_line(typed: &str) -> String {
    let mut line = String::new();
    for c in typed.chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else {
            line.push(c);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

fn lines(typed: &str) -> String {
    let mut text = String::new();
    let mut gap = "";
    let mut rest = typed;
    while !rest.is_empty() {
        let (line, after) = rest.split_once(is_line_end).unwrap_or((rest, ""));
        // In CR LF, the second character ends no further line.
        let is_first_of_two = rest.as_bytes().get(line.len()) == Some(&b'\r');
        rest = if is_first_of_two { after.strip_prefix('\n').unwrap_or(after) } else { after };
        let line = one_line(line);
        if line.is_empty() {
            gap = if text.is_empty() { "" } else { "\n\n" };
            continue;
        }
        text.push_str(gap);
        text.push_str(&line);
        gap = "\n";
    }
    text
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn address(typed: &str) -> Result<String, InputError> {
    let half: String = typed.chars().filter(|c| !is_invisible(*c)).map(half_width_of_address).collect();
    let half = unwrapped(&half);
    if half.is_empty() {
        return Err(InputError::Missing);
    }
    if half.contains(char::is_whitespace) {
        return Err(InputError::Space);
    }
    let (local, domain) = half.split_once('@').ok_or(InputError::NoAt)?;
    if domain.contains('@') {
        return Err(InputError::ManyAts);
    }
    let is_local = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let is_of_domain = |c: char| c.is_ascii_alphanumeric() || "-.".contains(c);
    let stray = local.chars().find(|c| !is_local(*c)).or_else(|| domain.chars().find(|c| !is_of_domain(*c)));
    if let Some(stray) = stray {
        return Err(InputError::Character(stray));
    }
    if !(1..=64).contains(&local.len()) {
        return Err(InputError::BeforeAt);
    }
    let is_label = |label: &str| (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-');
    let last = domain.rsplit('.').next().unwrap_or_default();
    let is_top = last.len() >= 2 && last.starts_with(|c: char| c.is_ascii_alphabetic());
    if !domain.contains('.') || !domain.split('.').all(is_label) || !is_top {
        return Err(InputError::AfterAt);
    }
    Ok([local, "@", &domain.to_ascii_lowercase()].concat())
}

/// An address without what was copied or typed around it: brackets, quotation marks, `mailto:`, and the punctuation at
/// the end of a sentence. None of these can begin or end an address.
fn unwrapped(half: &str) -> &str {
    let is_opening = |c: char| c.is_whitespace() || "<([\"「『【〈《“‘".contains(c);
    let is_closing = |c: char| c.is_whitespace() || ".,;:!?>)]\"、・･…」』】〉》”'".contains(c);
    let inner = half.trim_start_matches(is_opening);
    let inner = match inner.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => inner.get(7..).unwrap_or_default(),
        _ => inner,
    };
    // Before the `@`, dots and the like belong to the address.
    if inner.contains('@') { inner.trim_end_matches(is_closing) } else { inner.trim() }
}

fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c if is_hyphen(c) => '-',
        '〜' => '~',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Hyphens, dashes, the minus sign, the box-drawing line, and the prolonged sound mark that is on the same key.
fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{2212}'
                | '\u{2500}'
                | '\u{2501}'
                | 'ー'
                | 'ｰ'
                | '\u{fe58}'
                | '\u{fe63}'
                | '－'
    )
}

fn half_width_of_address(c: char) -> char {
    match half_width(c) {
        '。' | '｡' | '\u{fe52}' => '.',
        '､' => '、',
        '\u{fe6b}' => '@',
        '’' => '\'',
        c => c,
    }
}

/// Invisible characters that a text brings along from where it was copied: control characters that are no white space,
/// direction marks, zero-width spaces. The joiner of emoji is not one of these.
fn is_invisible(c: char) -> bool {
    let is_mark = matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}');
    is_mark || (c.is_control() && !c.is_whitespace())
}
