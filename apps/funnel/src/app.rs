//! The page: the opened export and its evaluation.

use std::rc::Rc;

use funnel_data::{Funnel, Problem};
use staff::{Page, use_language};
use yew::prelude::*;

use crate::arms::Arms;
use crate::funnel_view::FunnelView;
use crate::input::Input;
use crate::messages::Messages;

/// Result of the last text that was opened.
type Outcome = Option<Result<Rc<Funnel>, Problem>>;

/// The page.
#[component]
pub(crate) fn App() -> Html {
    let language = use_language("shindan-funnel:language");
    let messages = Messages::of(language.language);
    let outcome = use_state(|| Outcome::None);
    let on_text = {
        let outcome = outcome.clone();
        Callback::from(move |text: String| outcome.set(Some(funnel_data::read(&text).map(Rc::new))))
    };
    let problem = outcome.as_ref().and_then(|outcome| outcome.as_ref().err().cloned());
    let funnel = outcome.as_ref().and_then(|outcome| outcome.as_ref().ok().cloned());
    // The result is announced to screen readers and can be reached by keyboard.
    use_effect_with(funnel.clone(), |funnel| {
        if funnel.is_some() {
            staff::focus("group-result");
        }
    });
    html! {
        <Page title={messages.title} intro={messages.intro} private={messages.private} other_language={messages.other_language} {language}>
            <Input {messages} {on_text} {problem} />
            if let Some(funnel) = funnel {
                <FunnelView {messages} funnel={funnel.clone()} />
                <Arms {messages} {funnel} />
            }
        </Page>
    }
}
