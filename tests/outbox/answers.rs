//! What the page is told, in the words that it goes by.

use leads::{Jitter, Time, answer};

use crate::START;

const ID: &str = "12345678-9abc-4ef0-9234-56789abcdef0";
const HOOK: &str = "webhook-json\nhttps://n8n.example/hook";

fn ask(question: &str, about: &str, more: &str) -> String {
    ask_at(0, question, about, more)
}

fn ask_at(seconds: u32, question: &str, about: &str, more: &str) -> String {
    answer(question, about, more, Time::new(START + seconds), Jitter(u16::MAX))
}

#[test]
fn a_lead_goes_its_way() {
    let queued = ask("apply", "", &format!("new {ID} hook readable form opaque"));
    assert_eq!(queued, format!("{ID} {START}\nhook readable {START} queued\nform opaque {START} queued"));
    assert_eq!(ask("apply", &queued, &format!("new {ID} hook readable")), queued, "the second of two taps");
    assert_eq!(ask("plan", &queued, ""), format!("send {ID} hook"));
    let sending = ask("apply", &queued, "start hook 4294967295");
    assert!(sending.contains(&format!("\nhook readable {START} sending 4294967295 1 {START}\n")), "{sending}");
    assert_eq!(ask("plan", &sending, ""), format!("send {ID} form"));
    let waiting = ask_at(2, "apply", &sending, "reply hook 4294967295 1 later 60");
    assert!(waiting.contains(&format!(" retry_wait 1 {} 60 60\n", START + 2)), "{waiting}");
    let waiting = ask_at(2, "apply", &waiting, "start form 1");
    let waiting = ask_at(2, "apply", &waiting, "reply form 1 1 unconfirmed");
    assert_eq!(ask_at(2, "plan", &waiting, ""), "wait 60");
    let sending = ask_at(62, "apply", &waiting, "start hook 7");
    let arrived = ask_at(63, "apply", &sending, "reply hook 7 2 delivered");
    assert!(!arrived.contains("gone") && arrived.contains("sent_unconfirmed"), "{arrived}");
    let deleted = ask_at(64, "apply", &arrived, "delete");
    assert!(deleted.starts_with(&format!("{ID} {START} purged_at {}\nhook", START + 64)), "{deleted}");
    let month = 64 + 30 * 86_400;
    assert_eq!(ask_at(month, "plan", &deleted, ""), format!("settle {ID}"));
    assert_eq!(ask_at(month, "apply", &deleted, "time"), "", "forgotten");
}

#[test]
fn many_entries_are_planned_together_and_a_broken_one_is_named() {
    let first = ask("apply", "", "new first crm readable");
    let second = ask_at(1, "apply", "", "new second crm readable");
    let sending = ask_at(1, "apply", &first, "start crm 1");
    assert_eq!(ask_at(1, "plan", &format!("{sending}\n\n{second}"), ""), "wait 30");
    assert_eq!(ask_at(1, "plan", &format!("{first}\n\n{second}"), ""), "send first crm");
    assert_eq!(ask("plan", &format!("{first}\n\nthird 17 what"), ""), "broken third");
    assert_eq!(ask("plan", "{\n\n", ""), "broken {");
    assert_eq!(ask("plan", "", ""), "");
}

#[test]
fn what_cannot_be_read_changes_nothing() {
    let entry = ask("apply", "", "new first crm readable");
    for event in [
        "",
        "start",
        "start crm",
        "start crm -1",
        "start crm 4294967296",
        "reply crm 1 1 lost",
        "reply crm 1 9 delivered",
        "again",
        "start other 1",
        "Time",
    ] {
        assert_eq!(ask("apply", &entry, event), entry, "{event}");
    }
    assert_eq!(ask("apply", "from the future", "time"), "from the future");
    assert_eq!(ask("apply", "", "new First crm readable"), "");
    assert_eq!(ask("apply", "", "new first crm visible"), "");
    assert_eq!(ask("apply", "", "new first"), format!("first {START}"), "it stays on this device");
    assert_eq!(ask("lost", &entry, ""), "");
}

#[test]
fn replies_in_words() {
    for (reply, said) in [
        ("opaque", "unconfirmed"),
        ("failed", "later 0"),
        ("timeout", "later 0"),
        ("offline", "offline"),
        ("200\n{}", "delivered"),
        ("204", "delivered"),
        ("200\n<!DOCTYPE HTML>", "later 0"),
        ("429 30\n", "later 30"),
        ("429\nslow", "later 10"),
        ("503 120\n", "later 120"),
        ("404\n", "config http_404"),
        ("422\n", "rejected"),
        ("soon", ""),
    ] {
        assert_eq!(ask("outcome", HOOK, reply), said, "{reply}");
    }
    assert_eq!(ask("outcome", "lost", "opaque"), "");
}

#[test]
fn destinations_in_words() {
    for (destination, said) in [
        (HOOK, "readable"),
        ("form\nhttps://form.example/", "opaque"),
        ("mail\nmailto:a@example.jp", "hand"),
        ("copy\n", "hand"),
        ("copy", "hand"),
        ("data-layer\n\nlevel\tdiagnosis.level", "hand"),
    ] {
        assert_eq!(ask("receiver", destination, ""), said, "{destination}");
    }
    let refused = ask("receiver", "form\nhttps://form.example/\nx\t=Bearer 0123456789abcdef", "");
    let parts: Vec<&str> = refused.split('\t').collect();
    assert_eq!(parts[..2], ["!constants.x", "looks like a secret"]);
    assert!(parts.len() == 3 && !parts[2].is_empty() && !refused.contains("0123456789"), "{refused}");
    assert_eq!(ask("order", "form\nhttp://form.example/", "lead_id"), "", "a refused one gets no order");
    let named = ask("order", &format!("{HOOK}\nid\tlead_id\nwho\tcontact.email\nfrom\t=web"), "lead_id attempt");
    assert_eq!(named, "json\nid\tlead_id\nfrom\t=web");
    assert_eq!(ask("order", &format!("{HOOK}\nfrom\t=web"), "lead_id"), "json\n*\nfrom\t=web");
}

#[test]
fn what_was_typed_in_words() {
    for (input, typed, said) in [
        ("phone", "（０３）１２３４ー５６７８", "=03-1234-5678"),
        ("email", "taro.example.com", "!no_at"),
        ("email", "太郎@example.jp", "!character 太"),
        ("name", " ", "!missing"),
        ("company", &"x".repeat(101), "!long 100"),
        ("phone", "03-1234", "!few"),
        ("message", "a\r\n\r\n\r\nb", "=a\n\nb"),
        ("shoe", "43", ""),
    ] {
        assert_eq!(ask("check", input, typed), said);
    }
}
