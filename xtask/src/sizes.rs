//! The table of sizes that `build` prints.
//!
//! It must not decide what is too large; a test does.

use std::fmt::Write as _;

use crate::bundle::manifest::Manifest;

/// One line per file: path, bytes, compressed bytes; then the totals.
pub fn table(manifest: &Manifest) -> String {
    let mut rows = vec![("file".to_owned(), "bytes".to_owned(), "br".to_owned())];
    let (mut raw_sum, mut br_sum) = (0, 0);
    for file in &manifest.files {
        let br = file.br_bytes.unwrap_or(file.bytes);
        raw_sum += file.bytes;
        br_sum += br;
        rows.push((file.path.clone(), grouped(file.bytes), grouped(br)));
    }
    rows.push(("in all".to_owned(), grouped(raw_sum), grouped(br_sum)));

    let width = rows.iter().map(|(path, _, _)| path.len()).max().unwrap_or(0);
    let mut table = String::new();
    for (path, raw, br) in rows {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "  {path:<width$}  {raw:>9}  {br:>9}");
    }
    table
}

/// A number with a comma at each thousand.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::manifest::Entry;

    #[test]
    fn thousands_are_grouped() {
        let check = |number, expect| assert_eq!(grouped(number), expect);
        check(0, "0");
        check(999, "999");
        check(1000, "1,000");
        check(1_234_567, "1,234,567");
    }

    #[test]
    fn a_table_has_the_sums() {
        let file = |path: &str, bytes, br_bytes| Entry { path: path.into(), bytes, br_bytes, sri: String::new() };
        let files = vec![file("a.js", 2000, Some(500)), file("b.png", 10, None)];
        let table = table(&Manifest { version: String::new(), files });
        let last = table.lines().last().unwrap();
        assert_eq!(last.split_whitespace().collect::<Vec<_>>(), ["in", "all", "2,010", "510"]);
    }
}
