//! `looks.pdf`: „Kdo nahlížel“ for the client, over a time that he asks about (GDPR art. 15; § 100 of the act). In which
//! role somebody looked is always said; the name only where the service has set so (CJEU C-579/21: a name of an employee
//! is handed out only when the rights of the client need it, with regard to the employee).

use crate::journal::store::printed::{MOST, Printed, printed};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::messages_cs::act as words;
use crate::kernel::settings;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use jiff::civil::Date;
use paper::{Column, Fact, Paper, Paragraph, Section, Sheet, Table};
use rules::access::{Act, Tie};
use rules::coded::Coded;
use rules::moment::date_typed::{DateFlaw, Leaning, read_date};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The journal's own measure: what is done again within it is one row.
const QUARTER_OF_AN_HOUR: i64 = 15 * 60 * 1000;

const ABOUT: &str = "Na Vaši žádost Vám předáváme přehled, kdo z pracovníků otevřel Vaši složku nebo do ní psal, kdy to \
     bylo a které části se to týkalo. Opakuje-li se totéž během čtvrt hodiny, je to jeden řádek.";
const ONLY_ROLES: &str = "Pracovníci jsou uvedeni podle toho, jakou roli ve Vašem případu tehdy měli.";
const WHOM_TO_ASK: &str = "Nikdo jiný v tomto období do složky nenahlížel. Všichni pracovníci jsou o tom, co se dozvědí, povinni mlčet \
     (§ 100 zákona č. 108/2006 Sb., o sociálních službách). Máte-li k přehledu otázku, obraťte se na svého klíčového \
     pracovníka nebo na vedení služby.";

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let from = asked(visit, "from", folder.opened_on())?;
    let until = asked(visit, "until", folder.day())?;
    if until < from {
        return Err(Failure::refused("Období končí dřív, než začíná. Vraťte se a opravte dny."));
    }
    let entries = printed(&folder, clock::start_of(from), clock::end_of(until))?;
    if entries.len() > MOST {
        return Err(Failure::refused("Za tak dlouhé období je řádků příliš mnoho. Vraťte se a zvolte kratší."));
    }
    let named = settings::of(folder.db(), folder.service(), folder.today())?.printed_looks_name;
    let imprint = imprint(visit, folder.db(), folder.service(), 1)?;
    let facts = vec![
        Fact::new("Klient", folder.name()),
        Fact::new("Služba", &imprint.service),
        Fact::new("Období", format!("od {} do {}", format_cs::date(from), format_cs::date(until))),
    ];
    Ok(Paper::from(Sheet {
        imprint,
        file_stem: "kdo-nahlizel",
        title: "Kdo nahlížel do složky".to_owned(),
        subtitle: None,
        folder_number: Some(folder.number().to_owned()),
        facts,
        sections: sections(&entries, named),
    }))
}

/// A day from the address; nothing typed means the widest time.
fn asked(visit: &Visit, name: &str, otherwise: Date) -> Result<Date, Failure> {
    match read_date(visit.query(name).unwrap_or_default(), visit.today(), Leaning::Past) {
        Ok(day) => Ok(day),
        Err(DateFlaw::Empty) => Ok(otherwise),
        Err(flaw) => Err(Failure::refused(format!("{}. Vraťte se a opravte období.", flaw.cs()))),
    }
}

fn sections(entries: &[Printed], named: bool) -> Vec<Section> {
    let mut about = vec![Paragraph::plain(ABOUT)];
    if !named {
        about.push(Paragraph::plain(ONLY_ROLES));
    }
    let text = |paragraphs| Section { paragraphs, ..Section::default() };
    vec![
        text(about),
        Section {
            heading: Some("Nahlédnutí a zápisy".to_owned()),
            table: Some(table(entries, named)),
            ..Section::default()
        },
        text(vec![Paragraph::plain(WHOM_TO_ASK)]),
    ]
}

fn table(entries: &[Printed], named: bool) -> Table {
    let mut columns = vec![Column::new("Kdy", 4), Column::new("V jaké roli", 5), Column::new("Co", 6)];
    if named {
        columns.insert(1, Column::new("Kdo", 5));
    }
    let mut roles: BTreeMap<Uuid, &'static str> = BTreeMap::new();
    let mut last: BTreeMap<(Uuid, &str), i64> = BTreeMap::new();
    let mut rows = Vec::new();
    for entry in entries {
        // A deed rests on a rule; in which role it was done says the look that it began with.
        if let Some(tie) = Tie::from_code(&entry.ground) {
            roles.insert(entry.actor, words::tie(tie));
        }
        let quarter = entry.at.div_euclid(QUARTER_OF_AN_HOUR);
        if last.insert((entry.actor, entry.act.as_str()), quarter) == Some(quarter) {
            continue;
        }
        let role = roles.get(&entry.actor).copied().unwrap_or("pracovník služby");
        let what = Act::from_code(&entry.act).map_or_else(|| "jiný úkon".to_owned(), |act| act.cs().into_owned());
        let mut row = vec![format_cs::weekday_moment(entry.at), role.to_owned(), what];
        if named {
            row.insert(1, entry.worker.clone().unwrap_or_else(|| "bývalý pracovník".to_owned()));
        }
        rows.push(row);
    }
    Table { columns, rows }
}
