//! On a page that is read from right to left the layout is mirrored, and words keep their own direction.

use e2e::rules::Answers;
use e2e::{Browser, Device};
use serde_json::Value;

use crate::{comes_with_results, on_a_page};

/// Texts whose last letter is not at the end of its line, as happens to a full stop in the wrong direction.
const TURNED: &str = "
    const root = document.querySelector('shindan-widget').shadowRoot;
    const at = (node, from, to) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return [...range.getClientRects()].pop();
    };
    const turned = [];
    const walker = document.createTreeWalker(root.querySelector('.widget'), NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
        const text = node.data.trimEnd();
        if (!/[。.)）？?]$/.test(text) || text.length < 3 || !node.parentElement.checkVisibility()) { continue; }
        const [last, before] = [at(node, text.length - 1, text.length), at(node, text.length - 2, text.length - 1)];
        // On one line, as most are.
        if (last && before && Math.abs(last.top - before.top) < 2 && last.left < before.left) { turned.push(text.slice(-20)); }
    }
    return turned;";

async fn is_in_order(browser: &Browser, screen: &str) {
    browser.has_room(screen).await;
    let turned: Vec<String> = browser.script(TURNED, vec![]).await;
    assert!(turned.is_empty(), "{screen}: {turned:#?}");
}

#[tokio::test]
async fn from_right_to_left_nothing_is_cut_or_covered_and_no_sentence_is_turned() {
    for (device, lang) in [(Device::Phone, "ja"), (Device::Desktop, "en")] {
        let body = format!(
            "<script>document.documentElement.dir = 'rtl'</script>
            <shindan-widget lang={lang} cta-href='/a' lead=after></shindan-widget>"
        );
        let (_site, browser) = on_a_page(device, &body).await;
        let widget = browser.widget();
        widget.is_live().await;
        widget.sees_question("purpose").await;
        is_in_order(&browser, &format!("a question, {lang}")).await;
        let mirrored: bool = browser
            .script(
                "const root = document.querySelector('shindan-widget').shadowRoot;
                 const choice = root.querySelector('[part~=choice]');
                 return choice.querySelector('input').getBoundingClientRect().left > choice.querySelector('span').getBoundingClientRect().left",
                vec![],
            )
            .await;
        assert!(mirrored, "the box stands before its words, which is to the right");
        browser.shoots(&format!("rtl-question-{lang}")).await;

        comes_with_results(&browser, &Answers::with_a_cap(), 1).await;
        browser.script::<Value>("sessionStorage.clear()", vec![]).await;
        browser.reloads().await;
        widget.verdict().await;
        widget.presses_on("[part~=result] summary").await;
        widget.presses_on("[part~=submit]").await;
        is_in_order(&browser, &format!("a result, {lang}")).await;
        widget.shoots(&format!("rtl-result-{lang}")).await;
        browser.passes_axe(&format!("a result from right to left, {lang}")).await;
    }
}
