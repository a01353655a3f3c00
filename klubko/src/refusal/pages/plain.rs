//! `refusals/{refusal}/plain.pdf`: a refusal in plain words and large type. The reason in force is said as
//! it is; what the person may do next stands beside it.

use crate::folders::{Plain, led, plain_paper, sentences};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::kernel::id::StatementId;
use crate::kernel::visit::Visit;
use crate::refusal::store::{refusals, waiting};
use paper::{Paper, Paragraph};
use rules::refusal::RefusalReason;

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let id: StatementId = visit.path("refusal")?;
    let refusal = refusals::one(&folder, id)?;
    let plain = Plain {
        file_stem: "odmitnuti",
        title: "Službu Vám teď nemůžeme poskytnout",
        facts: vec![("Požádal/a jste", date(refusal.requested_on)), ("Rozhodli jsme", date(refusal.decided_on))],
        parts: vec![
            ("Proč", vec![Paragraph::plain(why(refusal.reason))]),
            ("Kdo Vám může pomoct", led("", &refusal.offered_service).into_iter().collect()),
            ("Pořadník", waits(&folder, refusal.reason)?),
            (
                "Co můžete udělat",
                sentences(&[
                    "Můžete o službu požádat znovu.",
                    "Můžete o odmítnutí dostat úřední dopis. Stačí nám to říct.",
                    "Nesouhlasíte? Můžete si stěžovat u vedení služby.",
                ]),
            ),
        ],
        explained: String::new(),
    };
    plain_paper(visit, &folder, plain)
}

fn why(reason: RefusalReason) -> &'static str {
    match reason {
        RefusalReason::NotProvided => "Takovou službu neposkytujeme, nebo je určena jiným lidem.",
        RefusalReason::Capacity => "Máme plno. Další člověk se k nám teď nevejde.",
        RefusalReason::HealthState => "Váš zdravotní stav nedovoluje, abyste u nás bydlel/a.",
        RefusalReason::EndedForBreach => {
            "Před méně než půl rokem jsme s Vámi ukončili smlouvu. Bylo to proto, že jste porušoval/a to, na čem jsme se \
             v ní dohodli."
        }
    }
}

/// Who was refused for want of places may wait for one.
fn waits(folder: &Folder, reason: RefusalReason) -> Result<Vec<Paragraph>, Failure> {
    if !reason.enters_register() {
        return Ok(Vec::new());
    }
    let standing = waiting::entries(folder)?.into_iter().find(|one| one.removal.is_none());
    let Some(entry) = standing else {
        return Ok(sentences(&["Můžeme Vás zapsat do pořadníku. Až se místo uvolní, ozveme se Vám."]));
    };
    let order = waiting::order_number(folder, entry.id)?;
    Ok(vec![
        Paragraph::plain(format!("Jste v pořadníku. Vaše pořadí je {order}.")),
        Paragraph::plain("Až se místo uvolní, ozveme se Vám."),
    ])
}
