//! The content of a file, in parts of a size that the page can process without a pause.

/// Minimum size of a part of a file in bytes, except for the last part.
const PART: usize = 1 << 20;

/// A file of lines, one per lead.
#[derive(Debug)]
pub(crate) struct FileParts {
    /// The content, in parts of about a megabyte.
    pub(crate) parts: Vec<Vec<u8>>,
    /// Number of leads in the file.
    pub(crate) count: usize,
    /// Size in bytes.
    pub(crate) size: usize,
}

impl FileParts {
    /// A file with this beginning.
    pub(crate) fn new(head: &[u8]) -> Self {
        Self { parts: vec![head.to_vec()], count: 0, size: head.len() }
    }

    /// Adds the line of a lead.
    pub(crate) fn add(&mut self, line: &[u8]) {
        match self.parts.last_mut().filter(|part| part.len() < PART) {
            Some(part) => part.extend_from_slice(line),
            None => self.parts.push(line.to_vec()),
        }
        self.size += line.len();
        self.count += 1;
    }
}
