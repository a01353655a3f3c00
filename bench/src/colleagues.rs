//! Those who keep the folders: fifty each, as a busy worker has them. People are not deeds of a folder, so they are
//! planted, as the town's are.

use anyhow::{Result, anyhow};
use klubko::kernel::czech;
use klubko::kernel::db::{Connection, Place};
use klubko::{params, town};
use uuid::Uuid;

pub const FOLDERS_OF_ONE: usize = 50;
/// So many colleagues keep what is grown by forms; each such block is of one service.
pub const BLOCK: usize = 10;
/// So many serve on the day of the measuring; whoever came after them has left, and the folders are as they were left.
const SERVING: usize = 200;
/// The town's own and five like it.
pub const SERVICES: usize = 6;

/// The last day of those who left, and its end in milliseconds.
const LEFT_ON: &str = "2026-06-08";
const LEFT_AT: i64 = 1_780_956_000_000;

#[derive(Clone)]
pub struct Colleague {
    pub id: String,
    pub login: String,
}

pub fn join(place: &Place, many: usize) -> Result<Vec<Colleague>> {
    let failed = |error: klubko::kernel::db::Error| anyhow!("{error}");
    let colleagues: Vec<_> = (0..many).map(colleague).collect();
    let writer = Connection::open_writer(place).map_err(failed)?;
    let join = |plant: klubko::kernel::db::Plant<'_>| {
        (1..SERVICES).try_for_each(|nth| open_service(plant, nth))?;
        colleagues.iter().enumerate().try_for_each(|(n, one)| hire(plant, n, one))
    };
    writer.plant(join).map_err(failed)?;
    Ok(colleagues)
}

fn id(n: usize) -> Uuid {
    Uuid::from_u128((0xc0_11ea << 96) + n as u128)
}

fn colleague(n: usize) -> Colleague {
    Colleague { id: id(n).to_string(), login: format!("kolegyne{n}") }
}

/// Signs in with the password that the whole town has.
fn hire(plant: klubko::kernel::db::Plant<'_>, n: usize, one: &Colleague) -> klubko::kernel::db::Result<()> {
    const WORKER: &str = "
        insert into worker (id, login, password_hash, password_set_at, is_one_time, title, given_name, family_name,
                            name_order, greeting, theme, keys_off, version, disabled_at)
        select $1, $2, password_hash, 1, false, 'Bc.', 'Kolegyně', $3, $4, '', '', false, 1, $5
          from worker where login = 'prikladna'";
    const MEMBER: &str = "
        insert into membership (id, worker_id, service_id, profession, specialisation, position, is_intake, from_day,
                                until_day)
        values ($1, $2, $3, 'social_worker', '', 'worker', true, '2020-01-01', $4)";
    let family = format!("Číslo {n}");
    let order = czech::order_key(&format!("{family} Kolegyně"));
    let (disabled_at, until_day) = if n < SERVING { (None, None) } else { (Some(LEFT_AT), Some(LEFT_ON)) };
    plant(WORKER, params![id(n), &one.login, &family, &order, disabled_at])?;
    let pseudonym = Uuid::from_u128(id(n).as_u128() ^ 1 << 120);
    plant("insert into worker_pseudonym (worker_id, pseudonym) values ($1, $2)", params![id(n), pseudonym])?;
    let service = service_of(n / BLOCK * BLOCK);
    plant(MEMBER, params![Uuid::from_u128(id(n).as_u128() ^ 1 << 121), id(n), service, until_day])
}

/// The service of those who come after so many others: the first block works in the town's own.
pub fn service_of(shift: usize) -> Uuid {
    let nth = shift / BLOCK % SERVICES;
    let first = Uuid::from(town::JAVORINKA);
    if nth == 0 { first } else { Uuid::from_u128(first.as_u128() ^ ((nth as u128) << 96)) }
}

/// The same service once more, with its settings.
fn open_service(plant: klubko::kernel::db::Plant<'_>, nth: usize) -> klubko::kernel::db::Result<()> {
    const SERVICE: &str = "
        insert into service (id, position, name, mark, kind, delivery_form, registration, place, opening_hours,
                             mission, circle_of_persons, version, written_at, written_by, closed_on)
        select $1, position + $2, name, mark, kind, delivery_form, registration, place, opening_hours, mission,
               circle_of_persons, version, written_at, written_by, closed_on
          from service where id = $3";
    const SETTINGS: &str = "
        insert into service_setting (service_id, key, value, valid_from, recorded_at, recorded_by)
        select $1, key, value, valid_from, recorded_at, recorded_by from service_setting where service_id = $2";
    let id = service_of(nth * BLOCK);
    plant(SERVICE, params![id, 100 + nth as i64, town::JAVORINKA])?;
    plant(SETTINGS, params![id, town::JAVORINKA])
}

/// The colleague so many places further, or the pseudonym of that one; another id stays as it is.
pub fn moved(of: Uuid, shift: usize, people: usize) -> Uuid {
    const PSEUDONYM: u128 = 1 << 120;
    let plain = of.as_u128() & !PSEUDONYM;
    let is_colleague = plain >> 96 == 0xc0_11ea;
    if !is_colleague {
        return of;
    }
    let n = (plain & u128::from(u64::MAX)) as usize;
    Uuid::from_u128(id((n + shift) % people.max(1)).as_u128() | of.as_u128() & PSEUDONYM)
}
