//! „Dokumenty“: photos of signed papers, scans and notes in a folder (R-051, M16).

use crate::common::stage::{self, KLARA};
use crate::common::{Heard, House, Town, Worker, road};
use klubko::kernel::content::Held;
use klubko::town::drawn_paper;

pub fn monday(town: &Town) -> House {
    town.at("2026-03-16T11:00")
}

/// A photo as a telephone takes it: with where it was taken.
pub fn photo() -> Vec<u8> {
    let paper = drawn_paper([20, 40, 120]);
    let beside = b"MM\0*\0\0\0\x08\0\0\0\0\0\0GPSLatitude 49.59 GPSLongitude 18.14";
    let length = (beside.len() as u16 + 8).to_be_bytes();
    [&paper[..2], &[0xff, 0xe1], &length, b"Exif\0\0", beside, &paper[2..]].concat()
}

/// Adds a document by the form of its page.
pub fn add(by: &Worker<'_>, folder: &str, title: &str, file: (&str, &[u8])) -> Heard {
    let page = by.see(&format!("{folder}/attachments/new"));
    by.attach(&page, &format!("{folder}/attachments"), &[("title", title), ("note", "poznámka k papíru")], file)
}

/// Where the first document of the page is handed out.
fn first_file(by: &Worker<'_>, folder: &str) -> String {
    by.see(&format!("{folder}/attachments")).address(&format!("{folder}/attachments/"), "/file")
}

fn written_consent(by: &Worker<'_>, folder: &str) {
    let heard_by = stage::worker("zkusma");
    let typed = [
        ("decision", "consent"),
        ("form", "written"),
        ("wording", "Souhlasím se zpracováním svých údajů."),
        ("scope", "jméno a kontakt"),
        ("day", "16. 3. 2026"),
        ("time", "10:30"),
        ("heard_by", heard_by.as_str()),
    ];
    by.fill(&format!("{folder}/consents/new"), &format!("{folder}/consents"), &typed).must_be(303);
}

#[test]
fn a_photo_of_the_signed_paper_belongs_to_its_consent_after_two_interactions() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let dana = house.worker("zkusma");
        written_consent(&dana, &folder);
        let consents = format!("{folder}/consents");
        // The file is chosen, the button is pressed.
        let page = dana.see(&consents);
        page.must_say("Přidat fotku podepsaného papíru");
        let sent = dana.attach(&page, &format!("{folder}/attachments"), &[], ("IMG_0001.JPG", &photo()));
        sent.must_be(303);
        assert_eq!(sent.location, format!("{consents}?done=attachment"));
        let page = dana.see(&consents);
        page.must_say("IMG_0001.jpg").must_say("16. 3. 2026 11:00, Bc. Dana Zkusmá");
        let file = page.address(&format!("{folder}/attachments/"), "/file");
        let heard = dana.see(&file);
        assert_eq!(heard.header("content-type"), "image/jpeg");
        assert!(heard.bytes.starts_with(b"\xff\xd8\xff"));
        assert!(!heard.body().contains("GPS") && !heard.body().contains("Exif"));
        assert_eq!(heard.header("content-disposition"), "attachment; filename=\"dokument-2026-03-16.jpg\"");
        assert_eq!(heard.header("content-security-policy"), "sandbox; default-src 'none'");
        assert_eq!((heard.header("x-content-type-options"), heard.header("cache-control")), ("nosniff", "no-store"));
        // Shown, its original, and the two of the town.
        assert_eq!(town.held(), Held::Sound { count: 4 });
    }
}

#[test]
fn the_photo_of_a_signed_text_stands_beside_the_text_and_beside_its_consent() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = monday(&town);
    let dana = house.worker("zkusma");
    road::negotiate(&dana, &folder, &[]);
    let text = road::prepare(&dana, &folder, &[]);
    dana.see(&text).must_not_say("Přidat fotku podepsaného papíru");
    road::sign(&dana, &text, &[]).must_be(303);
    let page = dana.see(&text);
    let sent = dana.attach(&page, &format!("{folder}/attachments"), &[], ("papir.jpg", &photo()));
    assert_eq!((sent.status, sent.location), (303, format!("{text}?done=attachment")));
    for page in [&text, &format!("{folder}/consents"), &format!("{folder}/attachments")] {
        dana.see(page).must_say("papir.jpg");
    }
    let of_another = [("belongs_to", "0dd00000-0000-4000-8000-a00000000001")];
    let page = dana.see(&format!("{folder}/attachments/new"));
    let hidden = page.hidden(&format!("{folder}/attachments"));
    let hidden = hidden.iter().filter(|(name, _)| name != "belongs_to");
    let fields: Vec<_> = hidden.map(|(name, value)| (name.as_str(), value.as_str())).chain(of_another).collect();
    let body = crate::common::multipart(&fields, ("papir.jpg", &photo()));
    let kind = ("multipart/form-data; boundary=----klubko", body);
    let from = ("127.0.0.1", Some(dana.cookie()));
    house.ask_with(from, "POST", &format!("{folder}/attachments"), kind).must_be(404);
}

