//! GLOSSARY.md: one Czech term, one name in code. The names are unique, and the tables are called by them.

use super::source::pattern;
use super::{Fault, House, Source};
use std::collections::{BTreeMap, BTreeSet};

const GLOSSARY: &str = "GLOSSARY.md";

pub fn check(house: &House) -> Vec<Fault> {
    let Some(glossary) = house.source(GLOSSARY) else {
        return vec![Fault::new("glossary", GLOSSARY, format!("{GLOSSARY}:1"), "the glossary is missing")];
    };
    let names = names(glossary);
    let mut faults = ill_written(glossary, &names);
    let words = names.iter().flat_map(|(_, name)| name.split('_')).collect();
    let migrations = house.sources.iter().filter(|it| it.is("sql") && it.path.starts_with("klubko/migrations/"));
    faults.extend(migrations.flat_map(|migration| tables(migration, &words)));
    faults
}

/// The names in code: what stands in backticks in the second column of the tables.
fn names(glossary: &Source) -> Vec<(usize, String)> {
    let mut names = Vec::new();
    let mut offset = 0;
    for line in glossary.text.split_inclusive('\n') {
        let cells: Vec<_> = line.trim().trim_matches('|').split('|').collect();
        if let (true, Some(cell)) = (line.starts_with('|'), cells.get(1)) {
            names.extend(cell.split('`').skip(1).step_by(2).map(|name| (offset, name.to_owned())));
        }
        offset += line.len();
    }
    names
}

fn ill_written(glossary: &Source, names: &[(usize, String)]) -> Vec<Fault> {
    // Terms of the trade are snake_case; the doors and the pen are known by their types.
    let well = pattern(r"^([a-z][a-z0-9]*(_[a-z0-9]+)*|([A-Z][a-z0-9]+)+)$");
    let mut seen = BTreeMap::new();
    let mut faults = Vec::new();
    for (at, name) in names {
        if !well.is_match(name) {
            faults.push(Fault::new("glossary", name, glossary.place(*at), "a name in code is snake_case or a type"));
        }
        if seen.insert(name.as_str(), *at).is_some() {
            faults.push(Fault::new("glossary", name, glossary.place(*at), "this name means two things"));
        }
    }
    faults
}

fn tables(migration: &Source, words: &BTreeSet<&str>) -> Vec<Fault> {
    let create = pattern(r"(?i)\bcreate\s+(?:virtual\s+)?table\s+(?:if\s+not\s+exists\s+)?([a-z_][a-z0-9_]*)");
    let named = create.captures_iter(&migration.text).filter_map(|found| found.get(1));
    let strange = named.filter(|table| !table.as_str().split('_').all(|word| words.contains(word)));
    let says = "a table is called by words of the glossary";
    strange.map(|table| Fault::new("table-name", table.as_str(), migration.place(table.start()), says)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::samples::{house, subjects};

    const HEAD: &str = "| Czech | Name | Source |\n|---|---|---|\n";

    #[test]
    fn tables_called_by_words_of_the_glossary_are_taken() {
        let glossary =
            format!("{HEAD}| klíčový pracovník | `key_worker` | 004 |\n| přidělení | `assignment` | R-033 |\n");
        let sql = "create table key_worker_assignment (id uuid);";
        assert!(check(&house(&[("GLOSSARY.md", &glossary), ("klubko/migrations/0001_house.sql", sql)])).is_empty());
    }

    #[test]
    fn a_second_meaning_a_wrong_case_and_a_strange_table_are_refused() {
        let glossary = format!(
            "{HEAD}| klient | `client` | a |\n| uživatel | `client` | a |\n| dveře | `Folder` | c |\n| porada | `team-meeting` | b |\n"
        );
        let sql = "create table customer (id uuid);";
        let faults = check(&house(&[("GLOSSARY.md", &glossary), ("klubko/migrations/0001_house.sql", sql)]));
        assert_eq!(subjects(&faults), ["client", "team-meeting", "customer"]);
        assert_eq!(subjects(&check(&house(&[]))), ["GLOSSARY.md"]);
    }
}
