//! Passed and failed tests, read off the closing lines of the runners.

use std::ops::AddAssign;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Whose closing lines are read. One at a time: nextest repeats the lines of a failed test of cargo's own runner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runner {
    Nextest,
    Cargo,
    Node,
    Plain,
}

pub fn read(runner: Runner, output: &str) -> Count {
    let mut sum = Count::default();
    for line in output.lines() {
        sum += match runner {
            Runner::Nextest => nextest(line),
            Runner::Cargo => cargo(line),
            Runner::Node => node(line),
            Runner::Plain => plain(line),
        };
    }
    sum
}

/// `Summary [ 0.012s] 3 tests run: 1 passed (1 slow), 1 failed, 1 timed out, 0 skipped`
fn nextest(line: &str) -> Count {
    if !line.trim_start().starts_with("Summary [") || !line.contains("run:") {
        return Count::default();
    }
    let failed = ["failed", "timed out", "exec failed"].iter().filter_map(|word| before(line, word)).sum();
    Count { passed: before(line, "passed").unwrap_or(0), failed }
}

/// `test result: ok. 3 passed; 0 failed; 0 ignored; …`
fn cargo(line: &str) -> Count {
    if !line.starts_with("test result:") {
        return Count::default();
    }
    Count { passed: before(line, "passed").unwrap_or(0), failed: before(line, "failed").unwrap_or(0) }
}

/// `# pass 3` or `ℹ pass 3`
fn node(line: &str) -> Count {
    let mut words = line.split_whitespace();
    let mark = words.next().is_some_and(|first| first == "#" || first == "ℹ");
    match (mark, words.next(), words.next().and_then(|number| number.parse().ok())) {
        (true, Some("pass"), Some(passed)) => Count { passed, failed: 0 },
        (true, Some("fail" | "cancelled"), Some(failed)) => Count { passed: 0, failed },
        _ => Count::default(),
    }
}

/// `3 passed, 0 failed` alone on a line
fn plain(line: &str) -> Count {
    let mut words = line.split_whitespace();
    let said = (words.next(), words.next(), words.next(), words.next(), words.next());
    let (Some(passed), Some("passed,"), Some(failed), Some("failed"), None) = said else { return Count::default() };
    match (passed.parse(), failed.parse()) {
        (Ok(passed), Ok(failed)) => Count { passed, failed },
        _ => Count::default(),
    }
}

/// The number that stands right before a word.
fn before(line: &str, word: &str) -> Option<u64> {
    line.match_indices(word).find_map(|(at, _)| line.get(..at)?.split_whitespace().last()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_runner_is_read_in_its_own_words() {
        let nextest = "     Summary [   0.012s] 5 tests run: 2 passed (1 slow), 2 failed, 1 timed out, 0 skipped";
        assert_eq!(read(Runner::Nextest, nextest), Count { passed: 2, failed: 3 });
        let cargo =
            "test result: ok. 3 passed; 0 failed; 0 ignored\ntest result: FAILED. 1 passed; 2 failed; 0 ignored";
        assert_eq!(read(Runner::Cargo, cargo), Count { passed: 4, failed: 2 });
        assert_eq!(read(Runner::Node, "# pass 7\n# fail 1\nℹ cancelled 1"), Count { passed: 7, failed: 2 });
        assert_eq!(read(Runner::Plain, "x\n12 passed, 1 failed\n"), Count { passed: 12, failed: 1 });
    }

    #[test]
    fn lines_of_another_runner_inside_the_output_are_not_counted_twice() {
        let mixed =
            "test result: FAILED. 0 passed; 1 failed; 0 ignored\n  Summary [ 1s] 1 test run: 0 passed, 1 failed";
        assert_eq!(read(Runner::Nextest, mixed), Count { passed: 0, failed: 1 });
        assert_eq!(read(Runner::Plain, "I counted 3 passed, 0 failed"), Count::default());
    }
}
