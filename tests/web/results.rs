//! The result, what is kept of it, and what ends a widget.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use yew::scheduler::flush;

use crate::asking::translate;
use crate::mounted_widget::*;

#[wasm_bindgen_test]
async fn a_finished_run_is_shown_again_without_being_told_again() {
    let widget = MountedWidget::with(&encoded(PACK), "/consultation", &format!(".shown=1&{DONE}")).await;
    assert_eq!(widget.find("[part~=score]").text_content().unwrap(), "100");
    assert_eq!(widget.find("[part~=level]").get_attribute("data-level").unwrap(), "prepare");
    assert_eq!(widget.find("[part~=cta]").get_attribute("href").unwrap(), "/consultation");
    assert_eq!(widget.calls(), ["ready"]);
}

#[wasm_bindgen_test]
async fn restart_begins_with_nothing() {
    let widget = MountedWidget::configured(&encoded(PACK), "{}", &format!(".shown=1&{DONE}")).await;
    widget.click("[part~=restart]").await;
    assert_eq!(widget.question(), "purpose");
    assert_eq!(widget.calls()[1..], ["save "]);
}

#[wasm_bindgen_test]
async fn the_call_to_action_and_the_offer_are_told() {
    let widget = MountedWidget::with(&encoded(PACK), "#", &format!(".shown=1&{DONE}")).await;
    widget.click("[part~=cta]").await;
    widget.click("[part~=offer]").await;
    assert_eq!(widget.calls()[1..], ["cta ", "begin executive"]);
}

#[wasm_bindgen_test]
async fn keeping_keeps_the_very_code_of_the_links_and_forgets_it_again() {
    let widget = MountedWidget::configured(&encoded(PACK), "{}", &format!(".shown=1&{DONE}")).await;
    let codes = widget.all("[part~=share]", "value");
    assert_eq!(codes, [code(), code(), code()]);
    assert_eq!(widget.all("[part~=share]", "name"), ["shindan", "shindan-owner", "shindan-promoter"]);
    widget.click("[name='.keep']").await;
    assert!(widget.has("[name='.keep']:checked"));
    widget.click("[name='.keep']").await;
    assert!(!widget.has("[name='.keep']:checked"));
    assert_eq!(widget.calls()[1..], [format!("keep {}", code()), "keep ".to_owned()]);
}

#[wasm_bindgen_test]
async fn what_cannot_be_kept_is_not_shown_as_kept() {
    let widget = MountedWidget::configured(&encoded(PACK), "{}", &format!(".shown=1&{DONE}")).await;
    Function::new_no_args("arguments[0].session.entry = () => undefined")
        .call1(&JsValue::NULL, &widget.loader)
        .unwrap();
    widget.click("[name='.keep']").await;
    assert!(!widget.has("[name='.keep']:checked"));
}

#[wasm_bindgen_test]
async fn what_is_kept_is_ticked_and_a_verdict_replaces_it() {
    let widget = MountedWidget::with_kept(DONE, &code()).await;
    assert!(widget.has("[name='.keep']:checked"));
    assert_eq!(widget.calls().last().unwrap(), &format!("keep {}", code()));
    assert!(widget.text("[part~=compared] h3").contains("年"), "the day in words");
    assert_eq!(widget.all("[part~=compared] tr", "part").len(), 2, "the columns' names and the verdicts");
}

#[wasm_bindgen_test]
async fn an_opened_result_names_its_day_and_is_not_told() {
    let widget = MountedWidget::configured(&encoded(PACK), "{}", &format!(".open={}", code())).await;
    assert_eq!(widget.text("[part~=score]"), "100");
    assert!(widget.text("h2 + p").contains("年"));
    assert_eq!(widget.calls(), ["ready".to_owned(), format!("save .shown=1&.day={}&{DONE}", today())]);
    widget.click("[part~=restart]").await;
    assert_eq!(widget.calls()[2..], [format!("save .earlier={}", code())]);
}

#[wasm_bindgen_test]
async fn the_other_person_is_named_before_and_shown_after() {
    let widget = MountedWidget::configured(&encoded(PACK), "{}", &format!(".owner={}", code())).await;
    assert!(widget.text(".notice").contains("もう一人"));
    assert_eq!(widget.calls(), ["ready"], "what the loader has kept stays as it is");
    for choice in ["met", "met", "met", "met", "met", "none"] {
        widget.answer(choice).await;
    }
    widget.is_whole().await;
    assert!(!widget.has(".notice"));
    assert!(widget.text("[part~=compared]").contains("お二人の答えは同じでした"));
}

#[wasm_bindgen_test]
async fn a_code_that_does_not_hold_gives_one_line_until_the_first_answer() {
    for wrong in ["x", "", "%3Cimg%3E", "<img src=x>"] {
        let widget = MountedWidget::configured(&encoded(PACK), "{}", &format!(".open={wrong}")).await;
        assert_eq!((widget.question().as_str(), widget.calls()), ("purpose", vec!["ready".into(), "save ".into()]));
        assert!(widget.text(".notice").contains("リンク") && !widget.has("img"));
        widget.click("input[value=met]").await;
        assert!(!widget.has(".notice"));
    }
}

