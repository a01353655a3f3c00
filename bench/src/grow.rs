//! A provider of a given size beside the demo town, grown by the forms that people fill in: every row and every entry
//! of the journal is one that the pen wrote. Beyond the folders of one block of colleagues, copies of theirs.

use crate::case;
use crate::colleagues::{self, BLOCK, Colleague, FOLDERS_OF_ONE, SERVICES};
use crate::house;
use crate::inside::{Inside, Person};
use crate::multiply::Source;
use anyhow::{Context, Result, anyhow};
use klubko::kernel::db::{Connection, Place};
use klubko::town;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// So many folders are grown by forms at most.
pub const BY_FORMS: usize = BLOCK * FOLDERS_OF_ONE;
const RECORDS: usize = 10;
/// So many forms wait at once: what waits is settled under one commit.
const AT_ONCE: usize = 128;
const OPENED: (&str, &str) = ("2026-01-12T16:00", "12. 1. 2026");
/// The days of the records, two of them each.
const DAYS: [(&str, &str); 5] = [
    ("2026-02-09T18:00", "9. 2. 2026"),
    ("2026-03-09T18:00", "9. 3. 2026"),
    ("2026-04-13T18:00", "13. 4. 2026"),
    ("2026-05-11T18:00", "11. 5. 2026"),
    ("2026-06-08T18:00", "8. 6. 2026"),
];

/// What was grown.
pub struct Grown {
    folders: Vec<String>,
    pub keeper: Colleague,
    /// Who writes records while there is a tenth of the data, and who does when there is all: each his own folders, so that
    /// nobody is measured among the records of an earlier job.
    scribes: [Colleague; 2],
    by_forms: usize,
    people: usize,
    source: Source,
}

impl Grown {
    /// The address of a folder.
    pub fn folder(&self, n: usize) -> &str {
        self.folders.get(n % self.folders.len().max(1)).map_or("", String::as_str)
    }

    /// How many folders lie in the service of the head who is measured, whole blocks of them.
    pub fn of_the_head(&self) -> usize {
        (self.folders.len() / self.by_forms).div_ceil(SERVICES) * self.by_forms
    }

    pub fn folder_of_the_head(&self, nth: usize) -> &str {
        let block = nth / self.by_forms * SERVICES;
        self.folder(block * self.by_forms + nth % self.by_forms)
    }

    /// The address of a folder of the keeper who is measured.
    pub fn own_folder(&self, n: usize) -> &str {
        self.folder_from(0, n)
    }

    /// Who writes records, and from which of the folders on he keeps fifty; a small provider has its keeper alone.
    pub fn scribe(&self, nth: usize) -> (&Colleague, usize) {
        let first = FOLDERS_OF_ONE * (nth + 1);
        let scribe = self.scribes.get(nth).filter(|_| first + FOLDERS_OF_ONE <= self.by_forms);
        scribe.map_or((&self.keeper, 0), |scribe| (scribe, first))
    }

    /// The address of one of fifty folders of a keeper.
    pub fn folder_from(&self, first: usize, n: usize) -> &str {
        self.folder(first + n % FOLDERS_OF_ONE.min(self.by_forms))
    }

    pub fn len(&self) -> usize {
        self.folders.len()
    }
}

impl Grown {
    /// A provider with its town and the folders that are grown by forms: as many as one block of colleagues keeps, or fewer.
    pub fn begin(place: &Place, (largest, by_forms): (usize, usize)) -> Result<Self> {
        town::build(place).map_err(|error| anyhow!("{error}"))?;
        let people = largest.div_ceil(FOLDERS_OF_ONE).next_multiple_of(BLOCK);
        let colleagues = colleagues::join(place, people)?;
        let block = colleagues.get(..BLOCK).context("nobody")?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let folders = runtime.block_on(grow(place, largest.min(by_forms).min(BY_FORMS), block))?;
        let source = Source::read(place, &folders)?;
        let [keeper, first, second] = colleagues.first_chunk().context("nobody")?.clone();
        Ok(Self { by_forms: folders.len(), folders, keeper, scribes: [first, second], people, source })
    }

    pub fn grow_to(&mut self, place: &Place, many: usize) -> Result<()> {
        let added = self.source.grow_to(place, many, self.people)?;
        self.folders.extend(added);
        Ok(())
    }
}

/// What a server does by itself after so many rows: it learns how many there are. The throw-away one does not.
pub fn count_rows(place: &Place) -> Result<()> {
    if matches!(place, Place::File(_)) {
        return Ok(());
    }
    Ok(Connection::open_writer(place)?.plant(|run| run("analyze", &[]))?)
}

async fn grow(place: &Place, many: usize, colleagues: &[Colleague]) -> Result<Vec<String>> {
    let colleagues: Arc<[Colleague]> = colleagues.into();
    let (house, people) = arrive(place, OPENED.0, &colleagues).await?;
    let all = colleagues.clone();
    let mut opened = each(many, move |n| {
        let (people, all) = (people.clone(), all.clone());
        async move {
            let at = n / FOLDERS_OF_ONE;
            let (keeper, second) = (at_or_first(&all, at)?, at_or_first(&all, at + 1)?);
            let folder = case::open(at_or_first(&people, at)?, n, keeper, second, OPENED.1).await?;
            Ok((n, folder))
        }
    })
    .await?;
    drop(house);
    opened.sort();
    let folders: Arc<[String]> = opened.into_iter().map(|(_, folder)| folder).collect();
    for (nth, (moment, day)) in DAYS.into_iter().enumerate() {
        let (_house, people) = arrive(place, moment, &colleagues).await?;
        let folders = folders.clone();
        let write = move |n: usize| {
            let (people, folders) = (people.clone(), folders.clone());
            async move {
                let (by, folder) = (at_or_first(&people, n / FOLDERS_OF_ONE)?, at_or_first(&folders, n)?);
                for one in 0..RECORDS / DAYS.len() {
                    case::record(by, folder, n + one, day).await?;
                }
                if nth + 1 == DAYS.len() { case::task(by, folder, n, house::morning()).await } else { Ok(()) }
            }
        };
        each(many, write).await?;
    }
    Ok(folders.to_vec())
}

fn at_or_first<T>(list: &[T], at: usize) -> Result<&T> {
    list.get(at).or(list.first()).context("nobody")
}

/// The house at a moment, with everybody signed in.
async fn arrive(place: &Place, moment: &str, colleagues: &[Colleague]) -> Result<(Inside, Arc<[Person]>)> {
    let house = Inside::at(place, moment)?;
    let mut people = Vec::new();
    for one in colleagues {
        people.push(house.sign_in(&one.login).await?);
    }
    Ok((house, people.into()))
}

/// Does a piece of work for each number, many at once.
async fn each<T, Work, Doing>(many: usize, work: Work) -> Result<Vec<T>>
where
    T: Send + 'static,
    Work: Fn(usize) -> Doing + Clone + Send + 'static,
    Doing: Future<Output = Result<T>> + Send + 'static,
{
    let next = Arc::new(AtomicUsize::new(0));
    let mut hands = Vec::new();
    for _ in 0..AT_ONCE {
        let (next, work) = (next.clone(), work.clone());
        hands.push(tokio::spawn(async move {
            let mut done = Vec::new();
            loop {
                let n = next.fetch_add(1, Relaxed);
                if n >= many {
                    return Ok::<_, anyhow::Error>(done);
                }
                done.push(work(n).await?);
            }
        }));
    }
    let mut all = Vec::new();
    for hand in hands {
        all.extend(hand.await??);
    }
    Ok(all)
}
