//! Offers of another service of the provider, and contacts given to whom his commission fits better.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ActivityId, ItemId, ServiceId, StatementId};
use crate::{params, record};
use jiff::civil::Date;
use rules::sharing::OfferWay;

#[derive(Clone, Copy, Debug)]
pub struct NewOffer<'a> {
    pub service: ServiceId,
    pub way: OfferWay,
    pub contact_given: &'a str,
    pub note: &'a str,
    pub offered_on: Date,
    pub item: Option<ItemId>,
    /// The basic counselling that the giving of a contact is.
    pub activity: Option<ActivityId>,
}

pub fn offer(change: &mut Change, folder: &Folder, new: &NewOffer<'_>) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into service_offer (id, folder_id, offered_service_id, way, contact_given, note, offered_on, item_id,
                                   activity_id, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let id = change.begin_statement(folder.id(), "service_offer")?;
    let NewOffer { service, way, contact_given, note, offered_on, item, activity } = *new;
    let (at, by, from) = (change.at(), change.by(), folder.id());
    change.run(INSERT, params![id, from, service, way, contact_given, note, offered_on, item, activity, at, by])?;
    Ok(id)
}

record! {
    pub struct Offer {
        pub id: StatementId,
        pub service: String,
        pub way: OfferWay,
        pub contact_given: String,
        pub note: String,
        pub offered_on: Date,
        pub recorded_by: String,
    }
}

/// Which services were offered until the day shown, the newest first.
pub fn offers(folder: &Folder) -> Result<Vec<Offer>, Failure> {
    const OFFERS: &str = "
        select o.id as id, v.name as service, o.way as way, o.contact_given as contact_given, o.note as note,
               o.offered_on as offered_on, trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as recorded_by
          from service_offer o join service v on v.id = o.offered_service_id join worker b on b.id = o.recorded_by
         where o.folder_id = $1 and o.recorded_at <= $2
         order by o.offered_on desc, o.recorded_at desc, o.id desc";
    Ok(folder.db().all(OFFERS, params![folder.id(), folder.as_of()])?)
}
