//! Case management as somebody leads it: Mgr. Iva Rampová of the peer mentoring with Marek Vymyšlený, and Mgr. Eva Poradná
//! of the counselling service.

use crate::common::together::{ALONE, Fields, Marek, Said, YES, case, of, open, path, say, send, withdraw};
use crate::common::{Heard, Town, stage};
use klubko::town::{OSP, PM};

const DAY: &str = "2026-05-04T10:00";

#[test]
fn a_team_of_two_services_is_not_opened_without_a_consent_in_force() {
    for town in Town::everywhere() {
        let marek = Marek::in_both(&town);
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        open(&iva, marek.pm, &[]).must_be(422).must_say("Klient zatím nedal souhlas");
        let no = Said { decision: "dissent", at: "2026-04-19T10:00", ..YES };
        say(&town, marek.pm, OSP, &no);
        open(&iva, marek.pm, &[]).must_be(422).must_say("Klient s případovou spoluprací nesouhlasí");
        let short = say(&town, marek.pm, OSP, &Said { until: "2026-04-30", ..YES });
        open(&iva, marek.pm, &[]).must_be(422).must_say("vypršel");
        withdraw(&town, marek.pm, short, "2026-04-25T10:00");
        open(&iva, marek.pm, &[]).must_be(422).must_say("odvolal");
        open(&iva, marek.pm, ALONE).must_be(303);
    }
}

#[test]
fn a_case_has_one_lead_and_a_contact_in_the_other_service() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        open(&iva, marek.pm, &[("lead", "")])
            .must_be(422)
            .must_say("Vyberte jednoho pracovníka, který celý případ vede");
        open(&iva, marek.pm, &[("contact", "")]).must_be(422).must_say("Vyberte kontaktního pracovníka");
        let own = of(PM, "kolecko");
        open(&iva, marek.pm, &[("contact", &own)]).must_be(422).must_say("má být z druhé služby");
        open(&iva, marek.pm, &[]).must_be(303);
        open(&iva, marek.pm, ALONE).must_be(422).must_say("už tu běží");
        let home = iva.see(&format!("{}/case-management", path(marek.pm)));
        home.must_say("Mgr. Iva Rampová (PM Páteřník) vede celý případ").must_say("kontaktní pracovník");
        let lead = format!("{}/lead", case(&iva, marek.pm));
        let (eva, iva_id) = (of(OSP, "poradna"), of(PM, "rampova"));
        send(&iva, &lead, &[("lead", &eva), ("contact", &eva)]).must_be(422).must_say("má být z druhé služby");
        send(&iva, &lead, &[("lead", &eva), ("contact", &iva_id)]).must_be(303);
        let leads = "select count(*) as n from case_management_lead
                      where folder_id = $1 and until_at is null and is_contact = false";
        assert_eq!(stage::count(&town, leads, &path(marek.pm)), 1, "exactly one lead");
    }
}

#[test]
fn nobody_enters_or_leaves_without_the_client_and_somebody_without_a_need_is_questioned() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        open(&iva, marek.pm, &[]).must_be(303);
        let (case, lenka, jan) = (case(&iva, marek.pm), of(OSP, "paterni"), of(PM, "vozik"));
        let enter = format!("{case}/members/new");
        let usual = [("who", lenka.as_str()), ("role", "spinální specialistka"), ("day", "4. 5. 2026")];
        let with = |more: Fields<'_>| -> Heard {
            let typed: Vec<_> = usual
                .iter()
                .copied()
                .filter(|(name, _)| more.iter().all(|(other, _)| other != name))
                .chain(more.iter().copied())
                .collect();
            send(&iva, &enter, &typed)
        };
        with(&[("need", "pomůcky")]).must_be(422).must_say("Napište, jak jste to zvolili s klientem");
        let chosen = ("participation", "Marek si ji vybral sám.");
        with(&[chosen]).must_be(422).must_say("na kterou potřebu klienta");
        with(&[chosen, ("reason_r134", "teprve ji hledáme")]).must_be(303);
        let mentor = [chosen, ("who", jan.as_str()), ("need", "stejná zkušenost")];
        with(&mentor).must_be(422).must_say("Zvete peer mentora");
        with(&[chosen, ("who", jan.as_str()), ("need", "stejná zkušenost"), ("reason_r075", "Marek o něj stojí")])
            .must_be(303);
        let home = format!("{}/case-management", path(marek.pm));
        iva.see(&home)
            .must_say("Proč mentor: Marek o něj stojí")
            .must_say("Zvoleno s klientem: Marek si ji vybral sám.");
        let exit = iva.see(&home).address(&format!("{case}/members/"), "/exit");
        send(&iva, &exit, &[("day", "4. 5. 2026")]).must_be(422).must_say("Napište, jak jste to zvolili s klientem");
        send(&iva, &exit, &[("day", "3. 5. 2026"), ("participation", "Stačí.")])
            .must_be(422)
            .must_say("dřív než vstup");
        send(&iva, &exit, &[("day", "4. 5. 2026"), ("participation", "Stačí mu to.")]).must_be(303);
        iva.see(&home).must_say("už není v týmu").must_say("Stačí mu to.");
    }
}

