//! The order of the functions in the wasm: like stands beside like.
//!
//! brotli writes what stood shortly before in fewer bits, so functions that share much of their code had better be
//! neighbours. What they share is only seen once they are optimized: so wasm-opt runs twice, and the first run's
//! result tells the order of the second's. It must not change a function, only its name, by which wasm-opt sorts.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context as _, Result};
use walrus::{FunctionKind, Module, ModuleConfig};

/// So many bytes in a row are what two functions may share: an instruction or two with what they work on.
const WINDOW: usize = 4;

/// What so many functions share is in everybody's reach, wherever they stand.
const COMMON: usize = 400;

/// Renames the functions of the wasm `from`, so that sorting by name puts those side by side that are alike in
/// `optimized`, the same wasm after wasm-opt, with its names. Writes it to `to`.
///
/// # Errors
/// When a file cannot be read or written.
pub fn by_likeness(from: &Path, optimized: &Path, to: &Path) -> Result<()> {
    let ranks = ranks(optimized)?;
    let mut module = read(from)?;
    for function in module.funcs.iter_mut() {
        let rank = function.name.as_ref().and_then(|name| ranks.get(name)).copied();
        // What wasm-opt dropped in the first run it will drop again.
        function.name = Some(format!("{:06}", rank.unwrap_or(ranks.len())));
    }
    module.emit_wasm_file(to).with_context(|| format!("{} cannot be written", to.display()))
}

fn read(file: &Path) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    config.parse_file(file).with_context(|| format!("{} is no wasm", file.display()))
}

/// The place of each function, by its name.
fn ranks(optimized: &Path) -> Result<HashMap<String, usize>> {
    let bytes = std::fs::read(optimized).with_context(|| format!("{} cannot be read", optimized.display()))?;
    let code = code(&bytes).with_context(|| format!("{} has no code", optimized.display()))?;
    let module = read(optimized)?;
    let mut functions = Vec::new();
    for function in module.funcs.iter() {
        if let (FunctionKind::Local(local), Some(name)) = (&function.kind, &function.name) {
            let body = local.original_range.clone().and_then(|range| code.get(range)).unwrap_or_default();
            functions.push((name.clone(), body));
        }
    }
    functions.sort_unstable();
    let bodies: Vec<&[u8]> = functions.iter().map(|(_, body)| *body).collect();
    let order = chain(&bodies).into_iter().enumerate();
    Ok(order.filter_map(|(rank, at)| functions.get(at).map(|(name, _)| (name.clone(), rank))).collect())
}

/// The section that holds the bodies, by which walrus counts; sections are a byte of kind, a length and that many bytes.
fn code(module: &[u8]) -> Option<&[u8]> {
    let mut rest = module.get(8..)?;
    loop {
        let (kind, after) = rest.split_first()?;
        let digits = after.iter().position(|byte| byte & 0x80 == 0)? + 1;
        let length = after.get(..digits)?.iter().rev().fold(0, |sum, byte| sum << 7 | usize::from(byte & 0x7f));
        let contents = after.get(digits..digits + length)?;
        if *kind == 10 {
            return Some(contents);
        }
        rest = after.get(digits + length..)?;
    }
}

/// From the longest body on always to the one that is most like it of those that are left; where none is, to the first.
fn chain(bodies: &[&[u8]]) -> Vec<usize> {
    let shared = shared(bodies);
    let mut left: Vec<bool> = vec![true; bodies.len()];
    let mut order = Vec::new();
    let mut next = (0..bodies.len()).rev().max_by_key(|at| bodies.get(*at).map_or(0, |body| body.len()));
    while let Some(current) = next {
        order.push(current);
        if let Some(slot) = left.get_mut(current) {
            *slot = false;
        }
        next = nearest(current, bodies, &shared, &left).or_else(|| left.iter().position(|left| *left));
    }
    order
}

/// Which bodies hold each row of bytes that more than one and not too many hold.
fn shared<'a>(bodies: &[&'a [u8]]) -> BTreeMap<&'a [u8], Vec<usize>> {
    let mut holders: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (at, body) in bodies.iter().enumerate() {
        for row in body.windows(WINDOW) {
            let holders = holders.entry(row).or_default();
            if holders.last() != Some(&at) {
                holders.push(at);
            }
        }
    }
    holders.retain(|_, holders| (2..COMMON).contains(&holders.len()));
    holders
}

/// The body among those `left` that shares most with that at `current`, for its length; the rarer a row, the more it counts.
fn nearest(current: usize, bodies: &[&[u8]], shared: &BTreeMap<&[u8], Vec<usize>>, left: &[bool]) -> Option<usize> {
    let mut rows: Vec<&[u8]> = bodies.get(current)?.windows(WINDOW).collect();
    rows.sort_unstable();
    rows.dedup();
    let mut likeness: BTreeMap<usize, f64> = BTreeMap::new();
    for holders in rows.iter().filter_map(|row| shared.get(row)) {
        for at in holders.iter().filter(|at| left.get(**at) == Some(&true)) {
            *likeness.entry(*at).or_default() += 1.0 / (holders.len() as f64).sqrt();
        }
    }
    let length = |at: usize| bodies.get(at).map_or(0, |body| body.len()) as f64;
    let worth = |at: usize, likeness: f64| likeness / (1.0 + length(at).sqrt());
    let by_worth = likeness.into_iter().map(|(at, likeness)| (at, worth(at, likeness)));
    // The earlier of two equals, so that two builds give the same bytes.
    by_worth.rev().max_by(|one, two| one.1.total_cmp(&two.1)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_follows_like() {
        let bodies: [&[u8]; 4] = [b"one two three", b"abcdefghi", b"one two 3", b"abcdefgh, and the longest"];
        assert_eq!(chain(&bodies), [3, 1, 0, 2]);
    }

    #[test]
    fn everything_has_a_place() {
        let bodies: [&[u8]; 3] = [b"", b"", b"x"];
        let mut order = chain(&bodies);
        order.sort_unstable();
        assert_eq!(order, [0, 1, 2]);
    }
}
