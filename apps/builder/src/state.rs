//! All that the page shows, and how it changes: a reducer.

use std::collections::BTreeMap;
use std::rc::Rc;

use diagnosis::Value;
use pack_editor::{History, Path};
use yew::Reducible;

use crate::checks::Checks;
use crate::place::{Place, Step};
use crate::work::Work;

/// A change of the work, given the built-in pack that it is about.
pub(crate) type Change = Rc<dyn Fn(&mut Work, Option<&Value>)>;

/// What the page shows.
#[derive(Clone, PartialEq)]
pub(crate) struct State {
    /// The work with its steps back and forward.
    pub(crate) history: History<Work>,
    /// The built-in packs that have come, by `ID.LANG`.
    pub(crate) packs: Rc<BTreeMap<String, Value>>,
    /// First questions as they stand in a page, by `ID.LANG` of their packs.
    pub(crate) first_questions: Rc<BTreeMap<String, Rc<str>>>,
    /// Where one works.
    pub(crate) place: Place,
    /// What was said last of the work.
    pub(crate) checks: Option<Rc<Checks>>,
    /// Answers whose result the preview is to show, in text form.
    pub(crate) run: Option<Rc<str>>,
    /// Whether the kept work was looked for.
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

/// What can happen.
pub(crate) enum Action {
    /// The work changes; changes in a row under one name are one step.
    Edit(String, Change),
    /// A field was left, which ends a step.
    Settle,
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
    /// The kept work has come, or nothing was kept.
    Kept(Option<Box<History<Work>>>),
    /// A built-in pack has come.
    PackCame(String, Value),
    /// The first question of a built-in pack has come.
    FirstQuestionCame(String, Rc<str>),
    /// One goes elsewhere.
    Go(Place),
    /// An entry is unfolded, or folded where it was unfolded.
    Unfold(Path),
    /// The field that was to take the focus has it.
    Focused,
    /// The linter has spoken.
    Checked(Rc<Checks>),
    /// The preview is to show the result of these answers, or the questions.
    Run(Option<Rc<str>>),
}

impl State {
    /// The name of the built-in pack that the work is about.
    pub(crate) fn pack_name(&self) -> String {
        let pack = &self.history.present.pack;
        format!("{}.{}", pack.id, pack.lang)
    }

    /// The first question for the page, where it is to stand there and has come.
    pub(crate) fn first_question(&self) -> Option<&str> {
        let found = self.first_questions.get(&self.pack_name());
        found.filter(|_| self.history.present.has_first_question()).map(AsRef::as_ref)
    }

    /// That pack, once it has come.
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
            Action::Settle => state.history.settle(),
            Action::Undo => {
                state.history.undo();
            }
            Action::Redo => {
                state.history.redo();
            }
            Action::Kept(kept) => {
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
    /// The beginning of a step.
    pub(crate) fn at(step: Step) -> Self {
        Self { step, ..Self::default() }
    }
}
