//! The clock and the calendar of this device.

use js_sys::Date;
use leads::Time;

use crate::lead::local_time::LocalTime;

fn date(time: Time) -> Date {
    Date::new(&(f64::from(time.get()) * 1000.0).into())
}

/// The current time.
pub(crate) fn now() -> Time {
    Time::new(web::clock::now_seconds())
}

/// Converts a time to local time.
pub(crate) fn local_time(time: Time) -> LocalTime {
    let date = date(time);
    LocalTime {
        year: date.get_full_year(),
        month: date.get_month() + 1,
        day: date.get_date(),
        hour: date.get_hours(),
        minute: date.get_minutes(),
        second: date.get_seconds(),
    }
}

/// Formats a time as RFC 3339 in UTC.
pub(crate) fn rfc_3339(time: Time) -> String {
    date(time).to_iso_string().into()
}

/// The time at which a day `2026-11-22` begins here, `more` days later, in seconds since 1970-01-01 UTC; `None` for an
/// invalid day.
pub(crate) fn day_start(day: &str, more: i32) -> Option<f64> {
    let mut parts = day.split('-').map(|part| part.parse::<u16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let begins = Date::new_with_year_month_day(year.into(), i32::from(month) - 1, i32::from(day) + more);
    Some(begins.get_time() / 1000.0)
}
