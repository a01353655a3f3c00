//! The binary itself, and a browser of a few lines.

use super::home::{BINARY, Home};
use klubko::town::{JAVORINKA, PASSWORD};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use uuid::Uuid;

pub struct Server {
    child: Child,
    port: u16,
}

impl Server {
    /// Starts in the same home again and again; ready when it says so.
    pub fn start(home: &Home) -> Self {
        let mut child = Command::new(BINARY)
            .args(["demo", "--listen", "127.0.0.1:0", "--json", "--clock", "2026-03-02T10:00"])
            .args(home.said())
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

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for it to end by itself; answers its exit code.
    pub fn ended(&mut self) -> Option<i32> {
        for _ in 0..100 {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("it goes on");
    }

    pub fn must_be_running(&mut self) {
        assert!(self.child.try_wait().unwrap().is_none(), "it ended");
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
    pub location: String,
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
        let kind = "content-type: application/x-www-form-urlencoded\r\n";
        self.send("POST", address, &format!("{kind}content-length: {}\r\n\r\n{body}", body.len()))
    }

    pub fn get(&self, address: &str) -> Option<Answer> {
        self.send("GET", address, "\r\n")
    }

    fn send(&self, method: &str, address: &str, rest: &str) -> Option<Answer> {
        let (port, cookie) = (self.port, &self.cookie);
        let request = format!(
            "{method} {address} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\
             sec-fetch-site: same-origin\r\ncookie: klubko={cookie}\r\n{rest}"
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
    let location = head.lines().find_map(|line| line.strip_prefix("location: ")).unwrap_or_default().to_owned();
    Some(Answer { status, cookie, location, body: body.to_owned() })
}

impl Answer {
    /// Fails with the page when it does not say the sentence.
    pub fn must_say(&self, sentence: &str) -> &Self {
        let body = self.body.replace('\u{a0}', " ");
        assert!(body.contains(sentence), "„{sentence}“ is not on the page ({}): {body}", self.status);
        self
    }
}
