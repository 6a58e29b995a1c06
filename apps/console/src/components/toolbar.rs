//! Actions on many leads at once, and their status.

use std::future::Future;

use staff::{AnnouncedLine, Announcement, Button, ButtonKind};
use yew::prelude::*;

use super::work_bar::WorkBar;
use crate::actions::Actions;
use crate::work::Work;

/// Properties of [`Toolbar`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ToolbarProps {
    pub(crate) actions: Actions,
    pub(crate) work: Work,
    pub(crate) line: AnnouncedLine,
}

/// The bar above the list.
#[component]
pub(crate) fn Toolbar(props: &ToolbarProps) -> Html {
    let ToolbarProps { actions, work, line } = props.clone();
    let messages = actions.messages;
    let can_undo = *actions.deleted_count > 0;
    html! {
        <div class="tools" role="group" aria-label={messages.tools}>
            <Button id="reload" label={messages.reload} onclick={runs(&actions, async |actions| actions.reload().await)} />
            // With many leads, the export form is far below the list.
            <Button id="toExport" label={messages.to_export} onclick={|()| staff::focus("group-export")} />
            <Button
                id="againAll"
                label={messages.again_all}
                onclick={runs(&actions, async |actions| actions.resend_failed().await)}
            />
            <Button
                id="removePicked"
                kind={ButtonKind::Danger}
                label={messages.remove_picked}
                onclick={runs(&actions, async |actions| actions.remove_picked().await)}
            />
            <Button
                id="removeDelivered"
                kind={ButtonKind::Danger}
                label={messages.remove_delivered}
                onclick={runs(&actions, async |actions| actions.remove_delivered().await)}
            />
            <Button
                id="undo"
                hidden={!can_undo}
                label={messages.undo}
                onclick={runs(&actions, async |actions| actions.undo().await)}
            />
            <div class="news"><WorkBar {messages} {work} /><Announcement {line} /></div>
        </div>
    }
}

/// A callback for a press that runs the action.
fn runs<F>(actions: &Actions, action: impl Fn(Actions) -> F + 'static) -> Callback<()>
where
    F: Future<Output = ()> + 'static,
{
    let actions = actions.clone();
    Callback::from(move |()| actions.tasks.spawn(action(actions.clone())))
}
