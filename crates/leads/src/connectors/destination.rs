//! A destination as the owner configured it, and the reasons why one is not used.
//!
//! The linter of [`crate::domain`] says more, and earlier; what is refused here must not be sent to under any circumstances,
//! or would lose every lead. A page can keep no secret, so a configuration that holds one is refused.

use super::order::{Order, Parts};
use super::reply::{Heard, Reply};
use super::settings::Settings;
use super::{Body, Connector, connector};
use crate::entry::Sight;
use crate::secret::{SECRET_MEND, is_secret, is_secret_name};

/// The parts of a lead that a tag manager may hear of; all else could tell who it is.
const HARMLESS: [&str; 3] = ["lead_id", "diagnosis.score", "diagnosis.level"];

/// Where leads go.
pub struct Destination<'a> {
    connector: &'static dyn Connector,
    settings: Settings<'a>,
}

/// Why a destination is not used, and how to mend that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The place in the configuration, from the destination on.
    pub path: String,
    /// What is wrong there.
    pub reason: &'static str,
    /// What to do about it.
    pub mend: &'static str,
}

impl<'a> Destination<'a> {
    /// Takes up a destination from the lines that the page made of the configuration.
    ///
    /// # Errors
    /// The first reason not to use it.
    pub fn read(text: &'a str) -> Result<Self, Refusal> {
        let (kind, settings) = Settings::read(text);
        let connector = connector(kind).ok_or_else(|| refusal(&["type"], KIND))?;
        check_address(connector.body(), settings.url)?;
        check_secrets(&settings)?;
        for name in connector.needs() {
            if settings.constant(name).is_none() {
                return Err(refusal(&["constants.", name], NEEDED));
            }
        }
        for (name, source) in settings.pairs() {
            if connector.body() == Body::Push && !source.starts_with('=') && !HARMLESS.contains(&source) {
                return Err(refusal(&["fields.", name], PERSONAL));
            }
        }
        Ok(Self { connector, settings })
    }

    /// What its replies can tell; `None` for what the outbox does not send by itself: mail and copy, which the respondent
    /// does, and the data layer, which gets no lead. A lead without any other destination stays on the device.
    pub fn sight(&self) -> Option<Sight> {
        self.connector.sight()
    }

    /// How a lead that has the parts of these dotted names, with blanks between, is put for it.
    pub fn order(&self, parts: &str) -> Order {
        let mut order = Order::new(self.connector.body());
        self.connector.fill(&self.settings, &Parts(parts), &mut order);
        order
    }

    /// What a reply to [`Destination::order`] means.
    pub fn outcome(&self, reply: &Reply<'_>) -> Heard {
        self.connector.outcome(&self.settings, reply)
    }
}

/// What is wrong, and how to mend it.
type Fault = (&'static str, &'static str);

const KIND: Fault = ("is no kind of destination", "write one of those in docs/leads.md");
const NEEDED: Fault = ("is missing, and without it no lead arrives", "copy it from the form that the CRM made");
const PERSONAL: Fault =
    ("tells a tag manager who the respondent is", "write one of: lead_id, diagnosis.score, diagnosis.level");
const ADDRESS: Fault = ("is no address to send to", "begin it with https:// (http:// only for this machine)");
const MAIL: Fault = ("is no address for mail", "write mailto: and the address");

fn refusal(path: &[&str], (reason, mend): Fault) -> Refusal {
    Refusal { path: path.concat(), reason, mend }
}

/// Data goes out encrypted, or no further than this machine.
fn check_address(body: Body, url: &str) -> Result<(), Refusal> {
    let below = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let (fits, fault) = match body {
        Body::Copy | Body::Push => (true, ADDRESS),
        Body::Mail => (below("mailto:") && url.contains('@'), MAIL),
        _ => {
            let hosts = ["http://localhost", "http://127.0.0.1", "http://[::1]"];
            let is_local = |host: &str| below(host) && url.get(host.len()..).is_some_and(ends_host);
            (below("https://") || hosts.into_iter().any(is_local), ADDRESS)
        }
    };
    if fits { Ok(()) } else { Err(refusal(&["url"], fault)) }
}

fn ends_host(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['/', ':', '?', '#'])
}

fn check_secrets(settings: &Settings<'_>) -> Result<(), Refusal> {
    const VALUE: Fault = ("looks like a secret", SECRET_MEND);
    const NAME: Fault = ("is a secret, by its name", SECRET_MEND);
    if is_secret(settings.url) {
        return Err(refusal(&["url"], VALUE));
    }
    for (name, source) in settings.pairs() {
        let (place, text) = source.strip_prefix('=').map_or(("fields.", source), |text| ("constants.", text));
        if is_secret_name(name) || is_secret(text) {
            return Err(refusal(&[place, name], if is_secret(text) { VALUE } else { NAME }));
        }
    }
    Ok(())
}
