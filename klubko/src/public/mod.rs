//! What anybody may see without signing in: what Klubko is, how accessible it is, whether it runs.

use crate::kernel::answer::{Answer, Response};
use crate::kernel::page::Page;
use crate::kernel::route::Route;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::ReadPublic, "/about", about),
        Route::page(Act::ReadPublic, "/accessibility", accessibility),
        Route::page(Act::Probe, "/healthz", healthz),
        Route::probe("/readyz"),
    ]
}

#[derive(Template)]
#[template(path = "public/about.html")]
struct About<'v> {
    page: Page<'v>,
}

fn about(visit: &Visit) -> Answer {
    Response::page(&About { page: Page::of(visit) })
}

#[derive(Template)]
#[template(path = "public/accessibility.html")]
struct Accessibility<'v> {
    page: Page<'v>,
}

fn accessibility(visit: &Visit) -> Answer {
    Response::page(&Accessibility { page: Page::of(visit) })
}

/// The process answers; no data.
fn healthz(_: &Visit) -> Answer {
    Ok(Response::text("ok"))
}
