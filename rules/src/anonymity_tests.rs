//! Notes on anonymous contacts, all invented.

use proptest::prelude::*;

use super::FindingKind::{BirthNumber, Email, Phone};
use super::*;

fn found(text: &str) -> Vec<(FindingKind, String)> {
    identifying_marks(text).into_iter().map(|finding| (finding.kind, finding.text)).collect()
}

#[test]
fn a_note_that_tells_who_called_is_found_out() {
    let cases = [
        ("tel. 777 123 456", Phone, "777 123 456"),
        ("Volejte 777123456, prosí.", Phone, "777123456"),
        ("na čísle 777\u{a0}123\u{a0}456 po páté", Phone, "777\u{a0}123\u{a0}456"),
        ("777-123-456", Phone, "777-123-456"),
        ("777.123.456.", Phone, "777.123.456"),
        ("(602 12 34 56)", Phone, "602 12 34 56"),
        ("mobil: 77 71 23 456", Phone, "77 71 23 456"),
        ("+420 777 123 456 18 minut", Phone, "+420 777 123 456"),
        ("420 777 123 456", Phone, "420 777 123 456"),
        ("00420777123456", Phone, "00420777123456"),
        ("sestra +421 905 123 456.", Phone, "+421 905 123 456"),
        ("3. 3. 2026 777 123 456", Phone, "777 123 456"),
        ("(+420) 777 123 456", Phone, "(+420) 777 123 456"),
        ("777  123  456", Phone, "777  123  456"),
        ("tel. domů 777 12 3456", Phone, "777 12 3456"),
        ("RČ 850214-9909", BirthNumber, "850214-9909"),
        ("pevná linka 381 123 456", Phone, "381 123 456"),
        ("905617/9913", BirthNumber, "905617/9913"),
        ("r. č. 905617/9913.", BirthNumber, "905617/9913"),
        ("RČ905617/9913", BirthNumber, "905617/9913"),
        ("rodné číslo 905617 / 9913", BirthNumber, "905617 / 9913"),
        ("RČ 9056179913", BirthNumber, "9056179913"),
        ("850214 9909", BirthNumber, "850214 9909"),
        ("otec 450607/123", BirthNumber, "450607/123"),
        ("spletené 850214/9906", BirthNumber, "850214/9906"),
        ("pište na jitka.pokusna@posta.example.", Email, "jitka.pokusna@posta.example"),
        ("<Jitka@posta.example>", Email, "Jitka@posta.example"),
        ("e-mail:pokusná@posta", Email, "pokusná@posta"),
    ];
    for (text, kind, part) in cases {
        assert_eq!(found(text), [(kind, part.to_owned())], "{text}");
    }
}

#[test]
fn an_ordinary_note_raises_no_warning() {
    let cases = [
        "",
        "18 minut, výživné na dítě, poradila jsem občanskou poradnu.",
        "Hovor 2. 3. 2026 v 10:05, trval 18 minut.",
        "2026-03-02 10:05–10:23",
        "Dluh 25 000 Kč, splátka 1 500 Kč, nájem 12 345,50 Kč.",
        "Majetek 777 123 456 Kč, firma dluží 450 000 000 korun.",
        "Spis č. j. HV/123/2026, sp. zn. 12 C 345/2026.",
        "č. j. 123456/2026",
        "MěÚ/110526/2025 a 110526/2025",
        "č. j.: 602123456",
        "IČO 99900017, zákon č. 108/2006 Sb., § 91 odst. 3",
        "účet 123456789/0800",
        "vnoučata 3, 5 a 12 let; PSČ 390 01",
        "2025 2026 2027",
        "smlouva 2026/0147, A-2026-0001",
        "sejdeme se @ knihovna, 5 @ 3",
        "1,5 h; 30–45 min; 50 %",
        "telefonát 18 minut, za 3 dny znovu",
        "krok 1 2 3 4 5 6 7 8 9",
        "id 550e8400-e29b-41d4-a716-446655440000",
    ];
    for text in cases {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn each_mark_is_named_once_and_in_order() {
    let text = "tel. 777 123 456, RČ 905617/9913, jitka@posta.example; znovu 777 123 456";
    let kinds: Vec<_> = found(text).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Phone, BirthNumber, Email]);
}

fn some_words() -> impl Strategy<Value = &'static str> {
    let words =
        ["", "volala sestra", "na", "trvalo 18 minut,", "dne 2. 3. 2026", "(", "–", "prosí zpět", "dluh 5 000 Kč,"];
    proptest::sample::select(words.to_vec())
}

proptest! {
    #[test]
    fn a_telephone_is_found_wherever_it_stands(before in some_words(), after in some_words(), number in 601_000_000_u32..800_000_000) {
        let digits = number.to_string();
        let spaced = format!("{} {} {}", &digits[0..3], &digits[3..6], &digits[6..9]);
        for written in [digits, spaced] {
            let text = format!("{before} {written} {after}");
            prop_assert_eq!(found(&text), [(Phone, written)]);
        }
    }

    #[test]
    fn a_text_without_digits_and_at_sign_has_no_marks(text in "[^0-9@]{0,60}") {
        prop_assert_eq!(identifying_marks(&text), []);
    }

    #[test]
    fn what_is_found_stands_in_the_text(text in "([0-9]{1,10}|[ ./+@-]|[a-ž]{1,5}){0,20}") {
        for finding in identifying_marks(&text) {
            prop_assert!(text.contains(&finding.text));
        }
    }
}
