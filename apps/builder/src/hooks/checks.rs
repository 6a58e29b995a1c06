//! Follows the work: loads its pack, runs the linter, and updates the preview.

use std::rc::Rc;

use diagnosis::Value;
use gloo_timers::callback::Timeout;
use staff::Tasks;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;
use yew::prelude::*;

use crate::checks::check;
use crate::context::Context;
use crate::dom::theme_of;
use crate::frame::Shown;
use crate::snippet::{attributes, child, for_preview};
use crate::state::Action;
use crate::try_out::fitting_run;
use crate::work::Work;

/// Debounce delay after typing before the checks and the preview follow, in milliseconds.
const REST: u32 = 250;

/// Loads the built-in pack of the work, and its translation.
#[hook]
pub(crate) fn use_packs(ctx: &Context, tasks: &Tasks) {
    let (ctx, tasks) = (ctx.clone(), tasks.clone());
    let key = (ctx.state.pack_name(), ctx.state.is_loaded);
    use_effect_with(key, move |(_, is_loaded)| {
        if !is_loaded {
            return;
        }
        let id = ctx.work().pack.id.clone();
        let names = ["ja", "en"].map(|lang| format!("{id}.{lang}"));
        for name in names.into_iter().filter(|name| !ctx.state.packs.contains_key(name)) {
            let ctx = ctx.clone();
            tasks.spawn(async move {
                match fetch_pack(&name).await {
                    Some(pack) => ctx.dispatch.dispatch(Action::PackCame(name, pack)),
                    None => ctx.announce(ctx.messages.no_pack),
                }
            });
        }
    });
}

async fn fetch_pack(name: &str) -> Option<Value> {
    serde_json::from_str(&fetch(&format!("./packs/{name}.json")).await?).ok()
}

/// The text of a file beside this page.
async fn fetch(file: &str) -> Option<String> {
    let asked = web_sys::window()?.fetch_with_str(file);
    let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    response.ok().then_some(text)
}

/// Loads the first question, if it is to be in the page.
#[hook]
pub(crate) fn use_first_question(ctx: &Context, tasks: &Tasks) {
    let (ctx, tasks) = (ctx.clone(), tasks.clone());
    let key = (ctx.state.pack_name(), ctx.work().has_first_question());
    use_effect_with(key, move |(name, is_wanted)| {
        if *is_wanted && !ctx.state.first_questions.contains_key(name) {
            let name = name.clone();
            tasks.spawn(async move {
                match fetch(&format!("./snippets/{name}.html")).await {
                    Some(template) => ctx.dispatch.dispatch(Action::FirstQuestionCame(name, template.trim().into())),
                    None => ctx.announce(ctx.messages.no_first_question),
                }
            });
        }
    });
}

/// Checks the work after a debounce, and returns the content of the preview: the last valid pack, and whether it is
/// older than the edited one.
#[hook]
pub(crate) fn use_checks(ctx: &Context) -> (Option<Shown>, bool) {
    let shown = use_state(|| None::<Shown>);
    let sound = use_mut_ref(|| None::<Value>);
    let is_first = use_mut_ref(|| true);
    let ctx = ctx.clone();
    let is_stale = ctx.state.checks.as_ref().is_some_and(|checks| !checks.is_pack_sound);
    let key = (ctx.work().clone(), ctx.state.run.clone(), ctx.draft.is_some(), ctx.state.is_loaded);
    let next = shown.clone();
    use_effect_with(key, move |(work, run, has_draft, is_loaded)| {
        let is_ready = *has_draft && *is_loaded;
        let rest = if std::mem::replace(&mut *is_first.borrow_mut(), !is_ready) { 0 } else { REST };
        let (work, run) = (work.clone(), run.clone());
        let timer = is_ready.then(|| {
            Timeout::new(rest, move || {
                let checks = check(&work);
                if checks.is_pack_sound {
                    *sound.borrow_mut() = work.pack.own.as_ref().map(|own| own.pack(&work.pack.lang).clone());
                }
                ctx.dispatch.dispatch(Action::Checked(Rc::new(checks)));
                next.set(Some(to_show(&ctx, &work, sound.borrow().clone(), run)));
            })
        });
        move || drop(timer)
    });
    ((*shown).clone(), is_stale)
}

fn to_show(ctx: &Context, work: &Work, own: Option<Value>, run: Option<Rc<str>>) -> Shown {
    let theme = theme_of(&work.config);
    let aside = ["style", "pack", "config", "id", "lang"];
    let attributes = attributes(work, &Vec::new()).into_iter().filter(|(name, _)| !aside.contains(&name.as_str()));
    let pack = own.as_ref().or(ctx.state.built_in()).cloned().unwrap_or(Value::Null);
    let text = |path: &str| pack_editor::text(&pack, &pack_editor::Path::parse(path)).to_owned();
    Shown {
        attributes: attributes.collect(),
        child: child(&for_preview(&work.config)),
        theme,
        id: text("id"),
        version: text("version"),
        lang: text("lang"),
        run: run.and_then(|run| fitting_run(&pack, &run)).map(Rc::from),
        pack: own,
    }
}
