//! How far the journal has come, on the screen and on paper, for the data protection officer. What she keeps outside the
//! machine shows later whether somebody cut the journal or rewrote it; `klubko verify` compares.

use crate::journal::console::CHECKPOINT;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::format_cs;
use crate::kernel::house::House;
use crate::kernel::journal::{Checkpoint, Signed, hex};
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::settings;
use askama::Template;
use paper::{Column, Fact, Paper, Paragraph, Section, Sheet, Table};

type Facts = Vec<(&'static str, String)>;

#[derive(Template)]
#[template(path = "journal/checkpoint.html")]
struct Shown<'v> {
    page: Page<'v>,
    now: Facts,
    signed: Facts,
}

/// The journal as it is now, and the newest checkpoint that the house has signed.
pub fn page(visit: &Visit) -> Answer {
    let house = House::open(visit)?;
    let (now, signed) = (as_it_is(&house, visit.now())?, newest(&house)?);
    Response::page(&Shown { page: Page::of(visit), now, signed })
}

/// The same on paper, to be kept outside.
pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let house = House::open(visit)?;
    let imprint = settings::house_imprint(visit, house.db(), 1)?;
    let (now, signed) = (as_it_is(&house, visit.now())?, newest(&house)?);
    let whose = Fact::new(
        "Poskytovatel",
        format!("{}, IČO\u{a0}{}", imprint.provider.name, imprint.provider.identification_number),
    );
    Ok(Paper::from(Sheet {
        imprint,
        file_stem: "kontrolni-bod-deniku",
        title: "Kontrolní bod deníku přístupů".to_owned(),
        subtitle: None,
        folder_number: None,
        facts: std::iter::once(whose).chain(now.into_iter().map(|(label, value)| Fact::new(label, value))).collect(),
        sections: vec![signed_section(signed), what_for()],
    }))
}

fn signed_section(signed: Facts) -> Section {
    let heading = Some("Poslední podepsaný kontrolní bod".to_owned());
    if signed.is_empty() {
        let none = "Žádný. Klíč k podpisu zakládá správce počítače.";
        return Section { heading, paragraphs: vec![Paragraph::plain(none)], facts: Vec::new(), table: None };
    }
    let columns = vec![Column::new("Údaj", 1), Column::new("Hodnota", 3)];
    let rows = signed.into_iter().map(|(label, value)| vec![label.to_owned(), value]).collect();
    Section { heading, paragraphs: Vec::new(), facts: Vec::new(), table: Some(Table { columns, rows }) }
}

fn what_for() -> Section {
    let paragraphs = vec![
        Paragraph::plain(
            "Uložte list mimo počítač, kde Klubko běží. Záznamy na sebe navazují otiskem: kdo by deník zkrátil nebo \
             přepsal, změní otisk posledního záznamu.",
        ),
        Paragraph::plain(
            "Porovnání: klubko verify --anchor ČÍSLO:OTISK, nebo klubko verify --checkpoint SOUBOR. Co přibylo až po \
             tomto bodu, list nedokládá.",
        ),
    ];
    Section { heading: Some("K čemu list je".to_owned()), paragraphs, facts: Vec::new(), table: None }
}

fn as_it_is(house: &House, now: i64) -> Result<Facts, Failure> {
    Ok(Checkpoint::of(house.db(), now)?.as_ref().map(facts).unwrap_or_default())
}

fn newest(house: &House) -> Result<Facts, Failure> {
    let Some(signed) = settings::marked(house.db(), CHECKPOINT)?.as_deref().and_then(Signed::parse) else {
        return Ok(Vec::new());
    };
    let mut facts = facts(&signed.checkpoint);
    facts.push(("Otisk klíče", signed.fingerprint()));
    facts.push(("Podpis", in_groups(&signed.signature)));
    Ok(facts)
}

fn facts(checkpoint: &Checkpoint) -> Facts {
    vec![
        ("Poslední záznam", format!("č.\u{a0}{}", checkpoint.seq)),
        ("Jeho otisk", in_groups(&checkpoint.hash)),
        ("Počet záznamů", checkpoint.entries.to_string()),
        ("Stav k", format_cs::moment(checkpoint.at)),
    ]
}

/// In eights, so that two people can compare it aloud.
fn in_groups(bytes: &[u8]) -> String {
    bytes.chunks(4).map(hex).collect::<Vec<_>>().join(" ")
}
