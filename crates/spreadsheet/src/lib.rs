//! Cells, lines and character encoding of the files that spreadsheets and CRMs read.
//!
//! [`cell`] keeps a text a text in a spreadsheet, [`csv`] writes and reads lines, and [`cp932`] encodes for Japanese
//! Windows. All functions are total and pure.
//!
//! It does not know leads, columns, programs or a browser.

pub mod cell;
pub mod cp932;
pub mod csv;
