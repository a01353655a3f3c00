//! Zapsat první kontakt: a person who gives a name turns to the service, and a folder is opened.

use super::super::booking::Booking;
use super::super::choices::{Choices, form_of};
use super::super::contact::Contact;
use super::super::link::{self, NewLink};
use super::super::similar::{self, Similar};
use super::super::store::contact as store;
use super::new_anonymous;
use crate::accounts;
use crate::activity::{self, NewActivity};
use crate::folders::{self, NewPerson, OpenedFolder};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::clock;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::activity::Kind;
use rules::coded::Coded;
use rules::moment::date_typed::Born;
use rules::profession::Profession;

const TITLE: &str = "První kontakt";

#[derive(Template)]
#[template(path = "intake/new_contact.html")]
struct NewContact<'v> {
    page: Page<'v>,
    form: Form<'v>,
    choices: Choices,
    near: [(String, &'static str); 2],
    similar: Vec<Similar>,
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    prefill_now(&mut form, &desk);
    form.prefill("consultation_worker", desk.worker()?.to_string());
    Response::page(&template(visit, &desk, form, Vec::new())?)
}

/// The day and the time of now, rounded to five minutes.
pub fn prefill_now(form: &mut Form, desk: &Desk) {
    const FIVE_MINUTES: i64 = 300_000;
    let now = clock::civil(desk.now() - desk.now().rem_euclid(FIVE_MINUTES));
    form.prefill("day", format_cs::date(now.date()));
    form.prefill("time", format_cs::time(now.time()));
}

/// Chips of today and yesterday.
pub fn near_days(desk: &Desk) -> [(String, &'static str); 2] {
    let yesterday = rules::calendar::shifted(desk.today(), -1);
    [(format_cs::date(desk.today()), "Dnes"), (format_cs::date(yesterday), "Včera")]
}

fn template<'v>(
    visit: &'v Visit<'v>,
    desk: &Desk,
    form: Form<'v>,
    similar: Vec<Similar>,
) -> Result<NewContact<'v>, Failure> {
    Ok(NewContact { page: Page::of(visit), form, choices: Choices::of(desk)?, near: near_days(desk), similar })
}

/// Takes the contact; or lets the same text go on as an anonymous one.
pub fn take<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    if form.is("switch", "anonymous") {
        return Err(new_anonymous::go_on(visit, &desk, form)?);
    }
    let choices = Choices::of(&desk)?;
    let taken_by = profession(&desk)?;
    let contact = Contact::read(&mut form, visit, &choices);
    contact.check(&mut form, taken_by);
    let on = contact.starts_at.map(clock::day_of);
    let booking = Booking::read(&mut form, &desk, &choices, on)?;
    let link = link::read(&mut form, (desk.db(), desk.service()), (on, desk.today()))?;
    let similar = similar::question(&mut form, &desk, &contact)?;
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &desk, form, similar)?));
    }
    let mut change = pen.change(&desk)?;
    let (opened, id) = write(&mut change, &desk, &contact, (&booking, taken_by))?;
    write_link(&mut change, &opened, link)?;
    form.keep_reasons(&mut change, Some(opened.folder), "first_contact", id)?;
    change.commit(opened.concern.entry(Entry::about(id, "první kontakt, složka založena").resting_on("R-020")));
    Ok(Response::see_other_saying(&format!("/folders/{}", opened.folder), "contact"))
}

/// The profession in which the viewer takes the contact.
fn profession(desk: &Desk) -> Result<Profession, Failure> {
    let me = accounts::colleague(desk.db(), desk.service(), desk.worker()?, desk.today())?;
    me.map(|me| me.profession).ok_or(Failure::Absent)
}

fn write(
    change: &mut Change,
    desk: &Desk,
    contact: &Contact,
    (booking, profession): (&Booking, Profession),
) -> Result<(OpenedFolder, StatementId), Failure> {
    let opened = open(change, desk, contact)?;
    let (Some(channel), Some(starts_at)) = (contact.channel, contact.starts_at) else { return Err(Failure::Absent) };
    let topics: Vec<&str> = contact.topics.iter().map(String::as_str).collect();
    let activity = NewActivity {
        service: desk.service(),
        folder: Some(opened.folder),
        anonymous: None,
        kind: Kind::FirstContact,
        form: form_of(channel),
        starts_at,
        minutes: contact.minutes,
        on_behalf_of_client: false,
        place: "",
        worker: desk.worker()?,
        topics: &topics,
    };
    let first_contact = store::NewFirstContact {
        folder: opened.folder,
        thread: opened.thread,
        activity: activity::begin(change, &activity)?,
        channel: channel.code(),
        profession,
        asked: &contact.asked,
        agreed: &contact.agreed,
        consultation_wanted_on: booking.is_wanted.then(|| clock::day_of(starts_at)),
    };
    let id = store::insert(change, &first_contact)?;
    booking.plan(change, desk, opened.folder)?;
    Ok((opened, id))
}

fn open(change: &mut Change, desk: &Desk, contact: &Contact) -> Result<OpenedFolder, Failure> {
    let name = contact.name.as_ref().ok_or(Failure::Absent)?;
    let birth_date = match contact.born {
        Some(Born::Day(day)) => Some(day),
        Some(Born::Year(_)) | None => None,
    };
    let person = NewPerson {
        given_name: name.given(),
        family_name: name.family(),
        sex: &contact.sex,
        birth_date,
        birth_year: contact.birth_year(),
        phone: &contact.phone,
        email: &contact.email,
        municipality: &contact.municipality,
        note: &contact.note,
        ..NewPerson::default()
    };
    folders::open_folder(change, desk, &person)
}

fn write_link(change: &mut Change, opened: &OpenedFolder, link: Option<NewLink>) -> Result<(), Failure> {
    let Some(new) = link else { return Ok(()) };
    link::write(change, opened.folder, new, Some(&opened.concern)).map(drop)
}
