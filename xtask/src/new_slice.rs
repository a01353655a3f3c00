//! `cargo xtask new-slice NAME ČESKY`: a slice that compiles, is tested and is known to every proof, for one text in a
//! folder. From there on it is changed into what it is to be.
//!
//! It touches what a person would touch by hand, each time beside a line that is there already: the acts, their words, a
//! migration, the site map, the order of slices, the canaries. `cargo xtask ci --long` makes one in a copy of the
//! repository and runs its tests.

use crate::place;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

const FILES: [(&str, &str); 7] = [
    ("klubko/src/@name@/mod.rs", include_str!("../slice/mod.rs.txt")),
    ("klubko/src/@name@/list.rs", include_str!("../slice/list.rs.txt")),
    ("klubko/src/@name@/new.rs", include_str!("../slice/new.rs.txt")),
    ("klubko/src/@name@/store.rs", include_str!("../slice/store.rs.txt")),
    ("klubko/src/@name@/list.html", include_str!("../slice/list.html.txt")),
    ("klubko/src/@name@/new.html", include_str!("../slice/new.html.txt")),
    ("klubko/tests/rooms/@name@.rs", include_str!("../slice/test.rs.txt")),
];
const MIGRATION: &str = include_str!("../slice/migration.sql.txt");
const MIGRATIONS: &str = "klubko/migrations";

/// Where a line is added: the file, the words of the line that is there, and the new line after it.
const LINES: [(&str, &str, &str); 6] = [
    ("rules/src/access/act.rs", "SeeAttachments = \"", "        See@Name@ = \"see_@name@\","),
    ("rules/src/access/act.rs", "AddAttachment = \"", "        Write@Name@ = \"write_@name@\","),
    ("rules/src/access/act.rs", "| Self::SeeConsents |", "            | Self::See@Name@ | Self::Write@Name@"),
    ("klubko/src/kernel/messages_cs/act.rs", "Act::SeeAttachments =>", "        Act::See@Name@ => \"@czech@\","),
    (
        "klubko/src/kernel/messages_cs/act.rs",
        "Act::AddAttachment =>",
        "        Act::Write@Name@ => \"zápis: @czech@\",",
    ),
    ("klubko/src/routes.rs", "(\"documents\", documents", "        (\"@name@\", @name@::routes()),"),
];

pub fn run(name: &str, czech: &str) -> Result<ExitCode> {
    lay(&place::root(), name, czech)?;
    println!("klubko/src/{name} is there: one text in a folder, listed and written. Now make of it what it is to be:");
    println!("  1. cargo fmt; MATRIX=write cargo nextest run --workspace -E 'test(matrix)'; read the difference");
    println!("  2. its line in the map of ARCHITECTURE.md, and its right place in xtask/slices.txt");
    println!("  3. the rule in rules/, its sentences in kernel/messages_cs, its number in docs/rules");
    println!("  4. its columns in the migration, its form, its Czech, its tests in klubko/tests/rooms/{name}.rs");
    println!("  5. a way to it from the folder (folders/ways.rs), the help, the demo town, a story in the browser");
    Ok(ExitCode::SUCCESS)
}

