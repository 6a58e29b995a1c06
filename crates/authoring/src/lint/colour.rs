//! Colours as CSS writes them, and the contrast between two of them by WCAG 2.2.

/// An opaque colour: red, green and blue, 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colour([f64; 3]);

impl Colour {
    /// Reads `#rgb`, `#rrggbb`, the same with an alpha of `f` or `ff`, `rgb(…)`, `black` and `white`. Nothing else can
    /// be judged without a browser: other names, other spaces, and colours that let something shine through.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        match text.as_str() {
            "black" => return Some(Self([0.0; 3])),
            "white" => return Some(Self([255.0; 3])),
            _ => {}
        }
        if let Some(digits) = text.strip_prefix('#') {
            return hex(digits).map(Self);
        }
        let inside = text.strip_prefix("rgba").or(text.strip_prefix("rgb"))?.strip_prefix('(')?.strip_suffix(')')?;
        let parts: Vec<&str> = inside.split([',', '/', ' ']).filter(|part| !part.is_empty()).collect();
        let (numbers, alpha) = parts.split_at_checked(3)?;
        if !matches!(alpha, [] | ["1" | "1.0" | "100%"]) {
            return None;
        }
        let channels: Vec<f64> = numbers.iter().map(|part| channel(part)).collect::<Option<_>>()?;
        channels.try_into().ok().map(Self)
    }

    /// Mixes this share of this colour with the rest of the other, as `color-mix(in srgb, …)` does it.
    pub(super) fn mixed(self, other: Self, part: f64) -> Self {
        let (Self([r, g, b]), Self([s, h, c])) = (self, other);
        let mix = |mine: f64, theirs: f64| mine * part + theirs * (1.0 - part);
        Self([mix(r, s), mix(g, h), mix(b, c)])
    }

    /// The contrast ratio to another colour, 1 to 21 (source: WCAG 2.2, "contrast ratio").
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance, 0 to 1 (source: WCAG 2.2, "relative luminance").
    fn luminance(self) -> f64 {
        let linear = |channel: f64| {
            let part = channel / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let Self([red, green, blue]) = self;
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

fn hex(digits: &str) -> Option<[f64; 3]> {
    let values: Vec<u32> = digits.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    let one = |digit: &u32| f64::from(digit * 17);
    let two = |high: &u32, low: &u32| f64::from(high * 16 + low);
    match values.as_slice() {
        [r, g, b] | [r, g, b, 15] => Some([one(r), one(g), one(b)]),
        [r, s, g, h, b, c] | [r, s, g, h, b, c, 15, 15] => Some([two(r, s), two(g, h), two(b, c)]),
        _ => None,
    }
}

/// A channel of `rgb(…)`: a number up to 255, or a percentage.
fn channel(part: &str) -> Option<f64> {
    let value = match part.strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().ok()? * 2.55,
        None => part.parse().ok()?,
    };
    (0.0..=255.0).contains(&value).then_some(value)
}
