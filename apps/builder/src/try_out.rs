//! Results of answers: a simulation of all runs of the pack, and a form for trying answers, computed by the real
//! engine.

use std::rc::Rc;

use authoring::{Appearance, Simulation, SimulationReport};
use diagnosis::{Answers, Pack, Value};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::messages::Messages;
use crate::try_answers::try_answers;

/// Number of runs that are counted before the page may render and respond.
const CHUNK: u64 = 400;
/// Debounce delay after typing before the runs are counted again, in milliseconds.
const REST: u32 = 600;

/// Sample answers that lead to a result with findings: each question's middle choice, and no box.
pub(crate) fn sample_run(pack: &Value) -> Option<String> {
    let mut answers = Answers::new(Rc::new(Pack::read(pack).ok()?));
    while let Some(question) = answers.first_open() {
        let middle = question.choices.get(question.choices.len() / 2).map(|choice| choice.id.as_str());
        let chosen: Vec<&str> = middle.into_iter().filter(|_| !question.multiple).collect();
        answers.answer(&question, &chosen);
    }
    Some(answers.encode())
}

/// The run, as far as it still fits the pack; the sample if it no longer reaches a result.
pub(crate) fn fitting_run(pack: &Value, run: &str) -> Option<String> {
    let read = Rc::new(Pack::read(pack).ok()?);
    let answers = Answers::parse(read, run);
    match answers.first_open() {
        None => Some(answers.encode()),
        Some(_) => sample_run(pack),
    }
}

/// Properties of [`TryOut`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TryOutProps {
    /// The pack.
    pub(crate) pack: Value,
    /// The messages.
    pub(crate) messages: &'static Messages,
    /// Receives answers whose result the preview is to show.
    pub(crate) on_show: Callback<AttrValue>,
}

/// The simulation with its bars, and the answers to try.
#[component]
pub(crate) fn TryOut(props: &TryOutProps) -> Html {
    let TryOutProps { pack, messages, on_show } = props.clone();
    let read = use_memo(pack, |pack| Pack::read(pack).ok().map(Rc::new));
    let report = use_state(|| None::<SimulationReport>);
    let run = use_state(String::new);
    // Counting is cancelled with the component, or by the next pack.
    let counting = use_mut_ref(|| None::<Timeout>);
    {
        let (report, counting) = (report.clone(), Rc::clone(&counting));
        use_effect_with(read.clone(), move |read| {
            let simulation = (**read).clone().map(Simulation::of);
            let kept = Rc::clone(&counting);
            *kept.borrow_mut() =
                simulation.map(|simulation| Timeout::new(REST, move || count(simulation, report, counting)));
            move || *kept.borrow_mut() = None
        });
    }
    let Some(pack) = (*read).clone() else {
        return html! { <section aria-labelledby="group-simulation"><h2 id="group-simulation">{ messages.group_simulation }</h2><p class="note">{ messages.simulation_refused }</p></section> };
    };
    html! {
        <>
            <section aria-labelledby="group-simulation" id="simulation">
                <h2 id="group-simulation">{ messages.group_simulation }</h2>
                <p class="help">{ messages.simulation_help }</p>
                if let Some(report) = &*report {
                    { shown(&pack, report, messages, &on_show) }
                } else {
                    <p>{ messages.checking }</p>
                }
            </section>
            <section aria-labelledby="group-try" id="try">
                <h2 id="group-try">{ messages.group_try }</h2>
                { try_answers(&pack, &run, messages, &on_show) }
            </section>
        </>
    }
}

fn count(
    mut simulation: Simulation,
    report: UseStateHandle<Option<SimulationReport>>,
    counting: Rc<std::cell::RefCell<Option<Timeout>>>,
) {
    let has_more = simulation.step(CHUNK);
    let (done, all) = simulation.progress();
    // Rendering costs as much as counting: only each tenth of the runs and the end are rendered.
    if !has_more || done % (all / 10).max(1) < CHUNK {
        report.set(Some(simulation.report()));
    }
    if has_more {
        let again = Rc::clone(&counting);
        *again.borrow_mut() = Some(Timeout::new(0, move || count(simulation, report, counting)));
    }
}

fn percent(part: u64, all: u64) -> String {
    let tenths = part.saturating_mul(1000).checked_div(all).unwrap_or_default();
    format!("{}.{}%", tenths / 10, tenths % 10)
}

