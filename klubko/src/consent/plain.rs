//! `consents/{consent}/plain.pdf`: what the client decided about his data, in plain words and large type.

use super::store;
use crate::folders::{Plain, led, plain_paper, quoted, sentences};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::kernel::id::StatementId;
use crate::kernel::visit::Visit;
use paper::{Paper, Paragraph};
use rules::consent::Decision;

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let id: StatementId = visit.path("consent")?;
    let one = store::all(&folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    let back = one.withdrawn_at.map(|at| format!("Souhlas jste vzal/a zpět dne {}.", date(clock::day_of(at))));
    let (title, means): (_, &[&str]) = match one.decision {
        Decision::Consent => (
            "Váš souhlas",
            &[
                "Píšeme si o Vás to, co k pomoci potřebujeme.",
                "Souhlas můžete kdykoli vzít zpět. Stačí nám to říct.",
                "Některé zápisy nám ukládá zákon. Ty zůstanou.",
            ],
        ),
        Decision::Dissent => (
            "Váš nesouhlas",
            &["Píšeme si jen to, co nám ukládá zákon.", "Můžete se kdykoli rozhodnout jinak. Stačí nám to říct."],
        ),
    };
    let plain = Plain {
        file_stem: "souhlas",
        title,
        facts: vec![("Kdy jste se rozhodl/a", date(one.given_on))],
        parts: vec![
            ("Co platí", quoted(&one.wording)),
            ("Čeho se to týká", led("", &one.scope).into_iter().collect()),
            ("Co to znamená", back.map(Paragraph::plain).into_iter().chain(sentences(means)).collect()),
        ],
        explained: String::new(),
    };
    plain_paper(visit, &folder, plain)
}
