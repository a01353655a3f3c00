//! A withdrawal against many readers and many items: nothing is read after it, and nothing needs to be cleaned up.

use super::common::Heard;
use super::common::Town;
use super::common::plant::{Planted, named};
use super::sharing::{Case, Relation, State, THEN, make};
use klubko::kernel::id::FolderId;
use klubko::town::PM;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;
use uuid::Uuid;

/// How long somebody may read on after the no was written: not at all.
#[test]
fn fifty_readers_get_nothing_that_was_asked_for_after_the_withdrawal() {
    for town in Town::everywhere() {
        let case = make(&town, 9301, Relation::Receiver, State::Whole);
        let house = town.at(THEN);
        let (eva, iva) = (house.worker("poradna"), house.worker("rampova"));
        town.plant_key_worker(planted(&town, 9301), "rampova");
        let (is_over, late, read) = (AtomicBool::new(false), AtomicUsize::new(0), AtomicUsize::new(0));
        let began = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..50 {
                scope.spawn(|| {
                    while began.elapsed().as_secs() < 120 {
                        let was_over = is_over.load(Ordering::SeqCst);
                        let heard: Heard = eva.see(&format!("/shared/{}", case.item));
                        let has_data = heard.says(&case.title);
                        read.fetch_add(usize::from(has_data), Ordering::SeqCst);
                        late.fetch_add(usize::from(has_data && was_over), Ordering::SeqCst);
                        if was_over {
                            return;
                        }
                    }
                });
            }
            let folder = iva.see("/search?q=Zz9301klient").address("/folders/", "");
            let page = iva.see(&format!("{folder}/consents")).address(&format!("{folder}/consents/"), "/withdrawal");
            let how = [("how", "e-mailem"), ("day", "4. 5. 2026"), ("time", "10:15")];
            iva.fill(&page, &page, &how).must_be(303);
            is_over.store(true, Ordering::SeqCst);
        });
        assert!(read.load(Ordering::SeqCst) > 0, "somebody read it before");
        assert_eq!(late.load(Ordering::SeqCst), 0, "nobody read it after");
        eva.see("/shared").must_not_say(&case.title);
    }
}

fn planted(_: &Town, n: i64) -> Planted {
    let id = |kind: &str| named(&format!("{kind} {n} of {PM}"));
    Planted { folder: FolderId(id("folder")), person: id("person"), thread: id("thread"), service: PM }
}

#[test]
fn a_withdrawal_of_a_thousand_items_writes_a_handful_of_rows_and_needs_no_cleaning_up() {
    let town = Town::in_a_file();
    let case = make(&town, 9301, Relation::Receiver, State::Whole);
    let (sender, consent) = (planted(&town, 9301), consent_of(&town, &case));
    town.plant_key_worker(sender, "rampova");
    a_thousand_like(&town, case.item);
    let house = town.at(THEN);
    let (eva, iva) = (house.worker("poradna"), house.worker("rampova"));
    eva.see("/shared").must_say("Zztisic");
    let before = rows(&town);
    let page = format!("/folders/{}/consents/{consent}/withdrawal", sender.folder);
    iva.fill(&page, &page, &[("how", "e-mailem"), ("day", "4. 5. 2026"), ("time", "10:15")]).must_be(303);
    let written = rows(&town) - before;
    assert!(written < 20, "{written} rows for a thousand items");
    eva.see("/shared").must_not_say("Zztisic").must_say("Zatím s vámi nikdo nic nesdílí.");
}

/// A thousand copies of an item that was shared, each with its ground and its receiver.
fn a_thousand_like(town: &Town, item: Uuid) {
    const ITEM: &str = "
        insert into shared_item (id, folder_id, service_id, receiver_service_id, kind, title, body, shared_at, shared_by)
        select $1, folder_id, service_id, receiver_service_id, kind, 'Zztisic', body, shared_at, shared_by
          from shared_item where id = $2";
    const GROUND: &str = "
        insert into shared_item_ground (item_id, version, folder_id, legal_ground, consent_id, topic, reason, citation,
                                        recorded_at, recorded_by)
        select $1, version, folder_id, legal_ground, consent_id, topic, reason, citation, recorded_at, recorded_by
          from shared_item_ground where item_id = $2";
    const RECEIVER: &str = "
        insert into shared_item_receiver (item_id, folder_id, worker_id)
        select $1, folder_id, worker_id from shared_item_receiver where item_id = $2";
    let writer = klubko::kernel::db::Connection::open_writer(&town.place).unwrap();
    let copies = |plant: klubko::kernel::db::Plant<'_>| {
        for _ in 0..1000 {
            let copy = Uuid::new_v4();
            [ITEM, GROUND, RECEIVER].iter().try_for_each(|sql| plant(sql, klubko::params![copy, item]))?;
        }
        Ok(())
    };
    writer.plant(copies).unwrap();
}

fn consent_of(town: &Town, case: &Case) -> Uuid {
    klubko::record! { struct Of { consent_id: Uuid } }
    let reader = klubko::kernel::db::Connection::open_reader(&town.place).unwrap();
    const OF: &str = "select consent_id from shared_item_ground where item_id = $1";
    let found: Vec<Of> = reader.read(|unit| unit.all(OF, klubko::params![case.item])).unwrap().unwrap();
    found.first().unwrap().consent_id
}

/// All rows of the house, but the journal's and what was opened meanwhile.
fn rows(town: &Town) -> usize {
    let written = town.written();
    written
        .iter()
        .filter(|(table, _)| !["journal", "session", "form_token"].contains(&table.as_str()))
        .map(|(_, rows)| rows.len())
        .sum()
}
