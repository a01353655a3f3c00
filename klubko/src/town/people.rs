//! Who lives and works in the demo town.

use crate::kernel::czech;
use crate::kernel::db::{Plant, Result};
use crate::kernel::id::{ServiceId, WorkerId};
use crate::kernel::weighed;
use crate::params;
use rules::coded::Coded;
use rules::profession::{Mandate, Position, Profession};
use rules::text::fold;
use uuid::Uuid;

/// The one password of the demo town.
pub const PASSWORD: &str = "ukázka-na-zkoušku";

/// One of the four services of „Pomoc Horní Vzorov, z. ú.“
pub struct Town {
    pub id: ServiceId,
    pub name: &'static str,
    pub mark: &'static str,
    kind: &'static str,
    form: &'static str,
    registration: &'static str,
    place: &'static str,
    mission: &'static str,
}

impl Town {
    pub fn place(&self) -> &'static str {
        self.place
    }
}

const fn service(n: u128) -> ServiceId {
    ServiceId(Uuid::from_u128(0x5e00 + n))
}

pub const JAVORINKA: ServiceId = service(1);
pub const OSP: ServiceId = service(2);
pub const PM: ServiceId = service(3);
pub const SAS: ServiceId = service(4);

pub const SERVICES: &[Town] = &[
    Town {
        id: JAVORINKA,
        name: "Poradna Javořinka",
        mark: "PJ",
        kind: "specialised_social_counselling",
        form: "ambulatory",
        registration: "9990001",
        place: "Lipová 12, Horní Vzorov",
        mission: "Pomáháme lidem a rodinám zvládnout rozchod, péči o děti a další těžké situace.",
    },
    Town {
        id: OSP,
        name: "OSP Páteřník",
        mark: "OSP",
        kind: "specialised_social_counselling",
        form: "ambulatory",
        registration: "9990002",
        place: "Nádražní 3, Horní Vzorov",
        mission: "Radíme lidem po poškození míchy a jejich blízkým.",
    },
    Town {
        id: PM,
        name: "PM Páteřník",
        mark: "PM",
        kind: "social_rehabilitation",
        form: "field",
        registration: "9990003",
        place: "Nádražní 3, Horní Vzorov",
        mission: "Lidé se stejnou zkušeností doprovázejí ty, kdo po úrazu začínají znovu.",
    },
    Town {
        id: SAS,
        name: "SAS Podhůří",
        mark: "SAS",
        kind: "family_social_activation",
        form: "field",
        registration: "9990004",
        place: "Školní 8, Dolní Vzorov",
        mission: "Podporujeme rodiny s dětmi tam, kde žijí.",
    },
];

/// Somebody who works in the town; the login is the family name without accents.
pub struct Person {
    pub title: &'static str,
    pub given: &'static str,
    pub family: &'static str,
    pub service: Option<ServiceId>,
    pub profession: Option<Profession>,
    pub specialisation: &'static str,
    pub position: Position,
    pub is_intake: bool,
    pub mandate: Option<Mandate>,
    pub is_disabled: bool,
}

impl Person {
    pub fn login(&self) -> String {
        fold(self.family)
    }

