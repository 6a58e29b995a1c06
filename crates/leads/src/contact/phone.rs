//! Phone numbers: common ones are normalised, all others stay as written.

use super::{InputError, half_width, is_hyphen, is_invisible, one_line};

/// Minimum number of digits of an accepted number: that of local numbers abroad.
const MIN_DIGITS: usize = 7;

/// The final form of a number: digits and hyphens where that is certain, else the text as written.
pub(super) fn number(typed: &str) -> Result<String, InputError> {
    let error = match plain(typed) {
        Ok(number) => return Ok(number),
        Err(error) => error,
    };
    let text = written(typed);
    let count = digits(&text);
    match error {
        // A number that begins with a zero or a plus and continues with digits alone has a missing or a superfluous
        // digit.
        InputError::TooFewDigits | InputError::TooManyDigits | InputError::Missing => Err(error),
        InputError::Beginning if text.starts_with('+') => Err(error),
        _ if count < MIN_DIGITS => Err(InputError::TooFewDigits),
        _ => Ok(text),
    }
}

/// A number of only digits, hyphens and brackets.
fn plain(typed: &str) -> Result<String, InputError> {
    let half: String = typed.chars().filter(|c| !is_invisible(*c)).map(half_width_of_number).collect();
    let half = half.trim_matches('-');
    let (is_abroad, rest) = half.strip_prefix('+').map_or((false, half), |rest| (true, rest));
    if let Some(stray) = rest.chars().find(|c| !c.is_ascii_digit() && *c != '-') {
        return Err(InputError::Character(stray));
    }
    let joined = rest.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    // In "+81 (0)3", both the zero and its absence are valid.
    let home = joined.strip_prefix("81").filter(|_| is_abroad).map(|rest| rest.trim_start_matches('-'));
    let home = home.map(|rest| ["0", rest.strip_prefix('0').unwrap_or(rest).trim_start_matches('-')].concat());
    let (is_abroad, number) = home.map_or((is_abroad, joined), |home| (false, home));
    let (min, max) = if is_abroad { (8, 15) } else { (10, 11) };
    match digits(&number) {
        0 => Err(InputError::Missing),
        // A country code does not begin with zero, and 00 begins an international call.
        _ if is_abroad == number.starts_with('0') => Err(InputError::Beginning),
        _ if number.chars().filter(char::is_ascii_digit).take(2).eq(['0', '0']) => Err(InputError::Beginning),
        length if length < min => Err(InputError::TooFewDigits),
        length if length > max => Err(InputError::TooManyDigits),
        _ => Ok([if is_abroad { "+" } else { "" }, &number].concat()),
    }
}

/// The text in one line, with digits, the plus sign, and hyphens beside digits in half width.
fn written(typed: &str) -> String {
    let line: Vec<char> = one_line(typed).chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| line.get(at)).is_some_and(|c| half_width(*c).is_ascii_digit());
    let half = line.iter().enumerate().map(|(at, c)| match half_width(*c) {
        half if half.is_ascii_digit() || half == '+' => half,
        half if is_hyphen(*c) && is_digit(at.checked_sub(1)) && is_digit(at.checked_add(1)) => half,
        _ => *c,
    });
    half.collect()
}

fn digits(number: &str) -> usize {
    number.chars().filter(char::is_ascii_digit).count()
}

fn half_width_of_number(c: char) -> char {
    match half_width(c) {
        ' ' | '(' | ')' | '.' => '-',
        c => c,
    }
}
