//! `negotiation/edit`: the record of the negotiation in five small forms, each a part of one statement with versions.

use super::{Options, listed, options, place};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::negotiation::store::facts::{NegotiationFacts, facts};
use crate::negotiation::store::record;
use askama::Template;
use rules::agreement::CircleOfPersons;
use rules::coded;
use rules::coded::Coded;
use rules::moment::date_typed::Leaning;

coded! {
    /// The parts of the record, each on a page of its own.
    pub enum Part {
        Request = "request",
        Needs = "needs",
        Situation = "situation",
        Expectations = "expectations",
        Fit = "fit",
    }
}

impl Part {
    fn title(self) -> &'static str {
        match self {
            Part::Request => "Objednávka a očekávání",
            Part::Needs => "Přání, potřeby, schopnosti, možnosti",
            Part::Situation => "Nepříznivá sociální situace",
            Part::Expectations => "Co služba může a nemůže naplnit",
            Part::Fit => "Řešení a porozumění",
        }
    }
}

#[derive(Template)]
#[template(path = "negotiation/record.html")]
struct RecordPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    part: &'static str,
    title: &'static str,
    action: String,
    back: String,
    areas: Options,
    ways: Options,
    circles: Options,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, part: Part, form: Form<'v>) -> Result<RecordPage<'v>, Failure> {
    Ok(RecordPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        part: part.code(),
        title: part.title(),
        action: folder.path("/negotiation/edit"),
        back: folder.path("/negotiation"),
        areas: if part == Part::Situation { listed(folder, "situation_area")? } else { Vec::new() },
        ways: if part == Part::Fit { listed(folder, "communication_form")? } else { Vec::new() },
        circles: options(CircleOfPersons::ALL),
    })
}

/// The form of one part (`?part=needs`); a draft remembers its part.
pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let facts = facts(&folder)?;
    let mut form = Form::blank(visit, "Jednání se zájemcem")?;
    let asked = visit.query("part").unwrap_or_else(|| form.value("part"));
    let part = Part::from_code(asked).unwrap_or(Part::Request);
    form.edits(facts.version);
    form.last_written(facts.recorded_by, facts.recorded_at);
    prefill(&mut form, &facts);
    Response::page(&template(visit, &folder, part, form)?)
}

fn prefill(form: &mut Form, facts: &NegotiationFacts) {
    let texts = [
        ("request", &facts.request),
        ("expectation", &facts.expectation),
        ("wish", &facts.wish),
        ("need", &facts.need),
        ("ability", &facts.ability),
        ("possibility", &facts.possibility),
        ("not_found_out_reason", &facts.not_found_out_reason),
        ("situation", &facts.situation),
        ("causes", &facts.causes),
        ("threat", &facts.threat),
        ("since", &facts.since),
        ("circle_of_persons", &facts.circle_of_persons),
        ("circle_of_persons_reason", &facts.circle_of_persons_reason),
        ("can_fulfil", &facts.can_fulfil),
        ("cannot_fulfil", &facts.cannot_fulfil),
        ("alternatives", &facts.alternatives),
        ("language", &facts.language),
        ("helped_by", &facts.helped_by),
        ("applicant_decision", &facts.applicant_decision),
    ];
    texts.into_iter().for_each(|(name, text)| form.prefill(name, text));
    facts.communication_form.split_whitespace().for_each(|way| form.prefill("communication_form", way));
    facts.situation_areas.split_whitespace().for_each(|area| form.prefill("situation_areas", area));
    if facts.is_understood {
        form.prefill("is_understood", "yes");
    }
    if let Some(day) = facts.applicant_decided_on {
        form.prefill("applicant_decided_on", format_cs::date(day));
    }
}

/// Saves one part; the others stay as they are.
pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut stands = facts(&folder)?;
    let mut form = Form::typed(visit, "Jednání se zájemcem");
    let part = Part::from_code(form.value("part")).ok_or(Failure::Absent)?;
    read(&mut form, part, &mut stands);
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, part, form)?));
    }
    let mut change = pen.change(&folder)?;
    let id = record::write(&mut change, place(&folder)?, form.version(), &stands)?;
    change
        .commit(Entry::about(id, format!("jednání se zájemcem: {}", part.title().to_lowercase())).resting_on("R-002"));
    Ok(Response::see_other_saying(&folder.path("/negotiation"), "saved"))
}

fn read(form: &mut Form, part: Part, stands: &mut NegotiationFacts) {
    match part {
        Part::Request => {
            stands.request = form.text("request");
            stands.expectation = form.text("expectation");
        }
        Part::Needs => {
            stands.wish = form.text("wish");
            stands.need = form.text("need");
            stands.ability = form.text("ability");
            stands.possibility = form.text("possibility");
            stands.not_found_out_reason = form.text("not_found_out_reason");
        }
        Part::Situation => read_situation(form, stands),
        Part::Expectations => {
            stands.can_fulfil = form.text("can_fulfil");
            stands.cannot_fulfil = form.text("cannot_fulfil");
        }
        Part::Fit => {
            stands.alternatives = form.text("alternatives");
            stands.communication_form = form.all("communication_form").join(" ");
            stands.language = form.text("language");
            stands.helped_by = form.text("helped_by");
            stands.is_understood = form.ticked("is_understood");
            stands.applicant_decision = form.text("applicant_decision");
            stands.applicant_decided_on = form.date_or_none("applicant_decided_on", Leaning::Past);
        }
    }
}

fn read_situation(form: &mut Form, stands: &mut NegotiationFacts) {
    stands.situation = form.text("situation");
    stands.situation_areas = form.all("situation_areas").join(" ");
    stands.causes = form.text("causes");
    stands.threat = form.text("threat");
    let (since, known) = form.about_or_words("since");
    stands.since = since;
    (stands.since_earliest, stands.since_latest) = (known.map(|day| day.earliest), known.map(|day| day.latest));
    let circle = CircleOfPersons::from_code(form.value("circle_of_persons"));
    stands.circle_of_persons = circle.map_or_else(String::new, |circle| circle.code().to_owned());
    stands.circle_of_persons_reason = form.text("circle_of_persons_reason");
    let unexplained = matches!(circle, Some(CircleOfPersons::Partly | CircleOfPersons::DoesNotFit));
    if unexplained && stands.circle_of_persons_reason.trim().is_empty() {
        form.problem("circle_of_persons_reason", "Napište, v čem člověk do okruhu osob služby nepatří");
    }
}
