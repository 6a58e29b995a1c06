//! The last step: how the widget appears, what is taken away, and what is brought along.

use std::rc::Rc;

use diagnosis::{Pack, Value};
use disclosure::{disclosure, to_html, to_text};
use staff::Blob;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::context::Context;
use crate::dom::{document, theme_of};
use crate::fields::{labelled, radios, setting, setting_flag, text_input, tick};
use crate::import_panel::{ImportStatus, import_panel, json_editor};
use crate::snippet::snippet;
use crate::versions::versions;
use crate::zip::archive;

/// What the step keeps to itself while the page is open.
#[derive(Clone, PartialEq)]
pub(crate) struct EmbedState {
    /// The text to import.
    pub(crate) import: UseStateHandle<String>,
    /// Outcome of the last import.
    pub(crate) status: UseStateHandle<ImportStatus>,
    /// The JSON as it was typed, until it is applied.
    pub(crate) json: UseStateHandle<Option<String>>,
    /// Outcome of the last attempt to apply the JSON.
    pub(crate) json_status: UseStateHandle<ImportStatus>,
    /// Saves a file.
    pub(crate) download: Callback<(AttrValue, Blob)>,
    /// Prints the questionnaire.
    pub(crate) print: Callback<()>,
}

/// The step.
pub(crate) fn embed_step(ctx: &Context, state: &EmbedState) -> Html {
    let messages = ctx.messages;
    html! {
        <>
            <section aria-labelledby="group-mode">
                <h2 id="group-mode">{ messages.group_mode }</h2>
                { mode(ctx) }
            </section>
            <section aria-labelledby="group-output">
                <h2 id="group-output">{ messages.output }</h2>
                { output(ctx, state) }
            </section>
            <section aria-labelledby="group-changes">
                <h2 id="group-changes">{ messages.group_changes }</h2>
                { versions(ctx) }
            </section>
            <section aria-labelledby="group-import">
                <h2 id="group-import">{ messages.import }</h2>
                { import_panel(ctx, &state.import, &state.status) }
                { json_editor(ctx, &state.json, &state.json_status) }
            </section>
        </>
    }
}

fn mode(ctx: &Context) -> Html {
    let (messages, work) = (ctx.messages, ctx.work());
    let modes: Vec<_> = ["inline", "popup", "slider", "side-tab"]
        .map(|id| (id.to_owned(), messages.modes.get(id).unwrap_or(id).to_owned()))
        .into();
    let choose = {
        let ctx = ctx.clone();
        Callback::from(move |id: String| ctx.edit("", move |work| work.mode.clone_from(&id)))
    };
    let layer = {
        let ctx = ctx.clone();
        Callback::from(move |is_on: bool| ctx.edit("", move |work| work.data_layer = is_on))
    };
    let consent = {
        let ctx = ctx.clone();
        Callback::from(move |is_on: bool| ctx.edit("", move |work| work.data_layer_consent = is_on))
    };
    let site = {
        let ctx = ctx.clone();
        Callback::from(move |typed: String| ctx.edit("site", move |work| work.site = typed.trim().to_owned()))
    };
    let site_help = messages.site_help(&ctx.folder);
    let page = {
        let ctx = ctx.clone();
        Callback::from(move |typed: String| ctx.edit("page", move |work| work.page = typed.trim().to_owned()))
    };
    html! {
        <>
            { radios("mode", messages.mode, &work.mode, &modes, choose) }
            { setting(ctx, "open.button", messages.open_button, Some(messages.open_button_help), false) }
            { setting_flag(ctx, "open.exit", messages.open_exit, Some(messages.open_exit_help)) }
            { tick("dataLayer", messages.data_layer, work.data_layer, Some(messages.data_layer_help), layer) }
            if work.data_layer {
                { tick("dataLayerConsent", messages.data_layer_consent, work.data_layer_consent, Some(messages.data_layer_consent_help), consent) }
            }
            { setting(ctx, "from", messages.from, Some(messages.from_help), false) }
            { setting(ctx, "until", messages.until, Some(messages.until_help), false) }
            { labelled(ctx, "page", messages.page, Some(messages.page_help), text_input(ctx, "page", &work.page, true, page)) }
            if let Some(draft) = draft_link(&work.page) {
                <p><a id="draft" href={draft.clone()} target="_blank" rel="noopener">{ messages.open_draft }</a></p>
            }
            { labelled(ctx, "site", messages.site, Some(&site_help), text_input(ctx, "site", &work.site, true, site)) }
        </>
    }
}

/// The link to the draft on a page; `None` where its address is none of the web.
fn draft_link(page: &str) -> Option<String> {
    let is_of_web = page.starts_with("https://") || page.starts_with("http://");
    let (address, fragment) = page.split_once('#').unwrap_or((page, ""));
    let mark = if address.contains('?') { "&" } else { "?" };
    let fragment = if fragment.is_empty() { String::new() } else { ["#", fragment].concat() };
    is_of_web.then(|| [address, mark, "shindan-draft", &fragment].concat())
}

