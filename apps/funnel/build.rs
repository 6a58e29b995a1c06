//! Makes Rust of the words.

fn main() -> Result<(), String> {
    catalogue::build()
}
