//! Shared context of every part of the page: the texts, the state, and functions to change it.

use std::rc::Rc;

use diagnosis::Value;
use diagnostics::Language as Wording;
use pack_editor::{Draft, Path, text};
use staff::{Announcer, Language};
use yew::{Callback, UseReducerDispatcher};

use crate::checks::{Checks, pack_field};
use crate::messages::Messages;
use crate::place::Place;
use crate::state::{Action, State};
use crate::work::Work;

/// Context of the page's parts.
#[derive(Clone)]
pub(crate) struct Context {
    /// The texts in the page's language.
    pub(crate) messages: &'static Messages,
    /// The page's language.
    pub(crate) language: Language,
    /// The current state.
    pub(crate) state: Rc<State>,
    /// The pack that is edited, once it has loaded.
    pub(crate) draft: Option<Rc<Draft>>,
    /// The folder of the widget's files, which is that of this page.
    pub(crate) folder: Rc<str>,
    /// Announces a line.
    pub(crate) announcer: Announcer,
    /// Dispatches a change of the state.
    pub(crate) dispatch: UseReducerDispatcher<State>,
}

impl Context {
    /// The current work.
    pub(crate) fn work(&self) -> &Work {
        &self.state.history.present
    }

    /// The remarks of the last check; empty before the first one.
    pub(crate) fn checks(&self) -> Rc<Checks> {
        self.state.checks.clone().unwrap_or_default()
    }

    /// The language of diagnostics.
    pub(crate) fn wording(&self) -> Wording {
        Wording::of(self.language.code())
    }

    /// The pack that is edited, in the language that respondents read.
    pub(crate) fn pack(&self) -> &Value {
        self.draft.as_ref().map_or(&Value::Null, |draft| draft.pack(&self.work().pack.lang))
    }

    /// A text of the edited pack.
    pub(crate) fn text(&self, path: &Path) -> &str {
        text(self.pack(), path)
    }

    /// The languages of the pack, beginning with the one that respondents read.
    pub(crate) fn languages(&self) -> Vec<String> {
        let own = self.work().pack.lang.clone();
        let mut all: Vec<String> = self.draft.iter().flat_map(|draft| draft.languages().map(str::to_owned)).collect();
        all.sort_by_key(|lang| *lang != own);
        all
    }

    /// The id of the field for a place of the pack.
    pub(crate) fn field(&self, path: &Path) -> String {
        pack_field(self.work(), &self.work().pack.lang, path)
    }

    /// Changes the work. Successive changes under one name form one step of the history; changes without a name are a
    /// step each.
    pub(crate) fn edit(&self, name: &str, change: impl Fn(&mut Work) + 'static) {
        self.dispatch.dispatch(Action::Edit(name.to_owned(), Rc::new(move |work, _| change(work))));
    }

    /// Changes the pack, with the same rule for steps.
    pub(crate) fn edit_pack(&self, name: &str, change: impl Fn(&mut Draft) + 'static) {
        let change = Rc::new(change);
        let edit = move |work: &mut Work, built_in: Option<&Value>| {
            let change = Rc::clone(&change);
            work.edit_pack(built_in, move |draft| change(draft));
        };
        self.dispatch.dispatch(Action::Edit(name.to_owned(), Rc::new(edit)));
    }

    /// A callback that changes the pack as one step.
    pub(crate) fn on_pack<T: 'static>(&self, change: impl Fn(&mut Draft) + Clone + 'static) -> Callback<T> {
        let context = self.clone();
        Callback::from(move |_: T| context.edit_pack("", change.clone()))
    }

    /// The own pack was saved as a file.
    pub(crate) fn exported(&self) {
        self.dispatch.dispatch(Action::Exported);
    }

    /// Ends the current step of the history.
    pub(crate) fn end_step(&self) {
        self.dispatch.dispatch(Action::EndStep);
    }

    /// Goes to a place.
    pub(crate) fn go(&self, place: Place) {
        self.dispatch.dispatch(Action::Go(place));
    }

    /// Announces a line.
    pub(crate) fn announce(&self, line: impl Into<yew::AttrValue>) {
        self.announcer.announce(line);
    }
}
