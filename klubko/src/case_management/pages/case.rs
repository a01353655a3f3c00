//! Opening a case and editing what it says: form, mode, goal, reasons, language, a key worker from outside (R-065–R-070,
//! A team of two services is opened on the client's consent only.

use super::super::people::{self, Somebody};
use super::super::store::cases::{self, Case, NewCase, Other};
use super::super::store::people as rows;
use super::{HOME, Opened, TITLE, consented};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::ServiceId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::ties;
use askama::Template;
use jiff::civil::Date;
use rules::case_management::{Block, EmployerKind, Form as Kind, Leading, Mode, Opening, opening};
use rules::coded::Coded;
use rules::consent::State as Consented;
use rules::moment::date_typed::Leaning;

#[derive(Template)]
#[template(path = "case_management/case.html")]
struct CasePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    back: String,
    is_new: bool,
    services: Vec<(String, String)>,
    people: Vec<(String, String)>,
    employers: Vec<(&'static str, String)>,
}

/// Those among whom one chooses: the other services, and everybody who may lead.
struct Choices {
    others: Vec<Other>,
    everybody: Vec<Somebody>,
}

impl Choices {
    /// Of the other services only those with which the client agreed are named, so that nobody else is offered.
    fn of(folder: &Folder<'_>) -> Result<Self, Failure> {
        let (others, mut everybody) = (cases::other_services(folder)?, people::all(folder, None)?);
        for other in &others {
            if consented(folder, other.id)? == Consented::InForce {
                let own = folder.service();
                let far = people::all(folder, Some((other.id, &other.name)))?;
                everybody.extend(far.into_iter().filter(|one| one.service != own));
            }
        }
        Ok(Self { others, everybody })
    }
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder<'_>,
    (form, choices, action): (Form<'v>, &Choices, String),
) -> Result<CasePage<'v>, Failure> {
    let option = |one: &Other| (one.id.to_string(), one.name.clone());
    let employers = EmployerKind::ALL.iter().map(|kind| (kind.code(), kind.cs().into_owned()));
    Ok(CasePage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "team")?,
        form,
        back: folder.path(HOME),
        is_new: action.ends_with("/new"),
        action,
        services: choices.others.iter().map(option).collect(),
        people: people::leaders(&choices.everybody),
        employers: employers.collect(),
    })
}

/// What was typed about the case itself.
struct Typed {
    mode: Option<Mode>,
    goal: String,
    reasons: String,
    texts: [String; 5],
    kind: String,
}

fn read(form: &mut Form<'_>) -> Typed {
    let goal = form.required("goal", "Napište, čeho chce klient s pomocí více lidí dosáhnout");
    let reasons = form.required("reasons", "Napište, proč je spolupráce potřeba");
    let mode = form.choice("mode", "Zvolte, jak bude tým pracovat");
    let names = ["language", "interpreter", "cultural_note", "outside_name", "outside_employer"];
    let texts = names.map(|name| form.text(name));
    let kind = EmployerKind::from_code(form.value("outside_kind")).map_or("", Coded::code).to_owned();
    let [.., outside, employer] = &texts;
    let is_outside = !outside.is_empty();
    let lacks = is_outside && (employer.is_empty() || kind.is_empty());
    if lacks {
        form.problem("outside_employer", "U klíčového pracovníka odjinud uveďte, kde pracuje a jaká je to organizace");
    }
    Typed { mode, goal, reasons, texts, kind }
}

fn row<'t>(typed: &'t Typed, (kind, mode): (Kind, Mode), (far, on): (Option<ServiceId>, Date)) -> NewCase<'t> {
    let [language, interpreter, cultural_note, outside_name, outside_employer] = &typed.texts;
    NewCase {
        far_service: far,
        form: kind,
        mode,
        goal: &typed.goal,
        reasons: &typed.reasons,
        language,
        interpreter,
        cultural_note,
        outside_name,
        outside_employer,
        outside_kind: &typed.kind,
        begun_on: on,
    }
}

pub fn new(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("begun_on", date(visit.today()));
    if let Some(held) = ties::key_worker(&folder)? {
        form.prefill("lead", format!("{}:{}", folder.service(), held.id));
    }
    let choices = Choices::of(&folder)?;
    Response::page(&template(visit, &folder, (form, &choices, folder.path("/case-management/new")))?)
}

