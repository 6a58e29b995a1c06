//! Takes out of the wasm what no run of the widget can reach, and what only words the messages of panics.
//!
//! Yew is written for more than one form: it can suspend, open portals, hold raw HTML, nest components, listen to
//! events. The compiler cannot know that this widget never does. So the bodies that `unreached` lists become a trap,
//! before wasm-opt removes whatever only they used, and texts that nothing reads become zeros. The list names concrete
//! types, which the names in the wasm tell by the mangling that `.cargo/config.toml` asks for. This module must not
//! decide what can be reached.

use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, ModuleConfig, ValType};

use super::unreached::{IDLE, STAND_INS, UNREACHED, UNREAD};

/// Writes the wasm `from` to `to`, with traps for what is never reached, and with names that wasm-opt can sort by.
///
/// Says which entries of the lists fit nothing: what they name is gone, or called otherwise by this compiler. The wasm
/// is the larger for it, and the table of sizes will tell; it works all the same.
///
/// # Errors
/// When `from` cannot be read, or `to` not be written.
pub fn snip(from: &Path, to: &Path) -> Result<()> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    let mut module = config.parse_file(from).with_context(|| format!("{} is no wasm", from.display()))?;
    let mut unfit = apply(&mut module, UNREACHED, IDLE, STAND_INS)?;
    unfit.extend(UNREAD.iter().filter(|text| !blank(&mut module, text)));
    for entry in unfit {
        eprintln!("warning: {entry:?} in xtask/src/bundle/unreached.rs fits nothing in the wasm");
    }
    for function in module.funcs.iter_mut() {
        // Some names come twice, and `order` must tell them apart.
        let index = function.id().index();
        function.name = function.name.as_deref().map(|name| format!("{} {index}", sorting(name)));
    }
    module.emit_wasm_file(to).with_context(|| format!("{} cannot be written", to.display()))
}

/// What a function is to do instead.
#[derive(Clone, Copy)]
enum Instead {
    /// Trap: it is never called.
    Trap,
    /// Nothing, and answer zero.
    Nothing,
    /// Hand its arguments to this one.
    Call(FunctionId),
}

