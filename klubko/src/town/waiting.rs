//! Those whom a service of the town refused for lack of capacity (§ 88 g): one of SAS Podhůří found help elsewhere, two of OSP
//! Páteřník wait for a place. Capacities of both services.

use super::people::{OSP, SAS};
use super::planting::{Planting, moment, worker};
use super::residents::Resident;
use super::rows::{Folder, statement};
use crate::kernel::clock::day_of;
use crate::kernel::db::Result;
use crate::kernel::id::{ServiceId, WorkerId};
use crate::params;
use crate::templates::STARTER_WAITING_LIST;
use uuid::Uuid;

const PROVISION: &str = "§ 91 odst. 3 písm. b) zákona o sociálních službách";

/// A service's settings: key, value, since when.
const SETTINGS: &[(ServiceId, &str, &str, &str)] = &[
    (SAS, "capacity", "12", "2025-01-01"),
    (SAS, "agreement_forms", "written", "2025-01-01"),
    (SAS, "agreement_forms", "informed_consent", "2026-01-01"),
    (OSP, "capacity", "1", "2025-01-01"),
];

pub(super) fn settle(p: &Planting) -> Result<()> {
    for (service, key, value, since) in SETTINGS {
        let by = worker(if *service == SAS { "podhorska" } else { "poradna" })?;
        p.plant()(
            "insert into service_setting (service_id, key, value, valid_from, recorded_at, recorded_by)
             values ($1, $2, $3, $4, 1, $5)",
            params![*service, *key, *value, *since, by],
        )?;
    }
    for (one, decided_at, by, priority, left) in REFUSED {
        let folder = p.resident(one)?;
        let refused = Refused { decided_at: moment(decided_at)?, by: worker(by)? };
        refuse(p, &folder, one, &refused)?;
        wait(p, &folder, &refused, (priority, *left))?;
    }
    Ok(())
}

/// When it was decided and by whom.
struct Refused {
    decided_at: i64,
    by: WorkerId,
}

fn refuse(p: &Planting, f: &Folder, one: &Resident, refused: &Refused) -> Result<()> {
    const OUTCOME: &str = "
        insert into negotiation_outcome (id, folder_id, thread_id, outcome, decided_on, decided_by, explanation,
                                         offered_service, offer_answer, recorded_at, recorded_by)
        values ($1, $2, $3, 'refused_91_3', $4, '', $5, $6, 'undecided', $7, $8)";
    const REFUSAL: &str = "
        insert into refusal (id, folder_id, thread_id, outcome_id, reason, provision, service_kind, facts, requested_on,
                             decided_on, decided_by, offered_service, recorded_at, recorded_by)
        values ($1, $2, $3, $4, 'b', $5, $6, $7, $8, $9, $10, $11, $12, $10)";
    let (at, on, by) = (refused.decided_at, day_of(refused.decided_at), refused.by);
    let (facts, offered) = ("Všechna místa jsou obsazená.", "Občanská poradna Horní Vzorov");
    let outcome = statement(p, f, "negotiation_outcome")?;
    p.plant()(OUTCOME, params![outcome, f.id, f.thread, on, facts, offered, at, by])?;
    let kind = if one.service == SAS { "family_social_activation" } else { "specialised_social_counselling" };
    let id = statement(p, f, "refusal")?;
    let asked = day_of(f.opened_at);
    p.plant()(REFUSAL, params![id, f.id, f.thread, outcome, PROVISION, kind, facts, asked, on, by, offered, at])
}

fn wait(p: &Planting, f: &Folder, refused: &Refused, (priority, left): (&str, Option<&str>)) -> Result<()> {
    const ENTRY: &str = "
        insert into waiting_list_entry (id, folder_id, thread_id, service_id, enrolled_on, has_priority,
                                        priority_reason, criteria, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    const REMOVAL: &str = "
        insert into waiting_list_removal (entry_id, folder_id, reason, note, removed_on, recorded_at, recorded_by)
        values ($1, $2, 'helped_elsewhere', 'občanská poradna', $3, $4, $5)";
    let (at, on, by) = (refused.decided_at, day_of(refused.decided_at), refused.by);
    let id: Uuid = statement(p, f, "waiting_list_entry")?;
    let (has_priority, criteria) = (!priority.is_empty(), STARTER_WAITING_LIST);
    p.plant()(ENTRY, params![id, f.id, f.thread, f.service, on, has_priority, priority, criteria, at, by])?;
    let Some(left) = left else { return Ok(()) };
    let at = moment(left)?;
    p.plant()(REMOVAL, params![id, f.id, day_of(at), at, by])
}

/// Who was refused, when, by whom, by which criterion he goes first, and when he left the waiting list.
type Line = (Resident, &'static str, &'static str, &'static str, Option<&'static str>);

const REFUSED: &[Line] = &[
    (
        Resident {
            service: SAS,
            given: "Dobromila",
            family: "Zdánlivá",
            sex: "female",
            birth_year: 1990,
            phone: "+420777000403",
            municipality: "Dolní Vzorov",
            called_at: "2025-12-08T09:00",
            taken_by: "terenni",
            topic: "child_care",
            asked: "Hledá někoho, kdo by jí pomohl s výchovou dvojčat.",
            consulted_at: Some("2025-12-10T10:00"),
            cooperation: None,
        },
        "2025-12-12T14:00",
        "podhorska",
        "",
        Some("2025-12-19T10:00"),
    ),
    (
        Resident {
            service: OSP,
            given: "Bořek",
            family: "Údajný",
            sex: "male",
            birth_year: 1974,
            phone: "+420777000203",
            municipality: "Horní Vzorov",
            called_at: "2026-02-24T10:00",
            taken_by: "poradna",
            topic: "benefits",
            asked: "Potřebuje poradit s příspěvkem na pomůcku.",
            consulted_at: Some("2026-02-25T10:00"),
            cooperation: None,
        },
        "2026-02-26T09:00",
        "poradna",
        "",
        None,
    ),
    (
        Resident {
            service: OSP,
            given: "Ctirad",
            family: "Přibližný",
            sex: "male",
            birth_year: 1996,
            phone: "+420777000204",
            municipality: "Lhota u Vzorova",
            called_at: "2026-02-25T11:00",
            taken_by: "poradna",
            topic: "housing",
            asked: "Po návratu z nemocnice nemá kam jít.",
            consulted_at: Some("2026-02-26T10:00"),
            cooperation: None,
        },
        "2026-02-27T09:00",
        "poradna",
        "ztráta bydlení",
        None,
    ),
];
