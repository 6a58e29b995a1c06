//! The key `cta`: the link to a consultation, or a booking.

use std::rc::Rc;

use diagnosis::{Level, Levels, Reader};

use super::booking::{Booking, frame_address};
use super::link::Link;
use super::query::with_parameters;
use super::read::{line, link};
use super::variants::no_labels;

/// What the owner set for the call to action.
#[derive(Clone, Debug, PartialEq)]
pub struct CallToAction {
    /// Where it leads; without it and without a booking none is shown.
    pub href: Option<Rc<str>>,
    /// The page of a booking service, which a result leads to instead.
    pub booking: Option<Booking>,
    /// The owner's wording of it, by level, instead of the pack's.
    pub label: Levels<Option<Rc<str>>>,
    /// Whether the link carries level and receipt.
    pub has_context: bool,
    /// Whether the link carries the campaign parameters of the page.
    pub has_campaign: bool,
}

/// What may go along with a call to action, where the owner allows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallContext<'a> {
    /// The level of the result.
    pub level: Level,
    /// Pack and hash of the result, in characters that need no escapes.
    pub receipt: &'a str,
    /// The campaign parameters of the page, as they were written: `utm_source=mail&…`; empty without any.
    pub campaign: &'a str,
}

/// A call to action of one result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Where the link leads.
    pub href: Rc<str>,
    /// The frame that a click opens instead of following the link.
    pub frame: Option<Frame>,
    /// Whether it leads to a booking.
    pub is_booking: bool,
}

/// The frame with a booking service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What the frame loads.
    pub src: Rc<str>,
    /// The owner's name of it.
    pub title: Option<Rc<str>>,
}

/// The words under `label`, by level.
pub(crate) fn read_labels(r: &Reader) -> Levels<Option<Rc<str>>> {
    let Some(labels) = r.child("label") else { return no_labels() };
    labels.only(&Level::ALL.map(Level::id));
    let label = |level: Level| line(&labels, level.id()).map(Rc::from);
    Levels {
        ready: label(Level::Ready),
        nearly: label(Level::Nearly),
        prepare: label(Level::Prepare),
        rethink: label(Level::Rethink),
    }
}

impl Default for CallToAction {
    fn default() -> Self {
        Self { href: None, booking: None, label: no_labels(), has_context: false, has_campaign: false }
    }
}

impl CallToAction {
    pub(crate) fn read(r: &Reader) -> Self {
        r.only(&["href", "booking", "label", "context", "campaign"]);
        Self {
            href: link(r, "href", Link::Followed).map(Rc::from),
            booking: r.child("booking").and_then(|r| Booking::read(&r)),
            label: read_labels(r),
            has_context: r.flag("context"),
            has_campaign: r.flag("campaign"),
        }
    }

    /// The call to action of a result; `None` where the owner set none.
    ///
    /// ```
    /// use diagnosis::{Level, Value};
    /// use settings::{CallContext, Settings};
    /// let json = r#"{ "cta": { "campaign": true, "booking": { "href": "https://calendly.com/a", "frame": true } } }"#;
    /// let value: Value = serde_json::from_str(json).unwrap();
    /// let (settings, _) = Settings::read(&value);
    /// let context = CallContext { level: Level::Ready, receipt: "p-1", campaign: "utm_source=mail" };
    /// let call = settings.cta.call(context).unwrap();
    /// assert_eq!(&*call.href, "https://calendly.com/a?utm_source=mail");
    /// assert!(call.frame.unwrap().src.contains("embed_type=Inline"));
    /// ```
    pub fn call(&self, context: CallContext<'_>) -> Option<Call> {
        let CallContext { level, receipt, campaign } = context;
        let href = self.booking.as_ref().map(|booking| &booking.href).or(self.href.as_ref())?;
        let mut along = String::new();
        if self.has_context {
            along.extend(["shindan_level=", level.id(), "&shindan_receipt=", receipt]);
        }
        if self.has_campaign {
            along.extend(["&", campaign]);
        }
        let href = with_parameters(href, &along);
        let framed = self.booking.as_ref().filter(|booking| booking.is_framed);
        let frame = framed.map(|booking| Frame { src: frame_address(&href), title: booking.title.clone() });
        Some(Call { href, frame, is_booking: self.booking.is_some() })
    }
}
