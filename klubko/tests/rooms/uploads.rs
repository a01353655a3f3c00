//! What may not come in, and what is left of it: a hostile corpus by table, limits, the quota, and the check and sweeping
//! of what is kept (M16, C5).

use super::documents::{add, monday, photo};
use crate::common::stage::KLARA;
use crate::common::{Heard, Town, Worker, multipart, road};
use klubko::kernel::content::{self, Held};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

fn files(town: &Town) -> Vec<PathBuf> {
    let Some(folder) = town.files() else { return Vec::new() };
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn documents(town: &Town) -> i64 {
    town.count("select count(*) as n from attachment")
}

const WEB_PAGE: &str = "Webové stránky a kresby SVG nepřijímáme.";
const OFFICE: &str = "Uložte dokument jako PDF";
const PICTURE: &str = "Uložte ho jako JPEG nebo PNG";
const UNREADABLE: &str = "Obrázek se nepodařilo přečíst.";
const UNKNOWN: &str = "Tento druh souboru nepřijímáme.";

/// A head of a picture that promises 50,000 × 50,000 points.
fn promising() -> Vec<u8> {
    let mut head = [&b"IHDR"[..], &50_000_u32.to_be_bytes(), &50_000_u32.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let mut sum = flate2::Crc::new();
    sum.update(&head);
    head.extend(sum.sum().to_be_bytes());
    [&b"\x89PNG\r\n\x1a\n\0\0\0\x0d"[..], &head, b"\0\0\0\0IEND\xae\x42\x60\x82"].concat()
}

/// What is sent under which name, and what the page says.
fn hostile() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        ("souhlas.jpg", text("<!doctype html><script>alert(1)</script>"), WEB_PAGE),
        ("souhlas.png", text("\u{feff}\n <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), WEB_PAGE),
        ("souhlas.pdf", text("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"), WEB_PAGE),
        ("papir.jpg", text("GIF89a/*<script>*/=1;"), PICTURE),
        ("papir.jpg", b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), PICTURE),
        ("papir.heic", b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(), "Fotku ve formátu HEIC nepřečteme."),
        ("dopis.docx", b"PK\x03\x04\x14\0\0\0\0\0word/document.xml".to_vec(), OFFICE),
        ("tabulka.xlsm.pdf", b"PK\x03\x04\x14\0\0\0\0\0xl/vbaProject.bin".to_vec(), OFFICE),
        ("dopis.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), OFFICE),
        ("fotky.zip", b"PK\x03\x04\x14\0\0\0\0\0a.jpg".to_vec(), "Zabalené soubory nepřijímáme."),
        ("papir.jpg.exe", b"MZ\x90\0\x03\0\0\0".to_vec(), UNKNOWN),
        ("papir.txt", b"ahoj\x1b]0;x\x07".to_vec(), UNKNOWN),
        ("papir.png", promising(), "Obrázek má 2500 milionů bodů, vejde se 50 milionů."),
        ("papir.png", b"\x89PNG\r\n\x1a\n<script>alert(1)</script>".to_vec(), UNREADABLE),
        ("papir.jpg", b"\xff\xd8\xff\xe0<script>alert(1)</script>".to_vec(), UNREADABLE),
        ("papir.jpg", photo()[..400].to_vec(), UNREADABLE),
        ("papir.jpg", Vec::new(), "Soubor je prázdný."),
        ("velky.pdf", [&b"%PDF-1.7"[..], &vec![0; 25_000_000]].concat(), "Soubor má 25,1 MB, vejde se 20 MB."),
        ("obrovsky.pdf", [&b"%PDF-1.7"[..], &vec![0; 60_000_000]].concat(), "Soubor má 60,1 MB, vejde se 20 MB."),
    ]
}

#[test]
fn what_may_not_come_in_is_refused_with_what_to_do_and_nothing_typed_is_lost() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = monday(&town);
    let dana = house.worker("zkusma");
    let before = (documents(&town), files(&town).len());
    for (name, bytes, sentence) in hostile() {
        let heard = add(&dana, &folder, "Rodný list dítěte", (name, &bytes));
        heard.must_be(422).must_say(sentence);
        assert!(heard.body().contains("value=\"Rodný list dítěte\"") && heard.says("poznámka k papíru"), "{name}");
        assert_eq!((documents(&town), files(&town).len()), before, "{name} left something behind");
    }
    let none = add(&dana, &folder, "Rodný list", ("", b""));
    none.must_be(422).must_say("Vyberte soubor");
}

/// Files that may come in whatever they hide: under which name they are shown, as what they are handed out.
#[test]
fn what_comes_in_is_named_safely_and_can_do_nothing_where_it_is_opened() {
    let eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].concat();
    let polyglot = [&photo()[..], b"PK\x03\x04<script>alert(1)</script>"].concat();
    let table: [(&str, &[u8], &str, &str); 6] = [
        ("../../x", b"Domluva.", "x.txt", "text/plain; charset=utf-8"),
        ("fotka\u{202e}gpj.exe", &photo(), "fotkagpj.jpg", "image/jpeg"),
        ("stranka.html", &polyglot, "stranka.jpg", "image/jpeg"),
        ("eicar.com", eicar.as_bytes(), "eicar.txt", "text/plain; charset=utf-8"),
        ("sken.html", b"%PDF-1.7 <script>app.alert(1)</script> /Launch", "sken.pdf", "application/pdf"),
        ("C:\\fakepath\\a%22;b.txt", "Přišla včas.".as_bytes(), "a__b.txt", "text/plain; charset=utf-8"),
    ];
    let town = Town::in_a_file();
    let house = monday(&town);
    let dana = house.worker("zkusma");
    for (name, bytes, shown, kind) in table {
        let folder = road::folder(&town, &KLARA);
        add(&dana, &folder, "", (name, bytes)).must_be(303);
        let page = dana.see(&format!("{folder}/attachments"));
        page.must_say(shown);
        let heard = dana.see(&page.address(&format!("{folder}/attachments/"), "/file"));
        assert_eq!(heard.header("content-type"), kind, "{name}");
        let disposition = heard.header("content-disposition");
        assert!(disposition.starts_with("attachment; filename=\"dokument-2026-03-16."), "{disposition}");
        assert_eq!(heard.header("content-security-policy"), "sandbox; default-src 'none'");
        assert_eq!(heard.header("x-content-type-options"), "nosniff");
        let is_picture = kind.starts_with("image");
        assert!(!is_picture || !heard.body().contains("script"), "{name} carries a script");
    }
}

