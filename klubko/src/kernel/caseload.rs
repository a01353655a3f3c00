//! The door's sister for lists over many folders. One predicate, written once, says which folders a viewer may see
//! listed and by which tie; lists, counts, search and tasks are [`Listing`]s, and a listing cannot be made without it.
//!
//! Parameters of every listing: `$1` service, `$2` worker, `$3` now, `$4` today, `$5` is head, `$6` is on intake,
//! `$7` sees the names of the service's other folders. Its own begin at `$8`.

use super::db::Unit;
use super::desk::Desk;
use super::door::{self, Opened};
use super::failure::Failure;
use super::id::{ServiceId, WorkerId};
use super::journal::{self, Concern, Entry};
use super::value::{Record, Value};
use super::visit::Visit;
use rules::access::{Verdict, decide_caseload};

/// The viewer `$2` is excluded from folder `f`.
///
/// What few workers have is asked in two steps, here and below: whether the viewer has any such row, which the engine
/// asks once for the whole list, and only then whether one of them is of this folder.
#[macro_export]
macro_rules! excluded {
    () => {
        "(exists (select 1 from worker_exclusion y where y.worker_id = $2)
          and exists (select 1 from worker_exclusion x where x.folder_id = f.id and x.worker_id = $2
                         and x.from_at <= $3 and (x.until_at is null or x.until_at > $3)))"
    };
}

/// The viewer is the key worker of folder `f` now.
#[macro_export]
macro_rules! is_key_worker {
    () => {
        "exists (select 1 from key_worker_assignment k where k.folder_id = f.id and k.worker_id = $2
                    and k.from_at <= $3 and (k.until_at is null or k.until_at > $3))"
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! is_head_here {
    () => {
        "($5 or exists (select 1 from head_deputy y where y.worker_id = $2)
                and exists (select 1 from head_deputy h where h.folder_id = f.id and h.worker_id = $2
                               and h.from_at <= $3 and (h.until_at is null or h.until_at > $3)))"
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! is_assigned {
    ($as_mentor:literal) => {
        concat!(
            "(exists (select 1 from assignment y where y.worker_id = $2 and y.as_mentor = ",
            $as_mentor,
            ") and exists (select 1 from assignment a where a.folder_id = f.id and a.worker_id = $2 and a.as_mentor = ",
            $as_mentor,
            " and a.ended_at is null and a.from_day <= $4 and (a.until_day is null or a.until_day >= $4)))"
        )
    };
}

#[macro_export]
#[doc(hidden)]
macro_rules! is_substitute {
    () => {
        "(exists (select 1 from substitution y where y.substitute_id = $2 and y.until_day >= $4)
          and exists (select 1 from substitution s join key_worker_assignment k on k.worker_id = s.worker_id
                       where s.substitute_id = $2 and s.service_id = $1 and s.from_day <= $4 and s.until_day >= $4
                         and k.folder_id = f.id and k.from_at <= $3 and (k.until_at is null or k.until_at > $3)))"
    };
}

/// Intake sees a folder while no key worker is named, and so does the worker who opened it.
#[macro_export]
#[doc(hidden)]
macro_rules! is_intake {
    () => {
        "(($6 or f.opened_by = $2) and not exists (select 1 from key_worker_assignment k where k.folder_id = f.id
                    and k.from_at <= $3))"
    };
}

/// The viewer's tie to folder `f`, as a code of `rules::access::Tie`.
#[macro_export]
macro_rules! tie {
    () => {
        concat!(
            "case when ",
            $crate::excluded!(),
            " then 'excluded' when f.service_id <> $1 and ",
            $crate::is_inspected!(),
            " then 'inspection' when f.service_id <> $1 then 'other_service' when ",
            $crate::is_key_worker!(),
            " then 'key_worker' when ",
            $crate::is_head_here!(),
            " then 'service_head' when ",
            $crate::is_assigned!("false"),
            " then 'assigned' when ",
            $crate::is_substitute!(),
            " then 'substitute' when ",
            $crate::is_assigned!("true"),
            " then 'mentor' when ",
            $crate::is_intake!(),
            " then 'intake'
             when exists (select 1 from key_worker_handover y where y.to_worker_id = $2)
                  and exists (select 1 from key_worker_handover o where o.folder_id = f.id and o.to_worker_id = $2
                                 and not exists (select 1 from handover_answer n where n.handover_id = o.id))
             then 'handover_addressee' else 'same_service' end"
        )
    };
}

/// The service lets its workers know each other's clients by name.
#[macro_export]
#[doc(hidden)]
macro_rules! names_are_known {
    () => {
        "coalesce((select ss.value from service_setting ss
                    where ss.service_id = $1 and ss.key = 'same_service_sees_name' and ss.valid_from <= $4
                    order by ss.valid_from desc, ss.recorded_at desc limit 1), 'yes') = 'yes'"
    };
}

/// Folder `f` may be listed to worker `$2` of service `$1`, at least by name: `rules::access::listed`, word for word.
///
/// Where names are known and the viewer mentors nobody, every tie but an exclusion is listed: the tie itself need not
/// be looked for.
#[macro_export]
macro_rules! visible {
    () => {
        concat!(
            "f.service_id = $1 and not ",
            $crate::excluded!(),
            " and ($7 and ",
            $crate::names_are_known!(),
            " and not exists (select 1 from assignment y where y.worker_id = $2 and y.as_mentor) or case ",
            $crate::tie!(),
            " when 'excluded' then false when 'other_service' then false when 'mentor' then not $7
              when 'handover_addressee' then $7
              when 'same_service' then $7 and ",
            $crate::names_are_known!(),
            " else $7 end)"
        )
    };
}

