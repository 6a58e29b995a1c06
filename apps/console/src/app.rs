//! The page.

use staff::{Page, use_language};
use yew::prelude::*;

use crate::words::Words;

/// The page.
#[component]
pub(crate) fn App() -> Html {
    let language = use_language("shindan-console:language");
    let words = Words::of(language.language);
    html! {
        <Page title={words.title} intro={words.intro} private={words.private} other_language={words.language} {language}>
            { "…" }
        </Page>
    }
}
