//! The reasons to refuse a destination. The reader of settings, the linter and the outbox share these rules; the outbox
//! applies them to stored leads too. A page cannot keep a secret, so a destination whose settings contain one is refused.

use super::destination_settings::DestinationSettings;
use super::kind::destination_kind;
use crate::secret::{is_private_credential, is_secret, is_secret_name};

/// The parts of a lead that may go to a tag manager; all others could identify the respondent.
pub const PARTS_FOR_TAG_MANAGERS: [&str; 4] = ["lead_id", "diagnosis.score", "diagnosis.level", "widget.variant"];

/// One reason why a destination is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The place in the configuration, from the destination on, such as `constants.oid`.
    pub path: String,
    /// What is wrong there.
    pub reason: RefusalReason,
}

/// What is wrong with a destination; settings and linter have the words for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalReason {
    /// There is no such kind.
    UnknownKind,
    /// There is no address, but the kind needs one.
    AddressMissing,
    /// It is no address of the web with a host.
    NotReceiverAddress,
    /// What is sent to that address can be read on its way.
    NotEncrypted,
    /// It is no address for mail.
    NotMailAddress,
    /// A value looks like a secret.
    SecretByLook,
    /// A value is a secret, by its name.
    SecretByName,
    /// A constant is missing without which no lead arrives.
    ConstantMissing,
    /// It would tell a tag manager who the respondent is.
    TellsTagManager,
}

/// Every reason not to send anything to a destination; none for one that can be used.
pub fn refusals(settings: &DestinationSettings) -> Vec<Refusal> {
    let refusal = |path: &[&str], reason| Refusal { path: path.concat(), reason };
    let Some(kind) = destination_kind(&settings.kind) else {
        return vec![refusal(&["type"], RefusalReason::UnknownKind)];
    };
    let mut found = Vec::new();
    if let Some(address) = kind.address {
        let missing = settings.url.is_empty().then_some(RefusalReason::AddressMissing);
        let secret = || secret_in(&settings.url, settings.is_public);
        let reason = missing.or_else(|| address.fault(&settings.url)).or_else(secret);
        found.extend(reason.map(|reason| refusal(&["url"], reason)));
    }
    for (place, pairs) in [("fields.", &settings.fields), ("constants.", &settings.constants)] {
        for (name, text) in pairs {
            let by_name = (!settings.is_public && is_secret_name(name)).then_some(RefusalReason::SecretByName);
            let reason = secret_in(text, settings.is_public).or(by_name);
            found.extend(reason.map(|reason| refusal(&[place, name], reason)));
        }
    }
    let missing = kind.needs.iter().filter(|name| settings.constant(name).is_none());
    found.extend(missing.map(|name| refusal(&["constants.", name], RefusalReason::ConstantMissing)));
    let identifying = settings.fields.iter().filter(|(_, part)| !PARTS_FOR_TAG_MANAGERS.contains(&part.as_str()));
    let identifying = identifying.filter(|_| kind.is_data_layer);
    found.extend(identifying.map(|(name, _)| refusal(&["fields.", name], RefusalReason::TellsTagManager)));
    found
}

/// The reason to refuse a text as a secret, if any. A text that the owner declares public may look like a secret, but
/// must not give access to an account.
fn secret_in(text: &str, is_public: bool) -> Option<RefusalReason> {
    let is_refused = if is_public { is_private_credential(text) } else { is_secret(text) };
    is_refused.then_some(RefusalReason::SecretByLook)
}
