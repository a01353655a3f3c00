//! The agenda of two services: parts that one took up for the other, requests that wait for a meeting, clients whom their key
//! workers bring. It is read anew each time; nothing of it is kept.

use crate::kernel::failure::Failure;
use crate::kernel::id::{FolderId, ServiceId};
use crate::kernel::meeting::Meeting;
use crate::{consent_of_row, far_of_row, record, seen_by_viewer};
use jiff::civil::Date;

record! {
    /// One point about one client, whose consent lets the two services talk about it now.
    pub struct Point {
        pub folder_id: FolderId,
        pub service_id: ServiceId,
        pub receiver_service_id: ServiceId,
        pub far_folder_id: Option<FolderId>,
        pub client: String,
        /// part, request, brought
        pub kind: String,
        pub topic: String,
        pub text: String,
        pub deadline_on: Option<Date>,
        pub said_by: String,
    }
}

/// Open parts and what was asked for a meeting.
const PARTS: &str = concat!(
    "select i.folder_id as folder_id, i.service_id as service_id, i.receiver_service_id as receiver_service_id,
            coalesce(w.far_folder_id, ",
    far_of_row!(),
    ") as far_folder_id, v.given_name || ' ' || v.family_name as client,
            case when w.part_id is null then 'request' else 'part' end as kind, g.topic as topic,
            coalesce(w.delimited_part, p.part) as text, p.deadline_on as deadline_on,
            trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as said_by
       from shared_item i
       join shared_item_ground g on g.item_id = i.id and g.replaced_at is null
       join commission_part p on p.id = i.id
       join person_version v on v.folder_id = i.folder_id and v.replaced_at is null
       join worker b on b.id = coalesce((select y.recorded_by from commission_part_answer y where y.part_id = p.id), p.asked_by)
       left join commission_part_answer w on w.part_id = p.id
      where ",
    seen_by_viewer!(),
    " and not exists (select 1 from commission_part_end e where e.part_id = p.id)
      and not exists (select 1 from shared_item_stop z where z.item_id = i.id)
      and (w.answer = 'accepted' or w.part_id is null and p.route = 'at_meeting')
      and ",
    consent_of_row!(
        " and c.id = g.consent_id and exists (select 1 from consent_topic o where o.consent_id = c.id and o.topic = g.topic)"
    ),
    " order by v.name_order, i.folder_id, i.shared_at, i.id"
);

/// Clients brought by their key workers.
const BROUGHT: &str = concat!(
    "select i.folder_id as folder_id, i.service_id as service_id, i.receiver_service_id as receiver_service_id, ",
    far_of_row!(),
    " as far_folder_id, v.given_name || ' ' || v.family_name as client, 'brought' as kind, i.topic as topic,
            i.request as text, null as deadline_on,
            trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as said_by
       from meeting_request i
       join person_version v on v.folder_id = i.folder_id and v.replaced_at is null
       join worker b on b.id = i.recorded_by
      where i.ended_at is null and ",
    seen_by_viewer!(),
    " and ",
    consent_of_row!(" and exists (select 1 from consent_topic o where o.consent_id = c.id and o.topic = i.topic)"),
    " order by v.name_order, i.folder_id, i.recorded_at, i.id"
);

/// One client with his points.
pub struct Client {
    pub folder: FolderId,
    pub service: ServiceId,
    pub receiver: ServiceId,
    pub far_folder: Option<FolderId>,
    pub name: String,
    pub points: Vec<Point>,
}

/// Everybody on the agenda now. The same person brought from both services stands there once.
pub fn clients(meeting: &Meeting) -> Result<Vec<Client>, Failure> {
    let parameters = meeting.parameters()?;
    let parts: Vec<Point> = meeting.db().all(PARTS, &parameters)?;
    let brought: Vec<Point> = meeting.db().all(BROUGHT, &parameters)?;
    let mut clients: Vec<Client> = Vec::new();
    for point in parts.into_iter().chain(brought) {
        let same =
            |client: &&mut Client| client.folder == point.folder_id || client.far_folder == Some(point.folder_id);
        match clients.iter_mut().find(same) {
            Some(client) => client.points.push(point),
            None => clients.push(Client {
                folder: point.folder_id,
                service: point.service_id,
                receiver: point.receiver_service_id,
                far_folder: point.far_folder_id,
                name: point.client.clone(),
                points: vec![point],
            }),
        }
    }
    Ok(clients)
}
