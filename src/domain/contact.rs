//! What respondents type about themselves, checked and brought into one form.
//!
//! Japanese keyboards write digits, `＠`, `．`, hyphens and spaces in full width. None of that is the respondent's fault,
//! so it is mended and not refused. Each type has one way in; what cannot be mended comes back as a [`Flaw`], a value that
//! the form turns into a kind sentence. Knows no form, no language, and nothing of where a lead goes.
//!
//! ```
//! use shindan::domain::{Email, Flaw, Name, Phone};
//! assert_eq!(Email::new("　ｔａｒｏ＠Example．co．jp ").unwrap().as_str(), "taro@example.co.jp");
//! assert_eq!(Email::new("taro.example.com"), Err(Flaw::NoAt));
//! assert_eq!(Phone::new("（０３）１２３４ー５６７８").unwrap().as_str(), "03-1234-5678");
//! assert_eq!(Phone::new("+81 90 1234 5678").unwrap().as_str(), "090-1234-5678");
//! assert_eq!(Name::new("山田　　太郎\t").unwrap().as_str(), "山田 太郎");
//! ```

use std::fmt;

/// Why a text was not taken. Which words say so is the form's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing is left once white space is taken away.
    Missing,
    /// More than so many characters.
    TooLong {
        /// The most that are taken.
        most: usize,
    },
    /// A space inside an e-mail address.
    Space,
    /// An e-mail address without `@`.
    NoAt,
    /// An e-mail address with more than one `@`.
    ManyAts,
    /// What stands before the `@` is missing or longer than 64 characters.
    BeforeAt,
    /// What stands after the `@` is no domain: at least two parts of letters, digits and inner hyphens.
    AfterAt,
    /// A character that has no place here.
    Character(char),
    /// A phone number that begins neither with 0 nor with + and the code of a country.
    Beginning,
    /// A phone number with too few digits.
    TooFewDigits,
    /// A phone number with too many digits.
    TooManyDigits,
}

