//! The jobs of a day, each checked: status, a marker in the body, and for records the rows afterwards.

use crate::client::{CONNECTIONS, Line, Load, load};
use crate::crossed;
use crate::grow::Grown;
use crate::house;
use crate::raw;
use anyhow::{Context, Result, ensure};
use klubko::kernel::count;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;
use uuid::Uuid;

/// Against what the requests a second of a job are measured.
#[derive(Clone, Copy, PartialEq)]
pub enum Yard {
    Bare,
    Commits,
}

pub const LIST: &str = "list of clients";
pub const SEARCH: &str = "search: horak mar";
pub const FIRST_LOOK: &str = "first look at a folder";

/// A job and its bars (06-performance).
pub struct Job {
    pub name: &'static str,
    pub yard: Yard,
    /// The least share of its yardstick.
    pub share: f64,
    /// The most of the processor's time that the same statements take on raw SQLite.
    pub times: Option<f64>,
    /// The 99th percentile at sixteen connections, in milliseconds.
    pub p99: f64,
}

pub struct Measured {
    pub job: Job,
    pub load: Load,
    /// Requests a second of the bare page of the same size.
    pub bare: f64,
    /// The processor's time of a request, in times of its bare statements.
    pub times: Option<f64>,
    /// Its statements and the time of each, the slowest first.
    pub statements: Vec<raw::Looked>,
}

/// Who is measured: the head, who sees every folder of the service, a key worker with fifty of them, and another one who
/// writes.
#[derive(Clone, Copy)]
pub struct Sessions<'s> {
    pub head: &'s str,
    pub keeper: &'s str,
    /// His session, and from which folder on he keeps fifty.
    pub scribe: (&'s str, usize),
}

/// The sections of a folder whose first look in a quarter of an hour is testified.
const SECTIONS: &[&str] = &["/timeline", "/consents", "/team", "/negotiation", "/data", "/tasks", "/agreement"];

/// A page, its session and what must stand on it.
type Page<'p> = (&'p str, &'p str, &'p str);

/// What all the jobs need.
#[derive(Clone, Copy)]
pub struct Stand<'s> {
    pub address: SocketAddr,
    /// The bare page, where pages are measured against it.
    pub bare: Option<SocketAddr>,
    pub who: Sessions<'s>,
    pub grown: &'s Grown,
    pub each: Duration,
    /// The file of the house, where there is one.
    pub file: Option<&'s Path>,
}

