//! What the linter says about the colours of a theme.

use authoring::lint_config;
use diagnosis::Value;
use diagnostics::Language;
use serde_json::{Value as Json, json};

fn contrasts(theme: Json) -> Vec<String> {
    let value: Value = serde_json::from_value(json!({ "theme": theme })).unwrap();
    lint_config(&value).iter().map(|one| format!("{}: {}", one.path, one.text(Language::En))).collect()
}

#[test]
fn contrast_below_aa_in_either_scheme() {
    // The ratios by other tools: #777 on white is 4.47, #767676 is 4.54.
    assert_eq!(
        contrasts(json!({ "accent": "#777", "surface": "light-dark(#fff, #000)", "on_accent": "#fff" })),
        [
            "theme.accent: text on the accent has a contrast of 4.47 in the light scheme",
            "theme.accent: the accent on the surface has a contrast of 4.47 in the light scheme",
            "theme.accent: text on the accent has a contrast of 4.47 in the dark scheme",
        ]
    );
    assert_eq!(contrasts(json!({ "accent": "light-dark(#767676, rgb(169, 189, 255))" })), [""; 0]);
    let white_on_light = contrasts(json!({ "accent": "light-dark(#00bb66, #a9bdff)" }));
    assert_eq!(white_on_light[0], "theme.accent: text on the accent has a contrast of 2.53 in the light scheme");
    // A text that just passes leaves none to what is mixed from it.
    let grey = contrasts(json!({ "text": "light-dark(#767676, #fff)" }));
    assert_eq!(grey.len(), 2, "{grey:?}");
    assert!(grey[0].starts_with("theme.text: muted text") && grey[1].starts_with("theme.text: borders"), "{grey:?}");
    let same = contrasts(json!({ "text": "#fff", "surface": "#ffffff" }));
    assert!(same[0].contains("text on the surface has a contrast of 1 in the light scheme"), "{same:?}");
}

#[test]
fn colours_that_cannot_be_judged_are_said_to_be_so() {
    for colour in
        ["tomato", "var(--brand)", "#12345", "rgb(1, 2)", "#0008", "rgb(0 0 0 / 50%)", "light-dark(#000, pink)"]
    {
        let said = contrasts(json!({ "accent": colour }));
        assert!(said.contains(&"theme.accent: its contrast cannot be judged".to_owned()), "{colour}: {said:?}");
    }
    for colour in [
        "#000",
        "#000f",
        "#000000",
        "#000000ff",
        "rgb(0,0,0)",
        "rgb(0 0 0)",
        "rgba(0, 0, 0, 1)",
        "rgb(0% 0% 0%)",
        "Black",
    ] {
        assert_eq!(contrasts(json!({ "text": format!("light-dark({colour}, white)") })), [""; 0], "{colour}");
    }
}

/// The defaults of the linter are those of the stylesheet; else it judges another look than the one that is shown.
#[test]
fn the_default_colours_are_those_of_the_stylesheet() {
    let styles = include_str!("../../src/ui/styles.css");
    let theme = include_str!("../../crates/authoring/src/lint/theme.rs");
    for key in ["accent", "on-accent", "surface", "text"] {
        let start = format!("--{key}: var(--shindan-{key}, light-dark(");
        let both = styles.split_once(&start).unwrap().1.split_once("));").unwrap().0;
        let (light, dark) = both.split_once(", ").unwrap();
        let row = format!("(\"{}\", [\"{light}\", \"{dark}\"])", key.replace('-', "_"));
        assert!(theme.contains(&row), "the linter does not hold {row}");
    }
    for part in ["--muted: color-mix(in srgb, var(--text) 76%", "--line: color-mix(in srgb, var(--text) 56%"] {
        assert!(styles.contains(part), "{part} is no longer so: change MUTED and LINE of the linter too");
    }
    assert!(theme.contains("MUTED: f64 = 0.76") && theme.contains("LINE: f64 = 0.56"));
}
