//! Scenario 2 as one thread: from the call of 3 March 2026 to the handover of 12 May, each outcome and each mistake at its
//! place. N2 and N5 take another turn, so they have branches of their own.

use crate::common::klara::{CRISIS, DEVELOPMENT, Klara, ORAL, SIX_VISITS, TALK};
use crate::common::klara::{accept, assess, hold, newest_offer, offer, set_task};
use crate::common::stage::worker;
use crate::common::story::CALL;
use crate::common::{Town, Worker, road};
use klubko::kernel::clock;
use klubko::kernel::db::Connection;
use klubko::kernel::id::FolderId;
use klubko::kernel::journal::Found;
use klubko::{params, record};

const DAY: i64 = 24 * 3_600_000;

#[test]
fn scenario_02_from_the_urgent_call_to_the_handover_is_one_thread() {
    for town in Town::everywhere() {
        let klara = an_urgent_call(&town);
        a_week_to_assess(&klara);
        two_assess_and_name_the_key_worker(&klara);
        no_client_by_hand_and_none_without_a_commission(&klara);
        she_signs(&klara);
        five_visits_and_a_call(&klara);
        the_sixth_asks_and_the_seventh_goes_on(&klara);
        a_gap_is_refused_and_silence_changes_nothing(&klara);
        bohdan_takes_over(&klara);
        one_key_worker_every_day(&klara);
        assert!(matches!(town.verify(), Found::Sound { .. }));
    }
}

/// O1, N1: Tuesday 3 March, the call at 14:20 and the consultation at once.
fn an_urgent_call(town: &Town) -> Klara<'_> {
    let house = town.at("2026-03-03T14:30");
    let asked = house.worker("ukazka").fill("/first-contacts/new", "/first-contacts", CALL);
    asked.must_be(422).must_say("sociální pracovník").must_say("Odešel manžel");
    drop(house);
    let klara = Klara::calls(town);
    let house = town.at("2026-03-03T15:20");
    let bohdan = house.worker("ukazka");
    let refused = hold(&bohdan, &klara.folder, &[TALK]);
    refused.must_be(422).must_say("jen se zaznamenaným ústním souhlasem").must_say("Uložit anonymně");
    hold(&bohdan, &klara.folder, &[TALK, ORAL, CRISIS]).must_be(303);
    let page = bohdan.see(&klara.page("/negotiation"));
    page.must_say("út 3. 3. 2026 14:30, po telefonu, na žádost klienta, 45 min, PhDr. Bohdan Ukázka");
    page.must_say("Důvod (první kontakt přijatý jiným odborníkem): žádný sociální pracovník nebyl volný")
        .must_say("ústní souhlas 14:31");
    page.must_say("Znovu se ozveme st 4. 3. 2026 10:00");
    assert!(page.body().contains("<span class=\"badge bad\">krizová intervence</span>"));
    bohdan.see(&klara.page("/timeline")).must_say("45 min Úvodní konzultace, telefon · Bohdan Ukázka 1 intervence");
    bohdan.see("/first-contacts").must_say("Zájemci 1 Klienti 0");
    klara
}

/// O2: the task is seen at once, and it is amber from Sunday.
fn a_week_to_assess(klara: &Klara) {
    for (moment, kind, left) in [
        ("2026-03-03T16:00", "info", "Zbývá 7 dní."),
        ("2026-03-07T09:00", "info", "Zbývají 3 dny."),
        ("2026-03-08T09:00", "warn", "Zbývají 2 dny."),
    ] {
        let house = klara.town.at(moment);
        let bohdan = house.worker("ukazka");
        bohdan.see("/tasks").must_say("Klára Vzorná").must_say("10. 3. 2026");
        let page = bohdan.see(&klara.page("/negotiation"));
        page.must_say(&format!("do út 10. 3. 2026. {left}"));
        assert!(page.body().contains(&format!("class=\"bar {kind}\"")), "{moment}: not {kind}");
    }
}

