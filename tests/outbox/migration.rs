//! Records of version 0.1, as its pages left them on devices (`../fixtures/leads_0_1.json`, made in Chromium in every state,
//! in the database and in localStorage): none is lost, sent twice or sent elsewhere by the update, also while a page of that
//! version is still open.

use std::collections::BTreeMap;

use diagnosis::{Id, Value};
use leads::{
    Action, Attempt, Destination, DestinationSettings, Entry, Event, FinalState, Jitter, LEASE, LeadRecord, Outcome,
    ReplyOutcome, ReplyVisibility, Seconds, State, Step, TabId, Time, plan, plan_records,
};

const FIXTURES: &str = include_str!("../fixtures/leads_0_1.json");
const ME: TabId = TabId(1);

fn fixtures() -> BTreeMap<String, Value> {
    serde_json::from_str(FIXTURES).unwrap()
}

fn record(name: &str) -> LeadRecord {
    LeadRecord::from_legacy(&fixtures()[name]).unwrap_or_else(|| panic!("{name} is read"))
}

/// The name of the state in a name such as `queued in localStorage`.
fn state_in(name: &str) -> &str {
    name.split(' ').next().unwrap()
}

fn state(record: &LeadRecord) -> State {
    record.entry.deliveries()[0].state
}

fn apply(record: LeadRecord, event: Event<'_>, now: Time) -> LeadRecord {
    record.apply(event, now, Jitter(u16::MAX)).expect("nothing is forgotten so soon")
}

fn start(record: &LeadRecord) -> Event<'_> {
    Event::At { to: record.entry.deliveries()[0].to.as_str(), step: Step::Start { by: ME } }
}

/// When a record was stored, and some seconds.
fn after(record: &LeadRecord, seconds: u32) -> Time {
    record.stored_at.after(Seconds(seconds))
}

#[test]
fn each_state_is_read_as_it_was() {
    let names: Vec<String> = fixtures().into_keys().collect();
    assert_eq!(names.len(), 22, "{names:?}");
    for name in &names {
        let record = record(name);
        match state_in(name) {
            "kept" => assert!(record.entry.deliveries().is_empty() && record.lead.is_some(), "{name}"),
            "gone" => assert!(record.entry.is_purged() && record.lead.is_none(), "{name}"),
            wanted => assert_eq!(state(&record).id(), wanted, "{name}"),
        }
        let has_arrived = ["delivered", "accepted", "gone"].contains(&state_in(name));
        let lead = record.lead.clone().unwrap_or_default();
        assert_eq!(lead.contains("taro@example.co.jp"), !has_arrived, "{name}: {lead}");
        let Value::Map(members) = &fixtures()[name] else { panic!("{name} is an object") };
        assert_eq!(members.iter().find(|(key, _)| key == "id").unwrap().1, Value::Text(record.id().to_owned()));
        if !has_arrived && state_in(name) != "kept" {
            let (_, to) = &record.destinations[0];
            assert!(Destination::new(to).is_ok() && to.url.contains("127.0.0.1"), "{to:?}");
            assert_eq!(to.fields[1], ("source".to_owned(), "attribution.utm.source".to_owned()));
            assert_eq!(to.constants, [("from".to_owned(), "web".to_owned())]);
            assert!(record.data_layer.is_some(), "{name}");
        }
    }
    assert_eq!(record("action_required").reason("webhook-json").unwrap().code, "http_404");
    assert!(record("sent_unconfirmed").is_announced && !record("queued").is_announced, "no second generate_lead");
}

#[test]
fn the_form_of_this_version_holds_all_of_it() {
    for name in fixtures().into_keys() {
        let read = record(&name);
        let again = LeadRecord::from_json(&read.to_json()).unwrap();
        assert_eq!(again, LeadRecord { is_legacy: false, ..read }, "{name}");
    }
}

/// Each lead that was on its way goes on, and what rested rests.
#[test]
fn no_lead_is_lost() {
    for name in fixtures().into_keys() {
        let record = record(&name);
        let is_open = ["queued", "sending", "retry_wait"].contains(&state_in(&name));
        let now = after(&record, 60);
        assert_eq!(record.due(now) == Some(Time::FIRST), is_open, "{name}");
        let mut record = record;
        if let Action::Expire { .. } = plan(std::slice::from_ref(&record.entry), now) {
            record = apply(record, Event::TimePassed, now);
        }
        let later = now.after(Seconds(60));
        let plan = plan(std::slice::from_ref(&record.entry), later);
        assert_eq!(matches!(plan, Action::Send { .. }), is_open, "{name}: {plan:?}");
        if is_open {
            let sending = apply(record.clone(), start(&record), later);
            assert!(!sending.is_legacy, "from then on it is of this version");
            assert!(sending.entry.is_sending("webhook-json", ME).is_some());
            assert_eq!(sending.lead, record.lead);
        }
    }
}