fn send(by: &Worker<'_>, house: &crate::common::House, action: &str, fields: &[(&str, &str)]) -> Heard {
    let body = multipart(fields, ("papir.jpg", &photo()));
    let kind = ("multipart/form-data; boundary=----klubko", body);
    house.ask_with(("127.0.0.1", Some(by.cookie())), "POST", action, kind)
}

#[test]
fn whoever_may_not_add_is_answered_as_ever_and_leaves_no_bytes_behind() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = monday(&town);
    let before = files(&town).len();
    let action = format!("{folder}/attachments");
    let key = uuid::Uuid::new_v4().to_string();
    for (login, status) in [("poradna", 404), ("kolecko", 404), ("ucetni", 404)] {
        let stranger = house.worker(login);
        send(&stranger, &house, &action, &[("token", &key)]).must_be(status);
        send(&stranger, &house, "/folders/0dd00000-0000-4000-8000-000000000000/attachments", &[("token", &key)])
            .must_be(404);
    }
    let body = multipart(&[], ("papir.jpg", &vec![7; 3_000_000]));
    let kind = ("multipart/form-data; boundary=----klubko", body);
    let nobody = house.ask_with(("127.0.0.1", None), "POST", &action, kind);
    assert_eq!((nobody.status, nobody.location.as_str()), (303, "/sign-in"));
    let dana = house.worker("zkusma");
    send(&dana, &house, &action, &[]).must_be(403).must_say("Formulář nemá svůj klíč");
    assert_eq!(
        (documents(&town), files(&town).len() - before),
        (2, 2),
        "the keyless form was laid down and waits to be swept"
    );
    let garbage = ("multipart/form-data; boundary=----klubko", b"------klubko\r\nnonsense".to_vec());
    house
        .ask_with(("127.0.0.1", Some(dana.cookie())), "POST", &action, garbage)
        .must_be(403)
        .must_say("nepodařilo přečíst");
}