#[wasm_bindgen_test]
async fn trying_changes_the_live_line_and_nothing_outside() {
    let widget = MountedWidget::configured(&encoded(PACK), "{}", &format!(".shown=1&{DONE}")).await;
    let hint = widget.text(".what-if");
    assert_eq!(widget.all(".picture input", "name"), ["authority", "time", "skill"]);
    translate(&widget.root);
    widget.click(".picture [name=authority]").await;
    assert!(widget.has(".picture [name=authority]:checked"));
    assert!(widget.text(".what-if").contains("100点「要準備」"), "{}", widget.text(".what-if"));
    widget.click(".picture [name=authority]").await;
    assert!(!widget.has(".picture :checked"));
    assert_eq!(widget.text(".what-if"), hint);
    assert_eq!(widget.calls(), ["ready"]);
}

#[wasm_bindgen_test]
async fn drawings_are_drawings_with_a_name_and_a_length() {
    let run = format!(".shown=1&{}", DONE.replacen("purpose=met", "purpose=partly", 1));
    let widget = MountedWidget::configured(&encoded(PACK), "{}", &run).await;
    let drawn = widget.root.query_selector_all("svg, path").unwrap();
    for at in 0..drawn.length() {
        let node: Element = drawn.get(at).unwrap().unchecked_into();
        assert_eq!(node.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
    }
    let names = widget.all("svg[role=img]", "aria-label");
    assert_eq!(names.len(), 1 + 8, "the score, and each question: {names:?}");
    assert_eq!(
        (names[0].as_str(), names[1].as_str(), names[6].as_str()),
        ("スコア 90/ 100点", "満点の50%", "満たしていません")
    );
    assert_eq!(widget.all(".ring .value", "stroke-dasharray"), ["90 101"]);
    assert_eq!(widget.all(".bar .value", "stroke-dasharray")[..2], ["50 101", "100 101"]);
    assert_eq!(widget.all(".light .value", "stroke-dasharray"), ["0 101"; 3]);
    assert_eq!(widget.all(".ring .value", "pathLength"), ["100"]);
    widget.click(".picture [name=purpose]").await;
    assert_eq!(widget.all(".ring .tried", "stroke-dasharray"), ["100 101"]);
    assert_eq!(widget.all(".ring .value", "stroke-dasharray"), ["90 101"], "the true score stays");
}

#[wasm_bindgen_test]
async fn what_is_no_pack_is_refused_with_the_mend() {
    let pack = encoded(PACK);
    for broken in ["", "<!doctype html>", &pack[..pack.len() / 2], &pack.replacen("pack 3", "pack 2", 1)] {
        let widget = MountedWidget::configured(broken, "{}", "").await;
        assert!(widget.result.is_err_and(|words| words.contains("upload all files again")));
        assert_eq!(widget.root.inner_html(), "");
    }
}

#[wasm_bindgen_test]
async fn markup_in_a_pack_or_a_setting_is_text() {
    let mark = "<img src=x onerror=boom()>";
    let config = format!(r#"{{ "cta": {{ "href": "/c", "label": {{ "prepare": "{mark}" }} }} }}"#);
    let pack = encoded(&PACK.replacen("AI導入の準備度診断", mark, 1));
    let widget = MountedWidget::configured(&pack, &config, DONE).await;
    assert!(!widget.has("img"));
    assert!(widget.find("h2").text_content().unwrap().contains(mark));
    assert_eq!(widget.find("[part~=cta]").text_content().unwrap(), mark);
}

#[wasm_bindgen_test]
async fn without_a_link_there_is_no_call_to_action() {
    let widget = MountedWidget::configured(&encoded(PACK), "{}", DONE).await;
    assert!(!widget.has("[part~=cta]"));
}

#[wasm_bindgen_test]
async fn destroying_leaves_nothing() {
    let widget = MountedWidget::new().await;
    widget.result.unwrap().destroy();
    flush().await;
    assert_eq!(widget.root.inner_html(), "");
}

#[wasm_bindgen_test]
async fn others_are_asked_for_once_where_the_owner_names_a_file() {
    let config = r#"{ "benchmark": "./others.json" }"#;
    let widget = MountedWidget::configured(&encoded(PACK), config, &format!(".shown=1&{DONE}")).await;
    assert_eq!(widget.calls()[1], "text ./others.json", "{:?}", widget.calls());
    widget.click("[name='.keep']").await;
    widget.is_called("show_benchmark readiness").await;
    for wanted in ["text ./others.json", "show_benchmark readiness"] {
        assert_eq!(widget.calls().iter().filter(|call| *call == wanted).count(), 1, "{:?}", widget.calls());
    }
    let widget = MountedWidget::configured(&encoded(PACK), "{}", &format!(".shown=1&{DONE}")).await;
    assert_eq!(widget.calls(), ["ready"], "without a file nobody is asked");
}

#[wasm_bindgen_test]
async fn at_a_stand_there_is_a_code_and_elsewhere_a_picture_and_a_mail() {
    let stand = r#"{ "lead": { "kiosk": 90 } }"#;
    let widget = MountedWidget::configured(&encoded(PACK), stand, &format!(".shown=1&{DONE}")).await;
    assert!(widget.has("[part~=qr]") && !widget.has("[part~=picture], [part~=mail]"));
    assert!(widget.has(".qr[hidden]"));
    widget.click("[part~=qr]").await;
    widget.comes_to(".qr:not([hidden])").await;
    assert!(widget.text(".actions [role=status]").contains("QRコード"));
    let opened = MountedWidget::configured(&encoded(PACK), stand, &format!(".open={}", code())).await;
    assert!(
        !opened.has("[part~=qr]") && opened.has("[part~=picture]") && opened.has("a[part~=mail][href^='mailto:?']")
    );
}
