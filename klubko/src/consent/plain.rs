//! `consents/{consent}/plain.pdf`: what the client decided about his data, in plain words and large type (R-052, R-085,
//!

use super::sharing::{Sharing, sharing};
use super::store;
use crate::folders::{Plain, items, led, plain_paper, quoted, sentences};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::kernel::id::StatementId;
use crate::kernel::visit::Visit;
use paper::{Paper, Paragraph};
use rules::consent::{ConsentKind, Decision};

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let id: StatementId = visit.path("consent")?;
    let Some(one) = store::all(&folder)?.into_iter().find(|one| one.id == id) else {
        let one = sharing(&folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
        return plain_paper(visit, &folder, of_sharing(&one));
    };
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
            ("Co to znamená", means_then(one.withdrawn_at, means)),
        ],
        explained: String::new(),
    };
    plain_paper(visit, &folder, plain)
}

fn means_then(withdrawn_at: Option<i64>, means: &[&str]) -> Vec<Paragraph> {
    let back = withdrawn_at.map(|at| format!("Souhlas jste vzal/a zpět dne {}.", date(clock::day_of(at))));
    back.map(Paragraph::plain).into_iter().chain(sentences(means)).collect()
}

/// About sharing: who may tell what to whom, what for and how long.
fn of_sharing(one: &Sharing) -> Plain {
    let whom = if one.receiver_name.is_empty() { &one.terms.addressee } else { &one.receiver_name };
    let asked = match one.kind {
        ConsentKind::CaseManagement => format!("Jestli si o\u{a0}Vás něco smíme říct se službou {whom}."),
        ConsentKind::DataHandover => format!("Jestli smíme předat Vaše údaje službě {whom}."),
        ConsentKind::ThirdParty => format!("Jestli smíme přizvat: {whom}."),
        ConsentKind::ChildParticipation => format!("Jestli se smí účastnit: {whom}."),
        ConsentKind::PersonalDataProcessing => "Jestli si o\u{a0}Vás smíme psát údaje.".to_owned(),
    };
    let (title, answer, means): (_, _, &[&str]) = match one.decision {
        Decision::Consent => (
            "Váš souhlas",
            "Řekl/a jste ano.",
            &[
                "Nic jiného neprozradíme.",
                "Souhlas můžete kdykoli vzít zpět. Stačí nám to říct. Pomáhat Vám budeme dál.",
            ],
        ),
        Decision::Dissent => (
            "Váš nesouhlas",
            "Řekl/a jste ne.",
            &[
                "Nic jim neřekneme.",
                "Pomáhat Vám budeme dál.",
                "Můžete se kdykoli rozhodnout jinak. Stačí nám to říct.",
            ],
        ),
    };
    let terms = &one.terms;
    let until = terms.valid_until.filter(|_| one.decision == Decision::Consent);
    let until = until.map(|day| format!("Nejdéle do {}.", date(day)));
    Plain {
        file_stem: "souhlas",
        title,
        facts: vec![("Kdy jste se rozhodl/a", date(one.given_on))],
        parts: vec![
            ("Na co jsme se ptali", vec![Paragraph::plain(asked)]),
            ("Co jste odpověděl/a", vec![Paragraph::plain(answer)]),
            ("O čem se smí mluvit", items(&terms.topics.join("\n"))),
            ("Co se smí říct", led("", &terms.extent).into_iter().collect()),
            ("Komu", items(&one.named.join("\n"))),
            ("K čemu to bude", led("", &terms.purpose).into_iter().collect()),
            ("Jak dlouho to platí", until.map(Paragraph::plain).into_iter().collect()),
            ("Co to znamená", means_then(one.told.withdrawn_at, means)),
        ],
        explained: String::new(),
    }
}
