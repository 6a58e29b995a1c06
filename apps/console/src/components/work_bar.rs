//! Progress of long work.

use staff::Button;
use yew::prelude::*;

use crate::messages::Messages;
use crate::work::Work;

/// Properties of [`WorkBar`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WorkBarProps {
    pub(crate) messages: &'static Messages,
    pub(crate) work: Work,
}

/// A progress bar with a text and a cancel button; hidden while no long work runs.
#[component]
pub(crate) fn WorkBar(props: &WorkBarProps) -> Html {
    let WorkBarProps { messages, work } = props.clone();
    let progress = work.progress().filter(|progress| progress.is_long);
    let (text, done, total) = match progress {
        Some(now) => (messages.progress(&now.job.text(messages), &now.total, &now.done), now.done, now.total),
        None => (String::new(), 0, 1),
    };
    let cancel = move |()| work.cancel();
    html! {
        <div class="work" hidden={progress.is_none()}>
            <span id="progress-text">{ text }</span>
            <progress
                id="progress"
                aria-labelledby="progress-text"
                max={total.max(1).to_string()}
                value={done.to_string()}
            />
            <Button id="cancel" label={messages.cancel} onclick={cancel} />
        </div>
    }
}