pub fn open<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let choices = Choices::of(&folder)?;
    let typed = read(&mut form);
    let kind: Option<Kind> = form.choice("form", "Zvolte, kdo na případu pracuje");
    let on = form.date("begun_on", Leaning::Past);
    if on.is_some_and(|on| on > visit.today()) {
        form.problem("begun_on", "Tento den teprve přijde. Zkontrolujte datum");
    }
    let people = ask(&folder, &mut form, &choices, kind)?;
    let (Some(kind), Some(mode), Some(on), true) = (kind, typed.mode, on, form.is_settled()) else {
        let action = folder.path("/case-management/new");
        return Err(Response::form_again(&template(visit, &folder, (form, &choices, action))?));
    };
    let far = people.far.filter(|_| kind == Kind::InternalTeam);
    let mut change = pen.change(&folder)?;
    let id = cases::open(&mut change, &folder, &row(&typed, (kind, mode), (far, on)))?;
    let from_at = clock::start_of(on).min(change.at());
    for (one, is_contact) in [(people.lead, false), (people.contact.filter(|_| far.is_some()), true)] {
        if let Some(one) = one {
            rows::pass(&mut change, &folder, id, (one.worker, one.service, is_contact), from_at)?;
        }
    }
    change.commit(Entry::about(id, "případová spolupráce otevřena").resting_on("R-067"));
    Ok(Response::see_other_saying(&folder.path(HOME), "case_open"))
}

struct Chosen<'p> {
    far: Option<ServiceId>,
    lead: Option<&'p Somebody>,
    contact: Option<&'p Somebody>,
}

/// Asks the rules whether the case may be opened so.
fn ask<'p>(
    folder: &Folder<'_>,
    form: &mut Form<'_>,
    choices: &'p Choices,
    kind: Option<Kind>,
) -> Result<Chosen<'p>, Failure> {
    let far: Option<ServiceId> = form.value("far_service").parse().ok();
    let far = far.filter(|far| choices.others.iter().any(|other| other.id == *far));
    let offered = people::leaders(&choices.everybody);
    let [lead, contact] =
        ["lead", "contact"].map(|name| people::chosen(&choices.everybody, &offered, form.value(name)));
    let Some(kind) = kind else { return Ok(Chosen { far, lead, contact }) };
    let consent = far.map_or(Ok(Consented::NotYetAsked), |far| consented(folder, far))?;
    let asked = Opening {
        form: kind,
        runs_already: cases::all(folder)?.iter().any(|case| case.ended_on.is_none()),
        has_key_worker: ties::key_worker(folder)?.is_some(),
        own: folder.service(),
        other: far,
        consent,
        leading: Leading { lead: lead.map(|one| one.service), contact: contact.map(|one| one.service) },
    };
    for block in opening(&asked) {
        form.problem(field(block), block.cs());
    }
    Ok(Chosen { far, lead, contact })
}

/// The field at which a block stands.
pub(super) fn field(block: Block) -> &'static str {
    match block {
        Block::OtherServiceMissing | Block::NoConsent(_) => "far_service",
        Block::LeadNotOfTheServices => "lead",
        Block::ContactMissing | Block::ContactOfTheLeadingService => "contact",
        Block::PartOfAnotherService => "responsible",
        Block::NoParticipation => "participation",
        Block::ToldWithoutConsent => "ground",
        Block::NothingToImplement => "phase",
        Block::ClientHasNotChosen => "choice",
        Block::BeforeItBegan | Block::LeftBeforeEntering => "day",
        Block::RunsAlready | Block::NoKeyWorker | Block::Ended | Block::Stopped => "form",
    }
}

fn prefilled<'v>(mut form: Form<'v>, case: &Case) -> Form<'v> {
    form.edits(case.version);
    form.last_written(Some(case.recorded_by_id), Some(case.recorded_at));
    let texts = [
        ("goal", &case.goal),
        ("reasons", &case.reasons),
        ("language", &case.language),
        ("interpreter", &case.interpreter),
        ("cultural_note", &case.cultural_note),
        ("outside_name", &case.outside_name),
        ("outside_employer", &case.outside_employer),
        ("outside_kind", &case.outside_kind),
    ];
    texts.into_iter().for_each(|(name, text)| form.prefill(name, text.clone()));
    form.prefill("mode", case.mode.code());
    form
}

pub fn edit(visit: &Visit) -> Answer {
    let opened = Opened::running(visit)?;
    let form = prefilled(Form::blank(visit, TITLE)?, &opened.case);
    let choices = Choices { others: Vec::new(), everybody: Vec::new() };
    Response::page(&template(visit, &opened.folder, (form, &choices, opened.path("/edit")))?)
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let opened = Opened::running(visit)?;
    let (folder, case) = (&opened.folder, &opened.case);
    let mut form = Form::typed(visit, TITLE);
    form.edits(case.version);
    let typed = read(&mut form);
    let (Some(mode), true) = (typed.mode, form.is_settled()) else {
        let choices = Choices { others: Vec::new(), everybody: Vec::new() };
        return Err(Response::form_again(&template(visit, folder, (form, &choices, opened.path("/edit")))?));
    };
    let mut change = pen.change(folder)?;
    let new = row(&typed, (case.form, mode), (case.far_service_id, case.begun_on));
    cases::edit(&mut change, folder, (case.id, form.version()), &new)?;
    change.commit(Entry::about(case.id, "případová spolupráce upravena").resting_on("R-065"));
    Ok(Response::see_other_saying(&opened.home(), "saved"))
}
