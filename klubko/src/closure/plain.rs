//! The end of the cooperation in plain words and large type.

use super::store;
use crate::folders::{Plain, led, plain_paper, sentences};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::kernel::visit::Visit;
use paper::{Paper, Paragraph};
use rules::closure::ClosureReason;

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let one = store::all(&folder)?.into_iter().next().ok_or(Failure::Absent)?;
    let why = match one.reason {
        ClosureReason::Evaluated => "Spolu jsme se ohlédli, co se povedlo. Dohodli jsme se, že spolupráce skončí.",
        ClosureReason::Withdrawal => "Rozhodl/a jste se, že naši pomoc už nechcete.",
        ClosureReason::LossOfContact => "Dlouho jsme o Vás nevěděli. Proto jsme spolupráci ukončili.",
        ClosureReason::Death => "Člověk, kterému jsme pomáhali, zemřel.",
    };
    let keeps = format!("Vaši složku uchováme do {}. Pak ji zničíme.", date(one.retain_until));
    let plain = Plain {
        file_stem: "ukonceni-spoluprace",
        title: "Konec naší spolupráce",
        facts: vec![("Kdy", date(one.closed_on))],
        parts: vec![
            ("Proč končíme", std::iter::once(Paragraph::plain(why)).chain(led("", &one.explanation)).collect()),
            ("O koho se můžete opřít", led("", &one.left_in_network).into_iter().collect()),
            (
                "Když budete zase něco potřebovat",
                sentences(&["Ozvěte se nám. Začneme znovu a řekneme si, s čím můžeme pomoct."]),
            ),
            (
                "Vaše složka",
                vec![Paragraph::plain(keeps), Paragraph::plain("Můžete se do ní podívat. Stačí nám to říct.")],
            ),
        ],
        explained: one.explained.clone(),
    };
    plain_paper(visit, &folder, plain)
}
