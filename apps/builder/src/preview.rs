//! The preview with its switches.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlIFrameElement, ResizeObserver};
use yew::prelude::*;

use crate::fields::radios;
use crate::frame::{Frame, FrameEvent, Shown};
use crate::messages::Messages;

/// The widths of the frame, in CSS pixels.
const WIDTHS: [(&str, f64); 2] = [("phone", 390.0), ("desktop", 1280.0)];

/// Properties of [`Preview`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PreviewProps {
    /// The content; `None` until it is known.
    pub(crate) shown: Option<Shown>,
    /// Whether the content is older than the edited pack, because that is invalid.
    pub(crate) is_stale: bool,
    /// The messages.
    pub(crate) messages: &'static Messages,
    /// Receives lines to announce.
    pub(crate) on_announce: Callback<AttrValue>,
    /// Receives whether to show the result rather than the questions.
    pub(crate) on_result: Callback<bool>,
}

/// The frame at the selected width.
#[component]
pub(crate) fn Preview(props: &PreviewProps) -> Html {
    let PreviewProps { shown, is_stale, messages, on_announce, on_result } = props.clone();
    let (element, viewport) = (use_node_ref(), use_node_ref());
    let frame = use_state(|| None::<Rc<RefCell<Frame>>>);
    let size = use_state(|| "phone".to_owned());
    let scheme = use_state(|| "light".to_owned());
    // The receiver of links and errors is created only once, while the texts may change.
    let latest = use_mut_ref(|| (messages, on_announce.clone()));
    *latest.borrow_mut() = (messages, on_announce.clone());
    {
        let (element, frame, latest) = (element.clone(), frame.clone(), Rc::clone(&latest));
        let tasks = staff::use_tasks();
        use_effect_with((), move |()| {
            if let Some(iframe) = element.cast::<HtmlIFrameElement>() {
                tasks.spawn(async move {
                    let on_event = move |event: FrameEvent| {
                        let (messages, on_announce) = &*latest.borrow();
                        let line = match event {
                            FrameEvent::NoLinks(detail) => messages.no_links(&detail),
                            FrameEvent::Error(detail) => messages.error(&detail),
                        };
                        on_announce.emit(line.into());
                    };
                    frame.set(Frame::ready(iframe, on_event).await);
                });
            }
        });
    }
    use_effect_with((shown.clone(), (*frame).is_some(), (*scheme).clone()), {
        let frame = frame.clone();
        move |(shown, _, scheme)| {
            if let (Some(frame), Some(shown)) = (&*frame, shown) {
                frame.borrow().paint(scheme);
                Frame::show(frame, shown.clone());
            }
        }
    });
    use_effect_with((*size).clone(), {
        let (element, viewport) = (element.clone(), viewport.clone());
        move |size| {
            let width = WIDTHS.iter().find(|(name, _)| name == size).map_or(390.0, |(_, width)| *width);
            let watch = viewport
                .cast::<HtmlElement>()
                .zip(element.cast::<HtmlElement>())
                .and_then(|(viewport, frame)| Fit::watch(viewport, frame, width));
            move || drop(watch)
        }
    });
    let again = {
        let (frame, shown, messages, on_announce, on_result) =
            (frame.clone(), shown.clone(), messages, on_announce.clone(), on_result.clone());
        Callback::from(move |_: MouseEvent| {
            on_result.emit(false);
            if let (Some(frame), Some(shown)) = (&*frame, &shown) {
                frame.borrow_mut().forget();
                Frame::show(frame, Shown { run: None, ..shown.clone() });
            }
            on_announce.emit(messages.again_done.into());
        })
    };
    let pick = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |value: String| state.set(value))
    };
    let options = |pairs: [(&str, &'static str); 2]| pairs.map(|(id, label)| (id.to_owned(), label.to_owned()));
    let moment = if shown.as_ref().is_some_and(|shown| shown.run.is_some()) { "after" } else { "before" };
    let choose = on_result.reform(|moment: String| moment == "after");
    html! {
        <section aria-labelledby="preview-title">
            <h2 id="preview-title">{ messages.preview }</h2>
            <div class="switches">
                { radios("width", messages.width, &size, &options([("phone", messages.phone), ("desktop", messages.desktop)]), pick(&size)) }
                { radios("scheme", messages.scheme, &scheme, &options([("light", messages.light), ("dark", messages.dark)]), pick(&scheme)) }
                { radios("moment", messages.moment, moment, &options([("before", messages.before_result), ("after", messages.after_result)]), choose) }
                <button type="button" id="again" onclick={again}>{ messages.again }</button>
            </div>
            if is_stale {
                <p class="note">{ messages.stale }</p>
            }
            <div class="viewport" ref={viewport}>
                <iframe src="./builder-preview.html" title={messages.preview} ref={element}></iframe>
            </div>
        </section>
    }
}

/// Keeps the frame at the selected width, limited by the available space.
struct Fit {
    observer: ResizeObserver,
    _changed: Closure<dyn FnMut()>,
}

impl Fit {
    fn watch(viewport: HtmlElement, frame: HtmlElement, width: f64) -> Option<Self> {
        let watched = viewport.clone();
        let changed = Closure::<dyn FnMut()>::new(move || fit(&watched, &frame, width));
        let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        // The observer also calls it once at the beginning.
        observer.observe(&viewport);
        Some(Self { observer, _changed: changed })
    }
}

impl Drop for Fit {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn fit(viewport: &HtmlElement, frame: &HtmlElement, width: f64) {
    let room = viewport.get_bounding_client_rect();
    let scale = (room.width() / width).min(1.0);
    let margin = ((room.width() - width * scale) / 2.0).max(0.0);
    let style = frame.style();
    let properties = [
        ("width", format!("{width}px")),
        ("height", format!("{}px", room.height() / scale)),
        ("transform", format!("scale({scale})")),
        ("margin-inline-start", format!("{margin}px")),
    ];
    for (name, value) in properties {
        // A stylesheet accepts each of these values.
        let _ = style.set_property(name, &value);
    }
}
