//! Filters leads.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::delivery::Kind;
use super::row::Row;

/// The filter, as it is in the fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Filter {
    /// Words, all of which must match.
    pub(crate) text: String,
    pub(crate) kind: Option<Kind>,
    /// The name of a destination; empty for any.
    pub(crate) to: String,
    /// The first day, `2026-11-22`; empty for any.
    pub(crate) from: String,
    /// The last day; empty for any.
    pub(crate) until: String,
}

/// The filter in a form that is ready to be applied.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Query {
    words: Vec<String>,
    kind: Option<Kind>,
    to: Option<String>,
    /// The range of times in seconds, its end excluded.
    seconds: std::ops::Range<f64>,
}

impl Default for Query {
    /// A query that matches everything.
    fn default() -> Self {
        Self { words: Vec::new(), kind: None, to: None, seconds: f64::NEG_INFINITY..f64::INFINITY }
    }
}

impl Query {
    /// The query of a filter. `plain` normalises letters that look the same; `day_start` returns the time at which a
    /// day begins here, plus that many days, in seconds since 1970-01-01 UTC.
    pub(crate) fn new(
        filter: &Filter,
        plain: impl Fn(&str) -> String,
        day_start: impl Fn(&str, i32) -> Option<f64>,
    ) -> Self {
        Self {
            words: plain(&filter.text).split_whitespace().map(str::to_owned).collect(),
            kind: filter.kind,
            to: Some(filter.to.clone()).filter(|to| !to.is_empty()),
            seconds: day_start(&filter.from, 0).unwrap_or(f64::NEG_INFINITY)
                ..day_start(&filter.until, 1).unwrap_or(f64::INFINITY),
        }
    }

    /// Whether a row matches.
    fn matches(&self, row: &Row) -> bool {
        self.seconds.contains(&f64::from(row.stored_at))
            && self.is_of_kind(row)
            && self.words.iter().all(|word| row.words.contains(word.as_str()))
    }

    /// State and destination together match that state at that destination.
    fn is_of_kind(&self, row: &Row) -> bool {
        let (kind, to) = match (self.kind, &self.to) {
            (None, None) => return true,
            (Some(Kind::Kept), _) => return row.deliveries.is_empty(),
            asked => asked,
        };
        row.deliveries.iter().any(|delivery| {
            to.as_ref().is_none_or(|to| *to == delivery.to) && kind.is_none_or(|kind| kind == delivery.kind())
        })
    }

    /// The rows that match, in order.
    pub(crate) fn find(&self, rows: &[Rc<Row>]) -> Vec<Rc<Row>> {
        rows.iter().filter(|row| self.matches(row)).map(Rc::clone).collect()
    }
}

/// The names of all destinations in the rows.
pub(crate) fn destinations(rows: &[Rc<Row>]) -> Vec<String> {
    let all: BTreeSet<&str> =
        rows.iter().flat_map(|row| row.deliveries.iter().map(|delivery| delivery.to.as_str())).collect();
    all.into_iter().filter(|to| !to.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use leads::{FinalState, Reason, State, Time};

    use super::super::delivery::Delivery;
    use super::*;

    fn delivery(to: &str, how: Option<FinalState>) -> Delivery {
        let state = how.map_or(State::Queued, |how| State::Final { how, at: Time::FIRST });
        Delivery { to: to.to_owned(), state: Some(state), reason: Reason::default() }
    }

    fn row(id: &str, stored_at: u32, words: &str, deliveries: Vec<Delivery>) -> Rc<Row> {
        Rc::new(Row {
            id: id.into(),
            stored_at,
            has_data: true,
            title: String::new(),
            score: String::new(),
            level: String::new(),
            variant: String::new(),
            is_test: false,
            is_suspect: false,
            deliveries,
            words: words.to_owned(),
        })
    }

    fn rows() -> Vec<Rc<Row>> {
        vec![
            row("kept", 50, "架空商事 taro", vec![]),
            row("failed", 150, "見本製作所 hanako", vec![delivery("hubspot", Some(FinalState::Rejected))]),
            row(
                "both",
                250,
                "見本商店",
                vec![delivery("hubspot", Some(FinalState::Delivered)), delivery("form", None)],
            ),
        ]
    }

    #[track_caller]
    fn check(filter: Filter, expect: &[&str]) {
        // A day lasts a hundred seconds here.
        let day_start = |day: &str, more: i32| day.parse::<i32>().ok().map(|day| f64::from((day + more) * 100));
        let found = Query::new(&filter, str::to_lowercase, day_start).find(&rows());
        assert_eq!(found.iter().map(|row| &*row.id).collect::<Vec<_>>(), expect, "{filter:?}");
    }

    #[test]
    fn all_words_have_to_be_there() {
        let text = |text: &str| Filter { text: text.to_owned(), ..Filter::default() };
        check(text(""), &["kept", "failed", "both"]);
        check(text("見本"), &["failed", "both"]);
        check(text(" HANAKO　見本 "), &["failed"]);
        check(text("nobody"), &[]);
    }

    #[test]
    fn state_and_destination_ask_for_that_state_at_that_destination() {
        let asks = |kind, to: &str| Filter { kind, to: to.to_owned(), ..Filter::default() };
        check(asks(Some(Kind::Kept), ""), &["kept"]);
        check(asks(Some(Kind::Delivered), ""), &["both"]);
        check(asks(None, "hubspot"), &["failed", "both"]);
        check(asks(Some(Kind::Delivered), "form"), &[]);
        check(asks(Some(Kind::Waiting), "form"), &["both"]);
    }

    #[test]
    fn days_count_from_their_first_to_their_last_moment() {
        let days =
            |from: &str, until: &str| Filter { from: from.to_owned(), until: until.to_owned(), ..Filter::default() };
        check(days("1", "1"), &["failed"]);
        check(days("", "1"), &["kept", "failed"]);
        check(days("2", ""), &["both"]);
        check(days("no day", ""), &["kept", "failed", "both"]);
    }

    #[test]
    fn destinations_are_named_once() {
        assert_eq!(destinations(&rows()), ["form", "hubspot"]);
    }
}
