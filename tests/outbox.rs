//! The outbox as a world: tabs that send, crash and freeze, receivers that answer or do not, a clock that is set, a storage
//! that loses its last write. Over generated histories no lead is lost, and none is sent twice without a reason.
//!
//! `SHINDAN_CASES=100000 cargo test --release --test outbox` tries a hundred thousand of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking, and its functions are named for what they hold"
)]

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::json;
use shindan::domain::{Id, Value};
use shindan::outbox::{
    Action, Chance, Destination, Entry, Event, KEPT, LEASE, LeadId, Millis, Outcome, Payload, Problem, Queue, Reply,
    Sender, Settled, Sight, State, TRIES_MAX, Target, Time, Tries, WINDOW, apply, plan, read_destinations,
};

const TABS: usize = 3;
/// A day in 2026, far enough from 0 that the clock can be set back.
const START: u64 = 1_795_310_414_000;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Arrives,
    ArrivesAndReplyIsLost,
    ArrivesAndTakesTooLong,
    ArrivesAndBreaks,
    NeverLeaves,
    TakesTooLong,
    Refused(u16),
    TooMany(Option<u64>),
}

#[derive(Clone, Copy, Debug)]
enum Op {
    /// A form is submitted, to readable and opaque receivers; twice, where the button was tapped twice.
    Submit {
        readable: bool,
        opaque: bool,
        twice: bool,
    },
    /// A tab does what the plan says.
    Plan {
        tab: usize,
        fate: Fate,
        chance: u16,
    },
    /// A tab hears what came of its request.
    Hear {
        tab: usize,
        chance: u16,
    },
    /// A tab goes away; the storage may have lost the last write by then.
    Crash {
        tab: usize,
        loses: bool,
    },
    /// Time passes, by this many milliseconds.
    Pass(u64),
    /// Somebody sets the clock.
    Set(i64),
    Online,
    Again {
        lead: usize,
    },
    Delete {
        lead: usize,
    },
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let fate = prop_oneof![
        4 => Just(Fate::Arrives),
        1 => Just(Fate::ArrivesAndReplyIsLost),
        1 => Just(Fate::ArrivesAndTakesTooLong),
        1 => Just(Fate::ArrivesAndBreaks),
        3 => Just(Fate::NeverLeaves),
        1 => Just(Fate::TakesTooLong),
        2 => prop::sample::select(vec![400_u16, 404, 408, 425, 500, 503]).prop_map(Fate::Refused),
        2 => prop::option::of(0_u64..200_000).prop_map(Fate::TooMany),
    ];
    let op = prop_oneof![
        3 => any::<(bool, bool, bool)>().prop_map(|(readable, opaque, twice)| Op::Submit { readable, opaque, twice }),
        9 => (0..TABS, fate, any::<u16>()).prop_map(|(tab, fate, chance)| Op::Plan { tab, fate, chance }),
        6 => (0..TABS, any::<u16>()).prop_map(|(tab, chance)| Op::Hear { tab, chance }),
        2 => (0..TABS, any::<bool>()).prop_map(|(tab, loses)| Op::Crash { tab, loses }),
        4 => prop_oneof![0..20_000_u64, 20_000..400_000_u64, 3_600_000..300_000_000_u64].prop_map(Op::Pass),
        1 => prop_oneof![-20_000..20_000_i64, -400_000_000..400_000_000_i64, -1_000_000_000_000..1_000_i64].prop_map(Op::Set),
        1 => Just(Op::Online),
        1 => (0..4_usize).prop_map(|lead| Op::Again { lead }),
        1 => (0..8_usize).prop_map(|lead| Op::Delete { lead }),
    ];
    vec(op, 1..60)
}

/// One request that went out, as an all-seeing witness knows it.
#[derive(Clone, Debug)]
struct Sent {
    /// On a clock that nobody sets.
    at: u64,
    /// Whether its tab heard that another try is right.
    told_later: bool,
    /// Whether something happened after which nobody can blame the sender for another.
    excused: bool,
}

#[derive(Clone, Debug)]
struct Flight {
    id: LeadId,
    to: Id,
    tries: Tries,
    fate: Fate,
    /// Which of the requests to that destination it is.
    number: usize,
}

type Way = (LeadId, Id);

