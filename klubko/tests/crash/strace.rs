//! The kernel says no: strace makes chosen system calls of the running program fail, or kills it at one of them, and is
//! taken away again.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;

/// Whether programs may be traced here. Where the tools are required, they must be.
pub fn is_there() -> bool {
    let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).output();
    let is_there = tried.is_ok_and(|output| output.status.success());
    assert!(is_there || std::env::var_os("KLUBKO_REQUIRE_TOOLS").is_none(), "strace cannot trace here");
    is_there
}

pub struct Trouble(Child);

impl Trouble {
    /// From now on: `Trouble::make(server.id(), "pwrite64", "error=ENOSPC:when=3+")`.
    pub fn make(process: u32, calls: &str, how: &str) -> Self {
        let mut strace = Command::new("strace")
            .args(["-f", "-o", "/dev/null", "-e", &format!("trace={calls}"), "-e", &format!("inject={calls}:{how}")])
            .args(["-p", &process.to_string()])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(strace.stderr.take().unwrap());
        let mut line = String::new();
        while !line.contains("attached") {
            line.clear();
            assert!(said.read_line(&mut line).unwrap() > 0, "strace ended");
        }
        // Nobody reads the rest, but it must not be held up by it.
        thread::spawn(move || said.lines().count());
        Self(strace)
    }
}

impl Drop for Trouble {
    /// Lets the program go on as before.
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-INT", &self.0.id().to_string()]).status();
        let _ = self.0.wait();
    }
}

/// Runs a program that is killed when it is about to make such a call for the `nth` time.
pub fn killed_at(calls: &str, nth: usize, command: &[&str]) -> ExitStatus {
    Command::new("strace")
        .args(["-f", "-o", "/dev/null", "-e", &format!("trace={calls}")])
        .args(["-e", &format!("inject={calls}:signal=SIGKILL:when={nth}")])
        .args(command)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap()
}
