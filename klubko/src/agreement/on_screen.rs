//! The informed consent in the client's hands: read, decided and signed on the screen. The signature does what the one on
//! paper does (`conclude`); a „no“ is kept beside the text with the same care.

use super::on_screen_words as words;
use super::print::vouch;
use super::readiness::Case;
use super::store::agreements::current;
use super::store::documents::{self, Document};
use super::text;
use super::{conclude, kind};
use crate::consent;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::journal::Entry;
use crate::kernel::visit::Visit;
use crate::signing::{self, Asked, Lent};
use crate::templates::{self, INFORMED_CONSENT};
use rules::signing::Outcome;

const TITLE: &str = "Podpis na obrazovce";
const NOT_LENT: &str =
    "Předání zařízení k podpisu skončilo a nic se neuložilo. Chcete-li podepisovat, předejte je znovu.";
const CHANGED: &str = "Text nebo údaje ve složce se mezitím změnily, a proto teď podepsat nejde. Nic se neuložilo. Vraťte \
     prosím zařízení pracovníkovi.";

/// The text as the client reads it.
pub(super) fn asked(document: &Document) -> Result<Asked<'_>, Failure> {
    Ok(Asked {
        document: document.id,
        title: &document.title,
        paragraphs: templates::printed(&document.body),
        digest: &document.digest,
        shown_digest: text::shown(&document.digest),
        about: format!("{}, připraveno {}", document.place, date(document.prepared_on)),
        explains: if document.kind == INFORMED_CONSENT { words::INFORMED_CONSENT } else { words::AGREEMENT },
        if_refused: words::IF_REFUSED,
    })
}

/// In the client's hands the text and the answers; in the worker's the way on.
pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let document = documents::one(&folder, visit.path("document")?)?;
    let Some(lent) = signing::lent(visit, &folder, document.id)? else {
        return way_on(&folder, &document);
    };
    match lent.outcome {
        Some(outcome) => signing::done(visit, (&lent, outcome)),
        None => signing::screen(visit, &asked(&document)?, &lent),
    }
}

fn way_on(folder: &Folder<'_>, document: &Document) -> Answer {
    let is_signed = current(folder)?.is_some_and(|agreement| agreement.document == document.id);
    if is_signed {
        return Ok(Response::see_other_saying(&folder.path("/agreement"), "agreement"));
    }
    Ok(Response::see_other(folder.path(&format!("/documents/{}", document.id))))
}

pub fn decide<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let document = documents::one(&folder, visit.path("document")?)?;
    let lent = signing::lent(visit, &folder, document.id)?.ok_or_else(|| Failure::refused(NOT_LENT))?;
    if lent.outcome.is_some() {
        return Ok(Response::see_other(visit.address()));
    }
    let asked = asked(&document)?;
    if !lent.is_about(&asked) || vouch(&document).is_err() {
        return Err(Failure::refused(CHANGED));
    }
    let given = signing::read(visit, &asked, &lent)?;
    let mut change = pen.change(&folder)?;
    if given.outcome == Outcome::Consent {
        conclude_agreement(visit, &mut change, &folder, (&document, &lent))?;
    }
    signing::keep(visit, &mut change, &folder, (&lent, &given))?;
    change.commit(Entry::about(document.id, "rozhodnuto na předaném zařízení").resting_on("R-082"));
    Ok(Response::see_other(visit.address()))
}

/// The same road as the signature on paper, with what the worker said when he lent the device.
fn conclude_agreement(
    visit: &Visit<'_>,
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    (document, lent): (&Document, &Lent),
) -> Result<(), Failure> {
    let case = Case::of(folder)?;
    let mut form = Form::remembered(visit, TITLE, lent.fields.clone());
    let typed = conclude::read(&mut form, folder, Some(visit.today()));
    let weighed = conclude::weigh(visit, folder, (&case, document), (&mut form, &typed))?;
    let concluded = weighed.ok_or_else(|| Failure::refused(CHANGED))?;
    if is_overtaken(folder, (document, lent))? {
        return Err(Failure::refused(CHANGED));
    }
    let id = conclude::write(change, folder, (&case, document), (&typed, &concluded))?;
    form.keep_reasons(change, Some(folder.id()), "agreement", id)?;
    change.also(Entry::about(id, kind::concluded(&document.kind)).resting_on("R-051"));
    Ok(())
}

/// Since the device was lent, a newer text was prepared or a consent was withdrawn: that wins.
fn is_overtaken(folder: &Folder<'_>, (document, lent): (&Document, &Lent)) -> Result<bool, Failure> {
    Ok(!documents::is_newest(folder, document.id)? || consent::was_withdrawn_since(folder, lent.lent_at)?)
}
