//! The individual plan, whole and in plain words.

use paper::{Column, Fact, GoalOnPaper, IndividualPlan, Paper, Paragraph, Signature, Table};
use std::time::Instant;

use crate::samples::imprint;
use crate::tools::{pages_of, print, printer, text_of};

/// So many goals with so many steps each.
pub fn plan(goals: usize, steps: usize, is_plain: bool) -> IndividualPlan {
    let goal = |number: usize| {
        let row = |n: usize| {
            vec![format!("Zavolat na úřad po {n}."), "klient/ka".into(), "12. 5. 2026".into(), String::new()]
        };
        let columns =
            vec![Column::new("Krok", 6), Column::new("Kdo", 4), Column::new("Do kdy", 3), Column::new("Stav", 3)];
        let sentence = |n: usize| Paragraph::item(format!("Vy: Zavolat na úřad po {n}. (do 12. 5. 2026)"));
        GoalOnPaper {
            heading: format!("Cíl {number}: Mít domluvenou péči o syna"),
            words: "Ať syn ví, kdy je s kým.".into(),
            facts: vec![Fact::new("Jak poznáme splnění", "týdenní rozvrh péče funguje 3 týdny po sobě")],
            steps: (!is_plain).then(|| Table { columns, rows: (1..=steps).map(row).collect() }),
            sentences: if is_plain { (1..=steps).map(sentence).collect() } else { Vec::new() },
        }
    };
    IndividualPlan {
        imprint: imprint(),
        title: if is_plain { "Váš plán".into() } else { "Individuální plán".into() },
        version: Some(2),
        folder_number: "2026/0147".into(),
        is_plain,
        facts: vec![Fact::new("Klient", "Klára Vzorná"), Fact::new("Dohodnuto", "út 5. 5. 2026")],
        beginning: vec![Paragraph::heading("Zakázka slovy klienta"), Paragraph::plain("„zvládnout první týdny“")],
        goals: (1..=goals).map(goal).collect(),
        ending: vec![Paragraph::plain("Plán můžete kdykoli změnit.")],
        signatures: vec![Signature::client("Klára Vzorná"), Signature::worker("Mgr. Alena Příkladná")],
    }
}

#[test]
fn a_plan_says_on_every_page_which_version_of_whose_folder_it_is() {
    let Some(pages) = pages_of(&print(plan(10, 10, false))) else { return };
    assert!(pages.len() > 1, "{} pages", pages.len());
    for (place, page) in pages.iter().enumerate() {
        let foot = format!("strana {} z {}", place + 1, pages.len());
        assert!(page.contains("složka 2026/0147") && page.contains("verze 2"), "{page}");
        assert!(page.replace('\u{a0}', " ").contains(&foot), "{foot}: {page}");
    }
}

#[test]
fn a_usual_plan_fits_on_two_pages_and_the_plain_one_speaks_to_the_client() {
    let Some(pages) = pages_of(&print(plan(3, 3, false))) else { return };
    assert!(pages.len() <= 2, "{} pages", pages.len());
    let Some(text) = text_of(&print(plan(1, 2, true))) else { return };
    for said in ["Váš plán", "„Ať syn ví, kdy je s kým.“", "Vy: Zavolat na úřad", "Plán můžete kdykoli změnit."]
    {
        assert!(text.contains(said), "{said} is missing in: {text}");
    }
    assert!(!text.contains("Stav"), "{text}");
}

#[test]
fn plans_are_called_by_their_folder_version_and_kind() {
    let name = |is_plain, version| Paper::from(IndividualPlan { version, ..plan(1, 1, is_plain) }).file_name();
    assert_eq!(name(false, Some(2)), "2026-0147-individualni-plan-v2.pdf");
    assert_eq!(name(true, Some(2)), "2026-0147-individualni-plan-srozumitelne-v2.pdf");
    assert_eq!(name(false, None), "2026-0147-individualni-plan-rozpracovany.pdf");
}

#[test]
fn ten_goals_with_ten_steps_are_printed_while_one_waits() {
    let paper = Paper::from(plan(10, 10, false));
    printer().print(&paper).unwrap();
    let before = Instant::now();
    printer().print(&paper).unwrap();
    // Unoptimised builds and busy machines are several times slower than the program that is given out.
    assert!(before.elapsed().as_millis() < 5_000, "{:?}", before.elapsed());
}
