//! Searches the texts of the pack.

use diagnosis::Value;
use pack_editor::Path;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::context::Context;
use crate::labels::label;
use crate::place::Place;

/// The places whose text contains `wanted`, with the text, at most `max`.
pub(crate) fn find(pack: &Value, wanted: &str, max: usize) -> Vec<(Path, String)> {
    let wanted = wanted.trim().to_lowercase();
    let mut found = Vec::new();
    if !wanted.is_empty() {
        gather(pack, &Path::default(), &wanted, &mut found);
    }
    found.truncate(max);
    found
}

fn gather(value: &Value, path: &Path, wanted: &str, found: &mut Vec<(Path, String)>) {
    match value {
        Value::Map(entries) => entries.iter().for_each(|(key, value)| gather(value, &path.key(key), wanted, found)),
        Value::List(items) => items.iter().enumerate().for_each(|(i, item)| gather(item, &path.at(i), wanted, found)),
        Value::Text(text) => {
            let is_word = path.last_name().is_some_and(|name| authoring::WORDS.contains(&name) && name != "lang");
            if is_word && text.to_lowercase().contains(wanted) {
                found.push((path.clone(), text.clone()));
            }
        }
        _ => {}
    }
}

/// A search field for the texts of the pack, and its results.
pub(crate) fn search(ctx: &Context, wanted: &UseStateHandle<String>) -> Html {
    let messages = ctx.messages;
    let oninput = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| wanted.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let found = find(ctx.pack(), wanted, 30);
    let entry = |(path, text): (pack_editor::Path, String)| {
        let id = ctx.field(&path);
        let onclick = {
            let (ctx, id, wanted) = (ctx.clone(), id.clone(), wanted.clone());
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                wanted.set(String::new());
                ctx.go(Place::of(&id));
            })
        };
        html! { <li key={id.clone()}><a href={format!("#{id}")} {onclick}>{ label(messages, &path) }{ "：" }{ text }</a></li> }
    };
    html! {
        <div class="search">
            <label for="filter" class="unseen">{ messages.filter }</label>
            <input type="search" id="filter" placeholder={messages.filter} value={(**wanted).clone()} data-own-undo="" {oninput} />
            if !wanted.trim().is_empty() {
                <div class="found" role="status">
                    <p>{ messages.found(&found.len()) }</p>
                    <ul>{ for found.into_iter().map(entry) }</ul>
                </div>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_ids_are_not() {
        let pack = serde_json::from_str(include_str!("../../../packs/readiness.en.json")).unwrap_or(Value::Null);
        let found = find(&pack, "READINESS", 9);
        assert_eq!(found.first().map(|(path, _)| path.to_string()), Some("title".to_owned()));
        assert!(found.iter().all(|(path, _)| path.last_name() != Some("id")));
        assert!(find(&pack, " ", 9).is_empty());
    }
}
