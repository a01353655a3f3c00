//! The server of the database has no room left (A4). Whoever saves is told so and gets his text back; nothing is written
//! by half; when there is room again, the same form is taken, without a restart.

use crate::common::Town;
use crate::common::course::{agreement, client};
use jiff::civil::date;
use klubko::kernel::journal::Found;

/// A table at a time has no room: at the deed itself, at its head, in the journal, at the key of the form.
const TABLES: [[&str; 2]; 5] = [
    [
        "create trigger full_disk before insert on progress_record execute function no_room()",
        "drop trigger full_disk on progress_record",
    ],
    [
        "create trigger full_disk before insert on activity execute function no_room()",
        "drop trigger full_disk on activity",
    ],
    [
        "create trigger full_disk before insert on activity_version execute function no_room()",
        "drop trigger full_disk on activity_version",
    ],
    [
        "create trigger full_disk before insert on form_token execute function no_room()",
        "drop trigger full_disk on form_token",
    ],
    [
        "create trigger full_disk before insert on journal execute function no_room()",
        "drop trigger full_disk on journal",
    ],
];
const NO_ROOM: &str = "create function no_room() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$";

#[test]
fn a_server_without_room_is_said_plainly_and_the_same_record_is_taken_later() {
    let Some(town) = Town::in_a_schema() else { return };
    let klara = client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
    agreement(&town, &klara, date(2026, 3, 16));
    town.tamper(NO_ROOM);
    let house = town.at("2026-03-20T12:00");
    let alena = house.worker("prikladna");
    let texts = || town.count("select count(*) as n from progress_record");
    let before = texts();
    for (turn, [fill_up, make_room]) in TABLES.into_iter().enumerate() {
        let page = alena.see(&klara.page("/records/new"));
        let body = format!("Přišla po {turn}.");
        let typed =
            [("kind", "visit"), ("day", "20. 3. 2026"), ("time", "9:00"), ("minutes", "50"), ("body", body.as_str())];
        town.tamper(fill_up);
        let refused = alena.send(&page, &klara.page("/records"), &typed);
        refused.must_be(507).must_say("Na serveru došlo místo").must_say(&body).must_say("Odeslat znovu");
        assert_eq!(refused.header("retry-after"), "2");
        assert_eq!(texts(), before + turn as i64, "{fill_up}");
        town.tamper(make_room);
        alena.send(&page, &klara.page("/records"), &typed).must_be(303);
        alena.send(&page, &klara.page("/records"), &typed).must_be(303);
        assert_eq!(texts(), before + turn as i64 + 1);
    }
    assert!(matches!(town.verify(), Found::Sound { .. }));
}
