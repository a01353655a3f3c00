//! Every paper that a client takes home has its reading in plain words and large type, which cites no section of the law
//! and says in which language and with whose help it was explained.

use super::common::podhuri::{end, fill};
use super::common::renata::Renata;
use super::common::{Heard, House, Town, pdf};

/// Renata after the year of scenario 5, who speaks Ukrainian, until the new commission of 15 June.
fn renata(town: &Town) -> Renata<'_> {
    let renata = Renata::found_out(town);
    {
        let house = town.at("2026-02-10T16:30");
        let fit = [
            ("part", "fit"),
            ("is_understood", "yes"),
            ("communication_form", "plain"),
            ("language", "ukrajinština"),
            ("helped_by", "tlumočnice Oksana Zkusmá"),
        ];
        fill(&house.worker("terenni"), &renata.folder, "negotiation/edit?part=fit", &fit).must_be(303);
    }
    renata.is_refused();
    renata.is_offered_a_place();
    renata.agrees(&[]);
    renata.plans();
    renata.renews();
    renata
}

/// Every plain paper to which the pages of the folder lead.
fn plain_papers(house: &House, renata: &Renata) -> Vec<(String, Heard)> {
    let jakub = house.worker("terenni");
    let mut found = Vec::new();
    for page in ["/negotiation", "/refusals", "/agreement", "/plan", "/closure", "/consents"] {
        let mut pages = vec![jakub.see(&renata.page(page)).body()];
        if page == "/plan" {
            pages.extend(
                super::common::planning::evaluations(&jakub, &renata.folder).iter().map(|one| jakub.see(one).body()),
            );
        }
        let links =
            pages.iter().flat_map(|body| body.split("href=\"").skip(1)).filter_map(|rest| rest.split('"').next());
        found.extend(links.filter(|link| link.ends_with("/plain.pdf")).map(str::to_owned));
    }
    found.sort();
    found.dedup();
    found.into_iter().map(|link| (link.clone(), jakub.see(&link))).collect()
}

#[test]
fn each_paper_of_a_client_exists_in_plain_words_and_says_how_it_was_explained() {
    for town in Town::everywhere() {
        let renata = renata(&town);
        {
            let house = town.at("2026-06-16T10:00");
            let more = [("delivered_on", "16. 6. 2026"), ("ends_on", "1. 7. 2026")];
            end(&house.worker("terenni"), &renata.folder, &more).must_be(303);
        }
        let house = town.at("2026-06-16T11:00");
        let papers = plain_papers(&house, &renata);
        let kinds = [
            "consultations",
            "inquiries",
            "negotiation",
            "refusals",
            "documents",
            "agreement/end",
            "plan",
            "evaluations",
        ];
        for kind in kinds {
            assert!(papers.iter().any(|(link, _)| link.contains(&format!("/{kind}/"))), "no plain paper of {kind}");
        }
        for (link, paper) in &papers {
            assert_eq!((paper.status, paper.header("content-type")), (200, "application/pdf"), "{link}");
            let name = paper.header("content-disposition");
            assert!(name.contains("-srozumitelne"), "{link} is called {name}");
            let Some(said) = pdf::text(&paper.bytes) else { continue };
            assert!(!said.contains('§'), "{link} cites the law: {said}");
            assert!(said.contains("Renata Cvičná") && said.contains("Vysvětleno"), "{link}: {said}");
            // What the deed itself says of its explaining goes before what the negotiation says.
            let own = said.contains("česky, u stolu");
            let help = said.contains("jazyk: ukrajinština, s pomocí: tlumočnice Oksana Zkusmá");
            assert!(own || help, "{link} does not say how it was explained: {said}");
            pdf::must_be_accessible(&paper.bytes);
        }
    }
}

#[test]
fn the_papers_of_the_work_say_it_too() {
    let town = Town::in_a_file();
    let renata = renata(&town);
    let house = town.at("2026-06-16T11:00");
    let jakub = house.worker("terenni");
    for (page, end) in [("/negotiation", "/record.pdf"), ("/agreement", "/agreement.pdf")] {
        let paper = jakub.see(&jakub.see(&renata.page(page)).address(&renata.folder, end));
        let Some(said) = pdf::text(&paper.bytes) else { return };
        assert!(said.contains("ukrajinština") && said.contains("tlumočnice Oksana Zkusmá"), "{page}: {said}");
    }
}

#[test]
fn the_plain_agreement_of_an_informed_consent_tells_of_the_consent_and_the_end_is_said_without_the_law() {
    let town = Town::in_a_file();
    let klara = super::common::klara::Klara::signed(&town);
    let house = town.at("2026-03-17T10:00");
    let alena = house.worker("prikladna");
    let plain = alena.see(&alena.see(&klara.page("/agreement")).address(&klara.folder, "/plain.pdf"));
    let Some(said) = pdf::text(&plain.bytes) else { return };
    for sentence in [
        "„zvládnout první týdny a domluvit péči o syna“",
        "Skončit můžete kdykoli. Důvod říkat nemusíte.",
        "Podpisem souhlasíte, že si o Vás píšeme to, co k pomoci potřebujeme.",
        "Platí text, který se podepisuje.",
    ] {
        assert!(said.contains(sentence), "„{sentence}“ is not on it: {said}");
    }
    let consent = alena.see(&alena.see(&klara.page("/consents")).address(&klara.folder, "/plain.pdf"));
    let said = pdf::text(&consent.must_be(200).bytes).unwrap();
    assert!(said.contains("Váš souhlas") && said.contains("Souhlas můžete kdykoli vzít zpět."), "{said}");
}

#[test]
fn a_paper_of_a_past_day_says_that_day_in_its_foot() {
    let town = Town::in_a_file();
    let renata = renata(&town);
    let house = town.at("2026-06-16T11:00");
    let jakub = house.worker("terenni");
    let then = jakub.see(&renata.page("/plan/plan.pdf?as_of=2026-03-16"));
    let Some(said) = pdf::text(&then.must_be(200).bytes) else { return };
    assert!(said.contains("stav ke dni 16. 3. 2026") && !said.contains("Syn chodí do školy"), "{said}");
    let now = pdf::text(&jakub.see(&renata.page("/plan/plan.pdf")).bytes).unwrap();
    assert!(!now.contains("stav ke dni") && now.contains("Syn chodí do školy"), "{now}");
    jakub.see(&renata.page("/plan/plan.pdf?as_of=2026-03-03")).must_be(404);
}