impl Stand<'_> {
    /// The page that does nothing, of a given size.
    pub fn bare(&self, bytes: usize) -> Result<Load> {
        let (address, path) = (self.bare.context("no bare page")?, house::bare_page(bytes));
        load(address, self.each / 2, &|line, _| Ok(Some(line.ask("GET", &path, "", "")?.body.len())))
    }

    pub fn all(&self) -> Result<Vec<Measured>> {
        let (head, keeper, own) = (self.who.head, self.who.keeper, |n| self.grown.own_folder(n));
        let bare = |name, share, times, p99| Job { name, yard: Yard::Bare, share, times: Some(times), p99 };
        let commits = |name, p99| Job { name, yard: Yard::Commits, share: 0.30, times: None, p99 };
        Ok(vec![
            self.page(bare(LIST, 0.16, 2.0, 15.0), |_| (head, "/folders?state=client", "Klienti"))?,
            self.page(bare("folder page", 0.12, 2.5, 20.0), |n| (keeper, own(n), "Přehled"))?,
            self.page(bare("můj den", 0.10, 2.5, 20.0), |_| (keeper, "/", "Zbývá dopsat"))?,
            self.page(bare(SEARCH, 0.03, 1.5, 40.0), |_| (head, "/search?q=horak+mar", "Horák"))?,
            self.deed(commits("quick record", 30.0), &|line, n| self.record(line, n))?,
            self.deed(commits(FIRST_LOOK, 30.0), &|line, n| self.first_look(line, n))?,
        ])
    }

    /// The same pages where much was shared: of the sender, and of the one who received it and has not read it.
    pub fn crossed(&self, receiver: &str) -> Result<Vec<Measured>> {
        let folder = crossed::folder(self.grown);
        let bare = |name, share, times, p99| Job { name, yard: Yard::Bare, share, times: Some(times), p99 };
        Ok(vec![
            self.page(bare("folder, 200 shared", 0.12, 2.5, 20.0), |_| (self.who.keeper, folder, "Přehled"))?,
            self.page(bare("můj den, 200 received", 0.10, 2.5, 20.0), |_| (receiver, "/", "Rozhodnutí úřadu"))?,
        ])
    }

    /// A page under load, and beside it the statements that it asks.
    fn page<'p>(&self, job: Job, what: impl Fn(usize) -> Page<'p> + Sync) -> Result<Measured> {
        let address = self.address;
        let asked = (0..CONNECTIONS).map(|n| {
            see(address, what(n))?;
            Ok(count::listen(|| drop(see(address, what(n)))))
        });
        let asked = asked.collect::<Result<Vec<_>>>()?;
        let load = load(address, self.each, &|line, n| ask(line, what(n)).map(Some))?;
        let bare = self.bare(load.bytes)?.per_second;
        let raw = self.file.map(|file| raw::statements(file, &asked, self.each / 3)).transpose()?;
        let times = raw.map(|raw| load.processor.as_secs_f64() / raw.as_secs_f64());
        let statements =
            self.file.map_or(Ok(Vec::new()), |file| raw::slowest(file, asked.first().context("nothing was asked")?))?;
        Ok(Measured { job, load, bare, times, statements })
    }

    fn deed(&self, job: Job, ask: &(dyn Fn(&mut Line, usize) -> Result<Option<usize>> + Sync)) -> Result<Measured> {
        let load = load(self.address, self.each, ask)?;
        Ok(Measured { job, load, bare: 0.0, times: None, statements: Vec::new() })
    }

    /// A record written for good: 303 to the timeline.
    pub fn record(&self, line: &mut Line, n: usize) -> Result<Option<usize>> {
        let (session, first) = self.who.scribe;
        let path = format!("{}/records", self.grown.folder_from(first, n));
        let text = "M%C4%9B%C5%99en%C3%BD+z%C3%A1pis";
        let form = format!("token={}&kind=phone&day=dnes&time=0:01&minutes=1&body={text}", Uuid::new_v4());
        let heard = line.ask("POST", &path, session, &form)?;
        ensure!(heard.status == 303, "{path}: {} {}", heard.status, String::from_utf8_lossy(&heard.body));
        Ok(Some(heard.body.len()))
    }

    /// What people do in a day: of ten requests nine look and one writes.
    pub fn mixed(&self, line: &mut Line, n: usize) -> Result<Option<usize>> {
        let (head, keeper) = (self.who.head, self.who.keeper);
        match n % 10 {
            0 => self.record(line, n),
            1 => ask(line, (head, "/folders?state=client", "Klienti")).map(Some),
            2 | 3 => ask(line, (keeper, "/", "Zbývá dopsat")).map(Some),
            4 => ask(line, (head, "/search?q=horak+mar", "Horák")).map(Some),
            _ => self.folder(line, n),
        }
    }

    pub fn folder(&self, line: &mut Line, n: usize) -> Result<Option<usize>> {
        ask(line, (self.who.keeper, self.grown.own_folder(n), "Přehled")).map(Some)
    }

    /// The head looks where he has not looked yet.
    fn first_look(&self, line: &mut Line, n: usize) -> Result<Option<usize>> {
        let folders = self.grown.of_the_head();
        // From the newest: with a tenth of the data others were looked at.
        let (Some(section), nth) = (SECTIONS.get(n / folders), folders - 1 - n % folders) else { return Ok(None) };
        let path = format!("{}{section}", self.grown.folder_of_the_head(nth));
        ask(line, (self.who.head, &path, "<h1")).map(Some)
    }
}

fn see(address: SocketAddr, page: Page<'_>) -> Result<usize> {
    ask(&mut Line::open(address)?, page)
}

pub fn ask(line: &mut Line, (session, path, marker): Page<'_>) -> Result<usize> {
    let heard = line.ask("GET", path, session, "")?;
    ensure!(heard.status == 200 && heard.says(marker), "{path}: {} without {marker}", heard.status);
    Ok(heard.body.len())
}
