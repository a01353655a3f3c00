//! The receiver's own folder in which something is taken up: one that the worker already has for the person, chosen by him,
//! or a new one. Nothing is matched by itself, and other services are not looked into.

use crate::folders::{self, NewPerson, OpenedFolder};
use crate::intake::{self, AskedAgain};
use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::change::Change;
use crate::kernel::crossing::Crossing;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::id::FolderId;
use crate::kernel::journal::Entry;
use crate::kernel::visit::Visit;
use crate::{accounts, listing, record};
use rules::intake::Channel;

/// What the form sends for „Založit novou složku“.
pub(super) const NEW: &str = "new";

record! { struct Known { id: FolderId, number: String, family_name: String, given_name: String } }

const OF_NAME: Listing = listing!(
    fully,
    "f.id as id, f.number as number, p.family_name as family_name, p.given_name as given_name",
    "from client_folder f join person_version p on p.folder_id = f.id and p.replaced_at is null",
    "and p.family_name = $8 order by p.name_order, f.id limit 20"
);

/// Folders of the worker's own service with that family name which are fully his to see, and a new one.
pub(super) fn options(crossing: &Crossing, family_name: &str) -> Result<Vec<(String, String)>, Failure> {
    let caseload = Caseload::beside(&crossing.own_desk());
    let known: Vec<Known> = caseload.all(OF_NAME, &[family_name.into()])?;
    let named =
        |one: Known| (one.id.to_string(), format!("{} {}, složka {}", one.family_name, one.given_name, one.number));
    let new = std::iter::once((NEW.to_owned(), "Založit novou složku".to_owned()));
    Ok(known.into_iter().map(named).chain(new).collect())
}

/// What was chosen: an own folder, or a new one.
pub(super) enum Chosen {
    Own(FolderId),
    New,
}

pub(super) fn chosen(form: &mut Form, options: &[(String, String)]) -> Option<Chosen> {
    let value = form.value("own_folder").to_owned();
    if options.iter().all(|(known, _)| *known != value) {
        form.problem("own_folder", "Zvolte, do které vaší složky to patří");
        return None;
    }
    if value == NEW { Some(Chosen::New) } else { value.parse().ok().map(Chosen::Own) }
}

/// Opens the new folder with its first contact; what the person wants is told in the words of the other service.
pub(super) fn open(
    change: &mut Change,
    (visit, crossing): (&Visit, &Crossing),
    person: &NewPerson,
    asked: &str,
) -> Result<OpenedFolder, Failure> {
    let desk = crossing.own_desk();
    let me = accounts::colleague(crossing.db(), crossing.service(), crossing.viewer()?, crossing.today())?;
    let profession = me.map(|me| me.profession).ok_or(Failure::Absent)?;
    let opened = folders::open_folder(change, &desk, person)?;
    let told = AskedAgain { channel: Channel::InPerson, starts_at: visit.now(), asked, profession };
    intake::receive_told(change, (crossing.service(), &opened), &told)?;
    change.also(opened.concern.entry(Entry::about(opened.folder, "složka založena").resting_on("R-088")));
    Ok(opened)
}
