//! A clock that the test controls, so that nobody waits for real time.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::wait::until;

const CLOCK: &str = include_str!("clock.js");

impl Browser {
    /// Makes all pages from now on, in this tab, use a clock that only the test advances: see `clock.js`.
    pub async fn has_a_clock(&self) {
        self.before_every_page(CLOCK).await;
    }

    /// Advances the clock by this duration at once.
    pub async fn lets_pass(&self, time: Duration) {
        self.script::<Value>("__clock.advance(arguments[0])", vec![milliseconds(time)]).await;
    }

    /// Waits until the page has a timer within this duration, and then advances the clock.
    pub async fn sleeps(&self, time: Duration) {
        let awaited = until(async || {
            match self.script("return __clock.isAwaited(arguments[0])", vec![milliseconds(time)]).await {
                true => Ok(()),
                false => Err(()),
            }
        });
        awaited.await.unwrap_or_else(|()| panic!("nothing waits for {time:?} to pass"));
        self.lets_pass(time).await;
    }

    /// Sets the clock ahead by this number of hours, or back, without firing timers.
    pub async fn sets_the_clock(&self, hours: f64) {
        self.script::<Value>("__clock.set(arguments[0] * 36e5)", vec![json!(hours)]).await;
    }
}

fn milliseconds(time: Duration) -> Value {
    json!(u64::try_from(time.as_millis()).expect("no test waits that long"))
}