#[test]
fn implementing_waits_for_an_agreed_plan_and_other_phases_come_and_go() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        open(&iva, marek.pm, &[]).must_be(303);
        let phase = format!("{}/phase", case(&iva, marek.pm));
        let home = format!("{}/case-management", path(marek.pm));
        iva.see(&home).must_say("domluvená");
        send(&iva, &phase, &[("phase", "implementing"), ("day", "4. 5. 2026")])
            .must_be(422)
            .must_say("plán zatím nebyl dohodnut");
        send(&iva, &phase, &[("phase", "assessing"), ("day", "21. 4. 2026")]).must_be(303);
        iva.see(&home).must_say("probíhá");
        send(&iva, &phase, &[("phase", "planning"), ("day", "20. 4. 2026")]).must_be(422).must_say("dřív");
        send(&iva, &phase, &[("phase", "monitoring"), ("day", "4. 5. 2026")]).must_be(303);
        iva.see(&home).must_say("monitorování");
        let later = town.at("2026-05-04T11:00");
        let iva = later.worker("rampova");
        send(&iva, &phase, &[("phase", "assessing"), ("day", "4. 5. 2026")]).must_be(303);
        iva.see(&home).must_say("Zhodnocení od 4. 5. 2026").must_say("Zhodnocení od 21. 4. 2026");
    }
}

#[test]
fn after_thirty_days_without_the_client_the_page_says_so_and_the_next_step_asks_why() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let then = town.at(DAY);
        let iva = then.worker("rampova");
        open(&iva, marek.pm, &[]).must_be(303);
        let case = case(&iva, marek.pm);
        send(&iva, &format!("{case}/phase"), &[("phase", "planning"), ("day", "20. 4. 2026")]).must_be(303);
        let june = town.at("2026-06-01T10:00");
        let iva = june.worker("rampova");
        let home = format!("{}/case-management", path(marek.pm));
        iva.see(&home).must_say("Klient se do spolupráce nezapojil už 42 dní.");
        let phase = [("phase", "coordinating"), ("day", "1. 6. 2026")];
        send(&iva, &format!("{case}/phase"), &phase).must_be(422).must_say("Klient se do spolupráce nezapojil");
        let took_part = [("way", "in_person"), ("day", "1. 6. 2026"), ("note", "Chce raději psát dopisy sám.")];
        send(&iva, &format!("{case}/participation"), &took_part).must_be(303);
        send(&iva, &format!("{case}/phase"), &phase).must_be(303);
        iva.see(&home).must_not_say("nezapojil").must_say("Chce raději psát dopisy sám.");
    }
}

