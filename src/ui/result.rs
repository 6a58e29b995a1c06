//! The verdict: score, level, caps, findings, way up, call to action.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{ChangeView, Copy, CtaView, FindingView, ResultView};

use super::{h, say, text};

/// The verdict of `view`. `restart` is the one move that only this view offers; `www/gestures.js` makes the others.
pub fn result(view: &ResultView, copy: &'static Copy, restart: Callback<MouseEvent>) -> Html {
    let restart = html! { <button part="restart" class="quiet" onclick={restart}>{ copy.restart }</button> };
    let mut parts = vec![
        html! { <h2 tabindex="-1">{ h("span.place", vec![text(&view.title)]) }{ copy.result }</h2> },
        summary(view, copy),
    ];
    parts.extend(view.cta.iter().map(cta));
    parts.extend(way_up(view));
    parts.extend([
        findings(view, copy),
        h("div.nav", vec![h("button.quiet@back", vec![say(copy.review)]), restart]),
        h("p.receipt", vec![say(copy.receipt), say(" "), h("span@receipt", vec![text(&view.receipt)])]),
    ]);
    h("div.result@result", parts)
}

fn summary(view: &ResultView, copy: &'static Copy) -> Html {
    let score = html! { <strong part="score">{ view.score }</strong> };
    let level = html! { <strong part="level" data-level={view.level}>{ text(&view.level_title) }</strong> };
    let mut parts = vec![
        h("p.score", vec![ring(view.score), h("span.points", vec![say(copy.score), score, say(copy.of_hundred)])]),
        h("p", vec![h("span.name", vec![say(copy.level)]), level]),
        h("p.meaning", vec![text(&view.meaning)]),
    ];
    if !view.caps.is_empty() {
        let mut caps = vec![h("h3", vec![say(copy.caps)])];
        caps.extend(view.caps.iter().map(|cap| h("p@cap", vec![text(cap)])));
        parts.push(h("div.caps", caps));
    }
    h("div.summary", parts)
}

/// The score as a ring; the number stands in its middle, so that it is decoration for a screen reader.
fn ring(score: u8) -> Html {
    let value = [&score.to_string(), " 100"].concat();
    html! {
        <svg class="ring" viewBox="0 0 100 100" aria-hidden="true">
            <circle cx="50" cy="50" r="45" />
            <circle class="value" cx="50" cy="50" r="45" pathLength="100" stroke-dasharray={value} />
        </svg>
    }
}

fn cta(item: &CtaView) -> Html {
    let link = html! { <a part="cta" href={Rc::clone(&item.href)}>{ text(&item.label) }</a> };
    h("div.call", vec![h("p", vec![text(&item.note)]), link])
}

fn way_up(view: &ResultView) -> Option<Html> {
    let (heading, lead, changes) = view.way_up.as_ref()?;
    let change = |change: &ChangeView| {
        let mut parts = vec![h("strong", vec![text(&change.goal)])];
        parts.extend(change.step.iter().map(|step| h("span", vec![text(step)])));
        h("li", parts)
    };
    let parts =
        vec![h("h3", vec![text(heading)]), h("p", vec![text(lead)]), h("ol", changes.iter().map(change).collect())];
    Some(h("section.way-up@way-up", parts))
}

fn findings(view: &ResultView, copy: &'static Copy) -> Html {
    let mut parts = vec![h("h3", vec![say(copy.findings)])];
    if view.findings.is_empty() {
        parts.push(h("p", vec![say(copy.no_findings)]));
    }
    parts.extend(view.findings.iter().map(|item| finding(item, copy)));
    if !view.more_findings.is_empty() {
        let mut more = vec![h("summary", vec![text(&view.more_label)])];
        more.extend(view.more_findings.iter().map(|item| finding(item, copy)));
        parts.push(h("details", more));
    }
    h("section", parts)
}

fn finding(item: &FindingView, copy: &'static Copy) -> Html {
    let steps = item.steps.iter().map(|step| h("li", vec![text(step)])).collect();
    let rows = [
        (copy.pattern, text(&item.pattern)),
        (copy.why, text(&item.why)),
        (copy.steps, h("ul", steps)),
        (copy.who, text(&item.who)),
    ];
    let rows = rows.into_iter().flat_map(|(name, content)| [h("dt", vec![say(name)]), h("dd", vec![content])]);
    h("article@finding", vec![h("h4", vec![text(&item.title)]), h("dl", rows.collect())])
}