#[test]
fn a_document_is_listed_handed_out_and_struck_out_and_never_deleted() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let (dana, ivo) = (house.worker("zkusma"), house.worker("ukazka"));
        dana.see(&format!("{folder}/attachments")).must_say("Zatím tu nic není");
        add(&dana, &folder, "Výměr z úřadu", ("vymer.pdf", b"%PDF-1.7\nkonec")).must_be(303);
        let page = dana.see(&format!("{folder}/attachments"));
        page.must_say("Výměr z úřadu").must_say("PDF, 1 kB · vymer.pdf · 16. 3. 2026 11:00, Bc. Dana Zkusmá");
        page.must_say("poznámka k papíru").must_say("Přeškrtnout");
        let file = first_file(&dana, &folder);
        assert_eq!(dana.see(&file).bytes, b"%PDF-1.7\nkonec");
        let strike = file.replace("/file", "/strike-out");
        ivo.see(&strike).must_be(403);
        dana.fill(&strike, &strike, &[("reason", "")]).must_be(422).must_say("Napište, proč dokument přeškrtáváte");
        dana.fill(&strike, &strike, &[("reason", "patří do jiné složky")]).must_be(303);
        let page = dana.see(&format!("{folder}/attachments"));
        page.must_say("Přeškrtnuto 16. 3. 2026 11:00, Bc. Dana Zkusmá: patří do jiné složky");
        assert_eq!(dana.see(&file).status, 200, "what was struck out can still be read");
        dana.see(&strike).must_be(403).must_say("jen jednou");
    }
}

#[test]
fn each_handing_out_has_its_entry_and_the_head_reads_it() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = monday(&town);
    let dana = house.worker("zkusma");
    add(&dana, &folder, "", ("papir.jpg", &photo())).must_be(303);
    let file = first_file(&dana, &folder);
    for _ in 0..3 {
        dana.see(&file).must_be(200);
    }
    let handed_out = "select count(*) as n from journal where concerns_id = $1 and decision = 'handed_out'";
    assert_eq!(stage::count(&town, handed_out, &folder), 3);
    let looks = house.worker("rozvazna").see(&format!("{folder}/looks"));
    looks.must_say("stažení dokumentu");
}

#[test]
fn the_same_bytes_in_two_folders_are_kept_once_and_answered_alike() {
    for town in Town::everywhere() {
        let (first, second) = (road::folder(&town, &KLARA), road::folder(&town, &KLARA));
        let house = monday(&town);
        let dana = house.worker("zkusma");
        let before = town.count("select count(*) as n from content");
        let heard = [&first, &second].map(|folder| add(&dana, folder, "Papír", ("papir.jpg", &photo())));
        assert_eq!((heard[0].status, heard[1].status), (303, 303));
        assert_eq!(heard[0].location.replace(&first, ""), heard[1].location.replace(&second, ""));
        assert_eq!(town.count("select count(*) as n from content") - before, 2, "the photo and its original");
        let used = "select cast(sum(total_size) as bigint) as n from attachment where title = 'Papír'";
        let one = "select max(total_size) as n from attachment where title = 'Papír'";
        assert_eq!(town.count(used), 2 * town.count(one), "the quota cannot tell what others have");
    }
}

#[test]
fn the_same_form_sent_twice_adds_one_document() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = monday(&town);
    let dana = house.worker("zkusma");
    let page = dana.see(&format!("{folder}/attachments/new"));
    for _ in 0..2 {
        dana.attach(&page, &format!("{folder}/attachments"), &[], ("papir.jpg", &photo())).must_be(303);
    }
    let of_folder = "select count(*) as n from attachment where folder_id = $1";
    assert_eq!(stage::count(&town, of_folder, &folder), 1);
}

#[test]
fn a_day_of_the_past_shows_what_was_there_and_takes_nothing() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    add(&monday(&town).worker("zkusma"), &folder, "Výměr", ("vymer.pdf", b"%PDF-1.7")).must_be(303);
    let house = town.at("2026-03-20T09:00");
    let dana = house.worker("zkusma");
    dana.see(&format!("{folder}/attachments?as_of=2026-03-10")).must_not_say("Výměr").must_not_say("Přidat dokument");
    dana.see(&format!("{folder}/attachments?as_of=2026-03-18")).must_say("Výměr");
}
