//! The page: its state and its components.

use std::cell::{Cell, RefCell};

use staff::{Page, ask_view, use_announcer, use_asker, use_language, use_tasks};
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::{ExportForm, Filters, Gate, LeadList, Protection, Toolbar, arms};
use crate::list_state::{ListChange, ListState};
use crate::messages::Messages;
use crate::services::archive::LeadArchive;
use crate::services::idle::IdleWatch;
use crate::services::lock;
use crate::work::use_work;

/// Milliseconds without input after which the page locks itself.
const IDLE: u32 = 5 * 60_000;

/// The page.
#[component]
pub(crate) fn App() -> Html {
    let language = use_language("shindan-console:language");
    let messages = Messages::of(language.language);
    let ((announcer, line), asker, work) = (use_announcer(), use_asker(), use_work());
    let (is_unlocked, has_phrase) = (use_state(|| false), use_state(lock::is_set));
    let archive = use_memo((), |()| LeadArchive::open());
    let actions = Actions {
        archive: (*archive).clone(),
        list: use_reducer(ListState::default),
        work: work.clone(),
        tasks: use_tasks(),
        announcer: announcer.clone(),
        asker: asker.clone(),
        messages,
        is_open: use_memo((), |()| Cell::new(false)),
        deleted: use_memo((), |()| RefCell::default()),
        deleted_count: use_state(|| 0),
    };
    {
        let announcer = announcer.clone();
        // Announcements in the previous language are cleared.
        use_effect_with(language.language, move |_| announcer.announce(""));
    }

    let lock = {
        let (is_unlocked, actions) = (is_unlocked.clone(), actions.clone());
        Callback::from(move |()| {
            actions.is_open.set(false);
            actions.list.dispatch(ListChange::Forget);
            actions.announcer.announce("");
            actions.asker.dismiss();
            is_unlocked.set(false);
        })
    };
    let unlock = {
        let (is_unlocked, has_phrase, actions) = (is_unlocked.clone(), has_phrase.clone(), actions.clone());
        Callback::from(move |()| {
            actions.is_open.set(true);
            has_phrase.set(lock::is_set());
            is_unlocked.set(true);
            let reading = actions.clone();
            actions.tasks.spawn(async move {
                reading.reload().await;
                staff::focus("group-list");
            });
        })
    };
    use_idle(*is_unlocked && *has_phrase, lock.clone());
    use_focus_after_locking(*is_unlocked);

    let inside = if *is_unlocked {
        let list = &actions.list;
        let filtering = actions.clone();
        let on_change = {
            let has_phrase = has_phrase.clone();
            move |has| has_phrase.set(has)
        };
        html! {
            <>
                <Toolbar actions={actions.clone()} work={work.clone()} {line} />
                <div class="leads-list" aria-busy={work.progress().is_some().to_string()}>
                    { titled("list", messages.list, html! { <>
                        <Filters
                            {messages}
                            rows={list.rows.clone()}
                            filter={list.filter.clone()}
                            on_filter={move |filter| filtering.set_filter(filter)}
                        />
                        <LeadList actions={actions.clone()} />
                    </> }) }
                </div>
                <div class="beside">
                    { titled("export", messages.export, html! { <ExportForm actions={actions.clone()} /> }) }
                    { arms(messages, &list.rows) }
                    { titled("protection", messages.protection, html! {
                        <Protection {messages} {announcer} has_phrase={*has_phrase} {on_change} {lock} />
                    }) }
                </div>
            </>
        }
    } else {
        html! { <Gate {messages} on_open={unlock} /> }
    };
    html! {
        <>
            <Page
                title={messages.title}
                intro={messages.intro}
                private={messages.private}
                other_language={messages.other_language}
                class={if *is_unlocked { "open" } else { "closed" }}
                {language}
            >
                { inside }
            </Page>
            { ask_view(&asker, messages.no) }
        </>
    }
}

fn titled(key: &str, title: &'static str, inside: Html) -> Html {
    let id = format!("group-{key}");
    html! {
        <section aria-labelledby={id.clone()}>
            <h2 {id} tabindex="-1">{ title }</h2>
            { inside }
        </section>
    }
}

/// Locks the page when there was no input for a while.
#[hook]
fn use_idle(is_watched: bool, lock: Callback<()>) {
    use_effect_with(is_watched, move |is_watched| {
        let watch = is_watched.then(|| IdleWatch::new(IDLE, lock));
        move || drop(watch)
    });
}

/// Focuses the passphrase field once the page is locked, but not when the page starts.
#[hook]
fn use_focus_after_locking(is_unlocked: bool) {
    let was_unlocked = use_memo((), |()| Cell::new(false));
    use_effect_with(is_unlocked, move |is_unlocked| {
        if was_unlocked.replace(*is_unlocked) && !is_unlocked {
            staff::focus("phrase");
        }
    });
}
