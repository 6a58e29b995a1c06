//! What respondents type about themselves, checked and brought into one form.
//!
//! Japanese keyboards write digits, `＠`, `．`, hyphens and spaces in full width. None of that is the respondent's fault,
//! so it is mended and not refused. Each [`Input`] has one way in; what cannot be mended comes back as a [`Flaw`], a value
//! that the form turns into a kind sentence. Knows no form, no language, and nothing of where a lead goes.
//!
//! ```
//! use leads::{Flaw, Input};
//! assert_eq!(Input::Email.read("　ｔａｒｏ＠Example．co．jp ").as_deref(), Ok("taro@example.co.jp"));
//! assert_eq!(Input::Email.read("taro.example.com"), Err(Flaw::NoAt));
//! assert_eq!(Input::Phone.read("（０３）１２３４ー５６７８").as_deref(), Ok("03-1234-5678"));
//! assert_eq!(Input::Phone.read("+81 90 1234 5678").as_deref(), Ok("090-1234-5678"));
//! assert_eq!(Input::Name.read("山田　　太郎\t").as_deref(), Ok("山田 太郎"));
//! ```

/// A kind of text that a respondent types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A family name or given name, or both: one line. 40 is the shortest limit among the known receivers.
    Name,
    /// The name of a company: one line.
    Company,
    /// A short line about the respondent, such as a job title or the size of the company.
    Line,
    /// What the respondent wishes to say: lines, with one empty line between paragraphs at most.
    Message,
    /// A plausible e-mail address. Whether it exists only a mail can tell.
    ///
    /// Letters are ASCII, as receivers demand; the domain is in small letters. Dots may stand anywhere before the `@`,
    /// since Japanese mobile carriers gave out such addresses.
    Email,
    /// A phone number in digits and hyphens: a Japanese one from 0 with 10 or 11 digits, or one of another country from +
    /// with 8 to 15.
    Phone,
}

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

impl Input {
    /// Every one of them.
    pub const ALL: [Input; 6] = [Input::Name, Input::Company, Input::Line, Input::Message, Input::Email, Input::Phone];

    /// Its name for the page.
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

    /// The one of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|input| input.id() == id)
    }

    /// Most characters of it.
    pub fn longest(self) -> usize {
        match self {
            Input::Name | Input::Phone => 40,
            Input::Company | Input::Line => 100,
            Input::Message => 2_000,
            Input::Email => 254,
        }
    }

    /// What was typed, in its final form. What was taken once is taken again, unchanged.
    ///
    /// # Errors
    /// Says what is wrong with `typed`, if it cannot be mended.
    pub fn read(self, typed: &str) -> Result<String, Flaw> {
        let text = match self {
            Input::Name | Input::Company | Input::Line => one_line(typed),
            Input::Message => lines(typed),
            Input::Email => address(typed)?,
            Input::Phone => number(typed)?,
        };
        // `count` of characters is written for long texts, and long itself.
        match text.chars().fold(0, |length, _| length + 1) {
            0 => Err(Flaw::Missing),
            length if length > self.longest() => Err(Flaw::TooLong { most: self.longest() }),
            _ => Ok(text),
        }
    }
}

impl Flaw {
    /// Its name for the page.
    pub fn id(self) -> &'static str {
        match self {
            Flaw::Missing => "missing",
            Flaw::TooLong { .. } => "long",
            Flaw::Space => "space",
            Flaw::NoAt => "no_at",
            Flaw::ManyAts => "many_ats",
            Flaw::BeforeAt => "before_at",
            Flaw::AfterAt => "after_at",
            Flaw::Character(_) => "character",
            Flaw::Beginning => "beginning",
            Flaw::TooFewDigits => "few",
            Flaw::TooManyDigits => "many",
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
    let mut rest = typed;
    while !rest.is_empty() {
        let (line, after) = rest.split_once(is_line_end).unwrap_or((rest, ""));
        // Of CR LF the second ends nothing more.
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
    // `str::contains` with any character brings the search for texts, its panics and their tables of characters.
    let is_among = |c: char, marks: &str| marks.chars().any(|mark| mark == c);
    let is_local = |c: char| c.is_ascii_alphanumeric() || is_among(c, "!#$%&'*+-/=?^_`{|}~.");
    let is_of_domain = |c: char| c.is_ascii_alphanumeric() || is_among(c, "-.");
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
