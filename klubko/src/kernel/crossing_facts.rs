//! What decides about a shared item, in SQL: the one predicate of sharing, in words that the door, lists, counts, notices
//! and agendas share.
//!
//! Item `i`, its present ground `g`, the consent `c` with its terms `t`. Parameters as in every listing: `$1` service,
//! `$2` worker, `$3` now, `$4` today.

use super::crossing::FarFolder;
use super::db::Unit;
use super::failure::Failure;
use super::folder::Folder;
use super::id::{FolderId, ServiceId};
use crate::{params, record};
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
    // No consent is asked for: a ground in the law stands with its reason, and no withdrawal touches it.
    (in_the_law) => {
        "g.legal_ground in ('vital_interest', 'legal_duty') and g.reason <> ''"
    };
    (withdrawn) => {
        "exists (select 1 from consent_withdrawal w where w.consent_id = c.id)"
    };
    // A newer decision about the same service in the same folder; a no said in the other service too.
    (superseded) => {
        "(exists (select 1 from consent n join consent_terms m on m.consent_id = n.id
                   where n.folder_id = c.folder_id and n.kind = c.kind and n.replaced_at is null
                     and m.receiver_service_id = t.receiver_service_id
                     and n.given_at >= c.given_at and (n.given_at > c.given_at or n.recorded_at > c.recorded_at))
          or exists (select 1 from consent n join consent_terms m on m.consent_id = n.id
                      where n.folder_id in (select i.folder_id
                                             union all select j.far_folder_id from folder_join j
                                                        where j.folder_id = i.folder_id
                                             union all select j.folder_id from folder_join j
                                                        where j.far_folder_id = i.folder_id)
                        and n.kind = c.kind and n.replaced_at is null and n.decision = 'dissent'
                        and m.receiver_service_id in (i.service_id, i.receiver_service_id)
                        and n.given_at >= c.given_at and (n.given_at > c.given_at or n.recorded_at > c.recorded_at)))"
    };
    (complete) => {
        "(c.kind <> 'case_management' or t.extent <> '' and t.purpose <> '' and c.valid_until is not null)"
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
            " and t.valid_from <= $4 and (c.valid_until >= $4 or c.valid_until is null and c.kind = 'data_handover') and ",
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
            " and (",
            $crate::consent_says!(in_the_law),
            " or exists (select 1 from consent c join consent_terms t on t.consent_id = c.id
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
        // A listing gets all seven parameters; PostgreSQL wants each to stand somewhere.
        $crate::kernel::caseload::Listing::with_the_predicate($crate::shared_sql!(
            $columns,
            $joins,
            concat!("and ($5 or not $5) and ($6 or not $6) ", $rest)
        ))
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