/// N3, N4, then O2: Monday 9 March.
fn two_assess_and_name_the_key_worker(klara: &Klara) {
    let house = klara.town.at("2026-03-09T10:00");
    let (bohdan, alena) = (house.worker("ukazka"), house.worker("prikladna"));
    for assessors in [["prikladna", ""], ["prikladna", "pomocny"], ["prikladna", "prikladna"]] {
        let refused = assess(&bohdan, &klara.folder, assessors, "prikladna", &[]);
        refused.must_be(422).must_say("Zhodnocení musí provést nejméně dva odborní pracovníci.").must_say(DEVELOPMENT);
    }
    let refused = assess(&bohdan, &klara.folder, ["prikladna", "ukazka"], "", &[]);
    refused.must_be(422).must_say("Zhodnocení nelze uzavřít bez určení klíčového pracovníka.");
    alena.see(&klara.folder).must_be(403);
    assess(&bohdan, &klara.folder, ["prikladna", "ukazka"], "prikladna", &[]).must_be(303);
    let page = alena.see(&klara.page("/assessment"));
    page.must_say("Mgr. Alena Příkladná , od po 9. 3. 2026").must_say(DEVELOPMENT).must_not_say("po lhůtě");
    alena.see(&klara.folder).must_say("Zájemkyně");
    house.worker("ukazka").see("/tasks").must_not_say("Zhodnocení");
}

/// N7 and the first half of N6: Monday 16 March, before anything is agreed.
fn no_client_by_hand_and_none_without_a_commission(klara: &Klara) {
    let house = klara.town.at("2026-03-16T10:00");
    let alena = house.worker("prikladna");
    let by_hand = [("status", "client"), ("state", "client"), ("agreement_on", "16. 3. 2026")];
    for address in ["", "/status", "/agreement", "/data"] {
        let status = alena.post(&klara.page(address), &by_hand).status;
        assert!(matches!(status, 404 | 405), "{address}: {status}");
    }
    let later = ["basic", "principles", "given_on", "in_own_words", "agreed_on"];
    road::negotiate(&alena, &klara.folder, &later);
    let refused = road::try_to_prepare(&alena, &klara.folder, &by_hand);
    refused.must_be(422).must_say("Smlouvu zatím nelze uzavřít: chybí sjednaná zakázka.");
    alena.see(&klara.folder).must_say("Zájemkyně");
}

/// The second half of N6, then O3: the commission, the information, the signature.
fn she_signs(klara: &Klara) {
    let house = klara.town.at("2026-03-16T10:50");
    let alena = house.worker("prikladna");
    let page = klara.page("/commission");
    let words = [("in_own_words", "zvládnout první týdny a domluvit péči o syna"), ("agreed_on", "16. 3. 2026")];
    alena.fill(&page, &page, &words).must_be(303);
    let document = road::prepare(&alena, &klara.folder, &[]);
    let asked = road::sign(&alena, &document, &[]);
    asked.must_be(422).must_say("Základní informace zatím nezazněly všechny");
    for page in ["/information", "/counselling"] {
        road::only(&alena, &klara.folder, page);
    }
    let document = road::prepare(&alena, &klara.folder, &[]);
    alena.see(&document).must_say("Informovaný souhlas, verze 3");
    road::sign(&alena, &document, &[]).must_be(303);
    let page = alena.see(&klara.folder);
    page.must_say("Klientka od 16. 3. 2026").must_say("zvládnout první týdny a domluvit péči o syna");
    let consents = alena.see(&klara.page("/consents"));
    consents.must_say("písemný souhlas").must_say("nahrazen novějším rozhodnutím").must_say("Zaznělo 3. 3. 2026 14:31");
    klara.decides_on_plan("unwritten_short_term", "2026-03-16T11:00").must_be(303);
}

const QUESTION: &str = "Proběhla šestá návštěva. Vyhotovte písemný individuální plán";

fn timeline(klara: &Klara, moment: &str) -> crate::common::Heard {
    klara.town.at(moment).worker("prikladna").see(&klara.page("/timeline"))
}

/// The first half of O4: the call of 30 March is a contact, and no visit.
fn five_visits_and_a_call(klara: &Klara) {
    for day in &SIX_VISITS[..2] {
        klara.is_recorded(day, "visit", "50").must_be(303);
    }
    timeline(klara, "2026-03-23T13:00").must_say("2. návštěva z přibližně šesti");
    klara.is_recorded("03-30", "phone", "12").must_be(303);
    let called = timeline(klara, "2026-03-30T13:00");
    called.must_say("2. návštěva z přibližně šesti").must_say("12 min Konzultace, telefon · Alena Příkladná 1 kontakt");
    for day in &SIX_VISITS[2..5] {
        klara.is_recorded(day, "visit", "50").must_be(303);
    }
    let seen = timeline(klara, "2026-04-21T13:00");
    seen.must_say("5. návštěva z přibližně šesti").must_say("Blíží se šestá návštěva.").must_not_say(QUESTION);
}