/// An old page that is sending reads its own record until it has heard what came of that.
#[test]
fn what_an_old_page_is_sending_is_left_to_it_until_its_lease_ends() {
    for name in ["sending", "sending in localStorage"] {
        let record = record(name);
        let State::Sending { since, .. } = state(&record) else { panic!("{name}") };
        let last = since.after(Seconds(LEASE.0 - 1));
        let to = "webhook-json";
        for event in [Event::TimePassed, start(&record), Event::At { to, step: Step::Retry }] {
            assert_eq!(
                apply(record.clone(), event, last),
                record,
                "{name}: {event:?} changes nothing, and is not written"
            );
        }
        let plan = plan(std::slice::from_ref(&record.entry), last);
        assert_eq!(plan, Action::Wait { until: since.after(LEASE) }, "nobody else sends");
        let over = apply(record.clone(), Event::TimePassed, since.after(LEASE));
        assert!(matches!(state(&over), State::RetryWait { .. }) && !over.is_legacy);
        let deleted = apply(record.clone(), Event::Deleted, last);
        assert!(deleted.entry.is_purged() && deleted.lead.is_none(), "a deletion does not wait");
    }
}

/// Word that comes to a page of this version about a lead that an old page sends in the meantime.
#[test]
fn late_word_does_not_undo_an_arrival() {
    let record = record("retry_wait");
    let now = after(&record, 600);
    let sending = apply(record.clone(), start(&record), now);
    let reply = |outcome| ReplyOutcome { outcome, code: String::new(), fields: Vec::new() };
    let step = |outcome| Step::Reply { by: ME, attempt: Attempt::new(2).unwrap(), outcome };
    let arrived =
        sending.apply_reply("webhook-json", step(Outcome::Delivered), reply(Outcome::Delivered), now, Jitter(0));
    let arrived = arrived.unwrap();
    assert_eq!(state(&arrived).end(), Some(FinalState::Delivered));
    assert_eq!((&arrived.lead, &arrived.data_layer), (&None, &None), "its data goes with the word of its arrival");
    let failed = step(Outcome::Misconfigured);
    let again = arrived.clone().apply_reply("webhook-json", failed, reply(Outcome::Misconfigured), now, Jitter(0));
    assert_eq!(again, Some(arrived));
}

/// Earlier versions did not tell pages apart by their query, so such a lead goes where it was meant to go, whatever the page
/// that finds it has configured.
#[test]
fn an_old_lead_goes_where_it_was_meant_to_go() {
    let record = record("queued");
    assert_eq!(record.identity, None, "no page claims it");
    let meant = &record.destinations[0].1;
    assert_eq!(record.destination("webhook-json", &[]), Some(meant));
}

fn webhook(url: &str) -> DestinationSettings {
    DestinationSettings { kind: "webhook-json".to_owned(), url: url.to_owned(), ..DestinationSettings::default() }
}

/// On its own page a lead follows the owner's fixes of its destination, and goes to no other.
#[test]
fn a_corrected_address_is_known_by_its_destination_and_not_by_its_place() {
    let name = |text: &str| Id::new(text).unwrap();
    let [first, second, fixed] = ["https://a.example/", "https://b.example/", "https://c.example/"].map(webhook);
    let mut lead = record("queued");
    lead.destinations = vec![(name("webhook-json"), first.clone()), (name("webhook-json-2"), second.clone())];
    let goes = |to: &str, current: &[(Id, DestinationSettings)]| lead.destination(to, current).unwrap().url.clone();

    let fixes = [(name("webhook-json"), fixed.clone()), (name("webhook-json-2"), second.clone())];
    assert_eq!(goes("webhook-json", &fixes), fixed.url, "an address was fixed");
    assert_eq!(goes("webhook-json-2", &fixes), second.url);
    let turned = [(name("webhook-json"), second.clone()), (name("webhook-json-2"), first.clone())];
    assert_eq!(goes("webhook-json", &turned), first.url, "the list was turned round");
    let removed = [(name("webhook-json"), second.clone())];
    assert_eq!(goes("webhook-json", &removed), first.url, "another has its name now");
    assert_eq!(goes("webhook-json-2", &removed), second.url);
    let other = DestinationSettings { kind: "espocrm".to_owned(), ..fixed.clone() };
    assert_eq!(goes("webhook-json", &[(name("webhook-json"), other)]), first.url, "another kind is another receiver");
    let fields = DestinationSettings { fields: vec![("id".to_owned(), "lead_id".to_owned())], ..first.clone() };
    let now = lead.destination("webhook-json", &[(name("webhook-json"), fields.clone())]).cloned();
    assert_eq!(now, Some(fields), "with the fields that it has now");
}