/// Folder `f` is one of the viewer's own: more than its name may be shown and matched.
#[macro_export]
macro_rules! visible_fully {
    () => {
        concat!(
            "f.service_id = $1 and case ",
            $crate::tie!(),
            " when 'excluded' then false when 'other_service' then false when 'mentor' then not $7
              when 'handover_addressee' then false when 'same_service' then false else $7 end"
        )
    };
}

/// A query over folders `f` that holds the predicate of visibility.
#[derive(Clone, Copy)]
pub struct Listing(&'static str);

impl Listing {
    #[doc(hidden)]
    pub const fn with_the_predicate(sql: &'static str) -> Self {
        Self(sql)
    }

    /// Its text, for the test that asks the engine how it would run it.
    pub const fn sql(self) -> &'static str {
        self.0
    }
}

/// `listing!(visible, "columns", "from client_folder f join …", "further conditions, order and limit")`; with `fully`
/// instead of `visible` only folders that the viewer is tied to. The tie is always the column `tie`; `count` leaves it
/// out. Texts may be put together by `concat!`.
#[macro_export]
macro_rules! listing {
    (visible, $columns:expr, $from:expr, $rest:expr) => {
        $crate::kernel::caseload::Listing::with_the_predicate(concat!(
            "select ",
            $columns,
            ", ",
            $crate::tie!(),
            " as tie ",
            $from,
            " where ",
            $crate::visible!(),
            " ",
            $rest
        ))
    };
    (fully, $columns:expr, $from:expr, $rest:expr) => {
        $crate::kernel::caseload::Listing::with_the_predicate(concat!(
            "select ",
            $columns,
            ", ",
            $crate::tie!(),
            " as tie ",
            $from,
            " where ",
            $crate::visible_fully!(),
            " ",
            $rest
        ))
    };
    (count, $columns:expr, $from:expr, $rest:expr) => {
        $crate::kernel::caseload::Listing::with_the_predicate(concat!(
            "select ",
            $columns,
            " ",
            $from,
            " where ",
            $crate::visible_fully!(),
            " ",
            $rest
        ))
    };
}

/// The folders that the viewer may see listed in the service he works for now.
pub struct Caseload<'v> {
    visit: &'v Visit<'v>,
    service: ServiceId,
}

impl<'v> Caseload<'v> {
    /// Opens the list for the route's act; noted once per act and filters in a quarter of an hour.
    pub fn open(visit: &'v Visit<'v>) -> Result<Self, Failure> {
        let viewer = visit.viewer()?;
        let service = viewer.service().unwrap_or_default();
        let verdict = decide_caseload(viewer.subject(), viewer.is_head(), visit.act);
        let concern = Concern::of("service", service.0);
        if let Verdict::Granted { because, .. } = verdict {
            journal::note(visit, concern, Entry::granted(because).section(visit.request.filters()))?;
            return Ok(Self { visit, service });
        }
        door::pass(visit, concern, verdict)?;
        Err(Failure::Absent)
    }

    /// Opens the list for something that was typed to find somebody: the text itself is always written.
    pub fn search(visit: &'v Visit<'v>, typed: &str) -> Result<Self, Failure> {
        let viewer = visit.viewer()?;
        let verdict = decide_caseload(viewer.subject(), viewer.is_head(), visit.act);
        let service = if matches!(verdict, Verdict::Granted { .. }) { viewer.service() } else { None };
        let caseload = Self { visit, service: service.ok_or(Failure::Absent)? };
        let line = journal::Line::new(visit, caseload.concern(), Entry::searched(typed));
        visit.ledger.borrow_mut().looks.push(line);
        Ok(caseload)
    }

    /// Inside a desk's act: a duplicate is looked for before a folder is opened.
    pub fn beside(desk: &Desk<'v>) -> Self {
        Self { visit: desk.visit(), service: desk.service() }
    }

    pub fn service(&self) -> ServiceId {
        self.service
    }

    /// For the worker's own rows of this service (his appointments, his drafts); folders only by a [`Listing`].
    pub fn own(&self) -> Result<(&Unit, WorkerId), Failure> {
        Ok((self.visit.unit, self.visit.viewer()?.worker()))
    }

    /// The rows of a listing; `rest` are the values from `$8` on.
    pub fn all<R: Record>(&self, listing: Listing, rest: &[Value<'_>]) -> Result<Vec<R>, Failure> {
        let viewer = self.visit.viewer()?;
        let mut values = vec![
            Value::from(self.service),
            Value::from(viewer.worker()),
            Value::from(self.visit.now),
            Value::from(self.visit.today),
            Value::from(viewer.is_head()),
            Value::from(viewer.is_on_intake()),
            Value::from(viewer.subject().is_care_worker()),
        ];
        values.extend_from_slice(rest);
        Ok(self.visit.unit.all(listing.0, &values)?)
    }
}

impl door::sealed::Sealed for Caseload<'_> {}

impl<'v> Opened<'v> for Caseload<'v> {
    fn visit(&self) -> &'v Visit<'v> {
        self.visit
    }

    fn concern(&self) -> Concern {
        Concern::of("service", self.service.0)
    }
}
