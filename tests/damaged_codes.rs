//! What is no code of a finished run is never taken for one: damage, junk, and well-checked nonsense.

mod support;

use std::time::{Duration, Instant};

use diagnosis::{Pack, SavedResult};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use support::cases::cases;
use support::codes::{LONG, SHORT, code, of, pinned};
use support::config;

/// All that stands in codes, some that stands in links, and some that does neither.
const ALPHABET: &str = "ABCZabcdefghijklmnopqrstuvwxyz0123456789._-~%&=+/ \n\0é診😀";

proptest! {
    #![proptest_config(config())]

    #[test]
    fn one_changed_character_is_always_refused(case in cases(3), day in any::<u32>(), at in any::<Index>(), new in any::<char>()) {
        let mut text: Vec<char> = of(&case, day).encode().chars().collect();
        let at = at.index(text.len());
        prop_assume!(text[at] != new);
        text[at] = new;
        let text: String = text.into_iter().collect();
        prop_assert_eq!(SavedResult::decode(&case.pack, &text), None, "{}", text);
    }

    #[test]
    fn a_damaged_code_is_refused(
        case in cases(3),
        day in any::<u32>(),
        edits in vec((any::<Index>(), 0usize..4, "[0-9a-v._-]{0,4}|\\PC"), 1..6),
    ) {
        let code = of(&case, day).encode();
        let mut text: Vec<char> = code.chars().collect();
        for (at, cut, junk) in edits {
            let at = at.index(text.len() + 1);
            let end = (at + cut).min(text.len());
            text.splice(at..end, junk.chars());
        }
        let text: String = text.into_iter().collect();
        prop_assume!(text != code);
        prop_assert_eq!(SavedResult::decode(&case.pack, &text), None, "{} was {}", text, code);
    }

    #[test]
    fn no_other_text_is_a_code(
        case in cases(3),
        text in prop_oneof![any::<String>(), "generated[.][0-9a-c_]{1,5}[.][0-9a-v]{1,15}[.][0-9]{1,5}[.][0-9]{1,10}"],
    ) {
        prop_assert_eq!(SavedResult::decode(&case.pack, &text), None);
    }
}

#[test]
fn every_change_of_one_character_or_bit_is_refused() {
    let pack = pinned();
    for text in [LONG, SHORT] {
        let code = code(text);
        assert!(SavedResult::decode(&pack, &code).is_some());
        let refused =
            |wrong: &str| assert!(wrong == code || SavedResult::decode(&pack, wrong).is_none(), "{wrong} is {code}");
        for at in 0..code.len() {
            let (before, after) = (&code[..at], &code[at + 1..]);
            refused(before);
            refused(&[before, after].concat());
            for new in ALPHABET.chars() {
                refused(&format!("{before}{new}{after}"));
                refused(&format!("{before}{new}{}", &code[at..]));
            }
            for bit in 0..7 {
                let mut bytes = code.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                refused(std::str::from_utf8(&bytes).unwrap());
            }
        }
    }
}

/// CRC-32 by the book, bit by bit over polynomials: nothing of the engine's.
fn crc(text: &str) -> u32 {
    let bits = text.bytes().flat_map(|byte| (0..8).map(move |bit| byte >> bit & 1 == 1));
    !bits.fold(u32::MAX, |crc, bit| (crc >> 1) ^ if (crc & 1 == 1) != bit { 0xedb8_8320 } else { 0 })
}

/// `body` with the check that it would have if it were a code of `pack`.
fn checked(pack: &Pack, body: &str) -> String {
    let mut text = format!("{body}\n{}", pack.version());
    for question in pack.questions() {
        text += &format!("{}{}", if question.multiple { '\t' } else { '\n' }, question.id);
        question.choices.iter().for_each(|choice| text += &format!(" {}", choice.id));
    }
    format!("{body}.{}", crc(&text))
}

#[test]
fn a_code_is_written_as_described() {
    assert_eq!(crc("123456789"), 0xcbf4_3926, "the check value of CRC-32");
    let pack = pinned();
    assert_eq!(code(LONG), checked(&pack, "readiness.1_1_0.12481125.20778"));
    assert_eq!(code(SHORT), checked(&pack, "readiness.1_1_0.12481g.20778"));
}

/// Each of these has its check right, so that only what is said in it can be refused.
#[test]
fn what_is_no_complete_run_is_refused_however_well_checked() {
    let pack = pinned();
    let decode = |body: &str| SavedResult::decode(&pack, &checked(&pack, body));
    assert!(decode("readiness.1_1_0.12481120.0").is_some(), "no box is an answer too");
    assert!(decode("readiness.1_1_0.12481127.4294967295").is_some());
    for wrong in [
        "readiness.1_1_0.1248112.20778",       // a question without an answer
        "readiness.1_1_0.124811271.20778",     // an answer too many
        "readiness.1_1_0.12481g1.20778",       // an answer after the end of its section
        "readiness.1_1_0.32481127.20778",      // two choices of one question
        "readiness.1_1_0.02481127.20778",      // none
        "readiness.1_1_0.g2481127.20778",      // one that there is not
        "readiness.1_1_0.1248112f.20778",      // a box that there is not
        "readiness.1_1_0.1248112f8.20778",     // and one more
        "readiness.1_1_0.12481G.20778",        // another spelling
        "readiness.1_1_0.12481127.020778",     // of the day
        "readiness.1_1_0.12481127.+20778",     //
        "readiness.1_1_0.12481127.4294967296", // no day
        "readiness.1_1_0.12481127.-1",         //
        "readiness.1_1_0.12481127.",           //
        "readiness.1_1_0..20778",              // no answers
        "readiness.1.1.0.12481127.20778",      // another spelling of the version
        "readiness.1_1_1.12481127.20778",      // another version
        "executive.1_1_0.12481127.20778",      // another pack
        "x.readiness.1_1_0.12481127.20778",    //
        "1_1_0.12481127.20778",                //
        "12481127.20778",                      //
        "20778",                               //
        "",                                    //
    ] {
        assert_eq!(decode(wrong), None, "{wrong}");
    }
}

#[test]
fn a_megabyte_of_anything_is_refused_at_once() {
    let (pack, code) = (pinned(), code(LONG));
    let huge = |unit: &str| unit.repeat(1_000_000 / unit.len());
    let started = Instant::now();
    for unit in ["a", ".", "0", "1", "...1", "診", "\0", "readiness.", "20778.", "&.open=", &code, "12481127."] {
        let huge = huge(unit);
        for text in [
            huge.clone(),
            format!("{code}{huge}"),
            format!("{huge}{code}"),
            format!("readiness.1_1_0.{huge}.20778.1"),
            format!("readiness.1_1_0.12481125.{huge}.1"),
            format!("readiness.1_1_0.12481125.20778.{huge}"),
            format!("readiness.{huge}.12481125.20778.1"),
        ] {
            assert_eq!(SavedResult::decode(&pack, &text), None);
        }
    }
    assert!(started.elapsed() < Duration::from_secs(10), "84 texts took {:?}", started.elapsed());
}
