//! Lines that everybody is told, also those who listen.

use yew::prelude::*;

/// Says lines; see [`use_announcer`].
#[derive(Clone, Debug, PartialEq)]
pub struct Announcer(UseReducerDispatcher<Said>);

/// What was said last, and how often something was.
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
    /// Says a line; an empty one takes away what was said.
    pub fn say(&self, line: impl Into<AttrValue>) {
        self.0.dispatch(line.into());
    }
}

/// What says lines, and what was said, for [`Announcement`].
#[hook]
pub fn use_announcer() -> (Announcer, Said) {
    let said = use_reducer(Said::default);
    (Announcer(said.dispatcher()), (*said).clone())
}

/// Properties of [`Announcement`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AnnouncementProps {
    /// What was said.
    pub said: Said,
}

/// The place where lines are read and heard.
#[component]
pub fn Announcement(props: &AnnouncementProps) -> Html {
    let Said { line, count } = &props.said;
    // A line that is said twice is another node, and so is heard twice.
    html! {
        <p class="status" role="status">
            if !line.is_empty() {
                <span key={*count}>{ line }</span>
            }
        </p>
    }
}
