//! `refusal`: refusing to conclude an agreement, for one of the four reasons of § 91(3) and no other.

use crate::accounts::{Colleague, colleagues};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::{StatementId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::negotiation::{self, NegotiationFacts, RefusedEnding};
use crate::refusal::store::case::{Case, case, ended_agreement};
use crate::refusal::store::refusals::{self, NewRefusal};
use crate::refusal::words;
use crate::settings::{Law, law};
use crate::tasks;
use askama::Template;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::law::Provision;
use rules::moment::date_typed::Leaning;
use rules::refusal::{Refusal, RefusalReason, ThreadStands, check};
use rules::rule::Rule;
use rules::task::{Addressee, NewTask, Origin};

const TITLE: &str = "Odmítnutí uzavřít smlouvu";
const TASK: &str = "Vydat písemné oznámení o odmítnutí";

#[derive(Template)]
#[template(path = "refusal/refuse.html")]
struct RefusePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    reasons: Vec<(&'static str, String)>,
    workers: Vec<(String, String)>,
    requested_on: String,
    has_counselling: bool,
    counselling: String,
    action: String,
    back: String,
    outcome: String,
}

/// What stands around a refusal.
struct Around {
    facts: NegotiationFacts,
    case: Case,
    law: Law,
    workers: Vec<Colleague>,
}

fn around(folder: &Folder) -> Result<Around, Failure> {
    let case = case(folder)?;
    match case.stands(folder.today()) {
        ThreadStands::Negotiating => {}
        ThreadStands::EndedWithoutAgreement => {
            return Err(Failure::refused("Jednání už je uzavřeno. Požádá-li člověk znovu, zapište jeho novou žádost."));
        }
        ThreadStands::AgreementInForce | ThreadStands::AgreementEnded => {
            return Err(Failure::refused("Jednání skončilo uzavřením smlouvy, odmítnout ho už nejde."));
        }
    }
    let (unit, day) = (folder.db(), folder.today());
    let workers = colleagues(unit, folder.service(), day)?;
    Ok(Around { facts: negotiation::facts(folder)?, case, law: law(unit, day)?, workers })
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, of: &Around, form: Form<'v>) -> Result<RefusePage<'v>, Failure> {
    let reason = |reason: &RefusalReason| (reason.code(), format!("{}) {}", reason.code(), reason.cs()));
    Ok(RefusePage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        reasons: RefusalReason::ALL.iter().map(reason).collect(),
        workers: of.workers.iter().map(|one| (one.id.to_string(), one.name())).collect(),
        requested_on: format_cs::date(of.case.requested_on()),
        has_counselling: of.facts.has_counselling,
        counselling: folder.path("/counselling"),
        action: folder.path("/refusal"),
        back: folder.path("/negotiation"),
        outcome: folder.path("/outcome"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let around = around(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("decided_on", format_cs::date(folder.today()));
    form.prefill("decided_by", folder.viewer()?.to_string());
    Response::page(&template(visit, &folder, &around, form)?)
}

/// What was typed.
struct Typed {
    reason: Option<RefusalReason>,
    facts: String,
    decided_on: Option<Date>,
    decided_by: Option<WorkerId>,
    offered: String,
    notice_asked_on: Option<Date>,
}

fn read(form: &mut Form, folder: &Folder, around: &Around) -> Typed {
    let reason = RefusalReason::from_code(form.value("reason"));
    let decided_on = form.date_or_none("decided_on", Leaning::Past);
    let chosen: Option<WorkerId> = form.value("decided_by").parse().ok();
    let decided_by = chosen.filter(|id| around.workers.iter().any(|one| one.id == *id));
    let offered = form.text("offered_service");
    negotiation::check_offer(form, folder, &offered);
    let notice_asked_on =
        if form.ticked("notice_asked") { form.date_or_none("notice_asked_on", Leaning::Past) } else { None };
    if form.ticked("notice_asked") && notice_asked_on.is_none() && form.error("notice_asked_on").is_none() {
        form.problem("notice_asked_on", "Doplňte, kdy zájemce o oznámení požádal");
    }
    Typed { reason, facts: form.text("facts"), decided_on, decided_by, offered, notice_asked_on }
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let around = around(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = read(&mut form, &folder, &around);
    let refusal = Refusal {
        reason: typed.reason,
        facts: &typed.facts,
        requested_on: around.case.requested_on(),
        decided_on: typed.decided_on,
        who_decided_known: typed.decided_by.is_some(),
        is_residential: around.case.is_residential(),
        ended: ended_agreement(&folder, folder.today())?,
        notice_asked_on: typed.notice_asked_on,
    };
    let findings = check(&refusal, &around.facts.as_it_stands(), folder.today());
    for block in findings.blocks.iter().filter(|block| form_is_silent(&form, words::field(block))).collect::<Vec<_>>() {
        form.problem(words::field(block), words::refusal_block(block, &around.law));
    }
    for warning in &findings.warnings {
        form.warn(warning.rule(), warning.cs());
    }
    let (Some(reason), Some(decided_on), Some(decided_by), true) =
        (typed.reason, typed.decided_on, typed.decided_by, form.is_settled())
    else {
        return Err(Response::form_again(&template(visit, &folder, &around, form)?));
    };
    let mut change = pen.change(&folder)?;
    let id = write(&mut change, &folder, &around, (&typed, reason, decided_on, decided_by))?;
    form.keep_reasons(&mut change, Some(folder.id()), "refusal", id)?;
    let ground = around.law.cite(Provision::of_refusal(reason)).to_owned();
    change.commit(Entry::about(id, format!("odmítnuto uzavřít smlouvu: {ground}")).resting_on("R-010"));
    Ok(Response::see_other_saying(&folder.path("/refusals"), "refusal"))
}

/// A field that has its own problem is not told another.
fn form_is_silent(form: &Form, field: &str) -> bool {
    form.error(field).is_none()
}

/// The refusal, the end of the negotiation, and the task to issue the notice if it was asked for.
fn write(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    around: &Around,
    (typed, reason, decided_on, decided_by): (&Typed, RefusalReason, Date, WorkerId),
) -> Result<StatementId, Failure> {
    let place = (folder.id(), folders::thread(folder)?);
    let ending = RefusedEnding { decided_on, explanation: &typed.facts, offered_service: &typed.offered };
    let outcome = negotiation::refuse(change, place, &ending)?;
    let new = NewRefusal {
        outcome,
        reason,
        provision: around.law.cite(Provision::of_refusal(reason)),
        service_kind: &around.case.service_kind,
        facts: &typed.facts,
        requested_on: around.case.requested_on(),
        decided_on,
        decided_by,
        offered_service: &typed.offered,
        notice_asked_on: typed.notice_asked_on,
    };
    let id = refusals::insert(change, place, &new)?;
    for rule in [Rule::R029, Rule::R024] {
        tasks::settle(change, folder.id(), rule, "jednání je uzavřeno")?;
    }
    if typed.notice_asked_on.is_some() {
        let due_on = rules::calendar::shifted(folder.today(), 7);
        let (origin, addressee) = (Origin::Refusal, Addressee::Worker(folder.viewer()?));
        let task = NewTask { origin, rule: Rule::R010, addressee, due_on };
        tasks::create_for_folder(change, (folder.service(), folder.id()), &task, TASK, id)?;
    }
    Ok(id)
}
