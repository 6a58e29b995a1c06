//! Thousands of random disturbances of the page over whole runs: foreign nodes, moved and cloned elements, prevented events,
//! late and cut configurations, changed addresses. Whatever happens, what was read is what counts, and each lead comes to its
//! own receiver, once.
//!
//! `SHINDAN_CASES=10000 cargo test -p e2e --test field disturbances -- --nocapture` makes ten thousand of them instead of five
//! hundred; `SHINDAN_SEED` repeats those of a seed that was printed.

mod pack;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use e2e::{Action, Browser, Condition, Device, Page, Site, TIMEOUT, needs, until};
use fastrand::Rng;
use serde::Deserialize;
use serde_json::{Value, json};
use xtask::site::Receiver;

use pack::Pack;

const HOST: &str = include_str!("host.js");
const RESPONDENT: &str = include_str!("respondent.js");

/// Disturbances at each question and at each step of the form, at most.
const AT_ONCE: u32 = 12;
/// Browsers at the same time.
const HANDS: u64 = 2;

/// How the owner's configuration comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coming {
    /// With the element.
    Whole,
    /// In a stream that pauses within it.
    Late,
    /// Cut off, so that it cannot be read.
    Cut,
    /// Put in by a script when the element has been closed for long: nothing that counts.
    Never,
}

/// What somebody read and picked, and the status that they read.
#[derive(Debug, Deserialize)]
struct Run {
    way: Vec<(String, Vec<String>)>,
    score: u32,
    level: String,
    status: Option<String>,
}

/// What the page has done, and heard.
#[derive(Debug, Deserialize)]
struct PageState {
    count: usize,
    log: Vec<String>,
    /// Whether the owner's configuration has become another one since.
    is_reconfigured: bool,
    /// How often the button of the form was pressed.
    submits: usize,
    failures: Vec<String>,
    errors: Vec<Value>,
}

/// A page with a receiver of its own.
struct Place<'a> {
    file: &'a str,
    receiver: Receiver,
    /// The addresses that leads of it bear, and how often each was sent off.
    emails: Vec<(String, usize)>,
}

/// What went wrong on the page, as far as a page can hear it.
const CONSOLE_RECORDER: &str = "
    window.__failures = [];
    addEventListener('error', ({ message, target }) => target === window && __failures.push(String(message)));
    addEventListener('unhandledrejection', ({ reason }) => __failures.push(String(reason?.stack ?? reason)));";

impl Place<'_> {
    fn html(&self, coming: Coming) -> String {
        let destination = json!({ "type": "webhook-json", "url": self.receiver.url("lead") });
        let config = json!({ "lead": {
            "fields": ["email"], "contact": { "mail": "desk@example.co.jp" }, "destinations": [destination],
        } });
        let text = config.to_string();
        let (child, after) = match coming {
            Coming::Whole | Coming::Late => (format!("<script type='application/json'>{text}</script>"), String::new()),
            Coming::Cut => {
                (format!("<script type='application/json'>{}</script>", &text[..text.len() / 2]), String::new())
            }
            Coming::Never => {
                let script = format!(
                    "<script>addEventListener('shindan:start', ({{ target }}) => {{
                        const child = document.createElement('script'); child.type = 'application/json';
                        child.textContent = {}; target.append(child); }}, {{ once: true }})</script>",
                    json!(text)
                );
                (String::new(), script)
            }
        };
        format!(
            "{after}<article style='height: 40px'>記事</article><shindan-widget cta-href='/c'>{child}</shindan-widget><aside></aside><div style='height: 2000px'></div>"
        )
    }
}

/// The seed of the environment, or any.
fn seed() -> u64 {
    let given = std::env::var("SHINDAN_SEED").ok();
    given.map_or_else(|| fastrand::u64(..), |text| text.parse().expect("SHINDAN_SEED is a number"))
}

#[tokio::test]
async fn no_disturbance_of_the_page_makes_a_wrong_record_or_loses_or_misdirects_a_lead() {
    needs!(DevTools);
    let cases = std::env::var("SHINDAN_CASES").map_or(500, |text| text.parse().expect("SHINDAN_CASES is a number"));
    let seed = seed();
    eprintln!("disturbances from SHINDAN_SEED={seed}");
    let begin = Instant::now();
    let wanted = cases / HANDS as usize;
    let (one, other) = tokio::join!(disturbs(seed, 0, wanted), disturbs(seed, 1, wanted));
    let [count, runs, leads] = [0, 1, 2].map(|nth| one[nth] + other[nth]);
    eprintln!("{count} disturbances in {runs} runs with {leads} leads, {:?}", begin.elapsed());
    assert!(count >= wanted * HANDS as usize);
}

/// Runs one after the other until there are so many disturbances; counts those, runs and leads.
async fn disturbs(seed: u64, hand: u64, wanted: usize) -> [usize; 3] {
    let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
    browser.before_every_page("sessionStorage.clear()").await;
    browser.before_every_page(CONSOLE_RECORDER).await;
    let receiver = || Receiver::start().expect("a port is free");
    let place = |file| Place { file, receiver: receiver(), emails: Vec::new() };
    let mut places = ["a.html", "b.html"].map(place);
    let pack = Pack::of_the_site(&site, &browser).await;
    let [mut count, mut runs] = [0, 0];
    while count < wanted {
        // A run can be repeated alone.
        let nth = seed.wrapping_add(runs as u64 * HANDS + hand);
        let mut random = Rng::with_seed(nth);
        let place = &mut places[random.usize(..2)];
        count += one_run(&site, &browser, &pack, place, nth, &mut random).await;
        runs += 1;
    }
    let leads = places.iter().map(|place| place.emails.len()).sum();
    for place in &places {
        come_once(place).await;
    }
    [count, runs, leads]
}

