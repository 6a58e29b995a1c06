//! Lets staff set a passphrase.

use staff::{Field, InputKind, TextInput, use_tasks};
use yew::prelude::*;

use crate::messages::Messages;
use crate::services::lock;

/// Properties of [`ChoosePhrase`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChoosePhraseProps {
    pub(crate) messages: &'static Messages,
    /// Whether it takes the focus at once.
    #[prop_or_default]
    pub(crate) takes_focus: bool,
    /// Called when the phrase is set.
    pub(crate) on_done: Callback<()>,
}

/// Asks for a phrase twice.
#[component]
pub(crate) fn ChoosePhrase(props: &ChoosePhraseProps) -> Html {
    let (messages, tasks) = (props.messages, use_tasks());
    let (phrase, again) = (use_state(String::new), use_state(String::new));
    let status = use_state(|| AttrValue::Static(""));
    use_effect_with(props.takes_focus, |takes_focus| {
        if *takes_focus {
            staff::focus("phrase");
        }
    });
    let onsubmit = {
        let (phrase, again, status, on_done) = (phrase.clone(), again.clone(), status.clone(), props.on_done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if phrase.chars().count() < lock::SHORTEST {
                staff::focus("phrase");
                status.set(messages.phrase_short(&lock::SHORTEST).into());
                return;
            }
            if *phrase != *again {
                staff::focus("phrase-again");
                status.set(messages.phrases_differ.into());
                return;
            }
            status.set("".into());
            let (phrase, status, on_done) = ((*phrase).clone(), status.clone(), on_done.clone());
            tasks.spawn(async move {
                match lock::set(&phrase).await {
                    Ok(()) => on_done.emit(()),
                    Err(lock::Unavailable) => status.set(messages.phrase_not_kept.into()),
                }
            });
        })
    };
    let input = |id: &'static str, state: &UseStateHandle<String>| {
        let (value, state) = ((**state).clone(), state.clone());
        html! {
            <TextInput
                {id}
                kind={InputKind::Password}
                {value}
                autocomplete="new-password"
                required=true
                described_by="phrase-status"
                on_input={move |text| state.set(text)}
            />
        }
    };
    html! {
        <form {onsubmit}>
            <Field id="phrase" label={messages.phrase_new(&lock::SHORTEST)}>{ input("phrase", &phrase) }</Field>
            <Field id="phrase-again" label={messages.phrase_again}>{ input("phrase-again", &again) }</Field>
            <button class="main" id="set-phrase">{ messages.set_phrase }</button>
            <p id="phrase-status" role="alert">{ &*status }</p>
        </form>
    }
}
