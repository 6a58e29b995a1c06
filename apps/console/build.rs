//! Makes Rust of the messages.

fn main() -> Result<(), String> {
    catalogue::build()
}
