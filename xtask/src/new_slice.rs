//! `cargo xtask new-slice NAME`: a slice begins with the same four files as every other one.
//!
//! It does not compile until its act is named in `rules`: a route without an act is not a route.

use crate::place;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

const FILES: [(&str, &str); 4] = [
    ("mod.rs", include_str!("../slice/mod.rs.txt")),
    ("pages.rs", include_str!("../slice/pages.rs.txt")),
    ("store.rs", include_str!("../slice/store.rs.txt")),
    ("list.html", include_str!("../slice/list.html.txt")),
];

pub fn run(name: &str) -> Result<ExitCode> {
    lay(&place::root(), name)?;
    let act = format!("See{}", upper(name));
    println!("klubko/src/{name} begins. What is left:");
    println!("  1. {act} in rules/src/access, with its row in the policy; then cargo xtask access-matrix");
    println!("  2. its table in klubko/migrations, for both engines, called by words of GLOSSARY.md");
    println!("  3. its line in klubko/src/routes.rs and its right place in xtask/slices.txt");
    println!("  4. Czech for its page, and a story that goes through its forms");
    Ok(ExitCode::SUCCESS)
}

fn lay(root: &Path, name: &str) -> Result<()> {
    let well = |it: char| it.is_ascii_lowercase() || it == '_';
    ensure!(!name.is_empty() && name.chars().all(well), "a slice is called in snake_case by a word of GLOSSARY.md");
    let folder = root.join("klubko/src").join(name);
    ensure!(!folder.exists(), "{name} is there already");
    fs::create_dir_all(&folder)?;
    for (file, pattern) in FILES {
        fs::write(folder.join(file), filled(pattern, name))?;
    }
    add_line(&root.join("klubko/src/lib.rs"), &format!("pub mod {name};"), "pub mod ")?;
    add_line(&root.join(crate::tidy::SLICES), name, "")
}

fn filled(pattern: &str, name: &str) -> String {
    pattern.replace("@Name@", &upper(name)).replace("@name@", name).replace("@path@", &name.replace('_', "-"))
}

/// `team_meeting` is `TeamMeeting`.
fn upper(name: &str) -> String {
    let capital = |word: &str| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect();
    name.split('_').map(capital).collect::<Vec<String>>().concat()
}

/// Puts a line before the first of its kind that would come after it; without a kind, before the lines with a dash.
fn add_line(file: &Path, line: &str, kind: &str) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("no {}", file.display()))?;
    let mut lines: Vec<&str> = text.lines().collect();
    let comes_after =
        |it: &&str| if kind.is_empty() { it.starts_with("- ") } else { it.starts_with(kind) && *it > line };
    let place = lines.iter().position(comes_after).unwrap_or(lines.len());
    lines.insert(place, line);
    Ok(fs::write(file, lines.join("\n") + "\n")?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_new_slice_looks_like_the_others_and_is_listed() {
        let house = place::Throwaway::new("new-slice").unwrap();
        let root = house.path();
        fs::create_dir_all(root.join("klubko/src")).unwrap();
        fs::create_dir_all(root.join("xtask")).unwrap();
        fs::write(root.join("klubko/src/lib.rs"), "//! x\n\npub mod agreement;\npub mod town;\n").unwrap();
        fs::write(root.join(crate::tidy::SLICES), "agreement\n- town: people\n").unwrap();
        lay(root, "team_meeting").unwrap();
        let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
        assert_eq!(read("klubko/src/lib.rs"), "//! x\n\npub mod agreement;\npub mod team_meeting;\npub mod town;\n");
        assert_eq!(read(crate::tidy::SLICES), "agreement\nteam_meeting\n- town: people\n");
        assert!(
            read("klubko/src/team_meeting/mod.rs").contains("Act::SeeTeamMeeting, \"/folders/{folder}/team-meeting\"")
        );
        assert!(!FILES.iter().any(|(file, _)| read(&format!("klubko/src/team_meeting/{file}")).contains('@')));
        assert!(lay(root, "team_meeting").is_err() && lay(root, "Team").is_err());
    }
}
