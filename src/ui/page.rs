//! What the widget needs from the page around it.

use std::fmt;
use std::rc::Rc;

use diagnosis::Id;
use session::{Focus, HostEvent};
use web_sys::Element;

use super::lead_form::LocalFuture;

/// The page around a widget: its session, its events, its languages and its devices. `embed` has the browser's; tests have
/// their own. No method fails visibly: what cannot be done is answered or left out.
pub trait Page {
    /// The view stands in its root, which is not on the page yet, or stands there anew after [`Action::CatchUp`].
    ///
    /// [`Action::CatchUp`]: super::Action::CatchUp
    fn view_is_ready(&self);
    /// The view on the page was rendered again, so that another question may be on screen.
    fn view_has_changed(&self);
    /// Keeps the run for this tab, in its text form; an empty text forgets it.
    fn save(&self, run: &str);
    /// Keeps the code of a result on the device; an empty text forgets it. Answers whether that could be done.
    fn keep(&self, code: &str) -> bool;
    /// Tells the host page.
    fn emit(&self, event: &HostEvent);
    /// Tells the host page that the call to action was followed, and whether it leads to a booking.
    fn emit_cta(&self, is_booking: bool);
    /// Moves the focus, so that a screen reader speaks what is new.
    fn focus(&self, target: Focus);
    /// Ends once the view as it stands is painted.
    fn painted(&self) -> LocalFuture<()>;
    /// Copies the page's address with this fragment. The error is the link itself, which has to be copied by hand.
    fn copy_link(&self, fragment: &str) -> LocalFuture<Result<(), Rc<str>>>;
    /// A link that opens a mail of this subject, in which stands the page's address with this fragment.
    fn mail_link(&self, subject: &str, fragment: &str) -> String;
    /// Draws the QR code of the page's address with this fragment into `place`. The error is the link itself, where that
    /// cannot be done.
    fn show_qr(&self, place: Element, fragment: &str) -> LocalFuture<Result<(), Rc<str>>>;
    /// Saves a picture of the result; answers whether that could be done.
    fn save_picture(&self) -> LocalFuture<bool>;
    /// Shows the result with these answers, in their text form, beside those of others, in `place`, once the file at that
    /// address has loaded.
    fn show_benchmark(&self, place: Element, address: &str, answers: String);
    /// Prints the result on a page of A4.
    fn print(&self);
    /// Begins another pack in the place of this one, which ends this widget.
    fn begin_pack(&self, pack: &Id);
    /// A day, counted from 1970-01-01, in words.
    fn date(&self, day: u32) -> String;
    /// Whether the language uses the singular for `n`.
    fn is_one(&self, n: u32) -> bool;
    /// The campaign parameters that the visit came with, as a query; empty without any.
    fn campaign(&self) -> String;
    /// Whether the browser knows of a network.
    fn is_online(&self) -> bool;
}

/// A shared [`Page`] as a property; two are equal if they are the same.
#[derive(Clone)]
pub struct PageHandle(pub Rc<dyn Page>);

impl PartialEq for PageHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for PageHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PageHandle")
    }
}
