//! The rules natively, with packs of 8 and of 200 questions: `cargo bench --package bench-engine`.

use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use bench_engine::{SIZES, packs};
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, measurement::WallTime};
use diagnosis::{Pack, Value, diagnose};

fn main() -> Result<()> {
    let short = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(2));
    let mut criterion = short.sample_size(20).configure_from_args();
    let packs = SIZES.iter().map(|size| packs::readiness(*size)).collect::<Result<Vec<_>>>()?;

    let mut group = criterion.benchmark_group("unpack");
    each(&mut group, &packs, |pack| Ok(pack.encode()), |packed| Pack::decode(packed).is_some())?;
    group.finish();
    let mut group = criterion.benchmark_group("diagnose");
    each(&mut group, &packs, packs::run, |complete| diagnose(complete).score.get())?;
    group.finish();
    let mut group = criterion.benchmark_group("run");
    each(&mut group, &packs, |pack| Ok(Rc::clone(pack)), |pack| packs::run(pack).is_ok())?;
    group.finish();
    let mut group = criterion.benchmark_group("read");
    each(&mut group, &packs, |pack| packs::json(pack.questions().len()), |json: &Value| Pack::read(json).is_ok())?;
    group.finish();

    criterion.final_summary();
    Ok(())
}

/// Measures `work` on what `prepare` makes of each pack.
fn each<T, R>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    packs: &[Rc<Pack>],
    prepare: impl Fn(&Rc<Pack>) -> Result<T>,
    work: impl Fn(&T) -> R,
) -> Result<()> {
    for pack in packs {
        let input = prepare(pack).context("preparing a bench")?;
        let id = BenchmarkId::from_parameter(pack.questions().len());
        group.bench_with_input(id, &input, |bencher, input| bencher.iter(|| work(input)));
    }
    Ok(())
}
