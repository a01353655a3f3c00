//! The meetings themselves: their series, who comes, minutes in their secured store, anonymised consultations, the end.

use crate::kernel::caseload::Caseload;
use crate::kernel::change::Change;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::id::{ServiceId, WorkerId};
use crate::kernel::meeting::Meeting;
use crate::{params, record, settings};
use jiff::civil::Date;
use rules::meeting::Rhythm;
use uuid::Uuid;

record! {
    pub struct Line {
        pub id: Uuid,
        pub service: String,
        pub far_service: String,
        pub starts_at: i64,
        pub meets_on: Date,
        pub place: String,
        pub took_place: Option<bool>,
    }
}

/// The meetings of the worker's service; a peer mentor's are those he was invited to.
pub fn all(caseload: &Caseload, is_whole: bool) -> Result<Vec<Line>, Failure> {
    const ALL: &str = "
        select m.id as id, s.name as service, f.name as far_service, m.starts_at as starts_at, m.meets_on as meets_on,
               m.place as place, e.took_place as took_place
          from team_meeting m
          join service s on s.id = m.service_id
          join service f on f.id = m.far_service_id
          left join team_meeting_end e on e.meeting_id = m.id
         where m.id in (select x.id from team_meeting x where x.service_id = $1
                        union select y.id from team_meeting y where y.far_service_id = $1)
           and ($3 or exists (select 1 from meeting_guest g where g.meeting_id = m.id and g.worker_id = $2))
         order by m.meets_on desc, m.starts_at desc, m.id desc limit 60";
    let (unit, worker) = caseload.own()?;
    Ok(unit.all(ALL, params![caseload.service(), worker, is_whole])?)
}

/// Another service with which one may meet.
pub struct Other {
    pub id: ServiceId,
    pub name: String,
}

/// The other services of the provider, in its order.
pub fn other_services(desk: &Desk) -> Result<Vec<Other>, Failure> {
    let all = settings::services(desk.db())?.into_iter().filter(|one| one.id != desk.service());
    Ok(all.map(|one| Other { id: one.id, name: one.name }).collect())
}

record! { struct Series { id: Uuid, rhythm: Rhythm } }

/// The series of two services, newest first; the first meeting of the two begins it.
pub fn series(change: &mut Change, desk: &Desk, (far, rhythm): (ServiceId, Rhythm)) -> Result<Uuid, Failure> {
    const SERIES: &str = "
        select x.id as id, x.rhythm as rhythm from meeting_series x
         where x.service_id = $1 and x.far_service_id = $2 or x.service_id = $2 and x.far_service_id = $1
         order by x.recorded_at desc, x.id desc limit 1";
    const INSERT: &str = "
        insert into meeting_series (id, service_id, far_service_id, rhythm, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6)";
    let found: Option<Series> = desk.db().first(SERIES, params![desk.service(), far])?;
    if let Some(series) = found.filter(|series| series.rhythm == rhythm) {
        return Ok(series.id);
    }
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, desk.service(), far, rhythm, at, by])?;
    Ok(id)
}

/// How often the services of the meeting meet.
pub fn rhythm(meeting: &Meeting) -> Result<Rhythm, Failure> {
    const RHYTHM: &str = "
        select x.id as id, x.rhythm as rhythm from meeting_series x where x.id = $1 and x.service_id in ($2, $3)";
    let [(one, _), (other, _)] = meeting.services();
    let found: Option<Series> = meeting.db().first(RHYTHM, params![meeting.series(), one, other])?;
    Ok(found.map_or(Rhythm::ByAgreement, |one| one.rhythm))
}

pub struct NewMeeting<'a> {
    pub series: Uuid,
    pub services: (ServiceId, ServiceId),
    pub starts_at: i64,
    pub meets_on: Date,
    pub place: &'a str,
    pub chair: WorkerId,
    pub minute_taker: Option<WorkerId>,
}

pub fn plan(change: &mut Change, new: &NewMeeting<'_>) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into team_meeting (id, series_id, service_id, far_service_id, starts_at, meets_on, place, chair_id,
                                  minute_taker_id, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    let NewMeeting { series, services: (own, far), starts_at, meets_on, place, chair, minute_taker } = *new;
    change.run(INSERT, params![id, series, own, far, starts_at, meets_on, place, chair, minute_taker, at, by])?;
    Ok(id)
}

/// The same people and place on another day.
pub fn plan_next(change: &mut Change, meeting: &Meeting, (starts_at, on): (i64, Date)) -> Result<(), Failure> {
    const NEXT: &str = "
        insert into team_meeting (id, series_id, service_id, far_service_id, starts_at, meets_on, place, chair_id,
                                  minute_taker_id, recorded_at, recorded_by)
        select $1, m.series_id, m.service_id, m.far_service_id, $3, $4, m.place, m.chair_id, m.minute_taker_id, $5, $6
          from team_meeting m where m.id = $2";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    change.run(NEXT, params![id, meeting.id(), starts_at, on, at, by]).map(drop)
}