/// Two organisations at Salesforce have one address; what tells them apart are the constants.
#[test]
fn of_two_destinations_with_one_address_each_gets_its_own_lead() {
    let organisation = |oid: &str| DestinationSettings {
        kind: "salesforce".to_owned(),
        url: "https://crm.example/".to_owned(),
        constants: vec![("oid".to_owned(), oid.to_owned())],
        ..DestinationSettings::default()
    };
    let named = |list: &[&str]| -> Vec<(Id, DestinationSettings)> {
        let names = ["salesforce", "salesforce-2", "salesforce-3"].map(|name| Id::new(name).unwrap());
        names.into_iter().zip(list.iter().map(|oid| organisation(oid))).collect()
    };
    let goes = |list: &[&str], to: &str, current: &[&str]| {
        let mut lead = record("queued");
        lead.destinations = named(list);
        lead.destination(to, &named(current)).unwrap().constants[0].1.clone()
    };
    for current in [&["a", "b"][..], &["b", "a"], &["b"], &["a"], &["c", "d", "e"], &[]] {
        assert_eq!(goes(&["a", "b"], "salesforce", current), "a", "{current:?}");
        assert_eq!(goes(&["a", "b"], "salesforce-2", current), "b", "{current:?}");
    }
    assert_eq!(goes(&["a"], "salesforce", &["fixed"]), "fixed", "the only one was corrected");
    assert_eq!(goes(&["a"], "salesforce", &["fixed", "b"]), "fixed", "and another was added");
    assert_eq!(goes(&["a"], "salesforce", &["b", "a"]), "a");
}

/// Two pages of a site may give two receivers one name.
#[test]
fn a_receiver_that_asks_for_time_holds_up_no_other_of_its_name() {
    let now = Time::new(1_800_000_000);
    let lead = |id: &str, url: &str| LeadRecord {
        entry: Entry::new(Id::new(id).unwrap(), [(Id::new("webhook-json").unwrap(), ReplyVisibility::Readable)], now),
        destinations: vec![(Id::new("webhook-json").unwrap(), webhook(url))],
        ..record("queued")
    };
    let busy = lead("busy", "https://a.example/");
    let busy = apply(busy.clone(), start(&busy), now);
    let later = Outcome::Later { retry_after: Seconds(86_400) };
    let step = Step::Reply { by: ME, attempt: Attempt::new(1).unwrap(), outcome: later };
    let busy = apply(busy, Event::At { to: "webhook-json", step }, now);
    let until = now.after(Seconds(86_400));
    let same = lead("same", "https://a.example/");
    assert_eq!(plan_records(&[busy.clone(), same], now), Action::Wait { until });
    let other = lead("other", "https://b.example/");
    let send = Action::Send { id: Id::new("other").unwrap(), to: Id::new("webhook-json").unwrap() };
    assert_eq!(plan_records(&[busy, other], now), send);
}

/// A receiver whose reply cannot be read may have the lead already.
#[test]
fn to_send_again_repeats_nothing_that_was_sent_while_something_else_is_left() {
    let now = Time::new(1_800_000_000);
    let names = ["form", "webhook-json"].map(|name| Id::new(name).unwrap());
    let lead = LeadRecord {
        entry: Entry::new(Id::new("lead").unwrap(), names.map(|name| (name, ReplyVisibility::Opaque)), now),
        ..record("queued")
    };
    let replied = |lead: LeadRecord, to: &str, outcome| {
        let lead = apply(lead, Event::At { to, step: Step::Start { by: ME } }, now);
        let attempt = lead.entry.is_sending(to, ME).unwrap();
        apply(lead, Event::At { to, step: Step::Reply { by: ME, attempt, outcome } }, now)
    };
    let again = |lead: &LeadRecord| {
        let again = lead.clone().sent_again(now, Jitter(0)).unwrap();
        again.entry.deliveries().iter().map(|delivery| delivery.state.id()).collect::<Vec<_>>()
    };
    let sent = replied(lead, "form", Outcome::Unconfirmed);
    let failed = replied(sent.clone(), "webhook-json", Outcome::Misconfigured);
    assert_eq!(again(&failed), ["sent_unconfirmed", "queued"]);
    for outcome in [Outcome::Unconfirmed, Outcome::Rejected] {
        let last = replied(sent.clone(), "webhook-json", outcome);
        assert_eq!(again(&last), ["queued", "queued"], "nothing else is left: {outcome:?}");
    }
}

#[test]
fn what_is_stored_is_a_record_or_nothing() {
    let whole = record("retry_wait").to_json();
    for (text, damage) in [
        ("\"version\":2", "\"version\":3"),
        ("\"version\":2,", ""),
        ("\"state\":\"retry_wait\"", "\"state\":\"lost\""),
        ("\"visibility\":\"readable\"", "\"visibility\":\"visible\""),
        ("\"attempt\":1", "\"attempt\":9"),
        ("\"retry_after\":0", "\"retry_after\":-1"),
        ("\"to\":\"webhook-json\"", "\"to\":\"Webhook\""),
        ("\"wait\":", "\"weight\":"),
        ("{", ""),
    ] {
        assert!(whole.contains(text), "{text} in {whole}");
        assert_eq!(LeadRecord::from_json(&whole.replacen(text, damage, 1)), None, "{damage}");
    }
    let Value::Map(mut members) = fixtures()["queued"].clone() else { panic!("an object") };
    for state in ["", "{", "from the future", "v2 gone ", "12345678 1795310414\ncrm visible 1795310414 queued"] {
        members.retain(|(name, _)| name != "state");
        members.push(("state".to_owned(), Value::Text(state.to_owned())));
        assert_eq!(LeadRecord::from_legacy(&Value::Map(members.clone())), None, "{state}");
    }
}