/// One run on that page; how often it was disturbed.
async fn one_run(
    site: &Site,
    browser: &Browser,
    pack: &Pack,
    place: &mut Place<'_>,
    seed: u64,
    random: &mut Rng,
) -> usize {
    let coming =
        [Coming::Whole, Coming::Whole, Coming::Whole, Coming::Late, Coming::Cut, Coming::Never][random.usize(..6)];
    let wasm_after = Duration::from_millis(random.u64(..400));
    let case = format!("SHINDAN_SEED={seed} alone: {coming:?} on {}, wasm after {wasm_after:?}", place.file);
    site.treats(".wasm", Action::Delay(wasm_after));
    let page = Page::with(&place.html(coming));
    let url = site.page(place.file, page);
    site.is_under(if coming == Coming::Late { Condition::SlowStream } else { Condition::Plain });
    browser.visits(&url).await;
    let has_destination = matches!(coming, Coming::Whole | Coming::Late);
    let email = format!("run{seed}@{}.example.co.jp", place.file.trim_end_matches(".html"));
    let runs = format!(
        "{HOST}; {RESPONDENT}; const report = (found) => (window.__run = found);
         runs(...arguments).then(report, (error) => report({{ error: String(error.stack) }})); return null"
    );
    let to = if has_destination { json!(email) } else { Value::Null };
    browser.script::<Value>(&runs, vec![json!(seed as u32), json!(AT_ONCE), to]).await;
    let ended =
        "return window.disturbing ? [window.__run ?? null, ''] : [null, `${location.href}, ${__probe.presses}`]";
    let found = until(async || match browser.script::<(Value, String)>(ended, vec![]).await {
        (Value::Null, left) => Err(left),
        (found, _) => Ok(found),
    });
    let found =
        found.await.unwrap_or_else(|left| panic!("{case}: the run does not end, or the page was left for {left}"));
    let tells = "return { ...disturbing.state, undo: null, failures: __failures,
        errors: __probe.events.filter(({ name }) => name === 'shindan:error').map(({ detail }) => detail) }";
    let page: PageState = browser.script(tells, vec![]).await;
    let log = &page.log;
    assert!(found.get("error").is_none(), "{case}: {}\n{log:#?}\n{page:?}", found["error"]);
    assert!(page.failures.is_empty(), "{case}: {:?}\n{log:#?}", page.failures);
    let config_only = page.errors.iter().all(|error| error["code"] == "config");
    assert!(config_only, "{case}: {:?}\n{log:#?}", page.errors);
    assert!(
        coming != Coming::Cut || page.is_reconfigured || !page.errors.is_empty(),
        "{case}: the owner is notified of a cut configuration"
    );
    let run: Run = serde_json::from_value(found).expect("a run");
    let read = pack.answers(&run.way);
    let expected = read.expected();
    let level = pack.level(&run.level);
    assert_eq!((run.score, level.as_str()), (expected.score, expected.level), "{case}: {read:?}\n{run:#?}\n{log:#?}");
    if has_destination {
        let status = run.status.unwrap_or_default();
        let is_delivered = status.contains("送信が完了しました");
        let has_status = is_delivered || status == "a form";
        // Whoever takes the configuration away and the widget out and in again has another widget.
        assert!(has_status || page.is_reconfigured, "{case}: the respondent reads {status:?}\n{log:#?}");
        let score = |body: &str| serde_json::from_str::<Value>(body).ok()?["diagnosis"]["score"].as_u64();
        let arrived = place.receiver.arrivals();
        let own = arrived.iter().filter_map(|one| one.body.as_deref()).find(|body| body.contains(&email));
        if is_delivered {
            assert_eq!(own.and_then(score), Some(u64::from(expected.score)), "{case}: {own:?}\n{log:#?}");
        }
        if is_delivered || !page.is_reconfigured {
            place.emails.push((email, page.submits));
        }
    }
    page.count
}

/// Waits until the page's receiver has each of its leads, and expects that it has none twice and no other.
async fn come_once(place: &Place<'_>) {
    let leads = || -> Vec<(String, Option<String>)> {
        let all = place.receiver.arrivals().into_iter().filter(|one| one.method == "POST" && one.stored);
        all.filter_map(|one| Some((one.body.clone()?, one.lead_id()))).collect()
    };
    let is_there = |email: &str| leads().iter().any(|(body, _)| body.contains(email));
    let all =
        until(async || if place.emails.iter().all(|(email, _)| is_there(email)) { Ok(()) } else { Err(()) }).await;
    assert!(all.is_ok(), "{} lacks leads after {:?}", place.file, TIMEOUT);
    for (email, submits) in &place.emails {
        let ids: Vec<_> = leads().into_iter().filter(|(body, _)| body.contains(email)).map(|(_, id)| id).collect();
        let different: BTreeSet<_> = ids.iter().collect();
        assert_eq!(different.len(), ids.len(), "{}: a lead of {email} comes once: {ids:?}", place.file);
        assert!(ids.len() <= *submits, "{}: {email} was sent off {submits} times: {ids:?}", place.file);
    }
    let domain = format!("@{}.example.co.jp", place.file.trim_end_matches(".html"));
    assert!(leads().iter().all(|(body, _)| body.contains(&domain)), "{} gets no lead of another page", place.file);
}
