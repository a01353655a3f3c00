//! `consultation/new`, `consultations`: the introductory consultation, by phone or in person, with a crisis
//! intervention inside it when need be (R-022 … R-025).

pub(super) mod typed;
pub(super) mod writing;

use super::{Options, listed, options, untold};
use crate::accounts;
use crate::consent;
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
use crate::kernel::{draft, settings};
use crate::negotiation::store::facts::{NegotiationFacts, facts};
use askama::Template;
use rules::agreement::{CircleOfPersons, InformationItem};
use rules::coded::Coded;
use rules::consultation::Saved;
use rules::intake::waits_too_long;
use rules::rule::Rule;
use typed::Typed;

const TITLE: &str = "Úvodní konzultace";

/// What the worker reads aloud (document texts, R-024); stored with the consent as it was shown.
const WORDING: &str = "Abychom s Vámi mohli konzultaci vést po telefonu a domluvit další postup, potřebujeme si zapsat Vaše \
     jméno, kontakt a stručně Vaši situaci. Údaje zůstanou v naší službě a můžete kdykoli požádat, abychom je dále \
     nezpracovávali. Souhlasíte s tím? Pokud ne, můžeme spolu mluvit anonymně.";
const SCOPE: &str = "jméno, kontakt a stručný popis situace";

#[derive(Template)]
#[template(path = "negotiation/consultation.html")]
struct ConsultationPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    near: Options,
    basic: Options,
    circles: Options,
    threats: Options,
    colleagues: Options,
    wording: String,
    consent_in_force: bool,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    facts: &NegotiationFacts,
    form: Form<'v>,
) -> Result<ConsultationPage<'v>, Failure> {
    let basic: Vec<InformationItem> = untold(facts).into_iter().filter(|item| item.rule() == Rule::R047).collect();
    let colleagues = accounts::colleagues(folder.db(), folder.service(), folder.today())?;
    let named = |one: accounts::Colleague| (one.id.to_string(), one.name());
    Ok(ConsultationPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        near: vec![(format_cs::date(folder.today()), "Dnes".to_owned())],
        basic: options(&basic),
        circles: options(CircleOfPersons::ALL),
        threats: listed(folder, "threat")?,
        colleagues: colleagues.into_iter().map(named).collect(),
        wording: form.value("wording").to_owned(),
        consent_in_force: consent::standing(folder)?.is_in_force(),
        action: folder.path("/consultations"),
        back: folder.path("/negotiation"),
        form,
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let facts = facts(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("day", format_cs::date(folder.today()));
    form.prefill("wording", WORDING);
    form.prefill("scope", SCOPE);
    form.prefill("heard_by", folder.viewer()?.to_string());
    Response::page(&template(visit, &folder, &facts, form)?)
}

pub fn hold<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    if form.is("save", "anonymously") {
        return anonymously(&folder, &form, pen);
    }
    let facts = facts(&folder)?;
    let typed = typed::read(&mut form, &folder)?;
    let saved = typed::decide(&mut form, &folder, &typed)?;
    question_waiting(&mut form, &folder, &facts, &typed)?;
    let ground = match saved {
        Some(Saved::Named { ground, consent_to_get }) if form.is_settled() => Some((ground, consent_to_get)),
        Some(Saved::Named { .. } | Saved::Anonymous) | None => None,
    };
    let (Some(ground), Some(starts_at)) = (ground, typed.starts_at) else {
        return Err(Response::form_again(&template(visit, &folder, &facts, form)?));
    };
    let mut change = pen.change(&folder)?;
    let id = writing::write(&mut change, &folder, &facts, &typed, starts_at, ground)?;
    form.keep_reasons(&mut change, Some(folder.id()), "intro_consultation", id)?;
    let (text, rule) = match typed.crisis {
        Some(_) => ("úvodní konzultace s krizovou intervencí zapsána", "R-025"),
        None => ("úvodní konzultace zapsána", "R-022"),
    };
    change.commit(Entry::about(id, text).resting_on(rule));
    Ok(Response::see_other_saying(&folder.path("/negotiation"), "consultation"))
}

/// the person waited too long. A crisis is never questioned.
fn question_waiting(form: &mut Form, folder: &Folder, facts: &NegotiationFacts, typed: &Typed) -> Result<(), Failure> {
    use crate::kernel::messages_cs::InCzech;
    let (Some(asked_on), Some(held_on)) = (facts.first_contact_on, typed.held_on()) else { return Ok(()) };
    if facts.consultation.is_some() || typed.crisis.is_some() {
        return Ok(());
    }
    let limit = settings::of(folder.db(), folder.service(), held_on)?.waiting_days;
    if let Some(warning) = waits_too_long(asked_on, held_on, limit) {
        form.warn(warning.rule(), warning.cs());
    }
    Ok(())
}

/// the talk is not saved under the name; what was typed goes on as an anonymous contact.
fn anonymously(folder: &Folder, form: &Form, pen: Pen) -> Answer {
    const PAGE: &str = "/anonymous-contacts/new";
    let channel = if form.is("form", "phone") { "phone" } else { "in_person" };
    let crisis = ["intervention", "safety_plan"].map(|name| form.value(name)).join("\n");
    let typed = [
        ("channel", channel),
        ("day", form.value("day")),
        ("time", form.value("time")),
        ("minutes", form.value("minutes")),
        ("talked_about", form.value("summary")),
        ("advice", crisis.trim()),
    ];
    let mut change = pen.change(folder)?;
    let draft = draft::begin(&mut change, folder.service(), PAGE, "Anonymní kontakt", &typed)?;
    change.commit(Entry::about(folder.id(), "konzultace se pod jménem neukládá").resting_on("R-024"));
    Ok(Response::see_other(format!("{PAGE}?draft={draft}")))
}
