//! The one component with the run: turns actions into the next view, and performs effects once that view stands.

mod parts;
mod props;
mod run;

use std::rc::Rc;

use messages::MessageKey;
use session::{Effect, Focus, Locale, Model, View, view};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::action::{Action, press};
use super::booking::{BookingFrame, focus};
use super::closed::closed;
use super::result_actions::{ResultActionStatus, link_to, mail_subject};
use super::task::Task;
use super::text::text;
use super::{ResultState, question, result, result_rest};

pub use props::Props;

/// The widget inside its root element.
#[derive(Debug)]
pub struct Widget {
    model: Model,
    result: ResultState,
    /// The call to action whose booking is shown in the place of the result, and the one that gets the focus back from it.
    booking: Option<usize>,
    left_booking: Option<usize>,
    /// Whether results wait for the lead form; see [`Widget::waits_for_lead`].
    is_gated: bool,
    /// Whether the field with a link has to be selected when it stands.
    selects_link: bool,
    /// The running actions of the result on screen, which end when it is left.
    pending_actions: Vec<Task>,
    /// What is to be performed when the next view stands.
    effects: Vec<Effect>,
    /// Whether the view is on the page. Effects wait until then, because the stepper may still change the run.
    is_shown: bool,
    /// Whether the results of others were asked for, for the result on screen.
    has_benchmark: bool,
    /// Whether of a result that was just reached only the top is shown, so that it is painted before the rest is made.
    is_top_only: bool,
    /// Task that waits for that paint and then shows the rest of the result.
    rest: Option<Task>,
}

impl Component for Widget {
    type Message = Action;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { model, effects, lead, .. } = ctx.props();
        Self {
            model: model.clone(),
            result: ResultState::default(),
            booking: None,
            left_booking: None,
            is_gated: lead.as_ref().is_some_and(|lead| lead.is_gated),
            selects_link: false,
            pending_actions: Vec::new(),
            effects: effects.clone(),
            is_shown: false,
            has_benchmark: false,
            is_top_only: false,
            rest: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let Props { page, today, .. } = ctx.props();
        let page = &page.0;
        match action {
            Action::Run(event) => self.run(event),
            Action::Tap { question, choice } => {
                self.run(session::Event::Choose { question: question.clone(), choice });
                self.run(session::Event::Next { question });
            }
            Action::Keep(is_on) => self.keep(is_on, ctx),
            Action::CopyLink(fragment) => {
                self.start_result_action(ctx, page.copy_link(&fragment), Action::LinkCopied);
            }
            Action::LinkCopied(copied) => self.finish_link_action(copied, ResultActionStatus::Copied),
            Action::ShowQr(fragment) => {
                if let Some(place) = self.result.actions.qr.cast() {
                    self.start_result_action(ctx, page.show_qr(place, &fragment), Action::QrShown);
                }
            }
            Action::QrShown(shown) => {
                self.result.actions.has_qr = shown.is_ok();
                self.finish_link_action(shown, ResultActionStatus::QrShown);
            }
            Action::SavePicture => {
                self.start_result_action(ctx, page.save_picture(), Action::PictureSaved);
            }
            Action::PictureSaved(is_saved) => {
                self.result.actions.status =
                    if is_saved { ResultActionStatus::PictureSaved } else { ResultActionStatus::PictureFailed };
            }
            Action::ShowRest => self.is_top_only = false,
            Action::Print => page.print(),
            Action::BeginPack(pack) => page.begin_pack(&pack),
            Action::FollowCta(is_booking) => page.emit_cta(is_booking),
            Action::OpenBooking(nth) => {
                self.booking = Some(nth);
                page.emit_cta(true);
            }
            Action::CloseBooking => self.left_booking = self.booking.take(),
            Action::Unlock(moves_focus) => {
                self.is_gated = false;
                self.effects.extend(moves_focus.then_some(Effect::Focus(Focus::Result)));
            }
            Action::Idle => {
                if let Some(lead) = &ctx.props().lead {
                    lead.host.0.restart();
                }
            }
            Action::CatchUp(run) => {
                let pack = Rc::clone(self.model.answers().pack());
                (self.model, self.effects) = Model::resume(pack, &run, *today);
            }
            Action::Shown => self.is_shown = true,
        }
        self.save(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { cta, messages, page, .. } = ctx.props();
        let locale = Locale {
            messages,
            date: &|day| page.0.date(day),
            is_one: &|n| page.0.is_one(n),
            campaign: &|| page.0.campaign(),
        };
        let on_action = ctx.link().callback(|action| action);
        if self.is_closed(ctx) {
            let Props { period, today, .. } = ctx.props();
            let opens = period.from.filter(|_| period.is_ahead(*today)).map(|day| page.0.date(day));
            return closed(opens.as_deref(), cta.href.as_ref(), messages, &on_action);
        }
        let content = match view(&self.model, cta, &locale) {
            View::Question(view, notice) => html! {
                <form key="question" novalidate=true>
                    if let Some(notice) = notice {
                        <p key={Rc::clone(&notice)} class="notice">{ text(&notice) }</p>
                    }
                    { question(&view, messages, &on_action) }
                </form>
            },
            View::Result(mut view) => {
                if let Some(variant) = &ctx.props().variant {
                    view.receipt = [&*view.receipt, " · ", variant].concat().into();
                }
                let call = view.cta.as_ref().filter(|_| self.booking.is_some());
                let (is_hidden, is_gated) = (call.is_some(), self.waits_for_lead());
                let mut state = ResultState { is_hidden, is_gated, ..self.result.clone() };
                state.actions.mail_link = self
                    .stand(ctx)
                    .is_none()
                    .then(|| page.0.mail_link(&mail_subject(&view, messages), &link_to(&view)));
                let rest =
                    (!self.is_top_only).then(|| result_rest(&view, messages, &state, self.lead(ctx), &on_action));
                html! {
                    <>
                        { result(&view, messages, &state, rest.unwrap_or_default(), &on_action) }
                        if let Some(call) = call.cloned() {
                            <BookingFrame {call} messages={Rc::clone(messages)} is_online={page.0.is_online()}
                                on_back={press(&on_action, Action::CloseBooking)} />
                        }
                    </>
                }
            }
        };
        html! {
            <>
                if ctx.props().is_draft {
                    <p key="draft" class="notice">{ text(messages.get(MessageKey::Draft)) }</p>
                }
                { content }
                { self.kiosk(ctx) }
            </>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if std::mem::take(&mut self.selects_link)
            && let Some(field) = self.result.actions.link_field.cast::<HtmlInputElement>()
        {
            field.select();
        }
        if let Some(call) = self.left_booking.take().and_then(|nth| self.result.calls.get(nth)) {
            focus(call);
        }
        if self.is_top_only {
            let (painted, link) = (ctx.props().page.0.painted(), ctx.link().clone());
            self.rest = Some(Task::spawn(async move {
                painted.await;
                link.send_message(Action::ShowRest);
            }));
        }
        if self.is_shown {
            self.perform(ctx);
            ctx.props().page.0.view_has_changed();
            self.compare(ctx);
        } else {
            ctx.props().page.0.view_is_ready();
        }
    }
}
