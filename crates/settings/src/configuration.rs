//! The nested configuration as a whole, and what is known of it.

use std::cell::RefCell;
use std::rc::Rc;

use diagnosis::{Reader, Value};
use diagnostics::{Diagnostic, Diagnostics};

use super::call_to_action::CallToAction;
use super::lead::{Delivery, LeadSettings};
use super::link::Link;
use super::open::OpenSettings;
use super::period::Period;
use super::read::link;
use super::secrets::secret_diagnostics;
use super::theme::Theme;
use super::variants::Variant;

/// What the owner set; every value that is missing or wrong is its default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The link to a consultation.
    pub cta: CallToAction,
    /// The contact form.
    pub lead: LeadSettings,
    /// How a panel opens.
    pub open: OpenSettings,
    /// The look.
    pub theme: Theme,
    /// The arms of a comparison, if there is one.
    pub variants: Vec<Variant>,
    /// The days on which a run may begin.
    pub period: Period,
    /// The address of a file in the format `benchmark/v1`, beside whose numbers a result is shown.
    pub benchmark: Option<Rc<str>>,
    /// Whether the configuration has a link for the call to action that was refused, and said so.
    pub has_refused_cta_href: bool,
}

impl Settings {
    /// Reads the nested configuration, and says everything that is wrong with it.
    pub fn read(value: &Value) -> (Self, Vec<Diagnostic>) {
        let found = RefCell::new(Diagnostics::default());
        let r = Reader::root(value, &found);
        r.only(&["cta", "lead", "theme", "open", "variants", "from", "until", "benchmark"]);
        let cta = r.child("cta").map(|r| CallToAction::read(&r)).unwrap_or_default();
        let settings = Self {
            has_refused_cta_href: cta.href.is_none() && r.child("cta").is_some_and(|r| r.child("href").is_some()),
            cta,
            lead: r.child("lead").map(|r| LeadSettings::read(&r)).unwrap_or_default(),
            open: r.child("open").map(|r| OpenSettings::read(&r)).unwrap_or_default(),
            theme: r.child("theme").map(|r| Theme::read(&r)).unwrap_or_default(),
            variants: Variant::read_all(&r),
            period: if matches!(value, Value::Map(_)) { Period::read(&r) } else { Period::default() },
            benchmark: link(&r, "benchmark", Link::Page).map(Rc::from),
        };
        let mut found = found.into_inner().0;
        let mut secrets = Vec::new();
        secret_diagnostics("", value, &mut secrets);
        secrets.retain(|secret| !found.contains(secret));
        found.extend(secrets);
        (settings, found)
    }

    /// The settings where a configuration was written that cannot be used: nothing is known of its receivers, so the form
    /// may promise nothing.
    pub fn of_unusable() -> Self {
        let lead = LeadSettings { delivery: Delivery::Unusable, ..LeadSettings::default() };
        Self { lead, ..Self::default() }
    }
}

/// What is known of the owner's configuration.
#[derive(Clone, Debug, PartialEq)]
pub enum Configuration {
    /// The owner wrote none: attributes and defaults hold.
    Absent,
    /// It is expected and has not come: the page is still being parsed, or the file still loads. Nothing may be concluded
    /// from it, and nothing be sent.
    Pending,
    /// It is there and cannot be used: no JSON, no object, or a file that did not come. The owner is notified, and so is the
    /// respondent who would send something.
    Unusable(Vec<Diagnostic>),
    /// It was read; each wrong value was left out and has a diagnostic.
    Usable(Box<Settings>, Vec<Diagnostic>),
}

impl Configuration {
    /// Classifies a parsed configuration; anything but an object is unusable.
    ///
    /// ```
    /// use diagnosis::Value;
    /// use settings::Configuration;
    /// assert!(matches!(Configuration::of(&Value::Map(vec![])), Configuration::Usable(_, found) if found.is_empty()));
    /// assert!(matches!(Configuration::of(&Value::List(vec![])), Configuration::Unusable(found) if found.len() == 1));
    /// ```
    pub fn of(value: &Value) -> Self {
        let (settings, found) = Settings::read(value);
        match value {
            Value::Map(_) => Configuration::Usable(Box::new(settings), found),
            _ => Configuration::Unusable(found),
        }
    }

    /// The settings that hold in this state; `None` while nothing may be concluded.
    pub fn into_settings(self) -> Option<Settings> {
        match self {
            Configuration::Absent => Some(Settings::default()),
            Configuration::Pending => None,
            Configuration::Unusable(_) => Some(Settings::of_unusable()),
            Configuration::Usable(settings, _) => Some(*settings),
        }
    }

    /// The diagnostics for the owner.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Configuration::Absent | Configuration::Pending => &[],
            Configuration::Unusable(found) | Configuration::Usable(_, found) => found,
        }
    }
}
