//! All that one saved consultation brings about: the timed activity, the oral consent, the crisis with its call back,
//! what the person was told, the first words about the situation, and the tasks it leaves behind.

use super::typed::{Crisis, FollowUp, Typed};
use crate::activity::{self, NewActivity};
use crate::calendar::{self, NewAppointment};
use crate::consent;
use crate::kernel::change::Change;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::id::{ActivityId, AppointmentId, StatementId};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::settings;
use crate::negotiation::pages::place;
use crate::negotiation::store::consultation::{self as store, Held};
use crate::negotiation::store::facts::NegotiationFacts;
use crate::negotiation::store::surroundings::{booked, surroundings};
use crate::negotiation::store::{given, record};
use crate::tasks;
use jiff::civil::{Date, Time};
use rules::activity::{Form as Way, Kind};
use rules::assessment::{self, TermStart};
use rules::coded::Coded;
use rules::consent::LegalGround;
use rules::consultation::{ConsentToGet, consent_task};
use rules::task::Post;

/// A call back takes a quarter of an hour in the calendar.
const FOLLOW_UP_MINUTES: i64 = 15;

type Ground = (LegalGround, Option<ConsentToGet>);

pub fn write(
    change: &mut Change,
    folder: &Folder,
    facts: &NegotiationFacts,
    typed: &Typed,
    starts_at: i64,
    (ground, to_get): Ground,
) -> Result<StatementId, Failure> {
    let held_on = clock::day_of(starts_at);
    let activity = begin_activity(change, folder, typed, starts_at)?;
    if let Some(appointment) = booked(folder, clock::end_of(held_on))? {
        calendar::attach(change, folder.id(), appointment, activity)?;
    }
    let place = place(folder)?;
    let held = Held {
        activity,
        held_on,
        is_by_phone: typed.way == Way::Phone,
        is_at_clients_request: typed.at_request,
        summary: &typed.summary,
        proposed_specialist: &typed.specialist,
        consent: consent_of(change, folder, typed, ground)?,
        ground,
    };
    let id = store::hold(change, place, &held)?;
    if let Some(crisis) = &typed.crisis {
        intervene(change, folder, crisis, id, activity)?;
    }
    for item in &typed.told {
        given::tell(change, place, *item, held_on)?;
    }
    describe_situation(change, folder, facts, typed)?;
    assessment_task(change, folder, facts, held_on, id)?;
    if let Some(to_get) = to_get {
        consent_to_get(change, folder, to_get, held_on, id)?;
    }
    Ok(id)
}

fn begin_activity(change: &mut Change, folder: &Folder, typed: &Typed, starts_at: i64) -> Result<ActivityId, Failure> {
    let new = NewActivity {
        service: folder.service(),
        folder: Some(folder.id()),
        anonymous: None,
        kind: Kind::IntroConsultation,
        form: typed.way,
        starts_at,
        minutes: typed.minutes,
        on_behalf_of_client: false,
        place: "",
        worker: folder.viewer()?,
        topics: &[],
    };
    activity::begin(change, &new)
}

/// The consent that the record rests on: the one voiced now, or the one that was in force.
fn consent_of(
    change: &mut Change,
    folder: &Folder,
    typed: &Typed,
    ground: LegalGround,
) -> Result<Option<StatementId>, Failure> {
    if ground != LegalGround::Consent {
        return Ok(None);
    }
    let voiced = typed.oral.as_ref().and_then(|oral| {
        let (given_at, heard_by) = (oral.at?, oral.heard_by?);
        let (wording, line, scope) = (oral.wording.as_str(), oral.line.as_str(), oral.scope.as_str());
        Some(consent::OralConsent { wording, given_at, heard_by, line, scope })
    });
    match voiced {
        Some(voiced) => consent::record_oral(change, folder, &voiced).map(Some),
        None => Ok(consent::standing(folder)?.id),
    }
}

