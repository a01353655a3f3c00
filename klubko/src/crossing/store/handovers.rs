//! Contacts handed over in their closed set of fields, and by whom they were taken up.

use super::joins;
use crate::kernel::change::Change;
use crate::kernel::crossing::Crossing;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, ItemId};
use crate::{params, record};
use rules::sharing::{HandoverSource, Injury};

/// Exactly what R-090 allows, and nothing else.
#[derive(Clone, Copy, Debug)]
pub struct NewHandover<'a> {
    pub source: HandoverSource,
    pub institute: &'a str,
    pub given_name: &'a str,
    pub family_name: &'a str,
    pub region: &'a str,
    pub email: &'a str,
    pub phone: &'a str,
    pub injury: Option<Injury>,
    pub injury_other: &'a str,
}

pub fn hand_over(change: &mut Change, folder: &Folder, item: ItemId, new: &NewHandover<'_>) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into data_handover (id, folder_id, source, institute, given_name, family_name, region, email, phone,
                                   injury, injury_other)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    use rules::coded::Coded;
    let NewHandover { source, institute, given_name, family_name, region, email, phone, injury, injury_other } = *new;
    let injury = injury.map_or("", Coded::code);
    let from = folder.id();
    let row =
        params![item, from, source, institute, given_name, family_name, region, email, phone, injury, injury_other];
    change.run(INSERT, row).map(drop)
}

record! {
    /// The sheet as it was handed over.
    pub struct Sheet {
        pub id: ItemId,
        pub source: HandoverSource,
        pub institute: String,
        pub given_name: String,
        pub family_name: String,
        pub region: String,
        pub email: String,
        pub phone: String,
        /// A code of `rules::sharing::Injury`, or empty.
        pub injury: String,
        pub injury_other: String,
        pub far_folder_id: Option<FolderId>,
    }
}

/// The sheet behind the item, for a receiver named in it.
pub fn sheet(crossing: &Crossing) -> Result<Option<Sheet>, Failure> {
    const SHEET: &str = "
        select h.id as id, h.source as source, h.institute as institute, h.given_name as given_name,
               h.family_name as family_name, h.region as region, h.email as email, h.phone as phone,
               h.injury as injury, h.injury_other as injury_other, a.far_folder_id as far_folder_id
          from data_handover h left join data_handover_answer a on a.handover_id = h.id
         where h.id = $1 and h.folder_id = $2";
    Ok(crossing.db().first(SHEET, params![crossing.id(), crossing.far_folder().id()])?)
}

/// The sheet in the sender's own folder; whether it was taken up there he does not learn from it.
pub fn sheet_of_own(folder: &Folder, item: ItemId) -> Result<Option<Sheet>, Failure> {
    const SHEET: &str = "
        select h.id as id, h.source as source, h.institute as institute, h.given_name as given_name,
               h.family_name as family_name, h.region as region, h.email as email, h.phone as phone,
               h.injury as injury, h.injury_other as injury_other, null as far_folder_id
          from data_handover h join shared_item i on i.id = h.id
         where h.id = $1 and h.folder_id = $2 and i.shared_at <= $3";
    Ok(folder.db().first(SHEET, params![item, folder.id(), folder.as_of()])?)
}

/// The person is an applicant of the receiver's service now; the two folders are joined by it.
pub fn take_up(change: &mut Change, crossing: &Crossing, own: FolderId) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into data_handover_answer (handover_id, folder_id, far_folder_id, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5) on conflict (handover_id) do nothing";
    let (at, by, far) = (change.at(), change.by(), crossing.far_folder());
    change.replace(INSERT, params![crossing.id(), far.id(), own, at, by])?;
    joins::join(change, &far, (own, crossing.service()))
}
