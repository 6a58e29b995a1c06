//! Breaks texts into lines without a browser: by what letters usually measure.

/// Letters that do not begin a line.
const NOT_FIRST: &str = "、。，．・：；？！）」』】〉》］｝”’ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.:;?!)]}%";
/// Letters that do not end a line.
const NOT_LAST: &str = "（「『【〈《［｛“‘([{";

/// Estimated width of a character in hundredths of the font size; never underestimated on purpose.
fn width_of(letter: char) -> i32 {
    match letter {
        'W' | 'M' | 'm' | 'w' | '@' => 95,
        'A'..='Z' => 75,
        _ if letter.is_ascii() => 60,
        '\u{ff61}'..='\u{ff9f}' => 55,
        _ => 100,
    }
}

fn width(text: &str) -> i32 {
    text.chars().map(width_of).sum()
}

/// `text` in at most `max` lines that are no wider than `room` pixels with letters of `size` pixels. Lines break at spaces and
/// between the letters of scripts that have none. What does not fit is cut, and the last line ends with `…`.
pub(super) fn wrap(text: &str, room: i32, size: i32, max: usize) -> Vec<String> {
    let room = room.saturating_mul(100) / size.max(1);
    let mut lines = vec![String::new()];
    for unit in units(text) {
        let Some(line) = lines.last_mut() else { break };
        if !line.is_empty() && width(line) + width(unit.trim_end()) > room {
            line.truncate(line.trim_end().len());
            lines.push(unit.trim_start().to_owned());
        } else {
            line.push_str(unit);
        }
    }
    let is_cut = lines.len() > max;
    lines.truncate(max);
    if let Some(last) = lines.last_mut() {
        if is_cut {
            last.push('…');
        }
        cut(last, room);
    }
    lines
}

/// Takes letters from the end until the line fits, before a `…`.
fn cut(line: &mut String, room: i32) {
    if width(line) <= room {
        return;
    }
    while width(line) + width_of('…') > room && line.pop().is_some() {}
    line.truncate(line.trim_end_matches([' ', '…']).len());
    line.push('…');
}

/// The pieces between which a line may break.
fn units(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut letters = rest.char_indices().peekable();
        let (_, mut before) = letters.next()?;
        let end = letters.find_map(|(at, letter)| {
            let is_break = (before == ' ' && letter != ' ')
                || ((!before.is_ascii() || !letter.is_ascii()) && letter != ' ')
                    && !NOT_FIRST.contains(letter)
                    && !NOT_LAST.contains(before);
            before = letter;
            is_break.then_some(at)
        });
        let (unit, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(unit)
    })
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_break_where_a_reader_expects_it() {
        let check = |text: &str, room: i32, max: usize, expect: &[&str]| assert_eq!(wrap(text, room, 10, max), expect);
        check("", 50, 2, &[""]);
        check("一二三四五六七", 50, 2, &["一二三四五", "六七"]);
        check("一二三四五。六七", 50, 2, &["一二三四", "五。六七"]);
        check("一二三四（五六）", 50, 2, &["一二三四", "（五六）"]);
        check("AI を使う", 60, 2, &["AI を使う"]);
        check("ready or not", 40, 3, &["ready", "or not"]);
    }

    #[test]
    fn what_does_not_fit_is_cut_and_says_so() {
        assert_eq!(wrap("一二三四五六七八九十一二", 50, 10, 2), ["一二三四五", "六七八九…"]);
        assert_eq!(wrap("incomprehensibilities", 60, 10, 1), ["incompr…"]);
        assert!(wrap("一", 50, 10, 0).is_empty());
    }
}
