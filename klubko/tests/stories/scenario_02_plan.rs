//! Scenario 2, O4: after the sixth visit a written plan is made on Tuesday 5 May 2026, with two goals that can be
//! evaluated; the question about it is answered by that.

use crate::common::Town;
use crate::common::klara::{Klara, SIX_VISITS};
use crate::common::pdf::{must_be_accessible, text};
use crate::common::planning::{CARE, SLEEP, agree, goal, head};

const OPEN: &str = "
    select count(*) as n from task where folder_id = $1 and rule in ('r016', 'r053', 'r054') and done_at is null";

#[test]
fn scenario_02_o4_the_written_plan_of_5_may_has_two_goals_with_indicator_and_horizon_and_answers_the_question() {
    for town in Town::everywhere() {
        let klara = Klara::without_a_written_plan(&town);
        for day in SIX_VISITS.into_iter().chain(["05-05"]) {
            klara.is_recorded(day, "visit", "50").must_be(303);
        }
        assert_eq!(klara.count(OPEN), 1, "after the sixth visit the plan is asked for once");
        let house = town.at("2026-05-05T14:00");
        let alena = house.worker("prikladna");
        head(&alena, &klara.folder, &[]).must_be(303);
        goal(&alena, &klara.folder, CARE, &[("success_indicator", "")]).must_be(303);
        let vague = agree(&alena, &klara.folder, &[]);
        vague.must_be(422).must_say("Cíl 1: doplňte, podle čeho poznáme, že je cíl splněn, a do kdy.");
        let page = alena.see(&klara.page("/plan"));
        let care = page.address(&klara.page("/plan/goals/"), "");
        let care = care.trim_end_matches("/end");
        alena.fill(care, care, CARE).must_be(303);
        goal(&alena, &klara.folder, SLEEP, &[]).must_be(303);
        agree(&alena, &klara.folder, &[]).must_be(303);
        assert_eq!(klara.count(OPEN), 0);
        let seen = alena.see(&klara.page("/plan"));
        seen.must_say("Individuální plán, verze 1").must_say("Dohodnuto út 5. 5. 2026, Mgr. Alena Příkladná");
        seen.must_say("týdenní rozvrh péče funguje 3 týdny po sobě").must_say("do 30. 6. 2026");
        seen.must_say("Z čeho vychází přání").must_not_say("z přibližně šesti");
        seen.must_say("Příští hodnocení čt 5. 11. 2026").must_say("klient se na plánu podílel: cíle řekla sama");
    }
}

#[test]
fn scenario_02_o4_the_plan_goes_on_paper_twice_whole_and_in_plain_words() {
    let town = Town::in_a_file();
    let klara = Klara::signed(&town);
    let house = town.at("2026-05-05T14:00");
    let alena = house.worker("prikladna");
    head(&alena, &klara.folder, &[]).must_be(303);
    goal(&alena, &klara.folder, CARE, &[]).must_be(303);
    goal(&alena, &klara.folder, SLEEP, &[]).must_be(303);
    let Some(draft) = text(&alena.see(&klara.page("/plan/plan.pdf")).bytes) else { return };
    assert!(draft.contains("Individuální plán – rozpracovaný"), "{draft}");
    agree(&alena, &klara.folder, &[]).must_be(303);
    let whole = alena.see(&klara.page("/plan/plan.pdf"));
    must_be_accessible(&whole.bytes);
    let name = whole.header("content-disposition");
    assert!(name.ends_with("-individualni-plan-v1.pdf\"") && !name.contains("zorn"), "{name}");
    let Some(whole) = text(&whole.bytes) else { return };
    for said in [
        "Individuální plán",
        "Klára Vzorná",
        "út 5. 5. 2026",
        "cíle řekla sama",
        "česky, u stolu",
        "nevyspání",
        "Manžel odešel, zůstala sama se synem.",
        "„zvládnout první týdny a domluvit péči o syna“",
        "Cíl 1: Mít domluvenou péči o syna",
        "týdenní rozvrh péče funguje 3 týdny po sobě",
        "sestra klientky",
        "verze 1",
        "strana 1 z",
    ] {
        assert!(whole.contains(said), "{said} is missing in: {whole}");
    }
    let plain = alena.see(&klara.page("/plan/plain.pdf"));
    must_be_accessible(&plain.bytes);
    let Some(plain) = text(&plain.bytes) else { return };
    for said in ["Váš plán", "Co si přejete", "Vy: Napsat návrh rozvrhu (do 12. 5. 2026)", "Plán můžete kdykoli změnit"]
    {
        assert!(plain.contains(said), "{said} is missing in: {plain}");
    }
    for internal in ["Rizika", "nevyspání", "Z čeho vychází", "Důvod", "poslání"] {
        assert!(!plain.contains(internal), "{internal} is the workers' own: {plain}");
    }
}
