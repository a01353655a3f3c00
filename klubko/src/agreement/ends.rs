//! How an agreement ends before its time: a notice of either party or an agreement of both, with grounds and periods; and
//! the task that asks what next before its validity runs out (§ 91(2) g, h).

use super::store::agreements::{Agreement, current, of_newest_thread};
use super::store::terminations::{self, NewTermination, Termination as Kept};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::{count, date};
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::settings;
use crate::kernel::visit::Visit;
use crate::tasks;
use askama::Template;
use jiff::civil::Date;
use rules::agreement_terms::{Termination, TerminationBlock, check_termination, expiry_due};
use rules::coded::Coded;
use rules::moment::date_typed::Leaning;
use rules::refusal::{EndedBy, Ground};
use rules::rule::Rule;
use rules::task::{Addressee, NewTask, Origin, Post};

const TITLE: &str = "Ukončení smlouvy";
const BACK: &str = "Vzetí ukončení zpět";

/// Leaves the task of an agreement that will end; the one before it waits no longer.
pub(super) fn remind(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    agreement: StatementId,
    valid_until: Option<Date>,
) -> Result<(), Failure> {
    tasks::settle(change, folder.id(), Rule::L91, "platnost smlouvy se změnila")?;
    let Some(until) = valid_until else { return Ok(()) };
    let days = settings::of(folder.db(), folder.service(), folder.today())?.expiry_days;
    let what =
        format!("Smlouva platí do {}. Projednejte, zda dodatkem pokračovat, nebo spolupráci vyhodnotit", date(until));
    let task = NewTask {
        origin: Origin::Agreement,
        rule: Rule::L91,
        addressee: Addressee::Post(Post::KeyWorker),
        due_on: expiry_due(until, days, folder.today()),
    };
    tasks::create_for_folder(change, (folder.service(), folder.id()), &task, &what, agreement).map(drop)
}

#[derive(Template)]
#[template(path = "agreement/end.html")]
struct EndPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    ways: Vec<(&'static str, String)>,
    grounds: Vec<(&'static str, String)>,
    stands: String,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    agreement: &Agreement,
    form: Form<'v>,
) -> Result<EndPage<'v>, Failure> {
    let period = count(agreement.provider_notice_days, "den", "dny", "dnů");
    Ok(EndPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        ways: EndedBy::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        grounds: Ground::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        stands: format!("{} Výpovědní doba poskytovatele: {period}.", agreement.said()),
        action: folder.path("/agreement/end"),
        back: folder.path("/agreement"),
    })
}

