//! The fourth step: the contact form, and the destinations of leads.

use std::collections::BTreeMap;

use diagnosis::Value;
use pack_editor::{Path, get, list, text};
use settings::DESTINATION_KINDS;
use yew::prelude::*;

use crate::context::Context;
use crate::fields::{diagnostics_at, labelled, select, setting, setting_flag, text_area};
use crate::pack_parts::chip;

/// The inputs that the contact form can have; the first ones are those that the contract names.
const INPUTS: [&str; 8] = ["company", "last_name", "first_name", "email", "phone", "message", "title", "size"];

/// A sample address for each kind of destination that has one.
const ADDRESSES: [(&str, &str); 8] = [
    ("hubspot", "https://api.hsforms.com/submissions/v3/integration/submit/PORTAL-ID/FORM-ID"),
    ("salesforce", "https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8"),
    ("zoho", "https://crm.zoho.jp/crm/WebToLeadForm"),
    ("espocrm", "https://YOUR-CRM/api/v1/LeadCapture/API-KEY"),
    ("webhook-json", "https://YOUR-SITE/leads"),
    ("webhook-simple", "https://YOUR-SITE/leads"),
    ("form", "https://YOUR-SITE/form"),
    ("mail", "mailto:soudan@example.com"),
];

/// The step.
pub(crate) fn form_step(ctx: &Context, typed: &UseStateHandle<BTreeMap<String, String>>) -> Html {
    let messages = ctx.messages;
    let places: Vec<_> = ["", "after", "before", "off"]
        .map(|id| {
            (id.to_owned(), messages.placements.get(if id.is_empty() { "none" } else { id }).unwrap_or(id).to_owned())
        })
        .into();
    let place = {
        let ctx = ctx.clone();
        Callback::from(move |id: String| {
            ctx.edit("", move |work| work.configure(&Path::parse("lead.placement"), Some(Value::Text(id.clone()))));
        })
    };
    let id = "config.lead.placement";
    let required: Vec<&str> = INPUTS.into_iter().filter(|name| *name != "email").collect();
    html! {
        <>
            <section aria-labelledby="group-lead">
                <h2 id="group-lead">{ messages.group_lead }</h2>
                { labelled(ctx, id, messages.placement, None, select(id, &ctx.work().setting("lead.placement"), &places, place)) }
                { checks(ctx, "lead.fields", messages.fields, &INPUTS) }
                { checks(ctx, "lead.required", messages.required, &required) }
                { setting(ctx, "lead.purpose", messages.purpose, Some(messages.purpose_help), true) }
                { setting(ctx, "lead.privacy_href", messages.privacy_href, Some(messages.privacy_href_help), false) }
                { setting(ctx, "lead.marketing.sender", messages.sender, Some(messages.sender_help), false) }
                { setting(ctx, "lead.marketing.text", messages.marketing_text, None, true) }
                { setting(ctx, "lead.contact.tel", messages.contact_tel, Some(messages.contact_tel_help), false) }
                { setting(ctx, "lead.contact.mail", messages.contact_mail, None, false) }
                { setting_flag(ctx, "lead.skip", messages.skip, Some(messages.skip_help)) }
            </section>
            <section aria-labelledby="group-destinations">
                <h2 id="group-destinations">{ messages.group_destinations }</h2>
                { for (0..list(&ctx.work().config, &Path::parse("lead.destinations")).len()).map(|at| destination(ctx, at, typed)) }
                { add_destination(ctx) }
            </section>
        </>
    }
}

/// The inputs that are in a list of the configuration.
fn checks(ctx: &Context, path: &str, legend: &str, options: &[&str]) -> Html {
    let chosen = ctx.work().texts(path);
    let one = |name: &&str| {
        let onclick = {
            let (ctx, path, name) = (ctx.clone(), path.to_owned(), (*name).to_owned());
            let options: Vec<String> = options.iter().map(|name| (*name).to_owned()).collect();
            Callback::from(move |_: MouseEvent| {
                let (path, name, options) = (path.clone(), name.clone(), options.clone());
                ctx.edit("", move |work| {
                    let before = work.texts(&path);
                    // Known inputs are in the order of the form; unknown ones follow.
                    let known = options.iter().filter(|known| before.contains(known) != (**known == name)).cloned();
                    let others = before.iter().filter(|old| !options.contains(old)).cloned();
                    let next: Vec<Value> = known.chain(others).map(Value::Text).collect();
                    let next = (!next.is_empty()).then_some(Value::List(next));
                    work.configure(&Path::parse(&path), next);
                });
            })
        };
        let label = ctx.messages.inputs.get(name).unwrap_or(name);
        chip(&format!("config.{path}-{name}"), label, chosen.iter().any(|known| known == name), onclick)
    };
    let id = format!("config.{path}");
    html! {
        <fieldset id={id.clone()}>
            <legend>{ legend }</legend>
            <span class="chips">{ for options.iter().map(one) }</span>
            { diagnostics_at(ctx, &id) }
        </fieldset>
    }
}

