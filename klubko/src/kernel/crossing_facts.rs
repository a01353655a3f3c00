//! What decides about a shared item, in SQL: the one predicate of sharing, in words that the door, lists, counts, notices
//! and agendas share.
//!
//! Item `i`, its present ground `g`, the consent `c` with its terms `t`. Parameters as in every listing: `$1` service,
//! `$2` worker, `$3` now, `$4` today.

use super::db::Unit;
use super::failure::Failure;
use super::folder::Folder;
use super::id::{FolderId, ServiceId};
use super::visit::Visit;
use crate::kernel::crossing::FarFolder;
use crate::{params, record};
use jiff::civil::Date;
use rules::access::{Ground, GroundKind, Relation, Share};
use rules::coded::Coded;
use rules::consent::Decision;
use uuid::Uuid;

/// Folders `$a` and `$b` are joined by something that was taken up.
#[macro_export]
#[doc(hidden)]
macro_rules! joined {
    ($a:literal, $b:literal) => {
        concat!(
            "exists (select 1 from folder_join j where j.folder_id = ",
            $a,
            " and j.far_folder_id = ",
            $b,
            " or j.folder_id = ",
            $b,
            " and j.far_folder_id = ",
            $a,
            ")"
        )
    };
}

/// The viewer, or whom he substitutes for in this service today, is `$who`.
#[macro_export]
#[doc(hidden)]
macro_rules! is_or_substitutes {
    ($who:literal) => {
        concat!(
            "(",
            $who,
            " = $2 or exists (select 1 from substitution s where s.substitute_id = $2 and s.service_id = $1
                and s.worker_id = ",
            $who,
            " and s.from_day <= $4 and s.until_day >= $4))"
        )
    };
}

