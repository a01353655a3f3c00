//! Parts of the commission that another service was asked for, its answers, and how each ended.

use crate::kernel::change::Change;
use crate::kernel::crossing::{Crossing, FarFolder};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, ItemId, ServiceId, StatementId};
use crate::{params, record, settings};
use jiff::civil::Date;
use rules::sharing::{PartAnswer, PartRoute};

/// A part before it is a row; its item is shared already.
#[derive(Clone, Copy, Debug)]
pub struct NewPart<'a> {
    pub item: ItemId,
    pub to: ServiceId,
    pub client: (&'a str, &'a str),
    pub part: &'a str,
    pub route: PartRoute,
    pub reason: &'a str,
    pub deadline_on: Option<Date>,
    /// The goal of the sender's plan to which the step will belong.
    pub goal: Option<StatementId>,
    /// What goes with it.
    pub items: &'a [ItemId],
}

pub fn part(change: &mut Change, folder: &Folder, new: &NewPart<'_>) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into commission_part (id, folder_id, service_id, receiver_service_id, client_given_name,
                                     client_family_name, part, route, reason, deadline_on, goal_id, asked_at, asked_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    const ITEM: &str = "insert into commission_part_item (part_id, folder_id, item_id) values ($1, $2, $3)";
    let NewPart { item, to, client: (given, family), part, route, reason, deadline_on, goal, .. } = *new;
    let (at, by, from, service) = (change.at(), change.by(), folder.id(), folder.service());
    let row = params![item, from, service, to, given, family, part, route, reason, deadline_on, goal, at, by];
    change.run(INSERT, row)?;
    for other in new.items {
        change.run(ITEM, params![item, from, *other])?;
    }
    Ok(())
}

record! {
    /// What the other service is asked for, in front of somebody who may answer it.
    pub struct Asked {
        pub client_given_name: String,
        pub client_family_name: String,
        pub part: String,
        pub route: PartRoute,
        pub reason: String,
        pub deadline_on: Option<Date>,
        pub goal_id: Option<StatementId>,
        pub answer: Option<PartAnswer>,
        pub delimited_part: Option<String>,
        pub note: Option<String>,
        pub far_folder_id: Option<FolderId>,
        pub answered_at: Option<i64>,
        pub ended_at: Option<i64>,
    }
}

pub fn asked(crossing: &Crossing) -> Result<Option<Asked>, Failure> {
    const ASKED: &str = "
        select p.client_given_name as client_given_name, p.client_family_name as client_family_name, p.part as part,
               p.route as route, p.reason as reason, p.deadline_on as deadline_on, p.goal_id as goal_id,
               a.answer as answer, a.delimited_part as delimited_part, a.note as note,
               a.far_folder_id as far_folder_id, a.recorded_at as answered_at, e.recorded_at as ended_at
          from commission_part p
          left join commission_part_answer a on a.part_id = p.id
          left join commission_part_end e on e.part_id = p.id
         where p.id = $1 and p.folder_id = $2";
    Ok(crossing.db().first(ASKED, params![crossing.id(), crossing.far_folder().id()])?)
}

/// The other service's answer; an acceptance names the folder in which it is taken up and what was written for the sender.
#[derive(Clone, Copy, Debug)]
pub struct NewAnswer<'a> {
    pub answer: PartAnswer,
    pub delimited_part: &'a str,
    pub note: &'a str,
    pub far_folder: Option<FolderId>,
    pub step: Option<StatementId>,
}

/// Errors: [`Failure::Overtaken`] when somebody has answered already.
pub fn answer(change: &mut Change, crossing: &Crossing, new: &NewAnswer<'_>) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into commission_part_answer (part_id, folder_id, far_folder_id, answer, delimited_part, note, step_id,
                                            recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (part_id) do nothing";
    let NewAnswer { answer, delimited_part, note, far_folder, step } = *new;
    let (at, by, far) = (change.at(), change.by(), crossing.far_folder().id());
    let row = params![crossing.id(), far, far_folder, answer, delimited_part, note, step, at, by];
    change.replace(INSERT, row)
}

/// The part is closed by either side.
pub fn end(
    change: &mut Change,
    (part, sender): (ItemId, FolderId),
    outcome: &str,
    is_withdrawn: bool,
) -> Result<(), Failure> {
    const END: &str = "
        insert into commission_part_end (part_id, folder_id, outcome, is_withdrawn, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6) on conflict (part_id) do nothing";
    let (at, by) = (change.at(), change.by());
    change.run(END, params![part, sender, outcome, is_withdrawn, at, by]).map(drop)
}

