#![allow(clippy::unwrap_used)]
use super::*;

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn what_was_there_is_remembered_by_fields_with_its_ticks_and_without_its_line_ends() {
    let mut was = Remembered::default();
    was.add("note", "Volat\r\ndopoledne ");
    was.add("topics", "debts");
    was.add("topics", "housing");
    was.add("title", "");
    was.conceal("birth_number");
    let back = Remembered::read(&was.write());
    assert_eq!(back.of("note").unwrap(), ["Volat\ndopoledne"]);
    assert_eq!(back.of("topics").unwrap(), ["debts", "housing"]);
    assert_eq!(back.of("title").unwrap(), [""; 0]);
    assert_eq!(back.of("birth_number"), None);
    assert_eq!(Remembered::read("nonsense").of("note").unwrap(), [""; 0]);
}

#[test]
fn the_longest_text_does_not_travel_and_the_others_do() {
    let mut was = Remembered::default();
    was.add("body", &"slovo ".repeat(10_000));
    was.add("note", "krátká");
    was.shorten();
    assert_eq!(was.of("body"), None);
    assert_eq!(was.of("note").unwrap(), ["krátká"]);
}

#[test]
fn each_field_takes_what_was_chosen_and_nothing_of_the_comparison_goes_on() {
    let mut was = Remembered::default();
    was.add("note", "odpoledne");
    was.add("topics", "debts");
    was.add("topics", "housing");
    let was = was.write();
    let sent = fields(&[
        ("token", "t"),
        ("was", &was),
        ("began", "{}"),
        ("compared", "note"),
        ("compared", "topics"),
        ("compared", "phone"),
        ("note", "dopoledne"),
        ("topics", "family"),
        ("phone", "603 111 222"),
        ("take_note", "now"),
        ("take_topics", "now"),
        ("take_phone", "mine"),
    ]);
    let decided = decided(&sent).unwrap();
    assert_eq!(values_of(&decided, "note"), ["odpoledne"]);
    assert_eq!(values_of(&decided, "topics"), ["debts", "housing"]);
    assert_eq!(values_of(&decided, "phone"), ["603 111 222"]);
    assert_eq!(values_of(&decided, "was"), [was]);
    assert!(decided.iter().all(|(name, _)| !["began", "compared", "take_note", "take_phone"].contains(&name.as_str())));
}

#[test]
fn a_field_without_an_answer_or_with_an_unknown_one_stays_open() {
    let open = fields(&[("compared", "note"), ("note", "dopoledne")]);
    assert!(is_open(&open));
    assert_eq!(decided(&open), None);
    assert!(is_open(&fields(&[("compared", "note"), ("take_note", "both")])));
    let plain = fields(&[("note", "dopoledne")]);
    assert!(!is_open(&plain));
    assert_eq!(decided(&plain), None);
}
