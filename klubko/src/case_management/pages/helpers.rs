//! „Kdo mi pomáhá“: the map of entries for the client, in plain words and large type. Nothing internal is
//! on it: who, what for, since when.

use super::super::store::people::{self, Member};
use super::super::store::{cases, parts};
use super::met;
use crate::folders::{Plain, led, plain_paper, sentences};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::kernel::visit::Visit;
use paper::{Paper, Paragraph};

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let case = cases::all(&folder)?.into_iter().next().ok_or(Failure::Absent)?;
    let members = people::members(&folder, case.id)?;
    let (left, present): (Vec<_>, Vec<_>) = members.iter().partition(|one| one.left_on.is_some());
    let leads = people::leads(&folder, case.id)?;
    let now = folder.as_of();
    let lead = leads.iter().find(|one| !one.is_contact && one.is_now(now));
    let contact = leads.iter().find(|one| one.is_contact && one.is_now(now));
    let said = [lead.map(|one| format!("Všechno drží pohromadě {} ({}).", one.name, one.service))];
    let contact = contact.map(|one| format!("Ve druhé službě se můžete obrátit na {} ({}).", one.name, one.service));
    let of_parts = parts::all(&folder, case.id)?.into_iter().filter(|one| one.ended_at.is_none());
    let plain = Plain {
        file_stem: "kdo-mi-pomaha",
        title: "Kdo Vám pomáhá",
        facts: vec![("Spolupracujeme od", date(case.begun_on))],
        parts: vec![
            ("Čeho spolu chceme dosáhnout", led("", &case.goal).into_iter().collect()),
            ("Na koho se obrátit", said.into_iter().flatten().chain(contact).map(Paragraph::plain).collect()),
            ("Kdo pomáhá", present.into_iter().map(entry).collect()),
            ("Kdo už skončil", left.into_iter().map(entry).collect()),
            (
                "Kdo má co na starosti",
                of_parts.map(|one| Paragraph::item(format!("{}: {}", one.part, one.service))).collect(),
            ),
            ("Na čem se domluvily porady", met::printed(&folder)?),
            ("Vy rozhodujete", sentences(YOURS)),
        ],
        explained: String::new(),
    };
    plain_paper(visit, &folder, plain)
}

const YOURS: &[&str] = &[
    "Kdo Vám pomáhá, volíme spolu s Vámi.",
    "Můžete kdykoli říct, že někoho už nechcete.",
    "Služby si o Vás říkají jen to, s čím jste souhlasil/a.",
];

/// `Jana Poradní, dluhová poradkyně. Pomáhá s: dluhy. Od 3. 3. 2026.`
fn entry(one: &Member) -> Paragraph {
    let need =
        if one.need.is_empty() { String::new() } else { format!(" Pomáhá s: {}.", one.need.trim_end_matches('.')) };
    let until = one.left_on.map(|on| format!(" do {}", date(on))).unwrap_or_default();
    Paragraph::item(format!("{}, {}.{need} Od {}{until}.", one.who(), one.role, date(one.entered_on)))
}
