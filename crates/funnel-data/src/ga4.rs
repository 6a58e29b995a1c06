//! A CSV that GA4 exports from an exploration: remarks that begin with `#`, a header line, and one line per row.
//!
//! Required are the columns "Event name", the parameter `question`, and "Total users" or "Event count"; `index` and
//! `variant` are optional. The names of GA4's own columns may be English or Japanese.

use spreadsheet::csv;

use crate::counts::{Counts, Funnel, Unit};
use crate::event::Event;
use crate::problem::Problem;

const EVENT: [&str; 2] = ["event name", "イベント名"];
const USERS: [&str; 5] = ["total users", "active users", "総ユーザー数", "合計ユーザー数", "アクティブ ユーザー"];
const EVENTS: [&str; 2] = ["event count", "イベント数"];
/// The value that GA4 writes if an event lacks the parameter.
const NOT_SET: &str = "(not set)";

/// The indexes of the columns.
struct Columns {
    event: usize,
    question: usize,
    index: Option<usize>,
    arm: Option<usize>,
    count: usize,
    unit: Unit,
}

pub(crate) fn read(text: &str) -> Result<Funnel, Problem> {
    let is_line = |line: &str| !line.trim().is_empty() && !line.starts_with('#');
    let lines = (1..).zip(text.lines()).filter(|(_, line)| is_line(line));
    let rows: Vec<(usize, Vec<String>)> = lines.map(|(at, line)| (at, csv::first_line(line))).collect();
    let is_header = |(_, cells): &&(usize, Vec<String>)| cells.iter().any(|cell| is_one_of(cell, &EVENT));
    let (line, header) = rows.iter().find(is_header).ok_or(Problem::NoHeader)?;
    let columns = columns(header, *line)?;
    let mut rows_read = Vec::new();
    for (line, cells) in rows.iter().filter(|(at, _)| at > line) {
        rows_read.extend(row(cells, &columns, *line)?);
    }
    count(&rows_read).funnel(columns.unit).ok_or(Problem::NothingSeen)
}

fn is_one_of(cell: &str, names: &[&str]) -> bool {
    names.contains(&cell.trim().to_lowercase().as_str())
}

fn columns(header: &[String], line: usize) -> Result<Columns, Problem> {
    let at = |names: &[&str]| header.iter().position(|cell| is_one_of(cell, names));
    let (users, events) = (at(&USERS), at(&EVENTS));
    Ok(Columns {
        event: at(&EVENT).ok_or(Problem::NoHeader)?,
        question: at(&["question", "質問"]).ok_or(Problem::NoQuestionColumn { line })?,
        index: at(&["index"]),
        arm: at(&["variant"]),
        count: users.or(events).ok_or(Problem::NoCountColumn { line })?,
        unit: if users.is_some() { Unit::Users } else { Unit::Events },
    })
}

/// A row that is counted.
struct Row {
    event: Event,
    question: String,
    index: Option<u32>,
    arm: String,
    count: f64,
}

/// The row of these cells; `None` for totals, and for other events.
fn row(cells: &[String], columns: &Columns, line: usize) -> Result<Option<Row>, Problem> {
    let cell = |at: usize| cells.get(at).map(|cell| cell.trim()).filter(|cell| *cell != NOT_SET).unwrap_or_default();
    let Some(event) = Event::named(cell(columns.event), None) else { return Ok(None) };
    let found = cell(columns.count);
    // The number may have thousands separators.
    let count = found.replace(',', "").parse::<f64>().ok().filter(|count| count.is_finite() && *count >= 0.0);
    let count = count.ok_or_else(|| Problem::NoNumber { line, found: found.chars().take(40).collect() })?;
    Ok(Some(Row {
        event,
        question: cell(columns.question).to_owned(),
        index: columns.index.and_then(|at| cell(at).parse().ok()),
        arm: columns.arm.map(cell).unwrap_or_default().to_owned(),
        count,
    }))
}

fn count(rows: &[Row]) -> Counts {
    let mut counts = Counts::default();
    for row in rows.iter().filter(|row| row.event.is_of_question() && !row.question.is_empty()) {
        counts.add_question(row.event, &row.question, row.index, row.count);
    }
    // The people who saw any question are those who saw the most frequent one.
    let mut seen: Vec<(&str, f64)> = Vec::new();
    for row in rows.iter().filter(|row| row.event == Event::View && !row.question.is_empty()) {
        match seen.iter_mut().find(|(question, _)| *question == row.question) {
            Some((_, count)) => *count += row.count,
            None => seen.push((&row.question, row.count)),
        }
    }
    let most = seen.iter().max_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(question, _)| *question);
    for row in rows {
        let is_counted = match row.event {
            Event::Answer => false,
            Event::View => most == Some(row.question.as_str()),
            _ => true,
        };
        if is_counted {
            counts.add(row.event, &row.arm, row.count);
        }
    }
    counts
}
