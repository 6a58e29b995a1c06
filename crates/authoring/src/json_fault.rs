//! Why a text is not valid JSON: the place, and the usual cause.

use diagnostics::{Code, Diagnostic};

/// Letters of a tag that are named.
const TAG_MAX: usize = 24;

/// Letters of the longest entity that is recognised, such as `&quot;`.
const ENTITY_MAX: usize = 12;

/// The fault in a text that a parser refused, with a line and column counted from 1 if the parser gives them; `message`
/// is the parser's.
///
/// Typical damage by word processors, input methods and content filters has a code of its own: outside strings, JSON
/// has neither characters beyond ASCII nor tags, so the first of them is the fault.
///
/// ```
/// use authoring::json_fault;
/// let text = "{\n  “cta”: {} }";
/// assert_eq!(json_fault(text, None, "").to_string(),
///     "line 2, column 3: is no JSON: “ is no quotation mark of JSON; write straight quotation marks (\")");
/// ```
pub fn json_fault(text: &str, place: Option<(usize, usize)>, message: &str) -> Diagnostic {
    let at = |(line, column): (usize, usize)| format!("line {line}, column {column}");
    if text.trim().is_empty() {
        return Diagnostic::error(Code::EmptyJson, "");
    }
    if is_page(text) {
        return Diagnostic::error(Code::WebPage, "");
    }
    let known = foreign(text).filter(|(found, _)| place.is_none_or(|reported| *found <= reported));
    if let Some((found, diagnostic)) = known {
        return Diagnostic { path: at(found), ..diagnostic };
    }
    let path = place.map(at).unwrap_or_default();
    if message.contains("recursion limit") {
        return Diagnostic::error(Code::TooDeep, path);
    }
    Diagnostic::error(Code::NotJson, path).with(message)
}

/// Whether the text is a whole web page, which a server sends in the place of a file that it does not have.
fn is_page(text: &str) -> bool {
    let begins = |tag: &str| text.trim_start().get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    begins("<!doctype") || begins("<html")
}

/// Line and column of the first mark outside strings that JSON does not allow, or of the string that its line does not
/// close, and the fault without its place.
fn foreign(text: &str) -> Option<((usize, usize), Diagnostic)> {
    for (line, content) in text.lines().enumerate() {
        let mut opened = None;
        let mut is_escaped = false;
        for (column, (byte, c)) in content.char_indices().enumerate() {
            if opened.is_none()
                && let Some(diagnostic) = content.get(byte..).and_then(|rest| fault_of(c, rest))
            {
                return Some(((line + 1, column + 1), diagnostic));
            }
            if c == '"' && !is_escaped {
                opened = if opened.is_none() { Some(column) } else { None };
            }
            is_escaped = opened.is_some() && c == '\\' && !is_escaped;
        }
        if let Some(column) = opened {
            return Some(((line + 1, column + 1), Diagnostic::error(Code::LineBreakInText, "")));
        }
    }
    None
}

/// The fault of `rest`, which begins with the character `c` outside a string; `None` if JSON allows that.
fn fault_of(c: char, rest: &str) -> Option<Diagnostic> {
    let fault = |code, mark: &str| Some(Diagnostic::error(code, "").with(mark));
    match c {
        '<' => {
            let tag: String = rest.chars().take(TAG_MAX).collect();
            fault(Code::MarkupInJson, tag.split_inclusive('>').next().unwrap_or_default())
        }
        '&' => match rest.char_indices().find(|(_, c)| *c == ';').and_then(|(end, _)| rest.get(..=end)) {
            Some(entity) if entity.len() <= ENTITY_MAX => fault(Code::EntityInJson, entity),
            _ => fault(Code::StrayMark, "&"),
        },
        '“' | '”' | '„' | '‟' | '″' | '＂' | '‘' | '’' | '«' | '»' | '\'' => {
            fault(Code::CurlyQuotes, c.encode_utf8(&mut [0; 4]))
        }
        ' ' | '\t' | '\r' => None,
        '{' | '}' | '[' | ']' | ',' | ':' | '"' | '+' | '-' | '.' | '_' => None,
        _ if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') => {
            fault(Code::WideSpace, &format!("U+{:04X}", u32::from(c)))
        }
        _ if c.is_ascii_alphanumeric() => None,
        '\u{ff01}'..='\u{ff5e}' => {
            // The full-width forms follow one another like those of ASCII.
            let narrow = char::from_u32(u32::from(c) - 0xfee0)?;
            Some(Diagnostic::error(Code::FullWidth, "").with(c.to_string()).with(narrow.to_string()))
        }
        _ if c.is_alphanumeric() || c.is_ascii() => fault(Code::StrayMark, c.encode_utf8(&mut [0; 4])),
        // Some of the others cannot be seen.
        _ => fault(Code::StrayMark, &format!("{c} (U+{:04X})", u32::from(c))),
    }
}

#[cfg(test)]
mod tests {
    use diagnosis::Value;

    use super::*;

    #[test]
    fn what_filters_and_word_processors_do_to_json_is_named() {
        let check = |text: &str, wanted: &str| {
            assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
            assert_eq!(json_fault(text, None, "message").to_string(), wanted);
        };
        check(
            "{</p>\n<p>\"cta\": {} }",
            "line 1, column 2: is no JSON: an editor or a filter of the page has put the tag </p> in; remove it, or move the settings into a file and name that by the attribute config",
        );
        check(
            "{ \"a\": \"“\",\n\u{3000}\"b\": 1 }",
            "line 2, column 1: is no JSON: a blank stands there that JSON does not know (U+3000); write an ordinary space",
        );
        check(
            "{ &quot;a&quot;: 1 }",
            "line 1, column 3: is no JSON: &quot; is a character that was escaped for HTML; write the character itself",
        );
        check(
            "{ 'a': 1 }",
            "line 1, column 3: is no JSON: ' is no quotation mark of JSON; write straight quotation marks (\")",
        );
        check("{ \"a\"：1 }", "line 1, column 6: is no JSON: ： is full-width; write : instead");
        check(
            "{ \"a\": 1 } // one",
            "line 1, column 12: is no JSON: / stands outside the quotation marks; remove it, or write it between quotation marks (\")",
        );
        check(
            "{ \u{ad}\"a\": 1 }",
            "line 1, column 3: is no JSON: \u{ad} (U+00AD) stands outside the quotation marks; remove it, or write it between quotation marks (\")",
        );
        check(
            "<!DOCTYPE html><title>Not found</title>",
            ": is a web page, which a server sends where a file is missing; name the address of the file itself, or upload it",
        );
        check(
            "{ \"a\": \"one\ntwo\" }",
            "line 1, column 8: is no JSON: a text is not closed at the end of its line; close it by a quotation mark (\"), and write \\n for a line break in it",
        );
        check(" \n ", ": is empty; write the content into it, or do not name it");
        check(
            "{ \"a\": \"<p>\\\"“\" ",
            ": is no JSON (message); look there for a missing comma, bracket or quotation mark",
        );
    }
}
