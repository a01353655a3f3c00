//! Writing down what happened, in seconds and without losing a word.

use crate::common::course::{Client, agreement, assign, client};
use crate::common::{Heard, Town, Worker};
use jiff::civil::date;

/// Klára Vzorná in Javořinka: key worker Alena Příkladná since 9 March, agreement of 16 March 2026.
fn klara(town: &Town) -> Client {
    let klara = client(town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
    agreement(town, &klara, date(2026, 3, 16));
    klara
}

fn write(worker: &Worker, client: &Client, typed: &[(&str, &str)]) -> Heard {
    worker.fill(&client.page("/records/new"), &client.page("/records"), typed)
}

/// The address of the newest record of the timeline.
fn first_record(worker: &Worker, client: &Client) -> String {
    let body = worker.see(&client.page("/timeline")).body();
    let (start, new) = (client.page("/records/"), client.page("/records/new"));
    let links = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|link| link.starts_with(&start) && *link != new).map(str::to_owned).next().unwrap()
}

fn visit<'a>(day: &'a str, body: &'a str) -> [(&'a str, &'a str); 5] {
    [("kind", "visit"), ("day", day), ("time", "9:00"), ("minutes", "50"), ("body", body)]
}

const IN_FIELDS: &str = "Přišla včas.\nSdělení klienta\nSpí tři hodiny.\nPozorování\nPláče.\n\
                         Odborná úvaha\nMožná deprese.\nDohoda\nZavolá lékařce.";

#[test]
fn alena_finds_klara_writes_one_box_and_reads_it_sorted_into_fields() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at("2026-03-16T12:00");
        let alena = house.worker("prikladna");
        let found = alena.see("/records/new?q=vzor");
        assert_eq!(found.must_be(303).location, klara.page("/records/new#f-body"), "only one person: nothing to pick");
        alena.see("/records/new?q=nikdo").must_be(200).must_say("Nenašli jsme ‚nikdo‘.");
        let saved = write(&alena, &klara, &visit("16. 3. 2026", IN_FIELDS));
        saved.must_be(303);
        let timeline = alena.see(&saved.location);
        timeline.must_be(200).must_say("Zápis uložen.").must_say("březen 2026").must_say("po 16. 3. 2026 9:00");
        timeline.must_say("Sdělení klienta Spí tři hodiny.").must_say("Dohoda Zavolá lékařce.");
        timeline.must_say("Odborná úvaha názor Možná deprese.");
        timeline.must_say("Průběh nezařazeno Přišla včas.");
        timeline.must_say("1 intervence").must_say("1. návštěva").must_say("Alena Příkladná");
        alena.see("/records/new").must_be(200).must_say("Naposledy").must_say("Klára Vzorná");
    }
}

#[test]
fn the_form_is_filled_as_far_as_the_house_knows() {
    let town = Town::in_a_file();
    let klara = klara(&town);
    let house = town.at("2026-03-17T10:32");
    let alena = house.worker("prikladna");
    let page = alena.see(&klara.page("/records/new")).body();
    assert!(page.contains("value=\"17.\u{a0}3.\u{a0}2026\""), "{page}");
    assert!(page.contains("value=\"9:45\"") && page.contains("value=\"45\""));
    assert!(page.contains("value=\"visit\" id=\"f-kind\" checked"));
    let phone = [("kind", "phone"), ("minutes", "12"), ("time", "10:00"), ("day", "17.3.2026"), ("body", "Volala.")];
    write(&alena, &klara, &phone).must_be(303);
    let page = alena.see(&klara.page("/records/new")).body();
    assert!(page.contains("value=\"phone\" checked") && page.contains("value=\"10:20\""), "{page}");
    let tomorrow = town.at("2026-03-18T10:32");
    let page = tomorrow.worker("prikladna").see(&klara.page("/records/new")).body();
    assert!(
        page.contains("value=\"visit\" id=\"f-kind\" checked") && page.contains("value=\"45\""),
        "as long as a visit"
    );
}

