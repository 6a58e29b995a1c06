//! From the hand-over through the questions.

use diagnosis::Pack;
use gloo::utils::document;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use yew::scheduler::flush;

use crate::mounted_widget::*;

#[wasm_bindgen_test]
async fn nothing_is_told_before_the_view_is_shown() {
    let mut widget = MountedWidget::mounted(&encoded(PACK), "{}", DONE).await;
    assert_eq!(widget.calls(), ["ready"]);
    assert!(widget.handle().catch_up());
    flush().await;
    let calls = widget.calls();
    assert_eq!(calls[1], format!("save .shown=1&{DONE}"));
    assert!(calls[2].starts_with("complete readiness 1.3.0 "), "{calls:?}");
    assert!(calls[2].ends_with(" 100 prepare promoter promoter prepare authority time skill"), "{calls:?}");
}

#[wasm_bindgen_test]
async fn what_the_stepper_did_meanwhile_is_taken_up() {
    let mut widget = MountedWidget::mounted(&encoded(PACK), "{}", "").await;
    assert_eq!(widget.question(), "purpose");
    let run = ".at=measurement&purpose=met&involvement=unmet";
    widget.leaves(run);
    assert!(!widget.handle().catch_up());
    flush().await;
    assert_eq!((widget.question().as_str(), widget.calls()), ("measurement", vec!["ready".to_owned(); 2]));
    assert!(widget.handle().catch_up());
}

#[wasm_bindgen_test]
async fn choosing_selects_and_next_goes_on() {
    let widget = MountedWidget::new().await;
    widget.click("input[value=partly]").await;
    assert!(widget.has("input[value=partly]:checked"));
    widget.click("[part~=next]").await;
    assert_eq!(widget.question(), "involvement");
    assert!(!widget.has(":checked"), "the answer was taken for the next question too");
    let expected = ["ready", "save .at=purpose&purpose=partly", "start ", "save .at=involvement&purpose=partly"];
    assert_eq!(widget.calls()[..4], expected);
    assert_eq!(widget.calls()[4..], ["answer purpose 1 8"]);
    assert!(document().active_element().is_some_and(|focused| focused.tag_name() == "LEGEND"));
}

#[wasm_bindgen_test]
async fn a_tap_chooses_and_goes_on_and_a_click_without_a_position_does_not() {
    let widget = MountedWidget::new().await;
    widget.click("[part~=choice]").await;
    assert_eq!(widget.question(), "purpose");
    let tap = "arguments[0].dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true, cancelable: true, composed: true }))";
    Function::new_no_args(tap).call1(&JsValue::NULL, &widget.find("[part~=choice]")).unwrap();
    flush().await;
    assert_eq!(widget.question(), "involvement");
}

#[wasm_bindgen_test]
async fn going_on_without_a_choice_reminds_of_it() {
    let widget = MountedWidget::new().await;
    assert!(widget.has("[role=alert][hidden]"));
    widget.click("[part~=next]").await;
    assert!(!widget.has("[role=alert][hidden]"));
    assert_eq!((widget.question().as_str(), widget.calls()), ("purpose", vec!["ready".to_owned()]));
}

#[wasm_bindgen_test]
async fn a_text_that_somebody_else_replaced_is_made_anew_with_the_next_question() {
    let widget = MountedWidget::new().await;
    translate(&widget.root);
    widget.answer("met").await;
    translate(&widget.root);
    widget.answer("unmet").await;
    assert_eq!(widget.question(), "measurement");
    let pack = Pack::read(&serde_json::from_str(PACK).unwrap()).unwrap();
    let question = &pack.questions()[2];
    assert!(widget.text("legend").ends_with(&*question.text), "{}", widget.text("legend"));
    let labels: Vec<String> = question.choices.iter().map(|choice| choice.label.to_string()).collect();
    for label in labels {
        assert!(widget.text("fieldset").contains(&label), "{label}");
    }
}

/// Puts an element in the place of each text, as browsers' translators do.
pub(crate) fn translate(root: &Element) {
    let script = "const walker = document.createTreeWalker(arguments[0], NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) { texts.push(walker.currentNode); }
        for (const text of texts) {
            const font = document.createElement('font');
            font.append(document.createElement('font'));
            font.firstChild.textContent = `[${text.data}]`;
            text.replaceWith(font);
        }";
    Function::new_no_args(script).call1(&JsValue::NULL, root).unwrap();
}
