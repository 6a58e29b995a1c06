//! What was made: what there is to know of it, and the files to be saved.

use staff::{Announcer, Button, ButtonKind, use_download};
use yew::prelude::*;

use crate::export::export_output::{CellProblem, ExportFile, ExportOutput, ExportReport, LeadWarning};
use crate::export::program::Program;
use crate::messages::Messages;
use crate::shared::Shared;

/// Remarks that are listed; the rest is counted.
const WARNINGS_MAX: usize = 100;

/// Properties of [`ExportResult`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ExportResultProps {
    pub(crate) messages: &'static Messages,
    pub(crate) announcer: Announcer,
    pub(crate) made: Shared<ExportOutput>,
}

/// The result of an export.
#[component]
pub(crate) fn ExportResult(props: &ExportResultProps) -> Html {
    let ExportResultProps { messages, announcer, made } = props.clone();
    let download = use_download();
    let line = match (made.count, made.report.warnings.is_empty()) {
        (0, _) => messages.made_nothing.to_owned(),
        (count, true) => messages.made(&count),
        (count, false) => messages.made_with_remarks(&count),
    };
    let file = |file: &ExportFile| {
        let ExportFile { name, blob, count } = file.clone();
        let size = messages.file_size(&count, &size(blob.size()));
        let line =
            if made.program == Program::Benchmark { messages.saved_counts(&name) } else { messages.saved(&name) };
        let label = messages.save(&name);
        let (download, announcer) = (download.clone(), announcer.clone());
        let onclick = move |()| {
            download.emit((name.clone().into(), blob.clone()));
            announcer.announce(line.clone());
        };
        html! { <li><Button kind={ButtonKind::Main} class="save" {label} {onclick} />{ " " }{ size }</li> }
    };
    html! {
        <>
            <p><strong>{ line }</strong></p>
            { for notes_of(messages, &made).into_iter().map(|line| html! { <p>{ line }</p> }) }
            { warnings(messages, &made.report) }
            <ul class="saves">{ for made.files.iter().map(file) }</ul>
        </>
    }
}

fn size(bytes: u64) -> String {
    if bytes < 1_000_000 { format!("{} KB", bytes.div_ceil(1_000)) } else { format!("{:.1} MB", bytes as f64 / 1e6) }
}

/// What there is to say of a file, a line each.
fn notes_of(messages: &Messages, made: &ExportOutput) -> Vec<String> {
    let ExportReport { warnings, replaced, purged, tests, left_out, unknown } = &made.report;
    let (lost, parts) = (made.report.lost(), made.files.len());
    let lacking = warnings.len() - lost;
    let program = messages.programs.get(made.program.id()).unwrap_or_default();
    let lines = [
        (lost > 0).then(|| messages.has_lost(&lost)),
        (lacking > 0).then(|| messages.has_lacking(&program, &lacking)),
        (!replaced.is_empty()).then(|| messages.has_replaced(&named(replaced))),
        (*purged > 0).then(|| messages.has_gone(purged)),
        (*tests > 0).then(|| messages.has_tests(tests)),
        (*left_out > 0).then(|| messages.has_left_out(left_out)),
        (!unknown.is_empty()).then(|| messages.has_unknown(&unknown.join(messages.comma))),
        (parts > 1 && made.program != Program::Benchmark).then(|| messages.has_parts(&parts)),
    ];
    lines.into_iter().flatten().collect()
}

fn named(characters: &[char]) -> String {
    characters.iter().map(|each| spreadsheet::cp932::named(*each)).collect::<Vec<_>>().join(" ")
}

fn warnings(messages: &Messages, report: &ExportReport) -> Html {
    let Some(more) = report.warnings.len().checked_sub(1).map(|_| report.warnings.len().saturating_sub(WARNINGS_MAX))
    else {
        return html! {};
    };
    let warning = |LeadWarning { reference, title, about }: &LeadWarning| {
        let text = match about {
            CellProblem::Lost(lost) => messages.remark_lost(reference, title, &named(lost)),
            CellProblem::Lacking => messages.remark_lacking(reference, title),
        };
        html! { <li>{ text }</li> }
    };
    html! {
        <ul class="remarks" id="remarks" tabindex="0" aria-label={messages.remarks}>
            { for report.warnings.iter().take(WARNINGS_MAX).map(warning) }
            if more > 0 {
                <li>{ messages.remark_more(&more) }</li>
            }
        </ul>
    }
}
