//! The page: its steps, the content of the current one, and the preview with the checks beside it.

use std::collections::BTreeMap;
use std::rc::Rc;

use authoring::Severity;
use staff::{Announcement, Page, ask_view, use_announcer, use_asker, use_download, use_language, use_tasks};
use yew::prelude::*;

use crate::context::Context;
use crate::diagnostics::diagnostics;
use crate::embed_step::{EmbedState, embed_step};
use crate::find::search;
use crate::form_step::form_step;
use crate::hooks::{use_checks, use_first_question, use_keys, use_packs, use_places, use_store};
use crate::import_panel::ImportStatus;
use crate::look_step::look_step;
use crate::messages::Messages;
use crate::place::{Place, Step};
use crate::preview::Preview;
use crate::print::paper;
use crate::questions_step::questions_step;
use crate::result_step::result_step;
use crate::state::{Action, State};
use crate::try_out::sample_run;
use crate::work::Work;

/// The page.
#[component]
pub(crate) fn App() -> Html {
    let language = use_language("shindan-builder:language");
    let messages = Messages::of(language.language);
    let (announcer, line) = use_announcer();
    let asker = use_asker();
    let tasks = use_tasks();
    let state = use_reducer(State::default);
    let current = Rc::new((*state).clone());
    let work = current.history.present.clone();
    let ctx = Context {
        messages,
        language: language.language,
        draft: work.draft(current.built_in()),
        folder: use_memo((), |()| folder()).as_str().into(),
        announcer,
        dispatch: state.dispatcher(),
        state: current,
    };

    let conflict = use_store(&ctx, &tasks);
    use_packs(&ctx, &tasks);
    use_first_question(&ctx, &tasks);
    let (shown, is_stale) = use_checks(&ctx);
    use_keys(&ctx);
    use_places(&ctx);

    let printing = use_state(|| false);
    use_print(&printing);
    let embed = EmbedState {
        import: use_state(String::new),
        status: use_state(ImportStatus::default),
        json: use_state(|| None),
        json_status: use_state(ImportStatus::default),
        download: use_download(),
        print: Callback::from({
            let printing = printing.clone();
            move |()| printing.set(true)
        }),
    };
    let typed = use_state(BTreeMap::<String, String>::new);
    let wanted = use_state(String::new);

    let on_announce = {
        let ctx = ctx.clone();
        Callback::from(move |line: AttrValue| ctx.announce(line))
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
                if asker.ask(ctx.messages.start_again_ask, ctx.messages.start_again).await {
                    ctx.edit("", |work| *work = Work::default());
                }
            });
        })
    };
    html! {
        <Page title={messages.title} intro={messages.intro} private={messages.private} {language} other_language={messages.language}>
            <div class="tools" role="group" aria-label={messages.tools}>
                { history_button(&ctx, "undo", messages.undo, ctx.state.history.can_undo(), Action::Undo, messages.undone, "Control+Z") }
                { history_button(&ctx, "redo", messages.redo, ctx.state.history.can_redo(), Action::Redo, messages.redone, "Control+Shift+Z") }
                <button type="button" id="startAgain" onclick={start_again}>{ messages.start_again }</button>
                { search(&ctx, &wanted) }
                <Announcement {line} />
            </div>
            { conflict }
            { nav(&ctx) }
            <form class="work" aria-label={messages.form} key={step.id()} onsubmit={|event: SubmitEvent| event.prevent_default()}>
                { form }
                { pager(&ctx) }
            </form>
            <div class="beside">
                <Preview {shown} {is_stale} {messages} {on_announce} {on_result} />
                <section aria-labelledby="remarks-title">
                    <h2 id="remarks-title">{ messages.remarks }</h2>
                    <div aria-live="polite">{ diagnostics(&ctx) }</div>
                </section>
            </div>
            { ask_view(&asker, messages.no) }
            if *printing {
                { paper(&ctx) }
            }
        </Page>
    }
}

/// The folder of this page.
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
    line: &'static str,
    keys: &str,
) -> Html {
    let action = Rc::new(std::cell::RefCell::new(Some(action)));
    let onclick = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(action) = action.borrow_mut().take() {
                ctx.dispatch.dispatch(action);
                ctx.announce(line);
            }
        })
    };
    html! { <button type="button" id={id.to_owned()} disabled={!can} aria-keyshortcuts={keys.to_owned()} {onclick}>{ label }</button> }
}

/// The steps, with the number of remarks in each.
fn nav(ctx: &Context) -> Html {
    let messages = ctx.messages;
    let checks = ctx.checks();
    let one = |(at, step): (usize, Step)| {
        let mine = checks.diagnostics.iter().filter(|found| Place::of(&found.id).step == step);
        let errors = mine.clone().filter(|found| found.diagnostic.severity == Severity::Error).count();
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
                    { messages.steps_of_page.get(step.id()) }
                    if all > 0 {
                        <span class={classes!("badge", (errors > 0).then_some("error"))}>{ messages.remarks_count(&all) }</span>
                    }
                </button>
            </li>
        }
    };
    html! { <nav aria-label={messages.steps_label}><ol>{ for Step::ALL.into_iter().enumerate().map(one) }</ol></nav> }
}

/// The button to the next step, below the content.
fn pager(ctx: &Context) -> Html {
    let at = Step::ALL.iter().position(|step| *step == ctx.state.place.step).unwrap_or_default();
    let Some(next) = Step::ALL.get(at + 1).copied() else { return html! {} };
    let onclick = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            ctx.go(Place { focus: Some(format!("step-{}", next.id())), ..Place::at(next) })
        })
    };
    let name = ctx.messages.steps_of_page.get(next.id()).unwrap_or_default();
    html! { <p class="pager"><button type="button" id="next-step" class="main" {onclick}>{ ctx.messages.next_step(&name) }</button></p> }
}

/// Prints the questionnaire once it is rendered, and removes it afterwards.
#[hook]
fn use_print(printing: &UseStateHandle<bool>) {
    let printing = printing.clone();
    use_effect_with(*printing, move |is_printing| {
        if *is_printing {
            // If the browser cannot print, nothing happens.
            let _ = web_sys::window().map(|window| window.print());
            printing.set(false);
        }
    });
}
