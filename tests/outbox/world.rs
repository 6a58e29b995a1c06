//! The world around the outbox: it does to it what a device does, and judges what comes of that, knowing everything.

use std::collections::BTreeMap;

use diagnosis::Id;
use leads::{
    ATTEMPTS_MAX, Action, Attempt, Destination, DestinationSettings, Entry, Event, FinalState, Jitter, LEASE, Outcome,
    RETENTION, ReplyVisibility, Step, TabId, Time, WINDOW, apply, plan,
};

use crate::START;
use crate::checks::{goes_rightly, holds_together, open, reply};
use crate::history::{Op, ScriptedResponse};

pub(crate) const TABS: usize = 3;

/// One readable and one opaque receiver: name, kind and address.
const RECEIVERS: [(&str, &str, &str); 2] =
    [("hook", "webhook-json", "https://n8n.example/webhook"), ("form", "form", "https://form.example/")];

/// One request that was sent, with facts that the outbox cannot know.
#[derive(Clone, Debug)]
struct Sent {
    /// On a clock that nobody sets.
    at: u32,
    /// Whether the reply that its tab received asks for another attempt.
    is_retryable: bool,
    /// Whether its tab found that this was no attempt, as it was offline.
    is_none: bool,
    /// Whether something happened after which nobody can blame the sender for another.
    excused: bool,
}

#[derive(Clone, Debug)]
struct Flight {
    id: Id,
    to: Id,
    attempt: Attempt,
    response: ScriptedResponse,
    /// Which of the requests to that destination it is.
    number: usize,
}

type DeliveryKey = (Id, Id);

pub(crate) struct World {
    /// What the clock on the wall says, and what a clock says that nobody sets.
    wall: u32,
    real: u32,
    /// The highest and the lowest that the wall has said.
    latest: u32,
    earliest: u32,
    stored: Vec<Entry>,
    /// What the storage falls back to when it loses the last write.
    before: Option<Vec<Entry>>,
    tabs: [Option<Flight>; TABS],
    leads: Vec<Id>,
    deleted: Vec<Id>,
    sent: BTreeMap<DeliveryKey, Vec<Sent>>,
    arrived: BTreeMap<DeliveryKey, usize>,
}

fn settings(to: &Id) -> DestinationSettings {
    let (_, kind, url) = RECEIVERS.into_iter().find(|(name, ..)| *name == to.as_str()).unwrap();
    DestinationSettings { kind: kind.to_owned(), url: url.to_owned(), ..DestinationSettings::default() }
}

fn visibility(to: &Id) -> ReplyVisibility {
    Destination::new(&settings(to)).unwrap().visibility().unwrap()
}

fn is_opaque(to: &Id) -> bool {
    visibility(to) == ReplyVisibility::Opaque
}

impl World {
    pub(crate) fn new() -> Self {
        Self {
            wall: START,
            real: 0,
            latest: START,
            earliest: START,
            stored: Vec::new(),
            before: None,
            tabs: [None, None, None],
            leads: Vec::new(),
            deleted: Vec::new(),
            sent: BTreeMap::new(),
            arrived: BTreeMap::new(),
        }
    }

    /// The leads that nothing is left of.
    pub(crate) fn lost(&self) -> Vec<&Id> {
        self.leads.iter().filter(|id| self.get(id).is_none()).collect()
    }

    /// How far apart the times are that the clock has said.
    pub(crate) fn span(&self) -> u32 {
        self.latest - self.earliest
    }

    pub(crate) fn step(&mut self, op: Op) {
        match op {
            Op::Submit { readable, opaque } => self.submit(readable, opaque),
            Op::Plan { tab, response, jitter } => self.plan(tab, response, jitter),
            Op::Receive { tab, jitter } => self.receive(tab, jitter),
            Op::Crash { tab, loses } => self.crash(tab, loses),
            Op::Pass(seconds) => {
                self.real += seconds;
                self.set_clock(self.wall + seconds);
            }
            Op::Set(seconds) => {
                if seconds > 0 {
                    // Without a lock of the browser's a lease cannot tell this from time that passed.
                    self.excuse(|_| true);
                }
                self.set_clock(self.wall.saturating_add_signed(seconds));
            }
            Op::Retry { lead } => self.again(lead),
            Op::Delete { lead } => {
                if let Some(id) = self.leads.get(lead).cloned() {
                    self.deleted.push(id.clone());
                    self.write(&id, Event::Deleted, 0);
                    assert!(self.get(&id).is_none_or(Entry::is_purged));
                }
            }
        }
    }