/// Answers the entries that fit no function.
fn apply<'a>(
    module: &mut Module,
    unreached: &[&'a str],
    idle: &[&'a str],
    stand_ins: &[(&'a str, &str)],
) -> Result<Vec<&'a str>> {
    let mut unfit = Vec::new();
    for function in module.funcs.iter_mut() {
        function.name = function.name.as_deref().map(without_hashes);
    }
    // Without the feature a promise runs it, for all widgets at once: then its queues would hold more than one entry.
    ensure!(
        named(module, "yew::scheduler::arch::run_scheduler*").is_empty(),
        "Yew's scheduler runs late: turn on its feature not_browser_env in Cargo.toml, see unreached.rs"
    );
    for (name, other) in stand_ins {
        match (named(module, name).as_slice(), named(module, other).first()) {
            ([function], Some(other)) => rewrite(module, *function, Instead::Call(*other))?,
            _ => unfit.push(*name),
        }
    }
    for (patterns, instead) in [(unreached, Instead::Trap), (idle, Instead::Nothing)] {
        for pattern in patterns {
            let found = named(module, pattern);
            if found.is_empty() {
                unfit.push(pattern);
            }
            for function in found {
                rewrite(module, function, instead)?;
            }
        }
    }
    Ok(unfit)
}

/// The functions of this name; imports are none.
fn named(module: &Module, pattern: &str) -> Vec<FunctionId> {
    let local = module.funcs.iter().filter(|function| matches!(function.kind, FunctionKind::Local(_)));
    let called = local.filter(|function| function.name.as_deref().is_some_and(|name| fits(name, pattern)));
    called.map(|function| function.id()).collect()
}

/// Gives a function another body.
fn rewrite(module: &mut Module, function: FunctionId, instead: Instead) -> Result<()> {
    let types = |id| {
        let (params, results) = module.types.params_results(module.funcs.get(id).ty());
        (params.to_vec(), results.to_vec())
    };
    let (params, results) = types(function);
    if let Instead::Call(other) = instead {
        ensure!(types(other) == (params.clone(), results.clone()), "a stand-in of another type");
    }
    let locals: Vec<_> = params.iter().map(|param| module.locals.add(*param)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let mut body = builder.func_body();
    match instead {
        Instead::Call(other) => {
            for local in &locals {
                body.local_get(*local);
            }
            body.call(other);
        }
        Instead::Nothing => {
            for result in &results {
                match result {
                    ValType::I32 => body.i32_const(0),
                    ValType::I64 => body.i64_const(0),
                    other => bail!("no zero of the type {other}"),
                };
            }
        }
        Instead::Trap => {
            body.unreachable();
        }
    }
    module.funcs.get_mut(function).kind = FunctionKind::Local(builder.local_func(locals));
    Ok(())
}

/// Overwrites `text` with zeros wherever it stands in the data; answers whether it does.
fn blank(module: &mut Module, text: &str) -> bool {
    let mut found = false;
    let segments: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for segment in segments {
        let data = module.data.get_mut(segment);
        while let Some(at) = data.value.windows(text.len()).position(|window| window == text.as_bytes()) {
            data.value.iter_mut().skip(at).take(text.len()).for_each(|byte| *byte = 0);
            found = true;
        }
    }
    found
}

/// Whether `name` has the parts of `pattern` between its stars, one after the other, from the beginning to the end.
fn fits(name: &str, pattern: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else { return name == pattern };
    let Some(mut name) = name.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let last = parts.pop().unwrap_or_default();
    for part in parts {
        let Some((_, after)) = name.split_once(part) else { return false };
        name = after;
    }
    name.ends_with(last)
}

/// `<Type as Trait>::function` with the trait first: what does the same for two types is alike, and stands together.
fn sorting(name: &str) -> String {
    name.split_once(" as ").map_or_else(|| name.to_owned(), |(before, after)| [after, " ", before].concat())
}

/// `core[c5930c85a12de822]::fmt::write` as `core::fmt::write`, and `drop[1]`, the second of this name, as `drop`.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((inside, after)) if inside.bytes().all(|byte| byte.is_ascii_hexdigit()) => clean.push_str(after),
            _ => clean.extend(["[", part]),
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use walrus::ValType::I32;

    use super::*;

    /// A module of three functions that give back their one number.
    fn module() -> Module {
        let mut module = Module::default();
        for name in ["a[1f]::kept", "<a[1f]::B as c[2e]::D>::gone", "<a[1f]::B as c[2e]::D>::other"] {
            let mut builder = FunctionBuilder::new(&mut module.types, &[I32], &[I32]);
            let param = module.locals.add(I32);
            builder.name(name.to_owned()).func_body().local_get(param);
            let function = builder.finish(vec![param], &mut module.funcs);
            module.exports.add(name, function);
        }
        module
    }

    /// What the function does, after a way through a file.
    fn body(module: &mut Module, name: &str) -> String {
        let written = Module::from_buffer(&module.emit_wasm()).unwrap();
        let function = written.funcs.get(written.funcs.by_name(name).unwrap()).kind.unwrap_local();
        format!("{:?}", function.block(function.entry_block()).instrs)
    }

    #[test]
    fn what_is_listed_traps_and_nothing_else_does() {
        let mut module = module();
        assert!(apply(&mut module, &["<a::B as *>::gone"], &[], &[]).unwrap().is_empty());
        assert!(body(&mut module, "<a::B as c::D>::gone").contains("Unreachable"));
        assert!(body(&mut module, "a::kept").contains("LocalGet"));
        assert!(body(&mut module, "<a::B as c::D>::other").contains("LocalGet"));
    }

    #[test]
    fn one_function_stands_in_for_another() {
        let mut module = module();
        assert!(apply(&mut module, &[], &[], &[("<a::B as c::D>::gone", "a::kept")]).unwrap().is_empty());
        assert!(body(&mut module, "<a::B as c::D>::gone").contains("Call"));
    }

    #[test]
    fn what_may_be_idle_answers_zero() {
        let mut module = module();
        assert!(apply(&mut module, &[], &["<a::B as *>::gone"], &[]).unwrap().is_empty());
        assert!(body(&mut module, "<a::B as c::D>::gone").contains("I32(0)"));
    }

    #[test]
    fn an_entry_that_fits_nothing_is_named() {
        let unfit = apply(&mut module(), &["a::kept", "a::gone*"], &["c"], &[("b", "a::kept")]).unwrap();
        assert_eq!(unfit, ["b", "a::gone*", "c"]);
    }

    #[test]
    fn a_text_that_nobody_reads_is_blanked_and_a_missing_one_named() {
        let mut module = module();
        let data = module.data.add(walrus::DataKind::Passive, b"one two one".to_vec());
        assert!(blank(&mut module, "one"));
        assert_eq!(module.data.get(data).value, b"\0\0\0 two \0\0\0");
        assert!(!blank(&mut module, "one"));
    }

    #[test]
    fn hashes_go_and_slices_stay() {
        assert_eq!(without_hashes("<[u8; 4usize] as core[c59]::X<[T]>>::f[1]"), "<[u8; 4usize] as core::X<[T]>>::f");
    }
}
