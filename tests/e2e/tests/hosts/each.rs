//! Hosts that need no code of their own: a complete run is made on each, and neither side changes the other.

use serde_json::{Value, json};

use crate::page::Host;

/// A test a host, by the name of its folder.
macro_rules! hosts {
    ($($name:ident),+ $(,)?) => {
        $(
            #[tokio::test]
            async fn $name() {
                Host::of(stringify!($name)).await.goes_the_whole_way().await;
            }
        )+
    };
}

hosts!(
    all_unset,
    bootstrap,
    fonts_of_10_px,
    fonts_of_30_px,
    old_prototype_js,
    plain_page,
    polluted_prototypes,
    storage_blocked,
    tailwind,
    wordpress,
);

/// The widget's letters, and how much higher than they a choice is at least.
const LETTERS: &str = "
    const size = (selector, name) => parseFloat(getComputedStyle(__probe.root(0).querySelector(selector))[name]);
    const letters = size('.widget', 'fontSize');
    return [letters, size('label', 'minHeight') / letters]";

#[tokio::test]
async fn letters_are_those_of_the_page_but_never_too_small_to_read() {
    for (page, expected) in [("fonts_of_10_px", 16), ("fonts_of_30_px", 30)] {
        let host = Host::of(page).await;
        host.opens().await;
        host.browser.widget().is_live().await;
        let sizes: Value = host.browser.script(LETTERS, vec![]).await;
        assert_eq!(sizes, json!([expected, 3.5]), "{page}");
    }
}
