//! The run of a widget: its events and its effects; and the actions of its result.

use std::rc::Rc;

use session::{Effect, Model, Phase, update};
use yew::prelude::*;

use super::Widget;
use crate::ui::action::Action;
use crate::ui::lead_form::LocalFuture;
use crate::ui::result_actions::{ResultActionState, ResultActionStatus};
use crate::ui::task::Task;

impl Widget {
    /// The run as it stands.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Has the run take an event.
    pub(super) fn run(&mut self, event: session::Event) {
        let was_asking = matches!(self.model.phase, Phase::Asking(_));
        let (model, effects) = update(self.model.clone(), event);
        self.model = model;
        if matches!(self.model.phase, Phase::Asking(_)) {
            // The actions belong to the result that was left.
            self.result.actions = ResultActionState::default();
            self.pending_actions.clear();
            self.has_benchmark = false;
        }
        self.is_top_only = was_asking && matches!(self.model.phase, Phase::Done(_)) && !self.waits_for_lead();
        self.effects.extend(effects);
    }

    /// Saves the run as it stands now, so that the answer is not lost even if its view should fail.
    pub(super) fn save(&mut self, ctx: &Context<Self>) {
        if self.is_shown {
            let saves = self.effects.extract_if(.., |effect| matches!(effect, Effect::Save(_)));
            if let Some(Effect::Save(run)) = saves.last() {
                ctx.props().page.0.save(&run);
            }
        }
    }

    /// Keeps what can be kept; what cannot is not shown as kept.
    pub(super) fn keep(&mut self, is_on: bool, ctx: &Context<Self>) {
        self.run(session::Event::Keep(is_on));
        let page = &ctx.props().page.0;
        let mut is_kept = true;
        self.effects.retain(|effect| match effect {
            Effect::Keep(code) => {
                is_kept &= page.keep(code);
                false
            }
            _ => true,
        });
        if is_on && !is_kept {
            self.run(session::Event::Keep(false));
            self.effects.retain(|effect| !matches!(effect, Effect::Keep(_)));
        }
    }

    /// Runs a result action and reports its outcome while that result is on screen.
    pub(super) fn start_result_action<T: 'static>(
        &mut self,
        ctx: &Context<Self>,
        action: LocalFuture<T>,
        report: fn(T) -> Action,
    ) {
        self.result.actions.status = ResultActionStatus::Idle;
        let link = ctx.link().clone();
        self.pending_actions.push(Task::spawn(async move { link.send_message(report(action.await)) }));
    }

    /// Records the outcome of copying a link, or of showing its QR code.
    pub(super) fn finish_link_action(&mut self, outcome: Result<(), Rc<str>>, status: ResultActionStatus) {
        self.selects_link = outcome.is_err();
        self.result.actions.status = outcome.map_or_else(ResultActionStatus::ManualCopy, |()| status);
    }

    /// Performs the effects, now that their view stands.
    pub(super) fn perform(&mut self, ctx: &Context<Self>) {
        let page = &ctx.props().page.0;
        for effect in std::mem::take(&mut self.effects) {
            match effect {
                Effect::Save(run) => page.save(&run),
                Effect::Keep(code) => {
                    page.keep(&code);
                }
                Effect::Emit(event) => page.emit(&event),
                Effect::Focus(target) => page.focus(target),
            }
        }
    }
}
