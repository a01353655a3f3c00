//! The room of the evaluation and of the end: both views, the conclusion, a new commission in the same deed, what is
//! open before the end, retention, and whoever comes again (R-018, R-044, R-126, R-142; criterion 6c).

use crate::common::klara::{Klara, set_task};
use crate::common::planning::{close, close_all, evaluate, evaluations as evaluated, planned, settled};
use crate::common::stage::worker;
use crate::common::{Heard, Town, Worker};

const MET: &[(&str, &str)] = &[("goal_1_result", "met"), ("goal_2_result", "met")];
const RUNNING: &[(&str, &str)] = &[("goal_1_result", "running"), ("goal_2_result", "partly")];
const END: (&str, &str) = ("conclusion", "end");
const NEW: (&str, &str) = ("conclusion", "new_commission");

fn evaluations(klara: &Klara) -> i64 {
    klara.count("select count(*) as n from evaluation where folder_id = $1")
}

fn said(alena: &Worker<'_>, klara: &Klara, parts: &[&[(&str, &str)]]) -> Heard {
    evaluate(alena, &klara.folder, &parts.concat())
}

#[test]
fn an_evaluation_says_one_after_another_what_is_missing() {
    for town in Town::everywhere() {
        let klara = planned(&town);
        let house = town.at("2026-06-15T10:00");
        let alena = house.worker("prikladna");
        let refused = |parts: &[&[(&str, &str)]], sentence: &str| {
            said(&alena, &klara, parts).must_be(422).must_say(sentence);
            assert_eq!(evaluations(&klara), 0);
        };
        refused(&[], "Zvolte, jak cíl dopadl");
        refused(&[MET, &[("evaluated_on", "")]], "Doplňte den hodnocení");
        refused(&[MET, &[("evaluated_on", "16. 6. 2026")]], "Hodnocení nemůže být v budoucnosti");
        refused(&[MET, &[("evaluated_on", "15. 3. 2026")]], "Tento den ještě nebyla uzavřená smlouva");
        refused(&[MET, &[("participants", "")]], "Napište, kdo u hodnocení byl");
        refused(&[MET, &[("clients_view", "")]], "Napište, jak spolupráci vidí klient");
        refused(&[MET, &[("workers_view", "")]], "Napište, jak spolupráci vidíte vy");
        refused(&[MET, &[("conclusion", "")]], "Zvolte závěr hodnocení");
        refused(&[MET, &[("next_review_on", "")]], "Doplňte, kdy budete hodnotit příště");
        refused(&[MET, &[("next_review_on", "15. 6. 2026")]], "Příští hodnocení má být až po tomto");
        refused(&[RUNNING, &[END]], "Spolupráce končí, cíl už pokračovat nemůže");
        refused(&[MET, &[NEW]], "Zapište novou zakázku. Bez ní hodnocení tímto závěrem uzavřít nelze");
        refused(&[MET, &[NEW, ("new_commission", "docházka")]], "Napište, proč se zakázka mění");
    }
}

const REVIEW: &str = "select count(*) as n from task where folder_id = $1 and rule = 'r018' and done_at is null
                         and due_on = '2026-12-15'";
const ENDING: &str = "select count(*) as n from task where folder_id = $1 and rule = 'r126' and origin = 'evaluation' and done_at is null";

#[test]
fn an_early_look_restarts_the_period_and_goals_that_are_all_met_ask_whether_to_end() {
    for town in Town::everywhere() {
        let klara = planned(&town);
        let house = town.at("2026-06-15T10:00");
        let alena = house.worker("prikladna");
        said(&alena, &klara, &[RUNNING]).must_be(303);
        assert_eq!((klara.count(REVIEW), klara.count(ENDING)), (1, 0), "half a year from the look");
        let seen = alena.see(&klara.page("/plan"));
        seen.must_say("běží, hodnocen 15. 6. 2026").must_say("splněn částečně 15. 6. 2026");
        seen.must_say("Příští hodnocení út 15. 12. 2026");
        said(&alena, &klara, &[&[("goal_1_result", "met")]]).must_be(303);
        assert_eq!(klara.count(ENDING), 1);
        let one = alena.see(&evaluated(&alena, &klara.folder)[0]);
        one.must_say("Ulevilo se mi.").must_say("Domluva drží.").must_say("Mít domluvenou péči o syna");
    }
}

#[test]
fn a_silence_of_three_months_falls_due_and_a_visit_puts_it_off() {
    for town in Town::everywhere() {
        let klara = planned(&town);
        const DUE: &str = "select count(*) as n from task where folder_id = $1 and rule = 'r126' and done_at is null
                              and due_on = '2026-08-03'";
        const LATER: &str = "select count(*) as n from task where folder_id = $1 and rule = 'r126' and done_at is null
                              and due_on = '2026-08-24'";
        assert_eq!(klara.count(DUE), 1, "ninety days from the plan");
        let house = town.at("2026-08-04T09:00");
        house.worker("prikladna").see(&klara.folder).must_say("Zvažte ukončení spolupráce.");
        drop(house);
        klara.is_recorded("05-26", "visit", "50").must_be(303);
        assert_eq!((klara.count(DUE), klara.count(LATER)), (0, 1));
        klara.is_recorded("05-27", "on_behalf", "20").must_be(303);
        assert_eq!(klara.count(LATER), 1, "whoever calls an office has not met her");
    }
}

