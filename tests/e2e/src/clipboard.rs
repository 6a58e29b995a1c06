//! The clipboard, read as a respondent does: by pasting.

use serde_json::{Value, json};
use thirtyfour::{By, Key};

use crate::browser::Browser;
use crate::engine::Engine;

impl Browser {
    /// The text in the clipboard.
    pub async fn clipboard(&self) -> String {
        match self.engine() {
            Engine::Chromium => {
                // Copying needs no permission, reading does.
                let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
                self.devtools("Browser.grantPermissions", permissions).await;
                self.script_async("return navigator.clipboard.readText()", vec![]).await
            }
            // A preference grants the permission.
            Engine::Firefox => self.script_async("return navigator.clipboard.readText()", vec![]).await,
            Engine::WebKit => self.pastes().await,
        }
    }

    /// Pastes into a field that exists only for this.
    async fn pastes(&self) -> String {
        let field = "const field = document.createElement('textarea'); field.id = '__paste';
            document.body.append(field); window.__before = document.activeElement; field.focus(); return null";
        self.script::<Value>(field, vec![]).await;
        let field = self.driver().find(By::Id("__paste")).await.expect("the field is there");
        field.send_keys(Key::Control + "v").await.expect("keys can be pressed");
        let take = "const field = document.getElementById('__paste'); field.remove(); window.__before?.focus(); return field.value";
        self.script(take, vec![]).await
    }
}
