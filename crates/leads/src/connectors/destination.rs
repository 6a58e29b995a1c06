//! A destination as the owner configured it, and the reasons why one is not used.
//!
//! The linter of the `authoring` crate says more, and earlier; what is refused here must not be sent to under any circumstances,
//! or would lose every lead. A page can keep no secret, so a configuration that holds one is refused.

use super::destination_settings::DestinationSettings;
use super::reply::{Reply, ReplyOutcome};
use super::request_template::{BodyKind, LeadParts, RequestTemplate};
use super::{Connector, connector};
use crate::entry::ReplyVisibility;
use crate::secret::{SECRET_FIX, is_private_credential, is_secret, is_secret_name};

/// The parts of a lead that may go to a tag manager; all others could identify the respondent.
const HARMLESS: [&str; 3] = ["lead_id", "diagnosis.score", "diagnosis.level"];

/// Where leads go: settings that can be used, with the connector of their kind.
pub struct Destination<'a> {
    connector: &'static dyn Connector,
    settings: &'a DestinationSettings,
}

/// Why a destination is not used, and how to fix that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The place in the configuration, from the destination on.
    pub path: String,
    /// What is wrong there.
    pub reason: &'static str,
    /// What to do about it.
    pub fix: &'static str,
}

impl<'a> Destination<'a> {
    /// A destination that leads may be sent to.
    ///
    /// # Errors
    /// The first reason not to use it.
    pub fn new(settings: &'a DestinationSettings) -> Result<Self, Refusal> {
        let connector = connector(&settings.kind).ok_or_else(|| refusal(&["type"], KIND))?;
        check_address(connector.body(), &settings.url)?;
        check_secrets(settings)?;
        for name in connector.needs() {
            if settings.constant(name).is_none() {
                return Err(refusal(&["constants.", name], NEEDED));
            }
        }
        let personal = settings.fields.iter().find(|(_, part)| !HARMLESS.contains(&part.as_str()));
        match personal {
            Some((name, _)) if connector.body() == BodyKind::DataLayer => Err(refusal(&["fields.", name], PERSONAL)),
            _ => Ok(Self { connector, settings }),
        }
    }

    /// Where requests go; empty where nothing is sent.
    pub fn url(&self) -> &str {
        &self.settings.url
    }

    /// What its replies can tell; `None` for what the outbox does not send by itself: mail and copy, which the respondent
    /// does, and the data layer, which gets no lead. A lead without any other destination stays on the device.
    pub fn visibility(&self) -> Option<ReplyVisibility> {
        self.connector.visibility()
    }

    /// Whether it is the data layer of the page.
    pub fn is_data_layer(&self) -> bool {
        self.connector.body() == BodyKind::DataLayer
    }

    /// How a lead that has the parts of these dotted names is put for it.
    pub fn template(&self, parts: &[String]) -> RequestTemplate {
        let mut template = RequestTemplate::new(self.connector.body());
        self.connector.fill(self.settings, &LeadParts(parts), &mut template);
        template
    }

    /// What a reply to such a request means.
    pub fn interpret(&self, reply: &Reply<'_>) -> ReplyOutcome {
        self.connector.interpret(self.settings, reply)
    }
}

/// What is wrong, and how to fix it.
type Fault = (&'static str, &'static str);

const KIND: Fault = ("is no kind of destination", "write one of those in docs/leads.md");
const NEEDED: Fault = ("is missing, and without it no lead arrives", "copy it from the form that the CRM made");
const PERSONAL: Fault =
    ("tells a tag manager who the respondent is", "write one of: lead_id, diagnosis.score, diagnosis.level");
const ADDRESS: Fault = ("is no address to send to", "begin it with https:// (http:// only for this machine)");
const MAIL: Fault = ("is no address for mail", "write mailto: and the address");

fn refusal(path: &[&str], (reason, fix): Fault) -> Refusal {
    Refusal { path: path.concat(), reason, fix }
}

/// Data goes out encrypted, or no further than this machine.
fn check_address(body: BodyKind, url: &str) -> Result<(), Refusal> {
    let below = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let (fits, fault) = match body {
        BodyKind::Copy | BodyKind::DataLayer => (true, ADDRESS),
        BodyKind::Mail => (below("mailto:") && url.contains('@'), MAIL),
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

/// What is meant to be public may look like a secret, but may be no access to an account.
fn check_secrets(settings: &DestinationSettings) -> Result<(), Refusal> {
    const VALUE: Fault = ("looks like a secret", SECRET_FIX);
    const NAME: Fault = ("is a secret, by its name", SECRET_FIX);
    let is_refused = if settings.is_public { is_private_credential } else { is_secret };
    if is_refused(&settings.url) {
        return Err(refusal(&["url"], VALUE));
    }
    for (place, pairs) in [("fields.", &settings.fields), ("constants.", &settings.constants)] {
        for (name, text) in pairs {
            if is_refused(text) {
                return Err(refusal(&[place, name], VALUE));
            }
            if !settings.is_public && is_secret_name(name) {
                return Err(refusal(&[place, name], NAME));
            }
        }
    }
    Ok(())
}
