//! The linter's remarks: as a list whose entries lead to their fields, and beside the field itself.

use authoring::Severity;
use pack_editor::Path;
use yew::prelude::*;

use crate::checks::{Remark, Source, fix};
use crate::context::Context;
use crate::labels::label;
use crate::place::Place;

/// Maximum number of remarks shown; further ones are only counted until these are fixed.
const SHOWN_MAX: usize = 60;

/// The list of remarks.
pub(crate) fn remarks(ctx: &Context) -> Html {
    let words = ctx.words;
    let Some(checks) = &ctx.state.checks else {
        return html! { <ul class="remarks" id="remarks"><li>{ words.checking }</li></ul> };
    };
    let entry = |(at, remark): (usize, &Remark)| entry(ctx, at, remark);
    html! {
        <ul class="remarks" id="remarks">
            if checks.remarks.is_empty() {
                <li class="fine">{ words.no_remarks }</li>
            } else {
                { for checks.remarks.iter().take(SHOWN_MAX).enumerate().map(entry) }
                if let Some(more) = checks.remarks.len().checked_sub(SHOWN_MAX).filter(|more| *more > 0) {
                    <li>{ words.more_remarks(&more) }</li>
                }
            }
        </ul>
    }
}

fn entry(ctx: &Context, at: usize, remark: &Remark) -> Html {
    let (words, wording) = (ctx.words, ctx.wording());
    let diagnostic = &remark.diagnostic;
    let is_error = diagnostic.severity == Severity::Error;
    let lang = match &remark.source {
        Source::Pack(lang) if ctx.languages().len() > 1 => Some(lang),
        _ => None,
    };
    let name = label(words, &Path::parse(&diagnostic.path));
    let name = lang.map_or(name.clone(), |lang| words.label_in(&name, lang));
    let onclick = {
        let (ctx, id) = (ctx.clone(), remark.id.clone());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            ctx.go(Place::of(&id));
        })
    };
    html! {
        <li class={diagnostic.severity.id()} data-path={diagnostic.path.clone()} key={format!("{at} {} {:?}", remark.id, diagnostic.code)}>
            <strong>{ if is_error { words.problem } else { words.hint } }</strong>
            { " " }
            <a href={format!("#{}", remark.id)} {onclick}>{ name }</a>
            <p>{ diagnostic.text(wording) }<br />{ format!("→ {}", diagnostic.fix(wording)) }</p>
            <code>{ &diagnostic.path }</code>
            { fix_button(ctx, remark) }
        </li>
    }
}

/// One remark at its field.
pub(crate) fn inline(ctx: &Context, remark: &Remark) -> Html {
    let (diagnostic, wording) = (&remark.diagnostic, ctx.wording());
    html! {
        <div class={classes!("said", diagnostic.severity.id())}>
            <p>{ diagnostic.text(wording) }{ format!(" → {}", diagnostic.fix(wording)) }</p>
            { fix_button(ctx, remark) }
        </div>
    }
}

fn fix_button(ctx: &Context, remark: &Remark) -> Html {
    if !remark.has_fix {
        return html! {};
    }
    let onclick = {
        let (ctx, remark) = (ctx.clone(), remark.clone());
        Callback::from(move |_: MouseEvent| {
            let remark = remark.clone();
            ctx.edit("", move |work| fix(work, &remark));
        })
    };
    html! { <button type="button" class="fix" {onclick}>{ ctx.words.fix }</button> }
}
