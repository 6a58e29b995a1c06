//! Shared parts of a pack's lists: rows that unfold, the tools of an entry, chips.

use diagnosis::Value;
use pack_editor::{Draft, Item, Path, list, text};
use web_sys::{DragEvent, KeyboardEvent};
use yew::prelude::*;

use crate::context::Context;
use crate::state::Action;

/// A row of a list: its summary, and its fields while it is unfolded. It can be dragged to another position, and moved by
/// Alt with the arrow keys.
pub(crate) fn row(ctx: &Context, path: &Path, summary: Html, fields: impl FnOnce() -> Html) -> Html {
    let is_open = ctx.state.place.open.as_ref() == Some(path);
    let toggle = {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |_: MouseEvent| ctx.dispatch.dispatch(Action::Unfold(path.clone())))
    };
    let onkeydown = {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |event: KeyboardEvent| {
            let by = match event.key().as_str() {
                "ArrowUp" if event.alt_key() => -1,
                "ArrowDown" if event.alt_key() => 1,
                _ => return,
            };
            event.prevent_default();
            shift_by(&ctx, &path, by);
        })
    };
    let prefix = format!("{path}.");
    let count =
        ctx.checks().diagnostics.iter().filter(|one| format!("{}.", one.diagnostic.path).starts_with(&prefix)).count();
    html! {
        <li class={classes!("row", is_open.then_some("open"))} key={path.to_string()} ondragover={allow_drop()} ondrop={on_drop(ctx, path)}>
            <div class="head">
                <span class="grip" draggable="true" title={ctx.messages.drag} ondragstart={on_drag(path)} aria-hidden="true">{ "⠿" }</span>
                <button type="button" class="fold" id={format!("fold-{path}")} aria-expanded={is_open.to_string()} onclick={toggle} {onkeydown}>
                    { summary }
                    if count > 0 {
                        <span class="badge">{ ctx.messages.remarks_count(&count) }</span>
                    }
                </button>
                { tools(ctx, path) }
            </div>
            if is_open {
                <div class="body">{ fields() }</div>
            }
        </li>
    }
}

fn on_drag(path: &Path) -> Callback<DragEvent> {
    let place = path.to_string();
    Callback::from(move |event: DragEvent| {
        if let Some(data) = event.data_transfer() {
            // If data cannot be set, dropping does nothing.
            let _ = data.set_data("text/plain", &place);
        }
    })
}

fn allow_drop() -> Callback<DragEvent> {
    Callback::from(|event: DragEvent| event.prevent_default())
}

fn on_drop(ctx: &Context, onto: &Path) -> Callback<DragEvent> {
    let (ctx, onto) = (ctx.clone(), onto.clone());
    Callback::from(move |event: DragEvent| {
        event.prevent_default();
        event.stop_propagation();
        let dragged = event.data_transfer().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        let dragged = Path::parse(&dragged);
        if let (Some((from, _)), Some((list, to))) = (dragged.split_index(), onto.split_index()) {
            if from == list && dragged != onto {
                shift(&ctx, &dragged, to);
            } else if let (Some(section), "sections.questions") = (onto.indices().first(), dragged.shape().as_str())
                && from.shape() == list.shape()
            {
                move_question(&ctx, &dragged, *section, Some(to));
            }
        }
    })
}

fn shift(ctx: &Context, path: &Path, to: usize) {
    let from = path.clone();
    ctx.edit_pack("", move |draft| {
        draft.shift(&from, to);
    });
    if ctx.state.place.open.as_ref() == Some(path)
        && let Some((list, _)) = path.split_index()
    {
        ctx.dispatch.dispatch(Action::Unfold(list.at(to)));
    }
    ctx.announce(ctx.messages.moved(&(to + 1)));
}

/// Moves a question to another section: to a position there, or to its end. It stays unfolded where it was.
pub(crate) fn move_question(ctx: &Context, path: &Path, section: usize, to: Option<usize>) {
    let moves = {
        let path = path.clone();
        move |draft: &mut Draft| {
            let place = draft.move_question(&path, section)?;
            to.map_or(Some(place.clone()), |to| draft.shift(&place, to))
        }
    };
    let Some(place) = ctx.draft.as_deref().cloned().and_then(|mut tried| moves(&mut tried)) else { return };
    ctx.edit_pack("", move |draft| {
        moves(draft);
    });
    if ctx.state.place.open.as_ref() == Some(path) {
        ctx.dispatch.dispatch(Action::Unfold(place));
    }
    ctx.announce(ctx.messages.moved_to_section(&(section + 1)));
}

fn shift_by(ctx: &Context, path: &Path, by: isize) {
    let Some((list, at)) = path.split_index() else { return };
    let count = pack_editor::list(ctx.pack(), &list).len();
    if let Some(to) = at.checked_add_signed(by).filter(|to| *to < count) {
        shift(ctx, path, to);
    }
}

