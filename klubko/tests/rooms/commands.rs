//! The commands as an administrator gives them, with the real program.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

pub struct Data(pub PathBuf);

impl Data {
    pub fn new() -> Self {
        Self(std::env::temp_dir().join(format!("klubko-{}", uuid::Uuid::new_v4())))
    }

    pub fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Data {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn program(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klubko"));
    command.args(words).stdin(Stdio::null());
    command
}

pub fn to_the_end(words: &[&str]) -> Output {
    program(words).output().unwrap()
}

pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Starts the program and reads so many lines of what it says.
pub fn started(words: &[&str], lines: usize) -> (Child, Vec<String>) {
    let mut child = program(words).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let lines = out.lines().take(lines).map(|line| line.unwrap()).collect();
    (child, lines)
}

pub fn stop(mut child: Child) {
    Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(child.wait().unwrap().success());
}

pub fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_real_house_prints_its_address_and_a_token_keeps_its_data_to_itself_and_stops_in_order() {
    let data = Data::new();
    let serve = ["serve", "--listen", "127.0.0.1:0", "--data", data.path()];
    let (child, lines) = started(&serve, 2);
    assert!(lines[0].starts_with("http://127.0.0.1:") && lines[1].contains("/set-up"), "{lines:?}");
    assert_eq!(mode(&data.0), 0o700);
    for file in std::fs::read_dir(&data.0).unwrap() {
        assert_eq!(mode(&file.unwrap().path()), 0o600);
    }
    stop(child);
    assert!(to_the_end(&["verify", "--data", data.path()]).status.success());
}

#[test]
fn a_visitor_who_went_silent_in_the_middle_of_a_request_does_not_keep_the_house_from_stopping() {
    let data = Data::new();
    let (child, lines) = started(&["serve", "--listen", "127.0.0.1:0", "--data", data.path()], 2);
    let mut silent = std::net::TcpStream::connect(lines[0].strip_prefix("http://").unwrap()).unwrap();
    silent.write_all(b"GET /healthz HTTP/1.1\r\nhost: klubko").unwrap();
    std::thread::sleep(std::time::Duration::from_millis(200));
    stop(child);
}

#[test]
fn a_real_house_opens_neither_to_the_network_nor_in_a_folder_of_others() {
    let data = Data::new();
    let open = to_the_end(&["serve", "--listen", "0.0.0.0:0", "--data", data.path()]);
    assert!(!open.status.success() && said(&open).contains("--behind-https"));
    std::fs::DirBuilder::new().mode(0o755).create(&data.0).unwrap();
    let shared = to_the_end(&["serve", "--listen", "127.0.0.1:0", "--data", data.path()]);
    assert!(!shared.status.success() && said(&shared).contains("chmod 700"));
}

#[test]
fn the_town_starts_again_in_its_folder_at_a_later_moment_and_a_password_is_made_at_the_console() {
    let data = Data::new();
    for clock in ["2026-03-03T14:00", "2026-03-10T08:00"] {
        let demo = ["demo", "--json", "--listen", "127.0.0.1:0", "--data", data.path(), "--clock", clock];
        let (child, lines) = started(&demo, 1);
        let ready: serde_json::Value = serde_json::from_str(&lines[0]).unwrap();
        assert!(ready["sign_ins"].as_array().unwrap().len() > 10);
        stop(child);
        assert!(to_the_end(&["verify", "--data", data.path()]).status.success());
    }
    let made = to_the_end(&["user", "reset-password", "Zkusmá", "--data", data.path()]);
    assert!(made.status.success() && said(&made).contains("Jednorázové heslo"), "{}", said(&made));
    let nobody = to_the_end(&["user", "reset-password", "nikdo", "--data", data.path()]);
    assert!(!nobody.status.success() && said(&nobody).contains("tu není"));
    assert!(to_the_end(&["migrate", "--data", data.path()]).status.success());
}

#[test]
fn the_site_map_is_said_in_json() {
    let routes: serde_json::Value = serde_json::from_slice(&to_the_end(&["routes", "--json"]).stdout).unwrap();
    let routes = routes.as_array().unwrap();
    assert!(routes.iter().any(|route| route["path"] == "/set-up" && route["act"] == "set_up"));
    assert!(routes.iter().all(|route| route["slice"] != ""));
}
