//! Shapes and texts as SVG, in whole pixels.

use std::fmt::Write as _;

/// Fonts in order of preference; every system has at least one of them.
const FONT: &str = "'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP','Yu Gothic',Meiryo,system-ui,sans-serif";
const INK: &str = "#1a1a1a";
const MUTED: &str = "#555";
const TRACK: &str = "#ddd";

/// The look of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Pixels.
    pub(super) size: i32,
    pub(super) is_bold: bool,
    pub(super) is_muted: bool,
}

impl Style {
    /// Pixels from line to line.
    pub(super) fn line_height(self) -> i32 {
        self.size * 3 / 2
    }
}

/// An SVG document that is being written.
pub(super) struct Drawing(String);

impl Drawing {
    pub(super) fn new(width: i32, height: i32, lang: &str) -> Self {
        let mut drawing = Self(String::new());
        drawing.write(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"{FONT}\" fill=\"none\"><path fill=\"#fff\" d=\"M0 0h{width}v{height}H0z\"/>",
            escape(lang)
        ));
        drawing
    }

    pub(super) fn finish(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }

    /// Writing to a string cannot fail.
    fn write(&mut self, text: std::fmt::Arguments<'_>) {
        let _ = self.0.write_fmt(text);
    }

    /// A line that begins at a place of its base line.
    pub(super) fn text(&mut self, at: (i32, i32), text: &str, style: Style) {
        self.line(at, text, style, "start");
    }

    /// The same around that place.
    pub(super) fn centred(&mut self, at: (i32, i32), text: &str, style: Style) {
        self.line(at, text, style, "middle");
    }

    fn line(&mut self, (x, y): (i32, i32), text: &str, style: Style, anchor: &str) {
        let (fill, weight) = (if style.is_muted { MUTED } else { INK }, if style.is_bold { 700 } else { 400 });
        let size = style.size;
        self.write(format_args!(
            "<text x=\"{x}\" y=\"{y}\" fill=\"{fill}\" font-size=\"{size}\" font-weight=\"{weight}\" text-anchor=\"{anchor}\">{}</text>",
            escape(text)
        ));
    }

    /// Lines below each other; answers the base line of what may follow.
    pub(super) fn paragraph(&mut self, (x, mut y): (i32, i32), lines: &[String], style: Style) -> i32 {
        for line in lines {
            self.text((x, y), line, style);
            y += style.line_height();
        }
        y
    }

    /// A ring around a point, filled to `share` per cent.
    pub(super) fn ring(&mut self, (x, y): (i32, i32), radius: i32, share: u8) {
        let top = y - radius;
        for (colour, length) in [(TRACK, 100), (INK, share)] {
            self.write(format_args!(
                "<path d=\"M{x} {top}a{radius} {radius} 0 1 1-.01 0\" stroke=\"{colour}\" stroke-width=\"26\" pathLength=\"100\" stroke-dasharray=\"{length} 101\"/>"
            ));
        }
    }

    /// A bar that begins at a point, filled to `share` per cent.
    pub(super) fn bar(&mut self, (x, y): (i32, i32), width: i32, thickness: i32, share: u8) {
        for (colour, length) in [(TRACK, width), (INK, width * i32::from(share) / 100)] {
            self.write(format_args!(
                "<path d=\"M{x} {y}h{length}\" stroke=\"{colour}\" stroke-width=\"{thickness}\"/>"
            ));
        }
    }

    /// A disc with a tick, or an empty ring.
    pub(super) fn light(&mut self, (x, y): (i32, i32), radius: i32, is_met: bool) {
        let fill = if is_met { INK } else { "none" };
        self.write(format_args!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\" stroke=\"{INK}\" stroke-width=\"2\"/>"
        ));
        if is_met {
            let (left, third, half) = (x - radius / 2, radius / 3, radius / 2);
            self.write(format_args!(
                "<path d=\"M{left} {y}l{third} {third}l{half}-{radius}\" stroke=\"#fff\" stroke-width=\"3\"/>"
            ));
        }
    }

    /// A line beside something of this height.
    pub(super) fn mark(&mut self, (x, y): (i32, i32), height: i32) {
        self.write(format_args!("<path d=\"M{x} {y}v{height}\" stroke=\"{INK}\" stroke-width=\"6\"/>"));
    }
}

/// A text as XML takes it.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '"' => escaped.push_str("&quot;"),
            _ if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => escaped.push(' '),
            _ => escaped.push(letter),
        }
    }
    escaped
}
