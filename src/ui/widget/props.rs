//! What the widget starts from.

use std::rc::Rc;

use messages::Messages;
use session::{Effect, Model};
use settings::{CallToAction, Period};
use yew::Properties;

use crate::ui::lead_form::LeadContext;
use crate::ui::page::PageHandle;

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
