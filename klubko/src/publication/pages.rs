//! `/public-text`: the texts of all services as anybody of the house reads and prints them. `/settings/public-text`: the
//! yearly check by the head.

use super::store::{self, Told};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::code_list;
use crate::kernel::db::Unit;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::ServiceId;
use crate::kernel::journal::Entry;
use crate::kernel::own::Own;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use crate::tasks::{self, NewTask};
use crate::templates::{self, CASE_MANAGEMENT, Template as Kept};
use askama::Template;
use jiff::ToSpan;
use jiff::civil::Date;
use paper::{Paper, Section, Sheet};
use rules::rule::Rule;
use rules::task::{Addressee, Origin, Post};

const TITLE: &str = "Kontrola veřejného textu";
const TASK: &str = "Zkontrolovat, zda je veřejný text o případové spolupráci zveřejněný a platí";

/// The text of one service, ready to print.
struct Shown {
    service: String,
    paragraphs: Vec<(&'static str, String)>,
    about: String,
    print: String,
}

#[derive(Template)]
#[template(path = "publication/all.html")]
struct All<'v> {
    page: Page<'v>,
    texts: Vec<Shown>,
}

/// The template of a service in force, filled in.
fn text(unit: &Unit, one: &Told, day: Date) -> Result<(Kept, String), Failure> {
    let kept = templates::in_force(unit, one.id, CASE_MANAGEMENT, day)?;
    let kind = code_list::labels(&code_list::items(unit, "service_kind", day)?, &one.kind);
    let filling = [("služba", one.name.as_str()), ("druh", &kind), ("poskytovatel", &one.provider)];
    let body = templates::compose(&kept.body, &filling)?;
    Ok((kept, body))
}

pub fn all(visit: &Visit) -> Answer {
    let own = Own::open(visit)?;
    let shown = |one: &Told| {
        let (kept, body) = text(own.db(), one, own.today())?;
        let checked = store::checks(own.db(), one.id)?.into_iter().next();
        let checked = checked.map_or_else(
            || "zveřejnění zatím nikdo nezkontroloval".to_owned(),
            |check| format!("zkontrolováno {}, {}", date(check.checked_on), check.address),
        );
        Ok(Shown {
            service: one.name.clone(),
            paragraphs: templates::printed(&body),
            about: format!("verze {}, {checked}", kept.version),
            print: format!("/public-text/{}/text.pdf", one.id),
        })
    };
    let texts = store::services(own.db())?.iter().map(shown).collect::<Result<_, Failure>>()?;
    Response::page(&All { page: Page::of(visit), texts })
}

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let own = Own::open(visit)?;
    let asked: ServiceId = visit.path("service")?;
    let one = store::services(own.db())?.into_iter().find(|one| one.id == asked).ok_or(Failure::Absent)?;
    let (kept, body) = text(own.db(), &one, own.today())?;
    Ok(Paper::from(Sheet {
        imprint: imprint(visit, own.db(), one.id, kept.version)?,
        file_stem: "pripadova-spoluprace",
        title: "Případová spolupráce".to_owned(),
        subtitle: Some(one.name),
        folder_number: None,
        facts: Vec::new(),
        sections: vec![Section {
            heading: Some("Jak spolupracujeme s dalšími službami".to_owned()),
            paragraphs: templates::paragraphs(&body),
            ..Section::default()
        }],
    }))
}

#[derive(Template)]
#[template(path = "publication/check.html")]
struct CheckPage<'v> {
    page: Page<'v>,
    form: Form<'v>,
    paragraphs: Vec<(&'static str, String)>,
    version: i64,
    /// When, where, which version, who.
    checks: Vec<(String, String, i64, String)>,
}

fn template<'v>(visit: &'v Visit<'v>, desk: &Desk, form: Form<'v>) -> Result<CheckPage<'v>, Failure> {
    let one = of_desk(desk)?;
    let (kept, body) = text(desk.db(), &one, desk.today())?;
    let said = |check: store::Check| (date(check.checked_on), check.address, check.template_version, check.who);
    Ok(CheckPage {
        page: Page::of(visit),
        form,
        paragraphs: templates::printed(&body),
        version: kept.version,
        checks: store::checks(desk.db(), desk.service())?.into_iter().map(said).collect(),
    })
}

fn of_desk(desk: &Desk) -> Result<Told, Failure> {
    store::services(desk.db())?.into_iter().find(|one| one.id == desk.service()).ok_or(Failure::Absent)
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("checked_on", date(desk.today()));
    if let Some(last) = store::checks(desk.db(), desk.service())?.into_iter().next() {
        form.prefill("address", last.address);
    }
    Response::page(&template(visit, &desk, form)?)
}

/// A check leaves the task of the next one; the one before it is done by it.
pub fn check<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let address = form.required("address", "Doplňte adresu stránky, kde je text zveřejněný");
    let checked_on = form.past_date("checked_on");
    let Some(checked_on) = checked_on.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &desk, form)?));
    };
    let version = templates::in_force(desk.db(), desk.service(), CASE_MANAGEMENT, desk.today())?.version;
    let mut change = pen.change(&desk)?;
    let id = store::insert(&mut change, desk.service(), (checked_on, &address, version))?;
    tasks::settle_of_service(&mut change, desk.service(), Rule::R081, "zkontrolováno")?;
    let next = NewTask {
        service: desk.service(),
        folder: None,
        addressee: Addressee::Post(Post::ServiceHead),
        what: TASK,
        due_on: checked_on.saturating_add(1.year()),
        is_legal_deadline: false,
        origin: Origin::PublicText,
        origin_id: Some(id),
        rule: Some(Rule::R081),
    };
    tasks::create(&mut change, &next)?;
    change.commit(Entry::about(id, "kontrola veřejného textu").resting_on("R-081"));
    Ok(Response::see_other_saying("/settings/public-text", "saved"))
}