/// The second half of O4, and N8.
fn the_sixth_asks_and_the_seventh_goes_on(klara: &Klara) {
    klara.is_recorded("04-28", "visit", "50").must_be(303);
    timeline(klara, "2026-04-28T13:00").must_say("6. návštěva z přibližně šesti").must_say(QUESTION);
    let house = klara.town.at("2026-04-28T13:00");
    house.worker("prikladna").see("/tasks").must_say("Vyhotovit písemný individuální plán").must_say("Klára Vzorná");
    drop(house);
    klara.is_recorded("05-05", "visit", "50").must_be(303);
    timeline(klara, "2026-05-05T13:00").must_say("7. návštěva z přibližně šesti").must_say(QUESTION);
}

/// N9, N10: Tuesday 12 May, at noon.
fn a_gap_is_refused_and_silence_changes_nothing(klara: &Klara) {
    let house = klara.town.at("2026-05-12T12:00");
    let (alena, bohdan) = (house.worker("prikladna"), house.worker("ukazka"));
    set_task(&alena, &klara.folder, &worker("prikladna"), "Zavolat škole").must_be(303);
    let refused = offer(&alena, &klara.folder, ["12. 5. 2026", "15. 5. 2026"]);
    refused.must_be(422).must_say("Zvolte navazující datum předání.").must_say("manželé přijdou oba");
    offer(&alena, &klara.folder, ["12. 5. 2026", "12. 5. 2026"]).must_be(303);
    alena.see(&klara.page("/team")).must_say("čeká na přijetí");
    alena.see("/tasks").must_say("Zavolat škole");
    bohdan.see(&klara.page("/timeline")).must_be(403);
    bohdan.see("/tasks").must_not_say("Zavolat škole").must_not_say("Klára Vzorná");
    bohdan.see("/").must_say("Předání čekají na vás").must_say("Klára Vzorná");
}

/// O5: at three o'clock he accepts.
fn bohdan_takes_over(klara: &Klara) {
    let house = klara.town.at("2026-05-12T15:00");
    let (alena, bohdan): (Worker<'_>, Worker<'_>) = (house.worker("prikladna"), house.worker("ukazka"));
    let offered = newest_offer(&alena, &klara.folder);
    let told = bohdan.see(&offered);
    told.must_say("převážila jednotlivá zakázka").must_not_say("Zavolat škole");
    accept(&bohdan, &offered).must_be(303);
    let team = bohdan.see(&klara.page("/team"));
    team.must_say("PhDr. Bohdan Ukázka od út 12. 5. 2026 15:00 · převážila jednotlivá zakázka");
    team.must_say("Mgr. Alena Příkladná od po 9. 3. 2026 10:00 do út 12. 5. 2026 15:00 · určeno zhodnocením");
    bohdan.see("/tasks").must_say("Zavolat škole").must_say("Vyhotovit písemný individuální plán");
    alena.see("/tasks").must_not_say("Zavolat škole").must_not_say("Klára Vzorná");
    alena.see(&klara.page("/timeline")).must_be(403);
}

record! { struct Term { from_at: i64, until_at: Option<i64> } }

/// The statistic of O5: whatever day one looks at, and at whatever moment something changed, there is exactly one.
fn one_key_worker_every_day(klara: &Klara) {
    const TERMS: &str = "select from_at, until_at from key_worker_assignment where folder_id = $1 order by from_at";
    let folder: FolderId = klara.folder.rsplit('/').next().unwrap().parse().unwrap();
    let reader = Connection::open_reader(&klara.town.place).unwrap();
    let terms: Vec<Term> = reader.read(|unit| unit.all(TERMS, params![folder])).unwrap().unwrap();
    assert_eq!(terms.len(), 2);
    let holds =
        |at: i64| terms.iter().filter(|one| one.from_at <= at && one.until_at.is_none_or(|until| at < until)).count();
    let named = clock::moment("2026-03-09T10:00".parse().unwrap());
    assert_eq!(holds(named - 1), 0, "before the assessment nobody");
    let days = (0..90).map(|day| named + day * DAY);
    let changes = terms.iter().flat_map(|one| [one.from_at, one.until_at.unwrap_or(one.from_at) - 1, one.from_at + 1]);
    for at in days.chain(changes.filter(|at| *at >= named)) {
        assert_eq!(holds(at), 1, "at {at}");
    }
}
