//! The head of every page of a folder: about whom it is, how far they are, what may be done.
//!
//! A mentor reads the name, the contact and the commission; the addressee of a handover the name alone. What the
//! reader may not see is not there, without a gap and without a count (02-access).

mod badges;
mod bars;
mod counter;

use super::store::cover::{self, Facts};
use super::ways;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::messages_cs::status::by_sex;
use crate::kernel::visit::Visit;
use jiff::civil::Date;
use rules::access::{Act, Mask};
use rules::coded::Coded;
use rules::identity::Sex;
use rules::intake::Outcome;
use rules::status::{self, Stage, Status};
use rules::visits::Counter;

/// What `kernel/folder_layout.html` shows; texts ready to print.
pub struct FolderHead {
    pub id: String,
    pub number: String,
    pub service: String,
    pub mark: String,
    pub name: String,
    pub address_as: Option<String>,
    /// 0 none yet, 1 Zájemce, 2 Smlouva, 3 Plán, 4 Hodnocení, 5 Ukončeno
    pub stage: u8,
    pub badges: Vec<(&'static str, String)>,
    pub facts: Vec<(&'static str, String, String)>,
    pub why: String,
    pub bars: Vec<(&'static str, String, String, String)>,
    pub tabs: Vec<(&'static str, String, usize, bool)>,
    pub actions: Vec<(&'static str, String)>,
    pub may_write: bool,
    /// The day of the past that the viewer chose, in words, and the way back to today.
    pub past: Option<(String, String)>,
}

/// The parts of a folder: key, name, page, act that opens it.
const TABS: &[(&str, &str, &str, Act)] = &[
    ("summary", "Přehled", "", Act::SeeFolder),
    ("timeline", "Zápisy", "/timeline", Act::SeeTimeline),
    ("negotiation", "Jednání", "/negotiation", Act::SeeNegotiation),
    ("plan", "Plán a cíle", "/plan", Act::SeePlan),
    ("consents", "Souhlasy", "/consents", Act::SeeConsents),
    ("sharing", "Sdílení", "/sharing", Act::SeeSharing),
    ("documents", "Dokumenty", "/attachments", Act::SeeAttachments),
    ("tasks", "Úkoly", "/tasks", Act::SeeFolderTasks),
    ("team", "Tým", "/team", Act::SeeTeam),
    ("consultations", "Konzultace", "/mentor-consultations", Act::SeeMentorConsultations),
    ("data", "Údaje", "/data", Act::SeePersonalData),
    ("looks", "Kdo nahlížel", "/looks", Act::SeeLooks),
];

/// The folder with what is known of it, for its head and its first page.
pub struct Known {
    pub facts: Facts,
    pub status: Status,
    pub stage: Stage,
    pub sex: Option<Sex>,
    /// The day on which it is looked at.
    pub day: Date,
}

/// What is known of the folder on the day asked for.
pub fn known(folder: &Folder) -> Result<Known, Failure> {
    let facts = cover::facts(folder)?;
    let known = status::Facts {
        negotiation_began: facts.negotiation_began,
        negotiation_closed: facts.outcome.as_deref().and_then(Outcome::from_code),
        assessment_due_on: facts.assessment_due_on,
        assessment_closed: facts.assessment_held_on.is_some(),
        agreement_on: facts.agreement_on,
        cooperation_ended_on: facts.closed_on,
    };
    let (status, stage) = (status::status(&known, folder.day()), status::stage(&known, folder.day()));
    Ok(Known { facts, status, stage, sex: Sex::from_code(folder.sex()), day: folder.day() })
}

/// The head of a page; `here` is the key of its tab.
pub fn head(visit: &Visit, folder: &Folder, here: &str) -> Result<FolderHead, Failure> {
    head_of(visit, folder, &known(folder)?, here)
}

/// The head of a page that has asked for the facts already.
pub fn head_of(visit: &Visit, folder: &Folder, known: &Known, here: &str) -> Result<FolderHead, Failure> {
    let viewer = visit.viewer()?;
    let is_whole = folder.mask() == Mask::Whole;
    let visits = if is_whole { counter::of(folder, known)? } else { Counter::Silent };
    let is_past = folder.is_past();
    let inspected = folder.inspection().map(|one| (one.service_name.clone(), one.service_mark.clone()));
    let (service, mark) =
        inspected.unwrap_or_else(|| (viewer.service_name().to_owned(), viewer.service_mark().to_owned()));
    Ok(FolderHead {
        id: folder.id().to_string(),
        number: folder.number().to_owned(),
        service,
        mark,
        name: folder.name(),
        address_as: Some(known.facts.address_form.clone()).filter(|form| !form.is_empty()),
        stage: if is_whole { stage_line(known) } else { 0 },
        badges: if is_whole { badges::of(folder, known, visits) } else { Vec::new() },
        facts: facts(folder, known),
        why: folder.because().cs().into_owned(),
        bars: bars::of(folder, known, visits)?,
        tabs: tabs(folder, known, here),
        actions: if is_whole && !is_past { ways::actions(folder, known) } else { Vec::new() },
        may_write: folder.may(Act::WriteRecord) && folder.mask() != Mask::Handover,
        past: past(folder),
    })
}

/// Whoever looks at a past day must not mistake it for today. An inspection has its own day and no way back.
fn past(folder: &Folder) -> Option<(String, String)> {
    let today = if folder.inspection().is_none() { folder.path("?as_of=") } else { String::new() };
    folder.is_past().then(|| (format_cs::date(folder.day()), today))
}

/// The stages that the line shows; a plan without a paper is a plan too.
fn stage_line(known: &Known) -> u8 {
    match known.status {
        Status::Contact => 0,
        Status::Applicant => 1,
        Status::Client if known.facts.evaluated_on.is_some() => 4,
        Status::Client if known.facts.plan_form.is_some() || known.facts.plan_agreed_on.is_some() => 3,
        Status::Client => 2,
        Status::Refused | Status::Referred | Status::Withdrawn => 5,
        Status::Counselled | Status::OutOfContact | Status::Closed => 5,
    }
}

fn tabs(folder: &Folder, known: &Known, here: &str) -> Vec<(&'static str, String, usize, bool)> {
    let open_tasks = usize::try_from(known.facts.open_tasks).unwrap_or(0);
    let count = |key: &str| if key == "tasks" { open_tasks } else { 0 };
    // What a mentor asks stands among his few pages; the others find it by a way.
    let is_his = |key: &str| key != "consultations" || folder.mask() == Mask::Mentor;
    let tabs = TABS.iter().filter(|(key, .., act)| folder.may(*act) && is_his(key));
    tabs.map(|(key, name, page, _)| (*name, folder.path(page), count(key), *key == here)).collect()
}

fn facts(folder: &Folder, known: &Known) -> Vec<(&'static str, String, String)> {
    let mut facts = Vec::new();
    let of = &known.facts;
    if folder.mask() == Mask::Handover {
        return facts;
    }
    if folder.mask() == Mask::Whole
        && let Some(born) = born(of, folder.day())
    {
        facts.push((by_sex(known.sex, "Narozena", "Narozen", "Narozen/a"), born, String::new()));
    }
    // An inspection looks into the work, not for the person.
    if !of.phone.is_empty() && folder.inspection().is_none() {
        facts.push(("Telefon", phone(&of.phone), format!("tel:{}", of.phone)));
    }
    let team = if folder.may(Act::SeeTeam) { folder.path("/team") } else { String::new() };
    let key_worker = of.key_worker.clone().unwrap_or_else(|| "zatím není určen".to_owned());
    facts.push(("Klíčový pracovník", key_worker, team));
    if folder.mask() == Mask::Whole
        && let Some(at) = of.last_contact
    {
        let day = crate::kernel::clock::day_of(at);
        facts.push(("Naposledy", format_cs::relative(day, folder.day()), folder.path("/timeline")));
    }
    facts
}

/// `12. 4. 1984 (42 let)`, or the year alone when nothing more is known.
pub fn born(facts: &Facts, today: Date) -> Option<String> {
    match (facts.birth_date, facts.birth_year) {
        (Some(day), _) => {
            let age = format_cs::count(i64::from(age(day, today)), "rok", "roky", "let");
            Some(format!("{} ({age})", format_cs::date(day)))
        }
        (None, Some(year)) => Some(year.to_string()),
        (None, None) => None,
    }
}

/// How old somebody born on a day is on another.
pub fn age(born: Date, today: Date) -> i16 {
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    today.year() - born.year() - i16::from(!had_birthday)
}

/// `602 123 456`; what cannot be read stands as it is stored.
pub fn phone(stored: &str) -> String {
    rules::identity::phone::Phone::stored(stored).shown()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn somebody_born_in_april_is_a_year_younger_until_his_birthday() {
        assert_eq!(age(date(1984, 4, 12), date(2026, 4, 11)), 41);
        assert_eq!(age(date(1984, 4, 12), date(2026, 4, 12)), 42);
    }
}
