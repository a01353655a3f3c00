#![allow(clippy::unwrap_used)]
use super::*;
use crate::tidy::faults_in;
use std::process::Command;

/// A word of the glossary that no slice has.
const NAME: &str = "guardian";

/// A copy of the repository with the new slice in it.
fn copy() -> place::Throwaway {
    let house = place::Throwaway::new("new-slice").unwrap();
    for file in place::files().unwrap() {
        let to = house.path().join(&file);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(place::root().join(&file), to).unwrap();
    }
    house
}

fn must(command: &mut Command) {
    let done = command.output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{command:?}: {said}");
}

#[test]
fn a_new_slice_is_tidy_and_formatted_and_compiles_in_a_long_run() {
    let house = copy();
    let root = house.path();
    let cargo = |words: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.args(words).current_dir(root).env_remove("CARGO_MANIFEST_DIR");
        cargo
    };
    must(Command::new("git").args(["init", "--quiet"]).current_dir(root));
    let before = faults_in(root).unwrap().1;
    lay(root, NAME, "Opatrovník").unwrap();
    must(&mut cargo(&["fmt", "--all"]));
    assert_eq!(faults_in(root).unwrap().1, before);
    if std::env::var_os("KLUBKO_LONG").is_some() {
        let target = place::target();
        let test = |filter: &str| {
            let mut test = cargo(&["test", "--package", "klubko", "--offline", "--test", filter]);
            test.env("CARGO_TARGET_DIR", &target).env_remove("KLUBKO_LONG");
            test
        };
        must(test("access").arg("matrix").env("MATRIX", "write"));
        must(test("access").args(["matrix", "canary", "strangers", "every_route"]));
        must(test("rooms").args([NAME, "schemas"]));
    }
}

#[test]
fn a_slice_is_called_by_a_new_word_of_the_glossary() {
    let house = copy();
    let root = house.path();
    for (name, czech) in [("Guardian", "Opatrovník"), ("record", "Zápis"), ("gizmo", "Věcička"), (NAME, "")] {
        assert!(lay(root, name, czech).is_err(), "{name}");
    }
}

#[test]
fn names_are_filled_in_as_they_are_written_where_they_stand() {
    let text = filled("@Name@ @name@ @path@ @Czech@ @czech@", "team_meeting", "Porada týmu");
    assert_eq!(text, "TeamMeeting team_meeting team-meeting Porada týmu porada týmu");
}
