//! For whom a record is written: those the worker saw last, and those he looks for.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::failure::Failure;
use crate::kernel::id::FolderId;
use crate::{listing, params, record};
use rules::text::search_words;

record! {
    /// A client to write about.
    pub struct Found {
        pub id: FolderId,
        pub given_name: String,
        pub family_name: String,
        pub number: String,
        pub birth_year: Option<i64>,
        pub at: Option<i64>,
    }
}

impl Found {
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name).trim().to_owned()
    }
}

const WRITTEN: Listing = listing!(
    fully,
    "f.id as id, p.given_name as given_name, p.family_name as family_name, f.number as number,
     p.birth_year as birth_year, m.at as at",
    "from (select v.folder_id as folder_id, max(v.recorded_at) as at from activity_version v
            where v.worker_id = $2 and v.service_id = $1 and v.folder_id is not null and v.recorded_at > $8
            group by v.folder_id) m cross join client_folder f cross join person_version p",
    "and f.id = m.folder_id and p.folder_id = f.id and p.replaced_at is null order by m.at desc, f.id limit 6"
);

/// The journal knows which folders he opened; each is asked by its own index.
const OPENED: Listing = listing!(
    fully,
    "f.id as id, p.given_name as given_name, p.family_name as family_name, f.number as number,
     p.birth_year as birth_year,
     (select max(j.at) from journal j join worker_pseudonym y on y.pseudonym = j.actor
       where y.worker_id = $2 and j.concerns_id = f.id and j.decision = 'granted' and j.at > $8) as at",
    "from client_folder f join person_version p on p.folder_id = f.id and p.replaced_at is null",
    "and exists (select 1 from journal j join worker_pseudonym y on y.pseudonym = j.actor
                  where y.worker_id = $2 and j.concerns_id = f.id and j.decision = 'granted' and j.at > $8)
     order by at desc, f.id limit 6"
);

const THIRTY_DAYS: i64 = 30 * 86_400_000;
const SHOWN: usize = 6;

/// The six folders that the worker wrote into or opened last.
pub fn recent(caseload: &Caseload, now: i64) -> Result<Vec<Found>, Failure> {
    let since = now - THIRTY_DAYS;
    let mut recent: Vec<Found> = caseload.all(WRITTEN, params![since])?;
    let opened: Vec<Found> = caseload.all(OPENED, params![since])?;
    recent.extend(opened);
    recent.sort_by_key(|one| std::cmp::Reverse(one.at));
    let mut shown: Vec<Found> = Vec::new();
    for one in recent {
        if shown.len() < SHOWN && shown.iter().all(|known| known.id != one.id) {
            shown.push(one);
        }
    }
    Ok(shown)
}

/// Every one of at most three words begins some word of the folder.
const NAMED: Listing = listing!(
    fully,
    "f.id as id, p.given_name as given_name, p.family_name as family_name, f.number as number,
     p.birth_year as birth_year, f.opened_at as at",
    "from client_folder f join person_version p on p.folder_id = f.id and p.replaced_at is null",
    "and exists (select 1 from search_word s where s.service_id = $1 and s.folder_id = f.id
                    and s.word >= $8 and s.word < $9)
     and exists (select 1 from search_word s where s.service_id = $1 and s.folder_id = f.id
                    and s.word >= $10 and s.word < $11)
     and exists (select 1 from search_word s where s.service_id = $1 and s.folder_id = f.id
                    and s.word >= $12 and s.word < $13)
     order by p.name_order, f.id limit 20"
);

/// Folders found by the beginnings of words: name, year of birth, telephone, number.
pub fn named(caseload: &Caseload, typed: &str) -> Result<Vec<Found>, Failure> {
    let words: Vec<String> = typed.split_whitespace().filter_map(|word| search_words(word).pop()).collect();
    let Some(first) = words.first() else { return Ok(Vec::new()) };
    let word = |n: usize| words.get(n).unwrap_or(first).as_bytes();
    let after = |n: usize| [word(n), &[0xff]].concat();
    let (ends, from) = ([after(0), after(1), after(2)], [word(0), word(1), word(2)]);
    let ([a, b, c], [x, y, z]) = (from, &ends);
    caseload.all(NAMED, params![a, x, b, y, c, z])
}
