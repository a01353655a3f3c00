//! Words that do not belong into the repository: promises instead of work, and paths of somebody's machine.

use super::source::pattern;
use super::{Fault, House};

/// Split, so that this file does not find itself.
fn promises() -> String {
    [r"\b(to", r"do!|TO", r"DO|FIX", r"ME|XX", r"X)\b|\bto", r"do!\("].concat()
}

fn machine_paths() -> String {
    [r"(^|[^\w./<-])/(wo", r"rk|ho", r"me/\w+|ro", r"ot|tmp/wt)(/|\b)"].concat()
}

pub fn check(house: &House) -> Vec<Fault> {
    let rules = [(promises(), "do it, or write an issue"), (machine_paths(), "a path of somebody's machine")];
    let mut faults = Vec::new();
    for (rule, says) in &rules {
        let rule = pattern(rule);
        for source in house.sources.iter().filter(|source| !source.path.ends_with(".lock")) {
            let found = rule.find_iter(&source.text);
            faults.extend(found.map(|it| Fault::new("word", &source.path, source.place(it.end()), *says)));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::samples::house;

    fn faults(text: &str) -> usize {
        check(&house(&[("docs/a.md", text)])).len()
    }

    #[test]
    fn promises_are_refused() {
        for word in [["TO", "DO"], ["FIX", "ME"], ["to", "do!()"]] {
            assert_eq!(faults(&format!("// {}", word.concat())), 1, "{word:?}");
        }
        assert_eq!(faults("METODOLOGIE, a WARN and a TASK; kind: todo list"), 0);
    }

    #[test]
    fn paths_of_a_machine_are_refused_and_addresses_of_pages_are_not() {
        for path in [["/wo", "rk/main/x"], ["/ho", "me/dana/x"], ["/ro", "ot/.cargo"]] {
            assert_eq!(faults(&format!("see {}", path.concat())), 1, "{path:?}");
        }
        assert_eq!(faults("`/folders/x/work` and team/work and /workers and /var/lib/klubko"), 0);
    }
}
