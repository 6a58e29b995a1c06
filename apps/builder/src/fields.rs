//! The kinds of fields: each knows the place of its value, and shows the remarks about it.

use diagnosis::Value;
use pack_editor::{Path, flag, number, text};
use staff::{Options, Select};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::checks::{FieldDiagnostic, pack_field};
use crate::context::Context;
use crate::diagnostics::inline;

/// Called with the new text of a field.
type OnInput = Callback<String>;

/// A field of text that grows with its content.
pub(crate) fn text_area(ctx: &Context, id: &str, value: &str, rows: u32, described: bool, on_input: OnInput) -> Html {
    let oninput = on_input.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let editing = ctx.clone();
    html! {
        <textarea
            id={id.to_owned()}
            rows={rows.to_string()}
            spellcheck="false"
            value={value.to_owned()}
            aria-describedby={described.then(|| format!("{id}-help"))}
            aria-invalid={has_error(ctx, id).then_some("true")}
            {oninput}
            onchange={move |_: Event| editing.end_step()}
        />
    }
}

/// A field of one line.
pub(crate) fn text_input(ctx: &Context, id: &str, value: &str, described: bool, on_input: OnInput) -> Html {
    let oninput = on_input.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let editing = ctx.clone();
    html! {
        <input
            type="text"
            id={id.to_owned()}
            autocomplete="off"
            spellcheck="false"
            value={value.to_owned()}
            aria-describedby={described.then(|| format!("{id}-help"))}
            aria-invalid={has_error(ctx, id).then_some("true")}
            {oninput}
            onchange={move |_: Event| editing.end_step()}
        />
    }
}

fn has_error(ctx: &Context, id: &str) -> bool {
    ctx.checks().of(id).any(|found| found.diagnostic.severity == authoring::Severity::Error)
}

/// A label, its control, a line of help, and its remarks.
pub(crate) fn labelled(ctx: &Context, id: &str, label: &str, help: Option<&str>, control: Html) -> Html {
    html! {
        <div class="field">
            <label for={id.to_owned()}>{ label }</label>
            { control }
            if let Some(help) = help {
                <p class="help" id={format!("{id}-help")}>{ help }</p>
            }
            { diagnostics_at(ctx, id) }
        </div>
    }
}

/// The remarks about the field of this id.
pub(crate) fn diagnostics_at(ctx: &Context, id: &str) -> Html {
    let checks = ctx.checks();
    let found: Vec<&FieldDiagnostic> = checks.of(id).collect();
    html! { <>{ for found.into_iter().map(|found| inline(ctx, found)) }</> }
}

/// The remarks about a place of the pack that has no field of its own.
pub(crate) fn diagnostics_of(ctx: &Context, path: &Path) -> Html {
    let ids = ctx.languages().into_iter().map(|lang| pack_field(ctx.work(), &lang, path));
    html! { <>{ for ids.map(|id| diagnostics_at(ctx, &id)) }</> }
}

fn one_line(text: &str) -> String {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Keys of optional texts: an emptied one is removed.
const OPTIONAL: [&str; 3] = ["help", "note", "ended_reason"];

/// The field for a text of the pack; for a pack in two languages there is one for each, side by side.
pub(crate) fn pack_text(ctx: &Context, path: &Path, label: &str) -> Html {
    let Some(draft) = &ctx.draft else { return html! {} };
    let languages = ctx.languages();
    let has_two = languages.len() > 1;
    let one = |lang: &String| {
        let id = pack_field(ctx.work(), lang, path);
        let value = text(draft.pack(lang), path);
        let on_input = {
            let (ctx, path, lang, id) = (ctx.clone(), path.clone(), lang.clone(), id.clone());
            Callback::from(move |typed: String| {
                let (path, lang, line) = (path.clone(), lang.clone(), keep_spaces(&typed));
                ctx.edit_pack(&id, move |draft| {
                    let is_gone = line.is_empty() && path.last_name().is_some_and(|name| OPTIONAL.contains(&name));
                    draft.set(&lang, &path, (!is_gone).then(|| Value::Text(line.clone())));
                });
            })
        };
        let label = if has_two { ctx.messages.label_in(&label, lang) } else { label.to_owned() };
        html! { <div lang={lang.clone()} key={id.clone()}>{ labelled(ctx, &id, &label, None, text_area(ctx, &id, value, 1, false, on_input)) }</div> }
    };
    html! { <div class={classes!("word", has_two.then_some("pair"))}>{ for languages.iter().map(one) }</div> }
}

/// The typed text, with a space for each line break, because texts of a pack are one line. Spaces at the end stay while
/// the author types.
fn keep_spaces(typed: &str) -> String {
    if typed.contains('\n') { one_line(typed) } else { typed.to_owned() }
}

/// An id of the pack. It changes when the field loses the focus, with all references to it; an invalid id is reported
/// and not used.
pub(crate) fn id_field(ctx: &Context, path: &Path, label: &str) -> Html {
    let id = ctx.field(path);
    let onchange = {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let wanted = input.value().trim().to_owned();
            let Some(mut tried) = ctx.draft.as_deref().cloned() else { return };
            match tried.rename(&path, &wanted) {
                Ok(()) => {
                    let path = path.clone();
                    ctx.edit_pack("", move |draft| {
                        // The same change succeeded on the same pack a moment ago.
                        let _ = draft.rename(&path, &wanted);
                    });
                }
                Err(error) => {
                    input.set_value(ctx.text(&path));
                    let messages = ctx.messages;
                    ctx.announce(match error {
                        pack_editor::RenameError::Taken => messages.id_taken(&wanted),
                        _ => messages.id_refused(&wanted),
                    });
                }
            }
        })
    };
    html! {
        <div class="field id">
            <label for={id.clone()}>{ label }</label>
            <input type="text" id={id.clone()} value={ctx.text(path).to_owned()} autocomplete="off" spellcheck="false" {onchange} />
            { diagnostics_of(ctx, path) }
        </div>
    }
}

