//! The actions of a result: print it, copy links to it, save it as a picture, mail it, show it as a QR code, keep it on the device.

use std::rc::Rc;

use messages::{MessageKey, Messages};
use session::ResultView;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::action::{Action, press};
use super::text::{live_text, text};

/// Outcome of the last result action.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ResultActionStatus {
    /// No action has ended yet.
    #[default]
    Idle,
    /// A link was copied.
    Copied,
    /// The QR code is shown.
    QrShown,
    /// The picture was saved.
    PictureSaved,
    /// The picture could not be saved.
    PictureFailed,
    /// This link has to be copied by hand: the clipboard is blocked, the page is served without https, or there is no QR code
    /// for it.
    ManualCopy(Rc<str>),
}

impl ResultActionStatus {
    /// The message that reports it; `None` where there is nothing to report.
    fn message(&self) -> Option<MessageKey> {
        match self {
            Self::Idle | Self::ManualCopy(_) => None,
            Self::Copied => Some(MessageKey::Copied),
            Self::QrShown => Some(MessageKey::QrShown),
            Self::PictureSaved => Some(MessageKey::PictureSaved),
            Self::PictureFailed => Some(MessageKey::PictureFailed),
        }
    }
}

/// State of the result actions.
#[derive(Clone, Debug, Default)]
pub struct ResultActionState {
    /// Outcome of the last one.
    pub status: ResultActionStatus,
    /// The field with a link to be copied by hand.
    pub link_field: NodeRef,
    /// Where the QR code is drawn.
    pub qr: NodeRef,
    /// Whether it is drawn there.
    pub has_qr: bool,
    /// The link that opens a mail to oneself. At a stand, whose programs and files are not the visitor's, there is none, and
    /// no picture: there is a QR code instead.
    pub mail_link: Option<String>,
}

/// The fragment parameter of a link to a result, and whose result it is.
const RESULT: &str = "shindan";
const OF_OWNER: &str = "shindan-owner";
const OF_PROMOTER: &str = "shindan-promoter";

/// The fragment of a link that shows this result.
pub(super) fn link_to(view: &ResultView) -> Rc<str> {
    [RESULT, "=", &view.link].concat().into()
}

/// The subject of a mail with that link.
pub(super) fn mail_subject(view: &ResultView, messages: &Messages) -> String {
    [messages.get(MessageKey::Result), ": ", &view.title].concat()
}

/// Print, links, picture, and the consent to keep the result.
pub(super) fn result_actions(
    view: &ResultView,
    messages: &Messages,
    state: &ResultActionState,
    on_action: &Callback<Action>,
) -> Html {
    let t = |key| text(messages.get(key));
    let link = |value: &Rc<str>, name: &'static str, label| {
        let copy = press(on_action, Action::CopyLink([name, "=", value].concat().into()));
        html! {
            <button class="quiet" part="share" name={name} value={Rc::clone(value)} onclick={copy}>{ t(label) }</button>
        }
    };
    let manual_link = match &state.status {
        ResultActionStatus::ManualCopy(link) => Some(Rc::clone(link)),
        _ => None,
    };
    let keep = on_action.reform(|event: Event| {
        let input: Option<HtmlInputElement> = event.target_dyn_into();
        Action::Keep(input.is_some_and(|input| input.checked()))
    });
    html! {
        <section class="actions">
            <h3>{ t(MessageKey::ResultActions) }</h3>
            <div class="nav">
                <button class="quiet" part="print" onclick={press(on_action, Action::Print)}>{ t(MessageKey::Print) }</button>
                { link(&view.link, RESULT, MessageKey::CopyLink) }
                if let Some(href) = &state.mail_link {
                    <button class="quiet" part="picture" onclick={press(on_action, Action::SavePicture)}>
                        { t(MessageKey::Picture) }
                    </button>
                    <a part="mail" href={href.clone()}>{ t(MessageKey::Mail) }</a>
                } else {
                    <button class="quiet" part="qr" onclick={press(on_action, Action::ShowQr(link_to(view)))}>
                        { t(MessageKey::Qr) }
                    </button>
                }
            </div>
            <div ref={state.qr.clone()} class="qr" hidden={!state.has_qr} role="img"
                aria-label={Rc::clone(messages.get(MessageKey::QrLabel))}></div>
            <p>{ t(MessageKey::Pair) }</p>
            <div class="nav">
                { link(&view.code, OF_OWNER, MessageKey::LinkToPromoter) }
                { link(&view.code, OF_PROMOTER, MessageKey::LinkToOwner) }
            </div>
            <p role="status">{ for state.status.message().map(|key| live_text(messages.get(key))) }</p>
            <input ref={state.link_field.clone()} class="link" hidden={manual_link.is_none()} value={manual_link.clone()} readonly=true
                aria-label={Rc::clone(messages.get(MessageKey::Link))} />
            <label>
                <input type="checkbox" name=".keep" checked={view.is_saved} onchange={keep} />{ t(MessageKey::Keep) }
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