#[test]
fn before_the_agreement_a_consultation_is_refused_and_the_negotiation_is_not() {
    for town in Town::everywhere() {
        let jitka = client(&town, ("Jitka", "Pokusná"), "prikladna", "2026-03-05T10:00");
        let house = town.at("2026-03-10T12:00");
        let alena = house.worker("prikladna");
        alena.see(&jitka.page("/records/new")).must_be(200).must_say("Bez smlouvy.");
        let refused = write(&alena, &jitka, &visit("10. 3. 2026", "Mluvily jsme o dítěti."));
        refused.must_be(422).must_say("Ke dni 10. 3. 2026 není uzavřená smlouva").must_say("Mluvily jsme o dítěti.");
        for kind in ["negotiation", "on_behalf", "crisis_follow_up", "not_reached"] {
            let typed = [("kind", kind), ("day", "10.3."), ("time", "9"), ("minutes", "10"), ("body", "Ano.")];
            write(&alena, &jitka, &typed).must_be(303);
        }
        agreement(&town, &jitka, date(2026, 3, 16));
        let house = town.at("2026-03-16T12:00");
        let alena = house.worker("prikladna");
        write(&alena, &jitka, &visit("15. 3. 2026", "Den před smlouvou.")).must_be(422);
        write(&alena, &jitka, &visit("16. 3. 2026", "V den smlouvy.")).must_be(303);
    }
}

#[test]
fn what_cannot_have_happened_is_refused_and_nothing_typed_is_lost() {
    let town = Town::in_a_file();
    let klara = klara(&town);
    let house = town.at("2026-03-20T12:00");
    let alena = house.worker("prikladna");
    let try_with = |changed: &[(&'static str, &'static str)]| {
        let mut typed: Vec<(&str, &str)> = visit("20. 3. 2026", "Text zůstává.").to_vec();
        typed.retain(|(name, _)| changed.iter().all(|(other, _)| name != other));
        typed.extend_from_slice(changed);
        let refused = write(&alena, &klara, &typed);
        refused.must_be(422);
        refused
    };
    let future = try_with(&[("day", "21. 3. 2026")]);
    future.must_say("Kontakt nemůže být v budoucnosti. Chcete ho naplánovat?").must_say("Text zůstává.");
    try_with(&[("minutes", "1440")]).must_say("Kontakt nemůže trvat 24 hodin v kuse");
    try_with(&[("ends", "8:30")]).must_say("Konec je dřív než začátek").must_say("Text zůstává.");
    try_with(&[("kind", "")]).must_say("Vyberte druh kontaktu");
    try_with(&[("body", "")]).must_say("Napište, co se dělo, nebo zvolte Jen zaznamenat");
    let task = try_with(&[("task_what", "Zavolat do školy"), ("task_due", "")]);
    task.must_say("Úkol musí mít odpovědnou osobu a termín.").must_say("Text zůstává.");
    let stranger = crate::common::stage::worker("kolecko");
    let other = [("task_what", "Zavolat"), ("task_due", "30. 3. 2026"), ("task_worker", stranger.as_str())];
    let mut typed = visit("20. 3. 2026", "Text zůstává.").to_vec();
    typed.extend(other);
    write(&alena, &klara, &typed).must_be(422).must_say("Vyberte někoho jiného.");
    alena.see("/drafts").must_be(200).must_say("Zápis").must_say("Klára Vzorná");
}

#[test]
fn the_end_may_be_typed_instead_of_the_length_and_a_task_is_set_along() {
    let town = Town::in_a_file();
    let klara = klara(&town);
    let house = town.at("2026-03-20T12:00");
    let alena = house.worker("prikladna");
    let mut typed = visit("20. 3. 2026", "Dohodly jsme se.").to_vec();
    typed.extend([("ends", "9:25"), ("place", "kavárna"), ("topics", "maintenance"), ("topics", "child_care")]);
    let olga = crate::common::stage::worker("rozvazna");
    typed.extend([("task_what", "Zavolat do školy"), ("task_due", "30. 3. 2026"), ("task_worker", olga.as_str())]);
    let saved = write(&alena, &klara, &typed);
    saved.must_be(303);
    alena.see(&saved.location).must_say("25 min").must_say("1 kontakt").must_say("kavárna");
    assert_eq!(tasks(&town, &klara), 1);
}

