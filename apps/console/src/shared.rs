//! A large value with many holders: passed on without a copy, and compared by identity rather than content.

use std::ops::Deref;
use std::rc::Rc;

/// A value that is shared.
#[derive(Debug)]
pub(crate) struct Shared<T>(Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: Default> Default for Shared<T> {
    fn default() -> Self {
        T::default().into()
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> Shared<T> {
    /// Wraps a value that is shared already.
    pub(crate) fn from_rc(value: Rc<T>) -> Self {
        Self(value)
    }
}

impl<T: Clone> Shared<T> {
    /// The value for changing; other holders keep the unchanged one.
    pub(crate) fn make_mut(&mut self) -> &mut T {
        Rc::make_mut(&mut self.0)
    }
}
