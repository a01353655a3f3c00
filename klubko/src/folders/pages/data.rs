//! „Údaje“: what is known of the person, and who corrected what when.
//!
//! The birth number is masked and the address of somebody in danger is not shown until somebody asks for it; asking is
//! a deed of its own in the journal (practice 3.7, protected location).

use crate::folders::head::{self, FolderHead};
use crate::folders::store::data::{self as store, Person};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::Act;
use rules::identity::birth_number::BirthNumber;

#[derive(Template)]
#[template(path = "folders/data.html")]
pub struct Data<'v> {
    page: Page<'v>,
    folder: FolderHead,
    rows: Vec<(&'static str, String, String)>,
    /// Masked, or whole after it was asked for; empty when there is none.
    birth_number: String,
    /// Where it is asked for; empty when it stands there whole.
    birth_number_form: String,
    address: String,
    address_form: String,
    edit_href: String,
    history: Vec<(String, String)>,
}

/// What was asked for and is shown this once.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Revealed {
    Nothing,
    BirthNumber,
    Address,
}

/// The person's data.
pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    show(visit, &folder, Revealed::Nothing)
}

pub fn show(visit: &Visit, folder: &Folder, revealed: Revealed) -> Answer {
    let versions = store::versions(folder)?;
    let person = versions.first().ok_or(Failure::Absent)?;
    let (birth_number, birth_number_form) = birth_number(folder, person, revealed);
    let (address, address_form) = address(folder, person, revealed);
    let may_edit = folder.may(Act::CorrectPersonalData);
    Response::page(&Data {
        page: Page::of(visit),
        folder: head::head(visit, folder, "data")?,
        rows: rows(folder, person)?,
        birth_number,
        birth_number_form,
        address,
        address_form,
        edit_href: if may_edit { folder.path("/data/edit") } else { String::new() },
        history: history(&versions),
    })
}

fn birth_number(folder: &Folder, person: &Person, revealed: Revealed) -> (String, String) {
    if revealed == Revealed::BirthNumber || person.birth_number.is_empty() {
        return (person.birth_number.clone(), String::new());
    }
    let may = folder.may(Act::RevealBirthNumber);
    (masked(&person.birth_number, folder), if may { folder.path("/data/birth-number") } else { String::new() })
}

/// `••••••/9909`
pub fn masked(stored: &str, folder: &Folder) -> String {
    BirthNumber::read(stored, folder.today()).map_or_else(|_| "••••••".to_owned(), |number| number.masked())
}

fn address(folder: &Folder, person: &Person, revealed: Revealed) -> (String, String) {
    let whole = [person.address.as_str(), &person.municipality];
    let whole = whole.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    if !person.is_location_protected || revealed == Revealed::Address {
        return (whole, String::new());
    }
    let may = folder.may(Act::RevealAddress);
    ("adresa chráněna".to_owned(), if may { folder.path("/data/address") } else { String::new() })
}

fn rows(folder: &Folder, person: &Person) -> Result<Vec<(&'static str, String, String)>, Failure> {
    let sexes = code_list::items(folder.db(), "sex", folder.day())?;
    let text = |text: &str| (text.to_owned(), String::new());
    let birth = match (person.birth_date, person.birth_year) {
        (Some(day), _) => {
            let age = format_cs::count(i64::from(head::age(day, folder.day())), "rok", "roky", "let");
            format!("{} ({age})", format_cs::date(day))
        }
        (None, year) => year.map(|year| year.to_string()).unwrap_or_default(),
    };
    let phone = if person.phone.is_empty() { String::new() } else { head::phone(&person.phone) };
    let rows = [
        ("Titul", text(&person.title)),
        ("Jméno", text(&person.given_name)),
        ("Příjmení", text(&person.family_name)),
        ("Oslovení", text(&person.address_form)),
        ("Pohlaví", text(&code_list::labels(&sexes, &person.sex))),
        ("Narození", text(&birth)),
        ("Telefon", (phone, format!("tel:{}", person.phone))),
        ("E-mail", (person.email.clone(), format!("mailto:{}", person.email))),
        ("Bezpečný kontakt", text(&person.note)),
    ];
    let known = rows.into_iter().filter(|(_, (text, _))| !text.is_empty());
    Ok(known.map(|(term, (text, href))| (term, text, href)).collect())
}

/// Who corrected what when; the names of the fields only, not what stood in them.
fn history(versions: &[Person]) -> Vec<(String, String)> {
    let line = |(place, version): (usize, &Person)| {
        let who = format!("{} · {}", format_cs::moment(version.recorded_at), version.recorded_by);
        let what = versions.get(place + 1).map_or_else(|| "zapsáno poprvé".to_owned(), |older| changes(older, version));
        (who, what)
    };
    versions.iter().enumerate().map(line).collect()
}

fn changes(older: &Person, newer: &Person) -> String {
    let fields = [
        ("titul", older.title != newer.title),
        ("jméno", older.given_name != newer.given_name),
        ("příjmení", older.family_name != newer.family_name),
        ("oslovení", older.address_form != newer.address_form),
        ("pohlaví", older.sex != newer.sex),
        ("narození", (older.birth_date, older.birth_year) != (newer.birth_date, newer.birth_year)),
        ("rodné číslo", older.birth_number != newer.birth_number),
        ("telefon", older.phone != newer.phone),
        ("e-mail", older.email != newer.email),
        ("obec", older.municipality != newer.municipality),
        ("adresa", older.address != newer.address),
        ("ochrana adresy", older.is_location_protected != newer.is_location_protected),
        ("bezpečný kontakt", older.note != newer.note),
    ];
    let changed: Vec<&str> = fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect();
    if changed.is_empty() { "beze změny".to_owned() } else { format!("opraveno: {}", changed.join(", ")) }
}
