//! The register of what the client decided about his data (R-024, R-052, R-082, R-084, D9).

use crate::common::stage::{self, KLARA, worker};
use crate::common::{Heard, House, Town, Worker, road};

fn monday(town: &Town) -> House {
    town.at("2026-03-16T11:00")
}

fn record(by: &Worker<'_>, folder: &str, more: &[(&str, &str)]) -> Heard {
    let dana = worker("zkusma");
    let usual = [
        ("wording", "Souhlasíte s tím, že si zapíšeme Vaše jméno a kontakt?"),
        ("scope", "jméno a kontakt"),
        ("form", "oral"),
        ("day", "16. 3. 2026"),
        ("time", "10:30"),
        ("heard_by", dana.as_str()),
    ];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    by.fill(&format!("{folder}/consents/new"), &format!("{folder}/consents"), &typed)
}

fn open_tasks(town: &Town, folder: &str) -> i64 {
    let open = "select count(*) as n from task where folder_id = $1 and rule = 'r024' and done_at is null";
    stage::count(town, open, folder)
}

#[test]
fn consent_and_dissent_are_offered_alike_and_nothing_is_chosen_beforehand() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = monday(&town);
    let dana = house.worker("zkusma");
    dana.see(&format!("{folder}/consents")).must_say("zatím se nevyjádřila").must_say("Klient se zatím nevyjádřil.");
    let page = dana.see(&format!("{folder}/consents/new"));
    let decision = page.body();
    let decision = &decision[decision.find("chips decision").unwrap()..];
    let decision = &decision[..decision.find("</div>").unwrap()];
    assert!(!decision.contains("checked"), "{decision}");
    assert_eq!(decision.matches("<label>").count(), 2);
    record(&dana, &folder, &[]).must_be(422).must_say("Zapište, jak se klient rozhodl");
    for (field, sentence) in [
        ("wording", "Doplňte přesné znění"),
        ("scope", "Doplňte, kterých údajů se rozhodnutí týká"),
        ("form", "Zvolte, jestli to bylo ústně, nebo písemně"),
        ("heard_by", "Vyberte, kdo odpověď vyslechl"),
        ("time", "Doplňte čas"),
    ] {
        record(&dana, &folder, &[("decision", "dissent"), (field, "")]).must_be(422).must_say(sentence);
    }
    let future = [("decision", "consent"), ("time", "12:00")];
    record(&dana, &folder, &future).must_be(422).must_say("Rozhodnutí nemůže být v budoucnosti");
    let stranger = worker("kolecko");
    let of_another = [("decision", "consent"), ("heard_by", stranger.as_str())];
    record(&dana, &folder, &of_another).must_be(422).must_say("Vyberte pracovníka této služby");
}

#[test]
fn a_no_is_a_recorded_fact_and_a_later_yes_stands_beside_it() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let dana = house.worker("zkusma");
        record(&dana, &folder, &[("decision", "dissent")]).must_be(303);
        let page = dana.see(&format!("{folder}/consents"));
        page.must_say("Nesouhlas, vyslovený ústně").must_say("platí nesouhlas").must_not_say("Odvolat souhlas");
        page.must_say("Zaznělo 16. 3. 2026 10:30 · vyslechl/a Bc. Dana Zkusmá");
        page.must_say("„Souhlasíte s tím, že si zapíšeme Vaše jméno a kontakt?“").must_say("Rozsah: jméno a kontakt");
        record(&dana, &folder, &[("decision", "consent"), ("time", "10:50"), ("line", "777 123 456")]).must_be(303);
        let page = dana.see(&format!("{folder}/consents"));
        page.must_say("Ústní souhlas").must_say("nahrazen novějším rozhodnutím").must_say("linka 777 123 456");
        page.must_say("Zpracování osobních údajů: ústní souhlas").must_say("Odvolat souhlas");
        assert_eq!(open_tasks(&town, &folder), 1, "the oral consent waits for the written one");
        record(&dana, &folder, &[("decision", "consent"), ("form", "written"), ("time", "10:55")]).must_be(303);
        let page = dana.see(&format!("{folder}/consents"));
        page.must_say("Písemný souhlas").must_say("Podepsáno 16. 3. 2026");
        assert_eq!(open_tasks(&town, &folder), 0);
    }
}

