//! Waits for conditions, never for a time.

use std::time::{Duration, Instant};

/// Timeout of a condition. No test that passes waits that long: it is for a machine that has other work.
pub const TIMEOUT: Duration = Duration::from_secs(60);

const POLL_INTERVAL: Duration = Duration::from_millis(12);

/// Polls until there is an answer; `Err` describes what was seen last when [`TIMEOUT`] has passed.
pub async fn until<T, S>(mut ask: impl AsyncFnMut() -> Result<T, S>) -> Result<T, S> {
    let end = Instant::now() + TIMEOUT;
    loop {
        match ask().await {
            Err(seen) if Instant::now() > end => return Err(seen),
            Err(_) => tokio::time::sleep(POLL_INTERVAL).await,
            Ok(answer) => return Ok(answer),
        }
    }
}
