//! The box also understands what one wants to do: „nový zápis“ leads to the form.

use rules::text::{fold, search_words};

/// Who is offered an action.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    Everybody,
    CareWorkers,
    Head,
}

/// Label, address, other words for it.
const ACTIONS: &[(&str, &str, &str, For)] = &[
    ("Nový zápis", "/records/new", "napsat zapsat záznam návštěva telefonát", For::Everybody),
    ("Zapsat první kontakt", "/first-contacts/new", "nový zájemce klient založit složku", For::CareWorkers),
    ("Zapsat anonymní kontakt", "/anonymous-contacts/new", "anonymně nový", For::CareWorkers),
    ("První kontakty", "/first-contacts", "zájemci fronta seznam", For::CareWorkers),
    ("Anonymní kontakty", "/anonymous-contacts", "seznam", For::CareWorkers),
    ("Klienti", "/folders", "složky seznam", For::Everybody),
    ("Úkoly a termíny", "/tasks", "lhůty nový úkol", For::Everybody),
    ("Zbývá dopsat", "/drafts", "rozepsané koncepty", For::Everybody),
    ("Můj den", "/", "dnes domů přehled", For::Everybody),
    ("Můj profil", "/profile", "heslo vzhled oslovení zkratky", For::Everybody),
    ("Nastavení služby", "/settings", "pravidla lhůty", For::Head),
    ("Nápověda", "/help", "jak pomoc", For::Everybody),
];

/// Shorter beginnings mean anything.
const SHORTEST: usize = 3;

/// The actions whose words begin with everything that was typed.
pub fn matching(typed: &str, is_care_worker: bool, is_head: bool) -> Vec<(&'static str, &'static str)> {
    let typed = search_words(typed);
    if typed.iter().map(|word| word.len()).sum::<usize>() < SHORTEST {
        return Vec::new();
    }
    let is_his = |whose: For| match whose {
        For::Everybody => true,
        For::CareWorkers => is_care_worker,
        For::Head => is_head,
    };
    let fits = |label: &str, others: &str| {
        let words = fold(&format!("{label} {others}"));
        typed.iter().all(|beginning| words.split(' ').any(|word| word.starts_with(beginning.as_str())))
    };
    let found = ACTIONS.iter().filter(|(label, _, others, whose)| is_his(*whose) && fits(label, others));
    found.map(|(label, href, ..)| (*label, *href)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_a_deed_lead_to_its_form() {
        assert_eq!(matching("nový zápis", true, false), [("Nový zápis", "/records/new")]);
        assert_eq!(matching("prvni kont", true, false).first(), Some(&("Zapsat první kontakt", "/first-contacts/new")));
        assert!(matching("nastavení", true, false).is_empty());
        assert_eq!(matching("nastavení", true, true), [("Nastavení služby", "/settings")]);
        assert!(matching("první kontakt", false, false).is_empty());
        assert!(matching("n", true, true).is_empty());
    }
}
