//! „Více“: links for whoever is signed in, by what he may open.

use crate::kernel::answer::{Answer, Response};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::own::Own;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;

#[derive(Template)]
#[template(path = "help/more.html")]
struct More<'v> {
    page: Page<'v>,
    as_what: String,
}

pub fn page(visit: &Visit) -> Answer {
    Own::open(visit)?;
    let as_what = visit.viewer()?.subject().cs().into_owned();
    Response::page(&More { page: Page::of(visit), as_what })
}
