//! Waiting for conditions, never for time.

use std::time::{Duration, Instant};

/// How long a condition may take to come true.
pub fn patience() -> Duration {
    Duration::from_secs(25)
}

const BETWEEN_LOOKS: Duration = Duration::from_millis(12);

/// Asks again and again until there is an answer; `Err` says after [`patience`] what was seen last.
pub async fn until<T, S>(mut ask: impl AsyncFnMut() -> Result<T, S>) -> Result<T, S> {
    let end = Instant::now() + patience();
    loop {
        match ask().await {
            Err(seen) if Instant::now() > end => return Err(seen),
            Err(_) => tokio::time::sleep(BETWEEN_LOOKS).await,
            Ok(answer) => return Ok(answer),
        }
    }
}
