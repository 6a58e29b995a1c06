//! Leads in real receivers: a browser submits to a real Node-RED, whose flow writes into a real CRM on SQLite, and what
//! counts is the row there. The receivers are installed by `cargo xtask test` and started here, each test its own.

mod crm;
mod node_red;
mod real_receivers;
mod receiver_page;
mod service;
