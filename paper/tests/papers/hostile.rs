use paper::{Fact, Paragraph, Section};

use crate::samples::{consent, consultation, who_looked};
use crate::tools::{pages_of, print, text_of};

const INJECTION: &str =
    r##"#panic("x") [ ] $x^2$ \ @ref <label> *b* _i_ `raw` = nadpis // pozn. #import "/house.typ" "uvozovky" a dost"##;

#[test]
fn commands_of_the_typesetter_are_printed_as_they_were_typed() {
    let mut paper = consent();
    paper.title = format!("Souhlas {INJECTION}");
    paper.client = INJECTION.into();
    paper.folder_number = "#panic()".into();
    paper.imprint.service = "[$\\@#".into();
    paper.paragraphs = vec![Paragraph::heading(INJECTION), Paragraph::item(INJECTION), Paragraph::plain(INJECTION)];
    let Some(text) = text_of(&print(paper)) else { return };
    assert_eq!(text.matches(INJECTION).count(), 5, "{text}");
    assert!(text.contains("složka #panic()"), "{text}");
    assert!(text.contains("[$\\@#"), "{text}");

    let mut table = who_looked(1);
    let cell = "#panic() [$\\@ = <a>";
    table.sections[0].table.as_mut().unwrap().rows[0][3] = cell.into();
    let Some(text) = text_of(&print(table)) else { return };
    assert!(text.contains(cell), "{text}");
}

#[test]
fn a_story_of_ten_thousand_signs_is_printed_to_its_last_word() {
    let mut sheet = consultation();
    sheet.facts.clear();
    let story = "Klientka vypráví, jak to bylo. ".repeat(323);
    assert!(story.chars().count() > 10_000);
    sheet.sections.truncate(1);
    sheet.sections[0].paragraphs = vec![Paragraph::plain(format!("{story}Konec vyprávění."))];
    let Some(pages) = pages_of(&print(sheet)) else { return };
    assert!(pages.len() >= 3, "{} pages", pages.len());
    assert_eq!(pages.join(" ").matches("Klientka").count(), 323);
    assert!(pages.join(" ").contains("Konec vyprávění."));
}

#[test]
fn a_word_without_an_end_stays_on_the_paper() {
    let mut sheet = consultation();
    sheet.sections[0].paragraphs = vec![Paragraph::plain("ž".repeat(10_000))];
    let Some(text) = text_of(&print(sheet)) else { return };
    let printed = text.split_whitespace().filter(|word| word.starts_with("žž")).map(|word| word.chars().count());
    assert_eq!(printed.sum::<usize>(), 10_000, "some of it ran off the paper");
}

#[test]
fn an_address_may_be_copied_from_the_paper_as_it_was_typed() {
    let mut sheet = consultation();
    let address = "siobhan.obrien-novakova@priklad.example";
    sheet.facts.push(Fact::new("E-mail", address));
    sheet.sections[0].paragraphs = vec![Paragraph::plain(format!("Psát na {address}, nevolat."))];
    let Some(text) = text_of(&print(sheet)) else { return };
    assert_eq!(text.matches(address).count(), 2, "{text}");
}

#[test]
fn names_from_everywhere_keep_their_letters() {
    let names = [
        "Siobhán O'Brien-Nováková",
        "Ďurďa Ňuňák",
        "Nguyễn Thị Ánh",
        "Оксана Прикладенко",
        "Αλέξανδρος",
        "Ľubomíra Őszi",
        "d’Artagnan",
    ];
    let mut sheet = consultation();
    sheet.sections[0].paragraphs = names.iter().map(|name| Paragraph::item(*name)).collect();
    let Some(text) = text_of(&print(sheet)) else { return };
    for name in names {
        assert!(text.contains(name), "{name} is missing in: {text}");
    }
    assert!(!text.contains("Znaky, které písmo nezná"), "{text}");
}

#[test]
fn a_pasted_emoji_does_not_stop_the_paper_and_the_paper_admits_it() {
    let mut sheet = consultation();
    let pasted = "Dcera napsala 🙂\u{fe0f} a\u{0} poslala\t\u{202e}obrázek\u{feff} \u{e000} 漢字.\r\nKonec.";
    sheet.sections.push(Section { paragraphs: vec![Paragraph::plain(pasted)], ..Section::default() });
    let Some(text) = text_of(&print(sheet)) else { return };
    assert!(text.contains("Dcera napsala □ a poslala obrázek □ □□. Konec."), "{text}");
    assert!(text.contains("Znaky, které písmo nezná, nahrazuje prázdný čtvereček"), "{text}");
}

#[test]
fn scripts_that_an_archive_cannot_read_back_do_not_stop_the_paper() {
    for pasted in ["אברהם", "محمد علي", "राम", "กานต์", "A\u{30c}\u{30c}\u{30c}e\u{30c}"] {
        let mut sheet = consultation();
        sheet.sections[0].paragraphs = vec![Paragraph::plain(format!("Jmenuje se {pasted} a bydlí tu."))];
        let Some(text) = text_of(&print(sheet)) else { return };
        assert!(text.contains("Jmenuje se") && text.contains("a bydlí tu."), "{text}");
    }
}

#[test]
fn an_empty_paper_is_still_a_paper() {
    let mut paper = consent();
    paper.paragraphs = vec![Paragraph::plain(""), Paragraph::heading("  "), Paragraph::item("\n")];
    paper.client = String::new();
    paper.signatures.clear();
    let Some(text) = text_of(&print(paper)) else { return };
    assert!(text.contains("Informovaný souhlas"), "{text}");
}
