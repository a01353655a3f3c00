//! Reading a form with a file from the network: how much, how long, and for whom.
//!
//! Whoever is not signed in is read to the end, for a browser wants that, but nothing of his file is kept in memory. The
//! number of files in memory is bounded.

use super::failure::Failure;
use super::http::LARGEST_FORM;
use super::multipart::Reader;
use super::pool::Pool;
use super::visit::Request;
use axum::body::Body;
use http_body_util::BodyExt;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

/// The most that a provider may set for one file; larger ones are only counted, so that the page can say how large.
const LARGEST_FILE: usize = 50_000_000;
/// What is longer is not read to the end.
const LONGEST_BODY: usize = 200_000_000;
const SILENCE: Duration = Duration::from_secs(30);
const LONGEST: Duration = Duration::from_secs(600);

/// Files in memory at once.
static SEATS: Semaphore = Semaphore::const_new(8);

/// A file's place in memory, held until it is answered.
pub(super) type Seat = SemaphorePermit<'static>;

/// Reads the fields and the file into the request.
///
/// Errors: a body that is no form, a visitor who went silent, no seat left.
pub(super) async fn read(
    pool: &Pool,
    request: &mut Request,
    boundary: &str,
    body: Body,
) -> Result<Option<Seat>, Failure> {
    let is_known = pool.knows(request.session.clone()).await;
    let seat = if is_known { Some(SEATS.try_acquire().map_err(|_| Failure::Overloaded)?) } else { None };
    let most = if is_known { LARGEST_FILE } else { 0 };
    let reader = Reader::new(boundary, LARGEST_FORM, most);
    let read = timeout(LONGEST, to_the_end(reader, body)).await.map_err(|_| too_slow())?;
    let (form, file) = read?.end().ok_or_else(unreadable)?;
    (request.form, request.file) = (form, file);
    Ok(seat)
}

async fn to_the_end(mut reader: Reader, mut body: Body) -> Result<Reader, Failure> {
    let mut length = 0;
    while let Some(frame) = timeout(SILENCE, body.frame()).await.map_err(|_| too_slow())? {
        let Ok(data) = frame.map_err(|_| unreadable())?.into_data() else { continue };
        length += data.len();
        if length > LONGEST_BODY {
            reader.break_off();
            return Ok(reader);
        }
        reader.feed(&data).map_err(|_| unreadable())?;
    }
    Ok(reader)
}

fn too_slow() -> Failure {
    Failure::refused("Soubor se nenahrál včas. Zkuste to znovu s lepším připojením nebo s menším souborem.")
}

fn unreadable() -> Failure {
    Failure::refused("Formulář se souborem se nepodařilo přečíst. Otevřete stránku znovu a odešlete jej ještě jednou.")
}
