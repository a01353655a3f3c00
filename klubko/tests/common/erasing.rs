//! A person's texts erased from the journal through the pen, as a deed about her folder.

use super::{House, Worker};
use klubko::kernel::answer::{Answer, Response};
use klubko::kernel::change::Pen;
use klubko::kernel::folder::Folder;
use klubko::kernel::journal::Erasure;
use klubko::kernel::route::Route;
use klubko::kernel::visit::{Request, Visit};
use rules::access::Act;
use std::sync::Arc;
use uuid::Uuid;

pub const GROUND: &str = "čl. 17 GDPR";

fn erase<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let erased = pen.change(&folder)?.erase(Erasure::Person(folder.id()), GROUND)?;
    Ok(Response::json(&erased.into()))
}

/// How many texts went.
pub fn erase_person(house: &House, by: &Worker<'_>, folder: &str) -> u64 {
    let id = folder.rsplit('/').next().unwrap().to_owned();
    let request = Request {
        path: vec![("folder".to_owned(), id)],
        form: vec![("token".to_owned(), Uuid::new_v4().to_string())],
        session: Some(by.cookie().to_owned()),
        ..Request::default()
    };
    let route = Arc::new(Route::form(Act::CorrectPersonalData, "", erase));
    let answer = house.wait(house.pool.ask(route, request));
    assert_eq!(answer.status, 200, "{}", answer.body_text());
    answer.body_text().parse().unwrap()
}
