//! Diagnostics as lines for the browser's console, where the owner reads them.

use diagnostics::{Code, Diagnostic, Severity};

/// What a diagnostic is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// An attribute of the element, whose name is the path.
    Attribute,
    /// The nested configuration.
    Configuration,
}

/// A line that says where, what, and what to do.
///
/// ```
/// use diagnostics::{Code, Diagnostic};
/// use settings::{Source, console_line};
/// let fault = Diagnostic::error(Code::NotSeconds, "open.delay").with(0).with(3600);
/// assert_eq!(console_line(Source::Configuration, &fault),
///     "configuration open.delay is not used: must be a whole number; write seconds, from 0 to 3600");
/// ```
pub fn console_line(source: Source, diagnostic: &Diagnostic) -> String {
    let source = match source {
        Source::Attribute => "attribute",
        Source::Configuration => "configuration",
    };
    let is_absent = matches!(diagnostic.code, Code::Missing | Code::SenderMissing | Code::ConstantMissing);
    let is_lost = diagnostic.severity == Severity::Error && !is_absent;
    let [text, fix] = diagnostic.english_of_settings();
    let space = if diagnostic.path.is_empty() { "" } else { " " };
    let verb = if is_lost { " is not used: " } else { ": " };
    [source, space, &diagnostic.path, verb, &text, "; ", &fix].concat()
}
