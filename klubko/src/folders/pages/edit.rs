//! Correcting personal data. Two people at once: the slower one keeps his text as a draft and sees the other's.

use super::data::masked;
use crate::folders::head::{self, FolderHead};
use crate::folders::open::{NewPerson, reword};
use crate::folders::store::data::{self as store, Corrected, Person};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::identity::Sex;
use rules::identity::birth_number::BirthNumber;
use rules::identity::person_name::PersonName;
use rules::moment::date_typed::Leaning;

#[derive(Template)]
#[template(path = "folders/data_edit.html")]
struct Edit<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    sexes: Vec<(String, String)>,
    /// „Uloženo ••••••/9909“ or nothing.
    birth_number_hint: String,
    has_birth_number: bool,
    address_hint: String,
    action: String,
    back: String,
}

const TITLE: &str = "Oprava údajů";

/// The form with what is known.
pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let person = store::newest(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.edits(person.version);
    form.last_written(Some(person.recorded_by_id), Some(person.recorded_at));
    if !person.birth_number.is_empty() {
        form.conceals("birth_number");
    }
    if person.is_location_protected {
        form.conceals("address");
    }
    prefill(&mut form, &person);
    Response::page(&template(visit, &folder, form, &person)?)
}

fn prefill(form: &mut Form, person: &Person) {
    let birth = person.birth_date.map(crate::kernel::format_cs::date).unwrap_or_default();
    let year = person.birth_year.filter(|_| person.birth_date.is_none());
    let address = if person.is_location_protected { "" } else { person.address.as_str() };
    let protected = if person.is_location_protected { "yes" } else { "" };
    let phone = if person.phone.is_empty() { String::new() } else { head::phone(&person.phone) };
    let fields = [
        ("title", person.title.clone()),
        ("given_name", person.given_name.clone()),
        ("family_name", person.family_name.clone()),
        ("address_as", person.address_form.clone()),
        ("sex", person.sex.clone()),
        ("birth_date", birth),
        ("birth_year", year.map(|year| year.to_string()).unwrap_or_default()),
        ("phone", phone),
        ("email", person.email.clone()),
        ("municipality", person.municipality.clone()),
        ("address", address.to_owned()),
        ("is_location_protected", protected.to_owned()),
        ("note", person.note.clone()),
    ];
    for (name, value) in fields {
        form.prefill(name, value);
    }
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>, now: &Person) -> Result<Edit<'v>, Failure> {
    let number = &now.birth_number;
    let kept = format!("Uloženo {}. Necháte-li pole prázdné, nezmění se.", masked(number, folder));
    let protected = "Adresa je chráněna. Necháte-li pole prázdné, nezmění se.";
    Ok(Edit {
        page: Page::of(visit),
        folder: head::head(visit, folder, "data")?,
        form,
        sexes: code_list::items(folder.db(), "sex", folder.today())?,
        birth_number_hint: if number.is_empty() { "Jen vyžaduje-li ho zákon.".to_owned() } else { kept },
        has_birth_number: !number.is_empty(),
        address_hint: if now.is_location_protected { protected.to_owned() } else { String::new() },
        action: folder.path("/data/edit"),
        back: folder.path("/data"),
    })
}

/// What was typed, once it can be taken.
struct Typed {
    name: PersonName,
    title: String,
    address_as: String,
    sex: String,
    birth_date: Option<Date>,
    birth_year: Option<i64>,
    birth_number: String,
    phone: String,
    email: String,
    municipality: String,
    address: String,
    is_location_protected: bool,
    note: String,
}

