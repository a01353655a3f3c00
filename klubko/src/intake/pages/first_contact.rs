//! První kontakt in the folder: what was asked, who took it and why, and which anonymous contacts the person said
//! were theirs.

use super::super::link;
use super::super::store::contact::{self as store, FirstContact};
use super::super::store::link::{self as links, Linked};
use super::super::store::reasons::{self, Reason};
use super::{length, name_of};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::Act;

const TITLE: &str = "Propojení s anonymním kontaktem";

/// One first contact, ready to print.
struct Shown {
    when: String,
    taken_by: String,
    facts: Vec<(&'static str, String)>,
    asked: String,
    agreed: String,
    reasons: Vec<Reason>,
}

#[derive(Template)]
#[template(path = "intake/first_contact.html")]
struct FirstContactPage<'v> {
    page: Page<'v>,
    form: Form<'v>,
    folder: FolderHead,
    contacts: Vec<Shown>,
    booked: Vec<(String, String)>,
    links: Vec<Linked>,
    /// „zájemkyně“ by sex.
    whose: &'static str,
    may_link: bool,
    action: String,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("linked_on", format_cs::date(folder.today()));
    Response::page(&template(visit, &folder, form)?)
}

/// Links an anonymous contact at the person's own wish.
pub fn link<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    use rules::moment::date_typed::Leaning;
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    if form.value("anonymous_number").is_empty() {
        form.problem("anonymous_number", "Doplňte číslo anonymního kontaktu, třeba A-2025-0123");
    }
    let on = form.date("linked_on", Leaning::Past);
    let new = match on {
        Some(_) => link::read(&mut form, (folder.db(), folder.service()), (on, folder.today()))?,
        None => None,
    };
    let Some(new) = new.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    };
    let mut change = pen.change(&folder)?;
    let id = link::write(&mut change, folder.id(), new, None)?;
    change.commit(link::entry(id));
    Ok(Response::see_other_saying(&folder.path("/first-contact"), "saved"))
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<FirstContactPage<'v>, Failure> {
    let contacts = store::of_folder(folder)?.into_iter().map(|contact| shown(folder, contact));
    let booked = store::booked(folder)?.into_iter().map(|one| {
        let who = name_of([&one.title, &one.given_name, &one.family_name]);
        (format!("{} – {who}", format_cs::weekday_moment(one.starts_at)), one.note)
    });
    Ok(FirstContactPage {
        page: Page::of(visit),
        form,
        folder: folders::head(visit, folder, "negotiation")?,
        contacts: contacts.collect::<Result<_, _>>()?,
        booked: booked.collect(),
        links: links::of_folder(folder)?,
        whose: if folder.sex() == "female" { "zájemkyně" } else { "zájemce" },
        may_link: folder.may(Act::LinkAnonymousContact),
        action: folder.path("/anonymous-links"),
    })
}

fn shown(folder: &Folder, contact: FirstContact) -> Result<Shown, Failure> {
    let topics = code_list::items(folder.db(), "topic", folder.day())?;
    let topics = code_list::labels(&topics, &store::topics(folder, contact.activity_id)?);
    let facts = [
        ("Způsob", contact.channel().map(|channel| channel.cs().into_owned()).unwrap_or_default()),
        ("Délka", length(contact.minutes)),
        ("Témata", topics),
        ("O konzultaci požádal/a", contact.consultation_wanted_on.map(format_cs::weekday_date).unwrap_or_default()),
        ("Kdy a jak je bezpečné se ozvat", contact.safe_contact),
    ];
    let name = name_of([&contact.title, &contact.given_name, &contact.family_name]);
    Ok(Shown {
        when: format_cs::weekday_moment(contact.starts_at),
        taken_by: format!("{name}, {}", profession(contact.profession)),
        facts: facts.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
        asked: contact.asked,
        agreed: contact.agreed,
        reasons: reasons::in_folder(folder, contact.id)?,
    })
}

/// The profession in words: the same as those of a viewer's.
fn profession(profession: rules::profession::Profession) -> String {
    use rules::coded::Coded;
    let subject = rules::access::Subject::from_code(profession.code());
    subject.map(|subject| subject.cs().into_owned()).unwrap_or_default()
}
