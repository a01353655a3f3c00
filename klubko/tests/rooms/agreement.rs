//! What stops the agreement, what it is asked about, and what a signature brings about (R-003, R-007, R-047 … R-052,
//!

use crate::common::stage::{self, KLARA};
use crate::common::{Heard, House, Town, Worker, road};

const NO_COMMISSION: &str =
    "Smlouvu zatím nelze uzavřít: chybí sjednaná zakázka. Doplňte ji v části Objednávka a zakázka.";

fn monday(town: &Town) -> House {
    town.at("2026-03-16T11:00")
}

fn agreements(town: &Town, folder: &str) -> i64 {
    stage::count(town, "select count(*) as n from agreement where folder_id = $1", folder)
}

#[test]
fn without_a_commission_no_text_is_prepared_and_none_is_signed_even_when_posted_directly() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let dana = house.worker("zkusma");
        road::negotiate(&dana, &folder, &["in_own_words", "agreed_on"]);
        dana.see(&format!("{folder}/agreement")).must_say("nutné Chybí sjednaná zakázka.");
        road::try_to_prepare(&dana, &folder, &[]).must_be(422).must_say(NO_COMMISSION);
        let words = [("in_own_words", "zvládnout první týdny"), ("agreed_on", "16. 3. 2026")];
        dana.fill(&format!("{folder}/commission"), &format!("{folder}/commission"), &words).must_be(303);
        let document = road::prepare(&dana, &folder, &[]);
        town.tamper("update commission set ended_on = '2026-03-16'");
        road::sign(&dana, &document, &[]).must_be(422).must_say(NO_COMMISSION);
        assert_eq!(agreements(&town, &folder), 0);
    }
}

#[test]
fn neither_negotiation_nor_situation_nor_circle_of_persons_may_be_missing() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let dana = house.worker("zkusma");
        dana.fill(
            &format!("{folder}/commission"),
            &format!("{folder}/commission"),
            &[("in_own_words", "zvládnout první týdny"), ("agreed_on", "16. 3. 2026")],
        )
        .must_be(303);
        let document = road::prepare(&dana, &folder, &[]);
        let refused = road::sign(&dana, &document, &[]);
        refused.must_be(422).must_say("chybí záznam o jednání se zájemcem");
        refused.must_say("chybí popis nepříznivé sociální situace").must_say("chybí vyhodnocení");
        let outside = [
            ("situation", "Potřebuje pobytovou službu."),
            ("circle_of_persons", "does_not_fit"),
            ("circle_of_persons_reason", "jde o pobytovou službu"),
        ];
        road::write(&dana, &folder, "situation", &outside);
        let refused = road::sign(&dana, &document, &[]);
        refused.must_be(422).must_say("nepatří do okruhu osob služby").must_not_say("chybí popis nepříznivé");
        assert_eq!(agreements(&town, &folder), 0);
    }
}

#[test]
fn a_signature_has_its_day_and_its_signer_and_is_neither_in_the_future_nor_before_the_text() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let document = {
            let house = monday(&town);
            let dana = house.worker("zkusma");
            road::negotiate(&dana, &folder, &[]);
            road::prepare(&dana, &folder, &[("validity", "until"), ("valid_until", "18. 3. 2026")])
        };
        let house = town.at("2026-03-20T09:00");
        let dana = house.worker("zkusma");
        let refused = |typed: &[(&str, &str)], sentence: &str| {
            road::sign(&dana, &document, typed).must_be(422).must_say(sentence);
        };
        refused(&[("signed_on", "21. 3. 2026")], "Podpis nemůže být v budoucnosti");
        refused(&[("signed_on", "15. 3. 2026")], "Znění bylo připraveno až 16. 3. 2026. Podpis nemůže být dřív");
        refused(&[("signed_on", "")], "Doplňte datum");
        refused(&[("signed_on", "třicátého")], "Datum ‚třicátého‘ neznáme");
        refused(&[("signer_role", "")], "Zvolte, kdo podepsal");
        refused(&[("signed_in", "")], "Doplňte, kde byl podepsán");
        refused(&[("signed_on", "19. 3. 2026")], "Smlouva má platit jen do 18. 3. 2026");
        assert_eq!(agreements(&town, &folder), 0);
        road::sign(&dana, &document, &[("signed_on", "17. 3. 2026")]).must_be(303);
        road::sign(&dana, &document, &[("signed_on", "17. 3. 2026")]).must_be(422).must_say("Smlouva už je uzavřena");
        assert_eq!(agreements(&town, &folder), 1);
    }
}

