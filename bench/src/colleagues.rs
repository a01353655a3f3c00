//! Those who keep the folders: fifty each, as a busy worker has them. People are not deeds of a folder, so they are
//! planted, as the town's are.

use anyhow::{Result, anyhow};
use klubko::kernel::czech;
use klubko::kernel::db::{Connection, Place};
use klubko::{params, town};
use uuid::Uuid;

pub const FOLDERS_OF_ONE: usize = 50;

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
        select $1, $2, password_hash, 1, false, 'Bc.', 'Kolegyně', $3, $4, '', '', false, 1, null
          from worker where login = 'prikladna'";
    const MEMBER: &str = "
        insert into membership (id, worker_id, service_id, profession, specialisation, position, is_intake, from_day)
        values ($1, $2, $3, 'social_worker', '', 'worker', true, '2020-01-01')";
    let family = format!("Číslo {n}");
    let order = czech::order_key(&format!("{family} Kolegyně"));
    plant(WORKER, params![id(n), &one.login, &family, &order])?;
    let pseudonym = Uuid::from_u128(id(n).as_u128() ^ 1 << 120);
    plant("insert into worker_pseudonym (worker_id, pseudonym) values ($1, $2)", params![id(n), pseudonym])?;
    plant(MEMBER, params![Uuid::from_u128(id(n).as_u128() ^ 1 << 121), id(n), town::JAVORINKA])
}