/// Everything at once, or nothing: what would stop it is looked at first.
pub fn lay(root: &Path, name: &str, czech: &str) -> Result<()> {
    let well = |it: char| it.is_ascii_lowercase() || it == '_';
    ensure!(!name.is_empty() && name.chars().all(well), "a slice is called in snake_case by a word of GLOSSARY.md");
    ensure!(!czech.trim().is_empty(), "say what it is called in Czech");
    let glossary = fs::read_to_string(root.join("GLOSSARY.md")).context("no GLOSSARY.md")?;
    ensure!(glossary.contains(&format!("`{name}`")), "`{name}` is no word of GLOSSARY.md yet: add its line first");
    let filled = |text: &str| filled(text, name, czech);
    ensure!(!root.join("klubko/src").join(name).exists(), "{name} is there already");
    for (path, text) in FILES {
        let path = root.join(filled(path));
        fs::create_dir_all(path.parent().unwrap_or(root))?;
        fs::write(path, filled(text))?;
    }
    for (path, there, line) in LINES {
        add_after(&root.join(path), there, &filled(line))?;
    }
    let number = migrate(root, name, &filled(MIGRATION))?;
    let applied = format!("    ({number}, include_str!(\"../../../migrations/{number:04}_{name}.sql\")),");
    add_after_last(&root.join("klubko/src/kernel/db/migrate.rs"), "include_str!(\"../../../migrations/", &applied)?;
    add_after(&root.join("klubko/tests/access/rows.rs"), "\"attachment_strike_out\",", &format!("    \"{name}\","))?;
    add_in_order(&root.join("klubko/tests/rooms/main.rs"), &format!("mod {name};"), "mod ")?;
    add_in_order(&root.join("klubko/src/lib.rs"), &format!("pub mod {name};"), "pub mod ")?;
    import(&root.join("klubko/src/routes.rs"), name)?;
    add_in_order(&root.join(crate::tidy::SLICES), name, "")
}

fn filled(pattern: &str, name: &str, czech: &str) -> String {
    let (path, small) = (name.replace('_', "-"), lower(czech));
    let named = pattern.replace("@Name@", &upper(name)).replace("@name@", name).replace("@path@", &path);
    named.replace("@Czech@", czech).replace("@czech@", &small)
}

/// `team_meeting` is `TeamMeeting`.
fn upper(name: &str) -> String {
    let capital = |word: &str| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect();
    name.split('_').map(capital).collect::<Vec<String>>().concat()
}

fn lower(czech: &str) -> String {
    czech.chars().take(1).flat_map(char::to_lowercase).chain(czech.chars().skip(1)).collect()
}

/// The next number's file; answers the number.
fn migrate(root: &Path, name: &str, text: &str) -> Result<usize> {
    let there = fs::read_dir(root.join(MIGRATIONS)).context("no migrations")?.flatten();
    let numbers = there.filter_map(|file| file.file_name().to_str()?.get(..4)?.parse::<usize>().ok());
    let number = numbers.max().unwrap_or(0) + 1;
    fs::write(root.join(MIGRATIONS).join(format!("{number:04}_{name}.sql")), text)?;
    Ok(number)
}

fn changed(file: &Path, change: impl FnOnce(&mut Vec<String>) -> Option<()>) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("no {}", file.display()))?;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    change(&mut lines).with_context(|| format!("{} has changed its shape", file.display()))?;
    Ok(fs::write(file, lines.join("\n") + "\n")?)
}

fn add_after(file: &Path, there: &str, line: &str) -> Result<()> {
    changed(file, |lines| {
        let place = lines.iter().position(|it| it.contains(there))?;
        lines.insert(place + 1, line.to_owned());
        Some(())
    })
}

fn add_after_last(file: &Path, there: &str, line: &str) -> Result<()> {
    changed(file, |lines| {
        let place = lines.iter().rposition(|it| it.contains(there))?;
        lines.insert(place + 1, line.to_owned());
        Some(())
    })
}

/// Puts a line before the first of its kind that would come after it; without a kind, before the lines with a dash.
fn add_in_order(file: &Path, line: &str, kind: &str) -> Result<()> {
    changed(file, |lines| {
        let comes_after = |it: &String| {
            if kind.is_empty() { it.starts_with("- ") } else { it.starts_with(kind) && it.as_str() > line }
        };
        let place = lines.iter().position(comes_after).unwrap_or(lines.len());
        // An attribute belongs to the line below it.
        let is_attribute = place > 0 && lines.get(place - 1).is_some_and(|it| it.starts_with("#["));
        lines.insert(place - usize::from(is_attribute), line.to_owned());
        Some(())
    })
}

/// The names that the site map imports stand in one list, which `cargo fmt` lays out.
fn import(file: &Path, name: &str) -> Result<()> {
    changed(file, |lines| {
        let place = lines.iter().position(|it| it.as_str() == "use crate::{")?;
        lines.insert(place + 1, format!("    {name},"));
        Some(())
    })
}

#[cfg(test)]
mod tests;
