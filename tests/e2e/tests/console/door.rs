//! The pass-phrase: what it keeps out, and when it closes.

use std::time::Duration;

use e2e::{Browser, Device, until};
use serde_json::Value;

use crate::{Desk, lead};

const PHRASE: &str = "さくら2026";

/// Sets the pass-phrase on a device with one lead; the list is open then.
async fn with_a_phrase() -> Desk {
    let desk = Desk::on(Device::Desktop).await;
    desk.browser.has_a_clock().await;
    desk.comes().await;
    desk.holds(&[lead(1, &[])], "database", None).await;
    desk.types("#phrase", PHRASE).await;
    desk.types("#phrase-again", PHRASE).await;
    desk.presses("#set-phrase").await;
    desk.rests().await;
    desk.lists(&[1]).await;
    desk
}

/// Waits until the door is closed, with nothing of a lead in the document.
async fn is_closed(browser: &Browser) {
    let look =
        "return document.querySelector('#unlock') !== null && !/hanako|試験1/.test(document.documentElement.innerHTML)";
    let closed = until(async || if browser.script::<bool>(look, vec![]).await { Ok(()) } else { Err(()) });
    closed.await.expect("the door closes, and nothing of a lead stays in the document");
}

async fn enters(desk: &Desk, phrase: &str) {
    desk.types("#phrase", phrase).await;
    desk.presses("#unlock").await;
}

#[tokio::test]
async fn nothing_is_seen_before_the_right_phrase() {
    let desk = with_a_phrase().await;
    desk.browser.reloads().await;
    is_closed(&desk.browser).await;
    enters(&desk, "さくら2027").await;
    desk.reads("that it is wrong", "[role=alert]", |text| text.contains("違います")).await;
    is_closed(&desk.browser).await;
    // The same letters in half width.
    enters(&desk, "さくら２０２６").await;
    desk.rests().await;
    desk.lists(&[1]).await;

    // Only a salted hash is kept, another one for the same phrase each time.
    let kept =
        async || desk.browser.script::<Value>("return JSON.parse(localStorage['shindan-console:lock'])", vec![]).await;
    let first = kept().await;
    assert!(!first.to_string().contains("2026") && first["rounds"].as_u64() >= Some(600_000), "{first}");
    desk.presses("#changePhrase").await;
    desk.types("#phrase", PHRASE).await;
    desk.types("#phrase-again", PHRASE).await;
    desk.presses("#set-phrase").await;
    desk.hears("合言葉を決めました").await;
    let second = kept().await;
    assert!(first["salt"] != second["salt"] && first["hash"] != second["hash"], "{first} {second}");

    desk.presses("#lockNow").await;
    is_closed(&desk.browser).await;
    enters(&desk, PHRASE).await;
    desk.rests().await;
    desk.presses("#removePhrase").await;
    desk.hears("合言葉をなくしました").await;
    desk.browser.reloads().await;
    desk.reads("that one may be chosen", "#door", |text| text.contains("合言葉を決めて")).await;
}

#[tokio::test]
async fn idle_hands_close_the_door() {
    let desk = with_a_phrase().await;
    let passes = async |minutes| desk.browser.lets_pass(Duration::from_mins(minutes)).await;
    passes(4).await;
    desk.types("#find", "試験").await;
    passes(4).await;
    desk.lists(&[1]).await;
    passes(2).await;
    is_closed(&desk.browser).await;
    enters(&desk, PHRASE).await;
    desk.rests().await;

    // A question that was left open is answered by nobody else.
    desk.presses("#pickAll").await;
    desk.presses("#removePicked").await;
    desk.reads("the question", "dialog", |text| text.contains("1件をこの端末から削除します")).await;
    passes(6).await;
    is_closed(&desk.browser).await;
    let asks: bool = desk.browser.script("return document.querySelector('dialog') !== null", vec![]).await;
    assert!(!asks, "the question is gone");
    enters(&desk, PHRASE).await;
    desk.rests().await;
    desk.lists(&[1]).await;

    // A device that slept: its timers stood still, the clock did not, and the first touch comes too late.
    desk.browser.sets_the_clock(10.0 / 60.0).await;
    desk.presses("#find").await;
    is_closed(&desk.browser).await;
}

#[tokio::test]
async fn a_phrase_is_long_enough_and_typed_twice_and_the_page_is_honest() {
    let desk = Desk::on(Device::Desktop).await;
    for (phrase, again, said) in [("short", "short", "6文字以上"), (PHRASE, "さくら2025", "2つの合言葉が違います")]
    {
        desk.types("#phrase", phrase).await;
        desk.types("#phrase-again", again).await;
        desk.presses("#set-phrase").await;
        desk.reads(said, "[role=alert]", |text| text.contains(said)).await;
    }
    let note = desk.reads("what it does not do", ".door .note", |_| true).await;
    for part in ["暗号にせずに", "開発者ツール", "画面ロック"] {
        assert!(note.contains(part), "{note}");
    }
}
