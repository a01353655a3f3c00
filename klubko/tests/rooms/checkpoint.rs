//! The checkpoint of the journal on the data protection officer's screen and on paper.

use crate::common::Town;
use crate::common::pdf::{must_be_accessible, text};
use klubko::journal::console::note_checkpoint;
use klubko::kernel::db::Connection;
use klubko::kernel::journal::{Checkpoint, Key, Signed, hex};

fn signed(town: &Town) -> Signed {
    let reader = Connection::open_reader(&town.place).unwrap();
    let checkpoint = reader.read(|unit| Checkpoint::of(unit, 1_772_546_400_000)).unwrap().unwrap();
    Key::new().sign(checkpoint.unwrap())
}

fn in_groups(bytes: &[u8]) -> String {
    bytes.chunks(4).map(hex).collect::<Vec<_>>().join(" ")
}

#[test]
fn pavla_reads_and_prints_how_far_the_journal_has_come() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-03T14:00");
        let pavla = house.worker("dohlizna");
        pavla.see("/journal").must_say("Kontrolní bod");
        let before = pavla.see("/journal/checkpoint");
        before.must_be(200).must_say("Zatím žádný není").must_say("Deník nyní");
        let signed = signed(&town);
        assert!(house.wait(note_checkpoint(&house.pool, &signed)));
        let page = pavla.see("/journal/checkpoint");
        page.must_not_say("Zatím žádný není")
            .must_say(&signed.fingerprint())
            .must_say(&in_groups(&signed.checkpoint.hash));
        page.must_say(&format!("č. {}", signed.checkpoint.seq)).must_say(&in_groups(&signed.signature));
        pavla.see("/journal?act=tend_journal").must_say("nikdo přihlášený správa deníku z konzole zapsáno");
        let pdf = pavla.see("/journal/checkpoint.pdf");
        assert_eq!((pdf.status, pdf.header("content-type")), (200, "application/pdf"), "{}", pdf.text());
        assert!(pdf.header("content-disposition").contains("kontrolni-bod-deniku.pdf"));
        must_be_accessible(&pdf.bytes);
        pavla.see("/journal?act=print_checkpoint").must_say("tisk kontrolního bodu deníku zobrazeno");
        let Some(text) = text(&pdf.bytes) else { return };
        let hash = in_groups(&signed.checkpoint.hash);
        for said in
            ["Kontrolní bod deníku přístupů", &signed.fingerprint(), &hash, "IČO 99900017", "Uložte list mimo počítač"]
        {
            assert!(text.contains(said), "{said} is missing in: {text}");
        }
    }
}

#[test]
fn nobody_else_reads_it_and_a_checkpoint_that_is_not_true_is_not_remembered() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-03T14:00");
    for login in ["prikladna", "rozvazna", "sitovy"] {
        let other = house.worker(login);
        other.see("/journal/checkpoint").must_be(404);
        other.see("/journal/checkpoint.pdf").must_be(404);
    }
    let mut forged = signed(&town);
    forged.checkpoint.entries += 1;
    assert!(!house.wait(note_checkpoint(&house.pool, &forged)));
    house.worker("dohlizna").see("/journal/checkpoint").must_say("Zatím žádný není");
}
