//! The one component with the run: turns actions into the next view, and performs effects once that view stands.

use std::rc::Rc;

use messages::{MessageKey, Messages};
use session::{Effect, Focus, Locale, Model, Phase, View, update, view};
use settings::{CallToAction, Period, Placement};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::action::{Action, press};
use super::booking::{BookingFrame, focus};
use super::closed::closed;
use super::lead_form::{Kiosk, LeadContext, LeadForm};
use super::page::PageHandle;
use super::result_actions::{TakeState, TakeStatus, link_to, mail_subject};
use super::task::Task;
use super::text::text;
use super::{ResultState, question, result, result_rest};

/// Seconds without a touch that a booking at a stand may take: nobody else sees what is typed into the frame.
const BOOKING_SECONDS: u32 = 600;

/// What the widget starts from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The run as it stands.
    pub model: Model,
    /// Effects of taking up the run.
    pub effects: Vec<Effect>,
    /// The day it is, in whole days since 1970-01-01 UTC.
    pub today: u32,
    /// The site owner's link to a consultation.
    pub cta: Rc<CallToAction>,
    /// The interface's messages, in the language of the pack.
    pub messages: Rc<Messages>,
    /// The page around the widget.
    pub page: PageHandle,
    /// The lead form, if there may be one.
    pub lead: Option<LeadContext>,
    /// The arm of a comparison, which the receipt names.
    pub variant: Option<String>,
    /// The days on which a run may begin.
    pub period: Period,
    /// Whether it is a draft: it says so, and may be begun on any day.
    pub is_draft: bool,
    /// The address of the file with the results of others, if the owner names one.
    pub benchmark: Option<Rc<str>>,
}

/// The widget inside its root element.
#[derive(Debug)]
pub struct Widget {
    model: Model,
    result: ResultState,
    /// The call to action whose booking is shown in the place of the result, and the one that gets the focus back from it.
    booking: Option<usize>,
    left_booking: Option<usize>,
    /// Whether the result waits for the lead form.
    is_gated: bool,
    /// Whether the field with a link has to be selected when it stands.
    selects_link: bool,
    /// What is to be performed when the next view stands.
    effects: Vec<Effect>,
    /// Until then nothing is performed: the stepper may still go on.
    is_shown: bool,
    /// Whether the results of others were asked for, for the result on screen.
    has_benchmark: bool,
    /// Whether of a result that was just reached only the top is shown, so that it is painted before the rest is made.
    is_top_only: bool,
    /// Waits for that paint.
    rest: Option<Task>,
}

impl Widget {
    /// The run as it stands.
    pub fn model(&self) -> &Model {
        &self.model
    }

    fn run(&mut self, event: session::Event, ctx: &Context<Self>) {
        let was_asking = matches!(self.model.phase, Phase::Asking(_));
        let (model, effects) = update(self.model.clone(), event);
        self.model = model;
        if was_asking {
            // What was taken along was another result.
            self.result.take = TakeState::default();
            self.has_benchmark = false;
        }
        self.is_top_only = was_asking && matches!(self.model.phase, Phase::Done(_)) && !self.is_gated;
        for effect in effects {
            match effect {
                // At once, so that the answer is not lost even if its view should fail.
                Effect::Save(run) if self.is_shown => ctx.props().page.0.save(&run),
                effect => self.effects.push(effect),
            }
        }
    }

