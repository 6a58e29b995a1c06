//! Salesforce Web-to-Lead: a form's data to `https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8`.
//!
//! The reply cannot be read, 500 leads a day are taken (more wait in a queue there), and a row that does not fit vanishes
//! silently, such as one with an e-mail address of more than 80 characters; so nothing that goes here is ever called
//! delivered. The constant `oid`, the id of the organisation, is needed: without it every row vanishes.
//! `last_name` and `company` are needed by Salesforce; the form should ask for them.

use super::order::{Body, Order, Parts};
use super::reply::{Heard, Reply, unread};
use super::{Connector, Settings};
use crate::entry::Sight;

const OWN: &str = "last_name\tcontact.last_name
company\tcontact.company
first_name\tcontact.first_name
email\tcontact.email
phone\tcontact.phone
title\tcontact.title
description\tnote";

pub(super) struct Salesforce;

impl Connector for Salesforce {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Opaque)
    }

    fn body(&self) -> Body {
        Body::Form
    }

    fn needs(&self) -> &'static [&'static str] {
        &["oid"]
    }

    fn fill(&self, to: &Settings<'_>, parts: &Parts<'_>, order: &mut Order) {
        to.fill(OWN, parts, order);
    }

    fn outcome(&self, _to: &Settings<'_>, reply: &Reply<'_>) -> Heard {
        unread(reply)
    }
}
