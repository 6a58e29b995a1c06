//! Undo and redo for any state.

use serde::{Deserialize, Serialize};

/// Number of steps that can be undone.
const STEPS_MAX: usize = 200;

/// A state with its history.
///
/// ```
/// use pack_editor::History;
/// let mut history = History::of(1);
/// history.change(2, "points");
/// history.change(20, "points");
/// history.undo();
/// assert_eq!(history.present, 1, "typing into one field is one step");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct History<T> {
    past: Vec<T>,
    /// The current state.
    pub present: T,
    future: Vec<T>,
    /// The name of the current step; empty for none.
    #[serde(skip)]
    open: String,
}

impl<T: Clone + PartialEq> History<T> {
    /// A history with nothing to undo.
    pub fn of(present: T) -> Self {
        Self { past: Vec::new(), present, future: Vec::new(), open: String::new() }
    }

    /// Adds the next state. Successive changes under one `name`, as typing makes them, are one step until
    /// [`History::end_step`]; changes without a name are a step each. A state that equals the current one is no step.
    pub fn change(&mut self, next: T, name: &str) {
        if next == self.present {
            return;
        }
        let goes_on = !name.is_empty() && self.open == name;
        let before = std::mem::replace(&mut self.present, next);
        if !goes_on {
            self.past.push(before);
            let excess = self.past.len().saturating_sub(STEPS_MAX);
            self.past.drain(..excess);
        }
        self.future.clear();
        self.open = name.to_owned();
    }

    /// Changes every state, past, present and future, which is no step: for facts that undo cannot take back, such as
    /// that a file was saved.
    pub fn amend(&mut self, change: impl FnMut(&mut T)) {
        self.past.iter_mut().chain([&mut self.present]).chain(&mut self.future).for_each(change);
    }

    /// Ends the current step; if it changed nothing, it is removed.
    pub fn end_step(&mut self) {
        if !self.open.is_empty() && self.past.last() == Some(&self.present) {
            self.past.pop();
        }
        self.open.clear();
    }

    /// Undoes one step; returns whether there was one.
    pub fn undo(&mut self) -> bool {
        self.end_step();
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.present, before));
        true
    }

    /// Redoes one step; returns whether there was one.
    pub fn redo(&mut self) -> bool {
        self.end_step();
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.present, after));
        true
    }

    /// Whether a step can be undone.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a step can be redone.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The same history with at most `max` steps to undo, for storage with less space.
    pub fn shortened(&self, max: usize) -> Self {
        let past = self.past.get(self.past.len().saturating_sub(max)..).unwrap_or_default().to_vec();
        Self { past, present: self.present.clone(), future: Vec::new(), open: String::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_comes_to_nothing_is_none() {
        let mut history = History::of(1);
        history.change(2, "a");
        history.change(1, "a");
        history.end_step();
        assert!(!history.can_undo());
    }

    #[test]
    fn a_state_that_equals_the_current_one_is_no_step() {
        let mut history = History::of(1);
        history.change(2, "");
        history.undo();
        history.change(1, "");
        assert!(!history.can_undo());
        assert!(history.can_redo(), "nothing was done that would end what can be redone");
    }

    #[test]
    fn an_amendment_is_no_step_and_stays_over_undo_and_redo() {
        let mut history = History::of(1);
        history.change(2, "");
        history.change(3, "");
        history.undo();
        history.amend(|state| *state += 10);
        assert_eq!(history.present, 12);
        assert!(history.undo() && !history.undo());
        assert_eq!(history.present, 11);
        assert!(history.redo() && history.redo() && !history.redo());
        assert_eq!(history.present, 13);
    }

    #[test]
    fn what_was_undone_comes_back_until_something_else_is_done() {
        let mut history = History::of(1);
        history.change(2, "");
        history.change(3, "");
        assert!(history.undo() && history.undo() && !history.undo());
        assert!(history.redo());
        assert_eq!(history.present, 2);
        history.change(4, "");
        assert!(!history.can_redo());
        assert_eq!(history.shortened(1).past, [2]);
    }
}
