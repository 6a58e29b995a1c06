//! A result as a picture for slides: what it says ([`ResultFacts`]), drawn as SVG.
//!
//! Black on white and in the size of a slide, whatever the page looks like. Bars differ by length and marks by shape, so that
//! nothing depends on colour.

mod drawing;
mod lines;

use drawing::{Drawing, Style};
use lines::wrap;

/// Pixels of the picture.
pub const WIDTH: i32 = 1600;
/// Pixels of the picture.
pub const HEIGHT: i32 = 900;

/// Space around everything, and between the columns.
const MARGIN: i32 = 80;
/// Where the left column ends.
const LEFT_WIDTH: i32 = 620;
/// Where the list of questions begins, and how much room it has.
const LIST_X: i32 = 780;
const LIST_WIDTH: i32 = WIDTH - MARGIN - LIST_X;
const LIST_TOP: i32 = 80;
const LIST_HEIGHT: i32 = 720;
/// Maximum number of rows in one column; more rows are set in two columns.
const ROWS_OF_ONE_COLUMN: usize = 16;
/// The least and the most height of a row.
const ROW_MIN: i32 = 26;
const ROW_MAX: i32 = 66;

const TITLE: Style = Style { size: 28, is_bold: false, is_muted: true };
const SMALL: Style = Style { size: 24, is_bold: false, is_muted: true };
const NUMBER: Style = Style { size: 104, is_bold: true, is_muted: false };
const LEVEL: Style = Style { size: 50, is_bold: true, is_muted: false };
const MEANING: Style = Style { size: 27, is_bold: false, is_muted: false };
const CAP: Style = Style { size: 23, is_bold: false, is_muted: false };
const FOOT: Style = Style { size: 20, is_bold: false, is_muted: true };

/// What the picture says, in the words of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultFacts {
    /// The language of the texts, a BCP 47 tag.
    pub lang: String,
    /// The heading of the result, with the title of the diagnosis.
    pub title: String,
    /// 0 to 100.
    pub score: u8,
    /// What names the level, such as "Level".
    pub level_label: String,
    /// The name of the level.
    pub level: String,
    /// What it means.
    pub meaning: String,
    /// Every cap with its cause.
    pub caps: Vec<String>,
    /// The sections with their questions.
    pub rows: Vec<Row>,
    /// The day, and the version of the diagnosis.
    pub foot: String,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of a section.
    Section(String),
    /// A question: what it is about, and how much of the best answer its answer is worth, 0 to 100.
    Share(String, u8),
    /// A condition, and whether it is met.
    Condition(String, bool),
}

/// The picture as an SVG document of [`WIDTH`] by [`HEIGHT`] pixels. Texts that do not fit are cut, and end with `…`.
pub fn svg(facts: &ResultFacts) -> String {
    let mut drawing = Drawing::new(WIDTH, HEIGHT, &facts.lang);
    let mut y = MARGIN + TITLE.size;
    y = drawing.paragraph((MARGIN, y), &wrap(&facts.title, LEFT_WIDTH, TITLE.size, 2), TITLE);
    let middle = y + 160;
    drawing.ring((MARGIN + 140, middle), 130, facts.score);
    drawing.centred((MARGIN + 140, middle + 30), &facts.score.to_string(), NUMBER);
    drawing.centred((MARGIN + 140, middle + 78), "/ 100", SMALL);
    let beside = MARGIN + 320;
    let level = wrap(&facts.level, LEFT_WIDTH - 320, LEVEL.size, 2);
    drawing.text((beside, middle - 40), &facts.level_label, SMALL);
    drawing.paragraph((beside, middle + 22), &level, LEVEL);
    y = middle + 210;
    y = drawing.paragraph((MARGIN, y), &wrap(&facts.meaning, LEFT_WIDTH, MEANING.size, 4), MEANING);
    y += 20;
    let end = HEIGHT - MARGIN - FOOT.size;
    for cap in &facts.caps {
        let room = (end - y) / CAP.line_height();
        let cap = wrap(cap, LEFT_WIDTH - 24, CAP.size, usize::try_from(room).unwrap_or(0));
        drawing.mark((MARGIN, y - CAP.size), CAP.line_height() * cap.len() as i32);
        y = drawing.paragraph((MARGIN + 24, y), &cap, CAP) + 12;
    }
    list(&mut drawing, &facts.rows);
    drawing.text((MARGIN, HEIGHT - MARGIN / 2), &facts.foot, FOOT);
    drawing.finish()
}

/// The questions by section, in one column or two. Rows for which there is no room are left out, and `…` says so.
fn list(drawing: &mut Drawing, rows: &[Row]) {
    let columns = if rows.len() > ROWS_OF_ONE_COLUMN { 2 } else { 1 };
    let of_column = rows.len().div_ceil(columns).max(1);
    let height = (LIST_HEIGHT / of_column as i32).clamp(ROW_MIN, ROW_MAX);
    let of_column = of_column.min((LIST_HEIGHT / height) as usize);
    let width = LIST_WIDTH / columns as i32;
    let style = Style { size: height / 2 + 2, is_bold: false, is_muted: false };
    let gauge = width / 4;
    for (column, rows) in rows.chunks(of_column).take(columns).enumerate() {
        let x = LIST_X + width * column as i32;
        for (nth, row) in rows.iter().enumerate() {
            let y = LIST_TOP + height * nth as i32;
            let base = y + height / 2 + style.size / 3;
            let fitted = |text: &str, from: i32| wrap(text, width - from - 20, style.size, 1).concat();
            match row {
                Row::Section(title) => drawing.text((x, base), &fitted(title, 0), Style { is_bold: true, ..style }),
                Row::Share(topic, share) => {
                    drawing.bar((x, y + height / 2), gauge, height / 3, *share);
                    drawing.text((x + gauge + 20, base), &fitted(topic, gauge + 20), style);
                }
                Row::Condition(topic, is_met) => {
                    drawing.light((x + gauge / 2, y + height / 2), height / 3, *is_met);
                    drawing.text((x + gauge + 20, base), &fitted(topic, gauge + 20), style);
                }
            }
        }
    }
    if rows.len() > of_column * columns {
        drawing.text((LIST_X, LIST_TOP + LIST_HEIGHT + style.size), "…", style);
    }
}
