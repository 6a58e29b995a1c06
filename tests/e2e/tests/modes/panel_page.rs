//! A page with a widget that opens, and whoever reads it.

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, PanelState, Site, Widget, until};
use serde_json::{Value, json};

/// The three of them.
pub(crate) const MODES: [&str; 3] = ["popup", "slider", "side-tab"];

/// All that a journey needs.
pub(crate) struct PanelPage {
    pub(crate) site: Site,
    pub(crate) browser: Browser,
}

impl PanelPage {
    /// A browser that has opened nothing yet.
    pub(crate) async fn on(device: Device) -> Self {
        Self { site: Site::of_dist(), browser: Browser::start(device).await }
    }

    /// The sample page of that mode.
    pub(crate) async fn at_the_demo(device: Device, mode: &str) -> Self {
        let panel_page = Self::on(device).await;
        panel_page.goes_to_the_demo(mode).await;
        panel_page
    }

    /// A long page with the widget in that mode; `open` is what its configuration says under that key.
    pub(crate) async fn with(mode: &str, open: &Value) -> Self {
        let panel_page = Self::on(Device::Desktop).await;
        panel_page.goes_to(mode, open).await;
        panel_page
    }

    /// A page made up from this body, on a desk.
    pub(crate) async fn on_a_page(body: &str) -> Self {
        let panel_page = Self::on(Device::Desktop).await;
        panel_page.goes_to_a_page(body).await;
        panel_page
    }

    /// Goes on in the same browser, which starts no faster than it answers a run.
    pub(crate) async fn goes_to_the_demo(&self, mode: &str) {
        self.browser.visits(&self.site.url(&format!("demo-{mode}.html"))).await;
        self.browser.panel().is_made().await;
    }

    /// See [`PanelPage::with`].
    pub(crate) async fn goes_to(&self, mode: &str, open: &Value) {
        self.goes_to_a_page(&Self::body(mode, &json!({ "open": open }))).await;
        self.browser.panel().is_made().await;
    }

    /// See [`PanelPage::on_a_page`]. Of the pages before nothing is remembered.
    pub(crate) async fn goes_to_a_page(&self, body: &str) {
        // Runs are kept by the name of the page.
        let url = self.site.page(&format!("host-{}.html", fastrand::u32(..)), Page::with(body));
        self.browser.visits(&self.site.url("page.css")).await;
        self.page_does("localStorage.clear()").await;
        self.browser.visits(&url).await;
    }

    /// The body of a long page with a field, a link and the widget.
    pub(crate) fn body(mode: &str, config: &Value) -> String {
        format!(
            "<p><a id=link href='#diagnosis'>診断を開く</a> <a id=away href='#nowhere'>ほかへ</a> <input id=field aria-label='欄'></p>
             <shindan-widget id=diagnosis mode='{mode}' cta-href='#there'><script type='application/json'>{config}</script></shindan-widget>
             <div id=long style='height: 4000px'>長い記事</div>"
        )
    }

    /// Waits until the widget has left the text.
    pub(crate) async fn once_ready(self) -> Self {
        self.browser.panel().is_made().await;
        self
    }

    /// The panel as it is now.
    pub(crate) async fn state(&self) -> PanelState {
        self.browser.panel().state().await
    }

    /// Waits until it is as `there` says.
    pub(crate) async fn comes_to(&self, what: &str, there: impl Fn(&PanelState) -> bool) -> PanelState {
        self.browser.panel().comes_to(what, there).await
    }

    pub(crate) fn widget(&self) -> Widget<'_> {
        self.browser.widget()
    }

    /// Opens it by its own button.
    pub(crate) async fn opens(&self) {
        self.widget().presses_on("[part~=open]").await;
        self.comes_to("be open", |state| state.is_open).await;
    }

    /// Closes it by its own button.
    pub(crate) async fn closes(&self) {
        self.widget().presses_on("[part~=close]").await;
        self.comes_to("be closed", |state| !state.is_open && state.events.last().is_some_and(|last| last == "close"))
            .await;
    }

    /// Expects that it stays closed, once all that could open it has had its time.
    pub(crate) async fn stays_closed(&self) {
        self.browser.next_frames().await;
        self.browser.next_frames().await;
        let state = self.state().await;
        assert!(!state.is_open, "{state:#?}");
    }

    /// Runs a script of the host page.
    pub(crate) async fn page_does(&self, script: &str) {
        self.browser.script::<Value>(script, vec![]).await;
    }

    /// Whether the page has loaded a file whose name begins and ends so.
    pub(crate) async fn has_loaded(&self, begin: &str, end: &str) -> bool {
        let script = "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
            .some((path) => path.startsWith(`/${arguments[0]}`) && path.endsWith(arguments[1]))";
        self.browser.script(script, vec![json!(begin), json!(end)]).await
    }

    /// Answers everything, up to the result.
    pub(crate) async fn answers(&self) {
        self.widget().answers_all(&Answers::all_met()).await;
    }

    /// Presses an element of the host page.
    pub(crate) async fn presses_on_the_page(&self, selector: &str) {
        let middle =
            "const { left, top, width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
            return [left + width / 2, top + height / 2]";
        let place: (f64, f64) = self.browser.script(middle, vec![json!(selector)]).await;
        self.browser.press(place).await;
    }

    /// Turns the wheel of the mouse over the page.
    pub(crate) async fn turns_the_wheel(&self) {
        let wheel = json!({ "type": "mouseWheel", "x": 20, "y": 450, "deltaX": 0, "deltaY": 600 });
        self.browser.devtools("Input.dispatchMouseEvent", wheel).await;
    }

    /// Expects that the wheel scrolls the page.
    pub(crate) async fn scrolls(&self, when: &str) {
        let before: f64 = self.browser.script("return scrollY", vec![]).await;
        self.turns_the_wheel().await;
        let moved = until(async || {
            let now: f64 = self.browser.script("return scrollY", vec![]).await;
            if now > before { Ok(()) } else { Err(()) }
        });
        assert!(moved.await.is_ok(), "the page does not scroll {when}");
    }

    /// The box of an element of the widget: left, top, right, bottom.
    pub(crate) async fn box_of(&self, selector: &str) -> (f64, f64, f64, f64) {
        let rect = "const { left, top, right, bottom } = document.querySelector('shindan-widget').shadowRoot
            .querySelector(arguments[0]).getBoundingClientRect();
            return [left, top, right, bottom]";
        self.browser.stands_still().await;
        self.browser.script(rect, vec![json!(selector)]).await
    }
}
