//! A worker answers what a peer mentor asks in favour of a client: one deed that also reports the act „ve prospěch klienta“
//! in the answering service and, where the question crossed, leaves the mentor his task. No client of the
//! answering service arises by it, and nothing of the mentor's folder is seen but the question.

use crate::activity::{self, NewActivity};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::clock;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::{date, moment, time};
use crate::kernel::id::ActivityId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::mentor_consultation::{self, Consultation, NewAnswer, pseudonym, stage_of};
use crate::notices::{self, NewNotice};
use crate::tasks;
use askama::Template;
use rules::activity::{Form as ActForm, Kind};
use rules::coded::Coded;
use rules::mentor::{Conclusion, DirectReason, Stage, note_task};
use rules::notice::NoticeKind;
use uuid::Uuid;

const TITLE: &str = "Odpověď peer mentorovi";
const TASK: &str = "Napsat stručnou poznámku o konzultaci s\u{a0}druhou službou";

#[derive(Template)]
#[template(path = "sharing/mentor_list.html")]
struct List<'v> {
    page: Page<'v>,
    /// Address, area, who asks, when.
    waiting: Vec<(String, String, String)>,
    answered: Vec<(String, String, String)>,
}

pub fn list(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let (waiting, answered): (Vec<Consultation>, Vec<Consultation>) =
        mentor_consultation::asked(&desk)?.into_iter().partition(|one| one.answered_at.is_none());
    let line = |one: &Consultation| {
        let who = format!("{} ({}) · {}", one.mentor, one.service, moment(one.asked_at));
        (format!("/mentor-consultations/{}", one.id), one.area.clone(), who)
    };
    Response::page(&List {
        page: Page::of(visit),
        waiting: waiting.iter().map(line).collect(),
        answered: answered.iter().map(line).collect(),
    })
}

#[derive(Template)]
#[template(path = "sharing/mentor.html")]
struct QuestionPage<'v> {
    page: Page<'v>,
    form: Form<'v>,
    one: Shown,
    action: String,
    forms: Vec<(&'static str, String)>,
    conclusions: Vec<(&'static str, String)>,
}

/// The question as the answering worker may read it.
struct Shown {
    area: String,
    question: String,
    asked: String,
    /// „klient 7F3A“, or nothing inside the service.
    whom: String,
    /// Where the name stands while a consent lets it; the door there decides.
    named_at: String,
    folder: String,
    reason: String,
    answer: String,
}

fn shown(one: &Consultation) -> Shown {
    let is_direct = one.receiver_service_id.is_some();
    let reason = DirectReason::from_code(&one.direct_reason).map(|reason| reason.cs().into_owned());
    let note = if one.reason_note.is_empty() { String::new() } else { format!(" ({})", one.reason_note) };
    Shown {
        area: one.area.clone(),
        question: one.question.clone(),
        asked: format!("{} ({}) · {}", one.mentor, one.service, moment(one.asked_at)),
        whom: if is_direct { pseudonym(one.id) } else { String::new() },
        named_at: one.item_id.map(|item| format!("/shared/{item}")).unwrap_or_default(),
        folder: if is_direct { String::new() } else { format!("/folders/{}", one.folder_id) },
        reason: reason.map(|reason| format!("Ptá se napřímo: {reason}{note}.")).unwrap_or_default(),
        answer: one.answer.clone().unwrap_or_default(),
    }
}

fn template<'v>(visit: &'v Visit<'v>, one: &Consultation, form: Form<'v>) -> QuestionPage<'v> {
    let forms = [ActForm::Phone, ActForm::Ambulatory, ActForm::Email, ActForm::Online];
    QuestionPage {
        page: Page::of(visit),
        form,
        one: shown(one),
        action: visit.address().to_owned(),
        forms: forms.into_iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        conclusions: Conclusion::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
    }
}

fn asked_for(visit: &Visit, desk: &Desk) -> Result<Consultation, Failure> {
    let id: Uuid = visit.path("question")?;
    mentor_consultation::asked(desk)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let one = asked_for(visit, &desk)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("day", date(visit.today()));
    form.prefill("time", time(clock::civil(visit.now()).time()));
    Response::page(&template(visit, &one, form))
}

/// What was typed.
struct Typed {
    answer: String,
    conclusion: Option<Conclusion>,
    way: Option<ActForm>,
    at: Option<i64>,
    minutes: Option<i64>,
}

pub fn answer<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let one = asked_for(visit, &desk)?;
    if stage_of(&one) != Stage::WaitsForAnswer {
        return Err(Failure::refused("Na tento dotaz už odpověď je. Další konzultaci zapište k\u{a0}novému dotazu."));
    }
    let mut form = Form::typed(visit, TITLE);
    let typed = Typed {
        answer: form.required("answer", "Napište, co jste poradili"),
        conclusion: form.choice("conclusion", "Vyberte, k\u{a0}čemu jste společně došli"),
        way: form.choice("way", "Vyberte, jak konzultace proběhla"),
        at: form.past_moment("day", "time"),
        minutes: form.minutes("minutes"),
    };
    let Typed { conclusion: Some(conclusion), way: Some(way), at: Some(at), minutes: Some(minutes), .. } = typed else {
        return Err(Response::form_again(&template(visit, &one, form)));
    };
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &one, form)));
    }
    let mut change = pen.change(&desk)?;
    let activity = act(&mut change, &desk, &one, (way, at, minutes))?;
    let new = NewAnswer { conclusion, answer: typed.answer.trim(), activity };
    mentor_consultation::answer(&mut change, &one, &new)?;
    leave_to_mentor(&mut change, &one)?;
    change.commit(Entry::about(one.id, "odpověď peer mentorovi").resting_on("R-106"));
    Ok(Response::see_other_saying("/mentor-consultations", "mentor_answered"))
}

/// In favour of a client, without him: of this service, and of no folder when he is not its client.
fn act(
    change: &mut Change,
    desk: &Desk,
    one: &Consultation,
    (form, starts_at, minutes): (ActForm, i64, i64),
) -> Result<ActivityId, Failure> {
    let new = NewActivity {
        service: desk.service(),
        folder: one.receiver_service_id.is_none().then_some(one.folder_id),
        anonymous: None,
        kind: Kind::Consultation,
        form,
        starts_at,
        minutes,
        on_behalf_of_client: true,
        place: "",
        worker: desk.worker()?,
        topics: &[],
    };
    activity::begin(change, &new)
}

/// The mentor is told, and where the question crossed he owes a note within two working days.
fn leave_to_mentor(change: &mut Change, one: &Consultation) -> Result<(), Failure> {
    if one.receiver_service_id.is_some() {
        let left = note_task(one.mentor_id, change.today());
        tasks::create_for_folder(change, (one.service_id, one.folder_id), &left, TASK, one.id)?;
    }
    let notice = NewNotice {
        service: one.service_id,
        worker: one.mentor_id,
        kind: NoticeKind::MentorAnswered,
        folder: Some(one.folder_id),
        item: None,
        about: Some(one.id),
    };
    notices::tell(change, notice)
}