#[test]
fn a_new_commission_ends_the_old_one_with_its_reason_and_begins_in_the_same_deed() {
    for town in Town::everywhere() {
        let klara = planned(&town);
        let house = town.at("2026-06-15T10:00");
        let alena = house.worker("prikladna");
        let words = [NEW, ("new_commission", "docházka do školy"), ("why_changed", "syn nechodí do školy")];
        said(&alena, &klara, &[MET, &words]).must_be(303);
        let seen = alena.see(&klara.page("/plan"));
        seen.must_say("„docházka do školy“").must_say("platila do 15. 6. 2026: syn nechodí do školy");
        alena.see(&klara.folder).must_say("„docházka do školy“");
        const NOW: &str = "select count(*) as n from commission where folder_id = $1 and replaced_at is null
                              and ended_on is null";
        assert_eq!(klara.count(NOW), 1);
        alena.see(&klara.page("/timeline")).must_say("Zakázka sjednána: „docházka do školy“");
    }
}

#[test]
fn the_end_with_needs_that_no_goal_led_from_asks_why() {
    for town in Town::everywhere() {
        let klara = Klara::signed(&town);
        let house = town.at("2026-06-15T10:00");
        let alena = house.worker("prikladna");
        let asked = evaluate(&alena, &klara.folder, &[END]);
        asked.must_be(422).must_say("Bez cíle zůstávají: potřeba, přání. Napište proč");
        let why = [END, ("reason_r142", "klientka nechce")];
        let done = evaluate(&alena, &klara.folder, &why);
        assert!(done.must_be(303).location.contains("/closure/new"));
        let one = alena.see(&evaluated(&alena, &klara.folder)[0]);
        one.must_say("Důvod (potřeby bez cíle): klientka nechce (Mgr. Alena Příkladná)").must_say("spolupráce končí");
    }
}

#[test]
fn nothing_is_closed_without_an_evaluation_unless_it_is_said_what_happened() {
    for town in Town::everywhere() {
        let klara = planned(&town);
        let house = town.at("2026-08-31T10:00");
        let alena = house.worker("prikladna");
        let n132 = "Spolupráci nelze ukončit bez závěrečného hodnocení. Není-li možné, uveďte důvod.";
        close(&alena, &klara.folder, &[]).must_be(422).must_say(n132);
        close(&alena, &klara.folder, &[("reason", "")]).must_be(422).must_say("Zvolte, proč spolupráce končí");
        let lost = ("reason", "loss_of_contact");
        close(&alena, &klara.folder, &[lost]).must_be(422).must_say("napište, co se stalo");
        let why = [lost, ("explanation", "Odstěhovala se, telefon nebere.")];
        let refused = |more: &[(&str, &str)], sentence: &str| {
            let typed = [why.as_slice(), more].concat();
            close(&alena, &klara.folder, &typed).must_be(422).must_say(sentence);
        };
        refused(&[("closed_on", "1. 9. 2026")], "Konec nemůže být v budoucnosti");
        refused(&[("closed_on", "15. 3. 2026")], "Tento den ještě nebyla uzavřená smlouva");
        refused(&[("closed_on", "")], "Doplňte den, kdy spolupráce skončila");
        refused(&[("retention_class", "")], "Zvolte, do jaké skupiny složka patří");
        refused(&[("until_year", "2030")], "Složka se uchovává nejméně do konce roku 2036");
        close_all(&alena, &klara.folder, &why).must_be(303);
        alena.see(&klara.page("/closure")).must_say("ztráta kontaktu").must_say("Uchovat do 31. 12. 2036");
        let seen = alena.see(&klara.page("/closure/new"));
        seen.must_be(403).must_say("Spolupráce už skončila 31. 8. 2026");
    }
}