fn shown(pack: &Pack, report: &SimulationReport, messages: &'static Messages, on_show: &Callback<AttrValue>) -> Html {
    let bar = |id: String, label: String, runs: u64, example: &Option<String>, note: &str| {
        let onclick = {
            let (on_show, example) = (on_show.clone(), example.clone());
            Callback::from(move |_: MouseEvent| {
                if let Some(run) = &example {
                    on_show.emit(run.clone().into());
                }
            })
        };
        let share = percent(runs, report.runs);
        let width = runs.saturating_mul(100).checked_div(report.runs).unwrap_or_default();
        html! {
            <li key={id.clone()}>
                <button type="button" {id} class="run" disabled={example.is_none()} {onclick}>
                    <span>{ label }</span>
                    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width={width.to_string()} height="6" /></svg>
                    <span>{ share }{ " " }{ note }</span>
                </button>
            </li>
        }
    };
    let titles = [
        pack.levels().ready.title.clone(),
        pack.levels().nearly.title.clone(),
        pack.levels().prepare.title.clone(),
        pack.levels().rethink.title.clone(),
    ];
    let note = |appearance: Appearance| match appearance {
        Appearance::Never => messages.never,
        Appearance::NotSeen => messages.unseen,
        Appearance::Always => messages.always,
        Appearance::Sometimes => "",
    };
    let findings = report.findings.iter().zip(pack.findings());
    html! {
        <>
            <p id="counted">{ counted(report, messages) }</p>
            <h3>{ messages.group_levels }</h3>
            <ul class="runs">{ for report.levels.iter().zip(titles).map(|(tally, title)| {
                bar(format!("run-{}", tally.level), title.to_string(), tally.runs, &tally.example, note(tally.appearance))
            }) }</ul>
            <h3>{ messages.group_findings }</h3>
            <ul class="runs">{ for findings.map(|(tally, finding)| {
                bar(format!("run-finding-{}", tally.finding), finding.title.to_string(), tally.runs, &tally.example, note(tally.appearance))
            }) }</ul>
            <h3>{ messages.scores }</h3>
            { histogram(report, messages, on_show) }
        </>
    }
}

fn counted(report: &SimulationReport, messages: &'static Messages) -> String {
    match (report.is_finished, report.is_exhaustive) {
        (false, _) => messages.counting(&report.runs),
        (true, true) => messages.counted_all(&report.runs),
        (true, false) => messages.counted_some(&report.runs),
    }
}

/// The histogram of scores in tens; pressing a bar shows a run with one of them.
fn histogram(report: &SimulationReport, messages: &'static Messages, on_show: &Callback<AttrValue>) -> Html {
    let tens =
        |ten: u8| report.scores.iter().filter(move |tally| tally.score / 10 == ten || (ten == 9 && tally.score == 100));
    let max = (0..10).map(|ten| tens(ten).map(|tally| tally.runs).sum::<u64>()).max().unwrap_or_default();
    let bar = |ten: u8| {
        let runs: u64 = tens(ten).map(|tally| tally.runs).sum();
        let example = tens(ten).find_map(|tally| tally.example.clone());
        let height = runs.saturating_mul(40).checked_div(max).unwrap_or_default();
        let label =
            messages.scores_of(&(ten * 10), &if ten == 9 { 100 } else { ten * 10 + 9 }, &percent(runs, report.runs));
        let is_off = example.is_none();
        let onclick = {
            let on_show = on_show.clone();
            Callback::from(move |_: MouseEvent| {
                if let Some(run) = &example {
                    on_show.emit(run.clone().into());
                }
            })
        };
        html! {
            <button type="button" key={ten} class="score" aria-label={label.clone()} title={label} disabled={is_off} {onclick}>
                <svg viewBox="0 0 10 40" preserveAspectRatio="none" aria-hidden="true"><rect y={(40 - height).to_string()} width="10" height={height.to_string()} /></svg>
                <span aria-hidden="true">{ ten * 10 }</span>
            </button>
        }
    };
    html! { <div class="histogram">{ for (0..10).map(bar) }</div> }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_sample_and_what_fits_reach_a_result() {
        let pack: Value = serde_json::from_str(include_str!("../../../packs/readiness.ja.json")).unwrap();
        let read = Rc::new(Pack::read(&pack).unwrap());
        let is_complete = |run: &str| Answers::parse(Rc::clone(&read), run).complete().is_ok();
        assert!(is_complete(&sample_run(&pack).unwrap()));
        assert!(is_complete(&fitting_run(&pack, "purpose=met&gone=yes").unwrap()));
        let all = sample_run(&pack).unwrap();
        assert_eq!(fitting_run(&pack, &all), Some(all));
        assert_eq!(percent(1, 3), "33.3%");
    }
}