/// Cooperation with the viewer is limited by the client: in the folder it comes from, or where his service took it up.
#[macro_export]
#[doc(hidden)]
macro_rules! excluded_from_item {
    () => {
        concat!(
            "exists (select 1 from worker_exclusion x where x.worker_id = $2 and x.from_at <= $3
                and (x.until_at is null or x.until_at > $3)
                and (x.folder_id = i.folder_id or ",
            $crate::joined!("i.folder_id", "x.folder_id"),
            "))"
        )
    };
}

/// How the viewer is related to item `i`, as a code of `rules::access::Relation`.
#[macro_export]
macro_rules! item_relation {
    () => {
        concat!(
            "case when ",
            $crate::excluded_from_item!(),
            " then 'excluded' when i.receiver_service_id <> $1 then 'nobody'
              when exists (select 1 from shared_item_receiver r where r.item_id = i.id and r.worker_id = $2)
              then 'receiver'
              when exists (select 1 from shared_item_receiver r where r.item_id = i.id and ",
            $crate::is_or_substitutes!("r.worker_id"),
            ") then 'substitute'
              when exists (select 1 from folder_join j join key_worker_assignment k on k.folder_id = j.far_folder_id
                            where j.folder_id = i.folder_id and j.far_service_id = $1 and k.worker_id = $2
                              and k.from_at <= $3 and (k.until_at is null or k.until_at > $3))
              then 'key_worker' else 'nobody' end"
        )
    };
}

/// What the consent `c` says about sharing from folder `i.folder_id` of `i.service_id` to `i.receiver_service_id`.
#[macro_export]
#[doc(hidden)]
macro_rules! consent_says {
    (stopped) => {
        "exists (select 1 from shared_item_stop z where z.item_id = i.id)"
    };
    (withdrawn) => {
        "exists (select 1 from consent_withdrawal w where w.consent_id = c.id)"
    };
    // A newer decision about the same service in the same folder; a no said in the other service too.
    (superseded) => {
        concat!(
            "exists (select 1 from consent n join consent_terms m on m.consent_id = n.id
              where n.kind = c.kind and n.replaced_at is null
                and (n.given_at > c.given_at or n.given_at = c.given_at and n.recorded_at > c.recorded_at)
                and (n.folder_id = c.folder_id and m.receiver_service_id = t.receiver_service_id
                     or n.decision = 'dissent' and m.receiver_service_id in (i.service_id, i.receiver_service_id)
                        and (n.folder_id = i.folder_id or ",
            $crate::joined!("i.folder_id", "n.folder_id"),
            ")))"
        )
    };
    (complete) => {
        "(t.extent <> '' and t.purpose <> '' and c.valid_until is not null)"
    };
    (covers_topic) => {
        "(c.kind <> 'case_management'
          or exists (select 1 from consent_topic o where o.consent_id = c.id and o.topic = g.topic))"
    };
    (allows_direction) => {
        concat!(
            "(c.folder_id = i.folder_id and t.receiver_service_id = i.receiver_service_id
                and t.direction in ('outward', 'both')
              or c.folder_id <> i.folder_id and t.receiver_service_id = i.service_id
                and t.direction in ('inward', 'both') and ",
            $crate::joined!("i.folder_id", "c.folder_id"),
            ")"
        )
    };
    (names_receiver) => {
        concat!(
            "(c.kind <> 'data_handover' or exists (select 1 from consent_receiver q where q.consent_id = c.id and ",
            $crate::is_or_substitutes!("q.worker_id"),
            "))"
        )
    };
}

/// Consent `c` lets something cross today, whatever its topic and receiver.
#[macro_export]
macro_rules! consent_lets {
    () => {
        concat!(
            "c.replaced_at is null and c.decision = 'consent' and not ",
            $crate::consent_says!(withdrawn),
            " and not ",
            $crate::consent_says!(superseded),
            " and t.valid_from <= $4 and c.valid_until >= $4 and ",
            $crate::consent_says!(complete),
            " and ",
            $crate::consent_says!(allows_direction)
        )
    };
}

/// Item `i` with ground `g` may be read by the viewer: `rules::access::decide_shared`, word for word.
#[macro_export]
macro_rules! shared {
    () => {
        concat!(
            "i.receiver_service_id = $1 and not ",
            $crate::consent_says!(stopped),
            " and (g.legal_ground <> 'consent' and g.reason <> ''
                   or exists (select 1 from consent c join consent_terms t on t.consent_id = c.id
                               where c.id = g.consent_id and ",
            $crate::consent_lets!(),
            " and ",
            $crate::consent_says!(covers_topic),
            " and ",
            $crate::consent_says!(names_receiver),
            ")) and case ",
            $crate::item_relation!(),
            " when 'excluded' then false when 'nobody' then false
              when 'key_worker' then i.kind <> 'handover' else true end"
        )
    };
}

/// `shared_listing!("columns", "further joins", "further conditions, order and limit")` over items `i` with ground `g`.
#[macro_export]
macro_rules! shared_listing {
    ($columns:expr, $joins:expr, $rest:expr) => {
        $crate::kernel::caseload::Listing::with_the_predicate($crate::shared_sql!($columns, $joins, $rest))
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! shared_sql {
    ($columns:expr, $joins:expr, $rest:expr) => {
        concat!(
            "select ",
            $columns,
            " from shared_item i join shared_item_ground g on g.item_id = i.id and g.replaced_at is null ",
            $joins,
            " where $7 and ",
            $crate::shared!(),
            " ",
            $rest
        )
    };
}

record! {
    /// One item with everything that decides about it.
    pub(in crate::kernel) struct Facts {
        pub(in crate::kernel) id: Uuid,
        pub(in crate::kernel) folder_id: FolderId,
        pub(in crate::kernel) pseudonym: Uuid,
        pub(in crate::kernel) service_id: ServiceId,
        pub(in crate::kernel) service_name: String,
        pub(in crate::kernel) kind: String,
        pub(in crate::kernel) title: String,
        pub(in crate::kernel) body: String,
        pub(in crate::kernel) topic: String,
        pub(in crate::kernel) attachment_id: Option<Uuid>,
        pub(in crate::kernel) shared_by: String,
        pub(in crate::kernel) shared_at: i64,
        pub(in crate::kernel) valid_until: Option<Date>,
        relation: Relation,
        legal_ground: String,
        reason: String,
        consent_kind: Option<String>,
        decision: Option<Decision>,
        valid_from: Option<Date>,
        is_stopped: bool,
        is_withdrawn: bool,
        is_superseded: bool,
        is_complete: bool,
        covers_topic: bool,
        allows_direction: bool,
        names_receiver: bool,
    }
}

const ITEM: &str = concat!(
    "select i.id as id, i.folder_id as folder_id, y.pseudonym as pseudonym, i.service_id as service_id,
            v.name as service_name, i.kind as kind, i.title as title, i.body as body, g.topic as topic,
            i.attachment_id as attachment_id,
            trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as shared_by, i.shared_at as shared_at,
            c.valid_until as valid_until, ",
    item_relation!(),
    " as relation, g.legal_ground as legal_ground, g.reason as reason, c.kind as consent_kind,
      c.decision as decision, t.valid_from as valid_from, ",
    consent_says!(stopped),
    " as is_stopped, ",
    consent_says!(withdrawn),
    " as is_withdrawn, ",
    consent_says!(superseded),
    " as is_superseded, coalesce(",
    consent_says!(complete),
    ", false) as is_complete, coalesce(",
    consent_says!(covers_topic),
    ", false) as covers_topic, coalesce(",
    consent_says!(allows_direction),
    ", false) as allows_direction, coalesce(",
    consent_says!(names_receiver),
    ", false) as names_receiver
       from shared_item i
       join shared_item_ground g on g.item_id = i.id and g.replaced_at is null
       join folder_pseudonym y on y.folder_id = i.folder_id
       join service v on v.id = i.service_id
       join worker b on b.id = i.shared_by
       left join consent c on c.id = g.consent_id and c.replaced_at is null
       left join consent_terms t on t.consent_id = c.id
      where i.id = $5"
);

pub(in crate::kernel) fn facts(visit: &Visit<'_>, item: Uuid) -> Result<Option<Facts>, Failure> {
    let viewer = visit.viewer()?;
    let service = viewer.service().unwrap_or_default();
    Ok(visit.unit.first(ITEM, params![service, viewer.worker(), visit.now, visit.today, item])?)
}

impl Facts {
    /// As the policy takes it. A ground that nobody knows is a consent that was never given.
    pub(in crate::kernel) fn share(&self) -> Share {
        let named = self.consent_kind.as_deref().unwrap_or(&self.legal_ground);
        let kind = GroundKind::from_code(named).unwrap_or(GroundKind::CaseManagement);
        let ground = Ground {
            kind,
            decision: self.decision,
            is_withdrawn: self.is_withdrawn,
            is_superseded: self.is_superseded,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            is_complete: self.is_complete,
            covers_topic: self.covers_topic,
            allows_direction: self.allows_direction,
            names_receiver: self.names_receiver,
            has_reason: !self.reason.is_empty(),
        };
        Share { relation: self.relation, is_stopped: self.is_stopped, ground }
    }
}

/// The folders joined with this one, as the sides that a crossing deed may write about.
pub fn far_folders(folder: &Folder<'_>) -> Result<Vec<FarFolder>, Failure> {
    record! { struct Far { id: FolderId, service: ServiceId, pseudonym: Uuid } }
    const FAR: &str = "
        select f.id as id, f.service_id as service, y.pseudonym as pseudonym
          from folder_join j
          join client_folder f on f.id = case when j.folder_id = $1 then j.far_folder_id else j.folder_id end
          join folder_pseudonym y on y.folder_id = f.id
         where (j.folder_id = $1 or j.far_folder_id = $1) and j.joined_at <= $2
         order by j.joined_at, j.id";
    let unit: &Unit = folder.db();
    let far: Vec<Far> = unit.all(FAR, params![folder.id(), folder.as_of()])?;
    Ok(far.into_iter().map(|one| FarFolder::new(one.id, one.service, one.pseudonym)).collect())
}
