//! Stores the work in this browser, and restores it.

use std::cell::RefCell;
use std::rc::Rc;

use staff::Tasks;
use yew::prelude::*;

use crate::context::Context;
use crate::state::{Action, State};
use crate::store::{Saved, StoredWork, load, save};
use crate::work::Work;

/// What this tab knows of the stored work.
#[derive(Debug, Default, PartialEq)]
struct Known {
    /// The revision number of the last change that this tab has read or stored; 0 for none.
    revision: u32,
    /// The work that needs no storing, because it is stored or nobody has begun it; `None` if any work is to be stored.
    work: Option<Work>,
}

impl Known {
    /// After loading; `None` if that failed. What is stored in the form of an earlier version is to be stored again.
    fn loaded(kept: Option<&StoredWork>) -> Self {
        let Some(StoredWork { revision, history }) = kept else { return Self::default() };
        let is_earlier = *revision == 0 && history.is_some();
        let work = history.as_ref().map(|history| history.present.clone()).unwrap_or_default();
        Self { revision: *revision, work: (!is_earlier).then_some(work) }
    }

    /// Whether this work is to be stored.
    fn lacks(&self, work: &Work) -> bool {
        self.work.as_ref() != Some(work)
    }
}

/// Stores the work, and restores it; the view asks if another tab has stored something else.
#[hook]
pub(crate) fn use_store(ctx: &Context, tasks: &Tasks) -> Html {
    let known = use_mut_ref(Known::default);
    // Whether storing is in progress.
    let is_saving = use_mut_ref(|| false);
    let latest = use_mut_ref(|| Rc::clone(&ctx.state));
    *latest.borrow_mut() = Rc::clone(&ctx.state);
    let conflict = use_state(|| None::<StoredWork>);
    {
        let (ctx, tasks, known) = (ctx.clone(), tasks.clone(), Rc::clone(&known));
        use_effect_with((), move |()| {
            tasks.spawn(async move {
                let kept = load().await.ok();
                *known.borrow_mut() = Known::loaded(kept.as_ref());
                ctx.dispatch.dispatch(Action::WorkLoaded(kept.and_then(|kept| kept.history).map(Box::new)));
            });
        });
    }
    {
        let (ctx, tasks, conflict) = (ctx.clone(), tasks.clone(), conflict.clone());
        let (known, is_saving, latest) = (Rc::clone(&known), Rc::clone(&is_saving), Rc::clone(&latest));
        // The end of a conflict stores, too: this tab's work was not stored then.
        let key = (ctx.work().clone(), ctx.state.is_loaded, conflict.is_some());
        use_effect_with(key, move |(work, is_loaded, is_conflict)| {
            let is_due = *is_loaded && !is_conflict && known.borrow().lacks(work);
            if is_due && !std::mem::replace(&mut *is_saving.borrow_mut(), true) {
                tasks.spawn(async move {
                    keep(&ctx, &known, &latest, &conflict).await;
                    *is_saving.borrow_mut() = false;
                });
            }
        });
    }
    let Some(kept) = (*conflict).clone() else { return html! {} };
    let messages = ctx.messages;
    let choose = |takes_other: bool| {
        let (ctx, kept, conflict, known) = (ctx.clone(), kept.clone(), conflict.clone(), Rc::clone(&known));
        Callback::from(move |_: MouseEvent| {
            let other = kept.history.as_ref().map(|history| history.present.clone()).filter(|_| takes_other);
            if let Some(other) = other {
                ctx.edit("", move |work| work.clone_from(&other));
            }
            // Nothing is stored before the conflict is over.
            known.borrow_mut().revision = kept.revision;
            conflict.set(None);
        })
    };
    html! {
        <div class="note conflict" role="alert" id="conflict">
            <p>{ messages.conflict }</p>
            <div class="buttons">
                <button type="button" id="take-other" onclick={choose(true)}>{ messages.take_other }</button>
                <button type="button" id="keep-mine" onclick={choose(false)}>{ messages.keep_mine }</button>
            </div>
        </div>
    }
}

/// Stores the latest work, and repeats while it changes meanwhile.
async fn keep(
    ctx: &Context,
    known: &RefCell<Known>,
    latest: &RefCell<Rc<State>>,
    conflict: &UseStateHandle<Option<StoredWork>>,
) {
    loop {
        let now = Rc::clone(&latest.borrow());
        let revision = known.borrow().revision;
        let saved = save(&now.history, revision).await;
        match saved {
            Saved::As(next) => {
                *known.borrow_mut() = Known { revision: next, work: Some(now.history.present.clone()) };
            }
            Saved::Conflict(kept) => {
                // Whichever work is chosen, it is stored with the steps of this tab.
                known.borrow_mut().work = None;
                conflict.set(Some(*kept));
                return;
            }
            Saved::Blocked => {
                ctx.announce(ctx.messages.no_store);
                return;
            }
        }
        if latest.borrow().history.present == now.history.present {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pack_editor::History;

    #[test]
    fn what_is_stored_already_is_not_stored_by_opening() {
        let mine = Work { site: "/s/".to_owned(), ..Work::default() };
        let kept = |revision, work: Option<&Work>| StoredWork {
            revision,
            history: work.map(|work| History::of(work.clone())),
        };
        let lacks = |kept: Option<&StoredWork>, work: &Work| Known::loaded(kept).lacks(work);
        assert!(!lacks(Some(&kept(0, None)), &Work::default()), "nobody has begun");
        assert!(!lacks(Some(&kept(3, Some(&mine))), &mine));
        assert!(lacks(Some(&kept(3, Some(&mine))), &Work::default()), "it has changed");
        assert!(lacks(Some(&kept(0, Some(&mine))), &mine), "it is an earlier version's");
        assert!(!lacks(Some(&kept(3, None)), &Work::default()), "what cannot be read is not overwritten by opening");
        assert!(lacks(None, &Work::default()), "whether this browser stores anything is to be found out");
    }
}
