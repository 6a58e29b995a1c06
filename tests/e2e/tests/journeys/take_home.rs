//! The result taken home: as a QR code at a stand, by mail, and as a picture.

use e2e::rules::Answers;
use e2e::{Action, Browser, Device, Page, Screen, Site, Widget, bytes, needs};
use rqrr::PreparedImage;
use serde_json::{Value, json};

use crate::{assert_says_the_same, on_the_demo};

const STAND: &str = r#"<style>:root { color-scheme: light dark }</style>
    <shindan-widget cta-href="/a"><script type="application/json">{ "lead": { "kiosk": 90 } }</script></shindan-widget>"#;

/// Where the code is drawn.
const CODE: &str = ".qr:not([hidden]) svg";

/// The respondent at a stand with a result.
async fn at_a_stand(device: Device) -> (Site, Browser) {
    let site = Site::of_dist();
    let browser = Browser::start(device).await;
    browser.visits(&site.page("host.html", Page::with(STAND))).await;
    browser.widget().answers_all(&Answers::with_a_cap()).await;
    (site, browser)
}

/// Presses the button of the code, and waits until it is drawn.
async fn asks_for_the_code(browser: &Browser) {
    browser.widget().presses_on("[part~=qr]").await;
    browser.widget().shows("the code", |screen| says(screen, "QRコードを表示しました")).await;
}

fn says(screen: &Screen, words: &str) -> Option<()> {
    screen.verdict.as_ref()?.status.as_ref()?.contains(words).then_some(())
}

/// What a camera reads of the code on the screen.
async fn scans(browser: &Browser, name: &str) -> String {
    let show = format!(
        "const code = document.querySelector('shindan-widget').shadowRoot.querySelector('{CODE}');
        code.scrollIntoView({{ block: 'center' }});"
    );
    browser.script::<Value>(&show, vec![]).await;
    let picture = browser.shoots(name).await;
    let script = "const image = new Image();
        image.src = `data:image/png;base64,${arguments[0]}`;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        let grey = '';
        for (let at = 0; at < data.length; at += 4) {
            grey += String.fromCharCode((data[at] + data[at + 1] + data[at + 2]) / 3);
        }
        return [image.width, image.height, btoa(grey)];";
    let (width, height, grey): (usize, usize, String) = browser.script_async(script, vec![json!(picture)]).await;
    let grey = bytes(&grey);
    let mut image = PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
    let grids = image.detect_grids();
    let read = grids.iter().find_map(|grid| Some(grid.decode().ok()?.1));
    read.unwrap_or_else(|| panic!("{} codes are seen and none is read: see {name}.png", grids.len()))
}

#[tokio::test]
async fn at_a_stand_the_code_opens_the_very_result_on_a_phone_which_is_no_stand() {
    let (site, browser) = at_a_stand(Device::Desktop).await;
    let widget = browser.widget();
    assert_eq!(site.times_asked_for(".wasm"), 1, "nothing of it is loaded before");
    let copied = widget.copies("shindan").await;
    asks_for_the_code(&browser).await;
    browser.passes_axe("the result with its QR code").await;
    let scanned = scans(&browser, "qr").await;
    assert_eq!(scanned, copied);
    let original = widget.verdict().await;
    assert_eq!(
        has(&browser, "[part~=mail], [part~=picture]").await,
        0,
        "programs and files of a stand are not the visitor's"
    );

    let phone = Browser::phone().await;
    phone.visits(&scanned).await;
    assert_says_the_same(&phone.widget().verdict().await, &original);
    assert_eq!(has(&phone, "[part~=qr]").await, 0, "the phone is no stand");
    assert_eq!(has(&phone, "[part~=mail], [part~=picture]").await, 2);
    phone.has_a_clean_console().await;

    // Another result has another code.
    widget.goes_back().await;
    widget.goes_on().await;
    widget.verdict().await;
    widget.shows("no code", |screen| screen.verdict.as_ref()?.status.is_none().then_some(())).await;
    assert_eq!(has(&browser, CODE).await, 0);
    browser.has_a_clean_console().await;
}

async fn has(browser: &Browser, selector: &str) -> usize {
    let count = "return document.querySelector('shindan-widget').shadowRoot.querySelectorAll(arguments[0]).length";
    browser.script(count, vec![json!(selector)]).await
}

#[tokio::test]
async fn a_phone_that_has_opened_a_result_at_a_stand_keeps_it() {
    let (_site, browser) = at_a_stand(Device::Desktop).await;
    let link = browser.widget().copies("shindan").await;
    let phone = Browser::phone().await;
    phone.has_a_clock().await;
    phone.visits(&link).await;
    let widget = phone.widget();
    let opened = widget.verdict().await;
    widget.tries("authority").await;
    phone.lets_pass(std::time::Duration::from_secs(91)).await;
    phone.next_frames().await;
    assert_says_the_same(&widget.verdict().await, &opened);
}

#[tokio::test]
async fn the_code_is_read_in_the_dark_and_in_colours_of_the_visitor() {
    needs!(DevTools);
    for (name, wanted) in [
        ("dark", [("prefers-color-scheme", "dark"), ("forced-colors", "none")]),
        ("forced", [("prefers-color-scheme", "dark"), ("forced-colors", "active")]),
    ] {
        let (_site, browser) = at_a_stand(Device::Phone).await;
        browser.prefers(&wanted).await;
        let link = browser.widget().copies("shindan").await;
        asks_for_the_code(&browser).await;
        assert_eq!(scans(&browser, &format!("qr-{name}")).await, link, "{name}");
    }
}

