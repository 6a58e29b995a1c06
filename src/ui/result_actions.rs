//! What one does with a result: print it, copy links to it, keep it on the device.

use std::rc::Rc;

use messages::{MessageKey, Messages};
use session::ResultView;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::action::{Action, press};
use super::text::text;

/// What came of copying a link.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CopyStatus {
    /// Nothing was copied.
    #[default]
    Idle,
    /// It was copied.
    Copied,
    /// This link has to be copied by hand: the clipboard is blocked, or the page is served without https.
    Blocked(Rc<str>),
}

/// The fragment parameter of a link to a result, and whose result it is.
const RESULT: &str = "shindan";
const OF_OWNER: &str = "shindan-owner";
const OF_PROMOTER: &str = "shindan-promoter";

/// Print, links, and the consent to keep the result. What came of copying a link stands in `copy_status`; `link_field` is
/// where a link stands that has to be copied by hand.
pub(super) fn result_actions(
    view: &ResultView,
    messages: &Messages,
    (copy_status, link_field): (&CopyStatus, &NodeRef),
    on_action: &Callback<Action>,
) -> Html {
    let t = |key| text(messages.get(key));
    let link = |value: &Rc<str>, name: &'static str, label| {
        let copy = press(on_action, Action::CopyLink([name, "=", value].concat().into()));
        html! {
            <button class="quiet" part="share" name={name} value={Rc::clone(value)} onclick={copy}>{ t(label) }</button>
        }
    };
    let by_hand = match copy_status {
        CopyStatus::Blocked(link) => Some(Rc::clone(link)),
        CopyStatus::Idle | CopyStatus::Copied => None,
    };
    let keep = on_action.reform(|event: Event| {
        let input: Option<HtmlInputElement> = event.target_dyn_into();
        Action::Keep(input.is_some_and(|input| input.checked()))
    });
    html! {
        <section class="take">
            <h3>{ t(MessageKey::Take) }</h3>
            <div class="nav">
                <button class="quiet" part="print" onclick={press(on_action, Action::Print)}>{ t(MessageKey::Print) }</button>
                { link(&view.link, RESULT, MessageKey::CopyLink) }
            </div>
            <p>{ t(MessageKey::Pair) }</p>
            <div class="nav">
                { link(&view.code, OF_OWNER, MessageKey::LinkToPromoter) }
                { link(&view.code, OF_PROMOTER, MessageKey::LinkToOwner) }
            </div>
            <p role="status"><span hidden={*copy_status != CopyStatus::Copied}>{ t(MessageKey::Copied) }</span></p>
            <input ref={link_field.clone()} class="link" hidden={by_hand.is_none()} value={by_hand.clone()} readonly=true
                aria-label={Rc::clone(messages.get(MessageKey::Link))} />
            <label>
                <input type="checkbox" name=".keep" checked={view.kept} onchange={keep} />{ t(MessageKey::Keep) }
            </label>
        </section>
    }
}

/// Fields to fill in by hand, on paper only.
pub(super) fn paper_fields(messages: &Messages) -> Html {
    let fields = [MessageKey::ByHandDate, MessageKey::ByHandCompany, MessageKey::ByHandName];
    html! {
        <p class="by-hand">{ for fields.map(|key| html! { <span>{ text(messages.get(key)) }</span> }) }</p>
    }
}
