//! An evaluation and the end of the cooperation are corrected: the next version with its reason, the one before it stays
//! readable, the view as of an earlier day reads what was known then (01-architecture, decisions 0005 and 0015).

use crate::common::klara::Klara;
use crate::common::planning::{close_all, evaluate, evaluations, planned, value};
use crate::common::{Heard, Town, Worker, pdf};

const MET: &[(&str, &str)] = &[("goal_1_result", "met"), ("goal_2_result", "met")];
const RUNNING: &[(&str, &str)] = &[("goal_1_result", "running"), ("goal_2_result", "partly")];
const WHY: (&str, &str) = ("correction_reason", "klientka si zápis přečetla");

/// The form of the correction as it stands, with what is typed over it.
fn corrected(by: &Worker<'_>, page: &str, kept: &[&str], more: &[(&str, &str)]) -> Heard {
    let seen = by.see(page);
    seen.must_be(200);
    by.send(&seen, page, &filled(&seen, kept, more))
}

fn filled<'a>(seen: &Heard, kept: &[&'a str], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let typed = |name: &str| more.iter().any(|(other, _)| *other == name);
    let stands = kept.iter().filter(|name| !typed(name)).map(|name| {
        let value: &'static str = Box::leak(value(seen, name).into_boxed_str());
        (*name, value)
    });
    stands.chain(more.iter().copied()).collect()
}

const SAID: &[&str] = &["evaluated_on", "participants", "next_review_on"];
const VIEWS: &[(&str, &str)] = &[("clients_view", "Ulevilo se mi."), ("workers_view", "Domluva drží.")];

fn mend(by: &Worker<'_>, one: &str, parts: &[&[(&str, &str)]]) -> Heard {
    let more = parts.concat();
    let usual: Vec<_> = VIEWS.iter().copied().filter(|(name, _)| more.iter().all(|(typed, _)| typed != name)).collect();
    corrected(by, &format!("{one}/edit"), SAID, &[usual, more].concat())
}

/// Evaluated on 15 June by Alena: the first goal goes on, the second is met in part.
fn evaluated(town: &Town) -> (Klara<'_>, String) {
    let klara = planned(town);
    let house = town.at("2026-06-15T10:00");
    let alena = house.worker("prikladna");
    evaluate(&alena, &klara.folder, RUNNING).must_be(303);
    let one = evaluations(&alena, &klara.folder)[0].clone();
    drop(house);
    (klara, one)
}

#[test]
fn alena_corrects_her_evaluation_and_what_stood_there_before_stays_readable() {
    for town in Town::everywhere() {
        let (klara, one) = evaluated(&town);
        let house = town.at("2026-06-20T10:00");
        let alena = house.worker("prikladna");
        let said = [("clients_view", "Ulevilo se mi, ale bojím se podzimu."), ("next_review_on", "30. 9. 2026")];
        mend(&alena, &one, &[RUNNING, &said, &[("goal_1_note", "rozvrh drží"), WHY]]).must_be(303);
        let seen = alena.see(&one);
        seen.must_say("Ulevilo se mi, ale bojím se podzimu.").must_say("rozvrh drží");
        seen.must_say(
            "2. znění, opravil/a Mgr. Alena Příkladná, 20. 6. 2026 10:00. Důvod opravy: klientka si zápis přečetla",
        );
        seen.must_say("Dřívější znění Zapsal/a Mgr. Alena Příkladná, 15. 6. 2026 10:00").must_say("Ulevilo se mi.");
        let then = alena.see(&format!("{one}?as_of=2026-06-18"));
        then.must_say("Ulevilo se mi.").must_not_say("bojím se podzimu").must_not_say("2. znění");
        alena
            .see(&klara.page("/plan"))
            .must_say("Příští hodnocení st 30. 9. 2026")
            .must_say("běží, hodnocen 15. 6. 2026");
        alena.see(&klara.page("/timeline")).must_say("Hodnocení spolupráce opraveno: klientka si zápis přečetla");
        const DUE: &str = "select count(*) as n from task where folder_id = $1 and rule = 'r018' and done_at is null
                              and due_on = '2026-09-30'";
        assert_eq!(klara.count(DUE), 1, "the next look has moved");
        if let Some(paper) = pdf::text(&alena.see(&format!("{one}/evaluation.pdf")).bytes) {
            assert!(paper.contains("2. znění") && paper.contains("klientka si zápis přečetla"), "{paper}");
        }
        assert!(matches!(town.verify(), klubko::kernel::journal::Found::Sound { .. }));
    }
}

