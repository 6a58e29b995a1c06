//! One host page in a browser of its own, with the loader and without.

use std::path::{Path, PathBuf};

use e2e::{Browser, Device, Page, Site, until};
use serde_json::{Value, json};

use crate::looks::{self, Looks, PageLooks};
use crate::{packages, short_way};

/// The line of a host page that the comparison does without.
const LOADER: &str = "embed.js\"";

/// A host page, its site and its visitor.
pub(crate) struct Host {
    name: &'static str,
    headers: Vec<(&'static str, String)>,
    altered: Option<(&'static str, String)>,
    pub(crate) site: Site,
    pub(crate) browser: Browser,
}

impl Host {
    /// The one in the folder of that name, on a phone.
    pub(crate) async fn of(name: &'static str) -> Self {
        Self::with(name, Vec::new()).await
    }

    /// The same; these folders are served beside it.
    pub(crate) async fn with(name: &'static str, beside: Vec<(&'static str, PathBuf)>) -> Self {
        let cases = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/hosts");
        let mut folders = vec![("hosts", cases), ("modules", packages::folder())];
        folders.extend(beside);
        let (site, browser) = (Site::with_folders(folders), Browser::start(Device::Phone).await);
        Self { name, headers: Vec::new(), altered: None, site, browser }
    }

    /// Serves the page with this header.
    pub(crate) fn under(mut self, header: &'static str, value: &str) -> Self {
        self.headers.push((header, value.to_owned()));
        self
    }

    /// Has these words in the place of those.
    pub(crate) fn altered(mut self, from: &'static str, to: &str) -> Self {
        self.altered = Some((from, to.to_owned()));
        self
    }

    /// The page as its owner wrote it.
    pub(crate) async fn opens(&self) {
        let url = self.site.page(&format!("hosts/{}/host.html", self.name), self.headed(Page::of(self.text())));
        self.browser.visits(&url).await;
    }

    /// The same without the loader.
    async fn opens_without_the_loader(&self) {
        let without: Vec<_> =
            self.text().lines().map(|line| if line.contains(LOADER) { "" } else { line }.to_owned()).collect();
        let url = self.site.page(&format!("hosts/{}/host.html", self.name), self.headed(Page::of(without.join("\n"))));
        self.browser.visits(&url).await;
    }

    /// How the page stands without the loader, first with the widget's element in it, then without.
    pub(crate) async fn stands_alone(&self) -> Alone {
        self.opens_without_the_loader().await;
        self.has("shindan-widget, [data-place]", |found| found > 0).await;
        let with_element = self.stands().await;
        self.takes_the_widget_out().await;
        Alone { with_element, without: self.stands().await }
    }

    /// How the page stands now.
    pub(crate) async fn stands(&self) -> PageLooks {
        // The loader checks the hashes of what it loads by such an element, for as long as that takes.
        self.has("link[rel=modulepreload]", |found| found == 0).await;
        looks::of_page(&self.browser).await
    }

    /// Takes the widgets out of the page, for good.
    pub(crate) async fn takes_the_widget_out(&self) {
        let takes_out = "for (const place of document.querySelectorAll('shindan-widget, [data-place]')) place.remove();
            return null";
        self.browser.script::<Value>(takes_out, vec![]).await;
        self.browser.next_frames().await;
    }

    /// Goes the whole way: page and widget are as they would be without each other, at every step.
    pub(crate) async fn goes_the_whole_way(&self) {
        let alone = self.stands_alone().await;
        self.opens().await;
        self.goes_to_the_verdict(&alone).await;
        self.goes_without_a_trace(&alone).await;
    }

    /// Takes the widgets out again: the page is as it was without them, and has had no trouble.
    pub(crate) async fn goes_without_a_trace(&self, alone: &Alone) {
        self.has_had_no_trouble().await;
        // What follows moves up, as its owner wishes who takes something out.
        self.takes_the_widget_out().await;
        alone.without.is_what(&self.stands().await, "after the widget has gone");
        self.browser.has_a_clean_console().await;
    }

    /// From the first question to the verdict, on a page that has just been opened.
    pub(crate) async fn goes_to_the_verdict(&self, alone: &Alone) {
        let (widget, answers) = (self.browser.widget(), short_way());
        widget.is_live().await;
        widget.sees_question("purpose").await;
        alone.with_element.is_what(&self.stands().await, "at the first question");
        let question = looks::of_widget(&self.browser, 0).await;
        widget.answers_all(&answers).await;
        let (verdict, expected) = (widget.verdict().await, answers.expected());
        assert_eq!((verdict.score, verdict.level.as_str()), (Some(expected.score), expected.level));
        assert!(widget.cta().await.href.is_some_and(|href| href.ends_with("#consultation")));
        alone.with_element.is_what(&self.stands().await, "beside the verdict");
        let result = looks::of_widget(&self.browser, 0).await;
        Looks { question, result }.are_those_of_a_plain_page().await;
    }

    /// From the first question to the verdict on a page that has something to say about it, such as in its console.
    pub(crate) async fn comes_to_the_verdict(&self) {
        let (widget, answers) = (self.browser.widget(), short_way());
        widget.is_live().await;
        widget.answers_all(&answers).await;
        let (verdict, expected) = (widget.verdict().await, answers.expected());
        assert_eq!((verdict.score, verdict.level.as_str()), (Some(expected.score), expected.level));
    }

    /// Waits for an error of the widget with this code, and gives what it advises.
    pub(crate) async fn is_reported(&self, code: &str) -> String {
        let error = self.browser.waits_for_event("error").await;
        assert_eq!(error.detail["code"], json!(code), "{error:?}");
        error.detail["help"].as_str().unwrap_or_default().to_owned()
    }

    /// On a page with the buttons `home` and `check`: begins, goes elsewhere in the app, and comes back to its answers.
    pub(crate) async fn comes_back_to_its_run(&self) {
        let widget = self.browser.widget();
        widget.is_live().await;
        widget.answers("purpose").await.with("met").await;
        widget.answers("involvement").await.with("partly").await;
        widget.sees_question("measurement").await;
        for round in 0..2 {
            self.goes_to("home", 0).await;
            self.goes_to("check", 1).await;
            widget.sees_question("measurement").await;
            widget.is_live().await;
            widget.goes_back().await;
            assert_eq!(widget.sees_question("involvement").await.chosen(), ["partly"], "round {round}");
            widget.goes_on().await;
            widget.sees_question("measurement").await;
        }
    }

    /// On a page with the button `again`, by which the app renders the widget's element with `data-seen` at 1.
    pub(crate) async fn goes_on_when_it_is_rendered_anew(&self) {
        let widget = self.browser.widget();
        let again = "document.querySelector('#again').click(); return null";
        self.browser.script::<Value>(again, vec![]).await;
        widget.sees_question("measurement").await;
        let seen = "return document.querySelector('shindan-widget').dataset.seen";
        let seen: String = self.browser.script(seen, vec![]).await;
        assert_eq!(seen, "1", "the app has rendered the element anew");
        self.has_had_no_trouble().await;
    }

    /// Presses a button of the app, and waits until there are so many widgets.
    async fn goes_to(&self, button: &str, widgets: usize) {
        let press = "document.getElementById(arguments[0]).click(); return null";
        self.browser.script::<Value>(press, vec![json!(button)]).await;
        self.has("shindan-widget", |found| found == widgets).await;
    }

    /// Waits until the page has as many of these elements as is wanted.
    async fn has(&self, selector: &str, wanted: impl Fn(usize) -> bool) {
        let there = until(async || {
            let count = "return document.querySelectorAll(arguments[0]).length";
            let found: usize = self.browser.script(count, vec![json!(selector)]).await;
            if wanted(found) { Ok(()) } else { Err(found) }
        });
        there.await.unwrap_or_else(|found| panic!("{} has {found} of {selector}", self.name));
    }

    /// Nothing was reported, and nothing has moved.
    pub(crate) async fn has_had_no_trouble(&self) {
        self.browser.has_a_clean_console().await;
        self.browser.has_not_jumped().await;
    }

    /// Its `host.html`.
    fn text(&self) -> String {
        let text = filled(&format!("{}/host.html", self.name));
        match &self.altered {
            Some((from, to)) => text.replacen(from, to, 1),
            None => text,
        }
    }

    fn headed(&self, page: Page) -> Page {
        self.headers.iter().fold(page, |page, (header, value)| page.under(header, value))
    }
}

/// The page in a file of this folder, with what most hosts have around the widget where comments name it.
pub(crate) fn filled(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hosts");
    let read = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    ["above.html", "below.html"]
        .into_iter()
        .fold(read(file), |text, name| text.replace(&format!("<!-- {name} -->"), read(name).trim()))
}

/// A page that no loader has touched.
pub(crate) struct Alone {
    pub(crate) with_element: PageLooks,
    pub(crate) without: PageLooks,
}
