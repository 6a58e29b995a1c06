//! Tabs of one browser beside each other.

use thirtyfour::WindowHandle;

use crate::browser::Browser;

/// A tab, to come back to.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

impl Browser {
    /// The tab that is in front.
    pub async fn tab(&self) -> Tab {
        Tab(self.driver().window().await.expect("there is a tab"))
    }

    /// Goes on in that tab.
    pub async fn goes_to_tab(&self, tab: &Tab) {
        self.driver().switch_to_window(tab.0.clone()).await.expect("the tab is still there");
    }

    /// Closes the tab that is in front; the next thing to do is to go to another.
    pub async fn closes_the_tab(&self) {
        self.driver().close_window().await.expect("the tab closes");
    }
}
