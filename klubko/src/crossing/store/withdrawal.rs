//! What ends with a withdrawn consent (R-084, D10): the sight by itself, at the next read; open cooperation by a task for
//! each side. Nothing that was lawfully written into a folder is taken out of it.

use super::parts;
use crate::kernel::change::Change;
use crate::kernel::crossing::FarFolder;
use crate::kernel::crossing_facts::far_folders;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, ItemId, StatementId};
use crate::kernel::journal::Entry;
use crate::{params, record, tasks};
use rules::rule::Rule;
use rules::task::{NewTask, Origin, Post};

record! {
    /// An item that rests on the consent.
    pub struct Resting {
        pub title: String,
        pub service: String,
    }
}

record! {
    /// A part of the commission that another service works on because of it.
    pub struct Running {
        id: ItemId,
        folder_id: FolderId,
        far_folder_id: Option<FolderId>,
        pub part: String,
        pub service: String,
    }
}

/// What stops with a consent, for the page that asks before and says after.
pub struct Stops {
    pub items: Vec<Resting>,
    pub parts: Vec<Running>,
}

/// What rests on the consent now and would stop.
pub fn what_stops(folder: &Folder, consent: StatementId) -> Result<Stops, Failure> {
    const ITEMS: &str = "
        select i.title as title, v.name as service
          from shared_item_ground g join shared_item i on i.id = g.item_id join service v on v.id = i.receiver_service_id
         where g.consent_id = $1 and g.replaced_at is null and i.folder_id = $2
           and not exists (select 1 from shared_item_stop z where z.item_id = i.id)
         order by i.shared_at desc, i.id desc";
    let items = folder.db().all(ITEMS, params![consent, folder.id()])?;
    Ok(Stops { items, parts: running(folder, consent)? })
}

/// What rests on the law and no withdrawal ends: the client hears of it before he decides.
pub fn what_stays(folder: &Folder) -> Result<Vec<Resting>, Failure> {
    const STAYS: &str = "
        select i.title as title, v.name as service
          from shared_item_ground g join shared_item i on i.id = g.item_id join service v on v.id = i.receiver_service_id
         where g.legal_ground <> 'consent' and g.replaced_at is null and g.folder_id = $1
           and not exists (select 1 from shared_item_stop z where z.item_id = i.id)
         order by i.shared_at desc, i.id desc";
    Ok(folder.db().all(STAYS, params![folder.id()])?)
}

/// Open parts on either side of this folder that rest on the consent.
fn running(folder: &Folder, consent: StatementId) -> Result<Vec<Running>, Failure> {
    const PARTS: &str = "
        select p.id as id, p.folder_id as folder_id, a.far_folder_id as far_folder_id, p.part as part,
               v.name as service
          from shared_item_ground g join commission_part p on p.id = g.item_id
          join service v on v.id = p.receiver_service_id
          left join commission_part_answer a on a.part_id = p.id
         where g.consent_id = $1 and g.replaced_at is null and (p.folder_id = $2 or a.far_folder_id = $2)
           and (a.answer is null or a.answer = 'accepted')
           and not exists (select 1 from commission_part_end e where e.part_id = p.id)
         order by p.asked_at, p.id";
    Ok(folder.db().all(PARTS, params![consent, folder.id()])?)
}

const HERE: &str = "Uzavřít spolupráci s druhou službou: klient odvolal souhlas";
const THERE: &str = "Uzavřít část zakázky převzatou z jiné služby: klient odvolal souhlas";

/// Open parts end, and each side gets its task to close what it does. The withdrawal itself is written already.
pub fn after_withdrawal(change: &mut Change, folder: &Folder, consent: StatementId) -> Result<(), Failure> {
    let far = far_folders(folder)?;
    for one in running(folder, consent)? {
        parts::end(change, (one.id, one.folder_id), "Klient odvolal souhlas.", true)?;
        let is_sender = one.folder_id == folder.id();
        let other = if is_sender { one.far_folder_id } else { Some(one.folder_id) };
        task(change, (folder.service(), folder.id()), if is_sender { HERE } else { THERE }, one.id)?;
        let side = other.and_then(|id| far.iter().find(|far| far.id() == id));
        if let Some(side) = side {
            task(change, (side.service(), side.id()), if is_sender { THERE } else { HERE }, one.id)?;
        }
    }
    testify(change, &far, consent);
    Ok(())
}

fn task(
    change: &mut Change,
    place: (crate::kernel::id::ServiceId, FolderId),
    what: &str,
    part: ItemId,
) -> Result<(), Failure> {
    let left = NewTask::for_post(Origin::ConsentWithdrawal, Rule::R084, Post::KeyWorker, change.today());
    tasks::create_for_folder(change, place, &left, what, part.0).map(drop)
}

/// The joined folders' journals say it too: their people lose the sight by it.
fn testify(change: &mut Change, far: &[FarFolder], consent: StatementId) {
    for side in far {
        change.also(side.entry(Entry::about(consent, "souhlas se sdílením odvolán").resting_on("R-084")));
    }
}
