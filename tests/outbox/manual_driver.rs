//! The single rules, each by a lead at one destination whose events the test chooses.

use diagnosis::Id;
use leads::{
    Action, Attempt, Entry, Event, Jitter, Outcome, ReplyVisibility, Seconds, State, Step, TabId, Time, apply, plan,
    wait_after,
};

use crate::START;

const A: TabId = TabId(1);
const B: TabId = TabId(2);
const HOUR: u32 = 3_600;
const DAY: u32 = 24 * HOUR;

/// One lead at one destination.
struct ManualDriver {
    entry: Option<Entry>,
}

fn at(seconds: u32) -> Time {
    Time::new(START + seconds)
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn attempt(number: u32) -> Option<Attempt> {
    Attempt::new(number)
}

fn later(seconds: u32) -> Outcome {
    Outcome::Later { retry_after: Seconds(seconds) }
}

impl ManualDriver {
    fn new(visibility: ReplyVisibility) -> Self {
        Self { entry: Some(Entry::new(id("lead"), [(id("crm"), visibility)], at(0))) }
    }

    fn apply(&mut self, event: Event<'_>, now: Time) -> &mut Self {
        self.entry = self.entry.take().and_then(|entry| apply(entry, event, now, Jitter(u16::MAX)));
        self
    }

    fn step(&mut self, step: Step, seconds: u32) -> &mut Self {
        self.apply(Event::At { to: "crm", step }, at(seconds))
    }

    fn start(&mut self, by: TabId, seconds: u32) -> &mut Self {
        self.step(Step::Start { by }, seconds)
    }

    fn reply(&mut self, by: TabId, number: u32, outcome: Outcome, seconds: u32) -> &mut Self {
        self.step(Step::Reply { by, attempt: attempt(number).unwrap(), outcome }, seconds)
    }

    fn pass(&mut self, seconds: u32) -> &mut Self {
        self.apply(Event::TimePassed, at(seconds))
    }

    fn state(&self) -> &'static str {
        match self.entry.as_ref().map(Entry::deliveries) {
            Some([delivery]) => delivery.state.id(),
            Some(_) => "gone",
            None => "forgotten",
        }
    }

    fn is_purged(&self) -> bool {
        self.entry.as_ref().unwrap().is_purged()
    }

    fn is_sending(&self, by: TabId) -> Option<Attempt> {
        self.entry.as_ref().unwrap().is_sending("crm", by)
    }

    fn plan(&self, now: Time) -> Action {
        plan(self.entry.as_slice(), now)
    }

    fn waits_until(&self, now: u32) -> u32 {
        match self.plan(at(now)) {
            Action::Wait { until } => until.since(at(0)).0,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_lease_keeps_other_tabs_off_and_ends() {
    let mut driver = ManualDriver::new(ReplyVisibility::Readable);
    driver.start(A, 0).start(B, 29);
    assert_eq!(driver.is_sending(A), attempt(1));
    assert_eq!(driver.waits_until(1), 30);
    assert_eq!(driver.plan(at(30)), Action::Expire { id: id("lead") });
    assert_eq!(driver.pass(29).state(), "sending");
    assert_eq!(driver.pass(30).state(), "retry_wait");
    // 4 s at most after the first try.
    assert_eq!(driver.waits_until(30), 34);
    assert_eq!(driver.start(B, 33).state(), "retry_wait");
    driver.start(B, 34);
    assert_eq!(driver.is_sending(B), attempt(2));
}

#[test]
fn late_word_of_an_arrival_counts_and_other_late_word_does_not() {
    let mut driver = ManualDriver::new(ReplyVisibility::Readable);
    driver.start(A, 0).pass(30).start(B, 40);
    for outcome in [Outcome::Misconfigured, later(0), Outcome::Offline, Outcome::Unconfirmed, Outcome::Rejected] {
        assert_eq!(driver.reply(A, 1, outcome, 41).state(), "sending");
    }
    assert_eq!(driver.reply(A, 1, Outcome::Delivered, 41).state(), "delivered");
    assert!(driver.is_purged(), "its data is deleted at once");
    assert_eq!(driver.reply(B, 2, later(0), 42).state(), "delivered");
}

#[test]
fn eight_tries_and_no_more() {
    let mut driver = ManualDriver::new(ReplyVisibility::Readable);
    let mut now = 0;
    for number in 1..=8 {
        let state = driver.start(A, now).reply(A, number, later(0), now).state();
        assert_eq!(state, if number < 8 { "retry_wait" } else { "expired" });
        now += wait_after(attempt(number).unwrap(), Jitter(u16::MAX)).0;
    }
    driver.step(Step::Retry, now).start(A, now);
    assert_eq!(driver.reply(A, 1, Outcome::Delivered, now).state(), "delivered");
}

/// A receiver may be down for an hour, or through a night: as long as there are tries, somebody looks once more.
#[test]
fn eight_tries_last_for_hours_and_end_within_the_term() {
    let whole = |jitter| (1..8).map(|n| wait_after(attempt(n).unwrap(), Jitter(jitter)).0).sum::<u32>();
    assert!(whole(0) >= 13 * HOUR, "{}", whole(0));
    assert!(whole(u16::MAX) <= 27 * HOUR, "{}", whole(u16::MAX));
    let first_four: u32 = (1..5).map(|n| wait_after(attempt(n).unwrap(), Jitter(u16::MAX)).0).sum();
    assert_eq!(first_four, 60, "a network that stumbles is met with patience of a minute");
}

/// Coming online, a tab that is looked at, the next visit: each plans, and may do so as often as it likes.
#[test]
fn looking_burns_no_try() {
    let mut driver = ManualDriver::new(ReplyVisibility::Readable);
    for number in 1..=5 {
        let now = number * 1_000;
        driver.start(A, now).reply(A, number, later(0), now);
    }
    let until = driver.waits_until(5_000);
    assert_eq!(until, 5_300);
    for now in 5_000..until {
        assert_eq!(driver.plan(at(now)), Action::Wait { until: at(until) });
        assert_eq!(driver.start(A, now).is_sending(A), None);
    }
    assert_eq!(driver.start(A, until).is_sending(A), attempt(6));
}

#[test]
fn a_try_that_failed_for_want_of_a_network_does_not_count() {
    for visibility in [ReplyVisibility::Readable, ReplyVisibility::Opaque] {
        let mut driver = ManualDriver::new(visibility);
        for now in (0..100).step_by(10) {
            assert_eq!(driver.start(A, now).is_sending(A), attempt(1));
            assert_eq!(driver.reply(A, 1, Outcome::Offline, now + 1).state(), "retry_wait", "not for ever on its way");
            assert_eq!(driver.plan(at(now + 1)), Action::Send { id: id("lead"), to: id("crm") });
        }
        driver.start(A, 200).reply(A, 1, later(0), 201).start(A, 300);
        assert_eq!(driver.is_sending(A), attempt(2));
        assert_eq!(driver.reply(A, 2, Outcome::Offline, 301).start(A, 400).is_sending(A), attempt(2));
    }
}

#[test]
fn seventy_two_hours_and_no_longer() {
    let mut driver = ManualDriver::new(ReplyVisibility::Readable);
    driver.start(A, 0).reply(A, 1, later(400_000), 0);
    assert_eq!(driver.waits_until(0), 72 * HOUR);
    assert_eq!(driver.pass(72 * HOUR - 1).state(), "retry_wait");
    assert_eq!(driver.pass(72 * HOUR).state(), "expired");
    assert!(!driver.is_purged(), "what was not sent can still be exported");
    assert_eq!(driver.pass(33 * DAY - 1).state(), "expired");
    assert_eq!(driver.pass(33 * DAY).state(), "forgotten");
}

#[test]
fn a_wish_ends_waits_of_our_own_only() {
    let mut driver = ManualDriver::new(ReplyVisibility::Readable);
    driver.start(A, 0).reply(A, 1, later(0), 1);
    assert_eq!(driver.step(Step::Retry, 2).state(), "queued");
    driver.start(A, 2).reply(A, 1, later(60), 3).step(Step::Retry, 4);
    assert_eq!(driver.waits_until(4), 63);
    assert_eq!(driver.start(A, 63).step(Step::Retry, 64).state(), "sending");
    assert_eq!(driver.reply(A, 2, Outcome::Delivered, 65).step(Step::Retry, 66).state(), "delivered");
}

#[test]
fn a_receiver_that_asked_for_time_is_left_alone_by_all_leads() {
    let mut driver = ManualDriver::new(ReplyVisibility::Readable);
    let other = Entry::new(id("other"), [(id("crm"), ReplyVisibility::Readable)], at(0));
    let elsewhere = Entry::new(id("elsewhere"), [(id("form"), ReplyVisibility::Opaque)], at(0));
    let both = |driver: &ManualDriver| [driver.entry.clone().unwrap(), other.clone()];
    driver.start(A, 0);
    assert_eq!(plan(&both(&driver), at(0)), Action::Wait { until: at(30) }, "one request at a time");
    driver.reply(A, 1, later(60), 1);
    assert_eq!(plan(&both(&driver), at(1)), Action::Wait { until: at(61) });
    assert_eq!(plan(&both(&driver), at(61)), Action::Send { id: id("lead"), to: id("crm") });
    let [first, second] = both(&driver);
    let send = Action::Send { id: id("elsewhere"), to: id("form") };
    assert_eq!(plan(&[first, second, elsewhere], at(1)), send, "others are not held up");
}

#[test]
fn opaque_receivers_get_one_repetition_if_nothing_left_and_are_never_called_delivered() {
    let mut driver = ManualDriver::new(ReplyVisibility::Opaque);
    assert_eq!(driver.start(A, 0).reply(A, 1, later(0), 1).state(), "retry_wait");
    assert_eq!(driver.start(A, 10).reply(A, 2, later(0), 11).state(), "expired");
    let mut driver = ManualDriver::new(ReplyVisibility::Opaque);
    assert_eq!(driver.start(A, 0).pass(30).state(), "sent_unconfirmed", "a tab that went away may have sent it");
    assert!(!driver.is_purged());
    assert_eq!(driver.pass(30 + 72 * HOUR - 1).state(), "sent_unconfirmed");
    assert!(!driver.is_purged());
    assert_eq!(driver.pass(30 + 72 * HOUR).state(), "sent_unconfirmed");
    assert!(driver.is_purged(), "data stays 72 hours where nobody can know");
}

#[test]
fn data_waits_for_the_last_destination() {
    let to = [
        (id("crm"), ReplyVisibility::Readable),
        (id("hook"), ReplyVisibility::Readable),
        (id("crm"), ReplyVisibility::Opaque),
    ];
    let mut driver = ManualDriver { entry: Some(Entry::new(id("lead"), to, at(0))) };
    assert_eq!(driver.entry.as_ref().unwrap().deliveries().len(), 2, "each once");
    driver.start(A, 0).reply(A, 1, Outcome::Delivered, 1);
    assert!(!driver.is_purged());
    driver.apply(Event::At { to: "hook", step: Step::Start { by: A } }, at(1));
    let step = Step::Reply { by: A, attempt: attempt(1).unwrap(), outcome: Outcome::Accepted };
    driver.apply(Event::At { to: "hook", step }, at(2));
    assert!(driver.is_purged());
}

#[test]
fn a_clock_set_back_doubles_and_loses_nothing() {
    let mut driver = ManualDriver::new(ReplyVisibility::Readable);
    let long_ago = |seconds: u32| Time::new(1_000_000_000 + seconds);
    driver.start(A, 0);
    assert_eq!(driver.plan(long_ago(0)), Action::Expire { id: id("lead") });
    driver.apply(Event::TimePassed, long_ago(0));
    assert_eq!(driver.is_sending(A), attempt(1), "the lease holds");
    assert_eq!(driver.plan(long_ago(0)), Action::Wait { until: long_ago(30) }, "for its own length once more");
    driver.apply(Event::TimePassed, long_ago(30));
    assert_eq!(driver.plan(long_ago(30)), Action::Wait { until: long_ago(34) });
}

/// A tablet that begins in the wrong year takes leads, and then hears the time.
#[test]
fn a_clock_set_forward_by_years_loses_no_lead() {
    for far in [Time::new(START * 2), Time::new(u32::MAX)] {
        let mut stays = ManualDriver { entry: Some(Entry::new(id("lead"), [], at(0))) };
        assert!(!stays.apply(Event::TimePassed, far).is_purged(), "what only this device has stays");
        assert_eq!(stays.plan(far), Action::Nothing);
        let mut driver = ManualDriver::new(ReplyVisibility::Readable);
        assert_eq!(driver.apply(Event::TimePassed, far).state(), "expired");
        assert_eq!(driver.apply(Event::At { to: "crm", step: Step::Retry }, far).state(), "queued");
    }
}

#[test]
fn a_respondent_can_have_the_data_deleted() {
    let mut driver = ManualDriver::new(ReplyVisibility::Readable);
    driver.start(A, 0).apply(Event::Deleted, at(1));
    assert_eq!(driver.state(), "gone");
    assert_eq!(driver.reply(A, 1, Outcome::Delivered, 2).state(), "gone", "what was under way says nothing any more");
    assert_eq!(driver.waits_until(2), 30 * DAY + 1);
    assert_eq!(driver.pass(30 * DAY).state(), "gone");
    assert_eq!(driver.pass(30 * DAY + 1).state(), "forgotten");
    assert_eq!(driver.plan(at(0)), Action::Nothing);
    let mut driver = ManualDriver::new(ReplyVisibility::Readable);
    driver.start(A, 0).reply(A, 1, Outcome::Rejected, 1).apply(Event::Deleted, at(2)).step(Step::Retry, 3);
    assert_eq!((driver.state(), driver.is_purged()), ("rejected", true), "nothing is left to be sent again");
}

#[test]
fn each_end_has_its_name() {
    for (outcome, name) in [
        (Outcome::Delivered, "delivered"),
        (Outcome::Accepted, "accepted"),
        (Outcome::Unconfirmed, "sent_unconfirmed"),
        (Outcome::Rejected, "rejected"),
        (Outcome::Misconfigured, "action_required"),
    ] {
        let mut driver = ManualDriver::new(ReplyVisibility::Readable);
        assert_eq!(driver.start(A, 0).reply(A, 1, outcome, 1).state(), name);
        let State::Final { at: when, .. } = driver.entry.unwrap().deliveries()[0].state else { panic!("{name}") };
        assert_eq!(when, at(1));
    }
}
