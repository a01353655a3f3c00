//! What was typed into the form of a consultation, and what the rules say to it. In a crisis nothing but a missing time
//! stops the saving, so an absent length, form or consent is no problem there.

use crate::accounts;
use crate::consent;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::WorkerId;
use crate::kernel::messages_cs::InCzech;
use jiff::civil::{Date, Time};
use rules::activity::Form as Way;
use rules::agreement::{CircleOfPersons, InformationItem};
use rules::coded::Coded;
use rules::consultation::{self, Block, ConsentPart, ConsentSaid, Consultation, OralConsent, Saved};
use rules::instant::Moment;
use rules::moment::contact_time::ContactTimeFlaw;
use rules::moment::date_typed::Leaning;
use rules::moment::duration_typed::DurationFlaw;

pub struct Typed {
    pub starts_at: Option<i64>,
    pub minutes: i64,
    pub way: Way,
    pub at_request: bool,
    pub told: Vec<InformationItem>,
    pub summary: String,
    pub specialist: String,
    pub circle: Option<CircleOfPersons>,
    pub circle_reason: String,
    pub oral: Option<Oral>,
    pub crisis: Option<Crisis>,
}

/// The consent as it was voiced.
pub struct Oral {
    pub wording: String,
    pub at: Option<i64>,
    pub heard_by: Option<WorkerId>,
    pub line: String,
    pub scope: String,
}

/// A crisis intervention inside the consultation.
pub struct Crisis {
    pub threat: String,
    pub intervention: String,
    pub safety_plan: String,
    pub follow_up: Option<FollowUp>,
}

/// When the worker calls again; the hour may still be open.
#[derive(Clone, Copy)]
pub struct FollowUp {
    pub day: Date,
    pub time: Option<Time>,
}

impl Typed {
    pub fn held_on(&self) -> Option<Date> {
        self.starts_at.map(clock::day_of)
    }
}

/// Reads the form; what cannot be read is recorded as a problem of its field.
pub fn read(form: &mut Form, folder: &Folder) -> Result<Typed, Failure> {
    let is_crisis = form.ticked("crisis");
    let starts_at = form.past_moment("day", "time");
    let minutes = read_length(form, starts_at, is_crisis);
    let way = read_way(form, is_crisis);
    let at_request = form.ticked("at_request");
    let told = form.all("told").into_iter().filter_map(InformationItem::from_code).collect();
    let (summary, specialist) = (form.text("summary"), form.text("proposed_specialist"));
    let (circle, circle_reason) = read_circle(form, is_crisis);
    let oral = if form.ticked("oral") { Some(read_oral(form, folder, starts_at)?) } else { None };
    let crisis = is_crisis.then(|| read_crisis(form));
    Ok(Typed { starts_at, minutes, way, at_request, told, summary, specialist, circle, circle_reason, oral, crisis })
}

/// Face to face, in the field, or by phone.
fn read_way(form: &mut Form, is_crisis: bool) -> Way {
    let way = Way::from_code(form.value("form"));
    let way = way.filter(|way| matches!(way, Way::Phone | Way::Ambulatory | Way::Field));
    if way.is_none() && !is_crisis {
        form.problem("form", "Vyberte, jak konzultace proběhla");
    }
    way.unwrap_or(Way::Phone)
}

/// From the end („15:15“) or from the length („45“); both may be given when they agree.
fn read_length(form: &mut Form, starts_at: Option<i64>, is_crisis: bool) -> i64 {
    let until = form.time_or_none("until");
    let minutes = form.minutes_or_none("minutes");
    let ends_at = starts_at.zip(until).map(|(from, time)| clock::moment_on(clock::day_of(from), time));
    let told = starts_at.zip(ends_at).map(|(from, to)| (to - from) / 60_000);
    let is_given = !form.value("until").is_empty() || !form.value("minutes").is_empty();
    match (told, minutes) {
        (Some(told), _) if told < 0 => {
            form.problem("until", "Konec je dřív než začátek. Zkontrolujte čas");
        }
        (Some(0), None) if !is_crisis => form.problem("until", ContactTimeFlaw::Length(DurationFlaw::Zero).cs()),
        (Some(told), Some(minutes)) if told != minutes => {
            form.problem("minutes", "Délka nesouhlasí s koncem. Nechte jen jeden z údajů");
        }
        (None, None) if !is_given && !is_crisis => {
            form.problem("until", "Doplňte, kdy konzultace skončila, nebo jak dlouho trvala");
        }
        _ => {}
    }
    told.or(minutes).unwrap_or(0).max(0)
}

