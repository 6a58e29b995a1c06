//! Reads CSV (RFC 4180), strictly: what is not well formed is a failed test. Knows nothing of the console.

/// The rows of cells of a file with every cell in quotes and CR LF after each line.
pub(crate) fn rows(text: &str) -> Vec<Vec<String>> {
    assert!(text.ends_with("\"\r\n"), "the last line ends");
    let mut rows = vec![vec![]];
    let mut rest = text;
    while !rest.is_empty() {
        rest = rest.strip_prefix('"').unwrap_or_else(|| panic!("a cell begins with a quote: {rest:.40}"));
        let mut cell = String::new();
        loop {
            let end = rest.find('"').expect("a cell ends");
            cell.push_str(&rest[..end]);
            rest = &rest[end + 1..];
            match rest.strip_prefix('"') {
                Some(inner) => {
                    cell.push('"');
                    rest = inner;
                }
                None => break,
            }
        }
        rows.last_mut().expect("there is a row").push(cell);
        if let Some(next) = rest.strip_prefix(',') {
            rest = next;
        } else {
            rest = rest.strip_prefix("\r\n").unwrap_or_else(|| panic!("a line ends with CR LF: {rest:.40}"));
            rows.push(vec![]);
        }
    }
    rows.pop();
    rows
}
