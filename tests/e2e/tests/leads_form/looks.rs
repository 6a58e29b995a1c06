//! How it looks and feels: axe, room for fingers, narrow windows, both schemes, and no pointer at all.

use e2e::{Device, Key, needs};
use serde_json::{Value, json};

use crate::FormPage;
use crate::form_page::to_a_webhook;

fn everything() -> Value {
    json!({
        "fields": ["company", "last_name", "first_name", "email", "phone", "title", "size", "message"],
        "privacy_href": "/privacy",
        "marketing": { "sender": "株式会社見本" },
        "contact": { "tel": "03-0000-0000", "mail": "desk@example.com" },
    })
}

async fn on(device: Device) -> FormPage {
    FormPage::of(device, "", |url| to_a_webhook(&everything(), url)).await.comes_to_the_result().await
}

/// Everything to press in the place of the form that is smaller than a fingertip.
const SMALL: &str = "
    const place = document.querySelector('shindan-widget').shadowRoot.querySelector('.lead');
    const targets = [...place.querySelectorAll('input, select, textarea, button, a, summary')]
        .filter((one) => !one.closest('[aria-hidden]')).map((one) => (one.type === 'checkbox' ? one.closest('label') : one));
    return targets.map((one) => [one.textContent || one.name, one.getBoundingClientRect().height]).filter(([, height]) => height < 44);";

async fn is_sound(form_page: &FormPage, screen: &str) {
    for scheme in ["light", "dark"] {
        form_page.browser.prefers(&[("prefers-color-scheme", scheme)]).await;
        form_page.browser.passes_axe(&format!("{screen}, {scheme}")).await;
        form_page.browser.widget().shoots(&format!("lead-{screen}-{scheme}")).await;
    }
    let small: Vec<(String, f64)> = form_page.browser.script(SMALL, vec![]).await;
    assert!(small.is_empty(), "{screen}: too small to press: {small:?}");
    let wide: bool = form_page.browser.script("return document.documentElement.scrollWidth > innerWidth", vec![]).await;
    assert!(!wide, "{screen}: something sticks out");
}

async fn every_screen(device: Device, name: &str) {
    let form_page = on(device).await;
    is_sound(&form_page, &format!("form-{name}")).await;
    form_page.fills("email", "taro＠").await;
    form_page.submits().await;
    form_page.shows("a summary", |form| !form.summary.is_empty()).await;
    form_page.presses("送信する内容をすべて見る").await;
    is_sound(&form_page, &format!("wrong-{name}")).await;
    form_page.receiver.does([xtask::site::ScriptedResponse::answers(404)]);
    form_page.sends().await;
    form_page.reads("設定に問題").await;
    is_sound(&form_page, &format!("status-{name}")).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone() {
    needs!(Preferences);
    every_screen(Device::Phone, "phone").await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_desk() {
    needs!(Preferences);
    every_screen(Device::Desktop, "desktop").await;
}

#[tokio::test]
async fn nothing_sticks_out_of_320_pixels() {
    needs!(Narrow);
    let form_page = on(Device::Desktop).await;
    form_page.browser.fills(320, 800).await;
    form_page.submits().await;
    form_page.shows("a summary", |form| !form.summary.is_empty()).await;
    let out: Vec<String> = form_page
        .browser
        .script(
            "const root = document.querySelector('shindan-widget').shadowRoot;
             return [...root.querySelectorAll('.lead *')].filter((one) => !one.closest('.trap') && one.getBoundingClientRect().right > 320.5).map((one) => one.outerHTML.slice(0, 80))",
            vec![],
        )
        .await;
    assert!(out.is_empty(), "{out:#?}");
}

#[tokio::test]
async fn the_whole_form_is_filled_in_and_sent_without_a_pointer() {
    let form_page = on(Device::Desktop).await;
    let tabs_to = async |name: &str| {
        for _ in 0..40 {
            form_page.browser.presses(Key::Tab).await;
            let focus = form_page.browser.focus().await;
            if focus.name == name || focus.part == name {
                assert!(focus.ring, "{name} shows that it has the focus: {focus:?}");
                return;
            }
        }
        panic!("Tab does not come to {name}");
    };
    form_page.browser.focuses("the result", |focus| focus.in_result).await;
    tabs_to("company").await;
    form_page.browser.types("見本商会").await;
    tabs_to("email").await;
    form_page.browser.types("taro@example.co.jp").await;
    tabs_to("privacy").await;
    form_page.browser.presses(Key::Space).await;
    tabs_to("submit").await;
    form_page.browser.presses(Key::Enter).await;
    form_page.reads("送信が完了しました").await;
    assert_eq!(form_page.gets(1)["contact"]["company"], "見本商会");
}
