//! Text cells that a spreadsheet shows as they are, and neither works out nor takes for a number.

use std::borrow::Cow;

use crate::cp932::is_invisible;

/// The longest text within a formula that Excel reads, in UTF-16 units.
const FORMULA_TEXT_MAX: usize = 255;

/// Signs that stand in numbers, dates, times and amounts of money, the kanji of Japanese dates included.
const SIGNS: &str = " \u{a0}\u{3000}+-/.,:()%$¥€£年月日時分秒元明治大正昭和平成令午前後";

/// Words that do: exponents, the letters of Japanese eras, halves of the day, months.
const WORDS: [&str; 34] = [
    "e",
    "m",
    "t",
    "s",
    "h",
    "r",
    "a",
    "p",
    "am",
    "pm",
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The cell in which a spreadsheet shows `text` unchanged: `="…"` for what would be read as a number, a date, a time or a
/// truth value; a `'` in front of what would be worked out as a formula (OWASP ASVS 1.2.10); else the text itself.
pub fn for_spreadsheet(text: &str) -> Cow<'_, str> {
    if is_converted(text) && text.encode_utf16().count() <= FORMULA_TEXT_MAX {
        // It holds no quotes, which would have to be doubled.
        return Cow::Owned(format!("=\"{text}\""));
    }
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that a cell shows, as [`for_spreadsheet`] wrote it.
///
/// ```
/// use spreadsheet::cell::{for_spreadsheet, shown};
/// for text in ["2026-11", "=A1", "+81", "見本商会"] {
///     assert_eq!(shown(&for_spreadsheet(text)), text);
/// }
/// ```
pub fn shown(cell: &str) -> &str {
    let as_text = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let guarded = cell.strip_prefix('\'').filter(|rest| is_formula(rest));
    as_text.or(guarded).unwrap_or(cell)
}

/// Whether a spreadsheet would work `text` out. Full-width signs count: some turn into half-width ones in CP932 only. So does
/// what stands behind invisible characters, which CP932 does not have.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches(is_invisible)
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', '\u{2212}'])
}

/// Whether a spreadsheet in any language may show something other than `text`. False positives are harmless: a text that
/// is marked without need looks the same.
fn is_converted(text: &str) -> bool {
    let folded: String =
        text.chars().filter(|c| !is_invisible(*c)).map(half_width).flat_map(char::to_lowercase).collect();
    if matches!(folded.trim(), "true" | "false") {
        return true;
    }
    let is_letter = |character: char| character.is_ascii_alphabetic();
    folded.contains(|character: char| character.is_ascii_digit())
        && folded.chars().all(|c| is_letter(c) || c.is_ascii_digit() || SIGNS.contains(c))
        && folded.split(|c| !is_letter(c)).all(|word| word.is_empty() || WORDS.contains(&word))
}

/// The half-width form of a full-width letter, digit or sign; spreadsheets read both.
fn half_width(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{2212}' => '-',
        '\u{ffe5}' => '¥',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_a_number_or_a_date_is_a_text() {
        let texts = [
            "0",
            "70",
            "09012345678",
            "123456789012345678",
            "0012",
            "1e5",
            "12E3",
            "1.50",
            "1,234",
            "(12)",
            "50%",
            "¥1,000",
            "￥1000",
            "1/2",
            "3-4",
            "2026-11",
            "2026/11/22",
            "11-22",
            "10:30",
            "10:30 PM",
            "5 a",
            "Mar-1",
            "1MAR",
            "22 December 2026",
            "sept 5",
            "R8.11.22",
            "h30/1/2",
            "令和8年11月22日",
            "平成元年1月1日",
            "午後3時",
            "１２３",
            "３－４",
            "\u{2212}5",
            "+81-3-1234-5678",
            "-3-1234",
            " 012 ",
            "　７",
            "TRUE",
            "false",
            "Ｔｒｕｅ",
            "\u{fe0f}0901",
            "09\u{200d}01",
        ];
        for text in texts {
            assert_eq!(for_spreadsheet(text), format!("=\"{text}\""));
        }
    }

    #[test]
    fn what_would_be_worked_out_is_guarded() {
        for text in [
            "=1+1",
            "@SUM(A1)",
            "+a",
            "-cmd|' /C'!A0",
            "＝1",
            "＠x",
            "\t1",
            "\r1",
            "\n1",
            "\0x",
            "\u{2212}a",
            "\u{200d}=1+1",
            "\u{feff}\u{200b}@x",
        ] {
            assert_eq!(for_spreadsheet(text), format!("'{text}"));
        }
        let long = format!("+{}", "1".repeat(300));
        assert_eq!(for_spreadsheet(&long), format!("'{long}"), "too long for a text in a formula");
    }

    #[test]
    fn words_stay_as_they_are() {
        for text in [
            "",
            "株式会社1",
            "a@example.co.jp",
            "Mary",
            "5 apples",
            "1\"",
            "' 1",
            " =1",
            "1\n2",
            "令和",
            "may",
            "12-AB",
        ] {
            assert_eq!(for_spreadsheet(text), text);
        }
    }
}
