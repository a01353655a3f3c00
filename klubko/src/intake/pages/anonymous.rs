//! Anonymní kontakty: the list and one of them. Neither ever shows a link, and a folder cannot be opened on
//! one.

use super::super::choices::Choices;
use super::super::store::anonymous::{self as store, AnonymousContact, PAGE};
use super::super::store::reasons::{self, Reason};
use super::{length, name_of};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::code_list;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::format_cs;
use crate::kernel::id::AnonymousContactId;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::activity::Kind;
use rules::anonymous::may_open_folder;

/// A contact, ready to print.
struct Shown {
    address: String,
    number: String,
    when: String,
    form: String,
    length: String,
    topics: String,
    taken_by: String,
    /// Age, sex and region, as far as they were said.
    about: Vec<(&'static str, String)>,
    note: String,
    advice: String,
}

#[derive(Template)]
#[template(path = "intake/anonymous_contacts.html")]
struct AnonymousContacts<'v> {
    page: Page<'v>,
    contacts: Vec<Shown>,
    more: String,
}

#[derive(Template)]
#[template(path = "intake/anonymous_contact.html")]
struct AnonymousPage<'v> {
    page: Page<'v>,
    contact: Shown,
    kind: String,
    reasons: Vec<Reason>,
    /// Why no folder can be opened, once somebody has asked for it.
    refusal: String,
}

pub fn list(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let before = visit.query("past").and_then(|past| past.split_once('-'));
    let before = before.and_then(|(year, sequence)| Some((year.parse().ok()?, sequence.parse().ok()?)));
    let (year, sequence) = before.unwrap_or((i64::MAX, 0));
    let mut contacts = store::before(&desk, year, sequence)?;
    let has_more = contacts.len() > PAGE;
    contacts.truncate(PAGE);
    let more = contacts.last().filter(|_| has_more);
    let more = more.map(|last| format!("/anonymous-contacts?past={}-{}", last.year, last.sequence));
    let contacts = shown(&desk, &contacts)?;
    Response::page(&AnonymousContacts { page: Page::of(visit), contacts, more: more.unwrap_or_default() })
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    Response::page(&template(visit, &desk, String::new())?)
}

/// „Založit spis“ on an anonymous contact is always refused; the page says what to do instead.
pub fn refuse_folder<'v>(visit: &'v Visit<'v>, _pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let refusal = may_open_folder(true).err().map(|refusal| refusal.cs().into_owned());
    Err(Response::form_again(&template(visit, &desk, refusal.unwrap_or_default())?))
}

fn template<'v>(visit: &'v Visit<'v>, desk: &Desk, refusal: String) -> Result<AnonymousPage<'v>, Failure> {
    let id: AnonymousContactId = visit.path("contact")?;
    let contact = store::one(desk, id)?.ok_or(Failure::Absent)?;
    let reasons = reasons::at_desk(desk, id)?;
    let contact = shown(desk, &[contact])?.pop().ok_or(Failure::Absent)?;
    let kind = Kind::BasicCounselling.cs().into_owned();
    Ok(AnonymousPage { page: Page::of(visit), contact, kind, reasons, refusal })
}

fn shown(desk: &Desk, contacts: &[AnonymousContact]) -> Result<Vec<Shown>, Failure> {
    let (Some(newest), Some(oldest)) = (contacts.first(), contacts.last()) else { return Ok(Vec::new()) };
    let choices = Choices::of(desk)?;
    let (from, to) = ((oldest.year, oldest.sequence), (newest.year, newest.sequence));
    let topics = store::topics(desk, from, to)?;
    let line = |contact: &AnonymousContact| {
        let codes = topics.iter().filter(|topic| topic.activity_id == contact.activity_id);
        let codes = codes.map(|topic| topic.topic.as_str()).collect::<Vec<_>>().join(" ");
        Shown {
            address: format!("/anonymous-contacts/{}", contact.id),
            number: contact.number.clone(),
            when: format_cs::weekday_moment(contact.starts_at),
            form: contact.form.cs().into_owned(),
            length: length(contact.minutes),
            topics: code_list::labels(&choices.topics, &codes),
            taken_by: name_of([&contact.title, &contact.given_name, &contact.family_name]),
            about: about(contact, &choices),
            note: contact.note.clone(),
            advice: contact.advice.clone(),
        }
    };
    Ok(contacts.iter().map(line).collect())
}

fn about(contact: &AnonymousContact, choices: &Choices) -> Vec<(&'static str, String)> {
    let said = [
        ("Věk", code_list::labels(&choices.age_bands, &contact.age_band)),
        ("Pohlaví", code_list::labels(&choices.sexes, &contact.sex)),
        ("Kraj", code_list::labels(&choices.regions, &contact.region)),
    ];
    said.into_iter().filter(|(_, label)| !label.is_empty()).collect()
}
