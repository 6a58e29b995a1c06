//! Imports a snippet, a configuration or a pack, pasted or from a file; and edits the pack's JSON for experts.

use staff::{FileField, OpenedFile};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::context::Context;
use crate::dom::element_in;
use crate::import::{Note, Understood, take, understand};

/// The status of the last import: a line, and notes below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ImportStatus {
    line: String,
    notes: Vec<Note>,
}

/// The panel.
pub(crate) fn import_panel(
    ctx: &Context,
    text: &UseStateHandle<String>,
    status: &UseStateHandle<ImportStatus>,
) -> Html {
    let words = ctx.words;
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| text.set(event.target_unchecked_into::<HtmlTextAreaElement>().value()))
    };
    let go = {
        let (ctx, text, status) = (ctx.clone(), text.clone(), status.clone());
        Callback::from(move |_: MouseEvent| status.set(import(&ctx, &text)))
    };
    let on_open = {
        let (ctx, text, status) = (ctx.clone(), text.clone(), status.clone());
        Callback::from(move |opened: Result<OpenedFile, String>| match opened {
            Ok(file) => {
                status.set(import(&ctx, &file.text));
                text.set(file.text);
            }
            Err(name) => status.set(ImportStatus { line: ctx.words.unreadable(&name), notes: Vec::new() }),
        })
    };
    html! {
        <>
            <p class="help" id="import-help">{ words.import_help }</p>
            <div class="field">
                <label for="import">{ words.import_label }</label>
                <textarea id="import" rows="4" spellcheck="false" data-own-undo="" aria-describedby="import-help" value={(**text).clone()} {oninput} />
            </div>
            <div class="buttons"><button type="button" id="import-go" onclick={go}>{ words.import_go }</button></div>
            <div class="field">
                <label for="import-file">{ words.import_file }</label>
                <FileField id="import-file" accept=".json,.html,.htm,.txt,application/json,text/html" {on_open} />
            </div>
            <div role="status" id="import-status">
                <p>{ &status.line }</p>
                if !status.notes.is_empty() {
                    <ul>{ for status.notes.iter().map(|note| html! { <li>{ in_words(ctx, note) }</li> }) }</ul>
                }
            </div>
        </>
    }
}

/// Imports a text; a text that cannot be imported changes nothing.
fn import(ctx: &Context, text: &str) -> ImportStatus {
    let words = ctx.words;
    match understand(text, element_in) {
        Err(notes) => {
            let is_pack =
                notes.iter().any(|note| matches!(note, Note::Fault(fault) if !fault.path.starts_with("line ")));
            let line = if is_pack { words.json_refused } else { words.imported_nothing };
            ImportStatus { line: line.to_owned(), notes }
        }
        Ok(understood) => {
            let line = match understood {
                Understood::Pack(_) => words.imported_pack,
                Understood::Configuration(_) => words.imported_configuration,
                Understood::Snippet(_) => words.imported_snippet,
            };
            let mut tried = ctx.work().clone();
            let notes = take(&mut tried, understood.clone());
            ctx.edit("", move |work| {
                take(work, understood.clone());
            });
            ImportStatus { line: line.to_owned(), notes }
        }
    }
}

fn in_words(ctx: &Context, note: &Note) -> Html {
    let (words, wording) = (ctx.words, ctx.wording());
    let line = match note {
        Note::Nothing => words.import_nothing.to_owned(),
        Note::NoObject => words.import_no_object.to_owned(),
        Note::NoWidget => words.import_no_widget.to_owned(),
        Note::OnlyFirst(count) => words.import_only_first(count),
        Note::KeptChild => words.import_kept_child.to_owned(),
        Note::ConfigFile => words.import_config_file.to_owned(),
        Note::PackFile => words.import_pack_file.to_owned(),
        Note::KeptAttribute(name) => return html! { <><code>{ name }</code>{ " " }{ words.import_kept_attribute }</> },
        Note::Fault(fault) => {
            let what = if fault.path.starts_with("line ") { words.import_no_json } else { "" };
            return html! {
                <>{ what }{ " " }<code>{ &fault.path }</code>{ " " }{ fault.text(wording) }{ " → " }{ fault.fix(wording) }</>
            };
        }
    };
    html! { line }
}

/// The JSON of the pack, for editing as text. Text that is not applied yet stays, whatever else changes.
pub(crate) fn json_editor(
    ctx: &Context,
    typed: &UseStateHandle<Option<String>>,
    status: &UseStateHandle<ImportStatus>,
) -> Html {
    let words = ctx.words;
    let now = serde_json::to_string_pretty(ctx.pack()).unwrap_or_default();
    let shown = (**typed).clone().unwrap_or(now);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(Some(event.target_unchecked_into::<HtmlTextAreaElement>().value()))
        })
    };
    let apply = {
        let (ctx, typed, status, text) = (ctx.clone(), typed.clone(), status.clone(), shown.clone());
        Callback::from(move |_: MouseEvent| match understand(&text, |_| None) {
            Ok(Understood::Pack(_)) => {
                status.set(ImportStatus { line: ctx.words.json_applied.to_owned(), ..import(&ctx, &text) });
                typed.set(None);
            }
            Ok(_) => status.set(ImportStatus { line: ctx.words.json_refused.to_owned(), notes: vec![Note::NoObject] }),
            Err(notes) => status.set(ImportStatus { line: ctx.words.json_refused.to_owned(), notes }),
        })
    };
    html! {
        <details>
            <summary>{ words.json }</summary>
            <div class="field">
                <label for="pack-json">{ words.json_label }</label>
                <textarea id="pack-json" rows="12" spellcheck="false" data-own-undo="" value={shown} {oninput} />
            </div>
            <button type="button" id="json-apply" onclick={apply}>{ words.json_apply }</button>
            <div role="status">
                <p>{ &status.line }</p>
                if !status.notes.is_empty() {
                    <ul>{ for status.notes.iter().map(|note| html! { <li>{ in_words(ctx, note) }</li> }) }</ul>
                }
            </div>
        </details>
    }
}
