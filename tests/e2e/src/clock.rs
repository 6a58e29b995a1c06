//! A clock that a test moves, so that nobody waits for time.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::wait::until;

const CLOCK: &str = include_str!("clock.js");

impl Browser {
    /// Has all pages from here on, in this tab, wait for a clock that only the test moves: see `clock.js`.
    pub async fn has_a_clock(&self) {
        self.before_every_page(CLOCK).await;
    }

    /// Lets so much time pass at once.
    pub async fn lets_pass(&self, time: Duration) {
        self.script::<Value>("__clock.advance(arguments[0])", vec![milliseconds(time)]).await;
    }

    /// Waits until the page has something to do when so much time has passed, and lets it pass.
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

    /// Sets the clock ahead by so many hours, or back; no time passes.
    pub async fn sets_the_clock(&self, hours: f64) {
        self.script::<Value>("__clock.set(arguments[0] * 36e5)", vec![json!(hours)]).await;
    }
}

fn milliseconds(time: Duration) -> Value {
    json!(u64::try_from(time.as_millis()).expect("no test waits that long"))
}
