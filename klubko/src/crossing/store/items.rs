//! Items that were shared from a folder, and what each rests on.

use super::super::state::{Happened, Rests, standing};
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, ItemId, ServiceId, StatementId, WorkerId};
use crate::{consent_lets, consent_says, params, record};
use jiff::civil::Date;
use rules::access::GroundKind;
use rules::coded::Coded;
use rules::sharing::ItemKind;
use uuid::Uuid;

/// The one ground of an item.
#[derive(Clone, Copy, Debug)]
pub enum NewGround<'a> {
    Consent {
        id: StatementId,
        topic: &'a str,
    },
    /// Vital interest or a duty in the law, with its reason.
    Law {
        ground: GroundKind,
        reason: &'a str,
        /// As it is cited on the day of the sharing.
        citation: &'a str,
        told_on: Option<Date>,
    },
}

/// What is to cross, exactly as it was previewed.
#[derive(Clone, Copy, Debug)]
pub struct NewItem<'a> {
    pub kind: ItemKind,
    pub to: ServiceId,
    pub receivers: &'a [WorkerId],
    pub source: Option<Uuid>,
    pub title: &'a str,
    pub body: &'a str,
    pub attachment: Option<Uuid>,
    pub ground: NewGround<'a>,
}

const NO_GROUND: &str = "Souhlas klienta toto sdílení nedovoluje. Zkontrolujte téma, směr a platnost souhlasu.";