fn add_destination(ctx: &Context) -> Html {
    let onclick = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            ctx.edit("", |work| {
                let place = Path::parse("lead.destinations");
                let end = place.at(list(&work.config, &place).len());
                work.configure(&end.key("type"), Some(Value::Text("webhook-json".to_owned())));
            });
        })
    };
    html! { <button type="button" id="config.lead.destinations" {onclick}>{ ctx.messages.add_destination }</button> }
}

fn destination(ctx: &Context, at: usize, typed: &UseStateHandle<BTreeMap<String, String>>) -> Html {
    let messages = ctx.messages;
    let path = Path::parse("lead.destinations").at(at);
    let kind = text(&ctx.work().config, &path.key("type")).to_owned();
    let kinds: Vec<_> = DESTINATION_KINDS
        .iter()
        .map(|kind| (kind.id.to_owned(), messages.kinds.get(kind.id).unwrap_or(kind.id).to_owned()))
        .collect();
    let choose = {
        let (ctx, path) = (ctx.clone(), path.key("type"));
        Callback::from(move |id: String| {
            let path = path.clone();
            ctx.edit("", move |work| work.configure(&path, Some(Value::Text(id.clone()))));
        })
    };
    let remove = {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |_: MouseEvent| {
            let path = path.clone();
            ctx.edit("", move |work| work.configure(&path, None));
        })
    };
    let type_id = format!("config.{path}.type");
    let address = ADDRESSES.iter().find(|(known, _)| *known == kind).map(|(_, example)| *example);
    html! {
        <fieldset id={format!("config.{path}")} class="card" key={at}>
            <legend>{ messages.destination(&(at + 1)) }</legend>
            { labelled(ctx, &type_id, messages.kind, None, select(&type_id, &kind, &kinds, choose)) }
            if let Some(example) = address {
                { setting(ctx, &format!("{path}.url"), messages.url, Some(&messages.url_help(&example)), false) }
            }
            { mapping(ctx, &path.key("fields"), &kind, typed) }
            { diagnostics_at(ctx, &format!("config.{path}")) }
            <button type="button" onclick={remove}>{ messages.remove_destination(&(at + 1)) }</button>
        </fieldset>
    }
}

/// The field mapping, one line per field. An incomplete line is not a field yet and stays as typed.
fn mapping(ctx: &Context, path: &Path, kind: &str, typed: &UseStateHandle<BTreeMap<String, String>>) -> Html {
    let messages = ctx.messages;
    let id = format!("config.{path}");
    let now = get(&ctx.work().config, path).cloned();
    let shown =
        typed.get(&id).filter(|lines| fields_of(lines) == now).cloned().unwrap_or_else(|| lines_of(now.as_ref()));
    let on_input = {
        let (ctx, path, id, typed) = (ctx.clone(), path.clone(), id.clone(), typed.clone());
        Callback::from(move |lines: String| {
            let mut all = (*typed).clone();
            all.insert(id.clone(), lines.clone());
            typed.set(all);
            let path = path.clone();
            ctx.edit(&id, move |work| work.configure(&path, fields_of(&lines)));
        })
    };
    let help = [messages.mapping_help, messages.kind_names.get(kind).unwrap_or_default()].concat();
    labelled(ctx, &id, messages.mapping, Some(&help), text_area(ctx, &id, &shown, 3, true, on_input))
}

fn lines_of(fields: Option<&Value>) -> String {
    let Some(Value::Map(entries)) = fields else { return String::new() };
    let value = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        other => serde_json::to_string(other).unwrap_or_default(),
    };
    entries.iter().map(|(name, filled)| format!("{name} = {}", value(filled))).collect::<Vec<_>>().join("\n")
}

fn fields_of(lines: &str) -> Option<Value> {
    let pair = |line: &str| {
        let (name, value) = line.split_once('=').unwrap_or((line, ""));
        (name.trim().to_owned(), filled_by(value.trim()))
    };
    let pairs: Vec<_> = lines.lines().filter(|line| !line.trim().is_empty()).map(pair).collect();
    (!pairs.is_empty()).then_some(Value::Map(pairs))
}

/// What fills a field: an object, such as one with `max`, else the text.
fn filled_by(text: &str) -> Value {
    let object = serde_json::from_str::<Value>(text).ok().filter(|value| matches!(value, Value::Map(_)));
    object.unwrap_or_else(|| Value::Text(text.to_owned()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn lines_are_fields_and_fields_are_lines() {
        let lines = "company = contact.company\nemail = contact.email";
        assert_eq!(lines_of(fields_of(lines).as_ref()), lines);
        assert_eq!(fields_of(" \n"), None);
        let fields = r#"{ "00N5g": { "from": "diagnosis.summary", "max": 255 }, "size": "5", "note": "{待ち" }"#;
        let fields: Value = serde_json::from_str(fields).unwrap();
        assert_eq!(fields_of(&lines_of(Some(&fields))), Some(fields));
    }
}
