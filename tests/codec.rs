//! The encoded form of a pack: that it says all that the pack says, and that a damaged file is turned down in peace.

mod support;

use std::rc::Rc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use diagnosis::{Answers, Pack, diagnose};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use support::cases::cases;
use support::{complete, config, readiness};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_pack_survives_its_packed_form(case in cases(5)) {
        let decoded = Pack::decode(&case.pack.encode());
        prop_assert_eq!(decoded.as_ref(), Some(&*case.pack));
        let answers = Answers::parse(Rc::new(decoded.unwrap()), &case.answers().encode());
        prop_assert_eq!(diagnose(&complete(answers)), diagnose(&case.complete));
    }

    #[test]
    fn a_damaged_packed_form_never_panics(case in cases(3), acts in vec((any::<Index>(), 0u8..3, junk()), 1..6)) {
        let text = case.pack.encode();
        let mut lines: Vec<&str> = text.split('\n').collect();
        for (which, act, junk) in acts {
            let at = which.index(lines.len());
            match act {
                0 if lines.len() > 1 => drop(lines.remove(at)),
                1 => lines.insert(at, junk),
                _ => lines[at] = junk,
            }
        }
        Pack::decode(&lines.join("\n"));
    }

    #[test]
    fn any_text_at_all_is_no_pack(text in any::<String>()) {
        prop_assert!(Pack::decode(&text).is_none());
    }
}

fn junk() -> impl Strategy<Value = &'static str> {
    select(vec!["", "0", "1", "7", "40", "-1", "0.5", "end", "sum", "ladder", "ready", "診断", "\r", "shindan-pack 3"])
}

#[test]
fn a_file_of_another_version_is_not_taken_up() {
    let text = readiness().encode();
    let (version, rest) = text.split_once('\n').unwrap();
    let number: u32 = version.strip_prefix("shindan-pack ").unwrap().parse().unwrap();
    for other in [number - 1, number + 1] {
        assert!(Pack::decode(&format!("shindan-pack {other}\n{rest}")).is_none(), "version {other}");
    }
    assert!(Pack::decode(&text).is_some());
}

#[test]
fn a_file_cut_short_or_grown_is_not_taken_up() {
    let text = readiness().encode();
    let (all_but_last, last) = text.rsplit_once('\n').unwrap();
    assert!(Pack::decode(&format!("{all_but_last}\n0\n{last}")).is_none(), "a line too many before the last");
    assert!(Pack::decode(&format!("{text}\n0")).is_none(), "a line too many after the last");
    for (at, _) in text.char_indices() {
        assert!(Pack::decode(&text[..at]).is_none(), "cut after {at} bytes of {}", text.len());
    }
}

/// No line of a damaged file may ask for more memory or time than the file is worth.
#[test]
fn a_line_with_a_huge_number_neither_panics_nor_hangs() {
    let (done, waiting) = mpsc::channel();
    let worker = thread::spawn(move || {
        let text = readiness().encode();
        let lines: Vec<&str> = text.split('\n').collect();
        for at in 0..lines.len() {
            let mut damaged = lines.clone();
            damaged[at] = "18446744073709551615";
            done.send(at).unwrap();
            Pack::decode(&damaged.join("\n"));
        }
    });
    let mut last = 0;
    let end = loop {
        match waiting.recv_timeout(Duration::from_secs(20)) {
            Ok(at) => last = at,
            Err(end) => break end,
        }
    };
    assert_eq!(end, RecvTimeoutError::Disconnected, "it hangs with line {} made huge", last + 1);
    assert!(worker.join().is_ok(), "it panics with line {} made huge", last + 1);
}
