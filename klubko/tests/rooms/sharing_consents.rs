//! Consents that open something to another service, a third party or a child: what a decision must say before
//! it is recorded, and how it stands on the days that follow.

use crate::common::asking::{self, about_cooperation, about_handover, marek, marek_in_osp};
use crate::common::{Heard, Town, course, pdf, stage};

const TOLD: &str = "2026-04-20T10:00";
const CONSENTS: &str = "select count(*) as n from consent where kind = 'case_management' and folder_id = $1";

fn badge(page: &Heard, says: &str) {
    page.must_say(says);
}

#[test]
fn nothing_is_chosen_beforehand_and_both_answers_weigh_the_same() {
    let town = Town::in_a_file();
    let folder = marek(&town).page("");
    let house = town.at(TOLD);
    let iva = house.worker("rampova");
    iva.see(&format!("{folder}/consents")).must_say("Případová spolupráce").must_say("Účast dítěte");
    let page = iva.see(&format!("{folder}/consents/case-management"));
    let body = page.body();
    let decision = &body[body.find("chips decision").unwrap()..];
    let decision = &decision[..decision.find("</div>").unwrap()];
    assert!(!decision.contains("checked") && decision.matches("<label>").count() == 2, "{decision}");
    assert!(body.replace('\u{a0}', " ").contains("value=\"20. 4. 2027\""), "a year is suggested");
    about_cooperation(&iva, &folder, "rampova", &[("decision", "")])
        .must_be(422)
        .must_say("Zapište, jak se klient rozhodl");
}

#[test]
fn a_consent_to_case_management_without_one_of_the_four_is_not_recorded() {
    for town in Town::everywhere() {
        let folder = marek(&town).page("");
        let house = town.at(TOLD);
        let iva = house.worker("rampova");
        for (more, says) in [
            (("own_topics", ""), "Doplňte aspoň jedno téma"),
            (("extent", ""), "Doplňte rozsah"),
            (("purpose", ""), "Doplňte účel"),
            (("valid_from", ""), "od kdy do kdy souhlas platí"),
            (("valid_until", ""), "od kdy do kdy souhlas platí"),
            (("valid_until", "19. 4. 2026"), "Konec platnosti je dřív než její začátek"),
            (("direction", ""), "Zvolte, kterým směrem"),
            (("receiver", ""), "Vyberte službu, které se rozhodnutí týká"),
            (("day", "21. 4. 2026"), "Rozhodnutí nemůže být v budoucnosti"),
            (("day", ""), "u písemné odpovědi den podpisu"),
            (("given_by_role", "representative"), "Doplňte jméno zástupce"),
        ] {
            about_cooperation(&iva, &folder, "rampova", &[more]).must_be(422).must_say(says);
        }
        let by_guardian = [("given_by_role", "representative"), ("given_by", "Jana Opatrovná")];
        about_cooperation(&iva, &folder, "rampova", &by_guardian).must_be(422).must_say("na základě čeho zástupce");
        assert_eq!(stage::count(&town, CONSENTS, &folder), 0);
        about_cooperation(&iva, &folder, "rampova", &[]).must_be(303);
        let register = iva.see(&format!("{folder}/consents"));
        register.must_say("Souhlas: případová spolupráce – OSP Páteřník").must_say("odvolání; dávky");
        register.must_say("od 20. 4. 2026 do 31. 12. 2026").must_say("oběma směry").must_say("Podepsáno 20. 4. 2026");
        badge(&iva.see(&folder), "Souhlas s případovou spoluprací do 31. 12. 2026");
    }
}