    /// All is well again: one tab, a network, receivers that answer. Everything comes to an end, and to an honest one.
    pub(crate) fn heal(&mut self) {
        self.tabs = [None, None, None];
        for _ in 0..10_000 {
            match plan(&self.stored, self.now()) {
                Action::Wait { until } if self.stored.iter().any(|entry| open(entry) > 0) => {
                    self.step(Op::Pass(until.since(self.now()).0));
                }
                Action::Wait { .. } | Action::Nothing => return self.holds_at_the_end(),
                _ => {
                    self.plan(0, ScriptedResponse::Arrives, 40_000);
                    self.receive(0, 40_000);
                }
            }
        }
        panic!("never comes to an end: {:?}", self.stored);
    }

    fn now(&self) -> Time {
        Time::new(self.wall)
    }

    fn get(&self, id: &Id) -> Option<&Entry> {
        self.stored.iter().find(|entry| entry.id() == id)
    }

    /// One transaction: reads, applies, stores; and looks at what that did.
    fn write(&mut self, id: &Id, event: Event<'_>, jitter: u16) {
        let Some(at) = self.stored.iter().position(|entry| entry.id() == id) else { return };
        let whole = self.stored.clone();
        let after = apply(whole[at].clone(), event, self.now(), Jitter(jitter));
        goes_rightly(&whole[at], after.as_ref(), &event);
        match after {
            Some(entry) => {
                holds_together(&entry);
                self.stored[at] = entry;
            }
            None => {
                self.stored.remove(at);
            }
        }
        self.before = Some(whole);
    }

    fn set_clock(&mut self, wall: u32) {
        self.wall = wall;
        (self.latest, self.earliest) = (self.latest.max(wall), self.earliest.min(wall));
    }

    fn excuse(&mut self, which: impl Fn(&DeliveryKey) -> bool) {
        for (_, sent) in self.sent.iter_mut().filter(|(delivery, _)| which(delivery)) {
            sent.iter_mut().for_each(|sent| sent.excused = true);
        }
    }

    fn submit(&mut self, readable: bool, opaque: bool) {
        let id = Id::new(&format!("lead-{}", self.leads.len())).unwrap();
        let names = RECEIVERS.map(|(name, ..)| Id::new(name).unwrap());
        let wanted = names.into_iter().filter(|to| if is_opaque(to) { opaque } else { readable });
        let to = wanted.map(|to| (to.clone(), visibility(&to)));
        self.stored.push(Entry::new(id.clone(), to, self.now()));
        self.leads.push(id);
        // Durable before anybody is notified.
        self.before = None;
    }

    fn plan(&mut self, tab: usize, response: ScriptedResponse, jitter: u16) {
        let now = self.now();
        match plan(&self.stored, now) {
            Action::Expire { id } => {
                self.write(&id, Event::TimePassed, jitter);
                let is_same = plan(&self.stored, now) == Action::Expire { id };
                assert!(!is_same, "settling settles");
            }
            Action::Send { id, to } if self.tabs[tab].is_none() => {
                let by = TabId(tab as u32);
                let start = |by| Event::At { to: to.as_str(), step: Step::Start { by } };
                self.write(&id, start(by), jitter);
                let stored = self.get(&id).unwrap().clone();
                let attempt = stored.is_sending(to.as_str(), by).expect("what the plan names may be sent");
                // Another tab read the same plan a moment before, and comes too late.
                let late = apply(stored.clone(), start(TabId(99)), now, Jitter(jitter));
                assert_eq!(late, Some(stored));
                self.send(tab, Flight { id, to, attempt, response, number: 0 });
            }
            Action::Wait { until } => {
                assert!(until > now);
                let is_any_open = self.stored.iter().any(|entry| open(entry) > 0);
                assert!(!is_any_open || until.since(now) <= WINDOW, "a clock that was set back must not hold leads up");
            }
            Action::Send { .. } | Action::Nothing => {}
        }
    }

