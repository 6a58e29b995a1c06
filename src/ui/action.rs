//! What a respondent does, as the views report it to the widget.

use std::rc::Rc;

use diagnosis::Id;
use session::Event;
use yew::prelude::*;

/// What a respondent does to the widget, and results that the browser reports later.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// An event of the run.
    Run(Event),
    /// A tap or click on a single choice: makes the choice and goes on.
    Tap {
        /// The question on screen.
        question: Id,
        /// The choice.
        choice: Id,
    },
    /// Allows keeping the result on this device, or has it forgotten.
    Keep(bool),
    /// Copies a link to this result, by its fragment `NAME=CODE`.
    CopyLink(Rc<str>),
    /// The link was copied, or has to be copied by hand.
    LinkCopied(Result<(), Rc<str>>),
    /// Shows the QR code of a link to this result, by its fragment `NAME=CODE`.
    ShowQr(Rc<str>),
    /// It is shown, or the link has to be copied by hand.
    QrShown(Result<(), Rc<str>>),
    /// Saves a picture of the result.
    SavePicture,
    /// The picture was saved, or could not be.
    PictureSaved(bool),
    /// The top of the result is painted: shows the rest.
    ShowRest,
    /// Prints the result.
    Print,
    /// Begins this pack in the place of the one that is finished.
    BeginPack(Id),
    /// Follows the call to action, or goes to its booking if this is true.
    FollowCta(bool),
    /// Shows the frame with the booking in the place of the result; this call to action was pressed, 0 or 1.
    OpenBooking(usize),
    /// Goes back from there to the result.
    CloseBooking,
    /// Shows the result that waited for the lead form; `true` moves the focus to it.
    Unlock(bool),
    /// Nobody has touched a widget at a stand for a while.
    Idle,
    /// The stepper went on while this view was being made: starts from this run instead, in its text form.
    CatchUp(String),
    /// The view stands on the page from now on.
    Shown,
}

/// A listener that reports `action`, whatever the event says.
pub(super) fn report<E: 'static>(on_action: &Callback<Action>, action: Action) -> Callback<E> {
    on_action.reform(move |_| action.clone())
}

/// The same for a button, whose own effect in a form is prevented: some hosts sandbox forms away.
pub(super) fn press(on_action: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    on_action.reform(move |event: MouseEvent| {
        event.prevent_default();
        action.clone()
    })
}