    pub fn name(&self) -> String {
        let parts = [self.title, self.given, self.family];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The same in every town.
    pub fn id(&self) -> WorkerId {
        WorkerId(Uuid::from_u128(
            0xaa00_0000 + self.login().bytes().fold(7, |sum, byte| (sum * 31 + u128::from(byte)) % 0xff_ffff),
        ))
    }
}

const fn works(
    (title, given, family): (&'static str, &'static str, &'static str),
    service: ServiceId,
    profession: Profession,
    specialisation: &'static str,
) -> Person {
    let (service, profession) = (Some(service), Some(profession));
    let (position, mandate) = (Position::Worker, None);
    Person {
        title,
        given,
        family,
        service,
        profession,
        specialisation,
        position,
        is_intake: false,
        mandate,
        is_disabled: false,
    }
}

const fn head(mut person: Person) -> Person {
    person.position = Position::Head;
    person
}

const fn intake(mut person: Person) -> Person {
    person.is_intake = true;
    person
}

const fn disabled(mut person: Person) -> Person {
    person.is_disabled = true;
    person
}

const fn mandated((title, given, family): (&'static str, &'static str, &'static str), mandate: Mandate) -> Person {
    let position = Position::Worker;
    let (service, profession, mandate) = (None, None, Some(mandate));
    Person {
        title,
        given,
        family,
        service,
        profession,
        specialisation: "",
        position,
        is_intake: false,
        mandate,
        is_disabled: false,
    }
}

use Profession::{DirectCareWorker, OtherSpecialist, PeerMentor, SocialWorker, Trainee, Volunteer};

pub const PEOPLE: &[Person] = &[
    intake(works(("Bc.", "Dana", "Zkusmá"), JAVORINKA, SocialWorker, "")),
    works(("PhDr.", "Bohdan", "Ukázka"), JAVORINKA, OtherSpecialist, "psycholog"),
    works(("Mgr.", "Alena", "Příkladná"), JAVORINKA, SocialWorker, ""),
    works(("Mgr.", "Ivo", "Cvičný"), JAVORINKA, OtherSpecialist, "psycholog"),
    works(("", "Chrudoš", "Pečlivý"), JAVORINKA, DirectCareWorker, ""),
    head(works(("Mgr.", "Olga", "Rozvážná"), JAVORINKA, SocialWorker, "")),
    works(("", "Tadeáš", "Pomocný"), JAVORINKA, Volunteer, ""),
    works(("", "Nela", "Učenlivá"), JAVORINKA, Trainee, ""),
    disabled(works(("Bc.", "Hana", "Odešlá"), JAVORINKA, SocialWorker, "")),
    works(("", "Lenka", "Páteřní"), OSP, DirectCareWorker, "spinální specialistka"),
    head(works(("Mgr.", "Eva", "Poradná"), OSP, SocialWorker, "")),
    intake(works(("Bc.", "Ota", "Kolečko"), PM, SocialWorker, "")),
    works(("Mgr.", "Iva", "Rampová"), PM, SocialWorker, ""),
    works(("", "Jan", "Vozík"), PM, PeerMentor, ""),
    head(works(("Mgr.", "Radka", "Souhrnná"), PM, SocialWorker, "")),
    intake(works(("Bc.", "Jakub", "Terénní"), SAS, SocialWorker, "")),
    head(works(("Mgr.", "Šárka", "Podhorská"), SAS, SocialWorker, "")),
    mandated(("JUDr.", "Pavla", "Dohlížná"), Mandate::Dpo),
    mandated(("Ing.", "Kamil", "Síťový"), Mandate::TechnicalAdmin),
    mandated(("", "Marie", "Účetní"), Mandate::OtherStaff),
    mandated(("Mgr.", "Zora", "Metodická"), Mandate::Methodologist),
    mandated(("Ing.", "Karel", "Prověřující"), Mandate::Inspector),
];

/// Everybody has worked here since before any story.
const SINCE: &str = "2024-01-01";

pub(super) fn move_in(plant: Plant<'_>) -> Result<()> {
    plant(
        "insert into provider (id, name, company_number, address, is_demo) values ($1, $2, $3, $4, true)",
        params![Uuid::from_u128(0x99), "Pomoc Horní Vzorov, z. ú.", "99900017", "Lipová 12, 999 01 Horní Vzorov"],
    )?;
    for (position, one) in SERVICES.iter().enumerate() {
        open_service(plant, position as i64 + 1, one)?;
    }
    let hash = weighed::hash(PASSWORD).map_err(|failure| crate::kernel::db::Error::Engine(format!("{failure:?}")))?;
    PEOPLE.iter().try_for_each(|one| hire(plant, one, &hash))
}

fn open_service(plant: Plant<'_>, position: i64, one: &Town) -> Result<()> {
    const INSERT: &str = "
        insert into service (id, position, name, mark, kind, delivery_form, registration, place, opening_hours,
                             mission, circle_of_persons, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)";
    let hours = "po–čt 8:00–16:00, pá 8:00–12:00";
    let circle = "osoby v krizi, rodiny s dětmi a další lidé podle registrace služby";
    let row = params![
        one.id,
        position,
        one.name,
        one.mark,
        one.kind,
        one.form,
        one.registration,
        one.place,
        hours,
        one.mission,
        circle
    ];
    plant(INSERT, row)
}

fn hire(plant: Plant<'_>, one: &Person, hash: &str) -> Result<()> {
    const WORKER: &str = "
        insert into worker (id, login, password_hash, password_set_at, is_one_time, title, given_name, family_name, name_order,
                            greeting, theme, keys_off, version, disabled_at)
        values ($1, $2, $3, 1, false, $4, $5, $6, $7, '', '', false, 1, $8)";
    let order = czech::order_key(&format!("{} {}", one.family, one.given));
    let gone = one.is_disabled.then_some(1_i64);
    plant(WORKER, params![one.id(), one.login(), hash, one.title, one.given, one.family, &order, gone])?;
    let pseudonym = Uuid::from_u128(one.id().0.as_u128() << 32);
    plant("insert into worker_pseudonym (worker_id, pseudonym) values ($1, $2)", params![one.id(), pseudonym])?;
    if let (Some(service), Some(profession)) = (one.service, one.profession) {
        const MEMBER: &str = "
            insert into membership (id, worker_id, service_id, profession, specialisation, position, is_intake, from_day)
            values ($1, $2, $3, $4, $5, $6, $7, $8)";
        let id = Uuid::from_u128(one.id().0.as_u128() << 16);
        let row = params![id, one.id(), service, profession, one.specialisation, one.position, one.is_intake, SINCE];
        plant(MEMBER, row)?;
    }
    if let Some(mandate) = one.mandate {
        const MANDATE: &str = "insert into mandate (id, worker_id, kind, from_day) values ($1, $2, $3, $4)";
        let id = Uuid::from_u128(one.id().0.as_u128() << 24);
        plant(MANDATE, params![id, one.id(), mandate.code(), SINCE])?;
    }
    Ok(())
}
