//! Imports a snippet, a configuration or a pack, pasted or from a file; and edits the pack's JSON for experts.

use staff::{FileField, OpenedFile};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::context::Context;
use crate::dom::element_in;
use crate::import::{ImportMessage, Imported, apply_import, parse_import};

/// The status of the last import: a line, and messages below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ImportStatus {
    line: String,
    messages: Vec<ImportMessage>,
}

/// The panel.
pub(crate) fn import_panel(
    ctx: &Context,
    text: &UseStateHandle<String>,
    status: &UseStateHandle<ImportStatus>,
) -> Html {
    let messages = ctx.messages;
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
            Err(name) => status.set(ImportStatus { line: ctx.messages.unreadable(&name), messages: Vec::new() }),
        })
    };
    html! {
        <>
            <p class="help" id="import-help">{ messages.import_help }</p>
            <div class="field">
                <label for="import">{ messages.import_label }</label>
                <textarea id="import" rows="4" spellcheck="false" data-own-undo="" aria-describedby="import-help" value={(**text).clone()} {oninput} />
            </div>
            <div class="buttons"><button type="button" id="import-go" onclick={go}>{ messages.import_go }</button></div>
            <div class="field">
                <label for="import-file">{ messages.import_file }</label>
                <FileField id="import-file" accept=".json,.html,.htm,.txt,application/json,text/html" {on_open} />
            </div>
            <div role="status" id="import-status">
                <p>{ &status.line }</p>
                if !status.messages.is_empty() {
                    <ul>{ for status.messages.iter().map(|message| html! { <li>{ in_words(ctx, message) }</li> }) }</ul>
                }
            </div>
        </>
    }
}

/// Imports a text; a text that cannot be imported changes nothing.
fn import(ctx: &Context, text: &str) -> ImportStatus {
    let messages = ctx.messages;
    match parse_import(text, element_in) {
        Err(found) => {
            let is_pack = found
                .iter()
                .any(|message| matches!(message, ImportMessage::Fault(fault) if !fault.path.starts_with("line ")));
            let line = if is_pack { messages.json_refused } else { messages.imported_nothing };
            ImportStatus { line: line.to_owned(), messages: found }
        }
        Ok(imported) => {
            let line = match imported {
                Imported::Pack(_) => messages.imported_pack,
                Imported::Configuration(_) => messages.imported_configuration,
                Imported::Snippet(_) => messages.imported_snippet,
            };
            let mut tried = ctx.work().clone();
            let found = apply_import(&mut tried, imported.clone());
            ctx.edit("", move |work| {
                apply_import(work, imported.clone());
            });
            ImportStatus { line: line.to_owned(), messages: found }
        }
    }
}

fn in_words(ctx: &Context, message: &ImportMessage) -> Html {
    let (messages, wording) = (ctx.messages, ctx.wording());
    let line = match message {
        ImportMessage::Nothing => messages.import_nothing.to_owned(),
        ImportMessage::NoObject => messages.import_no_object.to_owned(),
        ImportMessage::NoWidget => messages.import_no_widget.to_owned(),
        ImportMessage::OnlyFirst(count) => messages.import_only_first(count),
        ImportMessage::KeptChild => messages.import_kept_child.to_owned(),
        ImportMessage::ConfigFile => messages.import_config_file.to_owned(),
        ImportMessage::PackFile => messages.import_pack_file.to_owned(),
        ImportMessage::KeptAttribute(name) => {
            return html! { <><code>{ name }</code>{ " " }{ messages.import_kept_attribute }</> };
        }
        ImportMessage::Fault(fault) => {
            let what = if fault.path.starts_with("line ") { messages.import_no_json } else { "" };
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
    let messages = ctx.messages;
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
        Callback::from(move |_: MouseEvent| match parse_import(&text, |_| None) {
            Ok(Imported::Pack(pack)) => {
                // An edit, and no import: the other language stays, and the pack gets another version.
                ctx.edit_pack("", move |draft| draft.replace(pack.clone()));
                status.set(ImportStatus { line: ctx.messages.json_applied.to_owned(), messages: Vec::new() });
                typed.set(None);
            }
            Ok(_) => status.set(ImportStatus {
                line: ctx.messages.json_refused.to_owned(),
                messages: vec![ImportMessage::NoObject],
            }),
            Err(found) => status.set(ImportStatus { line: ctx.messages.json_refused.to_owned(), messages: found }),
        })
    };
    html! {
        <details>
            <summary>{ messages.json }</summary>
            <div class="field">
                <label for="pack-json">{ messages.json_label }</label>
                <textarea id="pack-json" rows="12" spellcheck="false" data-own-undo="" value={shown} {oninput} />
            </div>
            <button type="button" id="json-apply" onclick={apply}>{ messages.json_apply }</button>
            <div role="status">
                <p>{ &status.line }</p>
                if !status.messages.is_empty() {
                    <ul>{ for status.messages.iter().map(|message| html! { <li>{ in_words(ctx, message) }</li> }) }</ul>
                }
            </div>
        </details>
    }
}
