//! The events of an endpoint: one JSON object per line, or a list of them.
//!
//! `{"visit":"…","event":"shindan:view","question":"purpose","index":1,"total":8,"variant":"b"}`. With `visit` in every
//! line, each visit counts once; without it, events are counted.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::counts::{Counts, Funnel, Unit};
use crate::event::Event;
use crate::problem::Problem;

/// An event as written in the export.
struct EventLine<'v> {
    event: Event,
    visit: Option<&'v str>,
    question: &'v str,
    index: Option<u32>,
    arm: &'v str,
}

pub(crate) fn read(text: &str) -> Result<Funnel, Problem> {
    let values = values(text)?;
    let mut events = Vec::new();
    for (line, value) in &values {
        events.extend(read_event(value, *line)?);
    }
    let has_visits = events.iter().all(|one| one.visit.is_some());
    let (counts, unit) = if has_visits { (by_visit(&events), Unit::Visits) } else { (by_event(&events), Unit::Events) };
    counts.funnel(unit).ok_or(Problem::NothingSeen)
}

/// Each value with its line.
fn values(text: &str) -> Result<Vec<(usize, Value)>, Problem> {
    if text.trim_start().starts_with('[') {
        let list: Vec<Value> = serde_json::from_str(text).map_err(|error| Problem::NoJson { line: error.line() })?;
        return Ok((1..).zip(list).collect());
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let parse = |(at, line): (usize, &str)| match serde_json::from_str(line) {
        Ok(value) => Ok((at + 1, value)),
        Err(_) => Err(Problem::NoJson { line: at + 1 }),
    };
    lines.map(parse).collect()
}

/// The event of a value; `None` if it is not counted.
fn read_event(value: &Value, line: usize) -> Result<Option<EventLine<'_>>, Problem> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let name = text("event").ok_or(Problem::NoEvent { line })?;
    let Some(event) = Event::named(name, text("state")) else { return Ok(None) };
    let question = match text("question") {
        None if event.is_of_question() => return Err(Problem::NoQuestion { line }),
        question => question.unwrap_or_default(),
    };
    let index = value.get("index").and_then(Value::as_u64).and_then(|index| u32::try_from(index).ok());
    Ok(Some(EventLine { event, visit: text("visit"), question, index, arm: text("variant").unwrap_or_default() }))
}

fn by_event(events: &[EventLine<'_>]) -> Counts {
    let mut counts = Counts::default();
    let first = events.iter().filter(|one| one.event == Event::View).filter_map(|one| one.index).min();
    for one in events {
        if one.event.is_of_question() {
            counts.add_question(one.event, one.question, one.index, 1.0);
        }
        // Only the view of the first question counts as a view of the arm.
        if one.event != Event::Answer && (one.event != Event::View || one.index == first) {
            counts.add(one.event, one.arm, 1.0);
        }
    }
    counts
}

/// One visit: the questions that it saw and answered, and its other events.
#[derive(Default)]
struct Visit<'v> {
    of_questions: BTreeSet<(Event, &'v str)>,
    happened: BTreeSet<Event>,
    last_seen: &'v str,
    arm: &'v str,
}

fn by_visit(events: &[EventLine<'_>]) -> Counts {
    let mut visits: BTreeMap<&str, Visit<'_>> = BTreeMap::new();
    let mut places: BTreeMap<&str, u32> = BTreeMap::new();
    for one in events {
        let visit = visits.entry(one.visit.unwrap_or_default()).or_default();
        visit.happened.insert(one.event);
        if !one.arm.is_empty() {
            visit.arm = one.arm;
        }
        if one.event == Event::View {
            visit.of_questions.insert((Event::View, one.question));
            visit.last_seen = one.question;
        }
        if let Some(index) = one.index.filter(|_| one.event.is_of_question()) {
            places.entry(one.question).and_modify(|place| *place = index.min(*place)).or_insert(index);
        }
    }
    let mut counts = Counts::default();
    for visit in visits.values() {
        let is_done = visit.happened.contains(&Event::Complete);
        for (_, question) in &visit.of_questions {
            let index = places.get(question).copied();
            counts.add_question(Event::View, question, index, 1.0);
            // A visit that continued or reached a verdict did not leave here, even if it answered twice.
            let has_left = !is_done && *question == visit.last_seen;
            counts.add_question(Event::Answer, question, index, if has_left { 0.0 } else { 1.0 });
        }
        for event in visit.happened.iter().filter(|event| **event != Event::Answer) {
            counts.add(*event, visit.arm, 1.0);
        }
    }
    counts
}