/// Writes the next version.
pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let person = store::newest(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = read(&mut form, &folder, &person)?;
    let Some(typed) = typed.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, form, &person)?));
    };
    let mut change = pen.change(&folder)?;
    let new = NewPerson {
        given_name: typed.name.given(),
        family_name: typed.name.family(),
        title: &typed.title,
        sex: &typed.sex,
        birth_date: typed.birth_date,
        birth_year: typed.birth_year,
        phone: &typed.phone,
        email: &typed.email,
        municipality: &typed.municipality,
        address: &typed.address,
        is_location_protected: typed.is_location_protected,
        note: &typed.note,
    };
    let corrected = Corrected { person: new, address_form: &typed.address_as, birth_number: &typed.birth_number };
    store::correct(&mut change, &folder, form.version(), &corrected)?;
    reword(&mut change, folder.service(), folder.id(), &new, folder.number())?;
    change.commit(Entry::about(folder.person(), "osobní údaje opraveny"));
    Ok(Response::see_other_saying(&folder.path("/data"), "saved"))
}

fn read(form: &mut Form, folder: &Folder, person: &Person) -> Result<Option<Typed>, Failure> {
    let name = form.person_name();
    let sexes = code_list::items(folder.db(), "sex", folder.today())?;
    let sex = form.text("sex");
    if !sex.is_empty() && sexes.iter().all(|(code, _)| *code != sex) {
        form.problem("sex", "Vyberte pohlaví ze seznamu");
    }
    let birth_date = form.date_or_none("birth_date", Leaning::Birth);
    if birth_date.is_some_and(|day| day > folder.today()) {
        form.problem("birth_date", "Datum narození nemůže být v budoucnosti. Zkontrolujte rok");
    }
    let birth_year = birth_year(form, birth_date, folder.today());
    let number = birth_number(form, folder, person);
    let (birth_date, sex) = agreed(form, number.as_ref(), birth_date, sex);
    let is_location_protected = form.ticked("is_location_protected");
    let typed = form.text("address");
    let keeps = typed.is_empty() && person.is_location_protected && is_location_protected;
    Ok(name.map(|name| Typed {
        name,
        title: form.text("title"),
        address_as: form.text("address_as"),
        sex,
        birth_date,
        birth_year,
        birth_number: number.map(|number| number.normal()).unwrap_or_default(),
        phone: form.phone("phone"),
        email: form.email("email"),
        municipality: form.text("municipality"),
        address: if keeps { person.address.clone() } else { typed },
        is_location_protected,
        note: form.text("note"),
    }))
}

/// The year alone, where the day is not known.
fn birth_year(form: &mut Form, birth_date: Option<Date>, today: Date) -> Option<i64> {
    let typed = form.value("birth_year").to_owned();
    if typed.is_empty() || birth_date.is_some() {
        return birth_date.map(|day| i64::from(day.year()));
    }
    let year = typed.parse().ok().filter(|year| (1900..=i64::from(today.year())).contains(year));
    if year.is_none() {
        form.problem("birth_year", "Rok narození napište čtyřmi číslicemi, třeba 1984");
    }
    year
}

/// The number typed, else the stored one unless it is to be removed.
fn birth_number(form: &mut Form, folder: &Folder, person: &Person) -> Option<BirthNumber> {
    let typed = form.value("birth_number").to_owned();
    if typed.is_empty() {
        let stored = BirthNumber::read(&person.birth_number, folder.today()).ok();
        return stored.filter(|_| !form.ticked("without_birth_number"));
    }
    match BirthNumber::read(&typed, folder.today()) {
        Ok(number) => Some(number),
        Err(flaw) => {
            form.problem("birth_number", flaw.cs());
            None
        }
    }
}

/// The number says the day and the sex; what was typed must not contradict it, what was not typed it completes.
fn agreed(form: &mut Form, number: Option<&BirthNumber>, day: Option<Date>, sex: String) -> (Option<Date>, String) {
    let Some(number) = number else { return (day, sex) };
    if day.is_some_and(|day| day != number.born()) {
        form.problem("birth_number", "Rodné číslo nesouhlasí s datem narození. Zkontrolujte obojí");
    } else if Sex::from_code(&sex).is_some_and(|sex| sex != number.sex()) {
        form.problem("birth_number", "Rodné číslo nesouhlasí s pohlavím. Zkontrolujte obojí");
    }
    let sex = if sex.is_empty() { number.sex().code().to_owned() } else { sex };
    (day.or_else(|| Some(number.born())), sex)
}
