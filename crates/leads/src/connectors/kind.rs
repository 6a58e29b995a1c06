//! The kinds of destinations, and what each needs before anything may be sent to it. The connector of a kind maps leads
//! to requests.

use super::refusal::RefusalReason;
use crate::address::{is_private, is_web, normalised_address, scheme};

/// A kind of destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DestinationKind {
    /// Name of the kind in configurations.
    pub id: &'static str,
    /// The kind of its address; `None` if nothing is sent anywhere.
    pub address: Option<AddressKind>,
    /// The constants without which no lead arrives.
    pub needs: &'static [&'static str],
    /// Whether the outbox sends to it automatically; the respondent handles mail and copy, and the data layer gets no
    /// lead.
    pub is_sent: bool,
    /// Whether tag managers read it, which must not learn who the respondent is.
    pub is_data_layer: bool,
}

/// The kind of address of a destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressKind {
    /// An address to which data is sent: encrypted, or on this machine.
    Receiver,
    /// An address for mail.
    Mail,
}

/// Every kind of destination.
pub const DESTINATION_KINDS: [DestinationKind; 10] = [
    receiver("hubspot", &[]),
    receiver("salesforce", &["oid"]),
    receiver("zoho", &["xnQsjsdp", "xmIwtLD"]),
    receiver("espocrm", &[]),
    receiver("webhook-json", &[]),
    receiver("webhook-simple", &[]),
    receiver("form", &[]),
    DestinationKind { address: Some(AddressKind::Mail), ..manual("mail") },
    manual("copy"),
    DestinationKind { is_data_layer: true, ..manual("data-layer") },
];

const fn receiver(id: &'static str, needs: &'static [&'static str]) -> DestinationKind {
    DestinationKind { id, address: Some(AddressKind::Receiver), needs, is_sent: true, is_data_layer: false }
}

const fn manual(id: &'static str) -> DestinationKind {
    DestinationKind { id, address: None, needs: &[], is_sent: false, is_data_layer: false }
}

/// The kind of that name.
pub fn destination_kind(id: &str) -> Option<DestinationKind> {
    DESTINATION_KINDS.into_iter().find(|kind| kind.id == id)
}

impl AddressKind {
    /// The reason why nothing may be sent to that address, if any.
    pub(crate) fn fault(self, address: &str) -> Option<RefusalReason> {
        let address = normalised_address(address);
        let (scheme, rest) = scheme(&address);
        let scheme = scheme.as_deref();
        match self {
            AddressKind::Receiver if !is_web(scheme, rest) => Some(RefusalReason::NotReceiverAddress),
            AddressKind::Receiver => (!is_private(scheme, rest)).then_some(RefusalReason::NotEncrypted),
            AddressKind::Mail => {
                let is_mail = scheme == Some("mailto") && rest.contains('@');
                (!is_mail).then_some(RefusalReason::NotMailAddress)
            }
        }
    }
}
