//! Cells, lines and letters of the files that spreadsheets and CRMs read.
//!
//! [`cell`] keeps a text a text in a spreadsheet, [`csv`] writes and reads lines, [`cp932`] encodes for Japanese Windows. All
//! functions are total and pure.
//!
//! Must not know: leads, columns, programs, a browser.

pub mod cell;
pub mod cp932;
pub mod csv;
