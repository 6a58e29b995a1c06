//! Packs damaged by chance from a seed: cheap enough for a million of them, and each can be made again by its number.

use diagnosis::Value;

/// Random numbers that can be repeated: the sequence splitmix64.
#[derive(Debug)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub(crate) fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }
}

/// `pack` with one to four acts of damage.
pub(crate) fn damaged(pack: &Value, dice: &mut Dice) -> Value {
    let mut value = pack.clone();
    for _ in 0..=dice.below(4) {
        let other = somewhere(pack, dice).clone();
        act(&mut value, other, dice);
    }
    value
}

/// The bytes of a file with one to four cuts, copies or flips.
pub(crate) fn damaged_bytes(file: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() - 40);
        let end = at + dice.below(40);
        match dice.below(4) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.extend_from_within(at..end),
            2 => bytes[at] ^= 1 << dice.below(8),
            _ => bytes[at] = *dice.pick(b"{}[]\",:0e-\\n\0"),
        }
    }
    bytes
}

/// A place of a value, reached by walking down.
fn somewhere<'a>(value: &'a Value, dice: &mut Dice) -> &'a Value {
    match value {
        Value::List(items) if !items.is_empty() && dice.below(8) > 0 => somewhere(dice.pick(items), dice),
        Value::Map(entries) if !entries.is_empty() && dice.below(8) > 0 => somewhere(&dice.pick(entries).1, dice),
        _ => value,
    }
}

fn act(value: &mut Value, other: Value, dice: &mut Dice) {
    let goes_on = dice.below(8) > 0;
    match value {
        Value::List(items) if !items.is_empty() && goes_on => {
            let at = dice.below(items.len());
            match dice.below(24) {
                0 => drop(items.remove(at)),
                1 => items.insert(at, items[at].clone()),
                2 => items.insert(at, junk(dice)),
                3 => items.insert(at, other),
                4 => items.swap(0, at),
                5 if dice.below(20) == 0 => *items = vec![items[at].clone(); 1_001],
                _ => act(&mut items[at], other, dice),
            }
        }
        Value::Map(entries) if !entries.is_empty() && goes_on => {
            let at = dice.below(entries.len());
            match dice.below(24) {
                0 => drop(entries.remove(at)),
                1 => entries.push(entries[at].clone()),
                2 => entries.push(((*dice.pick(&NAMES)).to_owned(), junk(dice))),
                3 => entries[at].0 = (*dice.pick(&NAMES)).to_owned(),
                4 => entries[at].1 = other,
                _ => act(&mut entries[at].1, other, dice),
            }
        }
        Value::Number(number) if goes_on => *number = *dice.pick(&NUMBERS),
        Value::Text(text) if goes_on => scribble(text, dice),
        _ => *value = if dice.below(3) == 0 { other } else { junk(dice) },
    }
}

fn scribble(text: &mut String, dice: &mut Dice) {
    match dice.below(4) {
        0 => *text = (*dice.pick(&NAMES)).to_owned(),
        1 => *text = text.chars().skip(1).collect(),
        2 => text.push_str(dice.pick::<&str>(&NAMES)),
        _ => *text = (*dice.pick(&TEXTS)).to_owned(),
    }
}

fn junk(dice: &mut Dice) -> Value {
    match dice.below(8) {
        0 => Value::Null,
        1 => Value::Bool(dice.below(2) == 0),
        2 => Value::Number(*dice.pick(&NUMBERS)),
        3 => Value::List(Vec::new()),
        4 => Value::Map(Vec::new()),
        5 => (0..dice.below(100)).fold(Value::Null, |inner, _| Value::List(vec![inner])),
        6 if dice.below(20) == 0 => Value::Text("長".repeat(1_990 + dice.below(20))),
        _ => Value::Text((*dice.pick(&TEXTS)).to_owned()),
    }
}

/// What keys and ids are called, here and in the languages of the web.
const NAMES: [&str; 22] = [
    "id",
    "met",
    "points",
    "ends_section",
    "multiple",
    "roadmap",
    "next",
    "levels",
    "note",
    "help",
    "is",
    "lacks",
    "rule",
    "purpose",
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "length",
    "then",
    "",
];

const NUMBERS: [f64; 14] =
    [0.0, -0.0, 1.0, 2.0, -1.0, 0.5, 40.0, 100.0, 101.0, 10_000.0, 10_001.0, 1e300, f64::INFINITY, f64::NAN];

const TEXTS: [&str; 16] = [
    "",
    " \u{3000}",
    "\u{feff}",
    "x",
    "a\nb",
    "\u{0}",
    "sum",
    "all_of",
    "ladder",
    "ready",
    "{causes}",
    "{level",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\u{202e}abc",
    "https://example.com/",
];
