//! „Připravenost“: what a folder has for the criteria of quality, what it lacks, and the way to each field that is empty.

use crate::common::course::{self, Client, agreement, client};
use crate::common::{Heard, Town, Worker};
use jiff::civil::date;

const TODAY: &str = "2026-03-20T09:00";

/// Klára of whom only a bare agreement of 16 March is known, so that a lot is missing.
fn klara(town: &Town) -> Client {
    let klara = client(town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
    agreement(town, &klara, date(2026, 3, 16));
    klara
}

/// The links under „Chybí“: what is missing and the address of its field.
pub fn gaps(page: &Heard) -> Vec<(String, String)> {
    let body = page.body();
    let Some(card) = body.split("<h3 id=\"missing\">").nth(1) else { return Vec::new() };
    let card = card.split("</section>").next().unwrap();
    let links = card.split("<a href=\"").skip(1).map(|rest| {
        let (address, rest) = rest.split_once('"').unwrap();
        let text = rest.split_once('>').unwrap().1.split("</a>").next().unwrap();
        (text.replace('\u{a0}', " "), address.replace("&#38;", "&").replace("&amp;", "&"))
    });
    links.collect()
}

/// Follows a link as a browser would: the page opens and has the place that the address names.
pub fn follow(worker: &Worker<'_>, (text, address): &(String, String)) {
    let (page, anchor) = address.split_once('#').unwrap_or_else(|| panic!("„{text}“ leads to no place: {address}"));
    let opened = worker.see(page);
    opened.must_be(200);
    assert!(opened.body().contains(&format!("id=\"{anchor}\"")), "„{text}“: {address} has no such place: {}", opened.text());
}

#[test]
fn each_thing_that_is_missing_is_one_click_from_its_field() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at(TODAY);
        let alena = house.worker("prikladna");
        let page = alena.see(&klara.page("/readiness"));
        page.must_be(200).must_say("Připravenost složky: ").must_say("Chybí: 1a, 1b, 2a, 3a, 3b, 4a, 4b, 4c, 5a, 5b, 7b, 11.");
        let gaps = gaps(&page);
        assert!(gaps.len() > 15, "{gaps:?}");
        for gap in &gaps {
            follow(&alena, gap);
        }
    }
}