#[test]
fn two_services_on_the_same_area_are_questioned() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        open(&iva, marek.pm, &[]).must_be(303);
        let parts = format!("{}/parts/new", case(&iva, marek.pm));
        let (pm, osp, sas) = (PM.to_string(), OSP.to_string(), klubko::town::SAS.to_string());
        send(&iva, &parts, &[("part", "odvolání"), ("area", "dávky"), ("responsible", &sas)])
            .must_be(422)
            .must_say("Vyberte službu");
        send(&iva, &parts, &[("part", "odvolání"), ("area", "dávky"), ("responsible", &osp)]).must_be(303);
        let same = [("part", "doplnění zprávy"), ("area", "Dávky"), ("responsible", pm.as_str())];
        send(&iva, &parts, &same).must_be(422).must_say("Na tomtéž už pracuje OSP Páteřník: odvolání.");
        let reasoned = [same[0], same[1], same[2], ("reason_r073", "zprávu píše mentor, odvolání poradna")];
        send(&iva, &parts, &reasoned).must_be(303);
        let home = format!("{}/case-management", path(marek.pm));
        iva.see(&home).must_say("doplnění zprávy").must_say("odpovídá");
        let end = iva.see(&home).address(&parts.replace("/new", "/"), "/end");
        iva.fill(&home, &end, &[]).must_be(303);
        iva.see(&home).must_say("uzavřená");
    }
}

#[test]
fn a_proposal_reaches_no_plan_before_the_client_takes_it() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        open(&iva, marek.pm, &[]).must_be(303);
        let (case, home) = (case(&iva, marek.pm), format!("{}/case-management", path(marek.pm)));
        let new = [("proposal", "Nácvik jízdy autobusem"), ("proposed_by", "Jan Vozík"), ("day", "4. 5. 2026")];
        send(&iva, &format!("{case}/proposals/new"), &new).must_be(303);
        let choice = iva.see(&home).must_say("čeká na klienta").address(&format!("{case}/proposals/"), "/choice");
        let step = choice.replace("/choice", "/step");
        for (said, at) in [("undecided", "2026-05-04T10:10"), ("declines", "2026-05-04T10:20")] {
            let house = town.at(at);
            let iva = house.worker("rampova");
            send(&iva, &choice, &[("choice", said), ("day", "4. 5. 2026")]).must_be(303);
            iva.see(&step).must_be(403).must_say("Návrh lze zařadit do plánu až po vyjádření klienta.");
            iva.post(&step, &[("token", &uuid::Uuid::new_v4().to_string()), ("service", &PM.to_string())]).must_be(403);
        }
        let house = town.at("2026-05-04T10:30");
        let iva = house.worker("rampova");
        send(&iva, &choice, &[("choice", "modifies"), ("day", "4. 5. 2026")])
            .must_be(422)
            .must_say("Napište, jak klient návrh upravuje");
        let modified = [("choice", "modifies"), ("words", "Vlakem, autobus nestaví."), ("day", "4. 5. 2026")];
        send(&iva, &choice, &modified).must_be(303);
        iva.see(&step).must_be(200).must_say("Klient návrh upravuje").must_say("Vlakem, autobus nestaví.");
        assert_eq!(town.count("select count(*) as n from plan_step where step like 'Vlakem%'"), 0);
    }
}

/// Viktor Domnělý of the demo town, whose team proposed something; his plan has one goal.
#[test]
fn a_proposal_that_the_client_accepts_becomes_a_step_once() {
    for town in Town::everywhere() {
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        let folder = iva.see("/search?q=domnely").address("/folders/", "");
        let goal = [
            ("goal", "Jezdit po městě sám"),
            ("success_indicator", "třikrát sám na úřad"),
            ("horizon_on", "31. 8. 2026"),
        ];
        crate::common::planning::goal(&iva, &folder, &goal, &[]).must_be(303);
        let home = format!("{folder}/case-management");
        let choice = iva.see(&home).must_say("cestu večer").address(&format!("{home}/"), "/choice");
        let step = choice.replace("/choice", "/step");
        send(&iva, &choice, &[("choice", "accepts"), ("day", "4. 5. 2026")]).must_be(303);
        let page = iva.see(&step);
        let goals = page.body();
        let goal = goals.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap();
        send(&iva, &step, &[("step", "Cesta večer")]).must_be(422).must_say("Vyberte cíl plánu");
        send(&iva, &step, &[("goal", goal), ("step", "Cesta večer")]).must_be(303);
        iva.see(&home).must_say("v plánu");
        iva.see(&format!("{folder}/plan")).must_say("Cesta večer");
        iva.see(&step).must_be(403).must_say("Návrh už je krokem plánu.");
    }
}
