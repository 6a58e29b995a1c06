//! Reads an export from a file or from pasted text.

use funnel_data::Problem;
use staff::{Button, ButtonKind, Field, FileField, OpenedFile, TextArea};
use yew::prelude::*;

use crate::messages::Messages;

/// Properties of [`Input`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct InputProps {
    pub(crate) messages: &'static Messages,
    /// Receives the text of an export.
    pub(crate) on_text: Callback<String>,
    /// The problem of the last export.
    pub(crate) problem: Option<Problem>,
}

/// The fields, and the problem of the last input.
#[component]
pub(crate) fn Input(props: &InputProps) -> Html {
    let InputProps { messages, on_text, problem } = props.clone();
    let pasted = use_state(String::new);
    let unreadable = use_state(|| None::<String>);
    let on_open = {
        let (on_text, unreadable) = (on_text.clone(), unreadable.clone());
        Callback::from(move |opened: Result<OpenedFile, String>| match opened {
            Ok(file) => {
                unreadable.set(None);
                on_text.emit(file.text);
            }
            Err(name) => unreadable.set(Some(name)),
        })
    };
    let on_draw = {
        let (pasted, unreadable) = (pasted.clone(), unreadable.clone());
        Callback::from(move |()| {
            unreadable.set(None);
            on_text.emit((*pasted).clone());
        })
    };
    let on_input = {
        let pasted = pasted.clone();
        Callback::from(move |text| pasted.set(text))
    };
    let fault = match (&*unreadable, &problem) {
        (Some(name), _) => Some(messages.unreadable(name)),
        (None, problem) => problem.as_ref().map(|problem| status(messages, problem)),
    };
    html! {
        <section aria-labelledby="group-input">
            <h2 id="group-input">{ messages.input }</h2>
            <Field id="file" label={messages.file} help={messages.file_help}>
                <FileField id="file" accept=".csv,.jsonl,.ndjson,.json,.txt,text/csv" {on_open} />
            </Field>
            <Field id="paste" label={messages.paste}>
                <TextArea id="paste" value={(*pasted).clone()} rows={4} {on_input} />
            </Field>
            <div class="buttons"><Button id="draw" kind={ButtonKind::Main} label={messages.draw} onclick={on_draw} /></div>
            <div role="alert" id="problem">{ fault }</div>
        </section>
    }
}

/// A problem in words, with its fix.
fn status(messages: &Messages, problem: &Problem) -> String {
    match problem {
        Problem::Empty => messages.problem_empty.to_owned(),
        Problem::TooLong => messages.problem_too_long.to_owned(),
        Problem::NoJson { line } => messages.problem_no_json(line),
        Problem::NoEvent { line } => messages.problem_no_event(line),
        Problem::NoQuestion { line } => messages.problem_no_question(line),
        Problem::NoHeader => messages.problem_no_header.to_owned(),
        Problem::NoQuestionColumn { line } => messages.problem_no_question_column(line),
        Problem::NoCountColumn { line } => messages.problem_no_count_column(line),
        Problem::NoNumber { line, found } => messages.problem_no_number(line, found),
        Problem::NothingSeen => messages.problem_nothing_seen.to_owned(),
    }
}