    /// Keeps what can be kept; what cannot is not shown as kept.
    fn keep(&mut self, is_on: bool, ctx: &Context<Self>) {
        self.run(session::Event::Keep(is_on), ctx);
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
            self.run(session::Event::Keep(false), ctx);
            self.effects.retain(|effect| !matches!(effect, Effect::Keep(_)));
        }
    }

    /// Says what came of a link that was to be taken along.
    fn took(&mut self, taken: Result<(), Rc<str>>, status: TakeStatus) {
        self.selects_link = taken.is_err();
        self.result.take.status = taken.map_or_else(TakeStatus::ByHand, |()| status);
    }

    fn perform(&mut self, ctx: &Context<Self>) {
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

impl Widget {
    /// The lead form for the result on screen.
    fn lead(&self, ctx: &Context<Self>) -> Html {
        let Props { messages, lead, .. } = ctx.props();
        let (Some(lead), Phase::Done(done)) = (lead, &self.model.phase) else {
            return Html::default();
        };
        let LeadContext { host, settings, lang, .. } = lead.clone();
        if settings.placement == Placement::Off {
            return Html::default();
        }
        html! {
            <LeadForm {host} {settings} messages={Rc::clone(messages)} {lang} complete={done.complete.clone()}
                verdict={Rc::clone(&done.verdict)} is_gated={self.is_gated} on_unlock={ctx.link().callback(Action::Unlock)} />
        }
    }

    /// Whether no run may begin today. Who has begun goes on.
    fn is_closed(&self, ctx: &Context<Self>) -> bool {
        let Props { period, is_draft, today, .. } = ctx.props();
        let is_begun = !matches!(self.model.phase, Phase::Asking(_)) || !self.model.answers().encode().is_empty();
        !is_begun && !is_draft && !period.holds(*today)
    }

    /// The lead form of a widget at a stand, and the seconds without a touch after which it starts again. The page that a
    /// visitor opens on a phone, to see the result that was found there, is no stand.
    fn stand<'c>(&self, ctx: &'c Context<Self>) -> Option<(&'c LeadContext, u32)> {
        let lead = ctx.props().lead.as_ref()?;
        let is_opened = matches!(&self.model.phase, Phase::Done(done) if done.opened);
        lead.settings.kiosk_seconds.filter(|_| !is_opened).map(|seconds| (lead, seconds))
    }

    /// Has the results of others shown beside the one on screen, once that is painted.
    fn compare(&mut self, ctx: &Context<Self>) {
        let Props { benchmark, page, .. } = ctx.props();
        let is_seen = self.is_shown && !self.is_gated && !self.has_benchmark;
        if let (Some(address), Some(place), true) = (benchmark, self.result.benchmark.cast(), is_seen) {
            self.has_benchmark = true;
            page.0.show_benchmark(place, address);
        }
    }

    /// What watches a widget at a stand.
    fn kiosk(&self, ctx: &Context<Self>) -> Html {
        html! {
            if let Some((lead, seconds)) = self.stand(ctx) {
                <Kiosk key="kiosk" seconds={if self.booking.is_some() { seconds.max(BOOKING_SECONDS) } else { seconds }} within={lead.host.0.event_target()} on_idle={ctx.link().callback(|()| Action::Idle)} />
            }
        }
    }
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
            Action::Run(event) => self.run(event, ctx),
            Action::Tap { question, choice } => {
                self.run(session::Event::Choose { question: question.clone(), choice }, ctx);
                self.run(session::Event::Next { question }, ctx);
            }
            Action::Keep(is_on) => self.keep(is_on, ctx),
            Action::CopyLink(fragment) => {
                self.result.take.status = TakeStatus::Idle;
                page.copy_link(&fragment, ctx.link().callback(Action::LinkCopied));
            }
            Action::LinkCopied(copied) => self.took(copied, TakeStatus::Copied),
            Action::ShowQr(fragment) => {
                self.result.take.status = TakeStatus::Idle;
                if let Some(place) = self.result.take.qr.cast() {
                    page.show_qr(place, &fragment, ctx.link().callback(Action::QrShown));
                }
            }
            Action::QrShown(shown) => {
                self.result.take.has_qr = shown.is_ok();
                self.took(shown, TakeStatus::QrShown);
            }
            Action::SavePicture => {
                self.result.take.status = TakeStatus::Idle;
                page.save_picture(ctx.link().callback(Action::PictureSaved));
            }
            Action::PictureSaved(is_saved) => {
                self.result.take.status = if is_saved { TakeStatus::PictureSaved } else { TakeStatus::PictureFailed };
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
                let mut state = ResultState { is_hidden: call.is_some(), ..self.result.clone() };
                state.take.mail_link = self
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
            && let Some(field) = self.result.take.link_field.cast::<HtmlInputElement>()
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
