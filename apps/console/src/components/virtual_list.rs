//! A long list of which the document contains only the rows near the visible part of the page. Two empty elements,
//! before and after the list, take the space of the others.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};
use yew::prelude::*;

use crate::heights::Heights;
use crate::list_state::Rows;

/// Number of rows rendered before the size of the window is known.
const FIRST: usize = 20;
/// Minimum distance outside the window, in CSS pixels, up to which rows are rendered, so that Tab reaches the next one.
const NEAR: f64 = 400.0;
/// Distance outside the window up to which rows are added together, so that not every scroll changes something.
const FAR: f64 = 900.0;

/// The rendered part of a list, with references to its elements.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct VirtualList {
    /// The rendered rows.
    pub(crate) rows: Range<usize>,
    /// The list itself, whose children are those rows.
    pub(crate) list: NodeRef,
    /// The space before it.
    pub(crate) before: NodeRef,
    /// The space after it.
    pub(crate) behind: NodeRef,
}

/// State that the listeners share.
struct View {
    nodes: VirtualList,
    shown: UseStateSetter<Range<usize>>,
    state: RefCell<Known>,
}

#[derive(Default)]
struct Known {
    rows: Rows,
    shown: Range<usize>,
    heights: Heights,
    width: f64,
}

/// Follows the window. For the component that renders the rows.
#[hook]
pub(crate) fn use_virtual_list(rows: &Rows) -> VirtualList {
    let shown = use_state(|| 0..FIRST);
    let (list, before, behind) = (use_node_ref(), use_node_ref(), use_node_ref());
    let within = clamped(&shown, rows.len());
    let nodes = VirtualList { rows: within.clone(), list, before, behind };
    let view = {
        let (nodes, shown) = (nodes.clone(), shown.setter());
        use_memo((), move |()| View { nodes, shown, state: RefCell::default() })
    };
    {
        let (view, rows) = (Rc::clone(&view), rows.clone());
        // This runs after every change of the document.
        use_effect(move || view.was_drawn(rows, within));
    }
    use_effect_with((), move |()| {
        let listeners = follow(&view);
        move || drop(listeners)
    });
    nodes
}

/// The existing ones of those rows; the first rows if none of them exists any more.
fn clamped(shown: &Range<usize>, count: usize) -> Range<usize> {
    let within = shown.start..shown.end.min(count);
    if within.is_empty() { 0..FIRST.min(count) } else { within }
}

/// Watches the list until it is dropped.
struct Watch {
    _listeners: Vec<EventListener>,
    observer: Option<ResizeObserver>,
    _on_resize: Closure<dyn FnMut()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

fn follow(view: &Rc<View>) -> Watch {
    let mut listeners = Vec::new();
    if let Some(window) = web_sys::window() {
        listeners.extend(["scroll", "resize"].map(|name| {
            let view = Rc::clone(view);
            EventListener::new(&window, name, move |_| view.update_shown())
        }));
    }
    // A row grows when it is unfolded, or when its texts arrive.
    let seen = Rc::clone(view);
    let on_resize = Closure::<dyn FnMut()>::new(move || seen.update_shown());
    let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
    if let (Some(observer), Some(list)) = (&observer, view.nodes.list.cast::<HtmlElement>()) {
        observer.observe(&list);
    }
    Watch { _listeners: listeners, observer, _on_resize: on_resize }
}

impl View {
    fn was_drawn(&self, rows: Rows, shown: Range<usize>) {
        {
            let mut state = self.state.borrow_mut();
            let Known { rows: known, heights, .. } = &mut *state;
            if *known != rows {
                *known = rows;
                heights.lay_out(known.iter().map(|row| &row.id));
            }
            state.shown = shown;
        }
        self.update_shown();
    }

    /// Measures the rendered rows, sizes the empty elements, and renders other rows if others are near the window.
    fn update_shown(&self) {
        let (Some(list), Some(before), Some(behind), Some(window)) = (
            self.nodes.list.cast::<HtmlElement>(),
            self.nodes.before.cast::<HtmlElement>(),
            self.nodes.behind.cast::<HtmlElement>(),
            web_sys::window(),
        ) else {
            return;
        };
        let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let mut state = self.state.borrow_mut();
        state.measure(&list);
        let Known { heights, shown, .. } = &*state;
        make_room(&before, heights.begin(shown.start));
        make_room(&behind, heights.total() - heights.begin(shown.end));
        let top = -before.get_bounding_client_rect().top();
        let near = heights.between(top - NEAR, top + height + NEAR);
        if near.start < shown.start || near.end > shown.end {
            self.shown.set(heights.between(top - FAR, top + height + FAR));
        }
    }
}

impl Known {
    fn measure(&mut self, list: &HtmlElement) {
        let width = list.get_bounding_client_rect().width();
        if (width - self.width).abs() > 0.5 {
            self.width = width;
            self.heights.forget();
        }
        let children = list.children();
        let rows = self.rows.get(self.shown.clone()).unwrap_or_default();
        let measured = (0..)
            .zip(rows)
            .filter_map(|(at, row)| Some((Rc::clone(&row.id), children.item(at)?.get_bounding_client_rect().height())));
        if self.heights.measure(measured) {
            self.heights.lay_out(self.rows.iter().map(|row| &row.id));
        }
    }
}

fn make_room(element: &HtmlElement, height: f64) {
    // Sizes are set through the object model: the page's policy forbids styles in the markup.
    let _ = element.style().set_property("height", &format!("{}px", height.max(0.0)));
}