#[test]
fn a_correction_says_one_after_another_what_is_missing_and_writes_nothing() {
    for town in Town::everywhere() {
        let (klara, one) = evaluated(&town);
        let house = town.at("2026-06-20T10:00");
        let alena = house.worker("prikladna");
        let refused = |more: &[(&str, &str)], sentence: &str| {
            mend(&alena, &one, &[RUNNING, more]).must_be(422).must_say(sentence);
            assert_eq!(klara.count("select count(*) as n from evaluation where folder_id = $1"), 1);
        };
        refused(&[], "Napište, proč se hodnocení opravuje");
        refused(&[WHY, ("evaluated_on", "21. 6. 2026")], "Hodnocení nemůže být v budoucnosti");
        refused(&[WHY, ("evaluated_on", "15. 3. 2026")], "Tento den ještě nebyla uzavřená smlouva");
        refused(&[WHY, ("clients_view", "")], "Napište, jak spolupráci vidí klient");
        refused(&[WHY, ("next_review_on", "")], "Doplňte, kdy budete hodnotit příště");
        alena.see(&one.replace("/evaluations/", "/evaluations/0")).must_be(404);
    }
}

#[test]
fn whoever_corrects_second_compares_by_fields() {
    for town in Town::everywhere() {
        let (klara, one) = evaluated(&town);
        let house = town.at("2026-06-20T10:00");
        let (alena, olga) = (house.worker("prikladna"), house.worker("rozvazna"));
        let page = format!("{one}/edit");
        let hers = olga.see(&page);
        mend(&alena, &one, &[RUNNING, &[("workers_view", "Domluva drží i o víkendu."), WHY]]).must_be(303);
        let more = [RUNNING, VIEWS, &[("workers_view", "Bez výhrad."), ("correction_reason", "překlep")]].concat();
        let more: Vec<_> = more.into_iter().filter(|one| *one != VIEWS[1]).collect();
        let compared = olga.send(&hers, &page, &filled(&hers, SAID, &more));
        compared.must_be(409).must_say("Alena Příkladná").must_say("změna odjinud i vaše");
        assert!(compared.body().contains("name=\"compared\" value=\"workers_view\""), "{}", compared.text());
        assert!(compared.body().contains("Bez výhrad."), "what she typed is there");
        assert_eq!(klara.count("select count(*) as n from evaluation where folder_id = $1"), 2);
    }
}

#[test]
fn goals_that_are_all_met_after_a_correction_ask_whether_to_end_and_ask_no_more_when_one_goes_on() {
    for town in Town::everywhere() {
        let (klara, one) = evaluated(&town);
        const ENDING: &str = "select count(*) as n from task where folder_id = $1 and rule = 'r126'
                                 and origin = 'evaluation' and done_at is null";
        let house = town.at("2026-06-20T10:00");
        let alena = house.worker("prikladna");
        mend(&alena, &one, &[MET, &[WHY]]).must_be(303);
        assert_eq!(klara.count(ENDING), 1);
        alena.see(&klara.page("/plan")).must_say("splněn 15. 6. 2026");
        mend(&alena, &one, &[RUNNING, &[WHY]]).must_be(303);
        assert_eq!(klara.count(ENDING), 0);
        const SILENCE: &str =
            "select count(*) as n from task where folder_id = $1 and rule = 'r126' and done_at is null";
        assert_eq!(klara.count(SILENCE), 1, "the watch over a silence is another thing");
    }
}

#[test]
fn an_earlier_evaluation_is_corrected_without_moving_what_is_due_now() {
    for town in Town::everywhere() {
        let (klara, first) = evaluated(&town);
        let house = town.at("2026-07-15T10:00");
        let alena = house.worker("prikladna");
        evaluate(&alena, &klara.folder, &[("goal_1_result", "met"), ("next_review_on", "15. 1. 2027")]).must_be(303);
        let more = [("goal_1_result", "running"), ("goal_2_result", "partly"), ("next_review_on", "31. 12. 2026"), WHY];
        mend(&alena, &first, &[&more]).must_be(303);
        const DUE: &str = "select count(*) as n from task where folder_id = $1 and rule = 'r018' and done_at is null
                              and due_on = '2027-01-15'";
        assert_eq!(klara.count(DUE), 1);
        alena.see(&klara.page("/plan")).must_say("splněn 15. 7. 2026");
        alena.see(&klara.folder).must_say("splněn");
    }
}

/// Evaluated and closed on 31 August.
fn ended(town: &Town) -> Klara<'_> {
    let klara = planned(town);
    let house = town.at("2026-08-31T10:00");
    let alena = house.worker("prikladna");
    evaluate(&alena, &klara.folder, &[MET, &[("conclusion", "end")]].concat()).must_be(303);
    close_all(&alena, &klara.folder, &[("left_in_network", "sestra")]).must_be(303);
    drop(house);
    klara
}

fn closure_form(by: &Worker<'_>, klara: &Klara) -> String {
    by.see(&klara.page("/closure")).address(&klara.page("/closures/"), "/edit")
}