#[tokio::test]
async fn what_comes_after_its_result_has_gone_is_not_said_of_the_next_one() {
    let (site, browser) = at_a_stand(Device::Desktop).await;
    let widget = browser.widget();
    site.holds(".wasm");
    widget.presses_on("[part~=qr]").await;
    e2e::until(async || (site.times_asked_for(".wasm") == 2).then_some(()).ok_or(()))
        .await
        .expect("its wasm is asked for");
    widget.goes_back().await;
    widget.goes_on().await;
    widget.verdict().await;
    site.releases();
    // A second press waits for the same files, and is answered after the first one would have been.
    let link = widget.copies("shindan").await;
    assert_eq!(has(&browser, CODE).await, 0, "the code of the result that has gone");
    asks_for_the_code(&browser).await;
    assert_eq!(scans(&browser, "qr-late").await, link);
    assert_eq!(has(&browser, CODE).await, 1);
}

#[tokio::test]
async fn where_no_code_can_be_drawn_the_link_stands_in_a_field_and_the_owner_is_told() {
    let (site, browser) = at_a_stand(Device::Phone).await;
    site.treats(".wasm", Action::Status(404));
    let widget = browser.widget();
    widget.presses_on("[part~=qr]").await;
    let link = widget.shows("the field with the link", |screen| screen.verdict.as_ref()?.link.clone()).await;
    assert!(link.starts_with(&site.url("host.html#shindan=readiness.")), "{link}");
    let error = browser.waits_for_event("error").await;
    assert_eq!(error.detail["code"], "takeaway", "{error:?}");
}

/// Notes what is saved instead of saving it.
const SAVING: &str = "window.__saved = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
        this.download ? window.__saved.push([this.download, this.href]) : click.call(this);
    };";

/// The name of the file that was saved, and what `look` finds in its `blob`.
async fn saves<T: serde::de::DeserializeOwned>(widget: Widget<'_>, browser: &Browser, script: &str) -> (String, T) {
    widget.presses_on("[part~=picture]").await;
    widget.shows("that the picture was saved", |screen| says(screen, "画像を保存しました")).await;
    let body = format!(
        "const [name, address] = __saved.at(-1);
        const blob = await (await fetch(address)).blob();
        return [name, await (async () => {{ {script} }})()];"
    );
    browser.script_async(&body, vec![]).await
}

async fn with_a_result(page: Page) -> (Site, Browser) {
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    browser.before_every_page(SAVING).await;
    browser.visits(&site.page("host.html", page)).await;
    browser.widget().answers_all(&Answers::with_a_cap()).await;
    (site, browser)
}

#[tokio::test]
async fn the_picture_is_a_png_of_the_size_of_a_slide() {
    let (site, browser) = with_a_result(Page::with("<shindan-widget cta-href='/a'></shindan-widget>")).await;
    assert_eq!(site.times_asked_for(".wasm"), 1, "nothing of it is loaded before");
    let script = "const { width, height } = await createImageBitmap(blob);
        const reader = new FileReader();
        await new Promise((done) => { reader.onload = done; reader.readAsDataURL(blob); });
        return [blob.type, width, height, reader.result.split(',')[1]];";
    let (name, (kind, width, height, png)): (String, (String, u32, u32, String)) =
        saves(browser.widget(), &browser, script).await;
    let score = browser.widget().verdict().await.score.unwrap_or_default();
    assert_eq!(name, format!("readiness-{score}.png"));
    assert_eq!((kind.as_str(), width, height), ("image/png", 1600, 900));
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/screens/take-home.png");
    std::fs::write(file, bytes(&png)).expect("the picture is kept for whoever wants to see it");
    browser.passes_axe("the result with its picture saved").await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn where_a_policy_forbids_images_the_picture_is_a_drawing_that_says_the_result() {
    let page = Page::with("<shindan-widget cta-href='/a'></shindan-widget>");
    let page = page.under("Content-Security-Policy", "img-src 'none'");
    let (_site, browser) = with_a_result(page).await;
    let (name, drawing): (String, String) = saves(browser.widget(), &browser, "return blob.text()").await;
    assert!(name.ends_with(".svg"), "{name}");
    let verdict = browser.widget().verdict().await;
    for said in [format!(">{}<", verdict.score.unwrap_or_default()), "要準備".to_owned(), "stroke-dasharray".to_owned()]
    {
        assert!(drawing.contains(&said), "{said} is not in {drawing}");
    }
    let parsed = "const parsed = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
        return parsed.querySelector('parsererror') === null && parsed.documentElement.localName === 'svg'";
    assert!(browser.script::<bool>(parsed, vec![json!(drawing)]).await, "it is well-formed: {drawing}");
}

#[tokio::test]
async fn the_mail_to_oneself_holds_the_link_alone() {
    let (_site, browser) = on_the_demo(Device::Desktop).await;
    let widget = browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    let link = widget.copies("shindan").await;
    let read = "const { href } = document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=mail]');
        const { protocol, pathname, searchParams } = new URL(href);
        return [protocol, pathname, searchParams.get('subject'), searchParams.get('body'), [...searchParams].length]";
    let (protocol, to, subject, body, parts): (String, String, String, String, usize) =
        browser.script(read, vec![]).await;
    assert_eq!((protocol.as_str(), to.as_str(), parts), ("mailto:", "", 2));
    assert!(subject.starts_with("診断結果: ") && !subject.contains("100"), "{subject}");
    assert_eq!(body, link);
}
