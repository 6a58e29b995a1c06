//! The one way in from the page: questions and answers as text, by lines and words.
//!
//! One way in rather than one for each question, since every way between page and wasm weighs on both sides. What a
//! question that cannot be read comes to is said with each; none fails.

use super::apply::apply;
use super::connectors::{Destination, Heard, Outcome, Refusal, Reply};
use super::entry::{Entry, Sight};
use super::events::{Event, Step};
use super::plan::{Action, plan};
use super::retry::Chance;
use super::stored::Words;
use super::time::Time;
use crate::contact::{Input, InputError};

/// Answers what the page asks `about` something, by name; empty for a name that is none.
///
/// | question | about | more | answer |
/// |---|---|---|---|
/// | `check` | `email`, `phone`, `name`, `company`, `line`, `message` | what was typed | `=` and its form, or `!`, a flaw and its detail |
/// | `receiver` | a destination | | `readable`, `opaque`, `hand`; or `!`, place, reason and mend with tabs between |
/// | `order` | a destination | names of the parts of the lead | the lines of an [`super::Order`] |
/// | `outcome` | a destination | a reply | an outcome, and what else was heard |
/// | `plan` | entries, an empty line between | | `settle ID`, `send ID TO`, `wait SECONDS`, `broken WORD` or nothing |
/// | `apply` | an entry, or nothing | an event | the entry after it; nothing if it is to be forgotten |
///
/// A destination is `TYPE`, its address, then a line for each field: its name, a tab, and a part of the lead, or `=` and a
/// text. A reply is `opaque`, `failed`, `offline`, `timeout`, or a status, what `Retry-After` asks for if anything, and in
/// the next lines the body. An event is `new ID TO SIGHT …`, `start TO BY`, `reply TO BY TRIES OUTCOME`, `time`, `again TO`
/// or `delete`.
///
/// ```
/// use leads::{Chance, Time, answer};
/// let ask = |what: &str, about: &str, more: &str| answer(what, about, more, Time::new(1_795_310_414), Chance(0));
/// assert_eq!(ask("check", "email", "ｔａｒｏ＠example.jp"), "=taro@example.jp");
/// assert_eq!(ask("check", "name", &"x".repeat(41)), "!long 40");
/// let entry = ask("apply", "", "new 12345678-9abc-4ef0-9234-56789abcdef0 crm readable");
/// assert_eq!(entry, "12345678-9abc-4ef0-9234-56789abcdef0 1795310414\ncrm readable 1795310414 queued");
/// assert_eq!(ask("plan", &entry, ""), "send 12345678-9abc-4ef0-9234-56789abcdef0 crm");
/// assert_eq!(ask("outcome", "webhook-json\nhttps://n8n.example/hook", "503 120\nlater"), "later 120");
/// ```
pub fn answer(question: &str, about: &str, more: &str, now: Time, chance: Chance) -> String {
    match question {
        "check" => checked(about, more),
        "plan" => planned(about, now),
        "apply" => applied(about, more, now, chance),
        "receiver" => match Destination::read(about) {
            Ok(destination) => destination.sight().map_or("hand", Sight::id).to_owned(),
            Err(Refusal { path, reason, mend }) => ["!", &path, "\t", reason, "\t", mend].concat(),
        },
        "order" => destination(about, |to| to.order(more).lines().to_owned()),
        "outcome" => destination(about, |to| reply(more).map_or_else(String::new, |reply| heard(to.outcome(&reply)))),
        _ => String::new(),
    }
}

fn checked(input: &str, typed: &str) -> String {
    let Some(input) = Input::from_id(input) else { return String::new() };
    match input.read(typed) {
        Ok(text) => ["=", &text].concat(),
        Err(flaw) => {
            let detail = match flaw {
                InputError::TooLong { max } => max.to_string(),
                InputError::Character(stray) => stray.to_string(),
                _ => return ["!", flaw.id()].concat(),
            };
            ["!", flaw.id(), " ", &detail].concat()
        }
    }
}

fn planned(entries: &str, now: Time) -> String {
    let mut read = Vec::new();
    let mut rest = entries;
    while !rest.is_empty() {
        // Not by `split`: the general search for a text weighs more than all else here.
        let gap = rest.as_bytes().windows(2).position(|bytes| bytes == b"\n\n");
        let (text, after) = gap.and_then(|at| rest.split_at_checked(at)).unwrap_or((rest, ""));
        let Some(entry) = Entry::read(text) else {
            let line = text.split('\n').next().unwrap_or_default();
            return ["broken ", Words::of(line).next()].concat();
        };
        read.push(entry);
        rest = after.trim_start_matches('\n');
    }
    match plan(&read, now) {
        Action::Settle { id } => ["settle ", id.as_str()].concat(),
        Action::Send { id, to } => ["send ", id.as_str(), " ", to.as_str()].concat(),
        Action::Wait { until } => ["wait ", &until.since(now).0.to_string()].concat(),
        Action::Nothing => String::new(),
    }
}

fn applied(before: &str, event: &str, now: Time, chance: Chance) -> String {
    let mut words = Words::of(event);
    let name = words.next();
    let after = if name == "new" {
        // One that is in the outbox already is not taken twice.
        submitted(words, now).filter(|_| before.is_empty()).map(Some)
    } else {
        let event = event_of(name, words);
        Entry::read(before).zip(event).map(|(entry, event)| apply(entry, event, now, chance))
    };
    match after {
        Some(entry) => entry.map_or_else(String::new, |entry| entry.write()),
        None => before.to_owned(),
    }
}

fn submitted(mut words: Words<'_>, now: Time) -> Option<Entry> {
    let id = words.id()?;
    let mut to = Vec::new();
    while let Some(name) = words.id() {
        to.push((name, words.sight()?));
    }
    Some(Entry::new(id, to, now))
}

fn event_of<'a>(name: &str, mut words: Words<'a>) -> Option<Event<'a>> {
    match name {
        "time" => return Some(Event::TimePassed),
        "delete" => return Some(Event::Deleted),
        _ => {}
    }
    let to = words.next();
    let step = match name {
        "start" => Step::Start { by: words.sender()? },
        "reply" => Step::Reply { by: words.sender()?, tries: words.tries()?, outcome: outcome(words)? },
        "again" => Step::Again,
        _ => return None,
    };
    Some(Event::At { to, step })
}

fn outcome(mut words: Words<'_>) -> Option<Outcome> {
    let id = words.next();
    Outcome::from_id(id, words.seconds().unwrap_or_default())
}

fn destination(text: &str, ask: impl Fn(&Destination<'_>) -> String) -> String {
    Destination::read(text).map_or_else(|_| String::new(), |destination| ask(&destination))
}

fn reply(text: &str) -> Option<Reply<'_>> {
    let (head, body) = text.split_once('\n').unwrap_or((text, ""));
    Some(match head {
        "opaque" => Reply::Opaque,
        "failed" => Reply::Failed,
        "offline" => Reply::Offline,
        "timeout" => Reply::TimedOut,
        _ => {
            let mut words = Words::of(head);
            Reply::Status { code: words.number()?, retry_after: words.seconds(), body }
        }
    })
}

fn heard(Heard { outcome, said }: Heard) -> String {
    let said = match outcome {
        Outcome::Later { asked } => asked.0.to_string(),
        _ => said,
    };
    [outcome.id(), if said.is_empty() { "" } else { " " }, &said].concat()
}
