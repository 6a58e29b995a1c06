//! Makes the files of an export, slice by slice, so that the page answers in between.

use std::rc::Rc;

use leads::Time;
use staff::Blob;

use super::benchmark_file::{BenchmarkExport, CountsFile};
use super::columns::{columns_for, columns_of};
use super::csv_file::{CsvExport, Letters};
use super::export_output::{ExportFile, ExportOutput, ExportReport};
use super::file_parts::FileParts;
use super::json_file;
use super::program::{Encoding, Program};
use crate::lead::row::LeadId;
use crate::messages::Messages;
use crate::services::archive::LeadArchive;
use crate::services::{blobs, calendar, letters};
use crate::work::{Cancelled, Step};

/// Leads that are read at once: few enough for the page to answer in between.
const SLICE: usize = 100;

/// What is to be made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wanted {
    pub(crate) program: Program,
    pub(crate) encoding: Encoding,
    /// Titles that were brought along; none for the usual ones.
    pub(crate) titles: Vec<String>,
    pub(crate) with_tests: bool,
    pub(crate) messages: &'static Messages,
}

/// Makes the files of these leads, in this order.
///
/// # Errors
/// Where it was cancelled.
pub(crate) async fn make(
    archive: &LeadArchive,
    ids: &[LeadId],
    wanted: &Wanted,
    step: &mut Step,
) -> Result<ExportOutput, Cancelled> {
    let stamp = calendar::local_time(calendar::now()).stamp();
    match wanted.program {
        Program::Json => make_json(archive, ids, wanted, step, &stamp).await,
        Program::Benchmark => make_benchmark(archive, ids, wanted, step, &stamp).await,
        _ => make_csv(archive, ids, wanted, step, &stamp).await,
    }
}

async fn make_csv(
    archive: &LeadArchive,
    ids: &[LeadId],
    wanted: &Wanted,
    step: &mut Step,
    stamp: &str,
) -> Result<ExportOutput, Cancelled> {
    let Wanted { program, encoding, messages, .. } = *wanted;
    let columns = match &wanted.titles[..] {
        [] => columns_for(program, messages),
        titles => columns_of(titles, letters::plain),
    };
    let letters = match encoding {
        Encoding::Utf8 => Letters::Utf8,
        Encoding::Utf8Bom => Letters::Utf8Bom,
        Encoding::Cp932 => Letters::Cp932(Rc::new(letters::cp932())),
    };
    let mut export = CsvExport::new((program, columns), letters, messages, calendar::local_time);
    for (number, slice) in ids.chunks(SLICE).enumerate() {
        for stored in archive.read(slice).await {
            export.add(&stored, wanted.with_tests);
        }
        step.done(number * SLICE + slice.len()).await?;
    }
    let (files, report) = export.finish();
    let (total, mut made) = (files.len(), Vec::new());
    for (number, FileParts { parts, count, .. }) in (1..).zip(files) {
        let blob = joined(parts, encoding.csv_type(), ids.len(), step).await?;
        let part = if total > 1 { format!("-{number}of{total}") } else { String::new() };
        made.push(ExportFile { name: format!("leads-{}-{stamp}{part}.csv", program.id()), blob, count });
    }
    let count = made.iter().map(|file| file.count).sum();
    Ok(ExportOutput { program, files: made, count, report })
}

/// One file of everything. Leads whose data is gone come along without.
async fn make_json(
    archive: &LeadArchive,
    ids: &[LeadId],
    wanted: &Wanted,
    step: &mut Step,
    stamp: &str,
) -> Result<ExportOutput, Cancelled> {
    let (mut parts, mut count, mut report) = (Vec::new(), 0, ExportReport::default());
    for (number, slice) in ids.chunks(SLICE).enumerate() {
        let mut text = String::new();
        for stored in archive.read(slice).await {
            if stored.is_test() && !wanted.with_tests {
                report.tests += 1;
                continue;
            }
            text.push_str(if count == 0 { "[\n" } else { ",\n" });
            text.push_str(&json_file::entry(&stored, |time: Time| calendar::rfc_3339(time)));
            count += 1;
        }
        parts.push(text.into_bytes());
        step.done(number * SLICE + slice.len()).await?;
    }
    parts.push(b"\n]\n".to_vec());
    let mut files = Vec::new();
    if count > 0 {
        let blob = joined(parts, "application/json", ids.len(), step).await?;
        files.push(ExportFile { name: format!("leads-{stamp}.json"), blob, count });
    }
    Ok(ExportOutput { program: Program::Json, files, count, report })
}

/// A file of counts for each version of a pack.
async fn make_benchmark(
    archive: &LeadArchive,
    ids: &[LeadId],
    wanted: &Wanted,
    step: &mut Step,
    stamp: &str,
) -> Result<ExportOutput, Cancelled> {
    let mut export = BenchmarkExport::new(wanted.messages);
    for (number, slice) in ids.chunks(SLICE).enumerate() {
        for stored in archive.read(slice).await {
            let day = calendar::local_time(Time::new(stored.stored_at)).date().replace('/', "-");
            export.add(&stored, day);
        }
        step.done(number * SLICE + slice.len()).await?;
    }
    let (counts, report) = export.finish();
    let mut files = Vec::new();
    for CountsFile { name, json, count } in counts {
        let blob = joined(vec![json.into_bytes()], "application/json", ids.len(), step).await?;
        files.push(ExportFile { name: format!("benchmark-{name}-{stamp}.json"), blob, count });
    }
    let count = files.iter().map(|file| file.count).sum();
    Ok(ExportOutput { program: Program::Benchmark, files, count, report })
}

/// Parts as one file, handed to the browser one by one.
async fn joined(parts: Vec<Vec<u8>>, kind: &str, done: usize, step: &mut Step) -> Result<Blob, Cancelled> {
    let mut blobs = Vec::new();
    for part in parts {
        blobs.push(Blob::new(&part[..]));
        step.done(done).await?;
    }
    Ok(blobs::joined(&blobs, kind))
}
