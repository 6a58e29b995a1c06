//! Has leads sent again.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Actions, Failure, SLICE};
use crate::lead::row::{LeadId, Row};
use crate::work::Job;

impl Actions {
    /// Has the leads sent again to a destination, after a confirmation where they may have arrived there.
    pub(crate) async fn resend_to(&self, id: LeadId, to: String) {
        let messages = self.messages;
        let is_doubtful = self.list.rows.iter().any(|row| row.id == id && row.is_doubtful(&to));
        if !is_doubtful || self.asker.ask(messages.ask_doubtful, messages.yes_again).await {
            self.resend(vec![Rc::clone(&id)], Some(to)).await;
            focus_on_lead(&id);
        }
    }

    /// Has the failed leads among those that match the filter sent again.
    pub(crate) async fn resend_failed(&self) {
        let (messages, ids) = (self.messages, self.list.ids_found(Row::is_failed));
        if ids.is_empty() {
            self.announcer.announce(messages.none_failed);
        } else if self.asker.ask(messages.ask_again(&ids.len()), messages.yes_again).await {
            self.resend(ids, None).await;
        }
    }

    async fn resend(&self, ids: Vec<LeadId>, to: Option<String>) {
        let Some(mut step) = self.begin(Job::SendingAgain, ids.len()) else { return };
        let (mut done, mut count) = (0, 0);
        let result: Result<(), Failure> = async {
            for slice in ids.chunks(SLICE) {
                count += self.archive.resend(slice, to.clone()).await?;
                done += slice.len();
                step.done(done).await?;
            }
            Ok(())
        }
        .await;
        self.end(step, result).await;
        if count > 0 {
            self.announcer.announce(self.messages.said_again(&count));
        }
    }
}

/// Focuses the line of a lead, because the button that had the focus may have been removed.
fn focus_on_lead(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let line =
        document.and_then(|document| document.query_selector(&format!("[data-id='{id}'] summary")).ok().flatten());
    if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
        // If it cannot take the focus, the focus stays where it is.
        let _ = line.focus();
    }
}
