//! The content after the result: the stages of the roadmap, and offers of other packs.

use diagnosis::Value;
use pack_editor::{Draft, Path, get};
use yew::prelude::*;

use crate::caps::level_titles;
use crate::context::Context;
use crate::fields::{diagnostics_of, pack_text, pick};
use crate::messages::BUILT_IN;
use crate::number_field::number_field;
use crate::pack_parts::{chips, questions};

/// The fields of a stage.
pub(crate) fn stage(ctx: &Context, path: &Path) -> Html {
    let messages = ctx.messages;
    let options: Vec<_> = questions(ctx.pack())
        .into_iter()
        .map(|(id, n, place)| (id, format!("{} {}", messages.question_n(&n), ctx.text(&place.key("topic")))))
        .collect();
    html! {
        <>
            { pack_text(ctx, &path.key("title"), messages.title_of_stage) }
            { pack_text(ctx, &path.key("text"), messages.text_of_stage) }
            { number_field(ctx, &path.key("months"), messages.months) }
            <fieldset>
                <legend>{ messages.stage_questions }</legend>
                <p class="help">{ messages.stage_questions_help }</p>
                { chips(ctx, &path.key("questions"), &options) }
                { diagnostics_of(ctx, &path.key("questions")) }
            </fieldset>
        </>
    }
}

/// The fields of an offer.
pub(crate) fn offer(ctx: &Context, path: &Path) -> Html {
    let messages = ctx.messages;
    let packs: Vec<_> =
        BUILT_IN.iter().map(|id| ((*id).to_owned(), messages.packs.get(id).unwrap_or(id).to_owned())).collect();
    html! {
        <>
            { pick(ctx, &path.key("pack"), messages.offer_pack, &packs) }
            { pack_text(ctx, &path.key("text"), messages.text_of_offer) }
            { pack_text(ctx, &path.key("label"), messages.label_of_offer) }
            <fieldset>
                <legend>{ messages.offer_levels }</legend>
                <p class="help">{ messages.offer_levels_help }</p>
                { offer_levels(ctx, path) }
            </fieldset>
            { diagnostics_of(ctx, path) }
        </>
    }
}

/// The levels of an offer as chips; without the key the offer applies to every level, so all are pressed.
fn offer_levels(ctx: &Context, path: &Path) -> Html {
    let place = path.key("levels");
    let has_list = get(ctx.pack(), &place).is_some();
    let all = level_titles(ctx);
    if has_list {
        return html! { <>{ chips(ctx, &place, &all) }{ every_level(ctx, &place) }{ diagnostics_of(ctx, &place) }</> };
    }
    let one = |(id, label): &(String, String)| {
        let others: Vec<Value> =
            all.iter().filter(|(other, _)| other != id).map(|(other, _)| Value::Text(other.clone())).collect();
        let place = place.clone();
        let onclick = ctx.on_pack(move |draft: &mut Draft| draft.set("", &place, Some(Value::List(others.clone()))));
        crate::pack_parts::chip(&format!("{}-{id}", ctx.field(&path.key("levels"))), label, true, onclick)
    };
    html! { <span class="chips">{ for all.iter().map(one) }</span> }
}

fn every_level(ctx: &Context, place: &Path) -> Html {
    let place = place.clone();
    let onclick = ctx.on_pack(move |draft: &mut Draft| draft.set("", &place, None));
    html! { <button type="button" {onclick}>{ ctx.messages.every_level }</button> }
}