/// Each question: what is left out of the negotiation, the rule, the words of the question.
const QUESTIONS: &[(&[&str], &str, &str)] = &[
    (&["wish", "need"], "r001", "neopírá o žádnou zapsanou potřebu ani přání"),
    (&["ability"], "r002", "V záznamu jednání zatím chybí: schopnosti"),
    (&["information"], "r005", "není zapsané základní sociální poradenství"),
    (&["findings"], "r006", "není zapsané sociální šetření"),
    (&["is_understood"], "r008", "Není potvrzeno, že zájemce informacím rozuměl"),
    (&["basic"], "r047", "Základní informace zatím nezazněly všechny"),
    (&["principles"], "r048", "Hlavní zásady zatím nebyly vysvětleny všechny"),
    (&["principles"], "r080", "Není zapsáno, že se člověk dozvěděl o případové spolupráci"),
    (&["can_fulfil", "cannot_fulfil"], "r050", "Není zapsáno, co služba může a co nemůže naplnit"),
];

/// Leaves a whole page out where a field of it must be there.
fn left_out(fields: &[&'static str]) -> Vec<&'static str> {
    let whole: &[&str] = match fields.first() {
        Some(&"information") => &["information", "given_on"],
        Some(&"findings") => &["method", "day", "time", "minutes", "findings"],
        _ => fields,
    };
    whole.to_vec()
}

/// Everything is filled in but the named fields; the information page asks for all or nothing of its date.
fn negotiate_without(dana: &Worker<'_>, folder: &str, without: &[&'static str]) {
    if !without.contains(&"given_on") {
        return road::negotiate(dana, folder, without);
    }
    road::negotiate(dana, folder, &["information", "given_on", "basic", "principles"]);
    let told = ["activity", "mission", "target_group", "methods"].map(|item| ("basic", item));
    let explained = [
        "basic_rules",
        "rights_and_duties",
        "confidentiality",
        "course_of_service",
        "complaints",
        "ending",
        "case_management",
    ]
    .map(|item| ("principles", item));
    let typed = [told.as_slice(), &explained, &[("given_on", "16. 3. 2026")]].concat();
    dana.fill(&format!("{folder}/information"), &format!("{folder}/information"), &typed).must_be(303);
}

fn asks(town: &Town, dana: &Worker<'_>, (fields, rule, sentence): &(&[&'static str], &str, &str)) {
    let folder = road::folder(town, &KLARA);
    negotiate_without(dana, &folder, &left_out(fields));
    dana.see(&format!("{folder}/agreement")).must_say(sentence);
    let document = road::prepare(dana, &folder, &[]);
    let asked = road::sign(dana, &document, &[]);
    asked.must_be(422).must_say(sentence);
    let field = format!("reason_{rule}");
    assert!(asked.body().contains(&format!("name=\"{field}\"")), "{rule} asks in its own field");
    road::sign(dana, &document, &[("reason_r999", "jiný důvod")]).must_be(422);
    let answer = [(field.as_str(), "klientka pospíchala"), ("reason_r002", "nestihli jsme")];
    // Without the principles nothing was said of case management either: both are asked, each in its own field.
    let both = [("reason_r048", "příště"), ("reason_r080", "příště")];
    let answer = if fields.contains(&"principles") { [answer.as_slice(), &both].concat() } else { answer.to_vec() };
    road::sign(dana, &document, &answer).must_be(303);
    let kept = "select count(*) as n from warning_answer where folder_id = $1 and object_kind = 'agreement'";
    assert!(stage::count(town, kept, &folder) >= 1, "{rule}");
}

#[test]
fn each_question_waits_for_a_reason_of_its_own_and_the_reason_is_kept() {
    for town in Town::everywhere() {
        let house = monday(&town);
        let dana = house.worker("zkusma");
        QUESTIONS.iter().for_each(|question| asks(&town, &dana, question));
    }
}

#[test]
fn a_text_prepared_before_the_commission_changed_is_not_signed() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let dana = house.worker("zkusma");
        road::negotiate(&dana, &folder, &[]);
        let old = road::prepare(&dana, &folder, &[]);
        let changed = [("can_fulfil", "zvládnout rozchod"), ("cannot_fulfil", "ovlivnit manžela")];
        road::write(&dana, &folder, "expectations", &changed);
        let refused = road::sign(&dana, &old, &[]);
        refused.must_be(422).must_say("Od přípravy tohoto znění se zakázka nebo jiné údaje změnily");
        let new = road::prepare(&dana, &folder, &[]);
        road::sign(&dana, &new, &[]).must_be(303);
        dana.see(&old).must_say("zvládnout rozchod; rodičovství").must_not_say("podepsáno");
        dana.see(&new).must_say("s: zvládnout rozchod.").must_say("podepsáno");
    }
}