/// The day of the next meeting of the same services that was planned already.
pub fn next_on(meeting: &Meeting) -> Result<Option<Date>, Failure> {
    record! { struct Next { meets_on: Option<Date> } }
    const NEXT: &str = "
        select min(m.meets_on) as meets_on from team_meeting m
         where m.meets_on > $3
           and (m.service_id = $1 and m.far_service_id = $2 or m.service_id = $2 and m.far_service_id = $1)
           and not exists (select 1 from team_meeting_end e where e.meeting_id = m.id)";
    let [(one, _), (other, _)] = meeting.services();
    let next: Option<Next> = meeting.db().first(NEXT, params![one, other, meeting.meets_on()])?;
    Ok(next.and_then(|one| one.meets_on))
}

/// Errors: [`Failure::Overtaken`] when somebody else ended it already.
pub fn end(change: &mut Change, meeting: &Meeting, (took_place, note): (bool, &str)) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into team_meeting_end (meeting_id, service_id, took_place, note, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6) on conflict (meeting_id) do nothing";
    let (at, by) = (change.at(), change.by());
    change.replace(INSERT, params![meeting.id(), meeting.service(), took_place, note, at, by])
}

record! {
    pub struct Minutes {
        pub version: i64,
        pub minutes: String,
        pub recorded_at: i64,
        pub recorded_by_id: WorkerId,
        pub recorded_by: String,
    }
}

/// All wordings of the minutes, the newest first.
pub fn minutes(meeting: &Meeting) -> Result<Vec<Minutes>, Failure> {
    const MINUTES: &str = "
        select n.version as version, n.minutes as minutes, n.recorded_at as recorded_at, n.recorded_by as recorded_by_id,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
          from meeting_minutes n join worker w on w.id = n.recorded_by
         where n.meeting_id = $1 and n.service_id in ($2, $3) order by n.version desc";
    let [(one, _), (other, _)] = meeting.services();
    Ok(meeting.db().all(MINUTES, params![meeting.id(), one, other])?)
}

/// The next wording; the one that was read stays readable.
///
/// Errors: [`Failure::Overtaken`] when somebody else was faster.
pub fn write_minutes(change: &mut Change, meeting: &Meeting, read: i64, text: &str) -> Result<(), Failure> {
    const REPLACE: &str = "
        update meeting_minutes set replaced_at = $3
         where meeting_id = $1 and version = $2 and replaced_at is null and service_id is not null";
    const INSERT: &str = "
        insert into meeting_minutes (meeting_id, version, service_id, minutes, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6) on conflict (meeting_id, version) do nothing";
    let (at, by) = (change.at(), change.by());
    if read > 0 {
        change.replace(REPLACE, params![meeting.id(), read, at])?;
    }
    change.replace(INSERT, params![meeting.id(), read + 1, meeting.service(), text, at, by])
}

record! {
    pub struct Consultation {
        pub question: String,
        pub conclusion: String,
    }
}

pub fn consultations(meeting: &Meeting) -> Result<Vec<Consultation>, Failure> {
    const CONSULTATIONS: &str = "
        select c.question as question, c.conclusion as conclusion from meeting_consultation c
         where c.meeting_id = $1 and c.service_id in ($2, $3) order by c.recorded_at, c.id";
    let [(one, _), (other, _)] = meeting.services();
    Ok(meeting.db().all(CONSULTATIONS, params![meeting.id(), one, other])?)
}

pub fn consult(change: &mut Change, meeting: &Meeting, (question, conclusion): (&str, &str)) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into meeting_consultation (id, meeting_id, service_id, question, conclusion, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, meeting.id(), meeting.service(), question, conclusion, at, by])?;
    Ok(id)
}

record! {
    pub struct Guest {
        pub name: String,
        pub reason: String,
    }
}

pub fn guests(meeting: &Meeting) -> Result<Vec<Guest>, Failure> {
    const GUESTS: &str = "
        select trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as name, g.reason as reason
          from meeting_guest g join worker w on w.id = g.worker_id
         where g.meeting_id = $1 and g.service_id in ($2, $3) order by w.name_order, w.id";
    let [(one, _), (other, _)] = meeting.services();
    Ok(meeting.db().all(GUESTS, params![meeting.id(), one, other])?)
}

pub fn invite(change: &mut Change, meeting: &Meeting, (worker, reason): (WorkerId, &str)) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into meeting_guest (meeting_id, service_id, worker_id, reason, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6) on conflict (meeting_id, worker_id) do nothing";
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![meeting.id(), meeting.service(), worker, reason, at, by]).map(drop)
}
