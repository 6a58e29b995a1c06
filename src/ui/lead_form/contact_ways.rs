//! The owner's phone and mail, for a respondent who cannot use the form.

use messages::{LeadMessageKey, Messages};
use settings::Contact;
use yew::prelude::*;

use crate::ui::text::text;

/// Links to call and to write, where the owner gave them.
pub(super) fn contact_ways(contact: &Contact, messages: &Messages) -> Html {
    html! {
        if contact.tel.is_some() || contact.mail.is_some() {
            <div key="ways" class="nav">
                if let Some(mail) = &contact.mail {
                    <a key="mail" href={mail.clone()} class="contact-link">{ text(messages.get(LeadMessageKey::Write)) }</a>
                }
                { for contact.tel.as_deref().map(|tel| call_link(tel, messages)) }
            </div>
        }
    }
}

/// A link that calls.
pub(super) fn call_link(tel: &str, messages: &Messages) -> Html {
    let number: String = tel.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    html! {
        <a key="call" href={["tel:", &number].concat()} class="contact-link">
            { text(&messages.fill(LeadMessageKey::Call, &[("tel", tel)])) }
        </a>
    }
}