#[test]
fn only_a_social_worker_records_case_management_and_a_no_to_it_too() {
    for town in Town::everywhere() {
        let client = marek_in_osp(&town);
        course::assign(&town, &client, "paterni", false, "2026-04-02".parse().unwrap());
        let house = town.at(TOLD);
        let (lenka, folder) = (house.worker("paterni"), client.page(""));
        let pm = klubko::town::PM.to_string();
        for decision in ["consent", "dissent"] {
            let typed = [("receiver", pm.as_str()), ("decision", decision)];
            let refused = about_cooperation(&lenka, &folder, "paterni", &typed);
            refused.must_be(422).must_say("poučuje a jeho odpověď zapisuje sociální pracovník");
        }
        let eva = house.worker("poradna");
        about_cooperation(&eva, &folder, "poradna", &[("receiver", pm.as_str())]).must_be(303);
    }
}

#[test]
fn a_no_names_only_whom_it_concerns_and_takes_the_place_of_a_yes() {
    for town in Town::everywhere() {
        let folder = marek(&town).page("");
        let house = town.at("2026-04-21T10:00");
        let iva = house.worker("rampova");
        about_cooperation(&iva, &folder, "rampova", &[]).must_be(303);
        let no = [
            ("decision", "dissent"),
            ("form", "oral"),
            ("day", "21. 4. 2026"),
            ("line", "777 000 111"),
            ("own_topics", ""),
            ("extent", ""),
            ("purpose", ""),
            ("valid_from", ""),
            ("valid_until", ""),
            ("direction", ""),
        ];
        about_cooperation(&iva, &folder, "rampova", &no).must_be(303);
        let register = iva.see(&format!("{folder}/consents"));
        register.must_say("Nesouhlas: případová spolupráce – OSP Páteřník").must_say("nahrazen novějším rozhodnutím");
        register.must_say("Zaznělo 21. 4. 2026 9:30").must_say("linka 777 000 111").must_not_say("Odvolat souhlas");
        badge(&iva.see(&folder), "Nesouhlas s případovou spoluprací");
        // An answer of the day before is not put under it.
        let older = about_cooperation(&iva, &folder, "rampova", &[]);
        older.must_be(422).must_say("Starší odpověď pod novější zapsat nejde");
        about_cooperation(&iva, &folder, "rampova", &[("day", "21. 4. 2026")]).must_be(303);
        badge(&iva.see(&folder), "Souhlas s případovou spoluprací do 31. 12. 2026");
    }
}

#[test]
fn the_last_day_still_counts_and_the_warning_comes_fourteen_days_before() {
    for town in Town::everywhere() {
        let folder = marek(&town).page("");
        let on = |moment: &str, check: &dyn Fn(&crate::common::Worker<'_>)| {
            let house = town.at(moment);
            check(&house.worker("rampova"));
        };
        on(TOLD, &|iva| {
            about_cooperation(iva, &folder, "rampova", &[("valid_until", "31. 8. 2026")]).must_be(303);
        });
        on("2026-08-16T12:00", &|iva| {
            iva.see(&folder).must_not_say("souhlas končí");
            iva.see("/").must_not_say("Souhlas s případovou spoluprací končí");
        });
        on("2026-08-17T12:00", &|iva| {
            iva.see(&folder).must_say("souhlas končí za 14 dní").must_say("Platí do 31. 8. 2026");
            iva.see("/").must_say("Souhlas s případovou spoluprací končí").must_say("Marek Vymyšlený");
        });
        on("2026-08-31T23:59", &|iva| {
            iva.see(&folder).must_say("souhlas končí dnes");
            iva.see(&format!("{folder}/consents")).must_say("dnes platí naposledy");
        });
        on("2026-09-01T00:00", &|iva| {
            iva.see(&folder).must_say("Souhlas s případovou spoluprací skončil 31. 8. 2026");
            iva.see(&format!("{folder}/consents")).must_say("platnost skončila");
            iva.see("/").must_not_say("Souhlas s případovou spoluprací končí");
        });
    }
}

