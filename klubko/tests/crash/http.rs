//! The binary itself, and a browser of a few lines.

use klubko::town::{JAVORINKA, PASSWORD};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use uuid::Uuid;

const BINARY: &str = env!("CARGO_BIN_EXE_klubko");

pub struct Server {
    child: Child,
    port: u16,
}

impl Server {
    /// Starts in the same folder again and again; ready when it says so.
    pub fn start(folder: &Path) -> Self {
        let mut child = Command::new(BINARY)
            .args(["demo", "--listen", "127.0.0.1:0", "--json", "--clock", "2026-03-02T10:00", "--data"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let ready: serde_json::Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
        let port = ready["url"].as_str().unwrap().rsplit(':').next().unwrap().parse().unwrap();
        Self { child, port }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// SIGKILL: no goodbye, no flush.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    pub fn verify(folder: &Path) -> String {
        let output = Command::new(BINARY).arg("verify").arg("--data").arg(folder).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

pub struct Answer {
    pub status: u16,
    pub cookie: String,
    pub body: String,
}

#[derive(Clone)]
pub struct Client {
    port: u16,
    cookie: String,
    service: String,
}

impl Client {
    pub fn signed_in(port: u16, login: &str) -> Self {
        let mut client = Self { port, cookie: String::new(), service: JAVORINKA.to_string() };
        let token = Uuid::new_v4().to_string();
        let form = [("token", token.as_str()), ("login", login), ("password", PASSWORD)];
        client.cookie = client.post("/sign-in", &form).expect("an answer").cookie;
        assert!(!client.cookie.is_empty(), "{login} did not sign in");
        client
    }

    /// The same session after the binary has started anew elsewhere.
    pub fn at(&self, port: u16) -> Self {
        Self { port, ..self.clone() }
    }

    pub fn service(&self) -> &str {
        &self.service
    }

    /// None when no whole answer came.
    pub fn post(&self, address: &str, form: &[(&str, &str)]) -> Option<Answer> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = format!(
            "POST {address} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\nconnection: close\r\nsec-fetch-site: same-origin\r\n\
             cookie: klubko={}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            self.port,
            self.cookie,
            body.len()
        );
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
        stream.write_all(request.as_bytes()).ok()?;
        let mut text = Vec::new();
        let _ = stream.read_to_end(&mut text);
        read(&String::from_utf8_lossy(&text))
    }
}

/// The head must be whole: then the answer was sent, and the deed behind it was durable.
fn read(text: &str) -> Option<Answer> {
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: klubko="));
    let cookie = cookie.and_then(|rest| rest.split(';').next()).unwrap_or_default().to_owned();
    Some(Answer { status, cookie, body: body.to_owned() })
}
