//! Several tabs of one browser.

use thirtyfour::WindowHandle;

use crate::browser::Browser;

/// A handle of a tab.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

impl Browser {
    /// The current tab.
    pub async fn tab(&self) -> Tab {
        Tab(self.driver().window().await.expect("there is a tab"))
    }

    /// Switches to that tab.
    pub async fn goes_to_tab(&self, tab: &Tab) {
        self.driver().switch_to_window(tab.0.clone()).await.expect("the tab is still there");
    }

    /// Closes the current tab; switch to another one next.
    pub async fn closes_the_tab(&self) {
        self.driver().close_window().await.expect("the tab closes");
    }
}