#[test]
fn a_handover_needs_a_paper_its_day_and_the_names_and_the_sentence_is_written() {
    for town in Town::everywhere() {
        let client = marek_in_osp(&town);
        course::assign(&town, &client, "paterni", false, "2026-04-02".parse().unwrap());
        let house = town.at(TOLD);
        let (lenka, folder) = (house.worker("paterni"), client.page(""));
        let stranger = course::worker("zkusma").to_string();
        for (more, says) in [
            (("form", "oral"), "ústní souhlas nestačí"),
            (("day", ""), "u písemné odpovědi den podpisu"),
            (("receivers", ""), "Vyberte pracovníky, kterým se údaje předají"),
            (("receivers", stranger.as_str()), "jen pracovníky služby, do které se údaje předávají"),
        ] {
            about_handover(&lenka, &folder, &[more]).must_be(422).must_say(says);
        }
        about_handover(&lenka, &folder, &[]).must_be(303);
        let register = lenka.see(&format!("{folder}/consents"));
        register.must_say("Klient souhlasí s předáním osobních a citlivých údajů do služby PM Páteřník.");
        register.must_say("Bc. Ota Kolečko, Mgr. Iva Rampová");
        let no = [("decision", "dissent"), ("form", "oral"), ("day", "20. 4. 2026"), ("receivers", "")];
        about_handover(&lenka, &folder, &no).must_be(303);
        lenka.see(&format!("{folder}/consents")).must_say("Klient nesouhlasí s předáním osobních a citlivých údajů");
    }
}

#[test]
fn a_third_party_and_a_child_are_named() {
    let town = Town::in_a_file();
    let folder = marek(&town).page("");
    let house = town.at(TOLD);
    let iva = house.worker("rampova");
    let heard_by = course::worker("rampova").to_string();
    for (page, usual, missing) in [
        (
            "third-party",
            vec![("own_topics", "bydlení"), ("valid_until", "31. 12. 2026")],
            "Doplňte, koho se rozhodnutí týká",
        ),
        ("child-participation", vec![], "Doplňte, koho se rozhodnutí týká"),
    ] {
        let address = format!("{folder}/consents/{page}");
        let mut typed = vec![
            ("extent", "termíny"),
            ("purpose", "společné setkání"),
            ("valid_from", "20. 4. 2026"),
            ("given_by_role", "self"),
            ("decision", "consent"),
            ("form", "oral"),
            ("day", "20. 4. 2026"),
            ("time", "9:30"),
            ("heard_by", heard_by.as_str()),
        ];
        typed.extend(usual);
        iva.fill(&address, &address, &typed).must_be(422).must_say(missing);
        typed.push(("addressee", "Ester Ukázková"));
        iva.fill(&address, &address, &typed).must_be(303);
    }
    let register = iva.see(&format!("{folder}/consents"));
    register.must_say("Souhlas: přizvání třetí osoby – Ester Ukázková").must_say("Souhlas: účast dítěte");
}

#[test]
fn what_is_printed_before_has_both_answers_open_and_what_is_printed_after_has_one() {
    let town = Town::in_a_file();
    let folder = marek(&town).page("");
    let house = town.at(TOLD);
    let iva = house.worker("rampova");
    about_cooperation(&iva, &folder, "rampova", &[("prepare", "yes"), ("extent", "")])
        .must_be(422)
        .must_say("Doplňte rozsah");
    let text = about_cooperation(&iva, &folder, "rampova", &[("prepare", "yes")]).must_be(303).location.clone();
    iva.see(&text).must_say("mezi službami PM Páteřník a OSP Páteřník").must_say("Vytisknout k podpisu");
    iva.see(&format!("{folder}/consents")).must_say("Čeká na odpověď klienta");
    let open = pdf::text(&iva.see(&format!("{text}/consent.pdf")).bytes);
    let again = iva.see(&format!("{folder}/consents/case-management?text={}", text.rsplit('/').next().unwrap()));
    assert!(again.body().contains("value=\"společné řešení příspěvku\""), "what was prepared comes along");
    again.must_say("odvolání");
    about_cooperation(&iva, &folder, "rampova", &[]).must_be(303);
    let register = iva.see(&format!("{folder}/consents"));
    register.must_not_say("Čeká na odpověď klienta");
    let decided = pdf::text(&iva.see(&register.address(&format!("{folder}/consents/"), "/consent.pdf")).bytes);
    let plain = pdf::text(&iva.see(&register.address(&format!("{folder}/consents/"), "/plain.pdf")).bytes);
    let (Some(open), Some(decided), Some(plain)) = (open, decided, plain) else { return };
    assert!(open.contains("☐ Souhlasím") && open.contains("☐ Nesouhlasím"), "{open}");
    assert!(decided.contains("☒ Souhlasím") && decided.contains("☐ Nesouhlasím"), "{decided}");
    assert!(plain.contains("Řekl/a jste ano.") && plain.contains("Nejdéle do 31. 12. 2026."), "{plain}");
}

