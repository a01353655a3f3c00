//! Case management in the demo town: Viktor Domnělý of the peer mentoring, whose key worker leads his case with him and brings
//! him to the next meeting with the counselling, as his consent allows.

use super::people::{OSP, PM};
use super::planting::{moment, worker};
use crate::kernel::clock::day_of;
use crate::kernel::db::{Plant, Result};
use crate::params;
use uuid::Uuid;

/// The first folder of the year in the peer mentoring.
macro_rules! viktor {
    () => {
        "(select f.id from client_folder f where f.service_id = $1 and f.year = 2026 and f.sequence = 1)"
    };
}

const BEGUN: &str = "2026-02-17T15:00";
const GOAL: &str = "Viktor jezdí po městě sám a na úřad i k lékařce se dostane bez doprovodu.";
const REASONS: &str = "Nácvik vede mentor, bezbariérovou trasu ověřuje dopravní podnik, zprávu píše lékařka.";

fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x0dd0_0000_0000_4000_8000_7000_0000_0000 + n)
}

pub(super) fn meet(plant: Plant<'_>) -> Result<()> {
    const STATEMENT: &str =
        concat!("insert into statement (id, folder_id, kind) values ($2, ", viktor!(), ", 'case_management')");
    const CASE: &str = concat!(
        "insert into case_management (id, version, folder_id, form, mode, goal, reasons, language, interpreter,
                                      cultural_note, outside_name, outside_employer, outside_kind, begun_on,
                                      recorded_at, recorded_by)
         values ($2, 1, ",
        viktor!(),
        ", 'individual_cm', 'passive_team', $3, $4, '', '', '', '', '', '', $5, $6, $7)"
    );
    const LEAD: &str = concat!(
        "insert into case_management_lead (id, case_id, folder_id, worker_id, service_id, is_contact, from_at,
                                           recorded_at, recorded_by)
         values ($3, $2, ",
        viktor!(),
        ", $4, $1, false, $5, $5, $4)"
    );
    let (case, at, iva) = (id(1), moment(BEGUN)?, worker("rampova")?);
    plant(STATEMENT, params![PM, case])?;
    plant(CASE, params![PM, case, GOAL, REASONS, day_of(at), at, iva])?;
    plant(LEAD, params![PM, case, id(2), iva, at])?;
    members(plant)?;
    course(plant)?;
    communication(plant)?;
    consent(plant)?;
    meeting(plant)
}

/// Who, as what, for which need, what is expected, chosen how.
const MEMBERS: &[(&str, &str, &str, &str, &str)] = &[
    (
        "vozik",
        "peer mentor",
        "cestovat po městě bez pomoci",
        "Jednou týdně projede s Viktorem domluvenou trasu.",
        "Viktor si Jana vybral, má stejnou zkušenost.",
    ),
    (
        "",
        "dispečink dopravního podniku",
        "vědět, které spoje mají plošinu",
        "Řekne den předem, který spoj jede s plošinou.",
        "Viktor zavolal sám, domluvili jsme to spolu.",
    ),
];

fn members(plant: Plant<'_>) -> Result<()> {
    const MEMBER: &str = concat!(
        "insert into case_management_member (id, case_id, folder_id, worker_id, service_id, outside_name, role, need,
                                             expectation, for_part, mentor_reason, entered_on, participation,
                                             recorded_at, recorded_by)
         values ($3, $2, ",
        viktor!(),
        ", $4, $5, $6, $7, $8, $9, '', $10, $11, $12, $13, $14)"
    );
    let (case, at, iva) = (id(1), moment(BEGUN)?, worker("rampova")?);
    for (n, (login, role, need, expectation, participation)) in (3..).zip(MEMBERS) {
        let is_worker = !login.is_empty();
        let who = if is_worker { Some(worker(login)?) } else { None };
        let (service, outside) = (is_worker.then_some(PM), if is_worker { "" } else { "Dopravní podnik Vzorov" });
        let why = if is_worker { "Trasu zná jen on a Viktor mu věří." } else { "" };
        let day = day_of(at);
        let row = params![
            PM,
            case,
            id(n),
            who,
            service,
            outside,
            *role,
            *need,
            *expectation,
            why,
            day,
            *participation,
            at,
            iva
        ];
        plant(MEMBER, row)?;
    }
    Ok(())
}