/// Klára signed on Monday morning; the address of her folder.
fn signed(town: &Town) -> String {
    let folder = road::folder(town, &KLARA);
    let house = town.at("2026-03-16T10:40");
    let dana = house.worker("zkusma");
    record(&dana, &folder, &[("decision", "consent")]).must_be(303);
    road::negotiate(&dana, &folder, &[]);
    let document = road::prepare(&dana, &folder, &[]);
    road::sign(&dana, &document, &[]).must_be(303);
    folder
}

fn withdrawal(by: &Worker<'_>, folder: &str) -> String {
    by.see(&format!("{folder}/consents")).address(&format!("{folder}/consents/"), "/withdrawal")
}

#[test]
fn withdrawing_says_what_stops_and_what_stays_and_leaves_consent_and_agreement_as_they_were() {
    for town in Town::everywhere() {
        let folder = signed(&town);
        let house = town.at("2026-03-20T09:30");
        let dana = house.worker("zkusma");
        let page = withdrawal(&dana, &folder);
        let interruption = dana.see(&page);
        interruption.must_say("Opravdu odvolat souhlas?").must_say("Co se zastaví").must_say("Co zůstává");
        interruption.must_say("Smlouva platí dál").must_say("Záznamy, které službě ukládá vést zákon");
        let withdraw = |typed: &[(&str, &str)]| dana.fill(&page, &page, typed);
        let how = ("how", "telefonicky");
        withdraw(&[("day", "20. 3. 2026"), ("time", "9:12")]).must_be(422).must_say("jak klient souhlas odvolal");
        withdraw(&[how, ("day", "20. 3. 2026"), ("time", "9:45")]).must_be(422).must_say("nemůže být v budoucnosti");
        withdraw(&[how, ("day", "15. 3. 2026"), ("time", "9:00")]).must_be(422).must_say("nemůže být dřív než souhlas");
        withdraw(&[how, ("day", "20. 3. 2026"), ("time", "9:12")]).must_be(303);
        let register = dana.see(&format!("{folder}/consents"));
        register.must_say("souhlas odvolán dne 20. 3. 2026").must_say("Odvoláno 20. 3. 2026 9:12 (telefonicky)");
        register.must_say("skončil odvoláním 20. 3. 2026").must_say("poskytování služby podle smlouvy");
        register.must_not_say("Odvolat souhlas");
        dana.see(&format!("{folder}/agreement")).must_say("Uzavřená smlouva");
        let untouched = "select count(*) as n from consent where folder_id = $1 and replaced_at is null";
        assert_eq!(stage::count(&town, untouched, &folder), 2);
        let task = "select count(*) as n from task where folder_id = $1 and rule = 'r052' and position = 'key_worker'
                       and due_on = '2026-03-21' and done_at is null";
        assert_eq!(stage::count(&town, task, &folder), 1);
        dana.see(&page).must_be(403).must_say("Souhlas je už odvolán, a to 20. 3. 2026 9:12");
    }
}

#[test]
fn a_withdrawn_consent_is_revived_by_nothing_and_deleted_by_nobody() {
    for town in Town::everywhere() {
        let folder = signed(&town);
        let house = town.at("2026-03-20T09:30");
        let dana = house.worker("zkusma");
        let page = withdrawal(&dana, &folder);
        dana.fill(&page, &page, &[("how", "dopisem"), ("day", "20. 3. 2026"), ("time", "9:12")]).must_be(303);
        record(&dana, &folder, &[("decision", "consent"), ("day", "20. 3. 2026"), ("time", "9:20")]).must_be(303);
        let register = dana.see(&format!("{folder}/consents"));
        register.must_say("odvolán dne 20. 3. 2026").must_say("Zpracování osobních údajů: ústní souhlas");
        let consent = page.strip_suffix("/withdrawal").unwrap();
        for address in [consent.to_owned(), format!("{consent}/delete"), format!("{consent}/edit")] {
            let status = dana.post(&address, &[]).status;
            assert!(matches!(status, 404 | 405), "{address}: {status}");
        }
        let before = dana.see(&format!("{folder}/consents?as_of=2026-03-18"));
        before.must_be(200).must_say("písemný souhlas").must_not_say("odvolán").must_not_say("Zapsat rozhodnutí");
        let other = road::folder(&town, &KLARA);
        dana.see(&page.replace(&folder, &other)).must_be(404);
    }
}
