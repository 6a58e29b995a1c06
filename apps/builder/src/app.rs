//! The page: its steps, the work of the one that is chosen, and the preview with the checks beside it.

use std::collections::BTreeMap;
use std::rc::Rc;

use authoring::Severity;
use diagnosis::Value;
use gloo_timers::callback::Timeout;
use staff::{
    Announcement, Page, Tasks, ask_view, use_announcer, use_asker, use_document_event, use_download, use_language,
    use_tasks, use_window_event,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, Response};
use yew::prelude::*;

use crate::checks::check;
use crate::context::Context;
use crate::dom::{document, theme_of};
use crate::embed_step::{EmbedState, embed_step};
use crate::find::find;
use crate::form_step::form_step;
use crate::frame::Shown;
use crate::import_panel::Said;
use crate::look_step::look_step;
use crate::place::{Place, Step};
use crate::preview::Preview;
use crate::print::paper;
use crate::questions_step::questions_step;
use crate::remarks::remarks;
use crate::result_step::result_step;
use crate::snippet::{attributes, child, for_preview};
use crate::state::{Action, State};
use crate::store::{Kept, Saved, load, save};
use crate::try_out::{fitting_run, sample_run};
use crate::words::Words;
use crate::work::Work;

/// How long typing has to rest before the checks and the preview follow, in milliseconds.
const REST: u32 = 250;

/// The page.
#[component]
pub(crate) fn App() -> Html {
    let language = use_language("shindan-builder:language");
    let words = Words::of(language.language);
    let (announcer, said) = use_announcer();
    let asker = use_asker();
    let tasks = use_tasks();
    let state = use_reducer(State::default);
    let current = Rc::new((*state).clone());
    let work = current.history.present.clone();
    let ctx = Context {
        words,
        language: language.language,
        draft: work.draft(current.built_in()),
        folder: use_memo((), |()| folder()).as_str().into(),
        announcer,
        dispatch: state.dispatcher(),
        state: current,
    };

    let conflict = use_store(&ctx, &tasks);
    use_packs(&ctx, &tasks);
    let (shown, is_stale) = use_checks(&ctx);
    use_keys(&ctx);
    use_places(&ctx);

    let printing = use_state(|| false);
    use_print(&printing);
    let embed = EmbedState {
        import: use_state(String::new),
        said: use_state(Said::default),
        json: use_state(|| None),
        json_said: use_state(Said::default),
        download: use_download(),
        print: Callback::from({
            let printing = printing.clone();
            move |()| printing.set(true)
        }),
    };
    let typed = use_state(BTreeMap::<String, String>::new);
    let wanted = use_state(String::new);

    let on_say = {
        let ctx = ctx.clone();
        Callback::from(move |line: AttrValue| ctx.say(line))
    };
    let on_result = {
        let ctx = ctx.clone();
        Callback::from(move |is_result: bool| {
            let run = is_result.then(|| sample_run(ctx.pack())).flatten();
            ctx.dispatch.dispatch(Action::Run(run.map(Rc::from)));
        })
    };
    let step = ctx.state.place.step;
    let form = match step {
        Step::Questions => questions_step(&ctx),
        Step::Result => result_step(&ctx),
        Step::Look => look_step(&ctx),
        Step::Form => form_step(&ctx, &typed),
        Step::Embed => embed_step(&ctx, &embed),
    };
    let start_again = {
        let (ctx, asker, tasks) = (ctx.clone(), asker.clone(), tasks.clone());
        Callback::from(move |_: MouseEvent| {
            let (ctx, asker) = (ctx.clone(), asker.clone());
            tasks.spawn(async move {
                if asker.ask(ctx.words.start_again_ask, ctx.words.start_again).await {
                    ctx.edit("", |work| *work = Work::default());
                }
            });
        })
    };
    html! {
        <Page title={words.title} intro={words.intro} private={words.private} {language} other_language={words.language}>
            <div class="tools" role="group" aria-label={words.tools}>
                { history_button(&ctx, "undo", words.undo, ctx.state.history.can_undo(), Action::Undo, words.undone, "Control+Z") }
                { history_button(&ctx, "redo", words.redo, ctx.state.history.can_redo(), Action::Redo, words.redone, "Control+Shift+Z") }
                <button type="button" id="startAgain" onclick={start_again}>{ words.start_again }</button>
                { search(&ctx, &wanted) }
                <Announcement {said} />
            </div>
            { conflict }
            { nav(&ctx) }
            <form class="work" aria-label={words.form} key={step.id()} onsubmit={|event: SubmitEvent| event.prevent_default()}>
                { form }
                { pager(&ctx) }
            </form>
            <div class="beside">
                <Preview {shown} {is_stale} {words} {on_say} {on_result} />
                <section aria-labelledby="remarks-title">
                    <h2 id="remarks-title">{ words.remarks }</h2>
                    <div aria-live="polite">{ remarks(&ctx) }</div>
                </section>
            </div>
            { ask_view(&asker, words.no) }
            if *printing {
                { paper(&ctx) }
            }
        </Page>
    }
}

