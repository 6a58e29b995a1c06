//! Puts a lead together from what stands in the form.

use leads::{Contact, DiagnosisSummary, Lead, LeadParts};

use super::consent::{marketing_text, privacy_text};
use super::form::{Form, FormProps};
use super::wording::Wording;

impl Form {
    /// The lead as it would be sent now.
    pub(super) fn lead(&self, props: &FormProps) -> Lead {
        let FormProps { host, settings, messages, lang, complete, verdict, .. } = props;
        let host = &host.0;
        let wording = Wording::of(settings.delivery);
        let mut contact = Contact::default();
        let mut message = None;
        for field in &self.fields {
            *field.name.part_of(&mut contact, &mut message) = field.value();
        }
        let marketing = marketing_text(settings, messages);
        Lead::new(LeadParts {
            lead_id: self.lead_id.clone(),
            created_at: host.now_text(),
            contact,
            message,
            diagnosis: Some(DiagnosisSummary::new(complete, verdict, self.answers.is_checked)),
            attribution: host.attribution(),
            privacy: (privacy_text(settings, messages, wording), settings.policy_version.clone()),
            marketing: marketing.map(|text| (self.marketing.is_checked, text.to_string())),
            elapsed_ms: (host.now_ms() - self.since_ms).clamp(0.0, f64::from(u32::MAX)) as u32,
            honeypot: self.is_honeypot_filled(),
            version: env!("CARGO_PKG_VERSION"),
            locale: lang.to_string(),
            variant: host.variant(),
            is_test: host.is_draft(),
        })
    }
}
