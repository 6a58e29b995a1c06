//! The panel that a widget opens in the modes popup, slider and side-tab.

use serde::Deserialize;

use crate::{Browser, until};

/// The panel of the page's first widget.
#[derive(Clone, Copy)]
pub struct Panel<'b> {
    browser: &'b Browser,
}

/// The panel as it is now.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PanelState {
    /// Whether the widget has made it, and its button if it has one.
    pub is_ready: bool,
    /// Whether it is visible.
    pub is_open: bool,
    /// Whether it is modal.
    pub is_modal: bool,
    /// The label of the button that opens it; `None` while that is invisible.
    pub button: Option<String>,
    /// Whether that button is marked as expanded.
    pub is_expanded: bool,
    /// Its name.
    pub title: String,
    /// Whether the focus is in the panel, or on it.
    pub has_focus: bool,
    /// Whether the questionnaire or a result is visible outside of it.
    pub is_in_the_text: bool,
    /// The events of opening and closing, in order, such as `open by button`.
    pub events: Vec<String>,
}

const STATE: &str = "
    const root = document.querySelector('shindan-widget')?.shadowRoot;
    if (!root) { return {}; }
    const seen = (one) => !!one?.checkVisibility({ visibilityProperty: true });
    const panel = root.querySelector('[part~=panel]');
    const button = root.querySelector('[part~=open]');
    const events = __probe.events.filter(({ name }) => /:(open|close)$/.test(name));
    return {
        is_ready: !!panel,
        is_open: seen(panel),
        is_modal: !!panel?.matches(':modal'),
        button: seen(button) ? button.innerText.trim() : null,
        is_expanded: button?.getAttribute('aria-expanded') === 'true',
        title: panel && root.getElementById(panel.getAttribute('aria-labelledby'))?.innerText || '',
        has_focus: !!panel?.contains(root.activeElement),
        is_in_the_text: seen([...root.children].find((child) => child.matches('.widget'))),
        events: events.map(({ name, detail }) => [name.replace('shindan:', ''), detail.by].filter(Boolean).join(' by ')),
    };";

impl Browser {
    /// The panel of the page's first widget.
    pub fn panel(&self) -> Panel<'_> {
        Panel { browser: self }
    }
}

impl Panel<'_> {
    /// Its current state.
    pub async fn state(&self) -> PanelState {
        self.browser.script(STATE, vec![]).await
    }

    /// Waits until the widget has made it.
    pub async fn is_made(&self) {
        self.comes_to("be made", |state| state.is_ready).await;
    }

    /// Waits until its state satisfies `there`.
    pub async fn comes_to(&self, what: &str, there: impl Fn(&PanelState) -> bool) -> PanelState {
        let seen = until(async || {
            let state = self.state().await;
            if there(&state) { Ok(state) } else { Err(state) }
        });
        match seen.await {
            Ok(state) => state,
            Err(state) => {
                let console = self.browser.console_messages().await;
                panic!("the panel does not come to {what}, but is {state:#?}; console {console:#?}")
            }
        }
    }
}
