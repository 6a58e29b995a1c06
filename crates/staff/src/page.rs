//! The shell of a page: heading, introduction, language switch, and content.

use wasm_bindgen::UnwrapThrowExt as _;
use yew::prelude::*;

use crate::language::{Language, UseLanguage};

/// Properties of [`Page`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PageProps {
    /// Heading and title.
    pub title: AttrValue,
    /// The purpose of the page.
    pub intro: AttrValue,
    /// How the page treats data.
    pub private: AttrValue,
    /// The language of the page.
    pub language: UseLanguage,
    /// The label of the language switch: the name of the other language, in that language.
    pub other_language: AttrValue,
    /// Classes of `main`.
    #[prop_or_default]
    pub class: Classes,
    /// Content of the page.
    pub children: Html,
}

/// The page around its content. The title and language of the document follow.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let UseLanguage { language, switch } = props.language.clone();
    use_effect_with((props.title.clone(), language), |(title, language)| update_document(title, *language));
    let onclick = Callback::from(move |_: MouseEvent| switch.emit(()));
    html! {
        <>
            <header>
                <h1>{ &props.title }</h1>
                <p>{ &props.intro }</p>
                <p class="private">{ &props.private }</p>
                <button type="button" id="language" lang={language.other().code()} {onclick}>{ &props.other_language }</button>
            </header>
            <main class={props.class.clone()}>{ props.children.clone() }</main>
        </>
    }
}

fn update_document(title: &str, language: Language) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        root.set_attribute("lang", language.code()).unwrap_throw();
    }
}