/// Declares a text type: its limit in characters, and the function that brings what was typed into form.
macro_rules! text {
    ($(#[$doc:meta])* $name:ident, $most:expr, $form:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(String);

        impl $name {
            /// Most characters of it.
            pub const LONGEST: usize = $most;

            /// The only way in. What was taken once is taken again, unchanged.
            ///
            /// # Errors
            /// Says what is wrong with `typed`, if it cannot be mended.
            pub fn new(typed: &str) -> Result<Self, Flaw> {
                let form: fn(&str) -> Result<String, Flaw> = $form;
                let text = form(typed)?;
                match text.chars().count() {
                    0 => Err(Flaw::Missing),
                    length if length > Self::LONGEST => Err(Flaw::TooLong { most: Self::LONGEST }),
                    _ => Ok(Self(text)),
                }
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            /// Says the type alone: personal data has no place in a log.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

text! {
    /// A family name or given name, or both: one line. 40 is the shortest limit among the known receivers.
    Name, 40, |typed| Ok(one_line(typed))
}
text! {
    /// The name of a company: one line.
    Company, 100, |typed| Ok(one_line(typed))
}
text! {
    /// A short line about the respondent, such as a job title or the size of the company.
    Line, 100, |typed| Ok(one_line(typed))
}
text! {
    /// What the respondent wishes to say: lines, with one empty line between paragraphs at most.
    Message, 2_000, |typed| Ok(lines(typed))
}
text! {
    /// A plausible e-mail address. Whether it exists only a mail can tell.
    ///
    /// Letters are ASCII, as receivers demand; the domain is in small letters. Dots may stand anywhere before the `@`,
    /// since Japanese mobile carriers gave out such addresses.
    Email, 254, address
}
text! {
    /// A phone number in digits and hyphens: a Japanese one from 0 with 10 or 11 digits, or one of another country from +
    /// with 8 to 15.
    Phone, 40, number
}

impl Phone {
    /// The number as E.164: `+` and digits alone.
    ///
    /// ```
    /// # use shindan::domain::Phone;
    /// assert_eq!(Phone::new("090-1234-5678").unwrap().international(), "+819012345678");
    /// ```
    pub fn international(&self) -> String {
        let digits = digits(&self.0);
        match digits.strip_prefix('0') {
            Some(rest) if !self.0.starts_with('+') => ["+81", rest].concat(),
            _ => ["+", &digits].concat(),
        }
    }
}

/// Without what cannot be seen, with one space for each run of white space, and none at the ends.
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
    for line in typed.replace("\r\n", "\n").split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).map(one_line) {
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

fn address(typed: &str) -> Result<String, Flaw> {
    let half: String = typed.chars().filter(|c| !is_invisible(*c)).map(half_width_of_address).collect();
    let half = half.trim();
    if half.is_empty() {
        return Err(Flaw::Missing);
    }
    if half.contains(char::is_whitespace) {
        return Err(Flaw::Space);
    }
    let (local, domain) = half.split_once('@').ok_or(Flaw::NoAt)?;
    if domain.contains('@') {
        return Err(Flaw::ManyAts);
    }
    let is_local = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let is_of_domain = |c: char| c.is_ascii_alphanumeric() || "-.".contains(c);
    let stray = local.chars().find(|c| !is_local(*c)).or_else(|| domain.chars().find(|c| !is_of_domain(*c)));
    if let Some(stray) = stray {
        return Err(Flaw::Character(stray));
    }
    if !(1..=64).contains(&local.len()) {
        return Err(Flaw::BeforeAt);
    }
    let is_label = |label: &str| (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-');
    let last = domain.rsplit('.').next().unwrap_or_default();
    let is_top = last.len() >= 2 && last.starts_with(|c: char| c.is_ascii_alphabetic());
    if !domain.contains('.') || !domain.split('.').all(is_label) || !is_top {
        return Err(Flaw::AfterAt);
    }
    Ok([local, "@", &domain.to_ascii_lowercase()].concat())
}

fn number(typed: &str) -> Result<String, Flaw> {
    let half: String = typed.chars().filter(|c| !is_invisible(*c)).map(half_width_of_number).collect();
    let half = half.trim_matches('-');
    let (is_abroad, rest) = half.strip_prefix('+').map_or((false, half), |rest| (true, rest));
    if let Some(stray) = rest.chars().find(|c| !c.is_ascii_digit() && *c != '-') {
        return Err(Flaw::Character(stray));
    }
    let joined = rest.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    // Of "+81 (0)3" neither the zero nor its absence is an error.
    let home = joined.strip_prefix("81").filter(|_| is_abroad).map(|rest| rest.trim_start_matches('-'));
    let home = home.map(|rest| ["0", rest.strip_prefix('0').unwrap_or(rest).trim_start_matches('-')].concat());
    let (is_abroad, number) = home.map_or((is_abroad, joined), |home| (false, home));
    let (least, most) = if is_abroad { (8, 15) } else { (10, 11) };
    match digits(&number).len() {
        0 => Err(Flaw::Missing),
        // A country's code begins with no zero, and 00 begins a call abroad.
        _ if is_abroad == number.starts_with('0') || digits(&number).starts_with("00") => Err(Flaw::Beginning),
        length if length < least => Err(Flaw::TooFewDigits),
        length if length > most => Err(Flaw::TooManyDigits),
        _ => Ok([if is_abroad { "+" } else { "" }, &number].concat()),
    }
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        // Hyphens, dashes, the minus, the line of tables, and the sound sign that stands on the same key.
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{2501}' | 'ー' | 'ｰ' | '\u{fe63}' => '-',
        '〜' => '~',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn half_width_of_address(c: char) -> char {
    match half_width(c) {
        '。' | '｡' => '.',
        '’' => '\'',
        c => c,
    }
}

fn half_width_of_number(c: char) -> char {
    match half_width(c) {
        ' ' | '(' | ')' | '.' | '/' | '~' => '-',
        c => c,
    }
}

/// What a text brings along from where it was copied, and nobody sees: control characters that are no white space, marks of
/// direction, spaces without width. The joiner of emoji is none of these.
fn is_invisible(c: char) -> bool {
    let is_mark = matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}');
    is_mark || (c.is_control() && !c.is_whitespace())
}
