//! Stores the work in this browser, and restores it.

use std::rc::Rc;

use staff::Tasks;
use yew::prelude::*;

use crate::context::Context;
use crate::state::{Action, State};
use crate::store::{Kept, Saved, load, save};

/// Stores the work, and restores it; the view asks if another tab has stored something else.
#[hook]
pub(crate) fn use_store(ctx: &Context, tasks: &Tasks) -> Html {
    // The stored version, and whether storing is in progress.
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
            // Keeping this tab's work also stores it again, by an edit that changes nothing.
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

/// Stores the latest work, and repeats while it changes meanwhile.
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