/// The folder that this page is in.
fn folder() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = href.split(['#', '?']).next().unwrap_or_default();
    page.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"))
}

fn history_button(
    ctx: &Context,
    id: &str,
    label: &str,
    can: bool,
    action: Action,
    said: &'static str,
    keys: &str,
) -> Html {
    let action = Rc::new(std::cell::RefCell::new(Some(action)));
    let onclick = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(action) = action.borrow_mut().take() {
                ctx.dispatch.dispatch(action);
                ctx.say(said);
            }
        })
    };
    html! { <button type="button" id={id.to_owned()} disabled={!can} aria-keyshortcuts={keys.to_owned()} {onclick}>{ label }</button> }
}

/// The steps, with how many remarks there are in each.
fn nav(ctx: &Context) -> Html {
    let words = ctx.words;
    let checks = ctx.checks();
    let one = |(at, step): (usize, Step)| {
        let mine = checks.remarks.iter().filter(|remark| Place::of(&remark.id).step == step);
        let errors = mine.clone().filter(|remark| remark.diagnostic.severity == Severity::Error).count();
        let all = mine.count();
        let onclick = {
            let ctx = ctx.clone();
            Callback::from(move |_: MouseEvent| ctx.go(Place::at(step)))
        };
        let is_current = ctx.state.place.step == step;
        html! {
            <li key={step.id()}>
                <button type="button" id={format!("step-{}", step.id())} aria-current={is_current.then_some("step")} {onclick}>
                    <span class="n" aria-hidden="true">{ at + 1 }</span>
                    { words.steps_of_page.get(step.id()) }
                    if all > 0 {
                        <span class={classes!("badge", (errors > 0).then_some("error"))}>{ words.remarks_count(&all) }</span>
                    }
                </button>
            </li>
        }
    };
    html! { <nav aria-label={words.steps_label}><ol>{ for Step::ALL.into_iter().enumerate().map(one) }</ol></nav> }
}

/// On to the next step, below the work.
fn pager(ctx: &Context) -> Html {
    let at = Step::ALL.iter().position(|step| *step == ctx.state.place.step).unwrap_or_default();
    let Some(next) = Step::ALL.get(at + 1).copied() else { return html! {} };
    let onclick = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            ctx.go(Place { focus: Some(format!("step-{}", next.id())), ..Place::at(next) })
        })
    };
    let name = ctx.words.steps_of_page.get(next.id()).unwrap_or_default();
    html! { <p class="pager"><button type="button" id="next-step" class="main" {onclick}>{ ctx.words.next_step(&name) }</button></p> }
}

