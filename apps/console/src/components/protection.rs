//! The settings of the passphrase beside the open list: set, change, remove.

use staff::{Announcer, Button, ButtonKind};
use yew::prelude::*;

use super::choose_phrase::ChoosePhrase;
use super::passphrase_notice::passphrase_notice;
use crate::messages::Messages;
use crate::services::lock;

/// Properties of [`Protection`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ProtectionProps {
    pub(crate) messages: &'static Messages,
    pub(crate) announcer: Announcer,
    /// Whether there is a passphrase.
    pub(crate) has_phrase: bool,
    /// Receives whether there is one now.
    pub(crate) on_change: Callback<bool>,
    /// Locks the page.
    pub(crate) lock: Callback<()>,
}

/// The panel.
#[component]
pub(crate) fn Protection(props: &ProtectionProps) -> Html {
    let ProtectionProps { messages, announcer, has_phrase, on_change, lock } = props.clone();
    let is_choosing = use_state(|| false);
    let begin = {
        let is_choosing = is_choosing.clone();
        move |()| is_choosing.set(true)
    };
    let on_done = {
        let (announcer, on_change, is_choosing) = (announcer.clone(), on_change.clone(), is_choosing.clone());
        move |()| {
            is_choosing.set(false);
            announcer.announce(messages.phrase_set);
            on_change.emit(true);
        }
    };
    let remove = move |()| match lock::remove() {
        Ok(()) => {
            announcer.announce(messages.phrase_removed);
            on_change.emit(false);
        }
        Err(lock::Unavailable) => announcer.announce(messages.phrase_not_kept),
    };
    let inside = if *is_choosing {
        html! { <ChoosePhrase {messages} takes_focus=true {on_done} /> }
    } else if has_phrase {
        html! { <>
            <Button id="lockNow" label={messages.lock_now} onclick={lock} />
            <Button id="changePhrase" label={messages.change_phrase} onclick={begin} />
            <Button id="removePhrase" kind={ButtonKind::Danger} label={messages.remove_phrase} onclick={remove} />
        </> }
    } else if lock::is_possible() {
        html! { <Button id="changePhrase" label={messages.change_phrase} onclick={begin} /> }
    } else {
        html! {}
    };
    html! { <><div class="buttons">{ inside }</div>{ passphrase_notice(messages) }</> }
}