/// The buttons of an entry: up, down, copy, remove.
pub(crate) fn tools(ctx: &Context, path: &Path) -> Html {
    let messages = ctx.messages;
    let Some((list, at)) = path.split_index() else { return html! {} };
    let count = pack_editor::list(ctx.pack(), &list).len();
    let step = |by: isize| {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |_: MouseEvent| shift_by(&ctx, &path, by))
    };
    let copy = {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |_: MouseEvent| {
            let path = path.clone();
            ctx.edit_pack("", move |draft| {
                draft.duplicate(&path);
            });
        })
    };
    let remove = {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |_: MouseEvent| {
            let named = ctx.draft.as_ref().map_or(0, |draft| draft.references(&path));
            let gone = path.clone();
            ctx.edit_pack("", move |draft| draft.remove(&gone));
            let messages = ctx.messages;
            ctx.announce(if named > 0 { messages.removed_with(&named) } else { messages.removed.to_owned() });
        })
    };
    let button = |kind: &str, symbol: Html, label: &str, is_off: bool, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" id={format!("{kind}-{path}")} class="tool" title={label.to_owned()} aria-label={label.to_owned()} disabled={is_off} {onclick}>
                <span aria-hidden="true">{ symbol }</span>
            </button>
        }
    };
    html! {
        <span class="entry-tools">
            { button("up", html! { "↑" }, messages.up, at == 0, step(-1)) }
            { button("down", html! { "↓" }, messages.down, at + 1 >= count, step(1)) }
            { button("copy", two_sheets(), messages.duplicate, false, copy) }
            { button("remove", html! { "×" }, messages.remove, false, remove) }
        </span>
    }
}

/// The icon of the copy button.
fn two_sheets() -> Html {
    html! { <svg viewBox="0 0 16 16" width="16" height="16"><path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" /></svg> }
}

/// A button that adds an item, and unfolds it.
pub(crate) fn add(ctx: &Context, id: &str, label: &str, item: Item) -> Html {
    let onclick = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(mut tried) = ctx.draft.as_deref().cloned() else { return };
            let Some(place) = tried.add(&item) else { return };
            let item = item.clone();
            ctx.edit_pack("", move |draft| {
                draft.add(&item);
            });
            if opens(&place) && ctx.state.place.open.as_ref() != Some(&place) {
                ctx.dispatch.dispatch(Action::Unfold(place));
            }
        })
    };
    html! { <button type="button" id={id.to_owned()} class="add" {onclick}>{ label }</button> }
}

/// Whether an entry is in a row that unfolds.
fn opens(place: &Path) -> bool {
    matches!(place.shape().as_str(), "sections.questions" | "findings" | "roadmap" | "next")
}

/// One of several options that can be selected together, as a button.
pub(crate) fn chip(id: &str, label: &str, is_on: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" id={id.to_owned()} class="chip" aria-pressed={is_on.to_string()} {onclick}>{ label }</button>
    }
}

/// Chips for the ids in the list of texts at `path`.
pub(crate) fn chips(ctx: &Context, path: &Path, options: &[(String, String)]) -> Html {
    let chosen: Vec<&str> = texts(ctx.pack(), path);
    let one = |(id, label): &(String, String)| {
        let onclick = {
            let (ctx, path, id, options) = (ctx.clone(), path.clone(), id.clone(), options.to_vec());
            Callback::from(move |_: MouseEvent| {
                let (path, id, options) = (path.clone(), id.clone(), options.clone());
                ctx.edit_pack("", move |draft| toggle(draft, &path, &id, &options));
            })
        };
        chip(&format!("{}-{id}", ctx.field(path)), label, chosen.contains(&id.as_str()), onclick)
    };
    html! { <span class="chips">{ for options.iter().map(one) }</span> }
}

/// Adds the id to the list, or removes it; the list keeps the order of the options.
fn toggle(draft: &mut Draft, path: &Path, id: &str, options: &[(String, String)]) {
    let lang = draft.text("lang").to_owned();
    let before: Vec<String> = texts(draft.pack(&lang), path).into_iter().map(str::to_owned).collect();
    let is_wanted = |known: &String| before.contains(known) != (known == id);
    let known: Vec<String> = options.iter().map(|(known, _)| known.clone()).filter(is_wanted).collect();
    let others = before.iter().filter(|old| !options.iter().any(|(known, _)| known == *old)).cloned();
    let next = known.into_iter().chain(others).map(Value::Text).collect();
    draft.set("", path, Some(Value::List(next)));
}

/// The texts of a list.
pub(crate) fn texts<'a>(pack: &'a Value, path: &Path) -> Vec<&'a str> {
    let text = |value: &'a Value| if let Value::Text(text) = value { Some(text.as_str()) } else { None };
    list(pack, path).iter().filter_map(text).collect()
}

/// Every question of the pack: its id, its number from 1, its place.
pub(crate) fn questions(pack: &Value) -> Vec<(String, usize, Path)> {
    let sections = Path::parse("sections");
    let of = |section: usize| {
        let questions = sections.at(section).key("questions");
        (0..list(pack, &questions).len()).map(move |at| questions.at(at))
    };
    let places = (0..list(pack, &sections).len()).flat_map(of);
    places.enumerate().map(|(n, place)| (text(pack, &place.key("id")).to_owned(), n + 1, place)).collect()
}

/// The choices of the question at `place`: ids and labels.
pub(crate) fn choices(pack: &Value, place: &Path) -> Vec<(String, String)> {
    let choices = place.key("choices");
    let one = |at: usize| {
        let choice = choices.at(at);
        (text(pack, &choice.key("id")).to_owned(), text(pack, &choice.key("label")).to_owned())
    };
    (0..list(pack, &choices).len()).map(one).collect()
}
