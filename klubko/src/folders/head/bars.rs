//! Bars under the head: with whom cooperation is limited, how to contact safely, what is due (messages 135, 136).

use super::Known;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::activity::plan_question;
use crate::kernel::settings;
use crate::ties;
use rules::access::Mask;
use rules::agreement_terms::{Standing, last_day, standing};
use rules::consent::sharing::{Expiry, expiry};
use rules::status::{Stage, Status};
use rules::task::{Urgency, urgency};
use rules::visits::Counter;

type Bar = (&'static str, String, String, String);

pub fn of(folder: &Folder, known: &Known, visits: Counter) -> Result<Vec<Bar>, Failure> {
    let mut bars: Vec<Bar> = Vec::new();
    if folder.mask() == Mask::Handover {
        return Ok(bars);
    }
    if folder.inspection().is_none() {
        bars.extend(safe_contact(known));
    }
    if folder.mask() == Mask::Whole {
        bars.extend(limited(folder, known)?);
        bars.extend(vital_interest(known));
        bars.extend(assessment(folder, known));
        bars.extend(agreement(folder, known)?);
        bars.extend(cooperation(folder, known));
        bars.extend(visit(visits));
        bars.extend(ending(folder, known));
    }
    Ok(bars)
}

fn safe_contact(known: &Known) -> Option<Bar> {
    let facts = &known.facts;
    let meta = format!("{}, {}", facts.noted_by, format_cs::date(clock::day_of(facts.noted_at)));
    let lead = "Bezpečný kontakt:".to_owned();
    (!facts.note.is_empty()).then(|| ("warn", lead, facts.note.clone(), meta))
}

/// Only the fact and the name: the reason is read on the page of the team by the key worker and the head.
fn limited(folder: &Folder, known: &Known) -> Result<Option<Bar>, Failure> {
    let names = if known.facts.has_exclusions { ties::limited(folder)? } else { Vec::new() };
    let lead = "Omezená spolupráce:".to_owned();
    Ok((!names.is_empty())
        .then(|| ("warn", lead, format!("{} se případu neúčastní.", names.join(", ")), String::new())))
}

fn vital_interest(known: &Known) -> Option<Bar> {
    let lead = "Chybí souhlas.".to_owned();
    let text = "Údaje zatím zpracováváme pro životně důležitý zájem. Až to půjde, promluvte si o souhlasu.".to_owned();
    known.facts.is_on_vital_interest.then(|| ("warn", lead, text, String::new()))
}

/// Message 135 and its days.
fn assessment(folder: &Folder, known: &Known) -> Option<Bar> {
    let due_on = match known.stage {
        Stage::WaitingForAssessment { due_on } => due_on,
        Stage::AssessmentOverdue { .. } => known.facts.assessment_due_on?,
        _ => return None,
    };
    let day = format_cs::weekday_date(due_on);
    let text = |left: String| format!("Má proběhnout nejpozději do {day}. {left}");
    let lead = "Zhodnocení:".to_owned();
    let (kind, text) = match urgency(due_on, folder.day()) {
        Urgency::Calm { days_left } => ("info", text(left(days_left))),
        Urgency::Amber { days_left } => ("warn", text(left(days_left))),
        Urgency::DueToday => ("warn", text("Lhůta končí dnes.".to_owned())),
        Urgency::Overdue { days } => {
            let late = format_cs::count(days, "den", "dny", "dní");
            ("bad", format!("Mělo proběhnout do {day}, po lhůtě o {late}."))
        }
    };
    Some((kind, lead, text, String::new()))
}

/// „Smlouva končí za 14 dní“ (message 59), and that it ended.
fn agreement(folder: &Folder, known: &Known) -> Result<Option<Bar>, Failure> {
    let facts = &known.facts;
    let last_day = last_day(facts.agreement_until, facts.agreement_ends_on);
    let (Some(from), Some(last), Status::Client) = (facts.agreement_on, last_day, known.status) else {
        return Ok(None);
    };
    let expiry_days = settings::of(folder.db(), folder.service(), folder.day())?.expiry_days;
    let day = format_cs::date(last);
    Ok(match standing(from, Some(last), expiry_days, folder.day()) {
        Standing::Ended { .. } => Some((
            "warn",
            format!("Smlouva skončila {day}."),
            "Služba se bez smlouvy neposkytuje. Uzavřete spolupráci, nebo zapište novou žádost.".to_owned(),
            String::new(),
        )),
        Standing::EndsSoon { days } => {
            let left = format_cs::count(days, "den", "dny", "dní");
            let lead =
                if days == 0 { "Smlouva končí dnes.".to_owned() } else { format!("Smlouva končí za {left}.") };
            Some(("warn", lead, format!("Platí do {day}. Projednejte, jak dál."), String::new()))
        }
        Standing::InForce | Standing::NotYet { .. } => None,
    })
}

/// The consent to case management comes to its end: from fourteen days before.
fn cooperation(folder: &Folder, known: &Known) -> Option<Bar> {
    let facts = &known.facts;
    let holds = facts.cooperation_decision.as_deref() == Some("consent") && facts.cooperation_withdrawn_at.is_none();
    let last = facts.cooperation_until.filter(|_| holds)?;
    let Expiry::Soon { days_left } = expiry(Some(last), folder.day()) else { return None };
    let lead = "Souhlas s\u{a0}případovou spoluprací končí.".to_owned();
    let text = match days_left {
        0 => "Platí jen dnes. Od zítřka se službám nic sdílet nesmí; zeptejte se klienta, jak dál.".to_owned(),
        _ => format!("Platí do {}. Zeptejte se klienta, zda chce souhlas dát znovu.", format_cs::date(last)),
    };
    Some(("warn", lead, text, String::new()))
}

fn left(days: i64) -> String {
    let verb = format_cs::plural(days, "Zbývá", "Zbývají", "Zbývá");
    format!("{verb} {}.", format_cs::count(days, "den", "dny", "dní"))
}

/// time to think of the end, once its term is near.
fn ending(folder: &Folder, known: &Known) -> Option<Bar> {
    let due_on = known.facts.ending_due_on.filter(|_| matches!(known.stage, Stage::Client { .. }))?;
    let is_near = !matches!(urgency(due_on, folder.day()), Urgency::Calm { .. });
    let text = "Cíle jsou splněné, nebo se klient dlouho neozval. Promluvte si s ním o tom, jak dál.".to_owned();
    is_near.then(|| ("info", "Zvažte ukončení spolupráce.".to_owned(), text, String::new()))
}

/// The hint one visit earlier, message 136 from the limit on.
fn visit(visits: Counter) -> Option<Bar> {
    let kind = match visits {
        Counter::Hint { .. } => "info",
        Counter::PlanNeeded { .. } => "warn",
        Counter::Silent | Counter::Counting { .. } | Counter::Justified { .. } => return None,
    };
    let question = plan_question(visits);
    let (lead, text) = question.split_once(". ").unwrap_or((&question, ""));
    Some((kind, format!("{lead}."), text.to_owned(), String::new()))
}
