//! A long list of which only those rows stand in the document that are near the visible part of the page. What is not there
//! is room: an element before the list, and one behind it.

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

/// Rows that stand there before anything is known of the window.
const FIRST: usize = 20;
/// Rows this far outside of the window stand there at least, in CSS pixels: a Tab finds the next one.
const NEAR: f64 = 400.0;
/// Rows this far outside are put there together, so that not every movement changes something.
const FAR: f64 = 900.0;

/// The part of a list that stands in the document. The elements belong to the nodes of these names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct VirtualList {
    /// Which rows.
    pub(crate) rows: Range<usize>,
    /// The list itself, whose children are those rows.
    pub(crate) list: NodeRef,
    /// The room before it.
    pub(crate) before: NodeRef,
    /// The room behind it.
    pub(crate) behind: NodeRef,
}

/// What listeners know.
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

/// Follows the window. To be used by the component that draws the rows.
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
        // After every change of the document.
        use_effect(move || view.was_drawn(rows, within));
    }
    use_effect_with((), move |()| {
        let listeners = follow(&view);
        move || drop(listeners)
    });
    nodes
}

/// Those rows that there are; the first ones where there is none of them any more.
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
            EventListener::new(&window, name, move |_| view.look())
        }));
    }
    // A row that is unfolded, or whose texts came, is higher than it was.
    let seen = Rc::clone(view);
    let on_resize = Closure::<dyn FnMut()>::new(move || seen.look());
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
        self.look();
    }

    /// Measures what stands there, makes the room that is missing, and has other rows drawn where others are near.
    fn look(&self) {
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
    // By the object model: the page's policy forbids styles in the markup.
    let _ = element.style().set_property("height", &format!("{}px", height.max(0.0)));
}
