//! Rules have numbers for those who build the house. Whoever reads its pages and papers meets words.

use super::common::plant::MOMENT;
use super::scene::{Scene, read};
use super::walk::walk;

/// A number of a rule in a text: `R-021`.
fn number(text: &str) -> Option<&str> {
    text.match_indices("R-").map(|(at, _)| &text[at..]).find_map(|rest| {
        let digits = rest[2..].bytes().take_while(u8::is_ascii_digit).count();
        (digits == 3).then(|| &rest[..5])
    })
}

#[test]
fn a_number_is_seen_where_there_is_one() {
    assert_eq!(number("Důvod R-021: nikdo"), Some("R-021"));
    assert_eq!(number("R-10 a PR-2026"), None);
}

#[test]
fn no_page_and_no_paper_says_a_number_of_a_rule() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    // Somebody who leads a case, the head, who looks after data, who tends accounts, the inspector.
    for login in ["prikladna", "rozvazna", "dohlizna", "sitovy", "proverujici"] {
        for (address, page) in walk(&scene, &house.worker(login)) {
            let text = read(&page);
            assert_eq!(number(&text), None, "{login} reads it at {address}");
        }
    }
}
