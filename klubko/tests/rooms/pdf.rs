//! The informed consent and the information sheet as they come out of the house.

use crate::common::pdf::{ask, text};
use crate::common::stage::KLARA;
use crate::common::{Town, road};

#[test]
fn klara_takes_home_what_she_signs_with_version_service_and_pages() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = town.at("2026-03-16T11:00");
        let dana = house.worker("zkusma");
        road::negotiate(&dana, &folder, &[]);
        let document = road::prepare(&dana, &folder, &[]);
        let pdf = dana.see(&format!("{document}/informed-consent.pdf"));
        assert_eq!((pdf.status, pdf.header("content-type")), (200, "application/pdf"), "{}", pdf.text());
        let name = pdf.header("content-disposition");
        assert!(name.contains("informovany-souhlas-v3.pdf") && !name.contains("zorn"), "{name}");
        let Some(text) = text(&pdf.bytes) else { return };
        for said in [
            "Klára Vzorná",
            "‚zvládnout první týdny a domluvit péči o syna‘",
            "Služba mi může pomoci s: zvládnout rozchod; rodičovství.",
            "Nemůže: ovlivnit manžela.",
            "ode dne podpisu na dobu neurčitou",
            "bez úhrady",
            "Poradna Javořinka",
            "Pomoc Horní Vzorov, z. ú., IČO 99900017",
            "verze 3",
            "strana 1 z 1",
            "vytištěno 16. 3. 2026 v 11:00 · Bc. Dana Zkusmá",
            "ve dvou stejnopisech",
            "datum a podpis klienta",
        ] {
            assert!(text.contains(said), "{said} is missing in: {text}");
        }
        let tags = ask("pdfinfo", &["-struct-text", "-"], &pdf.bytes).unwrap();
        assert!(tags.contains("Document") && tags.contains("Table"), "tagged: {tags}");
    }
}

#[test]
fn a_text_that_somebody_changed_past_the_door_is_not_printed() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = town.at("2026-03-16T11:00");
    let dana = house.worker("zkusma");
    road::negotiate(&dana, &folder, &[]);
    let document = road::prepare(&dana, &folder, &[]);
    town.tamper("update document set body = body || ' Platím 500 Kč.'");
    dana.see(&format!("{document}/informed-consent.pdf")).must_be(500).must_say("Něco se u nás pokazilo");
}

#[test]
fn anybody_at_the_desk_prints_what_the_service_is_for() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-16T11:00");
    let pdf = house.worker("zkusma").see("/information-sheet.pdf");
    assert_eq!(pdf.status, 200, "{}", pdf.text());
    let Some(text) = text(&pdf.bytes) else { return };
    for said in ["Poradna Javořinka", "Lipová 12, Horní Vzorov", "Pomáháme lidem a rodinám", "krajskému úřadu"]
    {
        assert!(text.contains(said), "{said} is missing in: {text}");
    }
}
