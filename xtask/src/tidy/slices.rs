//! The slices stand in a declared order, from those that everybody may use up; each uses only what stands before it,
//! and only through the front door. The kernel uses none of them. (Constitution 2, 3, 4)

use super::source::pattern;
use super::{Fault, House, Source, paths};
use std::collections::BTreeSet;

pub const LIST: &str = "xtask/slices.txt";

#[derive(Default)]
pub struct Slices {
    order: Vec<String>,
    /// What stands in klubko/src and is no slice: the site map, the commands, the demo town.
    outside: Vec<String>,
}

impl Slices {
    pub fn parse(list: &str) -> Self {
        let mut slices = Self::default();
        for line in list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix("- ") {
                Some(named) => slices.outside.push(named.split(':').next().unwrap_or(named).to_owned()),
                None => slices.order.push(line.to_owned()),
            }
        }
        slices
    }

    pub fn rank(&self, name: &str) -> Option<usize> {
        self.order.iter().position(|slice| slice == name)
    }

    fn is_known(&self, name: &str) -> bool {
        name == "kernel" || self.rank(name).is_some() || self.outside.iter().any(|other| other == name)
    }
}

pub fn check(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    let macros = macros(house);
    for (owner, source) in house.application() {
        if !house.slices.is_known(owner) {
            let says = format!("{owner} is not in {LIST}: give it a place in the order");
            faults.push(Fault::new("slice", owner, format!("{}:1", source.path), says));
        }
        faults.extend(uses(&house.slices, owner, source, &macros));
    }
    faults
}

/// The macros of the application: `use crate::record;` may mean one of them and not the slice of that name.
fn macros(house: &House) -> BTreeSet<String> {
    let defined = pattern(r"macro_rules!\s*(\w+)");
    let of = |source: &Source| {
        let names = defined.captures_iter(&source.code).filter_map(|found| found.get(1));
        names.map(|name| name.as_str().to_owned()).collect::<Vec<_>>()
    };
    house.application().flat_map(|(_, source)| of(source)).collect()
}

/// A path of one word that is a macro's name, in a file that never enters a module of that name.
fn is_macro(path: &[String], source: &Source, macros: &BTreeSet<String>) -> bool {
    let [name] = path else { return false };
    macros.contains(name) && !pattern(&format!(r"\b{name}\s*::")).is_match(&source.code)
}

fn uses(slices: &Slices, owner: &str, source: &Source, macros: &BTreeSet<String>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (at, path) in paths::named(source.product_code()) {
        let (first, second) = (path.first().map_or("", String::as_str), path.get(1).map(String::as_str));
        if first == owner || slices.rank(first).is_none() || is_macro(&path, source, macros) {
            continue;
        }
        let subject = format!("{owner} -> {first}");
        let mut fault = |says: String| faults.push(Fault::new("slice", &subject, source.place(at), says));
        if matches!(second, Some("store" | "pages")) {
            fault(format!("{owner} enters {first} past its front door"));
        }
        if owner == "kernel" {
            fault(format!("the kernel knows no slice, also not {first}"));
        } else if slices.rank(owner).is_some() && slices.rank(first) > slices.rank(owner) {
            fault(format!("{first} stands above {owner} in {LIST}"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::samples::{house, subjects};

    #[test]
    fn a_slice_uses_the_front_doors_of_those_before_it() {
        let files = [
            (
                "klubko/src/intake/pages.rs",
                "use crate::kernel::Folder;\nuse crate::tasks::{self, Task};\nuse super::store;",
            ),
            ("klubko/src/routes.rs", "crate::intake::routes()"),
            ("klubko/src/town/mod.rs", "use crate::tasks;"),
        ];
        assert!(check(&house(&files)).is_empty());
    }

    #[test]
    fn a_macro_that_is_called_like_a_slice_is_no_slice() {
        let files = [
            ("klubko/src/kernel/value.rs", "macro_rules! tasks { () => {} }"),
            ("klubko/src/kernel/draft.rs", "use crate::{params, tasks};\ntasks! {}"),
            ("klubko/src/kernel/page.rs", "use crate::tasks;\nfn f() { tasks::open() }"),
        ];
        assert_eq!(subjects(&check(&house(&files))), ["kernel -> tasks"]);
    }

    #[test]
    fn upwards_past_the_front_door_and_from_the_kernel_is_refused() {
        let files = [
            ("klubko/src/tasks/pages.rs", "use crate::intake;"),
            ("klubko/src/intake/pages.rs", "use crate::tasks::store::insert;"),
            ("klubko/src/kernel/folder.rs", "use crate::{tasks, kernel::db};"),
            ("klubko/src/newcomer/mod.rs", ""),
        ];
        let faults = check(&house(&files));
        assert_eq!(subjects(&faults), ["tasks -> intake", "intake -> tasks", "kernel -> tasks", "newcomer"]);
    }
}
