//! The one component: holds the run, turns events into the next view, and hands out effects once that view stands.
//!
//! What the respondent does to a question comes from `www/gestures.js`, before the wasm is there and after.

use std::rc::Rc;

use yew::prelude::*;

use super::tree::{Attr, Tree};
use super::{question, result};
use messages::Messages;
use session::{Effect, Event, Locale, Model, Settings, View, update, view};

/// What the widget starts from.
#[derive(Properties, Clone)]
pub struct Props {
    /// The run as it stands.
    pub model: Model,
    /// What the site owner set.
    pub settings: Rc<Settings>,
    /// The interface's wording, in the language of the pack.
    pub copy: Rc<Messages>,
    /// Puts a day, counted from 1970-01-01, in words.
    pub date: Callback<u32, String>,
    /// Whether the language speaks of so many as of one.
    pub is_one: Callback<u32, bool>,
    /// Called once, when the first view stands in the root.
    pub shown: Callback<()>,
    /// Performs an effect, called when the view that goes with it stands in the root.
    pub perform: Callback<Effect>,
    /// Effects of taking up the run.
    pub effects: Vec<Effect>,
}

/// Props are given once, at mounting; a parent that renders again brings nothing new.
impl PartialEq for Props {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The widget inside its root element.
#[derive(Debug)]
pub struct Widget {
    /// Taken out only while an event is worked on.
    model: Option<Model>,
    effects: Vec<Effect>,
}

impl Widget {
    /// The run as it stands; `None` only while an event is worked on.
    pub fn model(&self) -> Option<&Model> {
        self.model.as_ref()
    }
}

impl Component for Widget {
    type Message = Event;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { model, effects, .. } = ctx.props();
        Self { model: Some(model.clone()), effects: effects.clone() }
    }

    fn update(&mut self, _: &Context<Self>, event: Event) -> bool {
        let Some(model) = self.model.take() else {
            return false;
        };
        let (model, effects) = update(model, event);
        self.model = Some(model);
        for effect in effects {
            // Of two savings the later holds: a tap is a choice and a step, and storage takes time.
            if matches!(effect, Effect::Save(_)) {
                self.effects.retain(|earlier| !matches!(earlier, Effect::Save(_)));
            }
            self.effects.push(effect);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(model) = &self.model else {
            return Html::default();
        };
        let Props { settings, copy, date, is_one, .. } = ctx.props();
        let locale = Locale { copy, date: &|day| date.emit(day), is_one: &|n| is_one.emit(n) };
        match view(model, settings, &locale) {
            View::Question(view, notice) => {
                let mut tree = Tree::new("form");
                tree.fixed(Attr::NoValidate, "");
                if let Some(notice) = notice {
                    tree.line("p.notice", &notice);
                }
                tree.add(question(&view, copy));
                tree.finish()
            }
            View::Result(view) => result(&view, copy),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        if first_render {
            ctx.props().shown.emit(());
        }
        for effect in std::mem::take(&mut self.effects) {
            ctx.props().perform.emit(effect);
        }
    }
}
