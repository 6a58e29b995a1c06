//! A QR code says exactly its link: an independent decoder (rqrr) reads what was drawn.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use proptest::prelude::*;
use rqrr::PreparedImage;
use takeaway::qr::{Qr, qr};

/// Pixels of a module.
const SCALE: usize = 4;

/// The code as a camera sees it: what the path encloses is dark.
fn pixels(code: &Qr) -> (usize, Vec<bool>) {
    let side = code.size as usize;
    let mut dark = vec![false; side * side];
    for run in code.path.split('M').skip(1) {
        let numbers: Vec<usize> = run
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().unwrap())
            .collect();
        let [x, y, length, 1, back] = numbers[..] else { panic!("{run}") };
        assert_eq!(length, back);
        dark[y * side + x..][..length].fill(true);
    }
    (side, dark)
}

fn decoded(code: &Qr) -> String {
    let (side, dark) = pixels(code);
    let at = |x: usize, y: usize| if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 };
    let mut image = PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, at);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code is seen");
    grids[0].decode().unwrap().1
}

#[test]
fn there_is_a_quiet_zone() {
    let code = qr("https://a.example/#shindan=readiness.1_3_0.12481125.20778.1").unwrap();
    let (side, dark) = pixels(&code);
    let is_within = |at: usize| (4..side - 4).contains(&at);
    for (place, _) in dark.iter().enumerate().filter(|(_, dark)| **dark) {
        assert!(is_within(place % side) && is_within(place / side), "{place}");
    }
}

#[test]
fn a_link_that_no_code_holds_is_refused() {
    assert!(qr(&"x".repeat(2_953)).is_some());
    assert_eq!(qr(&"x".repeat(2_954)), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_code_says_exactly_its_link(path in "[a-z0-9/_%?=&.-]{0,200}", answers in "[0-9a-v]{1,200}", day in 0u32..100_000, check: u32) {
        let link = format!("https://www.example.co.jp/{path}#shindan=readiness.1_3_0.{answers}.{day}.{check}");
        prop_assert_eq!(decoded(&qr(&link).unwrap()), link);
    }

    #[test]
    fn letters_of_any_script_come_through(text in "[ -~あ-ん亜-腕]{1,80}") {
        let link = format!("https://例え.テスト/#{text}");
        prop_assert_eq!(decoded(&qr(&link).unwrap()), link);
    }
}
