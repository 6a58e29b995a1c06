//! Lines of CSV (RFC 4180): every cell in quotes, CR LF at the end of each line.

/// A line of these cells.
pub fn line<C: AsRef<str>>(cells: impl IntoIterator<Item = C>) -> String {
    let quoted: Vec<String> =
        cells.into_iter().map(|cell| format!("\"{}\"", cell.as_ref().replace('"', "\"\""))).collect();
    format!("{}\r\n", quoted.join(","))
}

/// The cells of the first line of `text`, in quotes or not. The separator is a tab where the line has one, else a comma. An
/// empty line has no cells.
pub fn first_line(text: &str) -> Vec<String> {
    lines(text).next().unwrap_or_default()
}

/// The cells of each line of `text`, by the separator of the first one; see [`first_line`]. Empty lines have no cells.
///
/// ```
/// let lines: Vec<Vec<String>> = spreadsheet::csv::lines("a,b\r\n\"c\r\nd\",e\n").collect();
/// assert_eq!(lines, [["a", "b"], ["c\r\nd", "e"]]);
/// ```
pub fn lines(text: &str) -> impl Iterator<Item = Vec<String>> {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = if rest.lines().next().is_some_and(|line| line.contains('\t')) { '\t' } else { ',' };
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (cells, after) = one_line(rest, separator);
        let end = after.find('\n').map_or(after.len(), |end| end + 1);
        rest = after.get(end..).unwrap_or_default();
        Some(cells)
    })
}

/// The cells of the line that `rest` begins with, and what follows the last of them.
fn one_line(mut rest: &str, separator: char) -> (Vec<String>, &str) {
    let mut cells = Vec::new();
    loop {
        let (cell, after) = quoted(rest).unwrap_or_else(|| bare(rest, separator));
        cells.push(cell);
        match after.strip_prefix(separator) {
            Some(next) => rest = next,
            None if cells.len() == 1 && cells.first().is_some_and(String::is_empty) => return (Vec::new(), after),
            None => return (cells, after),
        }
    }
}

/// A cell in quotes at the beginning of `text`, and what follows it and its spaces; `None` where no closed quotes are.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.trim_start_matches(' ').strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (inner, after) = rest.split_once('"')?;
        cell.push_str(inner);
        match after.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None => return Some((cell, after.trim_start_matches(' '))),
        }
    }
}

/// A cell without quotes at the beginning of `text`, without the spaces around it, and what follows.
fn bare(text: &str, separator: char) -> (String, &str) {
    let end = text.find([separator, '\r', '\n']).unwrap_or(text.len());
    let (cell, after) = text.split_at(end);
    (cell.trim().to_owned(), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_quotes_every_cell_and_doubles_quotes() {
        assert_eq!(line(["a", "", "b\"c,\n"]), "\"a\",\"\",\"b\"\"c,\n\"\r\n");
        assert_eq!(line([String::from("x")]), "\"x\"\r\n");
    }

    #[test]
    fn the_first_line_is_read_in_quotes_or_not_with_commas_or_tabs() {
        let cases: [(&str, &[&str]); 8] = [
            ("", &[]),
            ("\u{feff}a,b\r\nc", &["a", "b"]),
            ("a\tb,c\nd", &["a", "b,c"]),
            ("\"a\"\"b\" , c ,\"d\ne\"", &["a\"b", "c", "d\ne"]),
            ("a,", &["a", ""]),
            (",", &["", ""]),
            ("\"open, b", &["\"open", "b"]),
            ("  \r\nb", &[]),
        ];
        for (text, cells) in cases {
            assert_eq!(first_line(text), cells, "{text:?}");
        }
    }

    #[test]
    fn what_was_written_is_read() {
        let cells = ["a", "b\"c", "d,e", "", "f\ng"];
        assert_eq!(first_line(&line(cells)), cells);
        let two = [line(cells), line(["x", "y\r\n"])].concat();
        assert_eq!(lines(&two).collect::<Vec<_>>(), [cells.to_vec(), vec!["x", "y\r\n"]]);
    }
}
