//! The passphrase gate, shown until the list may be seen.

use staff::{Button, ButtonKind, Field, InputKind, TextInput, use_tasks};
use yew::prelude::*;

use super::choose_phrase::ChoosePhrase;
use super::passphrase_notice::passphrase_notice;
use crate::messages::Messages;
use crate::services::lock;

/// Properties of [`Gate`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct GateProps {
    pub(crate) messages: &'static Messages,
    /// Called when the list may be seen.
    pub(crate) on_open: Callback<()>,
}

/// Asks for the passphrase, or for a new one.
#[component]
pub(crate) fn Gate(props: &GateProps) -> Html {
    let GateProps { messages, on_open } = props.clone();
    let (title, inside) = if lock::is_set() {
        (messages.locked, html! { <EnterPhrase {messages} {on_open} /> })
    } else if lock::is_possible() {
        (
            messages.choose_phrase,
            html! { <>
                <ChoosePhrase {messages} on_done={on_open.clone()} />
                <div class="buttons"><Button id="without" label={messages.without_phrase} onclick={on_open} /></div>
            </> },
        )
    } else {
        (
            messages.no_lock,
            html! { <>
                <p>{ messages.no_lock_help }</p>
                <Button id="without" kind={ButtonKind::Main} label={messages.open_list} onclick={on_open} />
            </> },
        )
    };
    html! {
        <section aria-labelledby="gate" class="gate">
            <h2 id="gate" tabindex="-1">{ title }</h2>
            { inside }
            { passphrase_notice(messages) }
        </section>
    }
}

#[component]
fn EnterPhrase(props: &GateProps) -> Html {
    let GateProps { messages, on_open } = props.clone();
    let (tasks, phrase) = (use_tasks(), use_state(String::new));
    let status = use_state(|| AttrValue::Static(""));
    let onsubmit = {
        let (phrase, status) = (phrase.clone(), status.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            status.set("".into());
            let (phrase, status, on_open) = (phrase.clone(), status.clone(), on_open.clone());
            tasks.spawn(async move {
                match lock::is_right(&phrase).await {
                    Ok(true) => on_open.emit(()),
                    Ok(false) => {
                        phrase.set(String::new());
                        staff::focus("phrase");
                        status.set(messages.phrase_wrong.into());
                    }
                    Err(lock::Unavailable) => status.set(messages.phrase_not_kept.into()),
                }
            });
        })
    };
    let on_input = {
        let phrase = phrase.clone();
        move |text| phrase.set(text)
    };
    html! {
        <form {onsubmit}>
            <Field id="phrase" label={messages.phrase}>
                <TextInput
                    id="phrase"
                    kind={InputKind::Password}
                    value={(*phrase).clone()}
                    autocomplete="current-password"
                    required=true
                    described_by="phrase-status"
                    {on_input}
                />
            </Field>
            <button class="main" id="unlock">{ messages.unlock }</button>
            <p class="help">{ messages.forgotten }</p>
            <p id="phrase-status" role="alert">{ &*status }</p>
        </form>
    }
}
