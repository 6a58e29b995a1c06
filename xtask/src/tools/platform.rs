//! The machine, as release archives name it.
//!
//! This module must not know which tools are published for which machine: they choose from its values.

/// The Rust target triple of programs for this machine; `libc` is `gnu` or `musl` and is used on Linux only. `None` on
/// systems for which no release is tried.
pub fn triple(libc: &str) -> Option<String> {
    let arch = std::env::consts::ARCH;
    if !["x86_64", "aarch64"].contains(&arch) {
        return None;
    }
    match std::env::consts::OS {
        "linux" => Some(format!("{arch}-unknown-linux-{libc}")),
        "macos" => Some(format!("{arch}-apple-darwin")),
        _ => None,
    }
}

/// Whether this is a 64-bit ARM machine.
pub fn is_arm() -> bool {
    std::env::consts::ARCH == "aarch64"
}
