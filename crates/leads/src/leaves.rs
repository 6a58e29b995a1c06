//! A lead as a list of dotted names with their texts, as the form shows it before sending.

use crate::payload::{Consent, Lead};

impl Lead {
    /// Every non-empty leaf of its JSON under its dotted name, in order; a list is one text, joined with commas.
    pub fn leaves(&self) -> Vec<(String, String)> {
        let mut leaves = Vec::new();
        let mut add = |name: &str, text: &str| {
            if !text.is_empty() {
                leaves.push((name.to_owned(), text.to_owned()));
            }
        };
        add("schema", self.schema);
        add("lead_id", &self.lead_id);
        add("created_at", &self.created_at);
        add("test", truth(self.test));
        for (name, text) in self.contact.named() {
            add(&["contact.", name].concat(), text.unwrap_or_default());
        }
        add("inquiry.message", self.inquiry.message.as_deref().unwrap_or_default());
        if let Some(diagnosis) = &self.diagnosis {
            let caps =
                diagnosis.caps.iter().map(|cap| [&cap.section, " ", cap.level, " ", &cap.causes.join(", ")].concat());
            add("diagnosis.pack", &diagnosis.pack);
            add("diagnosis.version", &diagnosis.version);
            add("diagnosis.content_hash", &diagnosis.content_hash);
            add("diagnosis.score", &diagnosis.score.to_string());
            add("diagnosis.level", diagnosis.level);
            add("diagnosis.caps", &caps.collect::<Vec<_>>().join(", "));
            add("diagnosis.findings", &diagnosis.findings.join(", "));
            add("diagnosis.summary", &diagnosis.summary);
            add("diagnosis.answers", diagnosis.answers.as_deref().unwrap_or_default());
        }
        for (name, text) in self.attribution.named() {
            add(&["attribution.", &name].concat(), text);
        }
        let consents =
            [("privacy", Some(&self.consent.privacy)), ("marketing_email", self.consent.marketing_email.as_ref())];
        for (name, Consent { agreed, text, version, at }) in
            consents.into_iter().filter_map(|(name, it)| Some((name, it?)))
        {
            let mut add = |part: &str, text: &str| add(&["consent.", name, ".", part].concat(), text);
            add("agreed", truth(*agreed));
            add("text", text);
            add("version", version.as_deref().unwrap_or_default());
            add("at", at);
        }
        add("antispam.elapsed_ms", &self.antispam.elapsed_ms.to_string());
        add("antispam.honeypot", truth(self.antispam.honeypot));
        add("antispam.suspect", truth(self.antispam.suspect));
        add("widget.version", self.widget.version);
        add("widget.locale", &self.widget.locale);
        add("widget.variant", self.widget.variant.as_deref().unwrap_or_default());
        leaves
    }
}

fn truth(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}
