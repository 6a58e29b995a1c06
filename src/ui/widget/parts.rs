//! What stands beside or below a result, or in its place: the lead form, the results of others, a stand, a closed day.

use std::rc::Rc;

use session::Phase;
use settings::Placement;
use yew::prelude::*;

use super::{Props, Widget};
use crate::ui::action::Action;
use crate::ui::lead_form::{Kiosk, LeadContext, LeadForm};

/// Seconds without a touch that a booking at a stand may take: nobody else sees what is typed into the frame.
const BOOKING_SECONDS: u32 = 600;

impl Widget {
    /// The lead form for the result on screen.
    pub(super) fn lead(&self, ctx: &Context<Self>) -> Html {
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
                verdict={Rc::clone(&done.verdict)} is_gated={self.waits_for_lead()} on_unlock={ctx.link().callback(Action::Unlock)} />
        }
    }

    /// Whether the owner's period forbids beginning a run today. A run that has begun continues.
    pub(super) fn is_closed(&self, ctx: &Context<Self>) -> bool {
        let Props { period, is_draft, today, .. } = ctx.props();
        !self.is_begun() && !is_draft && !period.holds(*today)
    }

    /// Whether the result on screen waits for the lead form. A result that was opened from a link is known already.
    pub(super) fn waits_for_lead(&self) -> bool {
        self.is_gated && !matches!(&self.model.phase, Phase::Done(done) if done.opened)
    }

    /// Whether a question is answered.
    fn is_begun(&self) -> bool {
        !matches!(self.model.phase, Phase::Asking(_)) || !self.model.answers().encode().is_empty()
    }

    /// The lead form of a widget in kiosk mode, and the seconds without a touch after which the widget restarts. `None`
    /// outside kiosk mode, and for a result that was opened from a link, such as on a visitor's phone.
    pub(super) fn stand<'c>(&self, ctx: &'c Context<Self>) -> Option<(&'c LeadContext, u32)> {
        let lead = ctx.props().lead.as_ref()?;
        let is_opened = matches!(&self.model.phase, Phase::Done(done) if done.opened);
        lead.settings.kiosk_seconds.filter(|_| !is_opened).map(|seconds| (lead, seconds))
    }

    /// Has the results of others shown beside the one on screen, once that is painted.
    pub(super) fn compare(&mut self, ctx: &Context<Self>) {
        let Props { benchmark, page, .. } = ctx.props();
        let is_seen = self.is_shown && !self.waits_for_lead() && !self.has_benchmark;
        if let (Some(address), Some(place), true) = (benchmark, self.result.benchmark.cast(), is_seen) {
            self.has_benchmark = true;
            page.0.show_benchmark(place, address, self.model.answers().encode_visible());
        }
    }

    /// The component that restarts a widget in kiosk mode.
    pub(super) fn kiosk(&self, ctx: &Context<Self>) -> Html {
        // A result that is kept is somebody's too, even where nobody has begun another run.
        let has_visitor = self.is_begun() || self.model.earlier.is_some() || self.model.is_saved;
        html! {
            if let Some((lead, seconds)) = self.stand(ctx) {
                <Kiosk key="kiosk" host={lead.host.clone()} has_visitor={has_visitor || lead.is_offered} on_idle={ctx.link().callback(|()| Action::Idle)}
                    seconds={if self.booking.is_some() { seconds.max(BOOKING_SECONDS) } else { seconds }} />
            }
        }
    }
}
