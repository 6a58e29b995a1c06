//! A widget in a sandboxed frame that may run scripts and nothing else: it has no storage, no origin, and may send no
//! form.

use e2e::rules::Answers;
use e2e::{Action, Page};

use crate::page::{Host, filled};

/// Devtools do not put it into a frame of another process.
const PROBE: &str = include_str!("../../../src/probe.js");

#[tokio::test]
async fn the_whole_way_is_gone_in_the_frame() {
    let host = Host::of("sandbox").await;
    // Whoever has no origin of its own is a stranger to every site.
    host.site.treats("", Action::Pass.with("Access-Control-Allow-Origin", "*"));
    let frame = filled("sandbox/frame.html").replacen("<head>", &format!("<head><script>{PROBE}</script>"), 1);
    host.site.page("hosts/sandbox/frame.html", Page::of(frame));
    host.opens().await;
    let before = host.stands().await;

    host.browser.enters_the_frame().await;
    let (widget, answers) = (host.browser.widget(), Answers { time: "partly", ..Answers::all_met() });
    widget.is_live().await;
    widget.answers_all(&answers).await;
    let (verdict, expected) = (widget.verdict().await, answers.expected());
    assert_eq!((verdict.score, verdict.level.as_str()), (Some(expected.score), expected.level));
    assert_eq!(widget.cta().await.href.as_deref(), Some("#consultation"));
    widget.presses_on("[part~=share][name=shindan]").await;
    // Where the frame may not copy it is there to be copied by hand.
    let copied = |screen: &e2e::Screen| {
        screen.verdict.as_ref().and_then(|verdict| verdict.link.clone().or(verdict.status.clone()))
    };
    widget.shows("that the link was copied, or the link", copied).await;

    host.browser.leaves_the_frame().await;
    before.is_what(&host.stands().await, "after the widget has run in its frame");
    host.has_had_no_trouble().await;
}
