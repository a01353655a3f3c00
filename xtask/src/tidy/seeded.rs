//! The product is built without seeded faults (decision 0017): only the tests of klubko turn the feature on, and only
//! `kernel/seeded` knows that there is one.

use super::source::{Source, pattern};
use super::{Fault, House};

/// The word in manifests and in conditions of compilation.
const FEATURE: &str = "seeded-faults";
const ITS_PLACE: &str = "klubko/src/kernel/seeded/";

pub fn check(house: &House) -> Vec<Fault> {
    let manifests = house.sources.iter().filter(|source| source.path.ends_with("Cargo.toml"));
    let code =
        house.rust().filter(|source| source.path.starts_with("klubko/src/") && !source.path.starts_with(ITS_PLACE));
    manifests.flat_map(turned_on).chain(code.flat_map(known_elsewhere)).collect()
}

fn fault(source: &Source, at: usize, says: &str) -> Fault {
    Fault::new("seeded", &source.path, source.place(at), says)
}

/// Every mention in a manifest but the two that must be: that the feature exists, and that the tests have it.
fn turned_on(source: &Source) -> Vec<Fault> {
    let mut section = "";
    let mut faults = Vec::new();
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        if line.starts_with('[') {
            section = line.trim();
        }
        let is_it = match section {
            "[features]" => line.trim() == format!("{FEATURE} = []"),
            "[dev-dependencies]" => source.path == "klubko/Cargo.toml",
            _ => false,
        };
        if line.contains(FEATURE) && !line.starts_with('#') && !is_it {
            faults.push(fault(source, at, "seeded faults are for the tests of klubko alone"));
        }
        at += line.len();
    }
    faults
}

fn known_elsewhere(source: &Source) -> Vec<Fault> {
    let condition = pattern(&format!("feature\\s*=\\s*\"{FEATURE}\""));
    let found = condition.find_iter(&source.text);
    found.map(|it| fault(source, it.start(), "only kernel/seeded knows of seeded faults")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::samples::house;

    fn faults(path: &str, text: &str) -> usize {
        check(&house(&[(path, text)])).len()
    }

    #[test]
    fn the_tests_of_klubko_may_have_them() {
        let manifest =
            "[features]\nseeded-faults = []\n\n[dev-dependencies]\nklubko = { features = [\"seeded-faults\"] }\n";
        assert_eq!(faults("klubko/Cargo.toml", manifest), 0);
        assert_eq!(faults("klubko/src/kernel/seeded/mod.rs", "#[cfg(feature = \"seeded-faults\")]"), 0);
    }

    #[test]
    fn nothing_else_may() {
        assert_eq!(faults("klubko/Cargo.toml", "[features]\ndefault = [\"seeded-faults\"]\n"), 1);
        assert_eq!(faults("klubko/Cargo.toml", "[dependencies]\nklubko = { features = [\"seeded-faults\"] }\n"), 1);
        assert_eq!(faults("bench/Cargo.toml", "[dev-dependencies]\nklubko = { features = [\"seeded-faults\"] }\n"), 1);
        assert_eq!(faults("klubko/src/intake/mod.rs", "#[cfg(feature = \"seeded-faults\")]"), 1);
    }
}
