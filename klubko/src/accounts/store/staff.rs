//! The people of the house, for the technical admin: accounts, places of work, mandates. No client is behind it.

use crate::kernel::change::Change;
use crate::kernel::czech;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::house::House;
use crate::kernel::id::{MandateId, MembershipId, ServiceId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;
use rules::profession::{Mandate, Position, Profession};
use uuid::Uuid;

record! {
    pub struct Account {
        pub id: WorkerId,
        pub login: String,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
        pub is_one_time: bool,
        pub has_password: bool,
        pub disabled_at: Option<i64>,
        pub version: i64,
    }
}

impl Account {
    pub fn name(&self) -> String {
        let parts = [self.title.as_str(), &self.given_name, &self.family_name];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

record! {
    /// A place of work, now or at another time.
    pub struct Membership {
        pub id: MembershipId,
        pub worker_id: WorkerId,
        pub service_id: ServiceId,
        pub service: String,
        pub profession: Profession,
        pub specialisation: String,
        pub position: Position,
        pub is_intake: bool,
        pub from_day: Date,
        pub until_day: Option<Date>,
    }
}

record! {
    pub struct Mandated {
        pub id: MandateId,
        pub worker_id: WorkerId,
        pub kind: Mandate,
        pub from_day: Date,
        pub until_day: Option<Date>,
    }
}

/// Everybody who ever had an account, in Czech order of names.
pub fn accounts(house: &House) -> Result<Vec<Account>, Failure> {
    const ALL: &str = "
        select id, login, title, given_name, family_name, is_one_time, version, disabled_at,
               case when password_hash = '' then false else true end as has_password
          from worker order by name_order, id";
    Ok(house.db().all(ALL, &[])?)
}

pub fn account(house: &House, id: WorkerId) -> Result<Account, Failure> {
    const ONE: &str = "
        select id, login, title, given_name, family_name, is_one_time, version, disabled_at,
               case when password_hash = '' then false else true end as has_password
          from worker where id = $1";
    house.db().first(ONE, params![id])?.ok_or(Failure::Absent)
}

pub fn memberships(house: &House) -> Result<Vec<Membership>, Failure> {
    const ALL: &str = "
        select m.id as id, m.worker_id as worker_id, m.service_id as service_id, s.name as service,
               m.profession as profession, m.specialisation as specialisation, m.position as position,
               m.is_intake as is_intake, m.from_day as from_day, m.until_day as until_day
          from membership m join service s on s.id = m.service_id order by m.from_day desc, s.position";
    Ok(house.db().all(ALL, &[])?)
}

pub fn mandates(house: &House) -> Result<Vec<Mandated>, Failure> {
    const ALL: &str = "select id, worker_id, kind, from_day, until_day from mandate order by from_day desc";
    Ok(house.db().all(ALL, &[])?)
}

record! { struct Taken { id: WorkerId } }

pub fn is_login_taken(house: &House, login: &str) -> Result<bool, Failure> {
    const FIND: &str = "select id from worker where login = $1";
    let found: Option<Taken> = house.db().first(FIND, params![login])?;
    Ok(found.is_some_and(|taken| taken.id != WorkerId::default()))
}

/// Somebody who is to have an account; the login is folded.
pub struct NewWorker {
    pub login: String,
    title: String,
    given_name: String,
    family_name: String,
}

impl NewWorker {
    /// From the fields `title`, `given_name`, `family_name` and `login`.
    pub fn read(form: &mut Form) -> Self {
        let title = rules::text::tidy(&form.text("title"));
        let given_name = rules::text::tidy(&form.required("given_name", "Doplňte jméno"));
        let family_name = rules::text::tidy(&form.required("family_name", "Doplňte příjmení"));
        let login = rules::text::fold(form.value("login"));
        let is_plain = login.chars().all(|letter| letter.is_ascii_alphanumeric() || ".-_".contains(letter));
        if !(2..=40).contains(&login.len()) || !is_plain {
            form.problem("login", "Přihlašovací jméno má 2 až 40 písmen bez mezer, třeba prikladna");
        }
        Self { login, title, given_name, family_name }
    }
}

/// Makes the account. It has no password yet, so nobody can sign in to it.
pub fn hire(change: &mut Change, new: &NewWorker) -> Result<WorkerId, Failure> {
    const INSERT: &str = "
        insert into worker (id, login, password_hash, password_set_at, is_one_time, title, given_name, family_name,
                            name_order, greeting, theme, keys_off, version)
        values ($1, $2, '', $3, false, $4, $5, $6, $7, '', '', false, 1)";
    const PSEUDONYM: &str = "insert into worker_pseudonym (worker_id, pseudonym) values ($1, $2)";
    let id: WorkerId = change.new_id();
    let (now, order) = (change.at(), czech::order_key(&format!("{} {}", new.family_name, new.given_name)));
    change.run(INSERT, params![id, &new.login, now, &new.title, &new.given_name, &new.family_name, &order])?;
    let pseudonym = Uuid::new_v4();
    change.run(PSEUDONYM, params![id, pseudonym])?;
    Ok(id)
}

pub struct NewMembership {
    pub service: ServiceId,
    pub profession: Profession,
    pub specialisation: String,
    pub position: Position,
    pub is_intake: bool,
    pub from_day: Date,
    pub until_day: Option<Date>,
}

pub fn join(change: &mut Change, worker: WorkerId, new: &NewMembership) -> Result<MembershipId, Failure> {
    const INSERT: &str = "
        insert into membership (id, worker_id, service_id, profession, specialisation, position, is_intake, from_day,
                                until_day)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let id: MembershipId = change.new_id();
    let NewMembership { service, profession, position, is_intake, from_day, until_day, .. } = *new;
    let row = params![id, worker, service, profession, &new.specialisation, position, is_intake, from_day, until_day];
    change.run(INSERT, row)?;
    Ok(id)
}

/// The last day of a membership that still goes on.
pub fn end_membership(change: &mut Change, worker: WorkerId, id: MembershipId, until: Date) -> Result<(), Failure> {
    const END: &str = "
        update membership set until_day = $3 where id = $1 and worker_id = $2
           and (until_day is null or until_day > $3)";
    change.replace(END, params![id, worker, until])
}

pub fn give_mandate(change: &mut Change, worker: WorkerId, kind: Mandate, from: Date) -> Result<MandateId, Failure> {
    const INSERT: &str = "insert into mandate (id, worker_id, kind, from_day) values ($1, $2, $3, $4)";
    let id: MandateId = change.new_id();
    change.run(INSERT, params![id, worker, kind, from])?;
    Ok(id)
}

pub fn end_mandate(change: &mut Change, worker: WorkerId, id: MandateId, until: Date) -> Result<(), Failure> {
    const END: &str = "
        update mandate set until_day = $3 where id = $1 and worker_id = $2 and (until_day is null or until_day > $3)";
    change.replace(END, params![id, worker, until])
}

/// Closes the account, over the version that was read.
pub fn disable(change: &mut Change, worker: WorkerId, version: i64) -> Result<(), Failure> {
    const DISABLE: &str = "
        update worker set disabled_at = $3, version = version + 1
         where id = $1 and version = $2 and disabled_at is null";
    let now = change.at();
    change.replace(DISABLE, params![worker, version, now])
}

pub fn enable(change: &mut Change, worker: WorkerId, version: i64) -> Result<(), Failure> {
    const ENABLE: &str = "
        update worker set disabled_at = null, version = version + 1
         where id = $1 and version = $2 and disabled_at is not null";
    change.replace(ENABLE, params![worker, version])
}
