//! Announces lines visibly and to screen readers.

use yew::prelude::*;

/// Announces lines; see [`use_announcer`].
#[derive(Clone, Debug, PartialEq)]
pub struct Announcer(UseReducerDispatcher<Said>);

/// The last line, and the number of announcements so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    line: AttrValue,
    count: u32,
}

impl Reducible for Said {
    type Action = AttrValue;

    fn reduce(self: std::rc::Rc<Self>, line: AttrValue) -> std::rc::Rc<Self> {
        Self { line, count: self.count.wrapping_add(1) }.into()
    }
}

impl Announcer {
    /// Announces a line; an empty one clears it.
    pub fn say(&self, line: impl Into<AttrValue>) {
        self.0.dispatch(line.into());
    }
}

/// An announcer, and its current line for [`Announcement`].
#[hook]
pub fn use_announcer() -> (Announcer, Said) {
    let said = use_reducer(Said::default);
    (Announcer(said.dispatcher()), (*said).clone())
}

/// Properties of [`Announcement`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AnnouncementProps {
    /// The current line.
    pub said: Said,
}

/// The live region that shows the line.
#[component]
pub fn Announcement(props: &AnnouncementProps) -> Html {
    let Said { line, count } = &props.said;
    // A repeated line becomes a new node, so that it is announced again.
    html! {
        <p class="status" role="status">
            if !line.is_empty() {
                <span key={*count}>{ line }</span>
            }
        </p>
    }
}
