//! Announces lines visibly and to screen readers.

use yew::prelude::*;

/// Announces lines; see [`use_announcer`].
#[derive(Clone, Debug, PartialEq)]
pub struct Announcer(UseReducerDispatcher<AnnouncedLine>);

/// The last line, and the number of announcements so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnnouncedLine {
    line: AttrValue,
    count: u32,
}

impl Reducible for AnnouncedLine {
    type Action = AttrValue;

    fn reduce(self: std::rc::Rc<Self>, line: AttrValue) -> std::rc::Rc<Self> {
        Self { line, count: self.count.wrapping_add(1) }.into()
    }
}

impl Announcer {
    /// Announces a line; an empty one clears it.
    pub fn announce(&self, line: impl Into<AttrValue>) {
        self.0.dispatch(line.into());
    }
}

/// An announcer, and its current line for [`Announcement`].
#[hook]
pub fn use_announcer() -> (Announcer, AnnouncedLine) {
    let line = use_reducer(AnnouncedLine::default);
    (Announcer(line.dispatcher()), (*line).clone())
}

/// Properties of [`Announcement`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AnnouncementProps {
    /// The current line.
    pub line: AnnouncedLine,
}

/// The live region that shows the line.
#[component]
pub fn Announcement(props: &AnnouncementProps) -> Html {
    let AnnouncedLine { line, count } = &props.line;
    // A repeated line becomes a new node, so that it is announced again.
    html! {
        <p class="status" role="status">
            if !line.is_empty() {
                <span key={*count}>{ line }</span>
            }
        </p>
    }
}
