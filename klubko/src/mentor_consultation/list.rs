//! `consultations`: what was asked in favour of the client, what was answered, what the mentor still owes, who was told.

use super::note::writes_note;
use super::store::{self, Consultation, stage_of};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{count, moment};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::notices::{self, Receipt};
use askama::Template;
use rules::access::{Act, Mask};
use rules::coded::Coded;
use rules::mentor::{DirectReason, Stage};
use rules::notice::NoticeKind;

#[derive(Template)]
#[template(path = "mentor_consultation/list.html")]
struct List<'v> {
    page: Page<'v>,
    folder: FolderHead,
    all: Vec<Line>,
    new: String,
}

struct Line {
    area: String,
    state: (&'static str, &'static str),
    asked: String,
    question: String,
    reason: String,
    answer: String,
    answered: String,
    told: Vec<String>,
    note: String,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let all = visible(&folder)?;
    let receipts = notices::receipts(&folder, NoticeKind::MentorConsulted)?;
    let is_mentor = folder.mask() == Mask::Mentor;
    Response::page(&List {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "consultations")?,
        all: all.iter().map(|one| line(&folder, one, &receipts)).collect::<Result<_, _>>()?,
        new: if is_mentor && folder.may(Act::AskMentorConsultation) {
            folder.path("/mentor-consultations/new")
        } else {
            String::new()
        },
    })
}

/// A mentor reads his own only.
pub(super) fn visible(folder: &Folder) -> Result<Vec<Consultation>, Failure> {
    let (me, is_mentor) = (folder.viewer()?, folder.mask() == Mask::Mentor);
    let all = store::of_folder(folder)?.into_iter();
    Ok(all.filter(|one| !is_mentor || one.mentor_id == me).collect())
}

fn line(folder: &Folder, one: &Consultation, receipts: &[Receipt]) -> Result<Line, Failure> {
    let stage = stage_of(one);
    let to = one.receiver.as_deref().map(|service| format!(", {service}")).unwrap_or_default();
    let reason = DirectReason::from_code(&one.direct_reason).map(|reason| format!("Napřímo: {}", reason.cs()));
    let note = if one.reason_note.is_empty() { String::new() } else { format!(" ({})", one.reason_note) };
    let conclusion = one.conclusion.map(|one| one.cs().into_owned()).unwrap_or_default();
    let minutes = one.minutes.map(|minutes| count(minutes, "minuta", "minuty", "minut")).unwrap_or_default();
    let may_note = stage == Stage::WaitsForNote && writes_note(folder, one)?;
    let told = receipts.iter().filter(|it| it.about_id == one.id).map(|it| match it.read_at {
        Some(at) => format!("{} – přečteno {}", it.name, moment(at)),
        None => format!("{} – zatím nepřečteno", it.name),
    });
    Ok(Line {
        area: one.area.clone(),
        state: match stage {
            Stage::WaitsForAnswer => ("info", "čeká na odpověď"),
            Stage::WaitsForNote => ("warn", "zbývá poznámka mentora"),
            Stage::Closed => ("ok", "uzavřeno"),
        },
        asked: format!("{} · {} → {}{to}", moment(one.asked_at), one.mentor, one.addressee),
        question: one.question.clone(),
        reason: reason.map(|reason| format!("{reason}{note}")).unwrap_or_default(),
        answer: one.answer.clone().unwrap_or_default(),
        answered: one
            .answered_at
            .map(|at| format!("{} · {conclusion} · {minutes} ve prospěch klienta", moment(at)))
            .unwrap_or_default(),
        told: told.collect(),
        note: if may_note { folder.path(&format!("/mentor-consultations/{}/note", one.id)) } else { String::new() },
    })
}