/// A box to find texts of the pack by, and what was found.
fn search(ctx: &Context, wanted: &UseStateHandle<String>) -> Html {
    let words = ctx.words;
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
        html! { <li key={id.clone()}><a href={format!("#{id}")} {onclick}>{ crate::labels::label(words, &path) }{ "：" }{ text }</a></li> }
    };
    html! {
        <div class="search">
            <label for="filter" class="unseen">{ words.filter }</label>
            <input type="search" id="filter" placeholder={words.filter} value={(**wanted).clone()} data-own-undo="" {oninput} />
            if !wanted.trim().is_empty() {
                <div class="found" role="status">
                    <p>{ words.found(&found.len()) }</p>
                    <ul>{ for found.into_iter().map(entry) }</ul>
                </div>
            }
        </div>
    }
}

/// Keeps the work, and takes up what is kept; the view asks where another tab has kept something else.
#[hook]
fn use_store(ctx: &Context, tasks: &Tasks) -> Html {
    // What is known to be kept, and whether something is being kept at this moment.
    let revision = use_mut_ref(|| 0_u32);
    let is_saving = use_mut_ref(|| false);
    let latest = use_mut_ref(|| Rc::clone(&ctx.state));
    *latest.borrow_mut() = Rc::clone(&ctx.state);
    let conflict = use_state(|| None::<Kept>);
    {
        let (ctx, tasks, revision) = (ctx.clone(), tasks.clone(), Rc::clone(&revision));
        use_effect_with((), move |()| {
            tasks.spawn(async move {
                let kept = load().await.unwrap_or_default();
                *revision.borrow_mut() = kept.revision;
                ctx.dispatch.dispatch(Action::Kept(kept.history.map(Box::new)));
            });
        });
    }
    {
        let (ctx, tasks, conflict) = (ctx.clone(), tasks.clone(), conflict.clone());
        let (revision, is_saving, latest) = (Rc::clone(&revision), Rc::clone(&is_saving), Rc::clone(&latest));
        let key = (ctx.state.history.present.clone(), ctx.state.is_loaded);
        use_effect_with(key, move |(_, is_loaded)| {
            if *is_loaded && conflict.is_none() && !std::mem::replace(&mut *is_saving.borrow_mut(), true) {
                tasks.spawn(async move {
                    keep(&ctx, &revision, &latest, &conflict).await;
                    *is_saving.borrow_mut() = false;
                });
            }
        });
    }
    let Some(kept) = (*conflict).clone() else { return html! {} };
    let words = ctx.words;
    let choose = |takes_other: bool| {
        let (ctx, kept, conflict, revision) = (ctx.clone(), kept.clone(), conflict.clone(), Rc::clone(&revision));
        Callback::from(move |_: MouseEvent| {
            *revision.borrow_mut() = kept.revision;
            conflict.set(None);
            let other = kept.history.as_ref().map(|history| history.present.clone()).filter(|_| takes_other);
            // Also one's own is kept anew, by a change that changes nothing.
            ctx.edit("", move |work| {
                if let Some(other) = &other {
                    work.clone_from(other);
                } else {
                    work.config = work.config.clone();
                }
            });
            ctx.settle();
        })
    };
    html! {
        <div class="note conflict" role="alert" id="conflict">
            <p>{ words.conflict }</p>
            <div class="buttons">
                <button type="button" id="take-other" onclick={choose(true)}>{ words.take_other }</button>
                <button type="button" id="keep-mine" onclick={choose(false)}>{ words.keep_mine }</button>
            </div>
        </div>
    }
}

/// Keeps the latest work, and again as long as it changes meanwhile.
async fn keep(
    ctx: &Context,
    revision: &Rc<std::cell::RefCell<u32>>,
    latest: &Rc<std::cell::RefCell<Rc<State>>>,
    conflict: &UseStateHandle<Option<Kept>>,
) {
    loop {
        let now = Rc::clone(&latest.borrow());
        let known = *revision.borrow();
        let saved = save(&now.history, known).await;
        match saved {
            Saved::As(next) => *revision.borrow_mut() = next,
            Saved::Conflict(kept) => {
                conflict.set(Some(*kept));
                return;
            }
            Saved::Blocked => {
                ctx.say(ctx.words.no_store);
                return;
            }
        }
        if latest.borrow().history.present == now.history.present {
            return;
        }
    }
}

