//! Frames: selects whether the page or a frame of it is observed and pressed.

use crate::browser::Browser;

impl Browser {
    /// Enters the first frame of the page: scripts and widgets are the frame's from now on. Positions of presses still
    /// count from the corner of the window, so the frame has to fill it.
    pub async fn enters_the_frame(&self) {
        self.driver().enter_frame(0).await.expect("the page has a frame");
    }

    /// Returns to the page around the frame.
    pub async fn leaves_the_frame(&self) {
        self.driver().enter_parent_frame().await.expect("there is a page around the frame");
    }
}