fn course(plant: Plant<'_>) -> Result<()> {
    const PHASE: &str = concat!(
        "insert into case_management_phase (id, case_id, folder_id, phase, begun_on, note, recorded_at, recorded_by)
         values ($3, $2, ",
        viktor!(),
        ", 'planning', $4, '', $5, $6)"
    );
    const TOOK_PART: &str = concat!(
        "insert into case_management_participation (id, case_id, folder_id, took_part_on, way, note, recorded_at,
                                                    recorded_by)
         values ($3, $2, ",
        viktor!(),
        ", $4, 'in_person', 'Viktor ukázal na mapě, kam se chce dostat nejdřív.', $5, $6)"
    );
    const PART: &str = concat!(
        "insert into case_management_part (id, case_id, folder_id, service_id, area, part, recorded_at, recorded_by)
         values ($3, $2, ",
        viktor!(),
        ", $1, 'doprava', 'nácvik cesty na úřad', $4, $5)"
    );
    const PROPOSAL: &str = concat!(
        "insert into case_management_proposal (id, case_id, folder_id, proposed_on, proposal, proposed_by, recorded_at,
                                               recorded_by)
         values ($3, $2, ",
        viktor!(),
        ", $4, 'Jednou zkusit cestu večer, kdy jezdí méně spojů.', 'Jan Vozík', $5, $6)"
    );
    let (case, at, iva) = (id(1), moment(BEGUN)?, worker("rampova")?);
    let day = day_of(at);
    plant(PHASE, params![PM, case, id(10), day, at, iva])?;
    plant(TOOK_PART, params![PM, case, id(11), day, at, iva])?;
    plant(PART, params![PM, case, id(12), at, iva])?;
    plant(PROPOSAL, params![PM, case, id(13), day, at, iva])
}

/// The team does not meet: Iva wrote down whom she called.
fn communication(plant: Plant<'_>) -> Result<()> {
    const CALLED: &str = concat!(
        "insert into team_communication (id, case_id, folder_id, held_on, way, worker_id, service_id, outside_name, told,
                                         consent_id, topic, agreed, recorded_at, recorded_by)
         values ($3, $2, ",
        viktor!(),
        ", $4, $5, $6, $7, $8, $9, null, '', $10, $11, $12)"
    );
    let (case, iva) = (id(1), worker("rampova")?);
    let rows = [
        (
            14,
            "2026-02-19T09:20",
            "by_phone",
            None,
            "Dopravní podnik Vzorov",
            "",
            "Den předem nám řeknou, který spoj jede s plošinou.",
        ),
        (
            15,
            "2026-03-02T15:05",
            "by_email",
            Some("vozik"),
            "",
            "Viktor chce nejdřív zkusit cestu k lékařce.",
            "Jan s ním projede trasu ve čtvrtek.",
        ),
    ];
    for (n, at, way, with, outside, told, agreed) in rows {
        let (at, who) = (moment(at)?, with.map(worker).transpose()?);
        let service = who.map(|_| PM);
        plant(CALLED, params![PM, case, id(n), day_of(at), way, who, service, outside, told, agreed, at, iva])?;
    }
    Ok(())
}

/// Viktor agreed that the two services talk about getting around.
fn consent(plant: Plant<'_>) -> Result<()> {
    const STATEMENT: &str =
        concat!("insert into statement (id, folder_id, kind) values ($2, ", viktor!(), ", 'consent')");
    const CONSENT: &str = concat!(
        "insert into consent (id, version, folder_id, kind, decision, form, wording, scope, line, given_at, given_on,
                              valid_until, legal_ground, recorded_at, recorded_by)
         values ($2, 1, ",
        viktor!(),
        ", 'case_management', 'consent', 'written', $3, $4, '', $5, $6, '2027-02-17', 'consent', $5, $7)"
    );
    const TERMS: &str = concat!(
        "insert into consent_terms (consent_id, folder_id, receiver_service_id, addressee, direction, extent, purpose,
                                    valid_from, given_by, authority)
         values ($2, ",
        viktor!(),
        ", $3, '', 'both', $4, 'společné řešení dopravy', $5, '', '')"
    );
    const TOPIC: &str = concat!(
        "insert into consent_topic (consent_id, folder_id, topic, position) values ($2, ",
        viktor!(),
        ", 'doprava a pomůcky', 0)"
    );
    const OTHER_TOPIC: &str = concat!(
        "insert into consent_topic (consent_id, folder_id, topic, position) values ($2, ",
        viktor!(),
        ", 'dávky', 1)"
    );
    let (id, at, iva) = (id(20), moment(BEGUN)?, worker("rampova")?);
    let (wording, extent) = ("Souhlasím, aby si obě služby řekly, co potřebuji na cestách.", "co umí a nač čeká");
    plant(STATEMENT, params![PM, id])?;
    plant(CONSENT, params![PM, id, wording, extent, at, day_of(at), iva])?;
    plant(TERMS, params![PM, id, OSP, extent, day_of(at)])?;
    plant(TOPIC, params![PM, id])?;
    plant(OTHER_TOPIC, params![PM, id])
}

/// The two services meet once in a fortnight; the next time about Viktor too.
fn meeting(plant: Plant<'_>) -> Result<()> {
    const SERIES: &str = "
        insert into meeting_series (id, service_id, far_service_id, rhythm, recorded_at, recorded_by)
        values ($1, $2, $3, 'fortnightly', $4, $5)";
    const MEETING: &str = "
        insert into team_meeting (id, series_id, service_id, far_service_id, starts_at, meets_on, place, chair_id,
                                  minute_taker_id, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, 'Nádražní 3, zasedací místnost', $7, $8, $9, $8)";
    const REQUEST: &str = concat!(
        "insert into meeting_request (id, folder_id, service_id, receiver_service_id, topic, request, recorded_at,
                                      recorded_by)
         values ($2, ",
        viktor!(),
        ", $1, $3, 'doprava a pomůcky', 'Kdo a do kdy ověří, zda má nárok na příspěvek na vozidlo.', $4, $5)"
    );
    let (at, iva, eva) = (moment(BEGUN)?, worker("rampova")?, worker("poradna")?);
    let starts_at = moment("2026-03-10T14:00")?;
    plant(SERIES, params![id(30), PM, OSP, at, iva])?;
    plant(MEETING, params![id(31), id(30), PM, OSP, starts_at, day_of(starts_at), eva, iva, at])?;
    plant(REQUEST, params![PM, id(32), OSP, at, iva])
}