fn tasks(town: &Town, client: &Client) -> i64 {
    crate::common::stage::count(town, "select count(*) as n from task where folder_id = $1", &client.page(""))
}

#[test]
fn ten_thousand_letters_are_a_record() {
    let town = Town::in_a_file();
    let klara = klara(&town);
    let house = town.at("2026-03-20T12:00");
    let alena = house.worker("prikladna");
    let long = "příšerně žluťoučký kůň úpěl ".repeat(360);
    let saved = write(&alena, &klara, &visit("20. 3. 2026", &long));
    saved.must_be(303);
    alena.see(&saved.location).must_say(long.trim());
}

#[test]
fn a_contact_is_saved_at_once_and_its_text_is_written_later() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at("2026-03-20T12:00");
        let alena = house.worker("prikladna");
        let mut typed = visit("20. 3. 2026", "").to_vec();
        typed.push(("later", "yes"));
        let saved = write(&alena, &klara, &typed);
        saved.must_be(303);
        alena.see(&saved.location).must_say("bez textu").must_say("50 min").must_say("1. návštěva");
        let drafts = alena.see("/drafts");
        drafts.must_be(200).must_say("Text k zápisu").must_say("Klára Vzorná");
        let edit = drafts.address("/folders/", "");
        assert!(edit.contains("/edit?draft="), "{edit}");
        let action = edit.split('?').next().unwrap();
        let written = alena.fill(&edit, action, &visit("20. 3. 2026", "Teď už je čas to dopsat."));
        written.must_be(303);
        alena.see(&klara.page("/timeline")).must_say("Teď už je čas to dopsat.").must_not_say("bez textu");
        alena.see("/drafts").must_say("Všechno dopsáno.");
    }
}

#[test]
fn a_record_is_corrected_for_a_week_then_added_to_and_struck_out_it_stays_readable() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let record = {
            let house = town.at("2026-03-20T12:00");
            let alena = house.worker("prikladna");
            write(&alena, &klara, &visit("20. 3. 2026", "Spí tři hodiny.")).must_be(303);
            first_record(&alena, &klara)
        };
        let edit = format!("{record}/edit");
        {
            let house = town.at("2026-03-27T12:00");
            let alena = house.worker("prikladna");
            alena.fill(&edit, &edit, &visit("20. 3. 2026", "Spí pět hodin.")).must_be(303);
            let page = alena.see(&record);
            page.must_say("2. znění").must_say("1. znění").must_say("Spí pět hodin.").must_say("Spí tři hodiny.");
            house.worker("rozvazna").see(&edit).must_be(403).must_say("Zápis opravuje jen jeho autor");
        }
        let house = town.at("2026-03-28T12:00");
        let alena = house.worker("prikladna");
        alena.see(&edit).must_be(403).must_say("Připojte k němu dodatek");
        alena.fill(&record, &format!("{record}/addendum"), &[("text", "")]).must_be(422).must_say("co k zápisu");
        alena.fill(&record, &format!("{record}/addendum"), &[("text", "Volala lékařka.")]).must_be(303);
        let strike = format!("{record}/strike-out");
        alena.fill(&strike, &strike, &[("reason", "")]).must_be(422).must_say("proč zápis přeškrtáváte");
        alena.fill(&strike, &strike, &[("reason", "Jiná klientka.")]).must_be(303);
        let timeline = alena.see(&klara.page("/timeline"));
        timeline.must_say("přeškrtnuto").must_say("Jiná klientka.").must_say("Spí pět hodin.");
        timeline.must_say("Volala lékařka.").must_not_say("1. návštěva");
        alena.see(&strike).must_be(403);
        alena.see(&klara.page("/timeline?as_of=2026-03-20")).must_say("Spí tři hodiny.").must_say("Stav ke dni");
        alena
            .see(&klara.page("/timeline?as_of=20.+3.+2026"))
            .must_say("Spí tři hodiny.")
            .must_say("Stav k 20. 3. 2026.");
        alena.see(&klara.page("/timeline?as_of=32.+1.")).must_say("Datum ‚32. 1.‘ neznáme");
    }
}

