use paper::{Paper, PaperError};

use crate::samples::consent;
use crate::tools::{printer, text_of};

#[test]
fn a_provider_prints_the_consent_by_its_own_template() {
    let paper = Paper::from(consent());
    let own = paper.template().replace("ve~dvou stejnopisech", "ve~třech stejnopisech");
    assert_ne!(own, paper.template());
    let pdf = printer().print_by(&own, &paper).unwrap();
    let Some(text) = text_of(&pdf) else { return };
    assert!(text.contains("Vyhotoveno 3. 3. 2026 ve třech stejnopisech"), "{text}");
    assert!(text.contains("Ďurďa Ňuňák"), "{text}");
}

#[test]
fn a_mistake_in_a_template_is_told_with_its_line_and_without_the_clients_name() {
    let own = "#import \"/house.typ\": *\n#let d = json(\"/data.json\")\n#panic(d.client)";
    let refused = printer().print_by(own, &consent().into()).unwrap_err();
    assert!(matches!(refused, PaperError::Template { line: Some(3), .. }), "{refused:?}");
    assert_eq!(refused.to_string(), "Šablona dokumentu je chybná na řádku 3.");
    assert!(refused.cause().contains("Ňuňák"), "the cause is for who may read the paper: {}", refused.cause());
}

#[test]
fn a_template_reaches_no_file_no_package_and_no_clock() {
    for reach in [
        "#read(\"/etc/passwd\")",
        "#read(\"../Cargo.toml\")",
        "#import \"@preview/example:0.1.0\"",
        "#image(\"/house.png\")",
        "#datetime.today()",
    ] {
        let refused = printer().print_by(reach, &consent().into());
        assert!(matches!(refused, Err(PaperError::Template { .. })), "{reach}: {refused:?}");
    }
}

#[test]
fn a_template_that_nobody_could_read_by_ear_is_refused() {
    let untitled = printer().print_by("Bez názvu a bez jazyka.", &consent().into()).unwrap_err();
    assert!(matches!(untitled, PaperError::Export { .. }), "{untitled:?}");
    assert_eq!(untitled.to_string(), "Dokument nesplňuje požadavky na přístupnost a archivaci.");
}
