//! The one component: holds the run, turns events into the next view, and hands out effects once that view stands.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Copy, Effect, Event as AppEvent, Model, Settings, View, update, view};
use crate::domain::Id;

use super::{question, result};

/// What the widget starts from.
#[derive(Properties, Clone)]
pub struct Props {
    /// The run as it stands.
    pub model: Model,
    /// What the site owner set.
    pub settings: Rc<Settings>,
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
    copy: &'static Copy,
}

impl Component for Widget {
    type Message = AppEvent;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { model, effects, .. } = ctx.props().clone();
        let copy = Copy::of(model.answers().pack().lang());
        Self { model: Some(model), effects, copy }
    }

    fn update(&mut self, _: &Context<Self>, event: AppEvent) -> bool {
        let Some(model) = self.model.take() else {
            return false;
        };
        let (model, effects) = update(model, event);
        self.model = Some(model);
        self.effects.extend(effects);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let emit = ctx.link().callback(|event: AppEvent| event);
        let Some(model) = &self.model else {
            return Html::default();
        };
        match view(model, &ctx.props().settings, self.copy) {
            View::Question(view) => form(&view.id.clone(), question(&view, self.copy, &emit), &emit),
            View::Result(view) => result(&view, self.copy, &emit),
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

/// The form around a step; Enter in it goes on, as does the submit button.
fn form(question: &Id, step: Html, emit: &Callback<AppEvent>) -> Html {
    let question = question.clone();
    let onsubmit = emit.reform(move |event: SubmitEvent| {
        event.prevent_default();
        AppEvent::Next { question: question.clone() }
    });
    html! { <form novalidate=true {onsubmit}>{ step }</form> }
}
