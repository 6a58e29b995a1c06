//! Where the visitor has chosen every colour: all is read, the focus is seen, and what is chosen differs from what is not.

use e2e::rules::Answers;
use e2e::{Browser, Device, Key, needs};
use serde_json::{Value, json};

use crate::{comes_with_results, on_a_page};

/// A theme that would be unreadable if any of it were left.
const HOST: &str = "<style>:root { color-scheme: light dark; --shindan-accent: #ff0; --shindan-text: #fefefe; --shindan-surface: #fff }</style>
    <shindan-widget cta-href='/a' lead=after></shindan-widget>";

/// What cannot be distinguished from what it lies on: words, edges of controls, strokes.
const UNSEEN: &str = "
    const root = document.querySelector('shindan-widget').shadowRoot;
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const pixel = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r, g, b]) => [0.2126 * r, 0.7152 * g, 0.0722 * b].reduce((sum, part, nth) => {
        const channel = [r, g, b][nth] / 255;
        return sum + (part / ([r, g, b][nth] || 1)) * (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
    }, 0);
    const ratio = (a, b) => {
        const [low, high] = [light(pixel(a)), light(pixel(b))].sort((one, other) => one - other);
        return (high + 0.05) / (low + 0.05);
    };
    const ground = (e) => {
        for (let at = e; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (pixel(colour)[3] > 250) { return colour; }
        }
        return '#fff';
    };
    const seen = (e) => e.checkVisibility() && e.getBoundingClientRect().width > 1;
    const name = (e) => e.outerHTML.slice(0, 90);
    const worded = (e) => [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const words = [...root.querySelectorAll('.widget *:not(svg *, .trap, .trap *)')].filter((e) => seen(e) && worded(e))
        .flatMap((e) => {
            const { color, forcedColorAdjust } = getComputedStyle(e);
            // Behind forced words browsers put a ground of their own.
            const grounds = forcedColorAdjust === 'none' ? [ground(e)] : [ground(e), ground(root.querySelector('.widget'))];
            return grounds.map((ground) => [ratio(color, ground), 4.5, `words ${name(e)} on ${ground}`]);
        });
    const edges = [...root.querySelectorAll('button, label[part], a[part], select, textarea, .field input')].filter(seen)
        .map((e) => [ratio(getComputedStyle(e).borderTopColor, ground(e.parentElement)), 3, `edge of ${name(e)}`]);
    const strokes = [...root.querySelectorAll('.value')].filter(seen)
        .map((e) => [ratio(getComputedStyle(e).stroke, ground(e.closest('svg'))), 3, `stroke ${name(e)}`]);
    return [...words, ...edges, ...strokes].filter(([is, least]) => !(is >= least)).map(([is, , what]) => `${is.toFixed(2)}: ${what}`);";

async fn is_seen(browser: &Browser, screen: &str) {
    let unseen: Vec<String> = browser.script(UNSEEN, vec![]).await;
    assert!(unseen.is_empty(), "{screen} in forced colours: {unseen:#?}");
    browser.widget().shoots(&format!("forced-{screen}")).await;
}

/// How the labels of the choices are drawn: one that is neither, the chosen one, the one with the focus.
const DRAWN: &str = "
    const root = document.querySelector('shindan-widget').shadowRoot;
    const style = (label) => {
        const { outlineStyle, outlineWidth, outlineColor, outlineOffset, borderTopWidth } = getComputedStyle(label);
        return [outlineStyle, outlineStyle === 'none' ? '' : [outlineWidth, outlineColor, outlineOffset].join(), borderTopWidth].join();
    };
    const labels = [...root.querySelectorAll('[part~=choice]')];
    return [arguments[0], arguments[1], arguments[2]].map((value) => style(labels.find((label) => label.querySelector('input').value === value)));";

#[tokio::test]
async fn every_screen_is_read_and_shows_what_is_chosen_and_where_the_keyboard_is() {
    needs!(DevTools);
    for (scheme, device) in [("light", Device::Phone), ("dark", Device::Desktop)] {
        let (_site, browser) = on_a_page(device, HOST).await;
        browser.prefers(&[("forced-colors", "active"), ("prefers-color-scheme", scheme)]).await;
        let name = |screen: &str| format!("{screen}-{scheme}");
        let widget = browser.widget();
        widget.is_live().await;
        is_seen(&browser, &name("question")).await;

        // The keyboard chooses, and stays.
        while browser.focus().await.name != "purpose" {
            browser.presses(Key::Tab).await;
        }
        browser.presses(Key::Space).await;
        let [other, chosen, _]: [String; 3] =
            browser.script(DRAWN, vec![json!("unmet"), json!("met"), json!("met")]).await;
        assert_ne!(other, chosen, "what is chosen and has the focus differs from what is not");
        is_seen(&browser, &name("chosen")).await;
        browser
            .script::<Value>("document.querySelector('shindan-widget').shadowRoot.activeElement.blur()", vec![])
            .await;
        let [other, left, _]: [String; 3] =
            browser.script(DRAWN, vec![json!("unmet"), json!("met"), json!("met")]).await;
        assert_ne!(other, left, "what is chosen is recognisable without the focus too");
        assert_ne!(chosen, left, "the focus differs from a choice");

        comes_with_results(&browser, &Answers::with_a_cap(), 1).await;
        browser.script::<Value>("sessionStorage.clear()", vec![]).await;
        browser.reloads().await;
        widget.verdict().await;
        widget.presses_on("[part~=submit]").await;
        is_seen(&browser, &name("result")).await;
        assert!(
            browser.warnings().await.iter().all(|text| !text.contains("theme: ")),
            "the visitor's colours are theirs"
        );
    }
}
