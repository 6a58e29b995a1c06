//! The id of a lead, under which every receiver can tell a repetition from another lead.

use std::fmt;

/// A UUID. Randomness arrives as data, so that the planner itself has none.
///
/// ```
/// use shindan::outbox::LeadId;
/// let id = LeadId::from_random(0x1234_5678_9abc_def0_1234_5678_9abc_def0);
/// assert_eq!(id.to_string(), "12345678-9abc-4ef0-9234-56789abcdef0");
/// assert_eq!(LeadId::new("12345678-9ABC-4EF0-9234-56789ABCDEF0"), Some(id));
/// assert_eq!(id.reference(), "1234-5678");
/// assert_eq!(LeadId::new("12345678"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LeadId(u128);

/// How many digits stand between the hyphens.
const GROUPS: [u32; 5] = [8, 4, 4, 4, 12];

impl LeadId {
    /// Reads a UUID of any version; `None` for anything else.
    pub fn new(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut bits = 0;
        for digits in GROUPS {
            let part = parts.next().filter(|part| part.len() == digits as usize)?;
            for digit in part.chars() {
                bits = bits << 4 | u128::from(digit.to_digit(16)?);
            }
        }
        parts.next().is_none().then_some(Self(bits))
    }

    /// A UUID of version 4 (RFC 9562) out of 128 random bits.
    pub fn from_random(bits: u128) -> Self {
        let bits = bits & !(0xf << 76) | 0x4 << 76;
        Self(bits & !(0x3 << 62) | 0x2 << 62)
    }

    /// The reference number that a respondent can read out on the phone: the first eight digits.
    pub fn reference(self) -> String {
        let head = format!("{:08X}", self.0 >> 96);
        let (one, two) = head.split_at(4);
        [one, "-", two].concat()
    }
}

impl fmt::Display for LeadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = 32;
        for (i, digits) in GROUPS.into_iter().enumerate() {
            left -= digits;
            let group = self.0 >> (4 * left) & ((1 << (4 * digits)) - 1);
            let hyphen = if i > 0 { "-" } else { "" };
            write!(f, "{hyphen}{group:0width$x}", width = digits as usize)?;
        }
        Ok(())
    }
}

impl fmt::Debug for LeadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
