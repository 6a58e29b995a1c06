//! The export form: the program, the encoding, and the leads to include.

use spreadsheet::csv;
use staff::{Button, ButtonKind, Choice, ChoiceKind, Field, Options, Select, TextArea};
use yew::prelude::*;

use super::export_result::ExportResult;
use crate::actions::Actions;
use crate::export::export_output::ExportOutput;
use crate::export::program::{Encoding, Program};
use crate::export::run::Wanted;
use crate::lead::row::LeadId;
use crate::messages::Messages;
use crate::shared::Shared;

/// Properties of [`ExportForm`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ExportFormProps {
    pub(crate) actions: Actions,
}

/// Choices in the form.
#[derive(Clone, Debug, Default, PartialEq)]
struct Chosen {
    program: Program,
    encoding: Encoding,
    /// A header row that the user pasted.
    head: String,
    picked_only: bool,
    with_tests: bool,
}

/// The form, and the result of the export below it.
#[component]
pub(crate) fn ExportForm(props: &ExportFormProps) -> Html {
    let actions = &props.actions;
    let (messages, list) = (actions.messages, &*actions.list);
    let (chosen, made) = (use_state(Chosen::default), use_state(|| None::<Shared<ExportOutput>>));
    let picked = list.found.iter().filter(|row| list.picked.contains(&row.id)).count();
    let picked_only = chosen.picked_only && picked > 0;

    let programs =
        use_memo(messages, |messages| options(Program::ALL.map(Program::id), |id| messages.programs.get(id)));
    let encodings = use_memo((messages, chosen.program), |(messages, program)| {
        options(program.encodings().iter().map(|encoding| encoding.id()), |id| messages.encodings.get(id))
    });
    let on_program = {
        let (chosen, made) = (chosen.clone(), made.clone());
        move |id: String| {
            let program = Program::from_id(&id).unwrap_or_default();
            let encoding = program.encodings().first().copied().unwrap_or_default();
            chosen.set(Chosen { program, encoding, ..(*chosen).clone() });
            made.set(None);
        }
    };
    let sets = |set: fn(&mut Chosen, bool)| {
        let chosen = chosen.clone();
        move |value: bool| {
            let mut next = (*chosen).clone();
            set(&mut next, value);
            chosen.set(next);
        }
    };
    let on_encoding = {
        let chosen = chosen.clone();
        move |id: String| {
            chosen.set(Chosen { encoding: Encoding::from_id(&id).unwrap_or_default(), ..(*chosen).clone() });
        }
    };
    let on_head = {
        let chosen = chosen.clone();
        move |head: String| chosen.set(Chosen { head, ..(*chosen).clone() })
    };
    let make = {
        let (actions, chosen, made) = (actions.clone(), (*chosen).clone(), made.setter());
        move |()| {
            let ids = ids(&actions, picked_only);
            let (doing, wanted, made) = (actions.clone(), wanted(&chosen, messages), made.clone());
            made.set(None);
            actions.tasks.spawn(async move {
                if let Some(files) = doing.export(ids, wanted).await {
                    made.set(Some(files.into()));
                }
            });
        }
    };
    let is_sansan = chosen.program == Program::Sansan;
    let help = messages.program_help.get(chosen.program.id()).unwrap_or_default();
    html! {
        <form onsubmit={|event: SubmitEvent| event.prevent_default()} aria-label={messages.export}>
            <Field id="export-for" label={messages.program}>
                <Select id="export-for" value={chosen.program.id()} options={(*programs).clone()} on_change={on_program} />
            </Field>
            <p class="note" id="program-help">{ help }</p>
            <Field
                id="export-encoding"
                label={messages.encoding}
                help={messages.encoding_help}
                hidden={chosen.program.encodings().is_empty()}
            >
                <Select
                    id="export-encoding"
                    value={chosen.encoding.id()}
                    options={(*encodings).clone()}
                    described_by="export-encoding-help"
                    on_change={on_encoding}
                />
            </Field>
            <Field id="export-head" label={messages.head} help={messages.head_help} hidden={!is_sansan}>
                <TextArea
                    id="export-head"
                    value={chosen.head.clone()}
                    described_by="export-head-help"
                    on_input={on_head}
                />
            </Field>
            <fieldset>
                <legend>{ messages.which }</legend>
                <Choice
                    id="which-found"
                    kind={ChoiceKind::Radio("which".into())}
                    label={messages.which_found(&list.found.len())}
                    checked={!picked_only}
                    on_change={sets(|chosen, _| chosen.picked_only = false)}
                />
                <Choice
                    id="which-picked"
                    kind={ChoiceKind::Radio("which".into())}
                    label={messages.which_picked(&picked)}
                    checked={picked_only}
                    disabled={picked == 0}
                    on_change={sets(|chosen, _| chosen.picked_only = true)}
                />
            </fieldset>
            <div class="field">
                <Choice
                    id="with-tests"
                    label={messages.with_tests}
                    checked={chosen.with_tests}
                    on_change={sets(|chosen, is_wanted| chosen.with_tests = is_wanted)}
                />
            </div>
            <div class="buttons">
                <Button id="make" kind={ButtonKind::Main} label={messages.make} onclick={make} />
            </div>
            <div role="status" id="export-status">
                if let Some(made) = &*made {
                    <ExportResult {messages} made={made.clone()} announcer={actions.announcer.clone()} />
                }
            </div>
        </form>
    }
}

fn options<'a>(ids: impl IntoIterator<Item = &'static str>, text: impl Fn(&str) -> Option<&'a str>) -> Options {
    ids.into_iter().map(|id| (id.into(), AttrValue::from(text(id).unwrap_or(id).to_owned()))).collect()
}

/// The leads to export, the oldest first.
fn ids(actions: &Actions, picked_only: bool) -> Vec<LeadId> {
    let mut ids = actions.list.ids_found(|row| !picked_only || actions.list.picked.contains(&row.id));
    ids.reverse();
    ids
}

fn wanted(chosen: &Chosen, messages: &'static Messages) -> Wanted {
    let Chosen { program, encoding, with_tests, .. } = *chosen;
    let titles = if program == Program::Sansan { csv::first_line(&chosen.head) } else { Vec::new() };
    Wanted { program, encoding, titles, with_tests, messages }
}