struct World {
    destinations: Vec<(Id, Destination)>,
    /// What the clock on the wall says, and what a clock says that nobody sets.
    wall: u64,
    real: u64,
    /// The highest and the lowest that the wall has said.
    latest: u64,
    earliest: u64,
    stored: Queue,
    /// What the storage falls back to when it loses the last write.
    before: Option<Queue>,
    tabs: [Option<Flight>; TABS],
    leads: Vec<LeadId>,
    deleted: Vec<LeadId>,
    sent: BTreeMap<Way, Vec<Sent>>,
    arrived: BTreeMap<Way, usize>,
}

fn value(json: serde_json::Value) -> Value {
    serde_json::from_value(json).unwrap()
}

fn payload(id: LeadId) -> Payload {
    let lead = json!({ "schema": "lead/v1", "lead_id": id.to_string(), "contact": { "email": "a@example.jp" } });
    Payload::read(&value(lead)).unwrap()
}

fn destinations() -> Vec<(Id, Destination)> {
    let config = json!({ "lead": { "destinations": [
        { "type": "webhook-json", "url": "https://n8n.example/webhook" }, { "type": "form", "url": "https://form.example/" },
    ] } });
    let (found, faults) = read_destinations(&value(config));
    assert!(faults.0.is_empty() && found.len() == 2, "{faults}");
    found
}

impl World {
    fn new() -> Self {
        Self {
            destinations: destinations(),
            wall: START,
            real: 0,
            latest: START,
            earliest: START,
            stored: Queue::default(),
            before: None,
            tabs: [None, None, None],
            leads: Vec::new(),
            deleted: Vec::new(),
            sent: BTreeMap::new(),
            arrived: BTreeMap::new(),
        }
    }

    fn now(&self) -> Time {
        Time::from_millis(self.wall)
    }

    fn destination(&self, to: &Id) -> &Destination {
        &self.destinations.iter().find(|(id, _)| id == to).unwrap().1
    }

    /// One transaction: reads, applies, stores; and looks at what that did.
    fn write(&mut self, event: Event) {
        let before = self.stored.clone();
        self.stored = apply(before.clone(), event.clone());
        for entry in &before.entries {
            self.goes_rightly(entry, self.stored.get(entry.id()), &event);
        }
        for entry in &self.stored.entries {
            assert_eq!(Entry::read(&entry.to_value()).as_ref(), Some(entry), "storage must hold all of it");
            if let Entry::Kept(kept) = entry {
                let arrived = |how: Option<Settled>| how.is_some_and(Settled::has_arrived);
                let is_done = kept.deliveries.iter().all(|delivery| arrived(end(&delivery.state)));
                assert!(!is_done || kept.deliveries.is_empty(), "it arrived, and its data is still here: {kept:?}");
            }
        }
        self.before = (!matches!(event, Event::Enqueued { .. })).then_some(before);
    }

    /// A lead loses its data, or is forgotten, only for a reason.
    fn goes_rightly(&self, before: &Entry, after: Option<&Entry>, event: &Event) {
        match (before, after) {
            (Entry::Kept(kept), Some(Entry::Gone(_))) => {
                let is_wish = matches!(event, Event::Deleted { id, .. } if *id == kept.id);
                let is_open = kept.deliveries.iter().filter(|delivery| end(&delivery.state).is_none()).count();
                let is_told = matches!(event, Event::Replied { id, .. } if *id == kept.id);
                let by_time = matches!(event, Event::TimePassed { .. });
                assert!(!kept.deliveries.is_empty() || is_wish, "only this device had it");
                assert!(is_wish || is_open == 0 || (is_open == 1 && (is_told || by_time)), "{kept:?} by {event:?}");
            }
            (Entry::Kept(kept), None) => {
                let rests = kept.deliveries.iter().all(|delivery| end(&delivery.state).is_some());
                assert!(rests && !kept.deliveries.is_empty(), "{kept:?} is lost by {event:?}");
            }
            (Entry::Gone(_), Some(Entry::Kept(_))) => panic!("data came back by {event:?}"),
            _ => {}
        }
    }

