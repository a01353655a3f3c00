//! What the administrator does with the journal at the console: a checkpoint was signed, old searches lose their text.
//! Each passes the pool like any form, so it is journalled, as the deed of nobody; none is in the site map.

use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::journal::{Entry, Erasure, Signed};
use crate::kernel::own::Own;
use crate::kernel::pool::Pool;
use crate::kernel::route::{Form, Route};
use crate::kernel::visit::{Request, Visit};
use crate::settings;
use rules::access::Act;
use std::sync::Arc;
use uuid::Uuid;

/// Under this mark the newest checkpoint is remembered, for the data protection officer to read and print.
pub(super) const CHECKPOINT: &str = "checkpoint";

/// Storage of what is not needed any more is limited.
const STORAGE_LIMITATION: &str = "čl. 5 odst. 1 písm. e) GDPR";

async fn ask(pool: &Pool, form: Form, name: &str, value: String) -> Response {
    let request = Request { form: vec![(name.to_owned(), value)], ..Request::default() };
    pool.ask(Arc::new(Route::form(Act::TendJournal, "", form)), request).await
}

/// Remembers a checkpoint that was signed and kept outside; the journal then says that it was made.
pub async fn note_checkpoint(pool: &Pool, signed: &Signed) -> bool {
    ask(pool, remember, "checkpoint", signed.to_json()).await.status == 200
}

fn remember<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::of_nobody(visit)?;
    let signed = Signed::parse(visit.field("checkpoint")).filter(Signed::is_true).ok_or(Failure::Absent)?;
    let mut change = pen.change(&own)?;
    settings::mark(&mut change, CHECKPOINT, &signed.to_json())?;
    change.commit(Entry::about(Uuid::nil(), format!("kontrolní bod {}", signed.checkpoint.seq)));
    Ok(Response::text("remembered"))
}

/// Erases what was typed into searches before a moment; answers how many texts went, nothing if it did not succeed.
pub async fn erase_searches(pool: &Pool, before: i64) -> Option<u64> {
    let answer = ask(pool, erase, "before", before.to_string()).await;
    if answer.status == 200 { answer.body_text().parse().ok() } else { None }
}

fn erase<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::of_nobody(visit)?;
    let before = visit.field("before").parse().map_err(|_| Failure::Absent)?;
    let erased = pen.change(&own)?.erase(Erasure::SearchesBefore(before), STORAGE_LIMITATION)?;
    Ok(Response::json(&erased.into()))
}
