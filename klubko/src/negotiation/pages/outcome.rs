//! `outcome`: closing a negotiation by hand. An agreement ends it by its signing and a refusal by its own
//! procedure, so neither is offered; another service needs counselling and somebody who decided.

use super::{Options, options, place};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::negotiation::store::closing::{self, Ending};
use crate::negotiation::store::facts::{NegotiationFacts, facts};
use crate::negotiation::store::thread;
use crate::settings::{Law, law};
use crate::tasks;
use askama::Template;
use jiff::civil::Date;
use rules::access::Act;
use rules::anonymity::{FindingKind, identifying_marks};
use rules::coded::Coded;
use rules::intake::{self, Closing, ClosingBlock, Outcome, Referral, WhoDecided};
use rules::law::Provision;
use rules::moment::date_typed::Leaning;
use rules::rule::Rule;
use rules::text::fold;

#[derive(Template)]
#[template(path = "negotiation/outcome.html")]
struct OutcomePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    outcomes: Options,
    deciders: Options,
    has_counselling: bool,
    counselling: String,
    agreement: String,
    refusal: String,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    facts: &NegotiationFacts,
    form: Form<'v>,
) -> Result<OutcomePage<'v>, Failure> {
    Ok(OutcomePage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        outcomes: options(intake::outcomes_offered()),
        deciders: options(WhoDecided::ALL),
        has_counselling: facts.has_counselling,
        counselling: folder.path("/counselling"),
        agreement: folder.path("/agreement"),
        refusal: if folder.may(Act::RefuseApplicant) { folder.path("/refusal") } else { String::new() },
        action: folder.path("/outcome"),
        back: folder.path("/negotiation"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let facts = facts(&folder)?;
    not_by_agreement(&facts)?;
    let mut form = Form::blank(visit, "Uzavření jednání")?;
    form.prefill("decided_on", format_cs::date(folder.today()));
    if let Some(earlier) = thread::ending(&folder)? {
        form.prefill("outcome", earlier.outcome);
        form.prefill("explanation", earlier.explanation);
        form.prefill("decided_by", earlier.decided_by);
        form.prefill("offered_service", earlier.offered_service);
        form.prefill("offer_answer", earlier.offer_answer);
    }
    Response::page(&template(visit, &folder, &facts, form)?)
}

/// What the agreement ended stays ended by it.
fn not_by_agreement(facts: &NegotiationFacts) -> Result<(), Failure> {
    if facts.outcome() == Some(Outcome::Agreement) {
        return Err(Failure::refused("Jednání skončilo uzavřením smlouvy. Jinak je už uzavřít nejde."));
    }
    Ok(())
}

/// What was typed, once nothing is to be corrected.
struct Typed {
    outcome: Outcome,
    decided_on: Date,
    decided_by: Option<WhoDecided>,
    explanation: String,
    offered_service: String,
    offer_answer: &'static str,
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let facts = facts(&folder)?;
    not_by_agreement(&facts)?;
    let mut form = Form::typed(visit, "Uzavření jednání");
    let typed = read(&mut form, &folder, &facts, &law(folder.db(), folder.today())?);
    let Some(typed) = typed.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, &facts, form)?));
    };
    let mut change = pen.change(&folder)?;
    let ending = Ending {
        outcome: typed.outcome,
        decided_on: typed.decided_on,
        decided_by: typed.decided_by.map_or("", Coded::code),
        explanation: &typed.explanation,
        offered_service: &typed.offered_service,
        offer_answer: typed.offer_answer,
    };
    let id = closing::end(&mut change, place(&folder)?, &ending)?;
    for rule in [Rule::R029, Rule::R024] {
        tasks::settle(&mut change, folder.id(), rule, "jednání je uzavřeno")?;
    }
    form.keep_reasons(&mut change, Some(folder.id()), "negotiation_outcome", id)?;
    change.commit(Entry::about(id, "jednání se zájemcem uzavřeno").resting_on("R-004"));
    Ok(Response::see_other_saying(&folder.path("/negotiation"), "outcome"))
}

/// What the law says is cited from the house's legal references.
fn said(block: ClosingBlock, law: &Law) -> String {
    match block {
        ClosingBlock::RefusalHasItsProcedure => format!(
            "Uzavření smlouvy lze odmítnout jen z důvodů uvedených v {}. Použijte Odmítnutí uzavřít smlouvu; rozhodl-li \
             se zájemce jinak, vyberte tuto možnost",
            law.cite(Provision::RefusalReasons)
        ),
        other => other.cs().into_owned(),
    }
}

fn read(form: &mut Form, folder: &Folder, facts: &NegotiationFacts, law: &Law) -> Option<Typed> {
    let outcome = Outcome::from_code(form.value("outcome"));
    let on = form.date_or_none("decided_on", Leaning::Past);
    let is_other = outcome == Some(Outcome::OtherServiceNeeded);
    let decided_by = WhoDecided::from_code(form.value("decided_by")).filter(|_| is_other);
    let closing = Closing { outcome, on, worker_known: true, who_decided: decided_by };
    let findings = intake::close(&facts.as_it_stands(), &closing, folder.today());
    for block in &findings.blocks {
        if form.error(field(*block)).is_none() {
            form.problem(field(*block), said(*block, law));
        }
    }
    for warning in &findings.warnings {
        form.warn(warning.rule(), warning.cs());
    }
    let explanation = form.text("explanation");
    let offered = if is_other { form.text("offered_service") } else { String::new() };
    check_offer(form, folder, &offered);
    let offer_answer = answer(form.value("offer_answer"), &offered);
    Some(Typed { outcome: outcome?, decided_on: on?, decided_by, explanation, offered_service: offered, offer_answer })
}

/// The field that a block is about.
fn field(block: ClosingBlock) -> &'static str {
    match block {
        ClosingBlock::DateMissing | ClosingBlock::InTheFuture => "decided_on",
        ClosingBlock::WhoDecidedMissing => "decided_by",
        ClosingBlock::OutcomeMissing
        | ClosingBlock::WorkerMissing
        | ClosingBlock::AgreementOnlyBySigning
        | ClosingBlock::RefusalHasItsProcedure
        | ClosingBlock::CounsellingMissing => "outcome",
    }
}

/// The name of the service goes on a paper without personal data. For the refusal's offer too.
pub fn check_offer(form: &mut Form, folder: &Folder, offered: &str) {
    if offered.is_empty() {
        return;
    }
    let family_name = fold(folder.family_name());
    let is_named = !family_name.is_empty() && fold(offered).split(' ').any(|word| word == family_name);
    let has_number = identifying_marks(offered).iter().any(|mark| mark.kind == FindingKind::BirthNumber);
    let referral = Referral { service_offered: offered, personal_data_enclosed: is_named || has_number };
    for block in intake::check_referral(&referral) {
        form.problem("offered_service", block.cs());
    }
}

/// What the person says to the offer; an offer without an answer is being thought over.
fn answer(typed: &str, offered: &str) -> &'static str {
    match typed {
        _ if offered.is_empty() => "",
        "accepted" => "accepted",
        "declined" => "declined",
        _ => "undecided",
    }
}
