//! At most three badges: the status, the consent, and the one thing that matters most now. What the client decided about
//! case management takes the place of a written consent that simply holds.

use super::Known;
use crate::kernel::clock;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::messages_cs::status::{self, by_sex};
use jiff::civil::Date;
use rules::coded::Coded;
use rules::consent::sharing::{Expiry, expiry};
use rules::consent::{Consent, ConsentForm, Decision, State, state};
use rules::instant::Moment;
use rules::status::{Stage, Status};
use rules::task::{Urgency, urgency};
use rules::visits::Counter;

type Badge = (&'static str, String);

/// A crisis stays on the head for two weeks, or until help has become cooperation.
const CRISIS_DAYS: i64 = 14;

pub fn of(folder: &Folder, known: &Known, visits: Counter) -> Vec<Badge> {
    let third = crisis(folder, known).or_else(|| review(folder, known)).or_else(|| counter(visits));
    let third = third.or_else(|| stage(known.stage));
    let (own, shared) = (consent(folder, known), cooperation(folder, known));
    let (second, third) = match (own, shared) {
        // What is in order says nothing; where both have something to say, they stand side by side.
        (Some(("ok", _)) | None, Some(shared)) => (Some(shared), third),
        (own @ Some(_), Some(shared)) => (own, Some(shared)),
        (own, None) => (own, third),
    };
    [Some(standing(known)), second, third].into_iter().flatten().collect()
}

/// The consent to case management: until when, how near the end is, or that there is none.
fn cooperation(folder: &Folder, known: &Known) -> Option<Badge> {
    let facts = &known.facts;
    let decision = Decision::from_code(facts.cooperation_decision.as_deref()?)?;
    let (at, from) = (facts.cooperation_at?, facts.cooperation_from?);
    let consent = Consent {
        decision,
        form: ConsentForm::Written,
        given: Moment::new(at, clock::day_of(at)),
        valid_from: from,
        valid_until: facts.cooperation_until,
        withdrawn_at: facts.cooperation_withdrawn_at.map(|at| at.min(folder.as_of())),
        superseded_at: None,
    };
    let until = facts.cooperation_until.map(format_cs::date).unwrap_or_default();
    Some(match state(&consent, Moment::new(folder.as_of(), folder.day())) {
        State::InForce => match expiry(facts.cooperation_until, folder.day()) {
            Expiry::Soon { days_left: 0 } => ("warn", "Případová spolupráce: souhlas končí dnes".to_owned()),
            Expiry::Soon { days_left } => {
                let left = format_cs::count(days_left, "den", "dny", "dní");
                ("warn", format!("Případová spolupráce: souhlas končí za {left}"))
            }
            Expiry::Far | Expiry::Over => ("ok", format!("Souhlas s\u{a0}případovou spoluprací do {until}")),
        },
        State::NotYetValid => ("", format!("Souhlas s\u{a0}případovou spoluprací od {}", format_cs::date(from))),
        // A no is a fact like a yes; red is for deadlines and danger.
        State::Dissent => ("", "Nesouhlas s\u{a0}případovou spoluprací".to_owned()),
        State::Withdrawn { at } => ("", format!("Souhlas s\u{a0}případovou spoluprací odvolán {}", day(at))),
        State::Expired => ("warn", format!("Souhlas s\u{a0}případovou spoluprací skončil {until}")),
        State::NotYetAsked | State::Superseded => return None,
    })
}

/// „Klientka od 16. 3. 2026“.
fn standing(known: &Known) -> Badge {
    let word = status::word(known.status, known.sex);
    match (known.stage, known.status) {
        (Stage::Client { since }, _) => ("ok", format!("{word} od {}", format_cs::date(since))),
        (_, Status::Contact | Status::Applicant) => ("info", word.to_owned()),
        _ => ("", word.to_owned()),
    }
}

/// The consent to the processing of personal data as it stands (messages 60–65).
fn consent(folder: &Folder, known: &Known) -> Option<Badge> {
    let not_asked = by_sex(known.sex, "Zatím se nevyjádřila", "Zatím se nevyjádřil", "Zatím se nevyjádřil/a");
    let Some((consent, form)) = recorded(known) else {
        // Somebody who only called was not asked anything yet.
        return (known.status != Status::Contact).then(|| ("", not_asked.to_owned()));
    };
    let now = Moment::new(folder.as_of(), folder.day());
    Some(match state(&consent, now) {
        State::InForce | State::NotYetValid => match form {
            ConsentForm::Oral => ("info", "Ústní souhlas".to_owned()),
            ConsentForm::Written => ("ok", "Písemný souhlas".to_owned()),
        },
        State::Dissent => ("warn", "Nesouhlasí".to_owned()),
        State::Expired => ("warn", "Souhlas vypršel".to_owned()),
        State::Withdrawn { at } => ("warn", format!("Souhlas odvolán dne {}", day(at))),
        State::NotYetAsked | State::Superseded => ("", not_asked.to_owned()),
    })
}

fn recorded(known: &Known) -> Option<(Consent, ConsentForm)> {
    let facts = &known.facts;
    let decision = Decision::from_code(facts.consent_decision.as_deref()?)?;
    let form = ConsentForm::from_code(facts.consent_form.as_deref()?)?;
    let (at, on): (i64, Date) = (facts.consent_at?, facts.consent_on?);
    let consent = Consent {
        decision,
        form,
        given: Moment::new(at, on),
        valid_from: on,
        valid_until: facts.consent_until,
        withdrawn_at: facts.withdrawn_at,
        superseded_at: None,
    };
    Some((consent, form))
}

fn day(at: i64) -> String {
    format_cs::date(clock::day_of(at))
}

/// Danger is said in red until the person is a client, two weeks at most.
fn crisis(folder: &Folder, known: &Known) -> Option<Badge> {
    let on = clock::day_of(known.facts.crisis_at?);
    let is_open = matches!(known.status, Status::Contact | Status::Applicant);
    let is_near = rules::instant::days_between(on, folder.day()) <= CRISIS_DAYS;
    (is_open && is_near).then(|| ("bad", "Krizová intervence".to_owned()))
}

/// „Plán k přehodnocení 25. 11.“, amber when the day is near.
fn review(folder: &Folder, known: &Known) -> Option<Badge> {
    let due_on = known.facts.review_due_on.filter(|_| known.status == Status::Client)?;
    let (kind, verb) = match urgency(due_on, folder.day()) {
        Urgency::Calm { .. } => ("", "Plán k\u{a0}hodnocení"),
        Urgency::Amber { .. } | Urgency::DueToday => ("warn", "Plán k\u{a0}hodnocení"),
        Urgency::Overdue { .. } => ("warn", "Čeká na hodnocení od"),
    };
    Some((kind, format!("{verb} {}", format_cs::date(due_on))))
}

/// „5. návštěva z přibližně šesti“.
fn counter(visits: Counter) -> Option<Badge> {
    let kind = match visits {
        Counter::Silent => return None,
        Counter::Counting { .. } | Counter::Justified { .. } => "",
        Counter::Hint { .. } => "info",
        Counter::PlanNeeded { .. } => "warn",
    };
    Some((kind, visits.cs().into_owned()))
}

fn stage(stage: Stage) -> Option<Badge> {
    let kind = match stage {
        Stage::AssessmentOverdue { .. } => "bad",
        Stage::WaitingForAssessment { .. } | Stage::WithoutAgreement => "warn",
        Stage::NegotiationRunning => "",
        // The status says it already.
        Stage::NewContact | Stage::Client { .. } | Stage::Ended(_) => return None,
    };
    Some((kind, stage.cs().into_owned()))
}