fn intervene(
    change: &mut Change,
    folder: &Folder,
    crisis: &Crisis,
    consultation: StatementId,
    activity: ActivityId,
) -> Result<(), Failure> {
    let follow_up = match crisis.follow_up {
        Some(follow_up) => Some(call_back(change, folder, follow_up)?),
        None => None,
    };
    let row = store::Crisis {
        consultation,
        activity,
        threat: &crisis.threat,
        intervention: &crisis.intervention,
        safety_plan: &crisis.safety_plan,
        follow_up,
    };
    store::intervene(change, folder.id(), &row).map(drop)
}

/// The call stands in the calendar; without an hour it stands at the beginning of the day and says so.
pub fn call_back(change: &mut Change, folder: &Folder, follow_up: FollowUp) -> Result<AppointmentId, Failure> {
    const FIRST_HOUR: Time = Time::constant(8, 0, 0, 0);
    let note =
        if follow_up.time.is_some() { "po krizové intervenci" } else { "po krizové intervenci, čas upřesnit" };
    let new = NewAppointment {
        service: folder.service(),
        folder: Some(folder.id()),
        worker: folder.viewer()?,
        starts_at: clock::moment_on(follow_up.day, follow_up.time.unwrap_or(FIRST_HOUR)),
        minutes: FOLLOW_UP_MINUTES,
        kind: "follow_up",
        note,
    };
    calendar::plan(change, &new)
}

/// What is already known stays; what the consultation found out fills the empty places of the record.
fn describe_situation(
    change: &mut Change,
    folder: &Folder,
    facts: &NegotiationFacts,
    typed: &Typed,
) -> Result<(), Failure> {
    let new_situation = facts.situation.is_empty() && !typed.summary.is_empty();
    let new_circle = typed.circle.filter(|_| facts.circle().is_none());
    if !new_situation && new_circle.is_none() {
        return Ok(());
    }
    let mut stands = facts.clone();
    if new_situation {
        stands.situation.clone_from(&typed.summary);
    }
    if let Some(circle) = new_circle {
        circle.code().clone_into(&mut stands.circle_of_persons);
        stands.circle_of_persons_reason.clone_from(&typed.circle_reason);
    }
    record::write(change, place(folder)?, facts.version, &stands).map(drop)
}

/// the team assesses within the term. Where the service counts from the first contact, its task is there already.
fn assessment_task(
    change: &mut Change,
    folder: &Folder,
    facts: &NegotiationFacts,
    held_on: Date,
    id: StatementId,
) -> Result<(), Failure> {
    let settings = settings::of(folder.db(), folder.service(), held_on)?;
    let around = surroundings(folder)?;
    if facts.consultation.is_some() || around.is_assessed || around.assessment_due_on.is_some() {
        return Ok(());
    }
    let began_on = match settings.assessment_start {
        TermStart::IntroConsultation => held_on,
        TermStart::FirstContact => facts.first_contact_on.unwrap_or(held_on),
    };
    let task = assessment::task(settings.assessment_start, began_on, settings.assessment_days, Some(folder.viewer()?));
    let what = format!("Zhodnocení týmu: nejpozději {}", format_cs::weekday_date(task.due_on));
    tasks::create_for_folder(change, (folder.service(), folder.id()), &task, &what, id).map(drop)
}

/// the consent that is still to be got, at the next booked meeting or within a week.
fn consent_to_get(
    change: &mut Change,
    folder: &Folder,
    to_get: ConsentToGet,
    held_on: Date,
    id: StatementId,
) -> Result<(), Failure> {
    let around = surroundings(folder)?;
    let post = if around.has_key_worker { Post::KeyWorker } else { Post::Intake };
    let task = consent_task(to_get, post, held_on, around.next_meeting_at.map(clock::day_of));
    tasks::create_for_folder(change, (folder.service(), folder.id()), &task, &to_get.cs(), id).map(drop)
}