    /// A request goes out. Here is judged whether that is the sender's fault.
    fn send(&mut self, tab: usize, mut flight: Flight) {
        let delivery = (flight.id.clone(), flight.to.clone());
        assert!(!self.deleted.contains(&flight.id), "the respondent wanted it deleted");
        let real = self.real;
        let sent = self.sent.entry(delivery.clone()).or_default();
        for earlier in sent.iter() {
            let is_over = !is_opaque(&flight.to) && real - earlier.at >= LEASE.0;
            assert!(
                earlier.excused || earlier.is_retryable || is_over,
                "{delivery:?} is sent again for no reason: {earlier:?}"
            );
        }
        flight.number = sent.len();
        sent.push(Sent { at: real, is_retryable: false, is_none: false, excused: false });
        let arrives = [
            ScriptedResponse::Arrives,
            ScriptedResponse::ArrivesAndReplyIsLost,
            ScriptedResponse::ArrivesAndTakesTooLong,
            ScriptedResponse::ArrivesAndBreaks,
        ];
        if arrives.contains(&flight.response) {
            *self.arrived.entry(delivery).or_default() += 1;
        }
        self.tabs[tab] = Some(flight);
    }

    fn receive(&mut self, tab: usize, jitter: u16) {
        let Some(Flight { id, to, attempt, response, number }) = self.tabs[tab].take() else { return };
        let outcome = Destination::new(&settings(&to)).unwrap().interpret(&reply(response, is_opaque(&to))).outcome;
        let step = Step::Reply { by: TabId(tab as u32), attempt, outcome };
        let event = Event::At { to: to.as_str(), step };
        self.write(&id, event, jitter);
        let sent = &mut self.sent.get_mut(&(id.clone(), to.clone())).unwrap()[number];
        sent.is_none = outcome == Outcome::Offline;
        sent.is_retryable = sent.is_none || matches!(outcome, Outcome::Later { .. });
        // Said twice it says no more than once.
        if let Some(entry) = self.get(&id) {
            assert_eq!(apply(entry.clone(), event, self.now(), Jitter(!jitter)).as_ref(), Some(entry));
        }
    }

    fn crash(&mut self, tab: usize, loses: bool) {
        self.tabs[tab] = None;
        if let Some(before) = self.before.take().filter(|_| loses) {
            let was = |id: &Id| before.iter().find(|entry| entry.id() == id);
            let lost: Vec<Id> = self.leads.iter().filter(|id| was(id) != self.get(id)).cloned().collect();
            self.excuse(|(id, _)| lost.contains(id));
            self.deleted.retain(|id| !lost.contains(id));
            self.stored = before;
        }
    }

    fn again(&mut self, lead: usize) {
        let Some(id) = self.leads.get(lead).cloned() else { return };
        for (to, ..) in RECEIVERS {
            self.excuse(|delivery| delivery.0 == id && delivery.1.as_str() == to);
            self.write(&id, Event::At { to, step: Step::Retry }, 0);
        }
    }

    fn holds_at_the_end(&mut self) {
        for entry in &self.stored {
            for delivery in entry.deliveries() {
                let how = delivery.state.end().unwrap();
                let delivery = (entry.id().clone(), delivery.to.clone());
                let arrived = self.arrived.get(&delivery);
                assert!(!how.has_arrived() || arrived.is_some(), "{delivery:?} is called {} and is not", how.id());
                assert!(!is_opaque(&delivery.1) || !how.has_arrived(), "nobody can know that");
                let counted =
                    self.sent.get(&delivery).map_or(0, |sent| sent.iter().filter(|sent| !sent.is_none).count());
                let attempt = if is_opaque(&delivery.1) { 2 } else { usize::from(ATTEMPTS_MAX) };
                let is_used_up = counted >= attempt || self.span() >= WINDOW.0;
                assert!(how != FinalState::Expired || is_used_up, "{delivery:?} is given up after {counted} attempt");
            }
        }
        let last = Time::new(self.latest.max(self.wall) + 3 * RETENTION.0);
        for entry in self.stored.drain(..) {
            let is_of_device = !entry.is_purged() && entry.deliveries().is_empty();
            let after = apply(entry, Event::TimePassed, last, Jitter(0));
            assert!(is_of_device || after.as_ref().is_none_or(Entry::is_purged), "{after:?}");
        }
    }
}