fn output(ctx: &Context, state: &EmbedState) -> Html {
    let (messages, work) = (ctx.messages, ctx.work());
    let code = snippet(work, &theme_of(&work.config), &ctx.folder, ctx.state.first_question());
    let copy = {
        let ctx = ctx.clone();
        let code = code.clone();
        Callback::from(move |_: MouseEvent| copy(ctx.clone(), code.clone()))
    };
    let save = |name: String, text: String, is_pack: bool| {
        let (ctx, download) = (ctx.clone(), state.download.clone());
        Callback::from(move |_: MouseEvent| {
            download.emit((name.clone().into(), json_blob(&text)));
            if is_pack {
                ctx.exported();
            }
            ctx.announce(ctx.messages.downloaded(&name));
        })
    };
    let config = save("shindan-settings.json".to_owned(), pretty(&work.config), false);
    let packs: Vec<(String, String, String)> = ctx
        .languages()
        .into_iter()
        .filter_map(|lang| {
            let pack = work.pack.own.as_ref()?.pack(&lang);
            Some((work.file(&lang), pretty(pack), lang))
        })
        .collect();
    let upload = packs.iter().map(|(file, _, _)| file.clone()).collect::<Vec<_>>().join("、");
    let print = state.print.reform(|_: MouseEvent| ());
    let instant = {
        let ctx = ctx.clone();
        Callback::from(move |is_on: bool| ctx.edit("", move |work| work.is_instant = is_on))
    };
    html! {
        <>
            if work.is_built_in() && work.mode == "inline" {
                { tick("instant", messages.instant, work.is_instant, Some(messages.instant_help), instant) }
            }
            <div class="field">
                <label for="snippet">{ messages.snippet_label }</label>
                <textarea id="snippet" rows="6" readonly=true spellcheck="false" data-own-undo="" value={code.clone()} />
            </div>
            if !packs.is_empty() && work.pack.address.is_empty() {
                <p class="note">{ messages.upload(&upload) }</p>
            }
            <div class="buttons">
                <button type="button" id="copySnippet" class="main" onclick={copy}>{ messages.copy_snippet }</button>
                <button type="button" id="downloadAll" onclick={save_all(ctx, state, &code, &packs)}>{ messages.download_all }</button>
                <button type="button" id="downloadConfig" onclick={config}>{ messages.download_config }</button>
                { for packs.iter().enumerate().map(|(at, (file, text, lang))| html! {
                    <button type="button" id={if at == 0 { "downloadPack".to_owned() } else { format!("downloadPack-{lang}") }} onclick={save(file.clone(), text.clone(), true)}>
                        { if at == 0 && packs.len() == 1 { messages.download_pack.to_owned() } else { messages.download_pack_in(lang) } }
                    </button>
                }) }
                <button type="button" id="downloadDisclosure" onclick={save_disclosure(ctx, state)}>{ messages.download_disclosure }</button>
                <button type="button" id="print" onclick={print}>{ messages.print }</button>
            </div>
        </>
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

fn json_blob(text: &str) -> Blob {
    Blob::new_with_options(text, Some("application/json"))
}

fn save_all(ctx: &Context, state: &EmbedState, code: &str, packs: &[(String, String, String)]) -> Callback<MouseEvent> {
    let mut files: Vec<(String, String)> = packs.iter().map(|(file, text, _)| (file.clone(), text.clone())).collect();
    files.push(("shindan-settings.json".to_owned(), pretty(&ctx.work().config)));
    files.push(("snippet.html".to_owned(), format!("{code}\n")));
    files.extend(disclosures(ctx));
    let name = format!("{}.zip", ctx.work().file("shindan").trim_end_matches(".json"));
    let (ctx, download) = (ctx.clone(), state.download.clone());
    Callback::from(move |_: MouseEvent| {
        // Files of one pack bear different languages in their names.
        if let Ok(bytes) = archive(&files) {
            download.emit((name.clone().into(), Blob::new_with_options(bytes.as_slice(), Some("application/zip"))));
            ctx.exported();
            ctx.announce(ctx.messages.downloaded(&name));
        }
    })
}

/// What is sent to whom, as files: HTML to be pasted into the owner's legal page, and the same as text.
fn disclosures(ctx: &Context) -> [(String, String); 2] {
    let lang = &ctx.work().pack.lang;
    let pack = Pack::read(ctx.pack()).ok().map(Rc::new);
    let rows = disclosure(&ctx.work().config, pack.as_ref(), lang);
    let name = |kind: &str| format!("disclosure.{lang}.{kind}");
    [(name("html"), to_html(&rows, lang)), (name("txt"), to_text(&rows, lang))]
}

fn save_disclosure(ctx: &Context, state: &EmbedState) -> Callback<MouseEvent> {
    let (ctx, download) = (ctx.clone(), state.download.clone());
    Callback::from(move |_: MouseEvent| {
        let [(name, html), _] = disclosures(&ctx);
        download.emit((name.clone().into(), Blob::new_with_options(html.as_str(), Some("text/html;charset=utf-8"))));
        ctx.announce(ctx.messages.downloaded(&name));
    })
}

/// Copies the code; where the clipboard is blocked, or missing without https, it is selected, to be copied by hand.
fn copy(ctx: Context, code: String) {
    wasm_bindgen_futures::spawn_local(async move {
        if web::clipboard::copy(&code).await {
            ctx.announce(ctx.messages.copied);
            return;
        }
        let field = document().and_then(|document| document.get_element_by_id("snippet"));
        if let Some(field) = field.map(wasm_bindgen::JsCast::unchecked_into::<HtmlTextAreaElement>) {
            staff::focus("snippet");
            field.select();
        }
        ctx.announce(ctx.messages.selected);
    });
}

#[cfg(test)]
mod tests {
    use super::draft_link;

    #[test]
    fn a_draft_is_asked_for_in_the_query() {
        for (page, link) in [
            ("https://example.com/a", Some("https://example.com/a?shindan-draft")),
            ("https://example.com/?p=1#x", Some("https://example.com/?p=1&shindan-draft#x")),
            ("", None),
            ("javascript:alert(1)", None),
        ] {
            assert_eq!(draft_link(page).as_deref(), link, "{page}");
        }
    }
}
