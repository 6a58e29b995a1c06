//! How it looks and feels: axe, room for fingers, small windows, the keyboard of a phone, motion.

use e2e::{Device, needs};
use serde_json::{Value, json};

use crate::PanelPage;
use crate::panel_page::MODES;

/// What can be pressed in the widget and is smaller than a fingertip, or sticks out of the window.
const AMISS: &str = "
    const root = document.querySelector('shindan-widget').shadowRoot;
    const seen = [...root.querySelectorAll('button, label:has([type=radio], [type=checkbox]), a, summary')].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    const boxes = seen.map((one) => [one, one.getBoundingClientRect()]);
    const small = boxes.filter(([, { width, height }]) => width < 43.9 || height < 43.9);
    const out = boxes.filter(([, { left, right }]) => left < -0.5 || right > innerWidth + 0.5);
    const over = document.documentElement.scrollWidth - innerWidth;
    return [...[...small, ...out].map(([one, { left, right, width, height }]) => `${width} x ${height} from ${left} to ${right}: ${one.outerHTML.slice(0, 80)}`),
        ...(over > 0 ? [`the page sticks out by ${over} px`] : [])];";

async fn is_sound(panel_page: &PanelPage, screen: &str) {
    let amiss: Vec<String> = panel_page.browser.script(AMISS, vec![]).await;
    assert!(amiss.is_empty(), "{screen}: {amiss:#?}");
    for scheme in ["light", "dark"] {
        panel_page.browser.prefers(&[("prefers-color-scheme", scheme)]).await;
        panel_page.browser.passes_axe(&format!("{screen}, {scheme}")).await;
        panel_page.browser.shoots(&format!("mode-{screen}-{scheme}")).await;
    }
}

async fn every_screen(device: Device, name: &str) {
    let panel_page = PanelPage::on(device).await;
    for mode in MODES {
        panel_page.goes_to_the_demo(mode).await;
        is_sound(&panel_page, &format!("{mode}-closed-{name}")).await;
        panel_page.opens().await;
        panel_page.widget().is_live().await;
        is_sound(&panel_page, &format!("{mode}-question-{name}")).await;
        panel_page.answers().await;
        is_sound(&panel_page, &format!("{mode}-result-{name}")).await;
    }
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone() {
    every_screen(Device::Phone, "phone").await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_desk() {
    every_screen(Device::Desktop, "desktop").await;
}

/// A desk enlarged four times, and a narrow window with text of twice the size.
#[tokio::test]
async fn in_small_windows_and_with_large_text_all_of_it_can_be_reached() {
    needs!(Narrow);
    let panel_page = PanelPage::on(Device::Desktop).await;
    for (width, height, text) in [(320, 256, "100%"), (320, 640, "200%")] {
        for mode in MODES {
            let body = PanelPage::body(mode, &json!({ "open": { "button": "自社の準備度をいますぐ確かめる" } }));
            panel_page.browser.fills(width, height).await;
            panel_page.goes_to_a_page(&format!("<style>html {{ font-size: {text} }}</style>{body}")).await;
            panel_page.comes_to("be ready", |state| state.is_ready).await;
            let screen = format!("{mode} at {width} x {height}, text {text}");
            let amiss: Vec<String> = panel_page.browser.script(AMISS, vec![]).await;
            assert!(amiss.is_empty(), "{screen}: {amiss:#?}");
            let (_, top, _, bottom) = panel_page.box_of("[part~=open]").await;
            assert!(top >= 0.0 && bottom <= f64::from(height), "{screen}: the button from {top} to {bottom}");
            panel_page.opens().await;
            let (left, top, right, bottom) = panel_page.box_of("[part~=panel]").await;
            assert!(
                left >= 0.0 && top >= 0.0 && right <= f64::from(width) && bottom <= f64::from(height),
                "{screen}: {left} {top} {right} {bottom}"
            );
            panel_page.answers().await;
            let amiss: Vec<String> = panel_page.browser.script(AMISS, vec![]).await;
            assert!(amiss.is_empty(), "{screen}, the result: {amiss:#?}");
            panel_page.browser.shoots(&format!("mode-small-{mode}-{height}")).await;
            panel_page.closes().await;
        }
    }
}

#[tokio::test]
async fn a_keyboard_on_the_screen_hides_nothing_and_pinching_is_none() {
    let panel_page = PanelPage::on(Device::Phone).await;
    for mode in MODES {
        panel_page.goes_to_the_demo(mode).await;
        panel_page.opens().await;
        let (_, _, _, bottom) = panel_page.box_of("[part~=panel]").await;
        // No driver has such a keyboard: this is what browsers say when it comes.
        let sees = async |height: f64, scale: f64| {
            let says = "for (const [name, value] of Object.entries({ height: arguments[0], scale: arguments[1] })) {
                    Object.defineProperty(visualViewport, name, { value, configurable: true });
                }
                visualViewport.dispatchEvent(new Event('resize'))";
            panel_page.browser.script::<Value>(says, vec![json!(height), json!(scale)]).await;
            panel_page.box_of("[part~=panel]").await.3
        };
        assert!(sees(500.0, 1.0).await <= 500.0, "{mode} is above the keyboard");
        assert!((sees(422.0, 2.0).await - bottom).abs() < 1.0, "{mode} stays when one looks closer");
        assert!((sees(844.0, 1.0).await - bottom).abs() < 1.0, "{mode} comes back");
    }
}

#[tokio::test]
async fn it_moves_briefly_and_not_at_all_for_whom_motion_disturbs() {
    needs!(Preferences);
    let panel_page = PanelPage::on(Device::Desktop).await;
    for mode in MODES {
        panel_page.goes_to(mode, &json!({})).await;
        panel_page.browser.prefers(&[]).await;
        let motion = "const { animationName, animationDuration } = getComputedStyle(document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=panel]'));
            return [animationName, parseFloat(animationDuration)]";
        panel_page.opens().await;
        let (name, seconds): (String, f64) = panel_page.browser.script(motion, vec![]).await;
        assert!(name != "none" && seconds <= 0.2, "{mode}: {name} {seconds}");
        panel_page.closes().await;
        panel_page.browser.prefers(&[("prefers-reduced-motion", "reduce")]).await;
        panel_page.opens().await;
        let (name, _): (String, f64) = panel_page.browser.script(motion, vec![]).await;
        assert_eq!(name, "none", "{mode}");
    }
}

#[tokio::test]
async fn from_right_to_left_all_is_the_other_way_round() {
    let panel_page = PanelPage::on(Device::Desktop).await;
    for mode in ["slider", "side-tab"] {
        panel_page.goes_to(mode, &json!({})).await;
        panel_page.page_does("document.documentElement.dir = 'rtl'").await;
        let (left, ..) = panel_page.box_of("[part~=open]").await;
        assert!(left < 20.0, "{mode}: {left}");
        panel_page.opens().await;
        let (left, _, right, _) = panel_page.box_of("[part~=panel]").await;
        assert!(left < 20.0 && right < 600.0, "{mode}: {left} to {right}");
    }
}
