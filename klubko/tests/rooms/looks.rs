//! Who looked: for the key worker and the head in the folder, for the data protection officer in the house.

use crate::common::{KLARA, Planted, Town};

#[test]
fn the_key_worker_reads_who_looked_and_why_and_the_head_also_who_was_refused() {
    for town in Town::everywhere() {
        let folder = town.planted(&[KLARA]).remove(0);
        let looks = format!("{folder}/looks");
        let house = town.at("2026-03-03T14:00");
        house.worker("ukazka").see(&folder).must_be(403);
        house.worker("poradna").see(&folder).must_be(404);
        let (alena, olga) = (house.worker("prikladna"), house.worker("rozvazna"));
        olga.see(&folder).must_be(200);
        let hers = alena.see(&looks);
        hers.must_be(200).must_say("út 3. 3. 2026 14:00 Olga Rozvážná přehled složky vedoucí služby");
        hers.must_not_say("Bohdan Ukázka").must_not_say("odmítnuto");
        let heads = olga.see(&looks);
        heads.must_say("Bohdan Ukázka přehled složky odmítnuto nepatří ke složce");
        heads.must_say("Eva Poradná přehled složky odmítnuto pracuje v jiné službě");
        heads.must_say("Alena Příkladná přehled nahlížení klíčový pracovník");
        olga.see(&format!("{looks}?day=2.+3.+2026")).must_say("Takový záznam tu není");
        olga.see(&format!("{looks}?day=vl%C4%8De")).must_say("neznáme");
        let of = crate::common::worker("ukazka");
        olga.see(&format!("{looks}?worker={of}&day=3.+3.+2026"))
            .must_say("nepatří ke složce")
            .must_not_say("vedoucí služby");
        house.worker("ukazka").see(&looks).must_be(403);
    }
}

#[test]
fn a_worker_of_the_folder_who_holds_no_thread_does_not_read_who_looked() {
    let town = Town::in_a_file();
    let folder = town.planted(&[Planted { key_worker: "", ..KLARA }]).remove(0);
    let house = town.at("2026-03-03T14:00");
    let dana = house.worker("zkusma");
    dana.see(&folder).must_be(200).must_not_say("Kdo nahlížel").must_say("Klíčový pracovník zatím není určen");
    dana.see(&format!("{folder}/looks")).must_be(403);
}

#[test]
fn the_data_protection_officer_reads_the_journal_without_names_of_clients_or_searched_words() {
    for town in Town::everywhere() {
        let folder = town.planted(&[KLARA]).remove(0);
        let house = town.at("2026-03-03T14:00");
        let alena = house.worker("prikladna");
        alena.see(&folder).must_be(200);
        alena.see("/search?q=vzorna");
        let dpo = house.worker("dohlizna");
        let journal = dpo.see("/journal");
        journal.must_be(200).must_say("Deník přístupů").must_say("Alena Příkladná přehled složky zobrazeno osoba");
        journal.must_not_say("Vzorn").must_not_say("vzorn").must_not_say("2026/0001");
        dpo.see("/journal").must_say("Pavla Dohlížná čtení deníku přístupů zobrazeno celá organizace pověření");
        let denied = dpo.see("/journal?decision=denied");
        denied.must_not_say("zobrazeno celá organizace");
        dpo.see("/journal?act=sign_in&day=3.+3.+2026")
            .must_say("přihlášení zapsáno účet")
            .must_not_say("přehled složky zobrazeno");
        dpo.see(&folder).must_be(404);
        alena.see("/journal").must_be(404);
        house.worker("rozvazna").see("/journal").must_be(404);
    }
}

#[test]
fn the_journal_goes_on_by_fifty_older_and_newer() {
    let town = Town::in_a_file();
    let folder = town.planted(&[KLARA]).remove(0);
    for hour in 8..16 {
        let house = town.at(&format!("2026-03-03T{hour:02}:00"));
        let alena = house.worker("prikladna");
        for page in ["", "/data", "/data/edit", "/looks", "?x", "/nowhere"] {
            alena.see(&format!("{folder}{page}"));
        }
        house.worker("rozvazna").see(&format!("{folder}/data"));
        house.worker("ukazka").see(&format!("{folder}/data"));
    }
    let house = town.at("2026-03-03T17:00");
    let dpo = house.worker("dohlizna");
    let first = dpo.see("/journal");
    first.must_not_say("Novější");
    let older = dpo.see(&first.address("/journal?", ""));
    older.must_say("Novější").must_not_say("út 3. 3. 2026 17:00");
    dpo.see(&older.address("/journal?", "")).must_say("út 3. 3. 2026 17:00");
}
