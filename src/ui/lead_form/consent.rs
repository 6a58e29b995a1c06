//! The texts beside the button: purpose of use, data that is sent along, the owner's policy, and marketing mail.

use std::rc::Rc;

use messages::{LeadMessageKey, Messages};
use settings::LeadSettings;
use yew::prelude::*;

use super::wording::Wording;
use crate::ui::text::text;

/// The purpose of use, in the owner's words or in the default ones.
fn purpose_text(settings: &LeadSettings, messages: &Messages) -> Rc<str> {
    settings.purpose.as_deref().map_or_else(|| messages.shared(LeadMessageKey::Purpose), Rc::from)
}

/// The purpose of use, the data that is sent along, and the policy.
pub(super) fn purpose(settings: &LeadSettings, messages: &Messages, wording: Wording) -> Html {
    html! {
        <>
            <p>{ text(&purpose_text(settings, messages)) }</p>
            <p>{ text(messages.get(wording.along)) }</p>
            if let Some(href) = &settings.policy_href {
                <p>
                    <a href={href.clone()} class="contact-link" target="_blank" rel="noopener">
                        { text(messages.get(LeadMessageKey::Policy)) }
                    </a>
                </p>
            }
        </>
    }
}

/// The texts that the privacy box covers.
pub(super) fn privacy_text(settings: &LeadSettings, messages: &Messages, wording: Wording) -> String {
    let (purpose, along) = (purpose_text(settings, messages), messages.get(wording.along));
    let policy = settings.policy_href.as_deref();
    let parts = [Some(&*purpose), Some(&**along), policy, Some(&**messages.get(LeadMessageKey::Privacy))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The consent to marketing mail with its sender, where the owner asks for it.
pub(super) fn marketing_text(settings: &LeadSettings, messages: &Messages) -> Option<Rc<str>> {
    let marketing = settings.marketing.as_ref()?;
    let consent = marketing.text.as_deref().unwrap_or(messages.get(LeadMessageKey::Marketing));
    Some(messages.fill(LeadMessageKey::Sender, &[("sender", &marketing.sender), ("text", consent)]))
}
