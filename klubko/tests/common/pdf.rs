//! What a person, or a screen reader, finds in a PDF: read back by the tools of poppler and checked by qpdf.
//! Where a tool is not installed there is nothing to read, unless `KLUBKO_REQUIRE_TOOLS` demands it.

use std::io::Write;
use std::process::{Command, Stdio};

/// What a tool says of a PDF, white space folded.
pub fn ask(tool: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let child = Command::new(tool).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else {
        assert!(std::env::var("KLUBKO_REQUIRE_TOOLS").is_err(), "{tool} is required");
        return None;
    };
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    let output = child.wait_with_output().unwrap().stdout;
    let said = String::from_utf8_lossy(&output);
    Some(said.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The running text of all pages.
pub fn text(pdf: &[u8]) -> Option<String> {
    ask("pdftotext", &["-enc", "UTF-8", "-", "-"], pdf)
}

/// The text with nothing between its letters, so that a word is found wherever the line was broken.
pub fn letters(pdf: &[u8]) -> Option<String> {
    let is_joint = |sign: char| sign.is_whitespace() || matches!(sign, '\u{200b}' | '\u{ad}' | '-' | '\u{2010}');
    text(pdf).map(|text| text.replace(is_joint, ""))
}

/// The file is whole, tagged, and says its title and language.
pub fn must_be_accessible(pdf: &[u8]) {
    let file = std::env::temp_dir().join(format!("klubko-{}.pdf", uuid::Uuid::new_v4()));
    std::fs::write(&file, pdf).unwrap();
    let checked = ask("qpdf", &["--check", file.to_str().unwrap()], &[]);
    let about = ask("pdfinfo", &[file.to_str().unwrap()], &[]);
    let conforms = ask("pdfinfo", &["-meta", file.to_str().unwrap()], &[]);
    std::fs::remove_file(&file).unwrap();
    assert!(checked.is_none_or(|said| said.contains("No syntax or stream encoding errors")), "qpdf finds errors");
    let Some(about) = about else { return };
    assert!(about.contains("Tagged: yes"), "{about}");
    let conforms = conforms.unwrap_or_default();
    assert!(["pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"].iter().all(|it| conforms.contains(it)));
    let title = about.strip_prefix("Title: ").and_then(|rest| rest.split(" Creator:").next()).unwrap_or_default();
    assert!(!title.is_empty(), "no title: {about}");
    let tags = ask("pdfinfo", &["-struct-text", "-"], pdf).unwrap();
    assert!(tags.contains("Document") && tags.contains("H1"), "tagged: {tags}");
}
