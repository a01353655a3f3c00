use paper::Paper;

use crate::plan::plan;
use crate::samples::{consent, consultation, information, who_looked};
use crate::tools::{print, tags_of, unpacked};

fn every_paper() -> [Paper; 6] {
    let (whole, plain) = (plan(2, 3, false).into(), plan(2, 3, true).into());
    [consent().into(), information().into(), consultation().into(), who_looked(40).into(), whole, plain]
}

#[test]
fn every_paper_is_tagged_czech_and_fit_for_archive_and_screen_reader() {
    for paper in every_paper() {
        let name = paper.file_name();
        let Some(inside) = unpacked(&print(paper)) else { return };
        for mark in ["/StructTreeRoot", "/MarkInfo", "/Marked true", "/Lang (cs)", "/DisplayDocTitle true", "/FontFile"]
        {
            assert!(inside.contains(mark), "{name}: {mark} is missing");
        }
        assert!(inside.contains("<pdfaid:part>2</pdfaid:part>"), "{name}");
        assert!(inside.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{name}");
        assert!(inside.contains("<pdfuaid:part>1</pdfuaid:part>"), "{name}");
        for active in ["/JavaScript", "/Launch", "/EmbeddedFile", "/URI"] {
            assert!(!inside.contains(active), "{name}: {active} has no place in a paper");
        }
    }
}

#[test]
fn a_screen_reader_meets_the_title_then_the_client_then_the_text() {
    let Some(tags) = tags_of(&print(consent())) else { return };
    let order = ["Informovaný souhlas", "Klient", "Co mi služba vysvětlila", "Osobní údaje", "datum a podpis klienta"];
    let places: Vec<_> = order.iter().map(|said| tags.find(said).unwrap_or_else(|| panic!("{said}: {tags}"))).collect();
    assert!(places.is_sorted(), "{places:?}: {tags}");
    for tag in ["\n  H1 ", "Table (block)", "TH <", "L (block)", "LI (block)"] {
        assert!(tags.contains(tag), "{tag} is missing in: {tags}");
    }
    assert!(!tags.contains("strana 1"), "the foot is not read aloud: {tags}");
}

#[test]
fn headings_of_a_table_are_tagged_as_headings() {
    let Some(tags) = tags_of(&print(who_looked(3))) else { return };
    let heads = tags.matches("TH <").count();
    assert_eq!(heads, 2 + 4, "two facts and four columns: {tags}");
}
