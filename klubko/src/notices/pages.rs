//! `/notices`: what happened meanwhile; reading it is said by a form.

use super::store::{self, Notice};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::format_cs::weekday_moment;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::own::Own;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::notice::NoticeKind;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "notices/list.html")]
struct List<'v> {
    page: Page<'v>,
    unread: Vec<Line>,
    others: Vec<Line>,
}

struct Line {
    what: String,
    whom: String,
    when: String,
    href: String,
    read: String,
}

pub fn page(visit: &Visit) -> Answer {
    let caseload = Caseload::open(visit)?;
    let (unread, others): (Vec<Notice>, Vec<Notice>) =
        store::all(&caseload)?.into_iter().partition(|one| one.read_at.is_none());
    let lines = |all: Vec<Notice>| all.into_iter().map(line).collect();
    Response::page(&List { page: Page::of(visit), unread: lines(unread), others: lines(others) })
}

fn line(one: Notice) -> Line {
    Line {
        what: one.kind.cs().into_owned(),
        whom: one.whom.clone().unwrap_or_default(),
        when: weekday_moment(one.made_at),
        href: href(&one),
        read: format!("/notices/{}/read", one.id),
    }
}

/// Where it leads; the door there decides.
fn href(one: &Notice) -> String {
    match (one.kind, one.folder_id, one.item_id, one.about_id) {
        (NoticeKind::MentorAsks, None, _, Some(question)) => format!("/mentor-consultations/{question}"),
        (_, _, Some(item), _) => format!("/shared/{item}"),
        (NoticeKind::MentorAsks, Some(_), _, Some(question)) => format!("/mentor-consultations/{question}"),
        (NoticeKind::MentorAnswered | NoticeKind::MentorConsulted, Some(folder), ..) => {
            format!("/folders/{folder}/mentor-consultations")
        }
        (NoticeKind::ConsentWithdrawn, Some(folder), ..) => format!("/folders/{folder}/consents"),
        (_, Some(folder), ..) => format!("/folders/{folder}"),
        (_, None, None, _) => String::new(),
    }
}

pub fn read<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::open(visit)?;
    let notice: Uuid = visit.path("notice")?;
    let mut change = pen.change(&own)?;
    store::read(&mut change, &own, notice)?;
    change.commit(Entry::about(notice, "upozornění přečteno"));
    Ok(Response::see_other("/notices"))
}

pub fn read_all<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::open(visit)?;
    let service = visit.viewer()?.service().ok_or(Failure::Absent)?;
    let mut change = pen.change(&own)?;
    store::read_all(&mut change, &own, service)?;
    change.commit(Entry::about(own.worker(), "upozornění přečtena"));
    Ok(Response::see_other("/notices"))
}
