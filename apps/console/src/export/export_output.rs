//! The output of an export: its files, and a report to read before saving them.

use staff::Blob;

use super::program::Program;

/// Files that are ready to be saved.
#[derive(Clone, Debug)]
pub(crate) struct ExportOutput {
    pub(crate) program: Program,
    pub(crate) files: Vec<ExportFile>,
    /// How many leads are in them.
    pub(crate) count: usize,
    pub(crate) report: ExportReport,
}

/// A file that is ready to be saved.
#[derive(Clone, Debug)]
pub(crate) struct ExportFile {
    pub(crate) name: String,
    pub(crate) blob: Blob,
    /// How many leads are in it.
    pub(crate) count: usize,
}

/// Report of an export: what was changed, left out or not recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ExportReport {
    pub(crate) warnings: Vec<LeadWarning>,
    /// Characters in whose place others stand that look the same, or nothing where they cannot be seen.
    pub(crate) replaced: Vec<char>,
    /// Leads that are left out because their data is gone.
    pub(crate) purged: usize,
    /// Leads that are left out because they are tests.
    pub(crate) tests: usize,
    /// Leads that are not counted in a benchmark.
    pub(crate) left_out: usize,
    /// Titles that nothing fits.
    pub(crate) unknown: Vec<String>,
}

/// A problem in one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LeadWarning {
    /// The number that the respondent reads.
    pub(crate) reference: String,
    /// The title of the column.
    pub(crate) title: String,
    pub(crate) about: CellProblem,
}

/// Kind of problem in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CellProblem {
    /// Characters that the encoding does not have.
    Lost(Vec<char>),
    /// Nothing stands there, and the program needs it.
    Lacking,
}

impl ExportReport {
    /// How many cells lose characters.
    pub(crate) fn lost(&self) -> usize {
        self.warnings.iter().filter(|warning| matches!(warning.about, CellProblem::Lost(_))).count()
    }
}
