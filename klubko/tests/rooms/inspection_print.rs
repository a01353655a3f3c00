//! The control print: what an inspection may see of a folder, with its watermark on every page.

use super::inspection::open;
use crate::common::course::{Client, agreement, client};
use crate::common::pdf::{ask, must_be_accessible, text};
use crate::common::{Heard, Town, Worker};
use jiff::civil::date;

const MARK: &str = "KONTROLA – Ing. Karel Prověřující, 20. 3. 2026";

fn print(worker: &Worker, client: &Client) -> Heard {
    let pdf = worker.see(&client.page("/inspection.pdf"));
    assert_eq!((pdf.status, pdf.header("content-type")), (200, "application/pdf"), "{}", pdf.text());
    pdf
}

fn visit(alena: &Worker, klara: &Client, day: &str, body: &str) {
    let typed = [("kind", "visit"), ("day", day), ("time", "9:00"), ("minutes", "50"), ("body", body)];
    alena.fill(&klara.page("/records/new"), &klara.page("/records"), &typed).must_be(303);
}

#[test]
fn every_page_says_for_whom_it_was_printed_and_when() {
    for town in Town::everywhere() {
        let klara = client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
        agreement(&town, &klara, date(2026, 3, 16));
        let long = "Mluvily jsme o tom, jak zvládá první týdny.\n".repeat(70);
        let house = town.at("2026-03-17T12:00");
        visit(&house.worker("prikladna"), &klara, "16. 3. 2026", &long);
        drop(house);
        let house = town.at("2026-03-19T12:00");
        visit(&house.worker("prikladna"), &klara, "19. 3. 2026", "Našla si brigádu.");
        drop(house);
        let house = town.at("2026-03-20T09:00");
        open(&house.worker("rozvazna"), &klara, &[]).must_be(303);
        let pdf = print(&house.worker("proverujici"), &klara);
        let name = pdf.header("content-disposition");
        assert!(name.ends_with("-kontrolni-vypis.pdf\"") && !name.contains("zorn"), "{name}");
        must_be_accessible(&pdf.bytes);
        let Some(said) = text(&pdf.bytes) else { return };
        for sentence in
            ["Kontrolní výpis ze složky", "stav ke dni 17. 3. 2026", "Klára Vzorná", "podepsána 16. 3. 2026"]
        {
            assert!(said.contains(sentence), "{sentence} is missing in: {said}");
        }
        assert!(!said.contains("brigádu"), "written after the day that is shown: {said}");
        for page in ["1", "2"] {
            let one = ask("pdftotext", &["-enc", "UTF-8", "-f", page, "-l", page, "-", "-"], &pdf.bytes).unwrap();
            assert!(one.contains(MARK), "page {page}: {one}");
        }
    }
}

#[test]
fn the_key_worker_may_prepare_it_and_an_invited_colleague_may_not() {
    let town = Town::in_a_file();
    let klara = client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
    let house = town.at("2026-03-20T09:00");
    let pdf = print(&house.worker("prikladna"), &klara);
    if let Some(said) = text(&pdf.bytes) {
        assert!(said.contains("KONTROLA – Mgr. Alena Příkladná, 20. 3. 2026"), "{said}");
    }
    house.worker("cvicny").see(&klara.page("/inspection.pdf")).must_be(403);
}
