//! Reading PDFs with poppler and qpdf. Without them the tests say so and pass, unless `KLUBKO_REQUIRE_TOOLS=1`.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use paper::{Paper, Printer};

pub fn printer() -> &'static Printer {
    static PRINTER: OnceLock<Printer> = OnceLock::new();
    PRINTER.get_or_init(|| Printer::new().unwrap())
}

pub fn print(paper: impl Into<Paper>) -> Vec<u8> {
    printer().print(&paper.into()).unwrap()
}

/// The whole text in reading order; every run of white space is one space.
pub fn text_of(pdf: &[u8]) -> Option<String> {
    let raw = run("pdftotext", &["-enc", "UTF-8", "-", "-"], pdf)?;
    Some(raw.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The text of each page, lines kept.
pub fn pages_of(pdf: &[u8]) -> Option<Vec<String>> {
    let raw = run("pdftotext", &["-enc", "UTF-8", "-", "-"], pdf)?;
    let pages = raw.split('\u{c}').map(|page| page.split_whitespace().collect::<Vec<_>>().join(" "));
    Some(pages.filter(|page| !page.is_empty()).collect())
}

/// The tree of tags that a screen reader walks, with its text.
pub fn tags_of(pdf: &[u8]) -> Option<String> {
    Some(run("pdfinfo", &["-struct-text", "-"], pdf)?.replace('\u{a0}', " "))
}

pub fn facts_of(pdf: &[u8]) -> Option<String> {
    run("pdfinfo", &["-"], pdf)
}

/// The PDF unpacked, so that its dictionaries can be searched as text. It warns of every fault it finds on the way.
pub fn unpacked(pdf: &[u8]) -> Option<String> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("klubko-paper-{}-{number}.pdf", std::process::id()));
    std::fs::write(&file, pdf).unwrap();
    let unpacked = run("qpdf", &["--qdf", "--object-streams=disable", &file.to_string_lossy(), "-"], &[]);
    std::fs::remove_file(&file).unwrap();
    unpacked
}

fn run(tool: &str, arguments: &[&str], input: &[u8]) -> Option<String> {
    let required = std::env::var("KLUBKO_REQUIRE_TOOLS").is_ok_and(|value| value == "1");
    let child =
        Command::new(tool).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(why) if required => panic!("{tool} is required: {why}"),
        Err(_) => {
            println!("skipped: {tool} is not installed");
            return None;
        }
    };
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeding = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap().unwrap();
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
