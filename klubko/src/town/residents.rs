//! Who turned to the services of the demo town before the stories begin: some wait, some have become clients.
//!
//! All of them are invented. Javořinka knows them from 2025 only, so that the numbers of its stories start at 1.

use super::nameless::NAMELESS;
use super::people::{JAVORINKA, OSP, PM, SAS};
use super::planting::Planting;
use super::{waiting, written};
use crate::kernel::db::{Plant, Result};
use crate::kernel::id::ServiceId;
use rules::activity::Form;

/// Somebody with a name, so with a folder.
pub(super) struct Resident {
    pub service: ServiceId,
    pub given: &'static str,
    pub family: &'static str,
    pub sex: &'static str,
    pub birth_year: i64,
    pub phone: &'static str,
    pub municipality: &'static str,
    pub called_at: &'static str,
    pub taken_by: &'static str,
    pub topic: &'static str,
    pub asked: &'static str,
    /// When the introductory consultation was held.
    pub consulted_at: Option<&'static str>,
    pub cooperation: Option<Cooperation>,
}

/// From the assessment on.
pub(super) struct Cooperation {
    pub assessed_at: &'static str,
    pub assessors: [&'static str; 2],
    pub key_worker: &'static str,
    pub signed_at: &'static str,
    pub commission: &'static str,
    pub can: &'static str,
    pub mentor: Option<&'static str>,
    pub visits: &'static [Visit],
}

/// When, in what form, how many minutes, what was agreed.
pub(super) type Visit = (&'static str, Form, i64, &'static str);

/// Somebody without a name: service, when, who took it, minutes, topic, note, advice.
pub(super) type Nameless = (ServiceId, &'static str, &'static str, i64, &'static str, &'static str, &'static str);

pub(super) fn settle(plant: Plant<'_>) -> Result<()> {
    let planting = Planting::new(plant);
    RESIDENTS.iter().try_for_each(|resident| planting.resident(resident).map(drop))?;
    waiting::settle(&planting)?;
    written::settle(&planting)?;
    NAMELESS.iter().try_for_each(|call| planting.nameless(call))
}

use Form::{Ambulatory, Field, Phone};

/// In each service by the day of the first contact: their numbers follow it.
const RESIDENTS: &[Resident] = &[
    Resident {
        service: JAVORINKA,
        given: "Věra",
        family: "Minulá",
        sex: "female",
        birth_year: 1979,
        phone: "+420777000101",
        municipality: "Horní Vzorov",
        called_at: "2025-09-08T09:10",
        taken_by: "zkusma",
        topic: "separation",
        asked: "Po rozvodu se chce domluvit na péči o dceru.",
        consulted_at: Some("2025-09-11T13:00"),
        cooperation: Some(Cooperation {
            assessed_at: "2025-09-15T10:00",
            assessors: ["prikladna", "ukazka"],
            key_worker: "prikladna",
            signed_at: "2025-09-22T09:00",
            commission: "Chci se s bývalým manželem umět domluvit o dceři.",
            can: "připravit se na společné rozhovory o péči",
            mentor: None,
            visits: &[
                ("2025-09-22T09:00", Ambulatory, 50, "Sepíše, co je pro dceru důležité."),
                ("2025-10-06T09:00", Ambulatory, 50, "Zkusí krátký rozhovor jen o prázdninách."),
                ("2025-12-01T09:00", Ambulatory, 45, "Dohoda o Vánocích platí, ozve se po novém roce."),
            ],
        }),
    },
    Resident {
        service: JAVORINKA,
        given: "Oldřich",
        family: "Loňský",
        sex: "male",
        birth_year: 1968,
        phone: "+420777000102",
        municipality: "Dolní Vzorov",
        called_at: "2025-10-14T14:30",
        taken_by: "zkusma",
        topic: "mental_health",
        asked: "Zemřela mu žena, špatně spí a nikoho nechce vidět.",
        consulted_at: Some("2025-10-16T10:00"),
        cooperation: Some(Cooperation {
            assessed_at: "2025-10-20T10:00",
            assessors: ["ukazka", "prikladna"],
            key_worker: "ukazka",
            signed_at: "2025-10-27T15:00",
            commission: "Chci zase vyjít mezi lidi.",
            can: "zvládnout zármutek a obnovit kontakty",
            mentor: None,
            visits: &[
                ("2025-10-27T15:00", Ambulatory, 50, "Jednou týdně zajde za bratrem."),
                ("2025-11-24T15:00", Ambulatory, 50, "Vrátí se do pěveckého sboru."),
            ],
        }),
    },
    Resident {
        service: OSP,
        given: "Hynek",
        family: "Zkušební",
        sex: "male",
        birth_year: 1991,
        phone: "+420777000201",
        municipality: "Horní Vzorov",
        called_at: "2025-11-04T10:00",
        taken_by: "paterni",
        topic: "housing",
        asked: "Po úrazu se vrací domů, byt má schody.",
        consulted_at: Some("2025-11-06T10:00"),
        cooperation: Some(Cooperation {
            assessed_at: "2025-11-10T09:00",
            assessors: ["poradna", "paterni"],
            key_worker: "poradna",
            signed_at: "2025-11-18T11:00",
            commission: "Chci bydlet doma a dostat se sám ven.",
            can: "požádat o příspěvek na úpravu bytu",
            mentor: None,
            visits: &[
                ("2025-11-18T11:00", Ambulatory, 60, "Vyžádá si vyjádření stavebního úřadu."),
                ("2026-01-13T11:00", Ambulatory, 45, "Žádost je podaná, čekáme na šetření."),
                ("2026-02-10T11:00", Field, 70, "Ve dvou změřili vchod a koupelnu."),
            ],
        }),
    },
    Resident {
        service: OSP,
        given: "Leoš",
        family: "Tušený",
        sex: "male",
        birth_year: 1974,
        phone: "+420777000203",
        municipality: "Horní Vzorov",
        called_at: "2025-11-20T09:15",
        taken_by: "paterni",
        topic: "benefits",
        asked: "Neví si rady s žádostí o příspěvek na péči.",
        consulted_at: Some("2025-11-21T10:00"),
        cooperation: Some(Cooperation {
            assessed_at: "2025-11-27T09:00",
            assessors: ["poradna", "paterni"],
            key_worker: "poradna",
            signed_at: "2025-12-02T10:00",
            commission: "Chci dostat, na co mám nárok, a mít klid.",
            can: "projít žádost a doplnit, co chybí",
            mentor: None,
            visits: &[("2025-12-08T10:00", Ambulatory, 50, "Donese lékařskou zprávu.")],
        }),
    },
    Resident {
        service: OSP,
        given: "Božena",
        family: "Nanečistá",
        sex: "female",
        birth_year: 1957,
        phone: "+420777000202",
        municipality: "Dolní Vzorov",
        called_at: "2026-02-24T08:40",
        taken_by: "paterni",
        topic: "benefits",
        asked: "Pečuje o syna a neví, na co mají nárok.",
        consulted_at: None,
        cooperation: None,
    },
    Resident {
        service: PM,
        given: "Viktor",
        family: "Domnělý",
        sex: "male",
        birth_year: 1986,
        phone: "+420777000301",
        municipality: "Horní Vzorov",
        called_at: "2026-01-12T09:00",
        taken_by: "kolecko",
        topic: "health",
        asked: "Chce poznat někoho, kdo si tím už prošel.",
        consulted_at: Some("2026-01-14T10:00"),
        cooperation: Some(Cooperation {
            assessed_at: "2026-01-19T10:00",
            assessors: ["kolecko", "rampova"],
            key_worker: "rampova",
            signed_at: "2026-01-26T10:00",
            commission: "Chci se naučit jezdit po městě bez pomoci.",
            can: "nacvičit přesuny a cestu autobusem",
            mentor: Some("vozik"),
            visits: &[
                ("2026-01-26T10:00", Ambulatory, 45, "Vyberou trasu na úřad."),
                ("2026-02-17T13:00", Field, 90, "Cestu autobusem zvládli dvakrát."),
            ],
        }),
    },
    Resident {
        service: PM,
        given: "Kamila",
        family: "Pomyslná",
        sex: "female",
        birth_year: 1995,
        phone: "+420777000302",
        municipality: "Lhota u Vzorova",
        called_at: "2026-02-19T13:20",
        taken_by: "kolecko",
        topic: "work",
        asked: "Chce zpátky do práce, hledá oporu.",
        consulted_at: Some("2026-02-23T09:00"),
        cooperation: None,
    },
    Resident {
        service: SAS,
        given: "Ivana",
        family: "Předstíraná",
        sex: "female",
        birth_year: 1989,
        phone: "+420777000401",
        municipality: "Dolní Vzorov",
        called_at: "2025-12-02T11:00",
        taken_by: "terenni",
        topic: "school",
        asked: "Syn se nechce učit, doma jsou kvůli tomu hádky.",
        consulted_at: Some("2025-12-04T15:00"),
        cooperation: Some(Cooperation {
            assessed_at: "2025-12-09T10:00",
            assessors: ["terenni", "podhorska"],
            key_worker: "terenni",
            signed_at: "2025-12-15T15:00",
            commission: "Chceme, aby byl večer doma klid.",
            can: "najít pravidelný čas na úkoly a domluvit se se školou",
            mentor: None,
            visits: &[
                ("2025-12-15T15:00", Field, 60, "Úkoly budou dělat hned po svačině."),
                ("2026-01-20T15:00", Field, 75, "Paní učitelka posílá přehled každý pátek."),
                ("2026-02-03T10:00", Phone, 15, "Pololetí dopadlo dobře."),
                ("2026-02-24T15:00", Field, 60, "Zkusí to týden bez připomínání."),
            ],
        }),
    },
    Resident {
        service: SAS,
        given: "Rostislav",
        family: "Nápodobný",
        sex: "male",
        birth_year: 1982,
        phone: "+420777000402",
        municipality: "Dolní Vzorov",
        called_at: "2026-02-26T16:00",
        taken_by: "terenni",
        topic: "debts",
        asked: "Zůstal s dětmi sám a nestačí na nájem.",
        consulted_at: None,
        cooperation: None,
    },
];
