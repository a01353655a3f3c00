use jiff::civil::datetime;
use paper::{Paper, Paragraph, Signature};

use crate::samples::consent;
use crate::tools::{facts_of, pages_of, print, printer, text_of};

#[test]
fn durda_reads_in_print_what_he_is_to_sign() {
    let Some(text) = text_of(&print(consent())) else { return };
    for said in [
        "Informovaný souhlas",
        "Ďurďa Ňuňák",
        "2026/0147",
        "Příkladová péče, z. ú., IČO 12345679, Zkušební 12, 100 00 Příkladov",
        "Služba Poradna Javořinka mi srozumitelně vysvětlila, co dělá a komu je určena",
        "‚Chci se domluvit s bývalou ženou, kdy budou děti u mě.‘",
        "Podpisem je smlouva uzavřena a stávám se klientem služby.",
        "Vyhotoveno 3. 3. 2026 ve dvou stejnopisech",
        "datum a podpis klienta",
        "datum a podpis pracovníka služby",
    ] {
        assert!(text.contains(said), "{said} is missing in: {text}");
    }
}

#[test]
fn every_page_says_where_it_belongs() {
    let mut long = consent();
    long.paragraphs.insert(3, Paragraph::plain("Domluvili jsme se podrobně. ".repeat(150)));
    let Some(pages) = pages_of(&print(long)) else { return };
    assert!(pages.len() >= 2, "{} page", pages.len());
    for (index, page) in pages.iter().enumerate() {
        let number = format!("strana {} z {}", index + 1, pages.len());
        let printed = "vytištěno 3. 3. 2026 v 14:05 · Bc. Dana Zkusmá · šablona 1";
        let place = "Poradna Javořinka · složka 2026/0147 · verze 3 · otisk textu 9f3a61c07be2d415";
        for said in [number.as_str(), printed, place, "Důvěrné"] {
            assert!(page.contains(said), "{said} is missing on page {}: {page}", index + 1);
        }
    }
}

#[test]
fn nobody_signs_on_a_page_without_text() {
    // Whatever the length of the text, a signature shares its page with the sentence before it.
    for lines in 20..46 {
        let mut paper = consent();
        paper.paragraphs.truncate(2);
        paper.paragraphs.extend((0..lines).map(|_| Paragraph::plain("Na tom jsme se dohodli.")));
        paper.paragraphs.push(Paragraph::plain("Podpisem je smlouva uzavřena."));
        let Some(pages) = pages_of(&print(paper)) else { return };
        let signed = pages.iter().find(|page| page.contains("datum a podpis klienta")).unwrap();
        assert!(signed.contains("Podpisem je smlouva uzavřena."), "{lines} lines: {signed}");
        assert!(signed.contains("datum a podpis pracovníka služby"), "{lines} lines: {signed}");
    }
}

#[test]
fn nobody_signs_alone_even_after_an_endless_last_paragraph() {
    for words in [300, 420, 460, 480, 500, 520, 540, 900] {
        let mut paper = consent();
        paper.paragraphs = vec![Paragraph::plain("dohoda ".repeat(words))];
        let Some(pages) = pages_of(&print(paper)) else { return };
        let signed = pages.iter().find(|page| page.contains("datum a podpis klienta")).unwrap();
        assert!(signed.contains("dohoda"), "{words} words: {signed}");
    }
}

#[test]
fn what_was_signed_on_a_screen_stands_on_its_line_with_the_day_and_the_digest() {
    let mut paper = consent();
    let lines = vec![vec![(120, 240), (160, 110), (210, 300)], vec![(380, 150), (380, 150)], vec![(7, 7)]];
    let note = "podepsáno na obrazovce dne 3. 3. 2026 14:05, otisk textu 9f3a61c07be2d415";
    let plain = print(paper.clone());
    paper.signatures[0] = Signature::client("Ďurďa Ňuňák").drawn(lines, note);
    let drawn = print(paper);
    let (Some(before), Some(after)) = (text_of(&plain), text_of(&drawn)) else { return };
    assert!(before.contains("datum a podpis klienta") && !after.contains("datum a podpis klienta"), "{after}");
    let said = after.replace('\u{a0}', " ");
    for part in ["podepsáno na obrazovce dne 3. 3. 2026 14:05", "otisk textu 9f3a61c07be2d415"] {
        assert!(note.contains(part) && said.contains(part), "{part} is missing in: {said}");
    }
    assert!(after.contains("datum a podpis pracovníka služby"), "{after}");
    assert!(drawn.len() > plain.len(), "nothing was drawn");
}

#[test]
fn a_representative_signs_below_both() {
    let mut paper = consent();
    paper.signatures.push(Signature::representative("Jana Testovská"));
    let Some(text) = text_of(&print(paper)) else { return };
    assert!(text.contains("Jana Testovská datum a podpis zástupce klienta"), "{text}");
}

#[test]
fn the_file_name_tells_the_folder_and_never_the_client() {
    let paper = Paper::from(consent());
    assert_eq!(paper.file_name(), "2026-0147-informovany-souhlas-v3.pdf");
    let pdf = print(consent());
    let Some(facts) = facts_of(&pdf) else { return };
    assert!(facts.contains("Informovaný souhlas, složka 2026/0147"), "{facts}");
    assert!(!facts.contains("Ňuňák"), "{facts}");
}

#[test]
fn the_same_paper_is_the_same_file_whenever_it_is_printed() {
    assert_eq!(print(consent()), print(consent()));
    let mut later = consent();
    later.imprint.printed_at = datetime(2026, 3, 4, 8, 0, 0, 0);
    assert_ne!(print(consent()), print(later));
}

#[test]
fn two_workers_print_at_once_and_each_gets_the_right_paper() {
    let papers: Vec<Paper> = (0..6)
        .map(|number| {
            let mut paper = consent();
            paper.client = format!("Jana Testovská {number}");
            paper.into()
        })
        .collect();
    let alone: Vec<_> = papers.iter().map(|paper| printer().print(paper).unwrap()).collect();
    let at_once: Vec<_> = std::thread::scope(|scope| {
        let all: Vec<_> = papers.iter().map(|paper| scope.spawn(|| printer().print(paper).unwrap())).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(alone, at_once);
}