#[test]
fn a_representative_signs_only_with_a_name_and_a_mandate() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let dana = house.worker("zkusma");
        road::negotiate(&dana, &folder, &[]);
        road::try_to_prepare(&dana, &folder, &[("signer_role", "representative")])
            .must_be(422)
            .must_say("Doplňte jméno zástupce");
        let who = [("signer_role", "representative"), ("representative", "Jana Testovská")];
        let document = road::prepare(&dana, &folder, &who);
        road::sign(&dana, &document, &who).must_be(422).must_say("Doplňte, na základě čeho zástupce jedná");
        let mandate = [who.as_slice(), &[("mandate", "opatrovnická listina 12 P 3/2026")]].concat();
        road::sign(&dana, &document, &mandate).must_be(303);
        let page = dana.see(&format!("{folder}/agreement"));
        page.must_say("Jana Testovská, zástupce (opatrovnická listina 12 P 3/2026)");
    }
}

#[test]
fn an_agreement_says_how_long_it_holds() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = monday(&town);
    let dana = house.worker("zkusma");
    road::negotiate(&dana, &folder, &[]);
    let refused = |typed: &[(&str, &str)], sentence: &str| {
        road::try_to_prepare(&dana, &folder, typed).must_be(422).must_say(sentence);
    };
    refused(&[("validity", "")], "Smlouva musí obsahovat dobu platnosti (§ 91 odst. 2 písm. h)");
    refused(&[("validity", "until")], "Doplňte datum");
    refused(&[("validity", "until"), ("valid_until", "1. 3. 2026")], "Konec platnosti je dřív než její začátek");
    refused(&[("valid_from", "1. 3. 2026")], "Smlouva nemůže platit dřív");
    refused(&[("extent", "")], "Doplňte rozsah");
    let until = [("validity", "until"), ("valid_from", "20. 3. 2026"), ("valid_until", "31. 8. 2026")];
    let document = road::prepare(&dana, &folder, &until);
    dana.see(&document).must_say("Smlouva platí od 20. 3. 2026 do 31. 8. 2026.").must_say("rozsah přibližně jednou");
    road::sign(&dana, &document, &[]).must_be(303);
    dana.see(&format!("{folder}/agreement")).must_say("od 20. 3. 2026 do 31. 8. 2026").must_say("po 16. 3. 2026");
    dana.see(&format!("{folder}/agreement?as_of=2026-03-15")).must_be(200).must_not_say("Uzavřená smlouva");
}

fn decide(worker: &Worker<'_>, folder: &str, typed: &[(&str, &str)]) -> Heard {
    let page = format!("{folder}/plan-decision");
    let typed = [typed, &[("day", "16. 3. 2026")]].concat();
    worker.fill(&page, &page, &typed)
}

#[test]
fn an_unwritten_plan_says_why_and_a_written_one_leaves_a_task_until_somebody_says_why_not() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let dana = house.worker("zkusma");
        decide(&dana, &folder, &[]).must_be(422).must_say("Zvolte, jak se bude plánovat");
        let short = ("plan_form", "unwritten_short_term");
        decide(&dana, &folder, &[short]).must_be(422).must_say("Napište, proč stačí plánovat bez písemného plánu");
        decide(&dana, &folder, &[("plan_form", "written")]).must_be(303);
        decide(&dana, &folder, &[("plan_form", "written")]).must_be(303);
        let open = "select count(*) as n from task where folder_id = $1 and rule = 'r054' and done_at is null";
        assert_eq!(stage::count(&town, open, &folder), 1, "one task is enough");
        let house = town.at("2026-03-16T11:20");
        let dana = house.worker("zkusma");
        decide(&dana, &folder, &[short, ("reason", "zvládneme to do šesti návštěv")]).must_be(303);
        assert_eq!(stage::count(&town, open, &folder), 0);
        let page = dana.see(&format!("{folder}/plan-decision"));
        page.must_say("zvládneme to do šesti návštěv").must_say("písemný individuální plán");
        dana.see(&format!("{folder}/agreement")).must_say("bez písemného plánu, zhruba do šesti návštěv");
    }
}
