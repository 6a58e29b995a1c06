//! Frames: what is looked at and pressed is in the page, or in a frame of it.

use crate::browser::Browser;

impl Browser {
    /// Goes into the first frame of the page: scripts and widgets are the frame's from now on. Presses are counted from
    /// the corner of the window all the same, so the frame is to fill it.
    pub async fn enters_the_frame(&self) {
        self.driver().enter_frame(0).await.expect("the page has a frame");
    }

    /// Goes back to the page around it.
    pub async fn leaves_the_frame(&self) {
        self.driver().enter_parent_frame().await.expect("there is a page around the frame");
    }
}
