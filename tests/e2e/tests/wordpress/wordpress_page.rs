//! Somebody at a browser, before a WordPress.

use std::path::Path;

use e2e::rules::Answers;
use e2e::{Browser, Device, until};
use serde_json::{Value, json};

use crate::wordpress::WordPress;

/// A browser and a WordPress.
pub(crate) struct WordPressPage {
    pub(crate) wordpress: WordPress,
    pub(crate) browser: Browser,
}

impl WordPressPage {
    /// Before one with the plugin and these settings.
    pub(crate) async fn with(settings: &Value) -> Self {
        Self { wordpress: WordPress::with(settings), browser: Browser::start(Device::Desktop).await }
    }

    /// Before one without the plugin.
    pub(crate) async fn bare() -> Self {
        Self { wordpress: WordPress::bare(), browser: Browser::start(Device::Desktop).await }
    }

    /// Opens a page of the site.
    pub(crate) async fn opens(&self, path: &str) {
        self.browser.visits(&self.wordpress.url(path)).await;
    }

    /// Signs in.
    pub(crate) async fn is(&self, user: &str) {
        self.opens("wp-login.php").await;
        let submit = "document.querySelector('#user_login').value = arguments[0];
            document.querySelector('#user_pass').value = 'password';
            document.querySelector('#wp-submit').click()";
        self.browser.script::<Value>(submit, vec![json!(user)]).await;
        self.sees("#wpadminbar").await;
    }

    /// Signs out.
    pub(crate) async fn is_a_visitor(&self) {
        self.browser.devtools("Network.clearBrowserCookies", json!({})).await;
    }

    /// Waits until the page has something.
    pub(crate) async fn sees(&self, selector: &str) {
        self.waits("document.querySelector(arguments[0]) !== null", selector).await;
    }

    /// Waits until the page has these words.
    pub(crate) async fn reads(&self, words: &str) {
        self.waits("document.body !== null && document.body.textContent.includes(arguments[0])", words).await;
    }

    /// Waits until the script says so of `word`.
    pub(crate) async fn waits(&self, script: &str, word: &str) {
        let body = format!("return document.readyState === 'complete' && Boolean({script})");
        let seen = until(async || match self.browser.script::<bool>(&body, vec![json!(word)]).await {
            true => Ok(()),
            false => Err(()),
        });
        if seen.await.is_err() {
            let text: String = self.browser.script("return document.body.innerText.slice(0, 3000)", vec![]).await;
            panic!("no {script} of {word} at {}:\n{text}", self.address().await);
        }
    }

    /// Where the browser is.
    pub(crate) async fn address(&self) -> String {
        self.browser.script("return location.href", vec![]).await
    }

    /// Presses something of the page.
    pub(crate) async fn presses(&self, selector: &str) {
        self.sees(selector).await;
        self.browser.script::<Value>("document.querySelector(arguments[0]).click()", vec![json!(selector)]).await;
    }

    /// Writes into an input of the page.
    pub(crate) async fn writes(&self, selector: &str, text: &str) {
        self.sees(selector).await;
        let write = "const input = document.querySelector(arguments[0]);
            input.value = arguments[1];
            input.dispatchEvent(new Event('input', { bubbles: true }))";
        self.browser.script::<Value>(write, vec![json!(selector), json!(text)]).await;
    }

    /// Chooses a file for an input of the page.
    pub(crate) async fn chooses(&self, selector: &str, file: &Path) {
        self.sees(selector).await;
        let document = self.browser.devtools("DOM.getDocument", json!({})).await;
        let root = &document["root"]["nodeId"];
        let found = self.browser.devtools("DOM.querySelector", json!({ "nodeId": root, "selector": selector })).await;
        let parameters = json!({ "files": [file], "nodeId": found["nodeId"] });
        self.browser.devtools("DOM.setFileInputFiles", parameters).await;
    }

    /// Uploads a plugin; what is there already is replaced.
    pub(crate) async fn uploads(&self, zip: &Path, done: &str) {
        self.opens("wp-admin/plugin-install.php?tab=upload").await;
        self.chooses("#pluginzip", zip).await;
        self.presses("#install-plugin-submit").await;
        self.sees(".wrap > p").await;
        let replace: bool = self
            .browser
            .script("return document.querySelector('.update-from-upload-overwrite') !== null", vec![])
            .await;
        if replace {
            self.presses(".update-from-upload-overwrite").await;
        }
        self.reads(done).await;
    }

    /// Goes through the questions, up to the verdict.
    pub(crate) async fn goes_the_whole_way(&self) {
        self.browser.widget().answers_all(&Answers::all_met()).await;
        self.browser.widget().verdict().await;
    }

    /// Fills in the form below the result, agrees and submits.
    pub(crate) async fn sends(&self, email: &str) {
        let form = self.browser.lead_form();
        form.fills("email", email).await;
        form.ticks("privacy").await;
        form.submits().await;
    }
}

/// Settings of an owner who keeps leads in this WordPress.
pub(crate) fn of_an_owner() -> Value {
    json!({ "links": ["https://example.com/consultation"], "lang": "ja", "receiver": true })
}
