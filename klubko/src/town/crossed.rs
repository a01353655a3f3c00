//! What crossed between the two services at Nádražní: one statement that was read, a part of the commission that waits for an
//! answer, and one thing that was told because a life depends on it.

use super::people::{OSP, PM};
use super::planting::{moment, worker};
use crate::kernel::db::{Plant, Result};
use crate::kernel::id::WorkerId;
use crate::params;
use uuid::Uuid;

/// Viktor Domnělý of peer mentoring, who agreed to it.
const FAMILY: &str = "Domnělý";
const TOPIC: &str = "doprava a pomůcky";
const PART: &str = "žádost o příspěvek na zvláštní pomůcku";
const ASKED: &str = "Klient: Viktor Domnělý\nŽádáme o: žádost o příspěvek na zvláštní pomůcku\nTermín: 27. 3. 2026\nPotřebné \
                     údaje: Schodišťová plošina, posudek lékaře je z 20. 2. 2026.";

/// One item, its ground, whom it came to.
struct Item {
    n: u128,
    kind: &'static str,
    title: &'static str,
    body: &'static str,
    at: &'static str,
}

const ON_LAW: u128 = 3;

const ITEMS: [Item; 3] = [
    Item {
        n: 1,
        kind: "statement",
        title: "Co umí nájezdová plošina",
        body: "Plošina unese 300 kg. Dům souhlasí s montáží, výrobce má volno v květnu.",
        at: "2026-02-18T13:20",
    },
    Item { n: 2, kind: "part", title: PART, body: ASKED, at: "2026-03-02T10:40" },
    Item {
        n: ON_LAW,
        kind: "statement",
        title: "Prudká alergie na latex",
        body: "Při styku s latexem přestává dýchat. Adrenalin nosí v levé kapse vozíku.",
        at: "2026-02-24T18:50",
    },
];

pub(super) fn cross(plant: Plant<'_>) -> Result<()> {
    ITEMS.iter().try_for_each(|item| share(plant, item))?;
    ask(plant)?;
    read(plant)
}

const fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x0dd0_0000_0000_4000_8000_7100_0000_0000 + n)
}

fn share(plant: Plant<'_>, item: &Item) -> Result<()> {
    const ITEM: &str = "
        insert into shared_item (id, folder_id, service_id, receiver_service_id, kind, title, body, shared_at, shared_by)
        select $1, folder_id, $3, $4, $5, $6, $7, $8, $9
          from person_version where family_name = $2 and replaced_at is null";
    const GROUND: &str = "
        insert into shared_item_ground (item_id, version, folder_id, legal_ground, consent_id, topic, reason, citation,
                                        recorded_at, recorded_by)
        select $1, 1, c.folder_id, 'consent', c.id, $3, '', '', $4, $5
          from consent c join person_version p on p.folder_id = c.folder_id and p.replaced_at is null
         where p.family_name = $2 and c.kind = 'case_management' order by c.given_at desc limit 1";
    const RECEIVER: &str = "
        insert into shared_item_receiver (item_id, folder_id, worker_id)
        select $1, folder_id, $3 from person_version where family_name = $2 and replaced_at is null";
    let (at, by, lenka) = (moment(item.at)?, worker("rampova")?, worker("paterni")?);
    plant(ITEM, params![id(item.n), FAMILY, PM, OSP, item.kind, item.title, item.body, at, by])?;
    if item.n == ON_LAW {
        return on_law(plant, (at, by)).and_then(|()| plant(RECEIVER, params![id(item.n), FAMILY, lenka]));
    }
    plant(GROUND, params![id(item.n), FAMILY, TOPIC, at, by])?;
    plant(RECEIVER, params![id(item.n), FAMILY, lenka])
}

/// Nobody could ask him before the morning; he was told afterwards.
fn on_law(plant: Plant<'_>, (at, by): (i64, WorkerId)) -> Result<()> {
    const GROUND: &str = "
        insert into shared_item_ground (item_id, version, folder_id, legal_ground, topic, reason, citation, told_on,
                                        recorded_at, recorded_by)
        select $1, 1, p.folder_id, 'vital_interest', '', $3, l.text, '2026-02-25', $4, $5
          from person_version p join legal_reference l on l.code = 'sharing_vital_interest'
         where p.family_name = $2 and p.replaced_at is null";
    const WHY: &str = "Jde o život: poradna s ním jede ráno na montáž plošiny a do té doby se ho nezeptáme.";
    plant(GROUND, params![id(ON_LAW), FAMILY, WHY, at, by])
}

fn ask(plant: Plant<'_>) -> Result<()> {
    const ASK: &str = "
        insert into commission_part (id, folder_id, service_id, receiver_service_id, client_given_name,
                                     client_family_name, part, route, reason, deadline_on, asked_at, asked_by)
        select $1, folder_id, $3, $4, given_name, family_name, $5, 'urgent_direct', '', '2026-03-27', $6, $7
          from person_version where family_name = $2 and replaced_at is null";
    let (at, by) = (moment("2026-03-02T10:40")?, worker("rampova")?);
    plant(ASK, params![id(2), FAMILY, PM, OSP, PART, at, by])
}

fn read(plant: Plant<'_>) -> Result<()> {
    const READ: &str = "
        insert into shared_item_reading (item_id, folder_id, worker_id, read_at)
        select $1, folder_id, $3, $4 from person_version where family_name = $2 and replaced_at is null";
    plant(READ, params![id(1), FAMILY, worker("paterni")?, moment("2026-02-19T08:05")?])
}
