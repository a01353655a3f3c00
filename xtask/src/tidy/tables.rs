//! Each table is written by one slice, in its store; the tables of the kernel by the kernel. (Constitution 5)

use super::source::pattern;
use super::{Fault, House, Source};
use std::collections::BTreeMap;

const WRITES: &str = r"(?i)\b(?:insert\s+into\s+([a-z_][a-z0-9_]*)|update\s+([a-z_][a-z0-9_]*)\s+(?:as\s+\w+\s+)?set\b|delete\s+from\s+([a-z_][a-z0-9_]*))";

pub fn check(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for (owner, source) in house.application().filter(|(owner, _)| keeps_tables(house, owner)) {
        for (at, table) in written(source) {
            let subject = format!("{owner}: {table}");
            if owner != "kernel" && !is_store(source) {
                faults.push(Fault::new(
                    "table",
                    &subject,
                    source.place(at),
                    format!("{table} is written outside a store"),
                ));
            }
            let first = *owners.entry(table.clone()).or_insert(owner);
            if first != owner {
                let says = format!("{table} is written by {first} and by {owner}");
                faults.push(Fault::new("table", &subject, source.place(at), says));
            }
        }
    }
    faults
}

/// The demo town plants everything; what is no slice keeps no tables.
fn keeps_tables(house: &House, owner: &str) -> bool {
    owner == "kernel" || house.slices.rank(owner).is_some()
}

pub fn is_store(source: &Source) -> bool {
    source.path.ends_with("/store.rs") || source.path.contains("/store/")
}

fn written(source: &Source) -> Vec<(usize, String)> {
    let writes = pattern(WRITES);
    let named = |found: regex::Captures| {
        let table = (1..=3).find_map(|group| found.get(group))?;
        Some((table.start(), table.as_str().to_lowercase()))
    };
    writes.captures_iter(source.product_strings()).filter_map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::samples::{house, subjects};

    #[test]
    fn a_table_is_written_in_one_store() {
        let files = [
            (
                "klubko/src/tasks/store.rs",
                "const A: &str = \"insert into task (id) values ($1) on conflict do update set x\";",
            ),
            ("klubko/src/tasks/store/done.rs", "const B: &str = \"update task set done_at = $2 where id = $1\";"),
            ("klubko/src/intake/store.rs", "const C: &str = \"select 1 from task\"; // delete from task"),
            ("klubko/src/town/mod.rs", "const D: &str = \"insert into task (id) values ($1)\";"),
        ];
        assert!(check(&house(&files)).is_empty());
    }

    #[test]
    fn a_second_owner_and_a_page_that_writes_are_refused() {
        let files = [
            ("klubko/src/kernel/draft.rs", "const A: &str = \"delete from draft where id = $1\";"),
            ("klubko/src/tasks/store.rs", "const B: &str = \"update draft set x = 1\";"),
            ("klubko/src/intake/pages.rs", "const C: &str = \"insert into first_contact (id) values ($1)\";"),
        ];
        assert_eq!(subjects(&check(&house(&files))), ["tasks: draft", "intake: first_contact"]);
    }
}
