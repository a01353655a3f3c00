//! A small blocking HTTP client over one kept connection, and the loop that loads with sixteen of them.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

pub const CONNECTIONS: usize = 16;

/// One kept connection.
pub struct Line {
    stream: BufReader<TcpStream>,
}

pub struct Heard {
    pub status: u16,
    pub cookie: String,
    pub retry_after: bool,
    pub body: Vec<u8>,
}

impl Heard {
    /// Looks for words as bytes: whether all of it is good text is asked by tests, and would be paid for by the house.
    pub fn says(&self, words: &str) -> bool {
        memchr::memmem::find(&self.body, words.as_bytes()).is_some()
    }
}

impl Line {
    pub fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        Ok(Self { stream: BufReader::with_capacity(64 * 1024, stream) })
    }

    pub fn ask(&mut self, method: &str, path: &str, cookie: &str, form: &str) -> Result<Heard> {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: bench\r\nsec-fetch-site: same-origin\r\ncookie: klubko={cookie}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
            form.len()
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        self.hear()
    }

    fn hear(&mut self) -> Result<Heard> {
        let (mut status, mut length, mut cookie, mut retry_after, mut first) = (0, 0, String::new(), false, true);
        loop {
            let mut line = String::new();
            if self.stream.read_line(&mut line)? == 0 {
                bail!("the house hung up");
            }
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if first {
                status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).context("no status")?;
                first = false;
            } else if let Some(value) = line.strip_prefix("content-length: ") {
                length = value.parse()?;
            } else if line.starts_with("retry-after: ") {
                retry_after = true;
            } else if let Some(value) = line.strip_prefix("set-cookie: klubko=") {
                value.split(';').next().unwrap_or_default().clone_into(&mut cookie);
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(Heard { status, cookie, retry_after, body })
    }
}

/// Signs in to the measured house as somebody of the town.
pub fn sign_in(address: SocketAddr, login: &str) -> Result<String> {
    let password: String = klubko::town::PASSWORD.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let heard = Line::open(address)?.ask("POST", "/sign-in", "", &format!("login={login}&password={password}"))?;
    if heard.cookie.is_empty() {
        bail!("{login} did not sign in: {}", heard.status);
    }
    Ok(heard.cookie)
}

/// What came of a job.
pub struct Load {
    pub per_second: f64,
    pub p50: Duration,
    pub p99: Duration,
    pub longest: Duration,
    pub many: usize,
    pub bytes: usize,
    /// The processor's time of one request in the house, without the client's.
    pub processor: Duration,
}

/// The processor's time of the threads that live now. Those of the clients are gone when a load ends, so what is added
/// meanwhile is the house's.
fn processor() -> Duration {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let spent = tasks.filter_map(|task| {
        let said = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        said.split(' ').next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(spent.sum())
}

/// Asks once and answers the size of what came, or nothing when there is no more to ask.
pub type Ask<'a> = &'a (dyn Fn(&mut Line, usize) -> Result<Option<usize>> + Sync);

/// Loads with sixteen connections for some seconds; every answer is checked by `ask`.
pub fn load(address: SocketAddr, each: Duration, ask: Ask<'_>) -> Result<Load> {
    load_with(CONNECTIONS, address, each, ask)
}

pub fn load_with(connections: usize, address: SocketAddr, each: Duration, ask: Ask<'_>) -> Result<Load> {
    let next = AtomicUsize::new(0);
    let (start, spent) = (Instant::now(), processor());
    let loops: Vec<Result<(Vec<Duration>, usize)>> = std::thread::scope(|scope| {
        let worker = || {
            let mut line = Line::open(address)?;
            let (mut times, mut bytes) = (Vec::new(), 0);
            while start.elapsed() < each {
                let began = Instant::now();
                let Some(size) = ask(&mut line, next.fetch_add(1, Relaxed))? else { break };
                bytes = size;
                times.push(began.elapsed());
            }
            Ok((times, bytes))
        };
        let running: Vec<_> = (0..connections).map(|_| scope.spawn(worker)).collect();
        running.into_iter().filter_map(|one| one.join().ok()).collect()
    });
    let (took, spent) = (start.elapsed(), processor().saturating_sub(spent));
    let mut times = Vec::new();
    let mut bytes = 0;
    for one in loops {
        let (more, size) = one?;
        times.extend(more);
        bytes = bytes.max(size);
    }
    times.sort();
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or_default();
    let processor = spent.checked_div(times.len() as u32).unwrap_or_default();
    let (many, longest) = (times.len(), times.last().copied().unwrap_or_default());
    Ok(Load {
        per_second: many as f64 / took.as_secs_f64(),
        p50: at(0.5),
        p99: at(0.99),
        longest,
        many,
        bytes,
        processor,
    })
}
