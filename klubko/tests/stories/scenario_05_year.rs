//! A year in Renata Cvičná's folder, looked at again after everything has happened: each page of each of five days says
//! word for word what it said at the end of that day.

use crate::common::past::{Told, told};
use crate::common::renata::Renata;
use crate::common::{Town, Worker};
use std::collections::BTreeMap;

/// The five days, a moment after each one's work was done, and what distinguishes it.
const DAYS: [(&str, &str, &str); 5] = [
    ("2026-02-11", "2026-02-11T20:00", "b) nedostatečná kapacita"),
    ("2026-03-03", "2026-03-03T20:00", "Klientka od 3. 3. 2026"),
    ("2026-03-16", "2026-03-16T20:00", "Individuální plán, verze 1"),
    ("2026-06-15", "2026-06-15T20:00", "docházka do školy"),
    ("2026-09-01", "2026-09-01T20:00", "Spolupráce skončila 31. 8. 2026"),
];

fn read(renata: &Renata, moment: &str) -> Told {
    told(&renata.town.at(moment).worker("terenni"), &renata.folder, None)
}

/// What was read on each day, in the evening of it.
fn lived(renata: &Renata) -> Vec<Told> {
    renata.is_refused();
    let refused = read(renata, DAYS[0].1);
    renata.is_offered_a_place();
    renata.agrees(&[]);
    let agreed = read(renata, DAYS[1].1);
    renata.plans();
    let planned = read(renata, DAYS[2].1);
    renata.renews();
    let renewed = read(renata, DAYS[3].1);
    renata.ends();
    vec![refused, agreed, planned, renewed, read(renata, DAYS[4].1)]
}

fn differ(day: &str, then: &Told, later: &Told) -> Vec<String> {
    let pages: BTreeMap<&String, ()> = then.keys().chain(later.keys()).map(|page| (page, ())).collect();
    let said = |told: &Told, page: &String| told.get(page).cloned().unwrap_or_else(|| "no such page".to_owned());
    let differs = pages.into_keys().filter(|page| then.get(*page) != later.get(*page));
    differs.map(|page| format!("{day} {page}\n  then:  {}\n  later: {}", said(then, page), said(later, page))).collect()
}

fn all(told: &Told) -> String {
    told.values().cloned().collect::<Vec<_>>().join(" ")
}

fn nobody_sees_the_future(jakub: &Worker<'_>, renata: &Renata) {
    jakub.see(&renata.page("?as_of=2026-02-11")).must_not_say("Klientka od").must_not_say("Plán k hodnocení");
    jakub.see(&renata.page("/plan?as_of=2026-03-03")).must_say("Plán zatím nemá žádný cíl.");
    jakub.see(&renata.page("/plan?as_of=2026-03-16")).must_not_say("Syn chodí do školy");
    jakub.see(&renata.page("/closure?as_of=2026-06-15")).must_say("Spolupráce nebyla ukončena.");
    jakub.see(&renata.page("/refusals?as_of=2026-02-11")).must_say("pořadí 1.").must_not_say("přijato");
    jakub.see(&renata.page("?as_of=2026-02-01")).must_be(404);
}

#[test]
fn scenario_05_each_of_five_days_is_the_same_when_the_year_is_over() {
    for town in Town::everywhere() {
        let renata = Renata::found_out(&town);
        let then = lived(&renata);
        let house = town.at("2027-01-04T10:00");
        let jakub = house.worker("terenni");
        let mut wrong = Vec::new();
        for ((day, _, says), then) in DAYS.iter().zip(&then) {
            let later = told(&jakub, &renata.folder, Some(day));
            assert!(then.len() > 9, "{day}: only {} pages were read", then.len());
            assert!(all(then).contains(says), "{day} does not say „{says}“: {}", all(then));
            wrong.extend(differ(day, then, &later));
        }
        assert!(
            wrong.is_empty(),
            "{} pages say something else than they said then:\n{}",
            wrong.len(),
            wrong.join("\n")
        );
        for (n, one) in then.iter().enumerate() {
            assert!(then.iter().skip(n + 1).all(|other| all(one) != all(other)), "two days look the same");
        }
        nobody_sees_the_future(&jakub, &renata);
    }
}
