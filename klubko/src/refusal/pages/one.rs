//! `refusals`: what was decided, the notice, and how the person stands on the waiting list.

use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{count, date, moment};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::refusal::store::notices;
use crate::refusal::store::refusals::{self, Refusal};
use crate::refusal::store::waiting::{self, Entry, Offer};
use askama::Template;
use rules::access::Act;
use rules::coded::Coded;
use rules::refusal::days_waiting;

/// A refusal ready to print.
struct Shown {
    title: String,
    provision: String,
    facts: String,
    requested: String,
    decided: String,
    offered: String,
    asked: String,
    notice: String,
    notice_pdf: String,
    notice_new: String,
    plain: String,
    recorded: String,
    in_register: bool,
}

/// An entry of the waiting list ready to print.
struct Waits {
    since: String,
    order: String,
    priority: String,
    criteria: String,
    removed: String,
    offers: Vec<String>,
    who: String,
    is_standing: bool,
}

#[derive(Template)]
#[template(path = "refusal/refusals.html")]
struct Refusals<'v> {
    page: Page<'v>,
    folder: FolderHead,
    refusals: Vec<Shown>,
    entries: Vec<Waits>,
    /// Name and address of what may be done with the waiting list now.
    steps: Vec<(&'static str, String)>,
    again: String,
    back: String,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let may = |act| !folder.is_past() && folder.may(act);
    let notices = notices::all(&folder)?;
    let (entries, offers) = (waiting::entries(&folder)?, waiting::offers(&folder)?);
    let refusals = refusals::all(&folder)?;
    let standing = entries.iter().find(|one| one.removal.is_none());
    let steps =
        if may(Act::KeepWaitingList) { steps(&folder, standing, &offers, !refusals.is_empty()) } else { Vec::new() };
    let order = standing.map(|one| waiting::order_number(&folder, one.id)).transpose()?;
    let shown = refusals.into_iter().map(|one| shown(&folder, one, &notices, may(Act::RefuseApplicant)));
    let shown = shown.collect();
    let waits = entries.iter().map(|one| waits(&folder, one, &offers, order)).collect();
    Response::page(&Refusals {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "negotiation")?,
        refusals: shown,
        entries: waits,
        steps,
        again: if may(Act::ReopenNegotiation) { folder.path("/reopening") } else { String::new() },
        back: folder.path("/negotiation"),
    })
}

fn shown(folder: &Folder, one: Refusal, notices: &[notices::Notice], may_issue: bool) -> Shown {
    let issued = notices.iter().find(|notice| notice.refusal_id == one.id);
    let path = |page: &str| folder.path(&format!("/refusals/{}/{page}", one.id));
    Shown {
        title: format!("Důvod {}) {}", one.reason.code(), one.reason.cs()),
        provision: one.provision,
        facts: one.facts,
        requested: date(one.requested_on),
        decided: format!("{}, {}", date(one.decided_on), one.decided_by),
        offered: one.offered_service,
        asked: one.notice_asked_on.map_or_else(String::new, date),
        notice: issued.map_or_else(String::new, |notice| format!("{}, {}", date(notice.issued_on), notice.issued_by)),
        notice_pdf: issued.map_or_else(String::new, |_| path("notice.pdf")),
        notice_new: if may_issue && issued.is_none() { path("notice") } else { String::new() },
        plain: if folder.may(Act::PrintPaper) { path("plain.pdf") } else { String::new() },
        recorded: format!("Zapsal/a {}, {}", one.recorded_by, moment(one.recorded_at)),
        in_register: one.reason.enters_register(),
    }
}

fn waits(folder: &Folder, one: &Entry, offers: &[Offer], order: Option<i64>) -> Waits {
    let is_standing = one.removal.is_none();
    let days = count(days_waiting(one.enrolled_on, folder.day()), "den", "dny", "dní");
    let removed = one.removal.zip(one.removed_on).map(|(reason, day)| {
        let note = if one.removal_note.is_empty() { String::new() } else { format!(" ({})", one.removal_note) };
        format!("{}: {}{note}", date(day), reason.cs())
    });
    Waits {
        since: format!("{} ({days})", date(one.enrolled_on)),
        order: order.filter(|_| is_standing).map_or_else(String::new, |n| format!("{n}.")),
        priority: if one.has_priority { one.priority_reason.clone() } else { String::new() },
        criteria: one.criteria.clone(),
        removed: removed.unwrap_or_default(),
        offers: offers.iter().filter(|offer| offer.entry_id == one.id).map(offered).collect(),
        who: one.who.clone(),
        is_standing,
    }
}

fn offered(one: &Offer) -> String {
    let until = one.answer_by.map_or_else(String::new, |day| format!(", odpověď do {}", date(day)));
    let answer = one.answer.zip(one.answered_on).map(|(answer, day)| format!(": {} {}", answer.cs(), date(day)));
    let note = if one.note.is_empty() { String::new() } else { format!(" ({})", one.note) };
    format!("Místo nabídnuto {}{until}{note}{}", date(one.offered_on), answer.unwrap_or_default())
}

/// What may be done now.
fn steps(
    folder: &Folder,
    standing: Option<&Entry>,
    offers: &[Offer],
    was_refused: bool,
) -> Vec<(&'static str, String)> {
    let path = |page: &str| folder.path(&format!("/waiting-list/{page}"));
    let Some(entry) = standing else {
        return if was_refused { vec![("Zařadit do pořadníku", path("entry"))] } else { Vec::new() };
    };
    let is_awaited = offers.iter().any(|offer| offer.entry_id == entry.id && offer.answer.is_none());
    let next = if is_awaited { ("Zapsat odpověď", path("answer")) } else { ("Nabídnout místo", path("offer")) };
    vec![next, ("Vyřadit z pořadníku", path("removal"))]
}

/// The standing entry of the folder, for the forms.
pub(super) fn standing(folder: &Folder) -> Result<Entry, Failure> {
    let found = waiting::entries(folder)?.into_iter().find(|one| one.removal.is_none());
    found.ok_or_else(|| Failure::refused("Tento člověk teď v pořadníku není. Nejdřív ho zařaďte."))
}
