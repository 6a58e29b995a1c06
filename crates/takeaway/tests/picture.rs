//! The picture of a result: well-formed, within its edges, and with everything that there is room for.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use takeaway::picture::{HEIGHT, ResultFacts, Row, WIDTH, svg};

fn facts(rows: Vec<Row>) -> ResultFacts {
    ResultFacts {
        lang: "ja".to_owned(),
        title: "AI活用レディネス診断".to_owned(),
        score: 62,
        level_label: "レベル".to_owned(),
        level: "要準備".to_owned(),
        meaning: "始める前に、土台を整えましょう。".to_owned(),
        caps: vec!["「推進の権限」が足りないため".to_owned()],
        rows,
        foot: "2026/11/28".to_owned(),
    }
}

/// The numbers of an attribute wherever it stands.
fn numbers(drawing: &str, attribute: &str) -> Vec<i32> {
    let start = format!(" {attribute}=\"");
    drawing.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
}

#[test]
fn it_says_what_the_result_says() {
    let rows = vec![
        Row::Section("目的".to_owned()),
        Row::Share("目的の明確さ".to_owned(), 50),
        Row::Condition("権限".to_owned(), true),
    ];
    let drawing = svg(&facts(rows));
    for text in [
        "AI活用レディネス診断",
        ">62<",
        "レベル",
        "要準備",
        "始める前に",
        "推進の権限",
        "目的の明確さ",
        ">権限<",
        "2026/11/28",
    ] {
        assert!(drawing.contains(text), "{text}: {drawing}");
    }
    assert!(drawing.contains("stroke-dasharray=\"62 101\""), "the ring is closed as far as the score goes");
}

#[test]
fn rows_without_room_are_left_out_and_said_to_be() {
    let rows = |n: usize| (0..n).map(|nth| Row::Share(format!("問{nth}。"), 10)).collect();
    let drawing = svg(&facts(rows(30)));
    assert!(drawing.contains("問29。") && !drawing.contains('…'));
    let drawing = svg(&facts(rows(180)));
    assert!(!drawing.contains("問179。") && drawing.contains(">…<"));
}

proptest! {
    #[test]
    fn any_texts_make_a_drawing_of_text_within_its_edges(
        texts in proptest::collection::vec(any::<String>(), 8), rows in 0usize..60, score in 0u8..=100,
    ) {
        let text = |nth: usize| texts[nth % texts.len()].clone();
        let row = |nth: usize| match nth % 3 {
            0 => Row::Section(text(nth)),
            1 => Row::Share(text(nth), score),
            _ => Row::Condition(text(nth), nth.is_multiple_of(2)),
        };
        let drawing = svg(&ResultFacts {
            lang: text(0), title: text(1), score, level_label: text(2), level: text(3), meaning: text(4),
            caps: vec![text(5), text(6)], rows: (0..rows).map(row).collect(), foot: text(7),
        });
        for (attribute, edge) in [("x", WIDTH), ("y", HEIGHT)] {
            for place in numbers(&drawing, attribute) {
                prop_assert!((0..edge).contains(&place), "{attribute} {place}");
            }
        }
        // Of what the texts bring nothing is markup: all of it is opened and closed by the drawing.
        prop_assert_eq!(drawing.matches("<text ").count(), drawing.matches("</text>").count());
        let markup = drawing.matches('<').count();
        let own = ["<svg ", "</svg>", "<text ", "</text>", "<path ", "<circle "];
        prop_assert_eq!(markup, own.iter().map(|tag| drawing.matches(tag).count()).sum::<usize>());
    }
}
