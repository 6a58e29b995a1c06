//! The second step: levels, caps, findings, roadmap, offers; and the results of all runs.

use pack_editor::{Item, Path, list};
use yew::prelude::*;

use crate::caps::{add_cap, cap};
use crate::context::Context;
use crate::fields::diagnostics_of;
use crate::findings::finding;
use crate::levels::{bar, level};
use crate::next_steps::{offer, stage};
use crate::pack_parts::{add, row};
use crate::try_out::TryOut;

/// The step.
pub(crate) fn result_step(ctx: &Context) -> Html {
    let messages = ctx.messages;
    if ctx.draft.is_none() {
        return html! { <p class="note">{ messages.checking }</p> };
    }
    html! {
        <>
            <section aria-labelledby="group-levels">
                <h2 id="group-levels">{ messages.group_levels }</h2>
                <p class="help">{ messages.levels_help }</p>
                { bar(ctx) }
                { diagnostics_of(ctx, &Path::parse("levels")) }
                <ol class="rows">{ for (0..list(ctx.pack(), &Path::parse("levels")).len()).map(|at| level(ctx, at)) }</ol>
            </section>
            <section aria-labelledby="group-caps">
                <h2 id="group-caps">{ messages.group_caps }</h2>
                <p class="help">{ messages.caps_help }</p>
                { for entries(ctx, "caps").map(|path| cap(ctx, &path)) }
                { add_cap(ctx) }
            </section>
            { rows(ctx, "findings", messages.group_findings, add(ctx, "add-finding", messages.add_finding, Item::Finding), finding) }
            { rows(ctx, "roadmap", messages.group_roadmap, add(ctx, "add-stage", messages.add_stage, Item::Stage), stage) }
            { rows(ctx, "next", messages.group_next, add(ctx, "add-offer", messages.add_offer, Item::Offer), offer) }
            <TryOut pack={ctx.pack().clone()} messages={messages} on_show={show(ctx)} />
        </>
    }
}

fn show(ctx: &Context) -> Callback<AttrValue> {
    let ctx = ctx.clone();
    Callback::from(move |run: AttrValue| {
        ctx.dispatch.dispatch(crate::state::Action::Run(Some(run.as_str().into())));
        ctx.announce(ctx.messages.run_shown);
    })
}

fn entries(ctx: &Context, key: &str) -> impl Iterator<Item = Path> {
    let place = Path::parse(key);
    (0..list(ctx.pack(), &place).len()).map(move |at| place.at(at))
}

fn rows(ctx: &Context, key: &str, heading: &str, add: Html, fields: fn(&Context, &Path) -> Html) -> Html {
    let heading_id = format!("group-{key}");
    let one = |path: Path| {
        let title = ["title", "label"].map(|name| ctx.text(&path.key(name)).to_owned()).concat();
        row(ctx, &path, html! { title }, || fields(ctx, &path))
    };
    html! {
        <section aria-labelledby={heading_id.clone()}>
            <h2 id={heading_id}>{ heading }</h2>
            <ol class="rows">{ for entries(ctx, key).map(one) }</ol>
            { add }
        </section>
    }
}
