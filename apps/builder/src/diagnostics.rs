//! The linter's remarks: as a list whose entries lead to their fields, and beside the field itself.

use authoring::Severity;
use pack_editor::Path;
use yew::prelude::*;

use crate::checks::{FieldDiagnostic, Source, fix};
use crate::context::Context;
use crate::labels::label;
use crate::place::Place;

/// Maximum number of remarks shown; further ones are only counted until these are fixed.
const SHOWN_MAX: usize = 60;

/// The list of remarks.
pub(crate) fn diagnostics(ctx: &Context) -> Html {
    let messages = ctx.messages;
    let Some(checks) = &ctx.state.checks else {
        return html! { <ul class="remarks" id="remarks"><li>{ messages.checking }</li></ul> };
    };
    let entry = |(at, found): (usize, &FieldDiagnostic)| entry(ctx, at, found);
    html! {
        <ul class="remarks" id="remarks">
            if checks.diagnostics.is_empty() {
                <li class="fine">{ messages.no_remarks }</li>
            } else {
                { for checks.diagnostics.iter().take(SHOWN_MAX).enumerate().map(entry) }
                if let Some(more) = checks.diagnostics.len().checked_sub(SHOWN_MAX).filter(|more| *more > 0) {
                    <li>{ messages.more_remarks(&more) }</li>
                }
            }
        </ul>
    }
}

fn entry(ctx: &Context, at: usize, found: &FieldDiagnostic) -> Html {
    let (messages, wording) = (ctx.messages, ctx.wording());
    let diagnostic = &found.diagnostic;
    let is_error = diagnostic.severity == Severity::Error;
    let lang = match &found.source {
        Source::Pack(lang) if ctx.languages().len() > 1 => Some(lang),
        _ => None,
    };
    let name = label(messages, &Path::parse(&diagnostic.path));
    let name = lang.map_or(name.clone(), |lang| messages.label_in(&name, lang));
    let onclick = {
        let (ctx, id) = (ctx.clone(), found.id.clone());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            ctx.go(Place::of(&id));
        })
    };
    html! {
        <li class={diagnostic.severity.id()} data-path={diagnostic.path.clone()} key={format!("{at} {} {:?}", found.id, diagnostic.code)}>
            <strong>{ if is_error { messages.problem } else { messages.hint } }</strong>
            { " " }
            <a href={format!("#{}", found.id)} {onclick}>{ name }</a>
            <p>{ diagnostic.text(wording) }<br />{ format!("→ {}", diagnostic.fix(wording)) }</p>
            <code>{ &diagnostic.path }</code>
            { fix_button(ctx, found) }
        </li>
    }
}

/// A diagnostic, shown beside its field.
pub(crate) fn inline(ctx: &Context, found: &FieldDiagnostic) -> Html {
    let (diagnostic, wording) = (&found.diagnostic, ctx.wording());
    html! {
        <div class={classes!("diagnostic", diagnostic.severity.id())}>
            <p>{ diagnostic.text(wording) }{ format!(" → {}", diagnostic.fix(wording)) }</p>
            { fix_button(ctx, found) }
        </div>
    }
}

fn fix_button(ctx: &Context, found: &FieldDiagnostic) -> Html {
    if !found.has_fix {
        return html! {};
    }
    let onclick = {
        let (ctx, found) = (ctx.clone(), found.clone());
        Callback::from(move |_: MouseEvent| {
            let found = found.clone();
            ctx.edit("", move |work| fix(work, &found));
        })
    };
    html! { <button type="button" class="fix" {onclick}>{ ctx.messages.fix }</button> }
}