#[test]
fn what_is_open_is_settled_or_handed_to_somebody_before_the_end() {
    for town in Town::everywhere() {
        let klara = planned(&town);
        let house = town.at("2026-08-31T10:00");
        let alena = house.worker("prikladna");
        let task = klara.page("/tasks");
        let due = |what: &'static str| [("what", what), ("who", "key_worker"), ("due", "30. 9. 2026")];
        alena.fill(&task, &task, &due("Vrátit klíče")).must_be(303);
        alena.fill(&task, &task, &due("Poslat zprávu škole")).must_be(303);
        evaluate(&alena, &klara.folder, &[MET, &[END]].concat()).must_be(303);
        let refused = close(&alena, &klara.folder, &[]);
        refused.must_be(422).must_say("Ve složce jsou ještě 3 otevřené věci. Dokončete je, nebo je někomu předejte");
        let page = alena.see(&klara.page("/closure/new"));
        page.must_say("Vrátit klíče").must_say("Poslat zprávu škole").must_say("kontrolní telefonát");
        page.must_not_say("Vyhodnotit s klientem").must_not_say("dobrovolník");
        let open = settled(&page);
        assert_eq!(open.len(), 3);
        let olga = open[0].1.replace("settle", &worker("rozvazna"));
        let two = [("item_1", olga.as_str()), ("item_2", open[1].1.as_str())];
        close(&alena, &klara.folder, &two).must_be(422).must_say("Ve složce je ještě 1 otevřená věc");
        let stranger = open[0].1.replace("settle", &worker("pomocny"));
        let wrong = [("item_1", stranger.as_str()), two[1], ("item_3", open[2].1.as_str())];
        close(&alena, &klara.folder, &wrong).must_be(422).must_say("Ve složce je ještě 1 otevřená věc");
        close(&alena, &klara.folder, &[two[0], two[1], wrong[2]]).must_be(303);
        const HIS: &str = "select count(*) as n from task t where t.folder_id = $1 and t.done_at is null";
        assert_eq!(klara.count(HIS), 1, "only what Olga took over is still open");
        assert!(set_task(&alena, &klara.folder, "key_worker", "později").status == 422, "29 May has passed");
    }
}

#[test]
fn after_the_end_a_visit_is_refused_an_earlier_one_is_written_and_whoever_comes_again_is_an_applicant() {
    for town in Town::everywhere() {
        let klara = planned(&town);
        let house = town.at("2026-08-31T10:00");
        let alena = house.worker("prikladna");
        evaluate(&alena, &klara.folder, &[MET, &[END]].concat()).must_be(303);
        alena.see(&klara.page("/reopening")).must_be(403).must_say("Smlouva platí, nové jednání není potřeba");
        close_all(&alena, &klara.folder, &[("left_in_network", "sestra, dětská lékařka")]).must_be(303);
        alena.see(&klara.folder).must_say("Spolupráce ukončena").must_say("Zapsat novou žádost");
        alena.see("/folders?status=closed").must_say("Vzorná");
        alena.see("/folders?status=client").must_not_say("Vzorná");
        for page in ["/plan/edit", "/plan/goals/new", "/evaluations/new", "/plan/agreement"] {
            alena.see(&klara.page(page)).must_be(403).must_say("Spolupráce skončila 31. 8. 2026");
        }
        drop(house);
        klara.is_recorded("09-02", "visit", "50").must_be(422).must_say("Spolupráce skončila 31. 8. 2026");
        klara.is_recorded("09-02", "negotiation", "20").must_be(303);
        let house = town.at("2026-09-16T09:00");
        let alena = house.worker("prikladna");
        let earlier =
            [("kind", "visit"), ("day", "25. 8. 2026"), ("time", "10:00"), ("minutes", "50"), ("body", "Byla tu.")];
        alena.fill(&klara.page("/records/new"), &klara.page("/records"), &earlier).must_be(303);
        let page = klara.page("/reopening");
        let said = |fields: &[(&str, &str)]| {
            let usual = [("how", "new_negotiation"), ("channel", "phone"), ("time", "8:30")];
            alena.fill(&page, &page, &[usual.as_slice(), fields].concat())
        };
        said(&[("day", "16. 9. 2026")]).must_be(422).must_say("Napište, o co člověk žádá");
        let asked = ("asked", "Manžel chce syna jen pro sebe.");
        let early = said(&[asked, ("day", "30. 8. 2026")]);
        early.must_be(422).must_say("Tehdy dřívější jednání ještě neskončilo");
        let same = [asked, ("day", "16. 9. 2026"), ("how", "same_negotiation"), ("channel", "phone"), ("time", "8:30")];
        alena.fill(&page, &page, &same).must_be(422);
        said(&[asked, ("day", "16. 9. 2026")]).must_be(303);
        let seen = alena.see(&klara.page("/negotiation"));
        seen.must_say("Zájemkyně").must_say("Manžel chce syna jen pro sebe.").must_not_say("Někoho, s kým to projde.");
        seen.must_say("platila do 31. 8. 2026: spolupráce ukončena");
        alena.see(&klara.page("/closure")).must_say("sestra, dětská lékařka");
        alena.see(&klara.page("/plan")).must_say("Plán zatím nemá žádný cíl.");
    }
}

#[test]
fn only_the_key_worker_or_the_head_closes_a_case() {
    let town = Town::in_a_file();
    let klara = planned(&town);
    crate::common::course::assign(
        &town,
        &crate::common::course::Client {
            folder: klara.folder.rsplit('/').next().unwrap().parse().unwrap(),
            thread: uuid::Uuid::nil(),
            keeper: crate::common::course::worker("prikladna"),
        },
        "cvicny",
        false,
        jiff::civil::date(2026, 5, 6),
    );
    let house = town.at("2026-08-31T10:00");
    house.worker("cvicny").see(&klara.page("/closure/new")).must_be(403);
    house.worker("cvicny").see(&klara.page("/closure")).must_be(200);
    house.worker("rozvazna").see(&klara.page("/closure/new")).must_be(200);
}
