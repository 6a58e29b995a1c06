//! Why a text is not valid JSON: the place, and the usual cause.

use diagnostics::{Code, Diagnostic};

/// The fault in a text that a parser refused, with a line and column counted from 1 if the parser gives them; `message`
/// is the parser's.
///
/// Typical damage by word processors, input methods and content filters has a code of its own: outside strings, JSON
/// has neither characters beyond ASCII nor tags, so the first of them is the fault.
///
/// ```
/// use settings::json_fault;
/// let text = "{\n  “cta”: {} }";
/// assert_eq!(json_fault(text, None, "").to_string(),
///     "line 2, column 3: is no JSON: a curly quotation mark stands there; write straight quotation marks (\")");
/// ```
pub fn json_fault(text: &str, place: Option<(usize, usize)>, message: &str) -> Diagnostic {
    let at = |(line, column): (usize, usize)| format!("line {line}, column {column}");
    let known = foreign(text).filter(|(line, column, _)| place.is_none_or(|reported| (*line, *column) <= reported));
    if let Some((line, column, code)) = known {
        return Diagnostic::error(code, at((line, column)));
    }
    let path = place.map(at).unwrap_or_default();
    if message.contains("recursion limit") {
        return Diagnostic::error(Code::TooDeep, path);
    }
    Diagnostic::error(Code::NotJson, path).with(message)
}

/// Line, column and kind of the first known mark outside strings that JSON does not allow.
fn foreign(text: &str) -> Option<(usize, usize, Code)> {
    for (line, content) in text.lines().enumerate() {
        let mut is_string = false;
        let mut is_escaped = false;
        for (column, c) in content.chars().enumerate() {
            let code = match c {
                _ if is_escaped => None,
                '“' | '”' | '„' | '″' | '＂' | '‘' | '’' | '«' | '»' if !is_string => {
                    Some(Code::CurlyQuotes)
                }
                '\u{3000}' | '\u{a0}' if !is_string => Some(Code::WideSpace),
                '<' if !is_string && is_tag(content, column) => Some(Code::MarkupInJson),
                _ => None,
            };
            if let Some(code) = code {
                return Some((line + 1, column + 1, code));
            }
            is_string ^= c == '"' && !is_escaped;
            is_escaped = is_string && c == '\\' && !is_escaped;
        }
    }
    None
}

/// Whether a tag that content filters put around paragraphs and breaks is at this column of a line.
fn is_tag(line: &str, column: usize) -> bool {
    let rest: String = line.chars().skip(column).take(6).collect();
    ["<p", "</p", "<br", "<!--", "<span", "</span"].iter().any(|tag| rest.to_ascii_lowercase().starts_with(tag))
}
