//! State of the page, and its changes: a reducer.

use std::collections::BTreeMap;
use std::rc::Rc;

use diagnosis::Value;
use pack_editor::{History, Path};
use yew::Reducible;

use crate::checks::Checks;
use crate::place::{Place, Step};
use crate::work::Work;

/// A change of the work, given its built-in pack.
pub(crate) type Change = Rc<dyn Fn(&mut Work, Option<&Value>)>;

/// State of the page.
#[derive(Clone, PartialEq)]
pub(crate) struct State {
    /// The work with its undo history.
    pub(crate) history: History<Work>,
    /// The built-in packs that have loaded, by `ID.LANG`.
    pub(crate) packs: Rc<BTreeMap<String, Value>>,
    /// First questions as included in a page, by `ID.LANG` of their packs.
    pub(crate) first_questions: Rc<BTreeMap<String, Rc<str>>>,
    /// The current place.
    pub(crate) place: Place,
    /// The remarks of the last check.
    pub(crate) checks: Option<Rc<Checks>>,
    /// The answers whose result the preview shows, in text form.
    pub(crate) run: Option<Rc<str>>,
    /// Whether the stored work was loaded.
    pub(crate) is_loaded: bool,
}

impl Default for State {
    fn default() -> Self {
        Self {
            history: History::of(Work::default()),
            packs: Rc::default(),
            first_questions: Rc::default(),
            place: Place::default(),
            checks: None,
            run: None,
            is_loaded: false,
        }
    }
}

/// An event of the page.
pub(crate) enum Action {
    /// The work changes; successive changes under one name are one step.
    Edit(String, Change),
    /// The own pack was saved as a file, which is no step: undo does not take it back.
    Exported,
    /// A field lost the focus, which ends a step.
    EndStep,
    /// Undo one step.
    Undo,
    /// Redo one step.
    Redo,
    /// The stored work has been loaded, or there was none.
    WorkLoaded(Option<Box<History<Work>>>),
    /// A built-in pack has loaded.
    PackCame(String, Value),
    /// The first question of a built-in pack has loaded.
    FirstQuestionCame(String, Rc<str>),
    /// The author goes to another place.
    Go(Place),
    /// An entry is unfolded, or folded if it was unfolded.
    Unfold(Path),
    /// The target field has taken the focus.
    Focused,
    /// The linter has finished.
    Checked(Rc<Checks>),
    /// The preview is to show the result of these answers, or the questions.
    Run(Option<Rc<str>>),
}

impl State {
    /// The name of the built-in pack of the work.
    pub(crate) fn pack_name(&self) -> String {
        let pack = &self.history.present.pack;
        format!("{}.{}", pack.id, pack.lang)
    }

    /// The first question for the page, if it is to be there and has loaded.
    pub(crate) fn first_question(&self) -> Option<&str> {
        let found = self.first_questions.get(&self.pack_name());
        found.filter(|_| self.history.present.has_first_question()).map(AsRef::as_ref)
    }

    /// The built-in pack of the work, once it has loaded.
    pub(crate) fn built_in(&self) -> Option<&Value> {
        self.packs.get(&self.pack_name())
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Edit(name, change) => {
                let mut work = state.history.present.clone();
                change(&mut work, state.built_in());
                state.history.change(work, &name);
            }
            Action::Exported => {
                if let Some(base) = state.history.present.export() {
                    state.history.amend(|work| work.exported(&base));
                }
            }
            Action::EndStep => state.history.end_step(),
            Action::Undo => {
                state.history.undo();
            }
            Action::Redo => {
                state.history.redo();
            }
            Action::WorkLoaded(kept) => {
                state.is_loaded = true;
                if let Some(kept) = kept {
                    state.history = *kept;
                }
            }
            Action::PackCame(name, pack) => {
                Rc::make_mut(&mut state.packs).insert(name, pack);
            }
            Action::FirstQuestionCame(name, template) => {
                Rc::make_mut(&mut state.first_questions).insert(name, template);
            }
            Action::Go(place) => state.place = place,
            Action::Unfold(path) => {
                let is_open = state.place.open.as_ref() == Some(&path);
                state.place.open = (!is_open).then_some(path);
            }
            Action::Focused => state.place.focus = None,
            Action::Checked(checks) => state.checks = Some(checks),
            Action::Run(run) => state.run = run,
        }
        state.into()
    }
}

impl Place {
    /// The start of a step.
    pub(crate) fn at(step: Step) -> Self {
        Self { step, ..Self::default() }
    }
}
