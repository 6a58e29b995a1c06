//! Both receivers, and a page with the widget in it that sends to them.

use std::sync::OnceLock;
use std::time::Duration;

use e2e::{Browser, Page, Site, Verdict, rules::Answers};
use serde_json::{Value, json};
use xtask::project::Project;
use xtask::tools::{crm::Crm as InstalledCrm, node_red::NodeRed as InstalledNodeRed};

use crate::crm::{Crm, Row};
use crate::node_red::NodeRed;

/// All that a lead needs on its way from a respondent to the CRM.
pub(crate) struct ReceiverPage {
    pub(crate) browser: Browser,
    pub(crate) crm: Crm,
    pub(crate) node_red: NodeRed,
    _site: Site,
}

/// Keeps what the page sends, so that the very same can be sent once more, and makes each wait nearly its longest.
const CONSOLE_RECORDER: &str = "
    Math.random = () => 0.9;
    const send = window.fetch;
    window.__sent = [];
    window.fetch = (...request) => {
        if (request[1]?.method === 'POST') { __sent.push(request); }
        return send(...request);
    };";

impl ReceiverPage {
    /// A page whose widget sends to the receivers, which have no lead yet.
    pub(crate) async fn open() -> Self {
        Self::between(|ours, _| ours.to_owned()).await
    }

    /// The same, where Node-RED takes leads from another site.
    pub(crate) async fn for_another_site() -> Self {
        Self::between(|_, other| other.to_owned()).await
    }

    /// Of this site and another one, `choose` says whose pages may send.
    async fn between(choose: impl Fn(&str, &str) -> String) -> Self {
        let (node_red, crm) = installed();
        let site = Site::of_dist();
        let origin = choose(site.url("").trim_end_matches('/'), "http://127.0.0.1:9");
        let crm = Crm::start(crm);
        let node_red = NodeRed::start(node_red, &crm, &origin);
        let fields = ["company", "last_name", "first_name", "email", "phone", "message"];
        let to = json!([{ "type": "webhook-json", "url": node_red.webhook() }]);
        let config = json!({ "lead": { "fields": fields, "destinations": to } });
        let body = format!(
            "<shindan-widget cta-href='#there'><script type='application/json'>{config}</script></shindan-widget>"
        );
        let browser = Browser::desktop().await;
        browser.has_a_clock().await;
        browser.before_every_page(CONSOLE_RECORDER).await;
        browser.visits(&site.page("article.html", Page::with(&body))).await;
        Self { browser, crm, node_red, _site: site }
    }

    /// Answers everything so, up to the result.
    pub(crate) async fn answers(&self, answers: &Answers) -> Verdict {
        self.browser.widget().answers_all(answers).await;
        self.browser.widget().verdict().await
    }

    /// Fills in these inputs, agrees, and submits.
    pub(crate) async fn sends(&self, inputs: &[(&str, &str)]) {
        let form = self.browser.lead_form();
        for (name, text) in inputs {
            form.fills(name, text).await;
        }
        form.ticks("privacy").await;
        form.submits().await;
    }

    /// Waits until the respondent reads these words; gives the reference number beside them.
    pub(crate) async fn reads(&self, words: &str) -> String {
        self.browser.lead_form().reads(words).await.reference
    }

    /// Lets a minute pass, once the outbox has nothing more to do before.
    pub(crate) async fn waits_a_minute(&self) {
        // A round of the outbox may be followed by another at once.
        let wait = "for (let i = 0; i < 3; i += 1) { await navigator.locks.request('shindan-outbox', () => {}); }";
        self.browser.script_async::<Value>(wait, vec![]).await;
        self.browser.lets_pass(Duration::from_mins(1)).await;
    }

    /// Sends once more what the page sent last, as a browser does that heard no answer; gives the status.
    pub(crate) async fn repeats(&self) -> u16 {
        let send = "const [url, { signal, ...rest }] = __sent.at(-1); return (await fetch(url, rest)).status";
        self.browser.script_async(send, vec![]).await
    }

    /// How often the page has sent anything.
    pub(crate) async fn tries(&self) -> usize {
        self.browser.script("return __sent.length", vec![]).await
    }

    /// The only request in the CRM.
    pub(crate) fn row(&self) -> Row {
        let mut rows = self.crm.rows();
        assert_eq!(rows.len(), 1, "not one row: {rows:#?}");
        rows.remove(0)
    }

    /// Sends what is no lead; gives the status.
    pub(crate) async fn posts(&self, body: &Value) -> u16 {
        let send = "const [url, body] = arguments;
            const headers = { 'content-type': 'application/json' };
            return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status";
        self.browser.script_async(send, vec![json!(self.node_red.webhook()), body.clone()]).await
    }
}

fn installed() -> &'static (InstalledNodeRed, InstalledCrm) {
    static INSTALLED: OnceLock<(InstalledNodeRed, InstalledCrm)> = OnceLock::new();
    INSTALLED.get_or_init(|| {
        let receivers = Project::find().and_then(|project| xtask::tools::receivers(&project));
        receivers.unwrap_or_else(|error| panic!("{error:#}"))
    })
}
