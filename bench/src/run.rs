//! The whole order of things: build, measure in rounds, report.
//!
//! The first round warms up the machine's caches and does not count. It must not know how a thing is measured or
//! written down.

use std::collections::BTreeMap;
use std::fmt;

use anyhow::{Context as _, Result};
use xtask::bundle::{manifest::Manifest, packs};
use xtask::commands::bench::Options;
use xtask::commands::build;
use xtask::files;
use xtask::project::Project;
use xtask::site::Site;
use xtask::tools::{browser::Browser, cache::Cache, npm};

use crate::chromium::Chromium;
use crate::growth::{self, SIZES, browser::Mounted};
use crate::host::{self, HostVisit};
use crate::lighthouse::{self, Lighthouse, Points};
use crate::page::Page;
use crate::progress::Progress;
use crate::report::Report;
use crate::staff;
use crate::subject::Subject;
use crate::taps;
use crate::twins::{self, questions::Questions};
use crate::visit::{self, Visit};

/// The pack of the built site whose questions every page asks.
const PACK: &str = "readiness.ja.json";

/// What the rounds gave, a value a round each.
#[derive(Debug, Default)]
pub struct Rounds {
    /// The visits to each page.
    pub visits: BTreeMap<Subject, Vec<Visit>>,
    /// The host page with the widget, and without it.
    pub host: [Vec<HostVisit>; 2],
    /// The first paint of each page of [`staff::PAGES`], in milliseconds.
    pub staff: [Vec<f64>; 2],
    /// The wasm with packs of [`SIZES`].
    pub growth: [Vec<Mounted>; 2],
    /// What Lighthouse gives the host page with the widget, and without it, in fewer rounds.
    pub points: [Vec<Points>; 2],
    /// How many of a thousand taps around the wasm's arrival were lost.
    pub taps_lost: u32,
}

/// One measurement of a round.
#[derive(Clone, Copy)]
enum Step {
    Visit(Subject),
    Host { with: bool },
    Staff { page: usize },
    Growth { large: bool },
}

/// Builds, measures, prints the tables and writes them to a file.
///
/// # Errors
/// Names the step that failed.
pub fn run(options: &Options) -> Result<()> {
    let project = Project::find()?;
    build::run(&project)?;
    let browser = Browser::ensure()?;
    let manifest = Manifest::read(&project.dist())?;
    let pack = packs::read(&project.packs().join(PACK))?;
    let questions = Questions::of(&pack);
    let why = "SurveyJS and Lighthouse, about 240 MB";
    let modules = npm::install(&Cache::from_env()?, "npm-bench", &project.root().join("bench"), why)?;
    let work = project.target().join("bench");
    let folder = twins::build(&project, &work, &modules, &questions).context("building the twins")?;
    let engine = growth::engine::measure(&project)?;
    let taps_lost = taps::lost(&project, &browser)?;

    let site = Site::of(folder).mount("/shindan/", project.dist()).start().context("serving the pages")?;
    let mut chromium = Chromium::start(&browser.chromium)?;
    let bench = Bench { options, site: site.url(), questions: questions.linear()? };
    let mut rounds = Rounds { taps_lost, ..bench.rounds(&mut chromium)? };
    rounds.points = bench.points(&Lighthouse { modules: &modules, chromium: &browser.chromium, work: &work })?;
    let report = Report {
        options,
        chromium: chromium.version()?,
        date: date(&mut chromium, options)?,
        manifest: &manifest,
        rounds: &rounds,
        engine: &engine,
    };
    let text = report.markdown()?;
    println!("\n{text}");
    let out = project.root().join(&options.out);
    files::write(&out, text)?;
    println!("Written to {}", out.display());
    Ok(())
}

struct Bench<'a> {
    options: &'a Options,
    site: String,
    questions: Vec<String>,
}

