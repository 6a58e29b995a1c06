//! The selected pack, and its languages.

use pack_editor::{Path, Template, template};
use yew::prelude::*;

use crate::context::Context;
use crate::fields::{labelled, select, text_input, tick};
use crate::messages::BUILT_IN;
use crate::work::Work;

/// The pack: a built-in one, the author's own, or one at an address.
pub(crate) fn which(ctx: &Context) -> Html {
    let (messages, work) = (ctx.messages, ctx.work());
    let options: Vec<_> =
        BUILT_IN.iter().map(|id| ((*id).to_owned(), messages.packs.get(id).unwrap_or(id).to_owned())).collect();
    let choose = |change: fn(&mut Work, String)| {
        let ctx = ctx.clone();
        Callback::from(move |value: String| ctx.edit("", move |work| change(work, value.clone())))
    };
    let languages =
        [("ja", messages.lang_ja), ("en", messages.lang_en)].map(|(id, label)| (id.to_owned(), label.to_owned()));
    let address = {
        let ctx = ctx.clone();
        Callback::from(move |typed: String| {
            ctx.edit("pack.address", move |work| work.pack.address = typed.trim().to_owned());
        })
    };
    let is_own = work.pack.own.is_some();
    let file = work.file(&work.pack.lang);
    let drop = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| ctx.edit("", Work::restore_built_in))
    };
    html! {
        <>
            <div class="pair">
                { labelled(ctx, "pack.id", messages.pack_id, None, select("pack.id", &work.pack.id, &options, choose(Work::choose_built_in))) }
                { labelled(ctx, "pack.lang", messages.pack_lang, None, select("pack.lang", &work.pack.lang, &languages, choose(Work::choose_language))) }
            </div>
            if is_own {
                <div class="own">
                    <p class="note">{ if work.pack.address.is_empty() { messages.own(&file) } else { messages.own_address(&file) } }</p>
                    <button type="button" id="drop-own" onclick={drop}>{ messages.drop_own }</button>
                </div>
            }
            <details id="start">
                <summary>{ messages.start_from }</summary>
                <p class="help">{ messages.start_from_help }</p>
                <div class="buttons">{ for Template::ALL.into_iter().map(|kind| start(ctx, kind)) }</div>
            </details>
            <details>
                <summary>{ messages.address }</summary>
                { labelled(ctx, "pack.address", messages.address, Some(messages.address_help), text_input(ctx, "pack.address", &work.pack.address, true, address)) }
                if !is_own && !work.pack.address.is_empty() {
                    <p class="note">{ messages.address_only }</p>
                }
            </details>
        </>
    }
}

fn start(ctx: &Context, kind: Template) -> Html {
    let onclick = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            ctx.edit("", move |work| {
                let lang = work.pack.lang.clone();
                work.take_pack(template(kind, &lang));
            });
            ctx.announce(ctx.messages.started);
        })
    };
    let label = ctx.messages.templates.get(kind.id()).unwrap_or(kind.id());
    html! { <button type="button" id={format!("start-{}", kind.id())} {onclick} key={kind.id()}>{ label }</button> }
}

/// The version of the author's own pack.
pub(crate) fn version(ctx: &Context) -> Html {
    let path = Path::parse("version");
    let id = ctx.field(&path);
    let on_input = {
        let (ctx, id, path) = (ctx.clone(), id.clone(), path.clone());
        Callback::from(move |typed: String| {
            let path = path.clone();
            ctx.edit_pack(&id, move |draft| draft.set("", &path, Some(diagnosis::Value::Text(typed.clone()))));
        })
    };
    labelled(ctx, &id, ctx.messages.version_of_pack, None, text_input(ctx, &id, ctx.text(&path), false, on_input))
}

/// Whether the pack is in both languages.
pub(crate) fn languages(ctx: &Context) -> Html {
    let messages = ctx.messages;
    let all = ctx.languages();
    let other = if all.first().is_some_and(|lang| lang == "ja") { "en" } else { "ja" };
    let has_other = all.iter().any(|lang| lang == other);
    let built_in = ctx.state.packs.get(&format!("{}.{other}", ctx.work().pack.id)).cloned();
    let change = {
        let ctx = ctx.clone();
        Callback::from(move |is_on: bool| {
            let built_in = built_in.clone();
            ctx.edit_pack("", move |draft| match (is_on, &built_in) {
                (false, _) => draft.remove_language(other),
                // The built-in translation fits as long as the structure is that of the built-in pack.
                (true, Some(pack)) if draft.add_translation(pack.clone()).is_ok() => {}
                (true, _) => draft.add_language(other),
            });
        })
    };
    let label = if other == "en" { messages.both_languages_en } else { messages.both_languages_ja };
    tick("both-languages", label, has_other, Some(messages.both_languages_help), change)
}