    fn step(&mut self, op: Op) {
        match op {
            Op::Submit { readable, opaque, twice } => self.submit(readable, opaque, twice),
            Op::Plan { tab, fate, chance } => self.plan(tab, fate, chance),
            Op::Hear { tab, chance } => self.hear(tab, chance),
            Op::Crash { tab, loses } => self.crash(tab, loses),
            Op::Pass(millis) => {
                self.real += millis;
                self.set_clock(self.wall + millis);
            }
            Op::Set(millis) => {
                if millis > 0 {
                    // Without a lock of the browser's a lease cannot tell this from time that passed.
                    self.excuse(|_| true);
                }
                self.set_clock(self.wall.saturating_add_signed(millis));
            }
            Op::Online => self.write(Event::Online { now: self.now() }),
            Op::Again { lead } => self.again(lead),
            Op::Delete { lead } => {
                if let Some(id) = self.leads.get(lead).copied() {
                    self.deleted.push(id);
                    self.write(Event::Deleted { id, now: self.now() });
                    assert!(!matches!(self.stored.get(id), Some(Entry::Kept(_))));
                }
            }
        }
    }

    fn set_clock(&mut self, wall: u64) {
        self.wall = wall;
        (self.latest, self.earliest) = (self.latest.max(wall), self.earliest.min(wall));
    }

    fn excuse(&mut self, which: impl Fn(&Way) -> bool) {
        for (_, sent) in self.sent.iter_mut().filter(|(way, _)| which(way)) {
            sent.iter_mut().for_each(|sent| sent.excused = true);
        }
    }

    fn submit(&mut self, readable: bool, opaque: bool, twice: bool) {
        let id = LeadId::from_random(self.leads.len() as u128 + 1);
        let wanted = |destination: &Destination| match destination.sight().unwrap() {
            Sight::Readable => readable,
            Sight::Opaque => opaque,
        };
        let to: Vec<Target> = self
            .destinations
            .iter()
            .filter(|(_, destination)| wanted(destination))
            .map(|(to, destination)| Target { to: to.clone(), sight: destination.sight().unwrap() })
            .collect();
        self.leads.push(id);
        for _ in 0..=usize::from(twice) {
            self.write(Event::Enqueued { id, payload: payload(id), to: to.clone(), now: self.now() });
        }
    }

    fn plan(&mut self, tab: usize, fate: Fate, chance: u16) {
        let now = self.now();
        match plan(&self.stored, now) {
            Action::Settle => {
                self.write(Event::TimePassed { now, chance: Chance(chance) });
                assert_ne!(plan(&self.stored, now), Action::Settle, "settling settles");
            }
            Action::Send { id, to } if self.tabs[tab].is_none() => {
                let by = Sender(tab as u32);
                self.write(Event::SendStarted { id, to: to.clone(), by, now });
                let tries = self.stored.is_sending(id, &to, by).expect("what the plan names may be sent");
                // Another tab read the same plan a moment before, and comes too late.
                let late = apply(self.stored.clone(), Event::SendStarted { id, to: to.clone(), by: Sender(99), now });
                assert_eq!(late, self.stored);
                self.send(tab, Flight { id, to, tries, fate, number: 0 });
            }
            Action::Wait { until } => {
                assert!(until > now);
                let is_open = |entry: &Entry| matches!(entry, Entry::Kept(kept) if kept.deliveries.iter().any(|d| end(&d.state).is_none()));
                let is_any_open = self.stored.entries.iter().any(is_open);
                assert!(!is_any_open || until.since(now) <= WINDOW, "a clock that was set back must not hold leads up");
            }
            Action::Send { .. } | Action::Nothing => {}
        }
    }

    /// A request goes out. Here is judged whether that is the sender's fault.
    fn send(&mut self, tab: usize, mut flight: Flight) {
        let way = (flight.id, flight.to.clone());
        assert!(!self.deleted.contains(&flight.id), "the respondent wanted it deleted");
        let is_opaque = self.destination(&flight.to).sight() == Some(Sight::Opaque);
        let real = self.real;
        let sent = self.sent.entry(way.clone()).or_default();
        for earlier in sent.iter() {
            let is_over = !is_opaque && real - earlier.at >= LEASE.0;
            assert!(
                earlier.excused || earlier.told_later || is_over,
                "{way:?} is sent again for no reason: {earlier:?}"
            );
        }
        flight.number = sent.len();
        sent.push(Sent { at: real, told_later: false, excused: false });
        let arrives =
            [Fate::Arrives, Fate::ArrivesAndReplyIsLost, Fate::ArrivesAndTakesTooLong, Fate::ArrivesAndBreaks];
        if arrives.contains(&flight.fate) {
            *self.arrived.entry(way).or_default() += 1;
        }
        self.tabs[tab] = Some(flight);
    }

