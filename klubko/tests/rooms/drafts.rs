//! Nothing typed is ever lost: autosave, refused forms, what becomes of a draft.

use crate::common::course::{Client, agreement, client, exclude};
use crate::common::{Heard, Town, Worker};
use jiff::civil::date;

fn klara(town: &Town) -> Client {
    let klara = client(town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
    agreement(town, &klara, date(2026, 3, 16));
    klara
}

/// The hidden fields of the record's form, as a script sends them.
fn hidden(worker: &Worker, client: &Client) -> Vec<(String, String)> {
    worker.see(&client.page("/records/new")).hidden(&client.page("/records"))
}

fn autosave(worker: &Worker, hidden: &[(String, String)], revision: &str, body: &str) -> Heard {
    let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.retain(|(name, _)| *name != "revision");
    fields.extend([("revision", revision), ("body", body), ("kind", "visit")]);
    worker.post("/drafts", &fields)
}

fn value<'a>(hidden: &'a [(String, String)], name: &str) -> &'a str {
    hidden.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str()).unwrap()
}

#[test]
fn what_is_typed_is_saved_and_taken_up_where_it_was_left() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at("2026-03-20T10:12");
        let alena = house.worker("prikladna");
        let hidden = hidden(&alena, &klara);
        let saved = autosave(&alena, &hidden, "0", "Přišla v slzách.");
        assert_eq!(saved.body(), "{\"revision\":1,\"saved_at\":\"10:12\"}");
        let drafts = alena.see("/drafts");
        drafts.must_say("Zápis").must_say("Klára Vzorná");
        let back = drafts.address(&klara.page("/records/new?draft="), "");
        alena.see(&back).must_say("Přišla v slzách.");
        house.worker("rozvazna").see("/drafts").must_say("Všechno dopsáno.");
        let typed = [("day", "20. 3. 2026"), ("time", "9:00"), ("minutes", "30"), ("kind", "visit")];
        let page = alena.see(&back);
        let sent = alena.send(&page, &klara.page("/records"), &[&typed[..], &[("body", "Hotovo.")]].concat());
        sent.must_be(303);
        alena.see("/drafts").must_say("Všechno dopsáno.");
    }
}

#[test]
fn an_autosave_that_arrives_late_changes_nothing() {
    let town = Town::in_a_file();
    let klara = klara(&town);
    let house = town.at("2026-03-20T10:12");
    let alena = house.worker("prikladna");
    let hidden = hidden(&alena, &klara);
    autosave(&alena, &hidden, "0", "první");
    autosave(&alena, &hidden, "1", "druhé znění");
    let late = autosave(&alena, &hidden, "0", "opožděné");
    assert!(late.body().contains("\"revision\":2"), "{}", late.body());
    let back = alena.see("/drafts").address(&klara.page("/records/new?draft="), "");
    alena.see(&back).must_say("druhé znění").must_not_say("opožděné");
}

#[test]
fn a_refused_form_keeps_its_text_and_it_can_be_thrown_away() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at("2026-03-20T10:12");
        let alena = house.worker("prikladna");
        let typed = [("kind", ""), ("day", "32. 1."), ("body", "Nesmí se ztratit.")];
        let refused = alena.fill(&klara.page("/records/new"), &klara.page("/records"), &typed);
        refused.must_be(422).must_say("Nesmí se ztratit.");
        let drafts = alena.see("/drafts");
        alena.see(&drafts.address(&klara.page("/records/new?draft="), "")).must_say("Nesmí se ztratit.");
        let discard = drafts.address("/drafts/", "/discard");
        alena.send(&drafts, &discard, &[]).must_be(303);
        alena.see("/drafts?done=discarded").must_say("Rozepsaný text je zahozen.").must_say("Všechno dopsáno.");
        assert!(matches!(town.verify(), klubko::kernel::journal::Found::Sound { .. }));
    }
}

#[test]
fn a_form_refused_twice_without_a_script_keeps_what_was_typed_last() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at("2026-03-20T10:12");
        let alena = house.worker("prikladna");
        let (new, action) = (klara.page("/records/new"), klara.page("/records"));
        let first = alena.fill(&new, &action, &[("kind", ""), ("day", "32. 1."), ("body", "Poprvé.")]);
        first.must_be(422);
        let second = alena.send(&first, &action, &[("kind", ""), ("day", "32. 1."), ("body", "Poprvé a podruhé.")]);
        second.must_be(422);
        alena.send(&second, &action, &[("kind", ""), ("day", "32. 1."), ("body", "Potřetí.")]).must_be(422);
        let back = alena.see("/drafts").address(&klara.page("/records/new?draft="), "");
        alena.see(&back).must_say("Potřetí.").must_not_say("podruhé");
    }
}

