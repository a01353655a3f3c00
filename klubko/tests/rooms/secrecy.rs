//! Releases from the duty of secrecy (§ 100 of 108/2006): in writing, to whom, what, what for; kept apart from consents.

use crate::common::asking::marek;
use crate::common::{Heard, Town, Worker, pdf};

fn release(by: &Worker<'_>, folder: &str, more: &[(&str, &str)]) -> Heard {
    let usual = [
        ("addressee", "Okresní soud ve Vzorově"),
        ("extent", "průběh spolupráce od dubna"),
        ("purpose", "řízení o příspěvku"),
        ("signed_on", "20. 4. 2026"),
        ("valid_until", "31. 5. 2026"),
        ("given_by_role", "self"),
    ];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    by.fill(&format!("{folder}/secrecy-releases/new"), &format!("{folder}/secrecy-releases"), &typed)
}

#[test]
fn a_release_says_to_whom_what_what_for_and_when_it_was_signed() {
    for town in Town::everywhere() {
        let folder = marek(&town).page("");
        let house = town.at("2026-04-20T10:00");
        let iva = house.worker("rampova");
        for (more, says) in [
            (("addressee", ""), "Doplňte, komu se smí sdělit"),
            (("extent", ""), "Doplňte rozsah"),
            (("purpose", ""), "Doplňte účel"),
            (("signed_on", ""), "datum"),
            (("signed_on", "21. 4. 2026"), "Tento den teprve přijde"),
            (("valid_until", "19. 4. 2026"), "Konec platnosti je dřív než podpis"),
            (("given_by_role", "representative"), "Doplňte jméno zástupce"),
        ] {
            release(&iva, &folder, &[more]).must_be(422).must_say(says);
        }
        release(&iva, &folder, &[]).must_be(303);
        let register = iva.see(&format!("{folder}/consents"));
        register.must_say("Okresní soud ve Vzorově").must_say("řízení o příspěvku").must_say("do 31. 5. 2026");
        // It is no consent: nothing is shared by it.
        iva.see(&folder).must_not_say("případovou spoluprací");
        let paper = register.address(&format!("{folder}/secrecy-releases/"), "/release.pdf");
        let Some(paper) = pdf::text(&iva.see(&paper).bytes) else { continue };
        assert!(paper.contains("§ 100 zákona č. 108/2006") && paper.contains("Rozsah: průběh spolupráce"), "{paper}");
    }
}

#[test]
fn it_ends_with_its_last_day_or_with_its_withdrawal() {
    for town in Town::everywhere() {
        let folder = marek(&town).page("");
        let house = town.at("2026-04-20T10:00");
        let iva = house.worker("rampova");
        release(&iva, &folder, &[]).must_be(303);
        release(&iva, &folder, &[("addressee", "ÚP ČR"), ("valid_until", "")]).must_be(303);
        let register = town.at("2026-06-01T10:00");
        let iva = register.worker("rampova");
        let page = iva.see(&format!("{folder}/consents"));
        page.must_say("platnost skončila").must_say("do odvolání");
        let withdrawal = page.address(&format!("{folder}/secrecy-releases/"), "/withdrawal");
        let take_back = |typed: &[(&str, &str)]| iva.fill(&withdrawal, &withdrawal, typed);
        take_back(&[("day", "1. 6. 2026")]).must_be(422).must_say("jak klient zproštění odvolal");
        take_back(&[("day", "1. 4. 2026"), ("how", "dopisem")]).must_be(422).must_say("dřív než podpis");
        take_back(&[("day", "1. 6. 2026"), ("how", "dopisem")]).must_be(303);
        iva.see(&format!("{folder}/consents")).must_say("Odvoláno 1. 6. 2026 (dopisem)");
        iva.see(&withdrawal).must_be(403).must_say("už odvolané");
    }
}
