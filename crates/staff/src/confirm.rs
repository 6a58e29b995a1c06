//! Asks for confirmation of actions that are hard to undo.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use yew::prelude::*;

use crate::dialog::Dialog;

/// Asks for confirmation; see [`use_asker`].
#[derive(Clone, Debug, PartialEq)]
pub struct Asker(UseStateHandle<Option<Question>>);

#[derive(Clone, Debug)]
struct Question {
    text: AttrValue,
    yes: AttrValue,
    answer: Rc<RefCell<Option<oneshot::Sender<bool>>>>,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.answer, &other.answer)
    }
}

impl Asker {
    /// Asks in a dialog; resolves to whether the answer is `yes`. Closing the dialog in another way means no.
    pub async fn ask(&self, text: impl Into<AttrValue>, yes: impl Into<AttrValue>) -> bool {
        let (sender, receiver) = oneshot::channel();
        let answer = Rc::new(RefCell::new(Some(sender)));
        self.0.set(Some(Question { text: text.into(), yes: yes.into(), answer }));
        receiver.await.unwrap_or(false)
    }

    /// Removes the question, which means no.
    pub fn dismiss(&self) {
        self.0.set(None);
    }
}

/// The asker of this page. Place [`ask_view`] somewhere in the view.
#[hook]
pub fn use_asker() -> Asker {
    Asker(use_state(|| None))
}

/// The dialog, while a question is open; `no` labels the button that changes nothing.
pub fn ask_view(asker: &Asker, no: impl Into<AttrValue>) -> Html {
    let Some(question) = (*asker.0).clone() else { return html! {} };
    let (asker, answer) = (asker.clone(), Rc::clone(&question.answer));
    let on_close = Callback::from(move |value: String| {
        asker.0.set(None);
        if let Some(sender) = answer.borrow_mut().take() {
            // The receiver may have been dropped.
            let _ = sender.send(value == "yes");
        }
    });
    html! {
        <Dialog labelled_by="ask-text" {on_close}>
            <form method="dialog">
                <p id="ask-text">{ question.text }</p>
                <div class="buttons">
                    <button type="submit" id="yes" value="yes" class="main">{ question.yes }</button>
                    <button type="submit" id="no" value="">{ no.into() }</button>
                </div>
            </form>
        </Dialog>
    }
}
