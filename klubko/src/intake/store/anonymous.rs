//! Anonymous contacts of a service. Nothing here knows about links.

use crate::kernel::change::Change;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::id::{ActivityId, AnonymousContactId};
use crate::{params, record};
use rules::activity::Form;

/// An anonymous contact before it is a row; there is no field by which somebody could be found.
pub struct NewAnonymousContact<'a> {
    pub id: AnonymousContactId,
    pub activity: ActivityId,
    pub year: i64,
    pub sequence: i64,
    pub number: &'a str,
    pub age_band: &'a str,
    pub sex: &'a str,
    pub region: &'a str,
    pub note: &'a str,
    pub advice: &'a str,
}

/// The next number of the service in a year.
pub fn next_sequence(desk: &Desk, year: i64) -> Result<i64, Failure> {
    record! { struct Next { next: i64 } }
    const NEXT: &str = "
        select coalesce(max(sequence), 0) + 1 as next from anonymous_contact where service_id = $1 and year = $2";
    let next: Option<Next> = desk.db().first(NEXT, params![desk.service(), year])?;
    Ok(next.map_or(1, |row| row.next))
}

pub fn insert(change: &mut Change, desk: &Desk, new: &NewAnonymousContact) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into anonymous_contact (id, service_id, year, sequence, number, activity_id, age_band, sex, region, note,
                                       advice, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let (at, by) = (change.at(), change.by());
    let row = params![
        new.id,
        desk.service(),
        new.year,
        new.sequence,
        new.number,
        new.activity,
        new.age_band,
        new.sex,
        new.region,
        new.note,
        new.advice,
        at,
        by
    ];
    change.run(INSERT, row).map(drop)
}

record! {
    /// An anonymous contact as it is shown.
    pub struct AnonymousContact {
        pub id: AnonymousContactId,
        pub activity_id: ActivityId,
        pub year: i64,
        pub sequence: i64,
        pub number: String,
        pub form: Form,
        pub starts_at: i64,
        pub minutes: i64,
        pub age_band: String,
        pub sex: String,
        pub region: String,
        pub note: String,
        pub advice: String,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
    }
}

/// How many stand on one page.
pub const PAGE: usize = 50;

/// The newest ones with a number below the given one.
pub fn before(desk: &Desk, year: i64, sequence: i64) -> Result<Vec<AnonymousContact>, Failure> {
    const BEFORE: &str = "
        select a.id as id, a.activity_id as activity_id, a.year as year, a.sequence as sequence, a.number as number,
               v.form as form, v.starts_at as starts_at, v.minutes as minutes, a.age_band as age_band, a.sex as sex,
               a.region as region, a.note as note, a.advice as advice, w.title as title, w.given_name as given_name,
               w.family_name as family_name
          from anonymous_contact a
          join activity_version v on v.activity_id = a.activity_id and v.replaced_at is null
          join worker w on w.id = v.worker_id
         where a.service_id = $1 and (a.year < $2 or (a.year = $2 and a.sequence < $3))
         order by a.year desc, a.sequence desc limit 51";
    Ok(desk.db().all(BEFORE, params![desk.service(), year, sequence])?)
}

pub fn one(desk: &Desk, id: AnonymousContactId) -> Result<Option<AnonymousContact>, Failure> {
    const ONE: &str = "
        select a.id as id, a.activity_id as activity_id, a.year as year, a.sequence as sequence, a.number as number,
               v.form as form, v.starts_at as starts_at, v.minutes as minutes, a.age_band as age_band, a.sex as sex,
               a.region as region, a.note as note, a.advice as advice, w.title as title, w.given_name as given_name,
               w.family_name as family_name
          from anonymous_contact a
          join activity_version v on v.activity_id = a.activity_id and v.replaced_at is null
          join worker w on w.id = v.worker_id
         where a.service_id = $1 and a.id = $2";
    Ok(desk.db().first(ONE, params![desk.service(), id])?)
}

record! {
    /// A topic of one of the contacts.
    pub struct Topic {
        pub activity_id: ActivityId,
        pub topic: String,
    }
}

/// Topics of the contacts whose numbers lie between two others.
pub fn topics(desk: &Desk, from: (i64, i64), to: (i64, i64)) -> Result<Vec<Topic>, Failure> {
    const TOPICS: &str = "
        select t.activity_id as activity_id, t.topic as topic
          from anonymous_contact a join activity_topic t on t.activity_id = a.activity_id
         where a.service_id = $1 and (a.year > $2 or (a.year = $2 and a.sequence >= $3))
           and (a.year < $4 or (a.year = $4 and a.sequence <= $5))
         order by t.activity_id, t.topic";
    Ok(desk.db().all(TOPICS, params![desk.service(), from.0, from.1, to.0, to.1])?)
}
