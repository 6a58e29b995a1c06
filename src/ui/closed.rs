//! What stands in the place of the first question on a day on which no run may begin.

use std::rc::Rc;

use messages::{MessageKey, Messages};
use yew::prelude::*;

use super::action::{Action, report};
use super::text::text;

/// Says on which day (`opens`, in words) it begins, or that it is over, and leads to the consultation at `href`.
pub(super) fn closed(
    opens: Option<&str>,
    href: Option<&Rc<str>>,
    messages: &Messages,
    on_action: &Callback<Action>,
) -> Html {
    let status = match opens {
        Some(date) => messages.fill(MessageKey::NotYet, &[("date", date)]),
        None => messages.shared(MessageKey::Over),
    };
    html! {
        <div key="closed" class="step end">
            <p role="status" tabindex="-1">{ text(&status) }</p>
            if let Some(href) = href {
                <p><a part="cta" href={Rc::clone(href)} onclick={report(on_action, Action::FollowCta(false))}>
                    { text(messages.get(MessageKey::StuckCta)) }
                </a></p>
            }
        </div>
    }
}
