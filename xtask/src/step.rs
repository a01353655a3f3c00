//! One step after another, each with its time; a failing step does not hide what the others say.

use crate::count::{self, Count, Runner};
use anyhow::{Context, Result};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

struct Report {
    name: &'static str,
    took: Duration,
    count: Count,
}

#[derive(Default)]
pub struct Board {
    reports: Vec<Report>,
}

impl Board {
    /// A check counts as one test.
    pub fn check(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) {
        self.run(name, || {
            work()?;
            Ok(Count { passed: 1, failed: 0 })
        });
    }

    /// A command that must succeed counts as one test.
    pub fn command(&mut self, name: &'static str, command: &mut Command) {
        self.check(name, || {
            let (ok, _) = shown(command)?;
            anyhow::ensure!(ok, "the command failed");
            Ok(())
        });
    }

    /// A command that runs tests; they are counted from what it prints.
    pub fn tests(&mut self, name: &'static str, runner: Runner, command: &mut Command) {
        self.run(name, || {
            let (ok, output) = shown(command)?;
            let mut count = count::read(runner, &output);
            // A runner that fails without counting (it did not compile, it was killed) is a failure too.
            if !ok && count.failed == 0 {
                count.failed = 1;
            }
            Ok(count)
        });
    }

    fn run(&mut self, name: &'static str, work: impl FnOnce() -> Result<Count>) {
        println!("\n── {name}");
        let begun = Instant::now();
        let count = work().unwrap_or_else(|error| {
            println!("{error:#}");
            Count { passed: 0, failed: 1 }
        });
        let took = begun.elapsed();
        println!("── {name}: {}, {:.1} s", if count.failed == 0 { "ok" } else { "FAILED" }, took.as_secs_f64());
        self.reports.push(Report { name, took, count });
    }

    fn sum(&self) -> Count {
        let mut sum = Count::default();
        self.reports.iter().for_each(|report| sum += report.count);
        sum
    }

    fn table(&self) -> String {
        let mut table = String::from("\n    seconds  passed  failed\n");
        for Report { name, took, count } in &self.reports {
            let Count { passed, failed } = count;
            let _ = writeln!(table, "{:>11.1} {passed:>7} {failed:>7}  {name}", took.as_secs_f64());
        }
        table
    }

    /// The table of all steps and, alone on the last line, the sum.
    pub fn close(self) -> ExitCode {
        let Count { passed, failed } = self.sum();
        println!("{}\n{passed} passed, {failed} failed", self.table());
        if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Runs a command, shows every line as it comes and keeps it.
fn shown(command: &mut Command) -> Result<(bool, String)> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {program}"))?;
    let kept = Mutex::new(String::new());
    let (out, err) = (child.stdout.take(), child.stderr.take());
    std::thread::scope(|scope| {
        scope.spawn(|| err.map(|pipe| copy(pipe, &kept)));
        out.map(|pipe| copy(pipe, &kept))
    });
    let status = child.wait()?;
    let output = kept.into_inner().unwrap_or_default();
    Ok((status.success(), output))
}

fn copy(pipe: impl Read, kept: &Mutex<String>) {
    let mut reader = BufReader::new(pipe);
    let mut line = Vec::new();
    while matches!(reader.read_until(b'\n', &mut line), Ok(read) if read > 0) {
        let text = String::from_utf8_lossy(&line).into_owned();
        print!("{text}");
        if let Ok(mut kept) = kept.lock() {
            kept.push_str(&text);
        }
        line.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_failing_step_is_counted_and_the_next_one_still_runs() {
        let mut board = Board::default();
        board.check("a check that says no", || anyhow::bail!("no"));
        board.tests("tests", Runner::Plain, &mut shell("echo one; echo '3 passed, 0 failed' >&2"));
        assert_eq!(board.sum(), Count { passed: 3, failed: 1 });
        assert!(board.table().contains("a check that says no"));
    }

    #[test]
    fn a_runner_that_dies_without_counting_is_a_failure() {
        let mut board = Board::default();
        board.tests("killed", Runner::Nextest, &mut shell("exit 101"));
        board.command("not there", &mut Command::new("/nowhere/at/all"));
        assert_eq!(board.sum(), Count { passed: 0, failed: 2 });
    }
}
