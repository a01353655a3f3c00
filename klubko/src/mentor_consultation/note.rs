//! The mentor's brief note: it is written into the client's documentation, and in the same deed the social worker and
//! the head are told. Nothing else closes the consultation.

use super::list::visible;
use super::store::{self, Consultation, stage_of};
use crate::accounts::{self, Colleague};
use crate::activity::{self, NewActivity};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::notices::{self, NewNotice};
use crate::{record, tasks, ties};
use askama::Template;
use rules::access::Act;
use rules::activity::{Form as ActForm, Kind};
use rules::mentor::{Stage, may_note};
use rules::notice::NoticeKind;
use rules::profession::{Position, Profession};
use rules::rule::Rule;
use uuid::Uuid;

const TITLE: &str = "Poznámka ke konzultaci";
const NOBODY: &str = "Poznámku teď uzavřít nejde: ve složce není sociální pracovník nebo vedoucí služby, kterému se má dát \
     vědět. Obraťte se na vedoucího.";

#[derive(Template)]
#[template(path = "mentor_consultation/note.html")]
struct NotePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    area: String,
    answer: String,
    told: Vec<String>,
    action: String,
    back: String,
}

/// Whom the note tells: a social worker who holds the case or is in it, and the heads of the service.
struct Told {
    social_workers: Vec<Colleague>,
    heads: Vec<Colleague>,
}

impl Told {
    fn of(folder: &Folder) -> Result<Self, Failure> {
        let people = ties::people_options(folder)?;
        let key_worker = ties::key_worker(folder)?.map(|one| one.id);
        let colleagues = accounts::colleagues(folder.db(), folder.service(), folder.today())?;
        let inside = colleagues.into_iter().filter(|one| people.iter().any(|(id, _)| *id == one.id.to_string()));
        let (heads, others): (Vec<_>, Vec<_>) = inside.partition(|one| one.position == Position::Head);
        let (mine, more): (Vec<_>, Vec<_>) = others
            .into_iter()
            .filter(|one| one.profession == Profession::SocialWorker)
            .partition(|one| Some(one.id) == key_worker);
        Ok(Self { social_workers: if mine.is_empty() { more } else { mine }, heads })
    }

    /// A head who is a social worker is told once for both.
    fn social_workers(&self) -> usize {
        let heads = self.heads.iter().filter(|one| one.profession == Profession::SocialWorker);
        self.social_workers.len() + heads.count()
    }

    fn all(&self) -> impl Iterator<Item = &Colleague> {
        self.social_workers.iter().chain(&self.heads)
    }
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    (one, told): (&Consultation, &Told),
    form: Form<'v>,
) -> Result<NotePage<'v>, Failure> {
    Ok(NotePage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "consultations")?,
        form,
        area: one.area.clone(),
        answer: one.answer.clone().unwrap_or_default(),
        told: told.all().map(Colleague::name).collect(),
        action: folder.path(&format!("/mentor-consultations/{}/note", one.id)),
        back: folder.path("/mentor-consultations"),
    })
}

/// The mentor writes his own note. When he is in the folder no more, the key worker or the head does it for him: otherwise
/// the consultation would stay open for good.
pub(super) fn writes_note(folder: &Folder, one: &Consultation) -> Result<bool, Failure> {
    if folder.viewer()? == one.mentor_id {
        return Ok(true);
    }
    let is_here = ties::people_options(folder)?.iter().any(|(id, _)| *id == one.mentor_id.to_string());
    Ok(!is_here && folder.may(Act::AssignWorker))
}

/// Where the note is written that a task waits for, while it is missing: the note itself, or for whoever only sees the task
/// the list of consultations.
pub fn note_owed(folder: &Folder, question: Uuid) -> Result<Option<String>, Failure> {
    let waits = |one: &Consultation| one.id == question && stage_of(one) == Stage::WaitsForNote;
    let Some(one) = store::of_folder(folder)?.into_iter().find(waits) else { return Ok(None) };
    let page = if writes_note(folder, &one)? { format!("/{question}/note") } else { String::new() };
    Ok(Some(folder.path(&format!("/mentor-consultations{page}"))))
}

/// The question that waits for the viewer's note.
fn asked_for(visit: &Visit, folder: &Folder) -> Result<(Consultation, Told), Failure> {
    let id: Uuid = visit.path("question")?;
    let one = visible(folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    if !writes_note(folder, &one)? {
        return Err(Failure::Absent);
    }
    let told = Told::of(folder)?;
    match stage_of(&one) {
        Stage::WaitsForAnswer => Err(Failure::refused("Na dotaz zatím nikdo neodpověděl. Poznámku napište potom.")),
        Stage::Closed => Err(Failure::refused("Poznámka už je zapsaná a konzultace uzavřená.")),
        stage @ Stage::WaitsForNote if may_note(stage, told.social_workers(), told.heads.len()) => Ok((one, told)),
        Stage::WaitsForNote => Err(Failure::refused(NOBODY)),
    }
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let (one, told) = asked_for(visit, &folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    let with = one.receiver.as_deref().map_or_else(|| one.addressee.clone(), |it| format!("pracovníky služby {it}"));
    let who = if folder.viewer()? == one.mentor_id { "jsem" } else { one.mentor.as_str() };
    let day = date(clock::day_of(one.answered_at.unwrap_or(one.asked_at)));
    form.prefill(
        "text",
        format!(
            "Dne {day} {who} s\u{a0}{with} konzultoval/a oblast: {}. Informováni byli sociální pracovnice a vedoucí \
             služby.",
            one.area
        ),
    );
    form.prefill("minutes", "15");
    Response::page(&template(visit, &folder, (&one, &told), form)?)
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let (one, told) = asked_for(visit, &folder)?;
    let mut form = Form::typed(visit, TITLE);
    let text = form.required("text", "Napište stručně, co jste konzultovali");
    let minutes = form.minutes("minutes");
    let (Some(minutes), true) = (minutes, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, (&one, &told), form)?));
    };
    let mut change = pen.change(&folder)?;
    let activity = activity::begin(
        &mut change,
        &NewActivity {
            service: folder.service(),
            folder: Some(folder.id()),
            anonymous: None,
            kind: Kind::Consultation,
            form: ActForm::Phone,
            starts_at: one.answered_at.unwrap_or(one.asked_at),
            minutes,
            on_behalf_of_client: true,
            place: "",
            worker: one.mentor_id,
            topics: &[],
        },
    )?;
    record::write_course(&mut change, &folder, activity, text.trim())?;
    store::insert_note(&mut change, &folder, (one.id, activity))?;
    tell(&mut change, &folder, (&one, &told))?;
    tasks::settle_of(&mut change, folder.id(), (Rule::R107, one.id), "poznámka je zapsaná")?;
    change.commit(Entry::about(one.id, "poznámka peer mentora o konzultaci").resting_on("R-107"));
    Ok(Response::see_other_saying(&folder.path("/mentor-consultations"), "mentor_noted"))
}

/// Both are told in the very deed that closes it.
fn tell(change: &mut Change, folder: &Folder, (one, told): (&Consultation, &Told)) -> Result<(), Failure> {
    told.all().try_for_each(|who| {
        let notice = NewNotice {
            service: folder.service(),
            worker: who.id,
            kind: NoticeKind::MentorConsulted,
            folder: Some(folder.id()),
            item: None,
            about: Some(one.id),
        };
        notices::tell(change, notice)
    })
}