/// A check box for a flag of the pack; `change` replaces the default action of setting the flag.
pub(crate) fn pack_flag(ctx: &Context, path: &Path, label: &str, change: Option<Callback<bool>>) -> Html {
    let id = ctx.field(path);
    let on = flag(ctx.pack(), path);
    let change = change.unwrap_or_else(|| {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |is_on: bool| {
            let path = path.clone();
            ctx.edit_pack("", move |draft| draft.set("", &path, is_on.then_some(Value::Bool(true))));
        })
    });
    html! { <>{ tick(&id, label, on, None, change) }{ diagnostics_of(ctx, path) }</> }
}

/// A check box.
pub(crate) fn tick(id: &str, label: &str, checked: bool, help: Option<&str>, change: Callback<bool>) -> Html {
    let onchange = change.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <div class="field">
            <label class="choice">
                <input type="checkbox" id={id.to_owned()} {checked} {onchange} aria-describedby={help.map(|_| format!("{id}-help"))} />
                <span>{ label }</span>
            </label>
            if let Some(help) = help {
                <p class="help" id={format!("{id}-help")}>{ help }</p>
            }
        </div>
    }
}

/// A list to choose from; a value that is not among the options is shown too, so that choosing another one is a change.
pub(crate) fn select(id: &str, value: &str, options: &[(String, String)], on_change: Callback<String>) -> Html {
    let mut all: Vec<(AttrValue, AttrValue)> = Vec::new();
    let chosen = (value.to_owned(), value.to_owned());
    for (known, label) in options.iter().chain([&chosen]) {
        if all.iter().all(|(other, _)| other.as_str() != known) {
            all.push((known.clone().into(), label.clone().into()));
        }
    }
    html! { <Select id={id.to_owned()} value={value.to_owned()} options={Options::from(all)} {on_change} /> }
}

/// A select for a text of the pack.
pub(crate) fn pick(ctx: &Context, path: &Path, label: &str, options: &[(String, String)]) -> Html {
    let change = {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |id: String| {
            let path = path.clone();
            ctx.edit_pack("", move |draft| draft.set("", &path, Some(Value::Text(id.clone()))));
        })
    };
    let id = ctx.field(path);
    labelled(ctx, &id, label, None, select(&id, ctx.text(path), options, change))
}

/// A group of radio buttons.
pub(crate) fn radios(
    name: &str,
    legend: &str,
    value: &str,
    options: &[(String, String)],
    change: Callback<String>,
) -> Html {
    let one = |(known, label): &(String, String)| {
        let onchange = {
            let (known, change) = (known.clone(), change.clone());
            Callback::from(move |_: Event| change.emit(known.clone()))
        };
        html! {
            <label class="choice" key={known.clone()}>
                <input type="radio" name={name.to_owned()} value={known.clone()} checked={known == value} {onchange} />
                <span>{ label }</span>
            </label>
        }
    };
    html! { <fieldset id={name.to_owned()} class="switch"><legend>{ legend }</legend>{ for options.iter().map(one) }</fieldset> }
}

/// A text of the configuration.
pub(crate) fn setting(ctx: &Context, path: &str, label: &str, help: Option<&str>, is_long: bool) -> Html {
    let id = format!("config.{path}");
    let value = ctx.work().setting(path);
    let on_input = {
        let (ctx, path, id) = (ctx.clone(), Path::parse(path), id.clone());
        Callback::from(move |typed: String| {
            let (path, line) = (path.clone(), keep_spaces(&typed));
            ctx.edit(&id, move |work| work.configure(&path, Some(Value::Text(line.clone()))));
        })
    };
    let control = match is_long {
        true => text_area(ctx, &id, &value, 2, help.is_some(), on_input),
        false => text_input(ctx, &id, &value, help.is_some(), on_input),
    };
    labelled(ctx, &id, label, help, control)
}

/// A flag of the configuration.
pub(crate) fn setting_flag(ctx: &Context, path: &str, label: &str, help: Option<&str>) -> Html {
    let change = {
        let (ctx, path) = (ctx.clone(), Path::parse(path));
        Callback::from(move |is_on: bool| {
            let path = path.clone();
            ctx.edit("", move |work| work.configure(&path, is_on.then_some(Value::Bool(true))));
        })
    };
    tick(&format!("config.{path}"), label, flag(&ctx.work().config, &Path::parse(path)), help, change)
}

/// A number of the pack as a text; empty if it is not a number.
pub(crate) fn number_text(ctx: &Context, path: &Path) -> String {
    number(ctx.pack(), path).map(|number| number.to_string()).unwrap_or_default()
}
