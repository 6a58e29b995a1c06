//! An entry as text for storage, and back: a line for the lead, and a line for each destination, in words.
//!
//! ```text
//! 12345678-9abc-4ef0-9234-56789abcdef0 1795310414          (or: … gone 1795310420)
//! hubspot readable 1795310414 retry_wait 1 1795310414 3 0
//! form opaque 1795310414 sent_unconfirmed 1795310415
//! ```
//!
//! What is stored may be of another version, or damaged by whoever has the device in hand. Then it is not taken up, and its
//! caller says so; nothing is guessed.

use super::entry::{Delivery, Entry, FinalState, ReplyVisibility, State, TabId};
use super::retry::Attempt;
use super::time::{Seconds, Span, Time};
use diagnosis::Id;

impl Entry {
    /// The entry as text. [`Entry::read`] takes it up again.
    pub fn write(&self) -> String {
        let mut text = self.id.as_str().to_owned();
        number(self.created.get(), &mut text);
        if let Some(since) = self.purged_at {
            text.push_str(" gone");
            number(since.get(), &mut text);
        }
        self.deliveries.iter().for_each(|delivery| write(delivery, &mut text));
        text
    }

    /// Takes up an entry from storage; `None` if it is not one that [`Entry::write`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let mut words = Words::of(lines.next()?);
        let mut entry = Self { id: words.id()?, created: words.time()?, purged_at: None, deliveries: Vec::new() };
        match words.next() {
            "gone" => entry.purged_at = Some(words.time()?),
            "" => {}
            _ => return None,
        }
        for line in lines {
            let delivery = read(Words::of(line))?;
            if entry.is_purged() && delivery.state.end().is_none() {
                return None;
            }
            entry.deliveries.push(delivery);
        }
        Some(entry)
    }
}

fn write(delivery: &Delivery, text: &mut String) {
    let mut word = |glue: char, word: &str| {
        text.push(glue);
        text.push_str(word);
    };
    word('\n', delivery.to.as_str());
    word(' ', delivery.visibility.id());
    number(delivery.queued_at.get(), text);
    text.push(' ');
    text.push_str(delivery.state.id());
    let numbers = match delivery.state {
        State::Queued => [None; 4],
        State::Sending { by, attempt, since } => [Some(by.0), Some(attempt.get().into()), Some(since.get()), None],
        State::RetryWait { attempt, wait, retry_after } => {
            [Some(attempt.get().into()), Some(wait.from.get()), Some(wait.length.0), Some(retry_after.0)]
        }
        State::Final { at, .. } => [Some(at.get()), None, None, None],
    };
    numbers.into_iter().flatten().for_each(|n| number(n, text));
}

fn number(number: u32, text: &mut String) {
    text.push(' ');
    text.push_str(&number.to_string());
}

fn read(mut words: Words<'_>) -> Option<Delivery> {
    let to = words.id()?;
    let visibility = words.visibility()?;
    let queued_at = words.time()?;
    let state = match words.next() {
        "queued" => State::Queued,
        "sending" => State::Sending { by: words.tab_id()?, attempt: words.attempt()?, since: words.time()? },
        "retry_wait" => State::RetryWait {
            attempt: words.attempt()?,
            wait: Span { from: words.time()?, length: words.seconds()? },
            retry_after: words.seconds()?,
        },
        id => State::Final { how: FinalState::ALL.into_iter().find(|how| how.id() == id)?, at: words.time()? },
    };
    Some(Delivery { to, visibility, queued_at, state })
}

/// Words of a line, one after the other; past the end they are empty.
pub(super) struct Words<'a>(std::str::Split<'a, char>);

impl<'a> Words<'a> {
    pub(super) fn of(line: &'a str) -> Self {
        Self(line.split(' '))
    }

    pub(super) fn next(&mut self) -> &'a str {
        self.0.next().unwrap_or_default()
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        self.next().parse().ok()
    }

    pub(super) fn id(&mut self) -> Option<Id> {
        Id::new(self.next())
    }

    pub(super) fn visibility(&mut self) -> Option<ReplyVisibility> {
        let id = self.next();
        ReplyVisibility::ALL.into_iter().find(|visibility| visibility.id() == id)
    }

    pub(super) fn seconds(&mut self) -> Option<Seconds> {
        self.number().map(Seconds)
    }

    pub(super) fn attempt(&mut self) -> Option<Attempt> {
        Attempt::new(self.number()?)
    }

    pub(super) fn tab_id(&mut self) -> Option<TabId> {
        self.number().map(TabId)
    }

    fn time(&mut self) -> Option<Time> {
        self.number().map(Time::new)
    }
}
