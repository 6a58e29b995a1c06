//! The pass-phrase: what it keeps out, and when it closes.

use std::time::Duration;

use e2e::{Browser, Device, until};
use serde_json::Value;

use crate::{ConsolePage, lead};

const PHRASE: &str = "さくら2026";

/// Sets the pass-phrase on a device with one lead; the list is open then.
async fn with_a_phrase() -> ConsolePage {
    let console_page = ConsolePage::on(Device::Desktop).await;
    console_page.browser.has_a_clock().await;
    console_page.comes().await;
    console_page.holds(&[lead(1, &[])], "database", None).await;
    console_page.types("#phrase", PHRASE).await;
    console_page.types("#phrase-again", PHRASE).await;
    console_page.presses("#set-phrase").await;
    console_page.rests().await;
    console_page.lists(&[1]).await;
    console_page
}

/// Waits until the gate is closed, with nothing of a lead in the document.
async fn is_closed(browser: &Browser) {
    let script =
        "return document.querySelector('#unlock') !== null && !/hanako|試験1/.test(document.documentElement.innerHTML)";
    let closed = until(async || if browser.script::<bool>(script, vec![]).await { Ok(()) } else { Err(()) });
    closed.await.expect("the gate closes, and nothing of a lead stays in the document");
}

async fn enters(console_page: &ConsolePage, phrase: &str) {
    console_page.types("#phrase", phrase).await;
    console_page.presses("#unlock").await;
}

#[tokio::test]
async fn nothing_is_seen_before_the_right_phrase() {
    let console_page = with_a_phrase().await;
    console_page.browser.reloads().await;
    is_closed(&console_page.browser).await;
    enters(&console_page, "さくら2027").await;
    console_page.reads("that it is wrong", "[role=alert]", |text| text.contains("違います")).await;
    is_closed(&console_page.browser).await;
    // The same letters in half width.
    enters(&console_page, "さくら２０２６").await;
    console_page.rests().await;
    console_page.lists(&[1]).await;

    // Only a salted hash is kept, another one for the same phrase each time.
    let kept = async || {
        console_page.browser.script::<Value>("return JSON.parse(localStorage['shindan-console:lock'])", vec![]).await
    };
    let first = kept().await;
    assert!(!first.to_string().contains("2026") && first["rounds"].as_u64() >= Some(600_000), "{first}");
    console_page.presses("#changePhrase").await;
    console_page.types("#phrase", PHRASE).await;
    console_page.types("#phrase-again", PHRASE).await;
    console_page.presses("#set-phrase").await;
    console_page.waits_for_status("合言葉を決めました").await;
    let second = kept().await;
    assert!(first["salt"] != second["salt"] && first["hash"] != second["hash"], "{first} {second}");

    console_page.presses("#lockNow").await;
    is_closed(&console_page.browser).await;
    enters(&console_page, PHRASE).await;
    console_page.rests().await;
    console_page.presses("#removePhrase").await;
    console_page.waits_for_status("合言葉をなくしました").await;
    console_page.browser.reloads().await;
    console_page.reads("that one may be chosen", "#gate", |text| text.contains("合言葉を決めて")).await;
}

#[tokio::test]
async fn idle_hands_close_the_door() {
    let console_page = with_a_phrase().await;
    let passes = async |minutes| console_page.browser.lets_pass(Duration::from_mins(minutes)).await;
    passes(4).await;
    console_page.types("#find", "試験").await;
    passes(4).await;
    console_page.lists(&[1]).await;
    passes(2).await;
    is_closed(&console_page.browser).await;
    enters(&console_page, PHRASE).await;
    console_page.rests().await;

    // A question that was left open is answered by nobody else.
    console_page.presses("#pickAll").await;
    console_page.presses("#removePicked").await;
    console_page.reads("the question", "dialog", |text| text.contains("1件をこの端末から削除します")).await;
    passes(6).await;
    is_closed(&console_page.browser).await;
    let asks: bool = console_page.browser.script("return document.querySelector('dialog') !== null", vec![]).await;
    assert!(!asks, "the question is gone");
    enters(&console_page, PHRASE).await;
    console_page.rests().await;
    console_page.lists(&[1]).await;

    // A device that slept: its timers stood still, the clock did not, and the first touch comes too late.
    console_page.browser.sets_the_clock(10.0 / 60.0).await;
    console_page.presses("#find").await;
    is_closed(&console_page.browser).await;
}

#[tokio::test]
async fn a_phrase_is_long_enough_and_typed_twice_and_the_page_is_honest() {
    let console_page = ConsolePage::on(Device::Desktop).await;
    for (phrase, again, said) in [("short", "short", "6文字以上"), (PHRASE, "さくら2025", "2つの合言葉が違います")]
    {
        console_page.types("#phrase", phrase).await;
        console_page.types("#phrase-again", again).await;
        console_page.presses("#set-phrase").await;
        console_page.reads(said, "[role=alert]", |text| text.contains(said)).await;
    }
    let note = console_page.reads("what it does not do", ".gate .note", |_| true).await;
    for part in ["暗号にせずに", "開発者ツール", "画面ロック"] {
        assert!(note.contains(part), "{note}");
    }
}
