//! Histories: what may happen on a device, one thing after the other.

use leads::RETENTION;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::world::{TABS, World};

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum ScriptedResponse {
    Arrives,
    ArrivesAndReplyIsLost,
    ArrivesAndTakesTooLong,
    ArrivesAndBreaks,
    NeverLeaves,
    /// The same, and the browser knows that it is offline.
    Offline,
    TakesTooLong,
    Refused(u32),
    TooMany(Option<u32>),
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Op {
    /// A form is submitted, to readable and opaque receivers.
    Submit { readable: bool, opaque: bool },
    /// A tab does what the plan says.
    Plan { tab: usize, response: ScriptedResponse, jitter: u16 },
    /// A tab hears what came of its request.
    Receive { tab: usize, jitter: u16 },
    /// A tab goes away; the storage may have lost the last write by then.
    Crash { tab: usize, loses: bool },
    /// Time passes, by this many seconds.
    Pass(u32),
    /// Somebody sets the clock.
    Set(i32),
    /// The respondent wants it sent once more.
    Retry { lead: usize },
    /// The respondent wants it deleted.
    Delete { lead: usize },
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let response = prop_oneof![
        4 => Just(ScriptedResponse::Arrives),
        1 => Just(ScriptedResponse::ArrivesAndReplyIsLost),
        1 => Just(ScriptedResponse::ArrivesAndTakesTooLong),
        1 => Just(ScriptedResponse::ArrivesAndBreaks),
        3 => Just(ScriptedResponse::NeverLeaves),
        2 => Just(ScriptedResponse::Offline),
        1 => Just(ScriptedResponse::TakesTooLong),
        2 => prop::sample::select(vec![400_u32, 404, 408, 425, 500, 503]).prop_map(ScriptedResponse::Refused),
        2 => prop::option::of(0_u32..200).prop_map(ScriptedResponse::TooMany),
    ];
    let op = prop_oneof![
        3 => any::<(bool, bool)>().prop_map(|(readable, opaque)| Op::Submit { readable, opaque }),
        9 => (0..TABS, response, any::<u16>()).prop_map(|(tab, response, jitter)| Op::Plan { tab, response, jitter }),
        6 => (0..TABS, any::<u16>()).prop_map(|(tab, jitter)| Op::Receive { tab, jitter }),
        2 => (0..TABS, any::<bool>()).prop_map(|(tab, loses)| Op::Crash { tab, loses }),
        4 => prop_oneof![0..20_u32, 20..400_u32, 3_600..300_000_u32].prop_map(Op::Pass),
        1 => prop_oneof![-20..20_i32, -400_000..400_000_i32, -1_000_000_000..1_i32].prop_map(Op::Set),
        1 => (0..4_usize).prop_map(|lead| Op::Retry { lead }),
        1 => (0..8_usize).prop_map(|lead| Op::Delete { lead }),
    ];
    vec(op, 1..60)
}

#[test]
fn no_history_loses_a_lead_or_sends_it_twice_without_a_reason() {
    let cases = std::env::var("SHINDAN_CASES").map_or(1_000, |text| text.parse().expect("SHINDAN_CASES is a number"));
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&ops(), |ops| {
        let mut world = World::new();
        for op in ops {
            world.step(op);
            let lost = world.lost();
            prop_assert!(lost.is_empty() || world.span() >= RETENTION.0, "{:?} is lost", lost);
        }
        world.heal();
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}
