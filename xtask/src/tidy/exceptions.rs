//! Exceptions by name, each with its reason: `check | subject | reason`. A subject may end with `*`.

use super::Fault;

pub const LIST: &str = "xtask/tidy-exceptions.txt";

struct Exception<'l> {
    line: usize,
    check: &'l str,
    subject: &'l str,
    reason: &'l str,
}

impl Exception<'_> {
    fn covers(&self, fault: &Fault) -> bool {
        let same = match self.subject.strip_suffix('*') {
            Some(beginning) => fault.subject.starts_with(beginning),
            None => fault.subject == self.subject,
        };
        self.check == fault.check && same
    }
}

/// The faults that nobody excepted, and the exceptions that except nothing or say no reason.
pub fn without(faults: Vec<Fault>, list: &str) -> Vec<Fault> {
    let (exceptions, mut left) = parse(list);
    for exception in &exceptions {
        if exception.reason.is_empty() || !faults.iter().any(|fault| exception.covers(fault)) {
            let says = "an exception that has no reason, or excepts nothing any more";
            left.push(Fault::new("exception", exception.subject, format!("{LIST}:{}", exception.line), says));
        }
    }
    left.extend(faults.into_iter().filter(|fault| !exceptions.iter().any(|exception| exception.covers(fault))));
    left
}

fn parse(list: &str) -> (Vec<Exception<'_>>, Vec<Fault>) {
    let (mut exceptions, mut faults) = (Vec::new(), Vec::new());
    for (at, text) in list.lines().enumerate().filter(|(_, text)| !text.is_empty() && !text.starts_with('#')) {
        let line = at + 1;
        let mut parts = text.splitn(3, '|').map(str::trim);
        match (parts.next(), parts.next(), parts.next()) {
            (Some(check), Some(subject), Some(reason)) => exceptions.push(Exception { line, check, subject, reason }),
            _ => {
                faults.push(Fault::new("exception", text, format!("{LIST}:{line}"), "write `check | subject | reason`"))
            }
        }
    }
    (exceptions, faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::samples::subjects;

    fn fault(subject: &str) -> Fault {
        Fault::new("statement", subject, "a.rs:1".to_owned(), "no")
    }

    #[test]
    fn an_exception_takes_its_fault_away_and_no_other() {
        let faults = vec![fault("a.rs:FIND"), fault("a.rs:LIST"), fault("b.rs:X")];
        let left =
            without(faults, "# why\nstatement | a.rs:FIND | it is the folder itself\nstatement | b.rs:* | none\n");
        assert_eq!(subjects(&left), ["a.rs:LIST"]);
    }

    #[test]
    fn an_exception_without_use_or_reason_is_a_fault() {
        let left = without(vec![fault("x")], "statement | x |\nstatement | gone | once needed\nnonsense\n");
        assert_eq!(subjects(&left), ["nonsense", "x", "gone"]);
    }
}
