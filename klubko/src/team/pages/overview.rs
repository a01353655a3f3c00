//! Who works with the client and since when.

use super::super::store::{self, Proposed};
use super::period;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::ties::{self, Assigned, Held};
use askama::Template;
use rules::access::{Act, Tie};
use rules::key_worker::HandoverState;

#[derive(Template)]
#[template(path = "team/overview.html")]
struct Team<'v> {
    page: Page<'v>,
    folder: FolderHead,
    line: Vec<Line>,
    handovers: Vec<Offer>,
    members: Vec<Member>,
    substitutes: Vec<(String, String)>,
    limits: Vec<Limit>,
    deputies: Vec<(String, String)>,
    base: String,
    assessment: String,
    may_lead: bool,
    may_exclude: bool,
}

struct Line {
    name: String,
    period: String,
    why: String,
    is_now: bool,
}

struct Offer {
    to: String,
    planned: String,
    reason: String,
    state: String,
    answer: String,
    href: String,
    is_open: bool,
}

struct Member {
    name: String,
    period: String,
    why: String,
    is_open: bool,
    is_mentor: bool,
    end: String,
}

struct Limit {
    name: String,
    period: String,
    /// Only for the key worker and the head.
    reason: String,
    end: String,
    is_over: bool,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let may = |act| folder.may(act);
    let handovers = store::handovers(&folder)?;
    let line = ties::line(&folder)?;
    let line: Vec<Line> = line.iter().rev().map(|held| line_of(&folder, held, &handovers)).collect();
    let deputies = ties::deputies(&folder)?;
    Response::page(&Team {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "team")?,
        line,
        handovers: handovers.iter().map(|one| offer(&folder, one)).collect(),
        members: ties::assignments(&folder)?.iter().map(|one| member_of(&folder, one)).collect(),
        substitutes: substitutes(&folder)?,
        limits: limits(&folder)?,
        deputies: deputies.iter().map(|one| (one.name(), period(one.from_at, None))).collect(),
        base: folder.path(""),
        assessment: folder.path("/assessment"),
        may_lead: may(Act::ProposeHandover),
        may_exclude: may(Act::ExcludeWorker),
    })
}

fn line_of(folder: &Folder, held: &Held, handovers: &[Proposed]) -> Line {
    let by = handovers.iter().find(|one| Some(one.id) == held.handover_id);
    let why = match by {
        Some(handover) => reason(handover),
        None if held.assessment_id.is_some() => "určeno zhodnocením".to_owned(),
        None => String::new(),
    };
    let now = folder.as_of();
    let is_now = held.from_at <= now && held.until_at.is_none_or(|until| now < until);
    Line { name: held.name(), period: period(held.from_at, held.until_at), why, is_now }
}

/// The reason of a handover in words.
pub fn reason(handover: &Proposed) -> String {
    if handover.reason_text.is_empty() {
        return handover.reason.cs().into_owned();
    }
    format!("{} – {}", handover.reason.cs(), handover.reason_text)
}

fn offer(folder: &Folder, one: &Proposed) -> Offer {
    Offer {
        to: one.to(),
        planned: format_cs::weekday_date(one.planned_on),
        reason: reason(one),
        state: one.state().cs().into_owned(),
        answer: one.answer_reason.clone().unwrap_or_default(),
        href: if folder.may(Act::AnswerHandover) {
            folder.path(&format!("/handovers/{}", one.id))
        } else {
            String::new()
        },
        is_open: one.state() == HandoverState::Proposed,
    }
}

fn member_of(folder: &Folder, one: &Assigned) -> Member {
    let until = one.until_day.map(|day| format!(" do {}", format_cs::weekday_date(day))).unwrap_or_default();
    let ended = one.ended_at.map(|at| format!(", ukončeno {}", format_cs::moment(at))).unwrap_or_default();
    let is_open = one.is_open(folder.day());
    Member {
        name: one.name(),
        period: format!("od {}{until}{ended}", format_cs::weekday_date(one.from_day)),
        why: one.why.clone(),
        is_open,
        is_mentor: one.as_mentor,
        end: folder.path(&format!("/assignments/{}/end", one.id)),
    }
}

fn substitutes(folder: &Folder) -> Result<Vec<(String, String)>, Failure> {
    let Some(held) = ties::key_worker(folder)? else { return Ok(Vec::new()) };
    let all = ties::substitutes_of(folder, held.id)?;
    let period = |one: &ties::Substitution| {
        format!("od {} do {}", format_cs::weekday_date(one.from_day), format_cs::weekday_date(one.until_day))
    };
    Ok(all.iter().map(|one| (one.substitute(), period(one))).collect())
}

fn limits(folder: &Folder) -> Result<Vec<Limit>, Failure> {
    let leads = matches!(folder.tie(), Tie::KeyWorker | Tie::ServiceHead);
    let limit = |one: &ties::Exclusion| {
        let text = if one.reason_text.is_empty() { String::new() } else { format!(" – {}", one.reason_text) };
        Limit {
            name: one.name(),
            period: period(one.from_at, one.until_at),
            reason: if leads { format!("{}{text}", one.reason.cs()) } else { String::new() },
            end: folder.path(&format!("/exclusions/{}/end", one.id)),
            is_over: one.is_over(folder.as_of()),
        }
    };
    Ok(ties::exclusions(folder)?.iter().map(limit).collect())
}
