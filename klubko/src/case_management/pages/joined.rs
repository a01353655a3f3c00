//! What this folder's service sees of the case that another service leads: its goal, parts and people, while the client's
//! consent opens it. After its end nothing but the fact stays.

use super::super::store::sharing::{self, TheirCase, TheirMember};
use super::consented;
use crate::crossing;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, weekday_date};
use rules::consent::State;

/// The case of the other service, ready to print.
pub struct Theirs {
    pub service: String,
    /// Why it is not shown any more; then nothing else is said.
    pub over: String,
    pub goal: String,
    pub facts: Vec<(&'static str, String)>,
    pub parts: Vec<(String, String)>,
    pub members: Vec<(String, String)>,
}

/// A past day belongs to the folder's own service alone.
pub fn theirs(folder: &Folder<'_>) -> Result<Vec<Theirs>, Failure> {
    if folder.is_past() {
        return Ok(Vec::new());
    }
    let open = sharing::cases(folder)?;
    let mut all = Vec::new();
    for joined in crossing::joined(folder)? {
        let is_open = open.iter().any(|case| case.service_id == joined.service_id);
        if let (false, State::Withdrawn { at }) = (is_open, consented(folder, joined.service_id)?) {
            let over = format!("Souhlas s případovou spoluprací byl odvolán {}.", date(clock::day_of(at)));
            let (goal, facts, parts, members) = (String::new(), Vec::new(), Vec::new(), Vec::new());
            all.push(Theirs { service: joined.service, over, goal, facts, parts, members });
        }
    }
    for case in open {
        all.push(one(folder, case)?);
    }
    Ok(all)
}

fn one(folder: &Folder<'_>, case: TheirCase) -> Result<Theirs, Failure> {
    let parts = sharing::parts_of(folder, &case)?;
    let members = sharing::members_of(folder, &case)?;
    let who = |one: &TheirMember| {
        let name = one.name.clone().unwrap_or_else(|| one.outside_name.clone());
        one.service.as_ref().map_or(name.clone(), |service| format!("{name} ({service})"))
    };
    let facts = [("Celý případ vede", case.lead), ("Kontaktní pracovník", case.contact)];
    Ok(Theirs {
        service: case.service,
        over: String::new(),
        goal: case.goal,
        facts: facts.into_iter().filter_map(|(label, value)| Some((label, value?))).collect(),
        parts: parts.into_iter().map(|one| (one.part, one.service)).collect(),
        members: members.iter().map(|one| (who(one), one.role.clone())).collect(),
    })
}

/// Lines of a list: what it is, and its facts.
type Lines = Vec<(String, String)>;

/// What each side knows already with the client's consent, so that nobody asks twice: what was sent and what came,
/// as (title, about).
pub fn known_already(folder: &Folder<'_>) -> Result<(Lines, Lines), Failure> {
    let at = folder.as_of();
    let lasts = |one: &crossing::Sent| one.on_law().is_none() && one.rests(at) == crossing::Rests::InForce;
    let sent = crossing::sent(folder)?.into_iter().filter(lasts);
    let sent = sent.map(|one| {
        let on = date(clock::day_of(one.shared_at));
        (one.title, format!("{} od {on}, téma: {}", one.to_service, one.topic))
    });
    let came = crossing::received(folder)?.into_iter().filter(|one| !one.is_on_law()).map(|one| {
        let on = weekday_date(clock::day_of(one.shared_at));
        (one.title, format!("{} {on}, téma: {}", one.from_service, one.topic))
    });
    Ok((sent.collect(), came.collect()))
}