/// Shares one statement or one document. What nobody could read is not kept: the ground is weighed as the reader's will be.
pub fn share(change: &mut Change, folder: &Folder, new: &NewItem<'_>) -> Result<ItemId, Failure> {
    const INSERT: &str = "
        insert into shared_item (id, folder_id, service_id, receiver_service_id, kind, source_id, title, body,
                                 attachment_id, shared_at, shared_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    const RECEIVER: &str = "insert into shared_item_receiver (item_id, folder_id, worker_id) values ($1, $2, $3)";
    let id: ItemId = change.new_id();
    let (at, by, from) = (change.at(), change.by(), folder.id());
    let NewItem { kind, to, source, title, body, attachment, .. } = *new;
    let row = params![id, from, folder.service(), to, kind, source, title, body, attachment, at, by];
    change.run(INSERT, row)?;
    write_ground(change, (id, from), 1, &new.ground)?;
    for receiver in new.receivers {
        change.run(RECEIVER, params![id, from, *receiver])?;
    }
    if holds(folder, id)? { Ok(id) } else { Err(Failure::refused(NO_GROUND)) }
}

fn write_ground(
    change: &mut Change,
    (item, folder): (ItemId, FolderId),
    version: i64,
    ground: &NewGround<'_>,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into shared_item_ground (item_id, version, folder_id, legal_ground, consent_id, topic, reason, citation,
                                        told_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let (code, consent, topic) = match *ground {
        NewGround::Consent { id, topic } => ("consent", Some(id), topic),
        NewGround::Law { ground, .. } => (ground.code(), None, ""),
    };
    let (reason, citation, told_on) = match *ground {
        NewGround::Consent { .. } => ("", "", None),
        NewGround::Law { reason, citation, told_on, .. } => (reason, citation, told_on),
    };
    let (at, by) = (change.at(), change.by());
    let row = params![item, version, folder, code, consent, topic, reason, citation, told_on, at, by];
    change.run(INSERT, row).map(drop)
}

/// The item is filed under another topic of its consent; who may read it follows from that at the next read (D20).
///
/// Errors: [`Failure::Overtaken`] when somebody has filed it elsewhere meanwhile; refused where the topic lets nothing out.
pub fn refile(
    change: &mut Change,
    folder: &Folder,
    (item, version): (ItemId, i64),
    (consent, topic): (StatementId, &str),
) -> Result<(), Failure> {
    const REPLACE: &str = "
        update shared_item_ground set replaced_at = $4
         where item_id = $1 and version = $2 and folder_id = $3 and replaced_at is null";
    let at = change.at();
    change.replace(REPLACE, params![item, version, folder.id(), at])?;
    write_ground(change, (item, folder.id()), version + 1, &NewGround::Consent { id: consent, topic })?;
    if holds(folder, item)? { Ok(()) } else { Err(Failure::refused(NO_GROUND)) }
}

/// Whether the item's ground lets it cross today, whoever reads.
fn holds(folder: &Folder, item: ItemId) -> Result<bool, Failure> {
    record! { struct Holds { id: ItemId } }
    const HOLDS: &str = concat!(
        "select i.id as id from shared_item i
           join shared_item_ground g on g.item_id = i.id and g.replaced_at is null
          where i.id = $1 and i.folder_id = $2 and i.shared_at <= $3
            and (",
        consent_says!(in_the_law),
        " or exists (select 1 from consent c join consent_terms t on t.consent_id = c.id
                      where c.id = g.consent_id and ",
        consent_lets!(),
        " and ",
        consent_says!(covers_topic),
        "))"
    );
    let found: Option<Holds> = folder.db().first(HOLDS, params![item, folder.id(), folder.now(), folder.today()])?;
    Ok(found.is_some_and(|one| one.id == item))
}

/// The sender ends the sharing of one item before its ground ends (D18).
pub fn stop(change: &mut Change, folder: &Folder, item: ItemId, reason: &str) -> Result<(), Failure> {
    const STOP: &str = "
        insert into shared_item_stop (item_id, folder_id, reason, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5) on conflict (item_id) do nothing";
    let (at, by) = (change.at(), change.by());
    change.run(STOP, params![item, folder.id(), reason, at, by]).map(drop)
}

record! {
    /// One item as the sender's folder knows it.
    pub struct Sent {
        pub id: ItemId,
        pub version: i64,
        pub kind: ItemKind,
        pub title: String,
        pub body: String,
        pub to_service: String,
        pub to_mark: String,
        pub receiver_service_id: ServiceId,
        pub attachment_id: Option<Uuid>,
        pub topic: String,
        legal_ground: String,
        pub reason: String,
        pub citation: String,
        pub told_on: Option<Date>,
        pub consent_id: Option<StatementId>,
        pub given_on: Option<Date>,
        pub valid_until: Option<Date>,
        pub shared_at: i64,
        pub shared_by: String,
        stopped_at: Option<i64>,
        withdrawn_at: Option<i64>,
        superseded_at: Option<i64>,
        covers_topic: bool,
    }
}

impl Sent {
    /// How it stands at the moment the folder is shown.
    pub fn rests(&self, at: i64) -> Rests {
        let happened = Happened {
            stopped_at: self.stopped_at,
            withdrawn_at: self.withdrawn_at,
            superseded_at: self.superseded_at,
            valid_until: self.valid_until,
            is_on_consent: self.on_law().is_none(),
            covers_topic: self.covers_topic,
        };
        standing(&happened, at)
    }

    /// The ground in the law on which it rests; none on a consent.
    pub fn on_law(&self) -> Option<GroundKind> {
        GroundKind::from_code(&self.legal_ground)
    }
}

/// Everything that was shared from the folder until the day shown, the newest first.
pub fn sent(folder: &Folder) -> Result<Vec<Sent>, Failure> {
    const SENT: &str = concat!(
        "select i.id as id, g.version as version, i.kind as kind, i.title as title, i.body as body,
                v.name as to_service, v.mark as to_mark, i.receiver_service_id as receiver_service_id,
                i.attachment_id as attachment_id, g.topic as topic, g.legal_ground as legal_ground,
                g.reason as reason, g.citation as citation, g.told_on as told_on, g.consent_id as consent_id, c.given_on as given_on,
                c.valid_until as valid_until, i.shared_at as shared_at,
                trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as shared_by,
                z.recorded_at as stopped_at, w.recorded_at as withdrawn_at,
                (select min(n.recorded_at) from consent n join consent_terms m on m.consent_id = n.id
                  where n.kind = c.kind and n.replaced_at is null and n.folder_id = c.folder_id
                    and m.receiver_service_id = t.receiver_service_id and n.given_at > c.given_at) as superseded_at,
                coalesce(",
        consent_says!(covers_topic),
        ", false) as covers_topic
           from shared_item i
           join shared_item_ground g on g.item_id = i.id and g.recorded_at <= $2
                                    and (g.replaced_at is null or g.replaced_at > $2)
           join service v on v.id = i.receiver_service_id
           join worker b on b.id = i.shared_by
           left join shared_item_stop z on z.item_id = i.id
           left join consent c on c.id = g.consent_id and c.replaced_at is null
           left join consent_terms t on t.consent_id = c.id
           left join consent_withdrawal w on w.consent_id = c.id
          where i.folder_id = $1 and i.shared_at <= $2
          order by i.shared_at desc, i.id desc"
    );
    Ok(folder.db().all(SENT, params![folder.id(), folder.as_of()])?)
}

record! {
    /// Somebody to whom an item may come, and whether he has read it.
    pub struct Reading {
        pub item_id: ItemId,
        pub worker: String,
        pub read_at: Option<i64>,
    }
}

/// Who was named for each item of the folder, and when he read it; a substitute who read stands there too.
pub fn readings(folder: &Folder) -> Result<Vec<Reading>, Failure> {
    const READINGS: &str = "
        select n.item_id as item_id, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as worker,
               min(d.read_at) as read_at
          from (select r.item_id as item_id, r.worker_id as worker_id from shared_item_receiver r where r.folder_id = $1
                 union select x.item_id, x.worker_id from shared_item_reading x
                        where x.folder_id = $1 and x.read_at <= $2) n
          join worker w on w.id = n.worker_id
          left join shared_item_reading d on d.item_id = n.item_id and d.worker_id = n.worker_id and d.read_at <= $2
         group by n.item_id, n.worker_id, w.title, w.given_name, w.family_name, w.name_order
         order by w.name_order, n.worker_id";
    Ok(folder.db().all(READINGS, params![folder.id(), folder.as_of()])?)
}

record! {
    /// Somebody of another service to whom something may be sent.
    pub struct Receiver {
        pub id: WorkerId,
        pub name: String,
    }
}

/// Those of another service who work with clients there today. Whoever is excluded from the folder is left out.
pub fn receivers(folder: &Folder, service: ServiceId) -> Result<Vec<Receiver>, Failure> {
    const RECEIVERS: &str = "
        select w.id as id, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as name
          from membership m join worker w on w.id = m.worker_id
         where m.service_id = $1 and m.from_day <= $3 and (m.until_day is null or m.until_day >= $3)
           and w.disabled_at is null
           and m.profession in ('social_worker', 'direct_care_worker', 'other_specialist')
           and not exists (select 1 from worker_exclusion x where x.folder_id = $2 and x.worker_id = w.id
                              and x.from_at <= $4 and (x.until_at is null or x.until_at > $4))
         order by w.name_order, w.id";
    Ok(folder.db().all(RECEIVERS, params![service, folder.id(), folder.today(), folder.now()])?)
}