impl Bench<'_> {
    fn rounds(&self, chromium: &mut Chromium) -> Result<Rounds> {
        let mut steps: Vec<Step> = Subject::ALL.map(Step::Visit).into();
        steps.extend([Step::Host { with: true }, Step::Host { with: false }]);
        steps.extend((0..staff::PAGES.len()).map(|page| Step::Staff { page }));
        steps.extend([Step::Growth { large: false }, Step::Growth { large: true }]);
        let runs = self.options.runs;
        let mut progress = Progress::new(steps.len() * (runs as usize + 1));
        self.round(chromium, &steps, &mut Rounds::default(), &mut |step| progress.step("warming up", step))?;
        let mut rounds = Rounds::default();
        for round in 1..=runs {
            // No page always comes after the same one, or first.
            steps.rotate_left(1);
            let name = format!("round {round} of {runs}");
            self.round(chromium, &steps, &mut rounds, &mut |step| progress.step(&name, step))?;
        }
        progress.finish();
        Ok(rounds)
    }

    /// Lighthouse on the host page with the widget, and without it.
    fn points(&self, lighthouse: &Lighthouse<'_>) -> Result<[Vec<Points>; 2]> {
        let rounds = self.options.runs.min(lighthouse::ROUNDS_MAX);
        let mut progress = Progress::new(2 * rounds as usize);
        let mut points = [Vec::new(), Vec::new()];
        for round in 1..=rounds {
            let name = format!("Lighthouse {round} of {rounds}");
            let [with, without] = &mut points;
            let mut pages = [(true, with), (false, without)];
            // Neither page always comes first.
            pages.rotate_left(round as usize % 2);
            for (with, points) in pages {
                let step = Step::Host { with };
                progress.step(&name, step);
                points.push(self.lighthouse(lighthouse, with).with_context(|| format!("measuring {step}"))?);
            }
        }
        progress.finish();
        Ok(points)
    }

    fn lighthouse(&self, lighthouse: &Lighthouse<'_>, with: bool) -> Result<Points> {
        let (path, outcome) = if with {
            (twins::host::WITH, "lighthouse-with.json")
        } else {
            (twins::host::WITHOUT, "lighthouse-without.json")
        };
        lighthouse.points(&format!("{}{path}", self.site), outcome)
    }

    fn round(
        &self,
        chromium: &mut Chromium,
        steps: &[Step],
        rounds: &mut Rounds,
        on_step: &mut dyn FnMut(Step),
    ) -> Result<()> {
        for step in steps {
            on_step(*step);
            self.step(chromium, *step, rounds).with_context(|| format!("measuring {step}"))?;
        }
        Ok(())
    }

    fn step(&self, chromium: &mut Chromium, step: Step, rounds: &mut Rounds) -> Result<()> {
        let (cdp, Self { options, site, .. }) = (&mut chromium.cdp, self);
        match step {
            Step::Visit(subject) => {
                let visit = visit::visit(cdp, options, site, subject, &self.questions)?;
                rounds.visits.entry(subject).or_default().push(visit);
            }
            Step::Host { with } => {
                let [with_widget, without] = &mut rounds.host;
                let (path, visits) =
                    if with { (twins::host::WITH, with_widget) } else { (twins::host::WITHOUT, without) };
                visits.push(host::visit(cdp, options, &format!("{site}{path}"))?);
            }
            Step::Staff { page } => {
                if let (Some(name), Some(visits)) = (staff::PAGES.get(page), rounds.staff.get_mut(page)) {
                    visits.push(staff::visit(cdp, options, &format!("{site}{name}"))?);
                }
            }
            Step::Growth { large } => {
                let ([small, big], [small_size, big_size]) = (&mut rounds.growth, SIZES);
                let (size, visits) = if large { (big_size, big) } else { (small_size, small) };
                let page = growth::browser::page(size);
                visits.push(growth::browser::visit(cdp, options, &format!("{site}{page}"))?);
            }
        }
        Ok(())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Visit(subject) => f.write_str(subject.path().trim_end_matches('/')),
            Self::Host { with: true } => f.write_str("host page with the widget"),
            Self::Host { with: false } => f.write_str("host page without it"),
            Self::Staff { page } => f.write_str(staff::PAGES.get(*page).unwrap_or(&"a page for staff")),
            Self::Growth { large: false } => f.write_str("the small pack"),
            Self::Growth { large: true } => f.write_str("the large pack"),
        }
    }
}

/// Today, as the browser knows it.
fn date(chromium: &mut Chromium, options: &Options) -> Result<String> {
    let mut page = Page::open(&mut chromium.cdp, options, "")?;
    let date = page.evaluate("new Date().toISOString().slice(0, 10)")?;
    page.close()?;
    Ok(date)
}
