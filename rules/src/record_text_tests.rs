//! What workers write into the one box.

use proptest::prelude::*;

use super::*;

fn record(course: &str, statement: &str, observation: &str, reasoning: &str, agreement: &str) -> RecordText {
    RecordText {
        course: course.into(),
        statement: statement.into(),
        observation: observation.into(),
        reasoning: reasoning.into(),
        agreement: agreement.into(),
    }
}

#[test]
fn text_under_a_heading_goes_into_its_field() {
    let typed = "Sdělení klienta\r\nChce zůstat v bytě.\r\n\r\nPozorování\r\nUnavená.\r\n\r\nOdborná úvaha\r\nRiziko dluhu.\r\n\r\nDohoda\r\nZavolá majiteli.\r\n";
    let sorted = record("", "Chce zůstat v bytě.", "Unavená.", "Riziko dluhu.", "Zavolá majiteli.");
    assert_eq!(RecordText::split(typed), sorted);
}

#[test]
fn headings_are_forgiven_their_case_accents_and_colon() {
    for heading in [
        "Sdělení klienta",
        "SDELENI KLIENTA:",
        "  sdělení  klienta :",
        "## Sdělení klienta",
        "**Sdělení klientky**",
        "- Sdělení klienta.",
        "Sdělení",
    ] {
        let typed = format!("{heading}\nChce zůstat v bytě.");
        assert_eq!(RecordText::split(&typed).statement, "Chce zůstat v bytě.", "{heading}");
    }
    assert_eq!(RecordText::split("dohoda: zavolá v pátek").agreement, "zavolá v pátek");
    assert_eq!(RecordText::split("Dohoda:Pozorování:klid").observation, "klid");
}

#[test]
fn text_without_a_heading_stays_unsorted() {
    let record = RecordText::split("Prošli jsme výpověď.\n\nDohoda na splátkách se nepovedla.\nČas: 45 minut");
    assert_eq!(record.course, "Prošli jsme výpověď.\n\nDohoda na splátkách se nepovedla.\nČas: 45 minut");
    assert!(record.is_unsorted());
    assert_eq!(record.client_view(), ClientView { statement: "", agreement: "" });
}

#[test]
fn a_heading_that_comes_twice_continues_its_field() {
    let typed =
        "Telefonovala.\nDohoda\nPřijde v úterý.\nPozorování\nKlidná.\nDohoda\nVezme smlouvu.\nPrůběh\nOdešla v 15.";
    let sorted = record("Telefonovala.\n\nOdešla v 15.", "", "Klidná.", "", "Přijde v úterý.\n\nVezme smlouvu.");
    assert_eq!(RecordText::split(typed), sorted);
}

#[test]
fn the_outline_alone_is_an_empty_record() {
    assert_eq!(outline(), "Sdělení klienta\n\nPozorování\n\nOdborná úvaha\n\nDohoda");
    assert!(RecordText::split(&outline()).is_empty());
    assert!(RecordText::split(" \r\n ").is_empty());
}

#[test]
fn the_client_gets_what_was_said_and_agreed() {
    let record = record("Přišla pozdě.", "Bojí se.", "Plakala.", "Možná deprese.", "Přijde v úterý.");
    assert_eq!(record.client_view(), ClientView { statement: "Bojí se.", agreement: "Přijde v úterý." });
    assert_eq!(
        record.joined(),
        "Přišla pozdě.\n\nSdělení klienta\nBojí se.\n\nPozorování\nPlakala.\n\nOdborná úvaha\nMožná deprese.\n\nDohoda\nPřijde v úterý."
    );
}

fn some_line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[A-Za-zá-ž ,.:*#]{0,20}",
        "(Dohoda|dohoda:|Pozorování|SDĚLENÍ KLIENTA|Odborná úvaha:|Průběh| uvaha )(: ?[a-z :]{0,6})?",
    ]
}

proptest! {
    #[test]
    fn what_is_sorted_comes_back_for_editing_and_is_sorted_the_same(lines in proptest::collection::vec(some_line(), 0..12)) {
        let sorted = RecordText::split(&lines.join("\r\n"));
        prop_assert_eq!(RecordText::split(&sorted.joined()), sorted);
    }

    #[test]
    fn the_fields_of_a_record_survive_editing(texts in proptest::array::uniform5("[a-zá-ž]{1,9}( [a-z0-9.]{1,9}){0,3}(\n\n?[a-z0-9]{1,9} x)?")) {
        prop_assume!(texts.iter().flat_map(|t| t.lines()).all(|line| headings_of(line, RecordField::Course) == (RecordField::Course, Some(line))));
        let [course, statement, observation, reasoning, agreement] = &texts;
        let written = record(course, statement, observation, reasoning, agreement);
        prop_assert_eq!(RecordText::split(&written.joined()), written);
    }

    #[test]
    fn no_letter_is_lost(words in proptest::collection::vec("[b-z]{3,8}x", 1..10)) {
        let typed = words.iter().enumerate().map(|(i, word)| if i % 3 == 0 { format!("Dohoda\n{word}") } else { word.clone() });
        let joined = RecordText::split(&typed.collect::<Vec<_>>().join("\n")).joined();
        for word in &words {
            prop_assert!(joined.contains(word.as_str()));
        }
    }

    #[test]
    fn no_text_makes_the_reader_fall(text in "\\PC{0,60}") {
        let _ = RecordText::split(&text);
    }
}
