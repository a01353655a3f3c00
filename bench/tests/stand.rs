//! The stand measures a small provider whole: it fits the house as the house is today.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::process::Command;

#[test]
fn the_stand_fits_the_house_and_writes_every_bar() {
    let folder = std::env::temp_dir().join(format!("klubko-bench-test-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let json = folder.join("figures.json");
    let words = ["--folders", "13", "--by-forms", "5", "--seconds", "0", "--mixed", "0", "--growth", "--json"];
    let run = Command::new(env!("CARGO_BIN_EXE_bench")).args(words).arg(&json).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let figures: serde_json::Value = serde_json::from_slice(&std::fs::read(&json).unwrap()).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(figures["jobs"].as_array().unwrap().len(), 8);
    assert_eq!(figures["folders"], 13);
    let bars = figures["bars"].as_array().unwrap();
    let has = |name: &str| bars.iter().any(|bar| bar["name"] == name && bar["value"].is_number());
    for name in [
        "folder page: times raw statements",
        "memory idle, MB",
        "můj den, 200 received: times raw statements",
        "withdrawal of a thousand shared items, ms",
        "plan of a hundred steps as PDF: warm, ms",
        "plan as PDF: warm, ms",
        "můj den: times a tenth of the data",
    ] {
        assert!(has(name), "{name}: {figures}");
    }
}
