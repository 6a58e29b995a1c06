//! What a file is made of, in parts of a size that the page can hand on without a pause.

/// A part of a file has at least so many bytes, but for the last.
const PART: usize = 1 << 20;

/// A file of lines, a lead each.
#[derive(Debug)]
pub(crate) struct FileParts {
    /// What stands in it, in parts of about a megabyte.
    pub(crate) parts: Vec<Vec<u8>>,
    /// How many leads are in it.
    pub(crate) count: usize,
    /// How many bytes it has.
    pub(crate) size: usize,
}

impl FileParts {
    /// A file that begins so.
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