    fn hear(&mut self, tab: usize, chance: u16) {
        let Some(Flight { id, to, tries, fate, number }) = self.tabs[tab].take() else { return };
        let destination = self.destination(&to);
        let outcome = destination.outcome(&reply(fate, destination.sight().unwrap()));
        let may_retry = matches!(outcome, Outcome::Later { .. });
        let (by, now) = (Sender(tab as u32), self.now());
        let before = self.stored.clone();
        self.write(Event::Replied {
            id,
            to: to.clone(),
            by,
            tries,
            outcome: outcome.clone(),
            now,
            chance: Chance(chance),
        });
        self.sent.get_mut(&(id, to.clone())).unwrap()[number].told_later = may_retry;
        // Said twice it says no more than once.
        let twice = Event::Replied { id, to, by, tries, outcome, now, chance: Chance(!chance) };
        assert_eq!(apply(self.stored.clone(), twice), self.stored, "before: {before:?}");
    }

    fn crash(&mut self, tab: usize, loses: bool) {
        self.tabs[tab] = None;
        if let Some(before) = self.before.take().filter(|_| loses) {
            let lost: Vec<LeadId> =
                self.leads.iter().copied().filter(|id| before.get(*id) != self.stored.get(*id)).collect();
            self.excuse(|(id, _)| lost.contains(id));
            self.deleted.retain(|id| !lost.contains(id));
            self.stored = before;
        }
    }

    fn again(&mut self, lead: usize) {
        let Some(id) = self.leads.get(lead).copied() else { return };
        for to in self.destinations.iter().map(|(to, _)| to.clone()).collect::<Vec<_>>() {
            self.excuse(|way| *way == (id, to.clone()));
            self.write(Event::Again { id, to, now: self.now() });
        }
    }

    /// All is well again: one tab, a network, receivers that answer. Everything comes to an end, and to an honest one.
    fn heal(&mut self) {
        self.tabs = [None, None, None];
        for _ in 0..10_000 {
            match plan(&self.stored, self.now()) {
                Action::Wait { until } if self.is_open() => {
                    self.step(Op::Pass(until.since(self.now()).0));
                }
                Action::Wait { .. } | Action::Nothing => return self.holds_at_the_end(),
                _ => {
                    self.plan(0, Fate::Arrives, 40_000);
                    self.hear(0, 40_000);
                }
            }
        }
        panic!("never comes to an end: {:?}", self.stored);
    }

    fn is_open(&self) -> bool {
        let is_open = |entry: &Entry| matches!(entry, Entry::Kept(kept) if kept.deliveries.iter().any(|d| end(&d.state).is_none()));
        self.stored.entries.iter().any(is_open)
    }

    fn holds_at_the_end(&mut self) {
        for entry in &self.stored.entries {
            let id = entry.id();
            let ends: Vec<(Id, Settled)> = match entry {
                Entry::Kept(kept) => kept.deliveries.iter().map(|d| (d.to.clone(), end(&d.state).unwrap())).collect(),
                Entry::Gone(gone) => gone.ends.clone(),
            };
            for (to, how) in ends {
                let way = (id, to.clone());
                let (sent, arrived) = (self.sent.get(&way).map_or(0, Vec::len), self.arrived.get(&way).copied());
                assert!(!how.has_arrived() || arrived.is_some(), "{way:?} is called {} and is not", how.id());
                let is_opaque = self.destination(&to).sight() == Some(Sight::Opaque);
                assert!(!is_opaque || !how.has_arrived(), "nobody can know that");
                let tries = if is_opaque { 2 } else { usize::from(TRIES_MAX) };
                let is_used_up = sent >= tries || self.latest - self.earliest >= WINDOW.0;
                assert!(how != Settled::Expired || is_used_up, "{way:?} is given up after {sent} tries");
            }
        }
        let last = self.latest.max(self.wall) + 3 * KEPT.0;
        let queue = apply(self.stored.clone(), Event::TimePassed { now: Time::from_millis(last), chance: Chance(0) });
        let is_of_device = |entry: &Entry| matches!(entry, Entry::Kept(kept) if kept.deliveries.is_empty());
        assert!(queue.entries.iter().all(|entry| is_of_device(entry) || matches!(entry, Entry::Gone(_))), "{queue:?}");
    }
}

