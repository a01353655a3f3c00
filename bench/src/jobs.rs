//! The jobs of a day, each checked: status, a marker in the body, and for records the rows afterwards.

use crate::client::{Line, Load, load};
use crate::grow::Grown;
use crate::house::House;
use anyhow::{Result, ensure};
use std::time::Duration;
use uuid::Uuid;

/// Against what a job is measured.
#[derive(Clone, Copy, PartialEq)]
enum Yard {
    Bare,
    Commits,
}

pub struct Measured {
    pub name: &'static str,
    pub load: Load,
    pub bar: f64,
    yard: Yard,
}

impl Measured {
    pub fn is_bare(&self) -> bool {
        self.name == BARE
    }

    /// The share of its yardstick in this run.
    pub fn share(&self, all: &[Measured], commits: f64) -> f64 {
        let bare = all.iter().find(|one| one.is_bare()).map_or(f64::INFINITY, |one| one.load.per_second);
        self.load.per_second / if self.yard == Yard::Bare { bare } else { commits }
    }
}

const BARE: &str = "bare page";

pub fn all(house: &House, session: &str, grown: &Grown, each: Duration) -> Result<Vec<Measured>> {
    let page = |path: String, marker: &'static str| {
        move |line: &mut Line, _: usize| {
            let heard = line.ask("GET", &path, session, "")?;
            ensure!(heard.status == 200 && heard.body.contains(marker), "{path}: {} without {marker}", heard.status);
            Ok(heard.body.len())
        }
    };
    let folder = |line: &mut Line, n: usize| {
        let path = format!("/folders/{}", grown.folder(n % 500));
        let heard = line.ask("GET", &path, session, "")?;
        ensure!(heard.status == 200 && heard.body.contains("Přehled"), "{path}: {}", heard.status);
        Ok(heard.body.len())
    };
    let first_look = |line: &mut Line, n: usize| {
        let path = format!("/folders/{}/timeline", grown.folder(500 + n));
        let heard = line.ask("GET", &path, session, "")?;
        ensure!(heard.status == 200, "{path}: {}", heard.status);
        Ok(heard.body.len())
    };
    let record = |line: &mut Line, n: usize| record(line, session, grown, n);
    let bare = load(house.bare, each, &|line, _| Ok(line.ask("GET", "/", "", "")?.body.len()))?;
    let on = |work: &(dyn Fn(&mut Line, usize) -> Result<usize> + Sync)| load(house.address, each, work);
    let measured = |name, bar, yard, load| Measured { name, load, bar, yard };
    Ok(vec![
        measured(BARE, 0.0, Yard::Bare, bare),
        measured("list of clients", 0.16, Yard::Bare, on(&page("/folders".to_owned(), "Klienti"))?),
        measured("folder page", 0.12, Yard::Bare, on(&folder)?),
        measured("můj den", 0.10, Yard::Bare, on(&page("/".to_owned(), "Zbývá dopsat"))?),
        measured("search: horak mar", 0.03, Yard::Bare, on(&page("/search?q=horak+mar".to_owned(), "Horák"))?),
        measured("quick record", 0.30, Yard::Commits, on(&record)?),
        measured("first look at a folder", 0.30, Yard::Commits, on(&first_look)?),
    ])
}

/// A record written for good: 303 to the timeline.
fn record(line: &mut Line, session: &str, grown: &Grown, n: usize) -> Result<usize> {
    let path = format!("/folders/{}/records", grown.folder(n % 500));
    let form = format!(
        "token={}&service={}&kind=consultation&form=ambulatory&day=dnes&time=0:01&minutes=30&text=M%C4%9B%C5%99en%C3%BD+z%C3%A1pis",
        Uuid::new_v4(),
        grown.service
    );
    let heard = line.ask("POST", &path, session, &form)?;
    ensure!(heard.status == 303, "{path}: {} {}", heard.status, heard.body.chars().take(2000).collect::<String>());
    Ok(heard.body.len())
}