#[test]
fn a_withdrawal_says_what_stops_and_works_at_once_from_either_folder() {
    for town in Town::everywhere() {
        let (here, there) = (marek(&town), marek_in_osp(&town));
        let folder = here.page("");
        let house = town.at(TOLD);
        let iva = house.worker("rampova");
        about_cooperation(&iva, &folder, "rampova", &[]).must_be(303);
        drop(house);
        let house = town.at("2026-06-08T09:20");
        let eva = house.worker("poradna");
        let far = there.page("");
        eva.see(&format!("{far}/consents")).must_not_say("případová spolupráce –");
        asking::join(&town, &here, &there);
        let register = eva.see(&format!("{far}/consents"));
        register.must_say("Zapsáno ve službě PM Páteřník").must_say("odvolání; dávky").must_not_say("Přesné znění");
        badge(&eva.see(&far), "Souhlas s případovou spoluprací do 31. 12. 2026");
        let page = asking::withdrawal(&eva, &far);
        eva.see(&page).must_say("zapsaný ve službě PM Páteřník").must_say("služby nesmějí nic dalšího předat");
        asking::withdraw(&eva, &page, &[("day", "19. 4. 2026")]).must_be(422).must_say("nemůže být dřív než souhlas");
        asking::withdraw(&eva, &page, &[("how", "")]).must_be(422).must_say("jak klient souhlas odvolal");
        asking::withdraw(&eva, &page, &[]).must_be(303);
        eva.see(&page).must_be(403).must_say("Souhlas je už odvolán");
        let iva = house.worker("rampova");
        iva.see(&format!("{folder}/consents")).must_say("Odvoláno 8. 6. 2026 9:12").must_not_say("Odvolat souhlas");
        for (worker, folder) in [(&iva, &folder), (&eva, &far)] {
            badge(&worker.see(folder), "Souhlas s případovou spoluprací odvolán 8. 6. 2026");
        }
        assert_eq!(stage::count(&town, CONSENTS, &folder), 1, "the consent itself stays");
        // What was withdrawn at 9:12 is not given again at 9:00.
        let before = [("form", "oral"), ("day", "8. 6. 2026"), ("time", "9:00"), ("valid_from", "8. 6. 2026")];
        about_cooperation(&iva, &folder, "rampova", &before).must_be(422).must_say("Starší odpověď");
    }
}

#[test]
fn a_no_said_in_one_service_ends_what_was_agreed_in_the_other() {
    for town in Town::everywhere() {
        let (here, there) = (marek(&town), marek_in_osp(&town));
        let house = town.at("2026-06-08T09:20");
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        about_cooperation(&iva, &here.page(""), "rampova", &[]).must_be(303);
        asking::join(&town, &here, &there);
        let pm = klubko::town::PM.to_string();
        let no = [("receiver", pm.as_str()), ("decision", "dissent"), ("day", "8. 6. 2026")];
        about_cooperation(&eva, &there.page(""), "poradna", &no).must_be(303);
        iva.see(&here.page("/consents")).must_say("nesouhlasem zapsaným ve druhé službě");
        badge(&eva.see(&there.page("")), "Nesouhlas s případovou spoluprací");
    }
}
