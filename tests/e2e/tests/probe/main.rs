//! The release pipeline with a maintainer's change in it: what an ordinary Yew programmer writes works, and what goes
//! wrong there ends in the checklist. Runs on the build with the feature `maintainer-probe` (src/ui/probe).

mod faults;
mod tally;

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site};

/// Two widgets with a run each; the first is at its result.
async fn at_a_result() -> (Site, Browser) {
    let (site, browser) = (Site::of_probe(), Browser::start(Device::Desktop).await);
    let page = "<p>前の段落</p><shindan-widget id='one' cta-href='/c'></shindan-widget>
        <shindan-widget id='two' cta-href='/c'></shindan-widget>";
    browser.visits(&site.page("host.html", Page::with(page))).await;
    browser.widget().answers_all(&Answers::all_met()).await;
    browser.widget().verdict().await;
    (site, browser)
}
