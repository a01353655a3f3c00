//! The slices stand in a declared order, from those that everybody may use up; each uses only what stands before it,
//! and only through the front door. The kernel uses none of them. (Constitution 2, 3, 4)

use super::{Fault, House, Source, paths};

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
    for (owner, source) in house.application() {
        if !house.slices.is_known(owner) {
            let says = format!("{owner} is not in {LIST}: give it a place in the order");
            faults.push(Fault::new("slice", owner, format!("{}:1", source.path), says));
        }
        faults.extend(uses(&house.slices, owner, source));
    }
    faults
}

fn uses(slices: &Slices, owner: &str, source: &Source) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (at, path) in paths::named(source.product_code()) {
        let (first, second) = (path.first().map_or("", String::as_str), path.get(1).map(String::as_str));
        if first == owner || slices.rank(first).is_none() {
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
