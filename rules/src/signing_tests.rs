use super::*;

const KLARA: &str = "M100 200L140 120L180 260M300 210L420 190";

#[test]
fn a_drawn_signature_comes_out_as_it_went_in() {
    let stroke = Stroke::read(KLARA).unwrap();
    assert_eq!(stroke.lines().len(), 2);
    assert_eq!(stroke.path(), KLARA);
}

#[test]
fn the_edges_of_the_frame_belong_to_it_and_nothing_beyond_them_does() {
    assert_eq!(Stroke::read("M0 0L1000 400").unwrap().path(), "M0 0L1000 400");
    for beyond in ["M0 0L1001 400", "M0 0L1000 401", "M0 0L99999 1", "M-1 0L1000 400", "M0 0L10 -4"] {
        assert_eq!(Stroke::read(beyond), Err(StrokeFlaw::Foreign), "{beyond}");
    }
}

#[test]
fn only_two_commands_and_whole_numbers_are_lines() {
    let foreign = [
        "L10 10L200 200",
        "M10 10C20 20 30 30 200 200",
        "M10 10C200 200",
        "M10 10A200 200",
        "M10 10l200 200",
        "M10 10M",
        "M10 10 L200 200",
        "M10,10L200,200",
        "M10.5 10L200 200",
        "m10 10l200 200",
        "M10 10L200 200Z",
        "M10 10L200",
        "M1e2 10L200 200",
        "M+1 10L200 200",
        "M10 10L200 200\" onload=\"alert(1)",
        "<path d=\"M10 10L200 200\"/>",
        "M١٠ 10L200 200",
        "Mř 10",
        "url(#a)",
    ];
    for path in foreign {
        assert_eq!(Stroke::read(path), Err(StrokeFlaw::Foreign), "{path}");
    }
}

#[test]
fn nothing_a_dot_and_an_endless_scribble_are_no_signatures() {
    assert_eq!(Stroke::read(""), Err(StrokeFlaw::Empty));
    assert_eq!(Stroke::read("M10 10L12 11"), Err(StrokeFlaw::TooSmall));
    assert_eq!(Stroke::read("M500 200"), Err(StrokeFlaw::TooSmall));
    let endless = format!("M0 0{}", "L900 300L1 1".repeat(4000));
    assert_eq!(Stroke::read(&endless), Err(StrokeFlaw::TooLong));
}

#[test]
fn every_path_that_is_taken_holds_digits_spaces_and_two_letters_alone() {
    for path in [KLARA, "M0 0L1000 400", "M7 7L7 7M1 1L300 300"] {
        let shown = Stroke::read(path).unwrap().path();
        assert!(shown.chars().all(|sign| sign.is_ascii_digit() || " ML".contains(sign)), "{shown}");
        assert_eq!(Stroke::read(&shown).unwrap().path(), shown);
    }
}

#[test]
fn klara_vzorna_is_known_however_she_writes_her_name() {
    for written in ["Klára Vzorná", "klara vzorna", "Vzorná K.", "VZORNÁ Klára", "Bc. Klára Vzorná-Nová"] {
        assert!(is_name_of(written, "Klára Vzorná"), "{written}");
    }
    for written in ["Alena Příkladná", "K.", "", "x", "Karel Vzorný"] {
        assert!(!is_name_of(written, "Klára Vzorná"), "{written}");
    }
}
