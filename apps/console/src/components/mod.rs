//! The components of the page, one per file.

mod arms;
mod choose_phrase;
mod export_form;
mod export_result;
mod filters;
mod gate;
mod lead_details;
mod lead_item;
mod lead_list;
mod passphrase_notice;
mod protection;
mod toolbar;
mod virtual_list;
mod work_bar;

pub(crate) use arms::arms;
pub(crate) use export_form::ExportForm;
pub(crate) use filters::Filters;
pub(crate) use gate::Gate;
pub(crate) use lead_list::LeadList;
pub(crate) use protection::Protection;
pub(crate) use toolbar::Toolbar;