fn end(state: &State) -> Option<Settled> {
    match state {
        State::Settled { how, .. } => Some(*how),
        _ => None,
    }
}

fn reply(fate: Fate, sight: Sight) -> Reply {
    let status = |code, after: Option<u64>| Reply::Status { code, retry_after: after.map(Millis), body: String::new() };
    match fate {
        Fate::NeverLeaves => Reply::Failed,
        Fate::TakesTooLong | Fate::ArrivesAndTakesTooLong => Reply::TimedOut,
        _ if sight == Sight::Opaque => Reply::Opaque,
        Fate::Arrives => status(200, None),
        Fate::ArrivesAndReplyIsLost => Reply::Failed,
        Fate::ArrivesAndBreaks => status(502, None),
        Fate::Refused(code) => status(code, None),
        Fate::TooMany(after) => status(429, after),
    }
}

#[test]
fn no_history_loses_a_lead_or_sends_it_twice_without_a_reason() {
    let cases = std::env::var("SHINDAN_CASES").map_or(1_000, |text| text.parse().expect("SHINDAN_CASES is a number"));
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&ops(), |ops| {
        let mut world = World::new();
        for op in ops {
            world.step(op);
            for id in &world.leads {
                let is_here = world.stored.get(*id).is_some();
                prop_assert!(is_here || world.latest - world.earliest >= KEPT.0, "{:?} is lost", id);
            }
        }
        world.heal();
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

/// A queue with one lead at one destination, driven by hand.
struct Hand {
    queue: Queue,
    id: LeadId,
    to: Id,
}

const A: Sender = Sender(1);
const B: Sender = Sender(2);

fn at(seconds: u64) -> Time {
    Time::from_millis(START + seconds * 1_000)
}

impl Hand {
    fn new(sight: Sight) -> Self {
        let (id, to) = (LeadId::from_random(7), Id::new("crm").unwrap());
        let to_all = vec![Target { to: to.clone(), sight }];
        let queue = apply(Queue::default(), Event::Enqueued { id, payload: payload(id), to: to_all, now: at(0) });
        Self { queue, id, to }
    }

    fn apply(&mut self, event: Event) -> &mut Self {
        self.queue = apply(std::mem::take(&mut self.queue), event);
        self
    }

    fn start(&mut self, by: Sender, seconds: u64) -> &mut Self {
        self.apply(Event::SendStarted { id: self.id, to: self.to.clone(), by, now: at(seconds) })
    }

    fn reply(&mut self, by: Sender, tries: u8, outcome: Outcome, seconds: u64) -> &mut Self {
        let (tries, chance) = (Tries::new(tries).unwrap(), Chance(u16::MAX));
        self.apply(Event::Replied { id: self.id, to: self.to.clone(), by, tries, outcome, now: at(seconds), chance })
    }

    fn pass(&mut self, seconds: u64) -> &mut Self {
        self.apply(Event::TimePassed { now: at(seconds), chance: Chance(u16::MAX) })
    }

    fn state(&self) -> &'static str {
        match self.queue.get(self.id) {
            Some(Entry::Kept(kept)) => kept.deliveries[0].state.id(),
            Some(Entry::Gone(gone)) => gone.ends.first().map_or("gone", |(_, how)| how.id()),
            None => "forgotten",
        }
    }

    fn waits_until(&self, now: u64) -> u64 {
        match plan(&self.queue, at(now)) {
            Action::Wait { until } => until.since(at(0)).0 / 1_000,
            other => panic!("{other:?}"),
        }
    }
}

fn later(seconds: u64) -> Outcome {
    Outcome::Later { asked: Millis::seconds(seconds) }
}

#[test]
fn a_lease_keeps_other_tabs_off_and_ends() {
    let mut hand = Hand::new(Sight::Readable);
    hand.start(A, 0).start(B, 29);
    assert_eq!(hand.queue.is_sending(hand.id, &hand.to, A), Tries::new(1));
    assert_eq!(hand.waits_until(1), 30);
    assert_eq!(plan(&hand.queue, at(30)), Action::Settle);
    assert_eq!(hand.pass(29).state(), "sending");
    assert_eq!(hand.pass(30).state(), "retry_wait");
    // 4 s at most after the first try.
    assert_eq!(hand.waits_until(30), 34);
    assert_eq!(hand.start(B, 33).state(), "retry_wait");
    hand.start(B, 34);
    assert_eq!(hand.queue.is_sending(hand.id, &hand.to, B), Tries::new(2));
}

#[test]
fn late_word_of_an_arrival_counts_and_other_late_word_does_not() {
    let mut hand = Hand::new(Sight::Readable);
    hand.start(A, 0).pass(30).start(B, 40);
    assert_eq!(hand.reply(A, 1, Outcome::Misconfigured(Problem("http_404".into())), 41).state(), "sending");
    assert_eq!(hand.reply(A, 1, later(0), 41).state(), "sending");
    assert_eq!(hand.reply(A, 1, Outcome::Unconfirmed, 41).state(), "sending");
    assert_eq!(hand.reply(A, 1, Outcome::Delivered, 41).state(), "delivered");
    assert!(matches!(hand.queue.get(hand.id), Some(Entry::Gone(_))), "with its data gone at once");
    assert_eq!(hand.reply(B, 2, later(0), 42).state(), "delivered");
}

#[test]
fn eight_tries_and_no_more() {
    let mut hand = Hand::new(Sight::Readable);
    let mut now = 0;
    for tries in 1..=8 {
        assert_eq!(
            hand.start(A, now).reply(A, tries, later(0), now).state(),
            if tries < 8 { "retry_wait" } else { "expired" }
        );
        now += 300;
    }
    let again = Event::Again { id: hand.id, to: hand.to.clone(), now: at(now) };
    assert_eq!(hand.apply(again).start(A, now).reply(A, 1, Outcome::Delivered, now).state(), "delivered");
}

#[test]
fn seventy_two_hours_and_no_longer() {
    let mut hand = Hand::new(Sight::Readable);
    hand.start(A, 0).reply(A, 1, later(400_000), 0);
    assert_eq!(hand.waits_until(0), 72 * 3_600);
    assert_eq!(hand.pass(72 * 3_600 - 1).state(), "retry_wait");
    assert_eq!(hand.pass(72 * 3_600).state(), "expired");
    assert!(matches!(hand.queue.get(hand.id), Some(Entry::Kept(_))), "what was not sent can still be exported");
    assert_eq!(hand.pass(32 * 24 * 3_600).state(), "expired");
    assert_eq!(hand.pass(33 * 24 * 3_600).state(), "forgotten");
}

#[test]
fn being_online_ends_waits_of_our_own_only() {
    let mut hand = Hand::new(Sight::Readable);
    hand.start(A, 0).reply(A, 1, later(0), 1).apply(Event::Online { now: at(2) });
    assert!(matches!(plan(&hand.queue, at(2)), Action::Send { .. }));
    hand.start(A, 2).reply(A, 2, later(60), 3).apply(Event::Online { now: at(4) });
    assert_eq!(hand.waits_until(4), 63);
}

#[test]
fn a_receiver_that_asked_for_time_is_left_alone_by_all_leads() {
    let mut hand = Hand::new(Sight::Readable);
    let other = LeadId::from_random(8);
    let to = vec![Target { to: hand.to.clone(), sight: Sight::Readable }];
    hand.apply(Event::Enqueued { id: other, payload: payload(other), to, now: at(0) });
    hand.start(A, 0);
    assert_eq!(hand.waits_until(0), 30, "one request at a time");
    hand.reply(A, 1, later(60), 1);
    assert_eq!(hand.waits_until(1), 61);
    assert_eq!(plan(&hand.queue, at(61)), Action::Send { id: hand.id, to: hand.to.clone() });
}

#[test]
fn opaque_receivers_get_one_repetition_if_nothing_left_and_are_never_called_delivered() {
    let mut hand = Hand::new(Sight::Opaque);
    assert_eq!(hand.start(A, 0).reply(A, 1, later(0), 1).state(), "retry_wait");
    assert_eq!(hand.start(A, 10).reply(A, 2, later(0), 11).state(), "expired");
    let mut hand = Hand::new(Sight::Opaque);
    assert_eq!(hand.start(A, 0).pass(30).state(), "sent_unconfirmed", "a tab that went away may have sent it");
    assert!(matches!(hand.queue.get(hand.id), Some(Entry::Kept(_))));
    assert_eq!(hand.pass(30 + 72 * 3_600).state(), "sent_unconfirmed");
    assert!(matches!(hand.queue.get(hand.id), Some(Entry::Gone(_))), "data stays 72 hours where nobody can know");
}

#[test]
fn a_clock_set_back_doubles_and_loses_nothing() {
    let mut hand = Hand::new(Sight::Readable);
    let long_ago = |seconds: u64| Time::from_millis(1_000_000_000_000 + seconds * 1_000);
    let chance = Chance(u16::MAX);
    hand.start(A, 0);
    assert_eq!(plan(&hand.queue, long_ago(0)), Action::Settle);
    hand.apply(Event::TimePassed { now: long_ago(0), chance });
    assert_eq!(hand.queue.is_sending(hand.id, &hand.to, A), Tries::new(1), "the lease holds");
    assert_eq!(plan(&hand.queue, long_ago(0)), Action::Wait { until: long_ago(30) }, "for its own length once more");
    hand.apply(Event::TimePassed { now: long_ago(30), chance });
    assert_eq!(plan(&hand.queue, long_ago(30)), Action::Wait { until: long_ago(34) });
}

/// A tablet that begins in the wrong year takes leads, and then hears the time.
#[test]
fn a_clock_set_forward_by_years_loses_no_lead() {
    let far = Time::from_millis(START * 2);
    let chance = Chance(0);
    let id = LeadId::from_random(9);
    let stays = Event::Enqueued { id, payload: payload(id), to: Vec::new(), now: at(0) };
    let queue = apply(apply(Queue::default(), stays), Event::TimePassed { now: far, chance });
    assert!(matches!(queue.get(id), Some(Entry::Kept(_))), "what only this device has stays");
    let mut hand = Hand::new(Sight::Readable);
    hand.apply(Event::TimePassed { now: far, chance });
    assert_eq!(hand.state(), "expired");
    let again = Event::Again { id: hand.id, to: hand.to.clone(), now: far };
    assert_eq!(hand.apply(again).state(), "queued");
}

#[test]
fn a_respondent_can_have_the_data_deleted() {
    let mut hand = Hand::new(Sight::Readable);
    let id = hand.id;
    hand.start(A, 0).apply(Event::Deleted { id, now: at(1) });
    assert_eq!(hand.state(), "gone");
    assert_eq!(hand.reply(A, 1, Outcome::Delivered, 2).state(), "gone", "what was under way says nothing any more");
    assert_eq!(hand.waits_until(2), 30 * 24 * 3_600 + 1);
    assert_eq!(hand.pass(30 * 24 * 3_600 + 1).state(), "forgotten");
    assert_eq!(plan(&hand.queue, at(0)), Action::Nothing);
}

#[test]
fn what_storage_gives_back_is_an_entry_or_nothing() {
    let hand = Hand::new(Sight::Readable);
    let whole = hand.queue.entries[0].to_value();
    assert_eq!(Entry::read(&whole).as_ref(), hand.queue.entries.first());
    let json = serde_json::to_value(&whole).unwrap();
    for (pointer, damage) in [
        ("/form", json!("outbox/v2")),
        ("/id", json!("12345678-9abc-4ef0-9234-56789abcdef0")),
        ("/created", json!(-1)),
        ("/payload/schema", json!("lead/v2")),
        ("/deliveries/0/state", json!("lost")),
        ("/deliveries/0/state", json!("sending")),
        ("/deliveries/0/to", json!("A B")),
        ("/deliveries/0/began", json!(0.5)),
        ("/deliveries", json!({})),
    ] {
        let mut damaged = json.clone();
        *damaged.pointer_mut(pointer).unwrap() = damage;
        assert_eq!(Entry::read(&value(damaged)), None, "{pointer}");
    }
}
