//! Deletes leads, and undoes that.

use std::rc::Rc;

use super::{Actions, Failure, SLICE};
use crate::lead::row::{LeadId, Row};
use crate::services::archive::DeletedLeads;
use crate::work::Job;

impl Actions {
    /// Deletes the selected leads, whether the filter matches them or not.
    pub(crate) async fn remove_picked(&self) {
        let ids: Vec<LeadId> = self.list.picked.iter().map(Rc::clone).collect();
        if ids.is_empty() { self.announcer.announce(self.messages.none_picked) } else { self.remove(ids).await }
    }

    /// Deletes the delivered leads among those that match the filter.
    pub(crate) async fn remove_delivered(&self) {
        let ids = self.list.ids_found(Row::is_delivered);
        if ids.is_empty() { self.announcer.announce(self.messages.none_delivered) } else { self.remove(ids).await }
    }

    /// Deletes leads after a confirmation.
    pub(crate) async fn remove(&self, ids: Vec<LeadId>) {
        let messages = self.messages;
        if !self.asker.ask(messages.ask_remove(&ids.len()), messages.yes_remove(&ids.len())).await {
            return;
        }
        let Some(mut step) = self.begin(Job::Removing, ids.len()) else { return };
        self.deleted.borrow_mut().push(Vec::new());
        let mut done = 0;
        let result: Result<(), Failure> = async {
            for slice in ids.chunks(SLICE) {
                let leads = self.archive.remove(slice).await?;
                if let Some(deletion) = self.deleted.borrow_mut().last_mut() {
                    deletion.push(leads);
                }
                done += slice.len();
                step.done(done).await?;
            }
            Ok(())
        }
        .await;
        let count = self.deleted.borrow().last().map_or(0, |deletion| leads_in(deletion));
        if count == 0 {
            self.deleted.borrow_mut().pop();
        }
        self.end(step, result).await;
        self.count_deleted();
        if count > 0 {
            self.announcer.announce(messages.said_removed(&count));
        }
        // The element that had the focus has been removed.
        staff::focus("group-list");
    }

    /// Undoes the last deletion that is not undone yet.
    pub(crate) async fn undo(&self) {
        let count = *self.deleted_count;
        let Some(mut step) = self.begin(Job::Restoring, count) else { return };
        let deleted = self.deleted.borrow_mut().pop().unwrap_or_default();
        let mut done = 0;
        let result: Result<(), Failure> = async {
            for leads in &deleted {
                self.archive.restore(leads).await?;
                done += leads.len();
                step.done(done).await?;
            }
            Ok(())
        }
        .await;
        let is_done = result.is_ok();
        if !is_done {
            // This can be repeated: leads that are back already are skipped.
            self.deleted.borrow_mut().push(deleted);
        }
        self.end(step, result).await;
        self.count_deleted();
        if is_done {
            self.announcer.announce(self.messages.said_restored(&count));
        }
    }

    fn count_deleted(&self) {
        self.deleted_count.set(self.deleted.borrow().last().map_or(0, |deletion| leads_in(deletion)));
    }
}

fn leads_in(deletion: &[DeletedLeads]) -> usize {
    deletion.iter().map(DeletedLeads::len).sum()
}
