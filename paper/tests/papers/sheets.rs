use paper::{Column, Paper, PaperError, Section, Table};

use crate::samples::{consultation, information, who_looked};
use crate::tools::{pages_of, print, printer, text_of};

#[test]
fn everybody_may_take_the_information_sheet_home() {
    let Some(text) = text_of(&print(information())) else { return };
    for said in [
        "Informace o službě",
        "Poradna Javořinka",
        "Co služba dělá",
        "Jaké má poslání",
        "Komu je určena",
        "Jak pracujeme",
        "Základní pravidla",
        "Vaše práva a povinnosti",
        "Jak zacházíme s důvěrnými informacemi",
        "Jak služba probíhá",
        "Jak můžete službu ukončit",
        "Komu si můžete stěžovat",
        "mediaci a rodinnou terapii",
        "pátek 8:00–12:00",
        "platí od 1. 1. 2026",
    ] {
        assert!(text.contains(said), "{said} is missing in: {text}");
    }
    assert!(!text.contains("Důvěrné"), "a public sheet is not confidential: {text}");
}

#[test]
fn a_part_nobody_has_written_leaves_no_empty_heading() {
    let mut sheet = information();
    sheet.mission.clear();
    let Some(text) = text_of(&print(sheet)) else { return };
    assert!(!text.contains("Jaké má poslání"), "{text}");
}

#[test]
fn two_services_of_a_provider_save_their_sheets_under_different_names() {
    assert_eq!(Paper::from(information()).file_name(), "informace-o-sluzbe-poradna-javorinka-v2.pdf");
}

#[test]
fn who_looked_repeats_its_heading_on_every_page() {
    let Some(pages) = pages_of(&print(who_looked(70))) else { return };
    assert!(pages.len() >= 3, "{} pages", pages.len());
    for page in &pages {
        assert!(page.contains("Proč směl/a"), "{page}");
        assert!(page.contains("složka 2026/0147"), "{page}");
    }
    assert!(pages[0].contains("Ďurďa Ňuňák"), "{}", pages[0]);
    assert!(pages[0].contains("za období od 1. 3. 2026 do 31. 3. 2026"), "{}", pages[0]);
}

#[test]
fn nobody_looked_and_the_paper_says_so() {
    let Some(text) = text_of(&print(who_looked(0))) else { return };
    assert!(text.contains("Žádný záznam."), "{text}");
}

#[test]
fn a_consultation_keeps_its_paragraphs_and_quotes() {
    let Some(text) = text_of(&print(consultation())) else { return };
    for said in ["Siobhán O'Brien-Nováková", "klientka nespí. Děti jsou", "„Chci, aby se to dětem vysvětlilo v klidu.“"]
    {
        assert!(text.contains(said), "{said} is missing in: {text}");
    }
    assert_eq!(Paper::from(consultation()).file_name(), "2026-0147-uvodni-konzultace.pdf");
}

#[test]
fn a_row_with_a_cell_too_few_is_refused_before_it_is_printed() {
    let mut sheet = who_looked(1);
    let columns = vec![Column::new("Kdy", 1), Column::new("Kdo", 1)];
    let table = Table { columns, rows: vec![vec!["3. 3. 2026".into()]] };
    sheet.sections.push(Section { table: Some(table), ..Section::default() });
    let refused = printer().print(&sheet.into());
    assert!(matches!(refused, Err(PaperError::UnevenTable { columns: 2, cells: 1 })), "{refused:?}");
}
