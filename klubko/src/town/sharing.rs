//! What clients of the two services at Nádražní decided about case management: one agreed until the end of the year, one
//! said no, one took his consent back.

use super::people::{OSP, PM};
use super::planting::{moment, worker};
use crate::kernel::clock;
use crate::kernel::db::{Error, Plant, Result};
use crate::kernel::id::ServiceId;
use crate::params;
use jiff::civil::Date;
use uuid::Uuid;

/// A decision of somebody who lives in the town.
struct Decided {
    family: &'static str,
    n: u128,
    towards: ServiceId,
    at: &'static str,
    by: &'static str,
    decision: &'static str,
    wording: &'static str,
    direction: &'static str,
    topics: &'static [&'static str],
    extent: &'static str,
    purpose: &'static str,
    until: Option<&'static str>,
    withdrawn: Option<(&'static str, &'static str)>,
}

const DECIDED: &[Decided] = &[
    Decided {
        family: "Domnělý",
        n: 1,
        towards: OSP,
        at: "2026-02-02T10:00",
        by: "rampova",
        decision: "consent",
        wording: "Byl/a jsem srozumitelně informován/a o možnosti případové spolupráce (case managementu) mezi službami PM \
                  Páteřník a OSP Páteřník.\n\nInformace si smějí předávat obě služby navzájem.\n\nSouhlas se týká témat: \
                  dávky; bezbariérové bydlení.\n\nRozsah informací: rozhodnutí úřadů a termíny.\n\nÚčel: společné řešení \
                  bydlení.\n\nPlatnost: od 2. 2. 2026 do 31. 12. 2026.\n\nVím, že služby si nepředávají celou dokumentaci a \
                  že souhlas mohu kdykoli odvolat; poskytování služby tím není podmíněno.",
        direction: "both",
        topics: &["dávky", "bezbariérové bydlení"],
        extent: "rozhodnutí úřadů a termíny",
        purpose: "společné řešení bydlení",
        until: Some("2026-12-31"),
        withdrawn: None,
    },
    Decided {
        family: "Zkušební",
        n: 2,
        towards: PM,
        at: "2026-01-13T11:00",
        by: "poradna",
        decision: "dissent",
        wording: "Byl/a jsem srozumitelně informován/a o možnosti případové spolupráce (case managementu) mezi službami OSP \
                  Páteřník a PM Páteřník.",
        direction: "both",
        topics: &[],
        extent: "",
        purpose: "",
        until: None,
        withdrawn: None,
    },
    Decided {
        family: "Tušený",
        n: 3,
        towards: PM,
        at: "2025-12-09T10:00",
        by: "poradna",
        decision: "consent",
        wording: "Byl/a jsem srozumitelně informován/a o možnosti případové spolupráce (case managementu) mezi službami OSP \
                  Páteřník a PM Páteřník.\n\nInformace smí předávat jen služba OSP Páteřník službě PM \
                  Páteřník.\n\nSouhlas se týká témat: návrat do práce.\n\nRozsah informací: domluvené kroky.\n\nÚčel: \
                  doprovod peera.\n\nPlatnost: od 9. 12. 2025 do 31. 12. 2026.\n\nVím, že služby si nepředávají celou \
                  dokumentaci a že souhlas mohu kdykoli odvolat; poskytování služby tím není podmíněno.",
        direction: "outward",
        topics: &["návrat do práce"],
        extent: "domluvené kroky",
        purpose: "doprovod peera",
        until: Some("2026-12-31"),
        withdrawn: Some(("2026-02-17T15:10", "telefonicky")),
    },
];

pub(super) fn decide(plant: Plant<'_>) -> Result<()> {
    DECIDED.iter().try_for_each(|one| record(plant, one))
}

fn record(plant: Plant<'_>, one: &Decided) -> Result<()> {
    const STATEMENT: &str = "
        insert into statement (id, folder_id, kind)
        select $1, folder_id, 'consent' from person_version where family_name = $2 and replaced_at is null";
    const CONSENT: &str = "
        insert into consent (id, version, folder_id, kind, decision, form, wording, scope, line, given_at, given_on,
                             valid_until, legal_ground, recorded_at, recorded_by)
        select $1, 1, folder_id, 'case_management', $3, 'written', $4, $5, '', $6, $7, $8, 'consent', $6, $9
          from person_version where family_name = $2 and replaced_at is null";
    const TERMS: &str = "
        insert into consent_terms (consent_id, folder_id, receiver_service_id, addressee, direction, extent, purpose,
                                   valid_from, given_by, authority)
        select $1, folder_id, $3, '', $4, $5, $6, $7, '', ''
          from person_version where family_name = $2 and replaced_at is null";
    const TOPIC: &str = "
        insert into consent_topic (consent_id, folder_id, topic, position)
        select $1, folder_id, $3, $4 from person_version where family_name = $2 and replaced_at is null";
    let id = Uuid::from_u128(0x0dd0_0000_0000_4000_8000_6000_0000_0000 + one.n);
    let (at, by, family) = (moment(one.at)?, worker(one.by)?, one.family);
    let (from, until) = (clock::day_of(at), one.until.map(day).transpose()?);
    plant(STATEMENT, params![id, family])?;
    plant(CONSENT, params![id, family, one.decision, one.wording, one.extent, at, from, until, by])?;
    plant(TERMS, params![id, family, one.towards, one.direction, one.extent, one.purpose, from])?;
    for (position, topic) in (1_i64..).zip(one.topics) {
        plant(TOPIC, params![id, family, *topic, position])?;
    }
    withdraw(plant, one, (id, by.into()))
}

fn withdraw(plant: Plant<'_>, one: &Decided, (id, by): (Uuid, Uuid)) -> Result<()> {
    const WITHDRAWAL: &str = "
        insert into consent_withdrawal (consent_id, folder_id, withdrawn_at, how, recorded_at, recorded_by)
        select $1, folder_id, $3, $4, $3, $5 from person_version where family_name = $2 and replaced_at is null";
    let Some((at, how)) = one.withdrawn else { return Ok(()) };
    plant(WITHDRAWAL, params![id, one.family, moment(at)?, how, by])
}

fn day(text: &str) -> Result<Date> {
    text.parse().map_err(|error| Error::Engine(format!("{text}: {error}")))
}