/// The agreement of the newest thread that nobody has ended yet.
fn standing(folder: &Folder) -> Result<Agreement, Failure> {
    let agreement = of_newest_thread(folder)?;
    let agreement = agreement.ok_or_else(|| Failure::refused(TerminationBlock::NoAgreement.cs()))?;
    if agreement.ends_on.is_some() {
        return Err(Failure::refused("Ukončení smlouvy už je zapsané. Vezměte je zpět, nebo je nechte platit."));
    }
    Ok(agreement)
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let agreement = standing(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("delivered_on", date(folder.today()));
    Response::page(&template(visit, &folder, &agreement, form)?)
}

fn field(block: &TerminationBlock) -> &'static str {
    match block {
        TerminationBlock::GroundMissing => "ground",
        TerminationBlock::ReasonMissing => "reason",
        TerminationBlock::DeliveredMissing | TerminationBlock::DeliveredInTheFuture => "delivered_on",
        TerminationBlock::EndMissing | TerminationBlock::EndsBeforeDelivery => "ends_on",
        TerminationBlock::PeriodTooShort { .. } | TerminationBlock::AfterItsValidity { .. } => "ends_on",
        TerminationBlock::NoAgreement | TerminationBlock::AlreadyEnded { .. } | TerminationBlock::WhoMissing => {
            "ended_by"
        }
    }
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let agreement = standing(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let by = EndedBy::from_code(form.value("ended_by"));
    let ground = Ground::from_code(form.value("ground")).filter(|_| by == Some(EndedBy::NoticeByProvider));
    let reason = form.text("reason");
    let delivered_on = form.date_or_none("delivered_on", Leaning::Past);
    let ends_on = form.date_or_none("ends_on", Leaning::Future);
    let end = Termination {
        agreement: Some((agreement.valid_from, agreement.last_day())),
        by,
        ground,
        reason: &reason,
        delivered_on,
        ends_on,
        provider_notice_days: agreement.provider_notice_days,
    };
    for block in check_termination(&end, folder.today()) {
        if form.error(field(&block)).is_none() {
            form.problem(field(&block), block.cs());
        }
    }
    let (Some(ended_by), Some(delivered_on), Some(ends_on), true) = (by, delivered_on, ends_on, form.is_settled())
    else {
        return Err(Response::form_again(&template(visit, &folder, &agreement, form)?));
    };
    let new = NewTermination {
        agreement: agreement.id,
        ended_by,
        ground,
        reason: &reason,
        delivered_on,
        ends_on,
        taken_back_on: None,
    };
    let mut change = pen.change(&folder)?;
    let id = terminations::insert(&mut change, &folder, &new)?;
    remind(&mut change, &folder, agreement.id, Some(ends_on))?;
    change.commit(Entry::about(id, format!("ukončení smlouvy: {}", ended_by.cs())).resting_on("§ 91"));
    Ok(Response::see_other_saying(&folder.path("/agreement"), "agreement_end"))
}

#[derive(Template)]
#[template(path = "agreement/end_back.html")]
struct BackPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    what: String,
    action: String,
    back: String,
}

fn back_template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    one: &Kept,
    form: Form<'v>,
) -> Result<BackPage<'v>, Failure> {
    Ok(BackPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        what: said(one),
        action: folder.path("/agreement/end/withdrawal"),
        back: folder.path("/agreement"),
    })
}

/// `Výpověď klienta, doručeno 1. 6. 2026, smlouva končí 30. 6. 2026`
pub(super) fn said(one: &Kept) -> String {
    let ground = one.ground.map_or_else(String::new, |ground| format!(" ({})", ground.cs()));
    let by = one.ended_by.cs();
    let mut letters = by.chars();
    let by: String = letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    let reason = if one.reason.is_empty() { String::new() } else { format!(": {}", one.reason) };
    format!(
        "{by}{ground}, doručeno nebo dohodnuto {}, poslední den {}{reason}",
        date(one.delivered_on),
        date(one.ends_on)
    )
}

fn to_take_back(folder: &Folder) -> Result<Kept, Failure> {
    let found = terminations::all(folder)?.into_iter().find(|one| one.taken_back_on.is_none());
    let one = found.ok_or_else(|| Failure::refused("Žádné ukončení smlouvy zapsané není."))?;
    if one.ends_on < folder.today() {
        return Err(Failure::refused("Smlouva už skončila. Dohodněte se na nové."));
    }
    Ok(one)
}

pub fn back_page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let one = to_take_back(&folder)?;
    let mut form = Form::blank(visit, BACK)?;
    form.edits(one.version);
    form.prefill("taken_back_on", date(folder.today()));
    Response::page(&back_template(visit, &folder, &one, form)?)
}

/// The end does not happen; that it was written stays readable.
pub fn take_back<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let one = to_take_back(&folder)?;
    let agreement = current(&folder)?;
    let mut form = Form::typed(visit, BACK);
    let Some(on) = form.past_date("taken_back_on").filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&back_template(visit, &folder, &one, form)?));
    };
    let mut change = pen.change(&folder)?;
    terminations::take_back(&mut change, &folder, (&one, form.version()), on)?;
    remind(&mut change, &folder, one.agreement_id, agreement.and_then(|agreement| agreement.valid_until))?;
    change.commit(Entry::about(one.id, "ukončení smlouvy vzato zpět").resting_on("§ 91"));
    Ok(Response::see_other_saying(&folder.path("/agreement"), "saved"))
}
