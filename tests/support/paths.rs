//! Finds the paths (`session::Model`, `web_sys`) that a Rust source names, with their lines.
//!
//! A small tokenizer, not a parser: comments and literals are passed over, groups in braces are spelled out. It errs on
//! the side of finding too much, which is right for a guard.

/// A path as written, and the line it begins on.
#[derive(Debug, PartialEq)]
pub(crate) struct Named {
    pub(crate) line: usize,
    pub(crate) path: Vec<String>,
}

/// Every path in `source`, those of one word included.
pub(crate) fn paths(source: &str) -> Vec<Named> {
    let tokens = tokens(&blanked(source));
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        at = if is_word(&tokens[at]) { read(&tokens, at, &[], &mut found) } else { at + 1 };
    }
    found
}

struct Token {
    line: usize,
    text: String,
}

fn is_word(token: &Token) -> bool {
    token.text == "*" || token.text.starts_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// Reads the path that begins at `at` below `prefix`; returns where it ends.
fn read(tokens: &[Token], mut at: usize, prefix: &[String], found: &mut Vec<Named>) -> usize {
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.text == text);
    let (line, mut path) = (tokens[at].line, prefix.to_vec());
    while tokens.get(at).is_some_and(is_word) {
        path.push(tokens[at].text.clone());
        at += 1;
        if !is(at, "::") {
            break;
        }
        at += 1;
    }
    if !is(at, "{") || !is(at.wrapping_sub(1), "::") {
        found.push(Named { line, path });
        return at;
    }
    at += 1;
    while at < tokens.len() && !is(at, "}") {
        at = match &tokens[at] {
            token if token.text == "as" => at + 2,
            token if is_word(token) => read(tokens, at, &path, found),
            _ => at + 1,
        };
    }
    at + 1
}

fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for (line, text) in source.lines().enumerate() {
        let mut rest = text.trim_start();
        while let Some(first) = rest.chars().next() {
            let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            let length = if word > 0 {
                word
            } else if rest.starts_with("::") {
                2
            } else {
                first.len_utf8()
            };
            tokens.push(Token { line: line + 1, text: rest[..length].to_owned() });
            rest = rest[length..].trim_start();
        }
    }
    tokens
}

/// The source with comments, strings and characters replaced by spaces; lines stay where they are.
fn blanked(source: &str) -> String {
    let mut out = String::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = passed_over(rest, out.chars().next_back());
        if length == 0 {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            out.extend(rest[..length].chars().map(|c| if c == '\n' { c } else { ' ' }));
            rest = &rest[length..];
        }
    }
    out
}

/// The length of the comment or literal that `rest` begins with, else 0.
fn passed_over(rest: &str, before: Option<char>) -> usize {
    let until = |from: usize, end: &str| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
    let in_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let hashes = rest.trim_start_matches('r').chars().take_while(|c| *c == '#').count();
    if rest.starts_with("//") {
        rest.find('\n').unwrap_or(rest.len())
    } else if rest.starts_with("/*") {
        until(2, "*/")
    } else if !in_word && rest.starts_with('r') && rest[1 + hashes..].starts_with('"') {
        until(2 + hashes, &["\"", &"#".repeat(hashes)].concat())
    } else if let Some(text) = rest.strip_prefix('"') {
        let mut escaped = false;
        let ends = |c: char| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        };
        text.find(ends).map_or(rest.len(), |at| at + 2)
    } else if rest.starts_with("'\\") {
        until(3, "'")
    } else if rest.starts_with('\'') && rest.chars().nth(2) == Some('\'') {
        rest.char_indices().nth(3).map_or(rest.len(), |(at, _)| at)
    } else {
        0
    }
}
