//! Opens a text file.

use gloo_file::callbacks::{FileReader, read_as_bytes};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::decoded::decoded;

/// An opened file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedFile {
    /// Name of the file.
    pub name: String,
    /// Content of the file.
    pub text: String,
}

/// Properties of [`FileField`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FileFieldProps {
    /// Id of the input.
    pub id: AttrValue,
    /// The accepted kinds, such as `.json`.
    pub accept: AttrValue,
    /// Receives the opened file, or the name of a file that cannot be read.
    pub on_open: Callback<Result<OpenedFile, String>>,
}

/// A field for one file. The same file can be opened again.
#[component]
pub fn FileField(props: &FileFieldProps) -> Html {
    // Reading is cancelled with the component, or by the next file.
    let reader = use_mut_ref(|| None::<FileReader>);
    let on_open = props.on_open.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let Some(file) = input.files().and_then(|files| files.get(0)).map(gloo_file::File::from) else { return };
        input.set_value("");
        let (name, on_open) = (file.name(), on_open.clone());
        let reading = read_as_bytes(&file, move |read| {
            on_open.emit(match read.ok().and_then(|bytes| decoded(&bytes)) {
                Some(text) => Ok(OpenedFile { name, text }),
                None => Err(name),
            });
        });
        *reader.borrow_mut() = Some(reading);
    });
    html! { <input type="file" id={props.id.clone()} accept={props.accept.clone()} {onchange} /> }
}