record! {
    /// A part that this folder's service asked another one for.
    pub struct Answer {
        pub id: ItemId,
        pub to_service_id: ServiceId,
        pub to_service: String,
        pub part: String,
        pub topic: String,
        pub route: PartRoute,
        pub reason: String,
        pub deadline_on: Option<Date>,
        pub asked_at: i64,
        pub asked_by: String,
        pub answer: Option<PartAnswer>,
        pub delimited_part: Option<String>,
        pub note: Option<String>,
        pub answered_at: Option<i64>,
        pub answered_by: Option<String>,
        pub outcome: Option<String>,
        pub is_withdrawn: Option<bool>,
        pub ended_at: Option<i64>,
    }
}

/// What was asked of other services from this folder until the day shown, the newest first.
pub fn parts_of(folder: &Folder) -> Result<Vec<Answer>, Failure> {
    const PARTS: &str = "
        select p.id as id, p.receiver_service_id as to_service_id, v.name as to_service, p.part as part,
               g.topic as topic, p.route as route, p.reason as reason, p.deadline_on as deadline_on,
               p.asked_at as asked_at, trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as asked_by,
               a.answer as answer, a.delimited_part as delimited_part, a.note as note, a.recorded_at as answered_at,
               trim(h.title || ' ' || h.given_name || ' ' || h.family_name) as answered_by,
               e.outcome as outcome, e.is_withdrawn as is_withdrawn, e.recorded_at as ended_at
          from commission_part p
          join shared_item_ground g on g.item_id = p.id and g.recorded_at <= $2
                                   and (g.replaced_at is null or g.replaced_at > $2)
          join service v on v.id = p.receiver_service_id
          join worker b on b.id = p.asked_by
          left join commission_part_answer a on a.part_id = p.id and a.recorded_at <= $2
          left join worker h on h.id = a.recorded_by
          left join commission_part_end e on e.part_id = p.id and e.recorded_at <= $2
         where p.folder_id = $1 and p.asked_at <= $2
         order by p.asked_at desc, p.id desc";
    Ok(folder.db().all(PARTS, params![folder.id(), folder.as_of()])?)
}

record! {
    /// A part that this folder's service took up for another one, in its own words: its own record, which stays (D10).
    pub struct Taken {
        pub id: ItemId,
        pub sender_folder_id: FolderId,
        pub from_service_id: ServiceId,
        pub from_service: String,
        pub delimited_part: String,
        pub taken_at: i64,
        pub taken_by: String,
        pub outcome: Option<String>,
        pub is_withdrawn: Option<bool>,
        pub ended_at: Option<i64>,
    }
}

pub fn taken(folder: &Folder) -> Result<Vec<Taken>, Failure> {
    const TAKEN: &str = "
        select p.id as id, p.folder_id as sender_folder_id, p.service_id as from_service_id, v.name as from_service,
               a.delimited_part as delimited_part, a.recorded_at as taken_at,
               trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as taken_by,
               e.outcome as outcome, e.is_withdrawn as is_withdrawn, e.recorded_at as ended_at
          from commission_part_answer a
          join commission_part p on p.id = a.part_id
          join service v on v.id = p.service_id
          join worker b on b.id = a.recorded_by
          left join commission_part_end e on e.part_id = p.id and e.recorded_at <= $2
         where a.far_folder_id = $1 and a.recorded_at <= $2
         order by a.recorded_at desc, p.id desc";
    Ok(folder.db().all(TAKEN, params![folder.id(), folder.as_of()])?)
}

/// The far side of a part taken up in this folder, for the deed that closes it there too.
pub fn sender_of(folder: &Folder, part: ItemId) -> Result<Option<FarFolder>, Failure> {
    let sender = taken(folder)?.into_iter().find(|one| one.id == part).map(|one| one.sender_folder_id);
    let far = crate::kernel::crossing_facts::far_folders(folder)?;
    Ok(sender.and_then(|id| far.into_iter().find(|one| one.id() == id)))
}

record! { struct With { id: ItemId, title: String } }

/// What was shared for a part and still is, for its sender: id and title (D18). The request itself is one of them.
pub fn items_of_part(folder: &Folder, part: ItemId) -> Result<Vec<(String, String)>, Failure> {
    const ITEMS: &str = "
        select i.id as id, i.title as title from shared_item i
         where i.folder_id = $2
           and (i.id = $1 or i.id in (select w.item_id from commission_part_item w where w.part_id = $1))
           and not exists (select 1 from shared_item_stop z where z.item_id = i.id)
         order by i.shared_at, i.id";
    let items: Vec<With> = folder.db().all(ITEMS, params![part, folder.id()])?;
    Ok(items.into_iter().map(|one| (one.id.to_string(), one.title)).collect())
}

/// The receiver's own service, as the sender's plan names it.
pub fn service_name(crossing: &Crossing) -> Result<String, Failure> {
    let all = settings::services(crossing.db())?;
    Ok(all.into_iter().find(|one| one.id == crossing.service()).map(|one| one.name).unwrap_or_default())
}
