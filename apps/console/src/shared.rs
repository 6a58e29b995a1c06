//! Something large that many hold: handed on without a copy, and compared by what it is and not by what it says.

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
    /// What is shared already.
    pub(crate) fn from_rc(value: Rc<T>) -> Self {
        Self(value)
    }
}

impl<T: Clone> Shared<T> {
    /// To be changed; what others hold stays as it is.
    pub(crate) fn make_mut(&mut self) -> &mut T {
        Rc::make_mut(&mut self.0)
    }
}
