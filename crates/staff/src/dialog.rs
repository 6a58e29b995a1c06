//! A modal dialog: the browser keeps the focus inside and restores it afterwards.

use gloo_events::EventListener;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Properties of [`Dialog`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct DialogProps {
    /// The id of the element inside that labels the dialog.
    pub(crate) labelled_by: AttrValue,
    /// Called when it was closed: by a button of a `<form method="dialog">` with that button's value, by Escape with an
    /// empty one. The owner of the dialog then removes it.
    pub(crate) on_close: Callback<String>,
    /// Content of the dialog.
    pub(crate) children: Html,
}

/// A dialog that opens as soon as it is rendered.
#[component]
pub(crate) fn Dialog(props: &DialogProps) -> Html {
    let element = use_node_ref();
    let on_close = props.on_close.clone();
    use_effect_with(element.clone(), move |element| {
        let listener = element.cast::<HtmlDialogElement>().map(|dialog| {
            // The dialog is in the document and closed, so opening it succeeds.
            let _ = dialog.show_modal();
            let closed = dialog.clone();
            EventListener::new(&dialog, "close", move |_| on_close.emit(closed.return_value()))
        });
        move || drop(listener)
    });
    html! { <dialog ref={element} aria-labelledby={props.labelled_by.clone()}>{ props.children.clone() }</dialog> }
}