#[test]
fn nobody_reads_or_throws_away_the_draft_of_a_colleague() {
    let town = Town::in_a_file();
    let klara = klara(&town);
    let house = town.at("2026-03-20T10:12");
    let (alena, olga) = (house.worker("prikladna"), house.worker("rozvazna"));
    let kept = hidden(&alena, &klara);
    autosave(&alena, &kept, "0", "Alenin text.");
    let draft = value(&kept, "draft");
    let hers = hidden(&olga, &klara);
    let token = [("token", value(&hers, "token")), ("service", value(&hers, "service"))];
    olga.see(&klara.page(&format!("/records/new?draft={draft}"))).must_be(200).must_not_say("Alenin text.");
    olga.post(&format!("/drafts/{draft}/discard"), &token).must_be(404);
    olga.post(&klara.page(&format!("/drafts/{draft}/discard")), &token).must_be(404);
    olga.post(&klara.page(&format!("/drafts/{draft}/take-over")), &token).must_be(404);
    alena.see("/drafts").must_say("Klára Vzorná");
}

#[test]
fn an_excluded_author_loses_the_draft_and_whoever_holds_the_thread_takes_it_over() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        crate::common::course::assign(&town, &klara, "cvicny", false, date(2026, 3, 17));
        let house = town.at("2026-03-20T10:12");
        let ivo = house.worker("cvicny");
        let kept = hidden(&ivo, &klara);
        autosave(&ivo, &kept, "0", "Ivo napsal polovinu.");
        exclude(&town, &klara, "cvicny", "2026-03-20T10:00");
        let draft = value(&kept, "draft");
        ivo.see("/drafts").must_say("Všechno dopsáno.").must_not_say("Klára");
        ivo.see(&klara.page(&format!("/records/new?draft={draft}"))).must_be(404);
        autosave(&ivo, &kept, "1", "Ivo píše dál.").must_be(404);
        let token = [("token", value(&kept, "token")), ("service", value(&kept, "service"))];
        ivo.post(&format!("/drafts/{draft}/discard"), &token).must_be(404);
        let alena = house.worker("prikladna");
        let left = alena.see("/drafts");
        left.must_say("Rozepsané po kolezích").must_say("Ivo Cvičný");
        let take = left.address(&klara.page("/drafts/"), "/take-over");
        alena.send(&left, &take, &[]).must_be(303);
        let back = alena.see("/drafts").address(&klara.page("/records/new?draft="), "");
        alena.see(&back).must_say("Ivo napsal polovinu.").must_not_say("Ivo píše dál.");
    }
}

#[test]
fn the_text_of_an_excluded_colleague_may_also_be_thrown_away() {
    let town = Town::in_a_file();
    let klara = klara(&town);
    crate::common::course::assign(&town, &klara, "cvicny", false, date(2026, 3, 17));
    crate::common::course::assign(&town, &klara, "zkusma", false, date(2026, 3, 17));
    let house = town.at("2026-03-20T10:12");
    let ivo = house.worker("cvicny");
    let kept = hidden(&ivo, &klara);
    autosave(&ivo, &kept, "0", "Ivo napsal polovinu.");
    exclude(&town, &klara, "cvicny", "2026-03-20T10:00");
    let dana = house.worker("zkusma");
    dana.see("/drafts").must_say("Všechno dopsáno.").must_not_say("Ivo");
    let olga = house.worker("rozvazna");
    let left = olga.see("/drafts");
    let discard = left.address(&klara.page("/drafts/"), "/discard");
    olga.send(&left, &discard, &[]).must_be(303);
    olga.see("/drafts").must_say("Všechno dopsáno.").must_not_say("po kolezích");
}

#[test]
fn a_refused_form_into_which_nobody_typed_leaves_nothing_to_be_finished() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at("2026-03-20T10:12");
        let alena = house.worker("prikladna");
        let page = alena.see(&klara.page("/records/new"));
        let stands = ["day", "time", "minutes"].map(|name| (name, crate::common::planning::value(&page, name)));
        let mut fields: Vec<(&str, &str)> = stands.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.push(("kind", "visit"));
        let refused = alena.send(&page, &klara.page("/records"), &fields);
        refused.must_be(422);
        alena.see("/drafts").must_say("Všechno dopsáno.");
        alena.send(&refused, &klara.page("/records"), &fields).must_be(422);
        alena.see("/drafts").must_say("Všechno dopsáno.");
        fields.push(("place", "u klientky doma"));
        alena.send(&refused, &klara.page("/records"), &fields).must_be(422);
        let back = alena.see("/drafts").address(&klara.page("/records/new?draft="), "");
        assert!(alena.see(&back).body().contains("value=\"u klientky doma\""), "what was typed waits");
    }
}

#[test]
fn a_refused_form_in_which_only_one_day_was_changed_waits_to_be_finished() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at("2026-03-20T10:12");
        let alena = house.worker("prikladna");
        let page = alena.see(&klara.page("/exclusions/new"));
        alena.send(&page, &klara.page("/exclusions"), &[("from", "20. 3. 2026")]).must_be(422);
        alena.see("/drafts").must_say("Všechno dopsáno.");
        alena.send(&page, &klara.page("/exclusions"), &[("from", "9. 3. 2026")]).must_be(422);
        let back = alena.see("/drafts").address(&klara.page("/exclusions/new?draft="), "");
        let stands = alena.see(&back).body().replace('\u{a0}', " ");
        assert!(stands.contains("value=\"9. 3. 2026\""), "the day waits: {stands}");
    }
}
