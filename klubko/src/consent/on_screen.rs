//! The consent to case management in the client's hands: explained in four ways, read in the words that bind, decided on the
//! screen. A “no” is recorded with the same care as a “yes”.

use super::on_screen_words as words;
use super::recording::{record_sharing, weigh};
use super::store::text::{self, Text};
use super::text::{about, remembered};
use super::wording::{self, Version};
use super::{NewSharing, ask};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::journal::Entry;
use crate::kernel::visit::Visit;
use crate::signing::{self, Asked};
use crate::templates::{digest, printed};
use rules::consent::{ConsentForm, Decision};
use rules::signing::Outcome;

const NOT_LENT: &str =
    "Předání zařízení skončilo a nic se neuložilo. Chcete-li nechat klienta rozhodnout, předejte je znovu.";
const CHANGED: &str = "Text nebo údaje ve složce se mezitím změnily, a proto teď rozhodnout nejde. Nic se neuložilo. \
     Vraťte prosím zařízení pracovníkovi.";

/// The text as the client reads it.
pub(super) fn asked(text: &Text) -> Asked<'_> {
    let (about, shown_digest) = about(text);
    Asked {
        document: text.id,
        title: &text.title,
        paragraphs: printed(&text.body),
        digest: &text.digest,
        shown_digest,
        about,
        explains: words::CASE_MANAGEMENT,
        if_refused: words::IF_REFUSED,
    }
}

/// In the client's hands the text and the answers; in the worker's the register.
pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let text = text::one(&folder, visit.path("text")?)?;
    let Some(lent) = signing::lent(visit, &folder, text.id)? else {
        return Ok(Response::see_other(folder.path("/consents")));
    };
    match lent.outcome {
        Some(outcome) => signing::done(visit, (&lent, outcome)),
        None => signing::screen(visit, &asked(&text), &lent),
    }
}

pub fn decide<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let text = text::one(&folder, visit.path("text")?)?;
    let lent = signing::lent(visit, &folder, text.id)?.ok_or_else(|| Failure::refused(NOT_LENT))?;
    if lent.outcome.is_some() {
        return Ok(Response::see_other(visit.address()));
    }
    let asked = asked(&text);
    if !lent.is_about(&asked) || digest(&[&text.title, &folder.name(), folder.number(), &text.body]) != *text.digest {
        return Err(Failure::refused(CHANGED));
    }
    let given = signing::read(visit, &asked, &lent)?;
    let mut change = pen.change(&folder)?;
    match given.outcome {
        Outcome::Consent => record(visit, &mut change, &folder, (&text, Decision::Consent))?,
        Outcome::Dissent => record(visit, &mut change, &folder, (&text, Decision::Dissent))?,
        Outcome::Paper => {}
    }
    signing::keep(visit, &mut change, &folder, (&lent, &given))?;
    change.commit(Entry::about(text.id, "rozhodnuto na předaném zařízení").resting_on("R-082"));
    Ok(Response::see_other(visit.address()))
}

/// The same road as an answer written down by the worker, in the words that the client has read.
fn record(
    visit: &Visit<'_>,
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    (text, decision): (&Text, Decision),
) -> Result<(), Failure> {
    let (terms, names) = remembered(visit, folder, text)?;
    // What he has read is weighed by the version that it was made of: a newer template changes nothing under his hands.
    let version = text.template_version.map_or(Version::InForce, Version::Of);
    if wording::body(folder, text.kind, version, (&terms, &names))?.body != text.body {
        return Err(Failure::refused(CHANGED));
    }
    let terms = if decision == Decision::Dissent { ask::bare(&terms) } else { terms };
    let new = NewSharing {
        kind: text.kind,
        decision,
        form: ConsentForm::Written,
        wording: &text.body,
        line: "",
        heard_by: Some(folder.viewer()?),
        given_at: Some(visit.now()),
        document: Some(text.id),
        terms: &terms,
        template_version: text.template_version,
    };
    if !weigh(folder, &new)?.is_empty() {
        return Err(Failure::refused(CHANGED));
    }
    let id = record_sharing(change, folder, &new)?;
    let what = if decision == Decision::Consent { "zapsán souhlas" } else { "zapsán nesouhlas" };
    change.also(Entry::about(id, what).resting_on("R-085"));
    Ok(())
}