/// R-102; a person who does not quite belong is explained.
fn read_circle(form: &mut Form, is_crisis: bool) -> (Option<CircleOfPersons>, String) {
    let circle = CircleOfPersons::from_code(form.value("circle_of_persons"));
    let reason = form.text("circle_of_persons_reason");
    let unexplained = matches!(circle, Some(CircleOfPersons::Partly | CircleOfPersons::DoesNotFit));
    if unexplained && reason.is_empty() && !is_crisis {
        form.problem("circle_of_persons_reason", "Napište, v čem člověk do okruhu osob služby nepatří");
    }
    (circle, reason)
}

fn read_oral(form: &mut Form, folder: &Folder, starts_at: Option<i64>) -> Result<Oral, Failure> {
    let time = form.time_or_none("consent_time");
    let day = starts_at.map_or(folder.today(), clock::day_of);
    let heard_by: Option<WorkerId> = form.value("heard_by").parse().ok();
    let heard_by = match heard_by {
        Some(id) => accounts::colleague(folder.db(), folder.service(), id, day)?.map(|one| one.id),
        None => None,
    };
    Ok(Oral {
        wording: form.text("wording"),
        at: time.map(|time| clock::moment_on(day, time)),
        heard_by,
        line: form.text("line"),
        scope: form.text("scope"),
    })
}

pub fn read_crisis(form: &mut Form) -> Crisis {
    let day = form.date_or_none("follow_up_day", Leaning::Future);
    let time = form.time_or_none("follow_up_time");
    Crisis {
        threat: form.value("threat").to_owned(),
        intervention: form.text("intervention"),
        safety_plan: form.text("safety_plan"),
        follow_up: day.map(|day| FollowUp { day, time }),
    }
}

/// Asks the rules how the consultation is saved; each block becomes a problem of its field.
pub fn decide(form: &mut Form, folder: &Folder, typed: &Typed) -> Result<Option<Saved>, Failure> {
    let moment = |at: i64| Moment::new(at, clock::day_of(at));
    let consent = match &typed.oral {
        Some(oral) => ConsentSaid::Voiced(OralConsent {
            wording: &oral.wording,
            at: oral.at.map(moment),
            heard_by_known: oral.heard_by.is_some(),
            scope: &oral.scope,
        }),
        None if consent::standing(folder)?.is_in_force() => ConsentSaid::InForce,
        None => ConsentSaid::Nothing,
    };
    let consultation = Consultation {
        form: typed.way,
        at: typed.starts_at.map(moment),
        worker_known: true,
        anonymous: false,
        with_crisis_intervention: typed.crisis.is_some(),
        consent,
    };
    match consultation::save(&consultation, moment(folder.now())) {
        Ok(saved) => Ok(Some(saved)),
        Err(blocks) => {
            blocks.iter().for_each(|block| refuse(form, block));
            Ok(None)
        }
    }
}

fn refuse(form: &mut Form, block: &Block) {
    let field = match block {
        Block::TimeMissing => "time",
        Block::WorkerMissing => "day",
        Block::NoOralConsent => "oral",
        Block::OralConsentInTheFuture => "consent_time",
        Block::OralConsentIncomplete(parts) => match parts.first() {
            Some(ConsentPart::Moment) => "consent_time",
            Some(ConsentPart::WhoHeardIt) => "heard_by",
            Some(ConsentPart::Scope) => "scope",
            Some(ConsentPart::Wording) | None => "oral",
        },
    };
    let is_said = *block == Block::TimeMissing && (form.error("time").is_some() || form.error("day").is_some());
    if !is_said {
        form.problem(field, block.cs());
    }
}
