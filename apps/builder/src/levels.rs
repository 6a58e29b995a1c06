//! The levels of a pack: their score ranges and texts.

use diagnosis::Value;
use pack_editor::Path;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::context::Context;
use crate::fields::{number_text, pack_text};
use crate::number_field::number_field;

/// The score ranges of the levels on one bar, with a handle for each but the lowest.
pub(crate) fn bar(ctx: &Context) -> Html {
    let from: Vec<u32> = (0..4)
        .map(|at| number_text(ctx, &Path::parse("levels").at(at).key("from")).parse().unwrap_or_default())
        .collect();
    let ends = std::iter::once(100).chain(from.iter().copied());
    let band = |((at, from), end): ((usize, &u32), u32)| {
        let width = end.saturating_sub(*from);
        html! { <rect class={format!("band-{at}")} x={from.to_string()} y="0" width={width.to_string()} height="10" /> }
    };
    let handle = |at: usize| {
        let path = Path::parse("levels").at(at).key("from");
        let title = ctx.text(&Path::parse("levels").at(at).key("title"));
        let oninput = {
            let (ctx, path) = (ctx.clone(), path.clone());
            Callback::from(move |event: InputEvent| {
                let value = event.target_unchecked_into::<HtmlInputElement>().value();
                let (path, number) = (path.clone(), value.parse::<u32>().unwrap_or_default());
                ctx.edit_pack(&format!("band-{path}"), move |draft| {
                    draft.set("", &path, Some(Value::Number(f64::from(number))));
                });
            })
        };
        let editing = ctx.clone();
        html! {
            <input
                type="range" class="band" min="1" max="100" id={format!("band-{at}")} key={at}
                aria-label={ctx.messages.band_from(&title)} value={number_text(ctx, &path)} {oninput}
                onchange={move |_: Event| editing.end_step()}
            />
        }
    };
    html! {
        <div class="bands">
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{ for from.iter().enumerate().zip(ends).map(band) }</svg>
            { for (0..3).map(handle) }
        </div>
    }
}

/// The fields of a level.
pub(crate) fn level(ctx: &Context, at: usize) -> Html {
    let messages = ctx.messages;
    let path = Path::parse("levels").at(at);
    let open = ctx.state.place.open.as_ref() == Some(&path);
    let from = number_text(ctx, &path.key("from"));
    let toggle = {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |_: MouseEvent| ctx.dispatch.dispatch(crate::state::Action::Unfold(path.clone())))
    };
    html! {
        <li class={classes!("row", open.then_some("open"))} key={at}>
            <div class="head">
                <button type="button" class="fold" id={format!("fold-{path}")} aria-expanded={open.to_string()} onclick={toggle}>
                    <span class={format!("swatch band-{at}")} aria-hidden="true"></span>
                    <b>{ ctx.text(&path.key("title")) }</b>{ " " }{ messages.points_from(&from) }
                </button>
            </div>
            if open {
                <div class="body">
                    { number_field(ctx, &path.key("from"), messages.from) }
                    { pack_text(ctx, &path.key("title"), messages.title_of_level) }
                    { pack_text(ctx, &path.key("meaning"), messages.meaning) }
                    { pack_text(ctx, &path.key("cta"), messages.cta) }
                    { pack_text(ctx, &path.key("cta_note"), messages.cta_note) }
                </div>
            }
        </li>
    }
}