const LOST: &[(&str, &str)] = &[
    ("reason", "loss_of_contact"),
    ("explanation", "Na poslední schůzku už nepřišla."),
    ("closed_on", "30. 7. 2027"),
    ("retention_class", "standard"),
    ("correction_reason", "zapsán jiný důvod"),
];

#[test]
fn the_end_is_corrected_its_commission_and_retention_follow_and_the_older_words_stay() {
    for town in Town::everywhere() {
        let klara = ended(&town);
        let house = town.at("2027-09-02T10:00");
        let alena = house.worker("prikladna");
        let form = closure_form(&alena, &klara);
        corrected(&alena, &form, &["left_in_network"], LOST).must_be(303);
        let seen = alena.see(&klara.page("/closure"));
        seen.must_say("Spolupráce skončila 30. 7. 2027")
            .must_say("ztráta kontaktu")
            .must_say("Uchovat do 31. 12. 2037");
        seen.must_say("2. znění, opravil/a Mgr. Alena Příkladná, 2. 9. 2027 10:00. Důvod opravy: zapsán jiný důvod");
        seen.must_say("Dřívější znění Zapsal/a Mgr. Alena Příkladná, 31. 8. 2026 10:00")
            .must_say("závěrečné hodnocení");
        let then = alena.see(&format!("{}?as_of=2026-09-01", klara.page("/closure")));
        then.must_say("Spolupráce skončila 31. 8. 2026").must_not_say("ztráta kontaktu").must_not_say("2. znění");
        alena.see(&klara.folder).must_say("Spolupráce ukončena");
        alena.see("/folders?status=closed").must_say("Vzorná");
        alena.see(&klara.page("/timeline")).must_say("Ukončení spolupráce opraveno: ztráta kontaktu");
        const MOVED: &str = "select count(*) as n from commission where folder_id = $1 and replaced_at is null
                                and ended_on = '2027-07-30'";
        assert_eq!(klara.count(MOVED), 1);
        if let Some(paper) = pdf::text(&alena.see(&klara.page("/closure/closure.pdf")).bytes) {
            assert!(paper.contains("2. znění") && paper.contains("ztráta kontaktu"), "{paper}");
        }
        assert!(matches!(town.verify(), klubko::kernel::journal::Found::Sound { .. }));
    }
}

#[test]
fn a_correction_of_the_end_is_checked_like_the_end_and_belongs_to_the_key_worker_or_the_head() {
    for town in Town::everywhere() {
        let klara = ended(&town);
        let house = town.at("2026-09-02T10:00");
        let alena = house.worker("prikladna");
        let form = closure_form(&alena, &klara);
        let usual = [("reason", "evaluated"), ("retention_class", "standard")];
        let refused = |more: &[(&str, &str)], sentence: &str| {
            let typed: Vec<_> = usual.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name)).collect();
            let typed: Vec<_> = typed.into_iter().copied().chain(more.iter().copied()).collect();
            corrected(&alena, &form, &["closed_on"], &typed).must_be(422).must_say(sentence);
            assert_eq!(klara.count("select count(*) as n from case_closure where folder_id = $1"), 1);
        };
        refused(&[], "Napište, proč se zápis o ukončení opravuje");
        refused(&[WHY, ("reason", "death")], "napište, co se stalo");
        refused(&[WHY, ("closed_on", "30. 8. 2026")], "Závěrečné hodnocení proběhlo až později");
        refused(&[WHY, ("closed_on", "3. 9. 2026")], "Konec nemůže být v budoucnosti");
        refused(&[WHY, ("until_year", "2030")], "Složka se uchovává nejméně do konce roku 2036");
        let one = evaluations(&alena, &klara.folder)[0].clone();
        let late = mend(&alena, &one, &[MET, &[WHY, ("evaluated_on", "1. 9. 2026")]]);
        late.must_be(422).must_say("Tehdy už spolupráce skončila");
        mend(&alena, &one, &[MET, &[WHY, ("explained", "ukrajinsky")]]).must_be(303);
        house.worker("rozvazna").see(&form).must_be(200);
        house.worker("cvicny").see(&form).must_be(403);
        let (hers, page) = (house.worker("rozvazna").see(&form), &form);
        let typed = [("reason", "evaluated"), ("retention_class", "standard"), WHY, ("explained", "česky")];
        corrected(&alena, page, &["closed_on"], &typed).must_be(303);
        let second = [("reason", "evaluated"), ("retention_class", "standard"), WHY, ("explained", "anglicky")];
        let olga = house.worker("rozvazna");
        let compared = olga.send(&hers, page, &filled(&hers, &["closed_on"], &second));
        compared.must_be(409).must_say("česky");
        assert!(compared.body().contains("anglicky"), "what she typed is there: {}", compared.text());
    }
}