/// Has the built-in pack at hand that the work is about, and its translation.
#[hook]
fn use_packs(ctx: &Context, tasks: &Tasks) {
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
                    None => ctx.say(ctx.words.no_pack),
                }
            });
        }
    });
}

async fn fetch_pack(name: &str) -> Option<Value> {
    let asked = web_sys::window()?.fetch_with_str(&format!("./packs/{name}.json"));
    let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    serde_json::from_str(&text).ok().filter(|_| response.ok())
}

/// Checks the work a moment after it has changed, and gives what the preview shows: the last pack that was accepted, and
/// whether it is older than what is edited.
#[hook]
fn use_checks(ctx: &Context) -> (Option<Shown>, bool) {
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

/// Undo and redo by keys, but in texts that are no part of the work, which have the browser's own way back.
#[hook]
fn use_keys(ctx: &Context) {
    let ctx = ctx.clone();
    use_document_event(
        "keydown",
        Callback::from(move |event: Event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            let is_undo = (key.ctrl_key() || key.meta_key()) && !key.alt_key() && key.key().eq_ignore_ascii_case("z");
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let is_own = target.is_some_and(|target| target.closest("[data-own-undo]").ok().flatten().is_some());
            if is_undo && !is_own {
                event.prevent_default();
                let (action, said) =
                    if key.shift_key() { (Action::Redo, ctx.words.redone) } else { (Action::Undo, ctx.words.undone) };
                ctx.dispatch.dispatch(action);
                ctx.say(said);
            }
        }),
    );
}

/// Goes to the field that the address names, and gives the focus to the field that one has gone to.
#[hook]
fn use_places(ctx: &Context) {
    let go = {
        let ctx = ctx.clone();
        Callback::from(move |()| {
            let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
            let id = js_sys::decode_uri_component(hash.trim_start_matches('#')).map(String::from).unwrap_or_default();
            if !id.is_empty() {
                ctx.go(Place::of(&id));
            }
        })
    };
    use_window_event("hashchange", go.reform(|_: Event| ()));
    // An address may name a field from the beginning.
    use_effect_with(ctx.draft.is_some(), move |has_draft| {
        if *has_draft {
            go.emit(());
        }
    });
    let ctx = ctx.clone();
    use_effect_with(ctx.state.place.clone(), move |place| {
        if let Some(id) = &place.focus {
            reveal(id);
            ctx.dispatch.dispatch(Action::Focused);
        }
    });
}

/// Brings a field, or the nearest one around its place, into view, unfolds what it is in, and puts the focus on it.
fn reveal(id: &str) {
    let Some(document) = document() else { return };
    let mut place = id;
    let found = loop {
        match (document.get_element_by_id(place), place.rfind(['.', '['])) {
            (Some(found), _) => break found,
            (None, Some(at)) => place = place.get(..at).unwrap_or_default(),
            (None, None) => return,
        }
    };
    let mut fold = found.closest("details").ok().flatten();
    while let Some(details) = fold {
        // It is an attribute like any other.
        let _ = details.set_attribute("open", "");
        fold = details.parent_element().and_then(|around| around.closest("details").ok().flatten());
    }
    let own = "input:not([type=color]), select, textarea, button";
    let inner = if found.matches(own).unwrap_or(false) { None } else { found.query_selector(own).ok().flatten() };
    let target: HtmlElement = inner.unwrap_or(found).unchecked_into();
    // Where it cannot take the focus, it is at least in view.
    let _ = target.focus();
    target.scroll_into_view();
}

/// Prints what stands on paper once it is there, and takes it away again.
#[hook]
fn use_print(printing: &UseStateHandle<bool>) {
    let printing = printing.clone();
    use_effect_with(*printing, move |is_printing| {
        if *is_printing {
            // Where the browser does not print, nothing is printed.
            let _ = web_sys::window().map(|window| window.print());
            printing.set(false);
        }
    });
}
