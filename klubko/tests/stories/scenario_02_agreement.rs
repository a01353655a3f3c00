//! Scenario 2: on Monday 16 March 2026 Klára Vzorná signs the informed consent, version 3 (R-049 … R-052).

use crate::common::klara::Klara;
use crate::common::stage;
use crate::common::{House, Town, Worker, road};

fn monday(town: &Town) -> House {
    town.at("2026-03-16T10:00")
}

fn waits_for_written(town: &Town, folder: &str) -> i64 {
    let open = "select count(*) as n from task where folder_id = $1 and rule = 'r024' and done_at is null";
    stage::count(town, open, folder)
}

#[test]
fn scenario_02_o3_by_the_signature_the_applicant_is_a_client_and_the_oral_consent_is_replaced() {
    for town in Town::everywhere() {
        let folder = Klara::assessed(&town).folder;
        let house = monday(&town);
        let alena = house.worker("prikladna");
        assert_eq!(waits_for_written(&town, &folder), 1);
        alena.see(&format!("{folder}/consents")).must_say("Zpracování osobních údajů: ústní souhlas");
        road::negotiate(&alena, &folder, &[]);
        alena.see(&format!("{folder}/agreement")).must_say("Nic. Znění lze připravit a podepsat.");
        let document = road::prepare(&alena, &folder, &[]);
        alena.see(&document).must_say("Informovaný souhlas, verze 3").must_say("péči o syna‘");
        let done = road::sign(&alena, &document, &[]);
        assert_eq!(done.must_be(303).location, format!("{folder}/agreement?done=agreement"));
        let page = alena.see(&done.location);
        page.must_say("Smlouva je uzavřena. Zájemce se stal klientem.").must_say("po 16. 3. 2026");
        page.must_say("Informovaný souhlas, verze 3").must_say("Klára Vzorná");
        let consents = alena.see(&format!("{folder}/consents"));
        consents.must_say("Zpracování osobních údajů: písemný souhlas").must_say("Podepsáno 16. 3. 2026");
        consents.must_say("nahrazen novějším rozhodnutím").must_say("Zaznělo 3. 3. 2026 14:31");
        consents.must_say("„Souhlasím s tím, aby služba zpracovávala moje osobní údaje").must_say("Podepsané znění");
        let linked = "select count(*) as n from consent n join consent o on o.id = n.supersedes_id
                       where n.folder_id = $1 and n.form = 'written' and o.form = 'oral'";
        assert_eq!(stage::count(&town, linked, &folder), 1);
        let ended = "select count(*) as n from negotiation_outcome
                      where folder_id = $1 and outcome = 'agreement' and decided_on = '2026-03-16'";
        assert_eq!(stage::count(&town, ended, &folder), 1);
        assert_eq!(waits_for_written(&town, &folder), 0, "the written consent is got");
        assert!(matches!(town.verify(), klubko::kernel::journal::Found::Sound { .. }));
    }
}

fn refused(alena: &Worker<'_>, document: &str, sentence: &str) {
    road::sign(alena, document, &[]).must_be(422).must_say(sentence);
}

#[test]
fn scenario_02_n6_no_commission_stops_the_signature_and_missing_information_asks_for_a_reason() {
    for town in Town::everywhere() {
        let folder = Klara::assessed(&town).folder;
        let house = monday(&town);
        let alena = house.worker("prikladna");
        road::negotiate(&alena, &folder, &["basic", "principles", "given_on", "in_own_words", "agreed_on"]);
        let no_commission = "Smlouvu zatím nelze uzavřít: chybí sjednaná zakázka.";
        road::try_to_prepare(&alena, &folder, &[]).must_be(422).must_say(no_commission);
        let words = [("in_own_words", "zvládnout první týdny"), ("agreed_on", "16. 3. 2026")];
        let page = format!("{folder}/commission");
        alena.fill(&page, &page, &words).must_be(303);
        let document = road::prepare(&alena, &folder, &[]);
        refused(&alena, &document, "Základní informace zatím nezazněly všechny");
        refused(&alena, &document, "Hlavní zásady zatím nebyly vysvětleny všechny");
        let reasons = [
            ("reason_r047", "předány písemně už 9. 3."),
            ("reason_r048", "předány písemně už 9. 3."),
            ("reason_r080", "stojí v Pravidlech, která dostala"),
            ("reason_r005", "poradenství proběhlo v konzultaci"),
        ];
        road::sign(&alena, &document, &reasons).must_be(303);
        let kept = "select count(*) as n from warning_answer where folder_id = $1 and rule in ('r047', 'r048')";
        assert_eq!(stage::count(&town, kept, &folder), 2);
    }
}

#[test]
fn scenario_02_n7_nobody_makes_a_client_by_hand() {
    for town in Town::everywhere() {
        let folder = Klara::assessed(&town).folder;
        let house = monday(&town);
        let alena = house.worker("prikladna");
        road::negotiate(&alena, &folder, &[]);
        let by_hand = [("status", "client"), ("state", "client"), ("agreement_on", "16. 3. 2026")];
        road::prepare(&alena, &folder, &by_hand);
        let needs = [("wish", "Klid."), ("status", "client")];
        road::write(&alena, &folder, "needs", &needs);
        for address in ["/status", "", "/agreement"] {
            let status = alena.post(&format!("{folder}{address}"), &by_hand).status;
            assert!(matches!(status, 404 | 405), "{address}: {status}");
        }
        let all = "select count(*) as n from agreement where folder_id = $1";
        assert_eq!(stage::count(&town, all, &folder), 0);
        alena.see(&format!("{folder}/agreement")).must_not_say("Uzavřená smlouva");
        alena.see(&format!("{folder}/consents")).must_say("ústní souhlas").must_not_say("Písemný souhlas");
    }
}