#[test]
fn the_admin_sets_how_much_comes_in_and_a_full_house_says_so() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let (dana, kamil) = (house.worker("zkusma"), house.worker("sitovy"));
        let set = |file: &str, all: &str| {
            let typed = [("attachment_megabytes", file), ("attachments_gigabytes", all)];
            kamil.fill("/services", "/services/attachment-limits", &typed)
        };
        set("51", "0").must_be(422).must_say("zvolte číslo od 1 do 50").must_say("zvolte číslo od 1 do 1000");
        set("1", "1").must_be(303);
        let large = [&b"%PDF-1.7"[..], &vec![0; 1_000_000]].concat();
        add(&dana, &folder, "Sken", ("sken.pdf", &large)).must_be(422).must_say("Soubor má 1,1 MB, vejde se 1 MB.");
        dana.see(&format!("{folder}/attachments/new")).must_say("nejvýš 1 MB");
        add(&dana, &folder, "Papír", ("papir.jpg", &photo())).must_be(303);
        town.tamper("update attachment set total_size = 999999000 where title = 'Papír'");
        let before = (documents(&town), files(&town).len());
        let heard = add(&dana, &folder, "Další", ("dalsi.jpg", &photo()));
        heard.must_be(422).must_say("Místo na dokumenty (1 gigabajt) je plné.");
        assert_eq!((documents(&town), files(&town).len()), before);
    }
}

#[test]
fn a_disk_that_takes_no_file_is_said_and_nothing_typed_is_lost() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = monday(&town);
    let dana = house.worker("zkusma");
    let place = town.files().unwrap();
    fs::remove_dir_all(&place).unwrap();
    fs::write(&place, "a file stands where the folder should be").unwrap();
    let heard = add(&dana, &folder, "Výměr z úřadu", ("papir.jpg", &photo()));
    heard.must_be(422).must_say("Soubor se teď nepodařilo uložit.");
    assert!(heard.body().contains("value=\"Výměr z úřadu\""));
    assert_eq!(documents(&town), 2);
}

#[test]
fn a_check_names_the_first_file_that_is_missing_or_altered_and_an_altered_one_is_not_handed_out() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = monday(&town);
    let dana = house.worker("zkusma");
    add(&dana, &folder, "", ("domluva.txt", "Přijde v pondělí.".as_bytes())).must_be(303);
    let page = format!("{folder}/attachments");
    let address = dana.see(&page).address(&format!("{page}/"), "/file");
    let is_note = |path: &PathBuf| fs::read(path).unwrap().starts_with("Přijde".as_bytes());
    let file = files(&town).into_iter().find(is_note).unwrap();
    let digest = file.file_name().unwrap().to_str().unwrap().to_owned();
    fs::write(&file, "Přijde v úterý.").unwrap();
    assert_eq!(town.held(), Held::Bad { digest: digest.clone(), why: "was altered" });
    let heard = dana.see(&address);
    heard.must_be(500).must_not_say("úterý");
    fs::remove_file(&file).unwrap();
    assert_eq!(town.held(), Held::Bad { digest, why: "is missing" });
    add(&dana, &folder, "Znovu", ("domluva.txt", "Přijde v pondělí.".as_bytes())).must_be(303);
    assert_eq!(town.held(), Held::Sound { count: 3 }, "brought once more, it is whole again");
}

#[test]
fn altered_bytes_in_the_large_database_are_found_too() {
    let Some(town) = Town::in_a_schema() else { return };
    assert!(matches!(town.held(), Held::Sound { count: 2 }));
    town.tamper("update content set bytes = 'x' where size = (select max(size) from content)");
    assert!(matches!(town.held(), Held::Bad { why: "was altered", .. }));
}

#[test]
fn a_file_that_a_crash_left_without_its_row_is_swept_and_no_other() {
    use std::os::unix::fs::PermissionsExt;
    let town = Town::in_a_file();
    let folder = town.files().unwrap();
    let kept = files(&town);
    let left = [folder.join("ab".repeat(32)), folder.join("unfinished-1"), folder.join("cd".repeat(32))];
    for path in &left {
        fs::write(path, "half").unwrap();
    }
    let long_ago = fs::metadata(&left[0]).unwrap().modified().unwrap() - Duration::from_secs(7_200);
    for path in kept.iter().chain(&left[..2]) {
        fs::File::options().append(true).open(path).unwrap().set_modified(long_ago).unwrap();
    }
    assert_eq!(content::sweep(&town.place).unwrap(), 2);
    assert!(!left[0].exists() && !left[1].exists() && left[2].exists(), "the last one may be on its way to its row");
    assert_eq!(town.held(), Held::Sound { count: 2 });
    for path in &kept {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(fs::metadata(folder).unwrap().permissions().mode() & 0o777, 0o700);
}
