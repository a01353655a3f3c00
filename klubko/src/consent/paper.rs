//! `consents/{consent}/consent.pdf`: what was decided, in the exact words, with the answer that was given (texts 6.7; R-082,
//!

use super::sharing::{Sharing, sharing};
use super::store::{self, Recorded};
use super::text::{sheet, signer};
use super::wording::{handover_sentence, title};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, moment};
use crate::kernel::id::StatementId;
use crate::kernel::visit::Visit;
use crate::signing::{self, Signature as Given};
use crate::templates::shown;
use paper::{Fact, Paper, Signature};
use rules::consent::{ConsentForm, ConsentKind};
use rules::signing::Outcome;

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let id: StatementId = visit.path("consent")?;
    if let Some(one) = store::all(&folder)?.into_iter().find(|one| one.id == id) {
        return of_processing(visit, &folder, &one);
    }
    let one = sharing(&folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    let given = match one.told.document {
        Some(text) => signing::of_document(&folder, text)?.into_iter().find(|one| one.outcome != Outcome::Paper),
        None => None,
    };
    let client = signer(&folder, &one.terms.given_by);
    let client = match &given {
        Some(given) => client.drawn(lines(given), note(given)),
        None => client,
    };
    let decided = (title(one.kind), one.wording.as_str(), Some(one.decision));
    sheet(visit, &folder, decided, (facts(&one), vec![client, Signature::worker(&one.told.recorded_by)]))
}

/// The decision about the processing of data in the service itself.
fn of_processing(visit: &Visit, folder: &Folder, one: &Recorded) -> Result<Paper, Failure> {
    let how = match one.form {
        ConsentForm::Oral => format!("ústně {}", moment(one.given_at)),
        ConsentForm::Written => format!("písemně {}", date(one.given_on)),
    };
    let mut facts = vec![Fact::new("Rozhodnuto", how), Fact::new("Rozsah", &one.scope)];
    facts.extend(one.withdrawn_at.map(|at| Fact::new("Odvoláno", moment(at))));
    let signatures = vec![Signature::client(folder.name()), Signature::worker(&one.recorded_by)];
    sheet(visit, folder, (title(one.kind), one.wording.as_str(), Some(one.decision)), (facts, signatures))
}

fn facts(one: &Sharing) -> Vec<Fact> {
    let how = match one.form {
        ConsentForm::Oral => format!("ústně {}", moment(one.given_at)),
        ConsentForm::Written => format!("písemně {}", date(one.given_on)),
    };
    let by = match one.terms.given_by.as_str() {
        "" => String::new(),
        name => format!("{name} ({})", one.terms.authority),
    };
    let back = one.told.withdrawn_at.map(moment).unwrap_or_default();
    let sentence = match one.kind {
        ConsentKind::DataHandover => handover_sentence(one.decision, &one.receiver_name),
        _ => String::new(),
    };
    let all = [("Rozhodnuto", how), ("Za klienta", by), ("Odvoláno", back), ("Do dokumentace", sentence)];
    all.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| Fact::new(label, value)).collect()
}

fn lines(given: &Given) -> Vec<Vec<(u16, u16)>> {
    given.drawn().map(|stroke| stroke.lines().to_vec()).unwrap_or_default()
}

/// What stands under a signature from the screen instead of a date by hand.
fn note(given: &Given) -> String {
    let (when, digest) = (moment(given.decided_at), shown(&given.digest));
    format!(
        "rozhodnuto na obrazovce dne {when}, otisk textu {digest}; jméno napsané při rozhodnutí: {}",
        given.written_name
    )
}