#[test]
fn the_timeline_is_filtered_by_kind_and_worker_and_paged() {
    let town = Town::in_a_file();
    let klara = klara(&town);
    let house = town.at("2026-06-01T12:00");
    let alena = house.worker("prikladna");
    for day in 1..=31 {
        let (day, body) = (format!("{day}. 5. 2026"), format!("Den číslo {day}."));
        let kind = if day.starts_with("7.") { "phone" } else { "visit" };
        let mut typed = visit(&day, &body).to_vec();
        typed.retain(|(name, _)| *name != "kind");
        typed.push(("kind", kind));
        write(&alena, &klara, &typed).must_be(303);
    }
    let first = alena.see(&klara.page("/timeline"));
    first.must_say("Den číslo 31.").must_not_say("Den číslo 1.").must_say("Starší");
    let older = first.address(&klara.page("/timeline?before="), "");
    alena.see(&older).must_say("Den číslo 1.").must_not_say("Den číslo 31.").must_say("Smlouva uzavřena");
    let olga = crate::common::course::worker("rozvazna");
    alena.see(&klara.page(&format!("/timeline?worker={olga}"))).must_say("Takový zápis tu není.");
    let calls = alena.see(&klara.page("/timeline?kind=assessment_meeting"));
    calls.must_say("Takový zápis tu není.").must_not_say("Den číslo");
    let empty = client(&town, ("Nová", "Klientka"), "prikladna", "2026-05-09T10:00");
    assert!(alena.see(&empty.page("/timeline?kind=consultation")).says("Takový zápis tu není."));
}

#[test]
fn a_peer_mentor_reads_and_writes_his_own_notes_only() {
    for town in Town::everywhere() {
        let tomas = client(&town, ("Tomáš", "Fiktivní"), "rampova", "2026-03-05T10:00");
        agreement(&town, &tomas, date(2026, 3, 6));
        assign(&town, &tomas, "vozik", true, date(2026, 3, 7));
        let house = town.at("2026-03-20T12:00");
        let (iva, jan) = (house.worker("rampova"), house.worker("vozik"));
        write(&iva, &tomas, &visit("18. 3. 2026", "Jen pro sociální pracovnici.")).must_be(303);
        let hers = first_record(&iva, &tomas);
        write(&jan, &tomas, &visit("19. 3. 2026", "Jeli jsme spolu na trh.")).must_be(303);
        let seen = jan.see(&tomas.page("/timeline"));
        seen.must_say("Jeli jsme spolu na trh.").must_not_say("Jen pro sociální pracovnici.");
        seen.must_not_say("Smlouva uzavřena");
        let iva_id = crate::common::course::worker("rampova");
        let asked = jan.see(&tomas.page(&format!("/timeline?worker={iva_id}")));
        asked.must_not_say("Jen pro sociální pracovnici.");
        jan.see(&hers).must_be(404);
        iva.see(&tomas.page("/timeline")).must_say("Jeli jsme spolu na trh.");
    }
}

#[test]
fn a_text_is_due_until_it_is_written_or_its_record_is_struck_out() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at("2026-03-20T12:00");
        let alena = house.worker("prikladna");
        let mut typed = visit("20. 3. 2026", "").to_vec();
        typed.push(("later", "yes"));
        write(&alena, &klara, &typed).must_be(303);
        let drafts = alena.see("/drafts");
        let discard = drafts.address("/drafts/", "/discard");
        alena.send(&drafts, &discard, &[]).must_be(303);
        alena.see("/drafts").must_say("Text ke kontaktu 20. 3.").must_not_say("Všechno dopsáno.");
        let record = first_record(&alena, &klara);
        let strike = format!("{record}/strike-out");
        alena.fill(&strike, &strike, &[("reason", "Zapsáno omylem k někomu jinému.")]).must_be(303);
        alena.see("/drafts").must_say("Všechno dopsáno.");
    }
}
