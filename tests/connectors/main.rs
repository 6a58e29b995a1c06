//! What each receiver is sent (`sent`), and what its replies come to (`replies`).

mod replies;
mod sent;
#[path = "../support/mod.rs"]
mod support;

use leads::DestinationSettings;
use serde_json::json;
use support::Json;

/// One destination of each kind, as owners write them, and one more where `fields` change the shape.
pub(crate) fn configured() -> Json {
    json!([
        { "type": "hubspot", "url": "https://api.hsforms.com/submissions/v3/integration/submit/1/5a9c0ad0",
          "constants": { "subscriptionTypeId": "999" } },
        { "type": "hubspot", "url": "https://api-eu1.hsforms.com/submissions/v3/integration/submit/1/5a9c0ad0",
          "fields": { "email": "contact.email", "0-2/name": "contact.company", "lead_id": "lead_id" } },
        { "type": "salesforce", "url": "https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8",
          "constants": { "oid": "00D000000000001", "lead_source": "Web" } },
        { "type": "zoho", "url": "https://crm.zoho.com/crm/WebToLeadForm", "constants": { "xnQsjsdp": "1f0c", "xmIwtLD": "2a3b" } },
        { "type": "espocrm", "url": "https://crm.example/api/v1/LeadCapture/1f0c" },
        { "type": "webhook-json", "url": "https://n8n.example/webhook/1f0c" },
        { "type": "webhook-json", "url": "http://127.0.0.1:1880/lead",
          "fields": { "id": "lead_id", "try": "attempt", "gaps": "diagnosis.findings", "from": "attribution.utm.source",
                      "agreed": "consent.privacy", "nothing": "contact.fax" } },
        { "type": "webhook-simple", "url": "https://hooks.example/catch/1" },
        { "type": "form", "url": "https://form.example/handler" },
        { "type": "mail", "url": "mailto:sales@example.com" },
        { "type": "copy" },
        { "type": "data-layer", "fields": { "level": "diagnosis.level" }, "constants": { "value": "3000" } },
    ])
}

/// A destination as the configuration reader gives it.
pub(crate) fn settings(configured: &Json) -> DestinationSettings {
    let text = |value: &Json| value.as_str().or(value["from"].as_str()).unwrap_or_default().to_owned();
    let pairs = |key: &str| -> Vec<(String, String)> {
        configured[key].as_object().into_iter().flatten().map(|(name, value)| (name.clone(), text(value))).collect()
    };
    let mapped = configured["fields"].as_object().into_iter().flatten();
    let max = |(name, value): (&String, &Json)| Some((name.clone(), value["max"].as_u64()? as u32));
    DestinationSettings {
        kind: text(&configured["type"]),
        url: text(&configured["url"]),
        fields: pairs("fields"),
        max: mapped.filter_map(max).collect(),
        constants: pairs("constants"),
        is_public: configured["public"] == true,
    }
}
