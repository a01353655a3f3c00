//! Finding folders by their words.

use super::typed;
use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::failure::Failure;
use crate::kernel::id::FolderId;
use crate::kernel::value::Value;
use crate::{listing, record, visible, visible_fully};
use jiff::civil::Date;
use rules::access::Tie;

record! {
    /// A folder that was found.
    pub struct Found {
        pub folder_id: FolderId,
        pub number: String,
        pub given_name: String,
        pub family_name: String,
        pub birth_date: Option<Date>,
        pub birth_year: Option<i64>,
        pub phone: String,
        pub key_worker: String,
        /// How many fit, whoever may see them; it says whether all were weighed and goes nowhere.
        fit: i64,
        tie: Tie,
    }
}

impl Found {
    /// The viewer may know its name and its key worker, no more.
    pub fn is_by_name_only(&self) -> bool {
        matches!(self.tie, Tie::SameService | Tie::HandoverAddressee)
    }
}

/// The folder has a word that begins as the second, third and fourth beginning, as far as so many (`$16`) were typed.
macro_rules! has_the_others {
    ($second:expr, $third:expr, $fourth:expr) => {
        concat!(
            "(cast($16 as bigint) < 2 or ",
            $second,
            ") and (cast($16 as bigint) < 3 or ",
            $third,
            ") and (cast($16 as bigint) < 4 or ",
            $fourth,
            ")"
        )
    };
}

/// Its words of a beginning lie beside each other: reading them all touches fewer pages than asking each folder.
macro_rules! is_among {
    ($from:literal, $to:literal) => {
        concat!(
            "s.folder_id in (select n.folder_id from search_word n where n.service_id = $1 and n.word >= ",
            $from,
            " and n.word < ",
            $to,
            ")"
        )
    };
}

macro_rules! has_name {
    ($from:literal, $to:literal) => {
        concat!(
            "exists (select 1 from search_word n where n.folder_id = near.folder_id and n.word >= ",
            $from,
            " and n.word < ",
            $to,
            " and n.is_name)"
        )
    };
}

/// The first beginning, the shortest, leads to the folders; of those that fit, the first in the order of names (`$17` of
/// them) are weighed, and one more than a page holds is read, so that it knows of others. What is known by name only is
/// found by the name only.
const FOUND: Listing = listing!(
    visible,
    "f.id as folder_id, f.number as number, p.given_name as given_name, p.family_name as family_name,
     p.birth_date as birth_date, p.birth_year as birth_year, p.phone as phone, found.fit as fit,
     coalesce((select w.given_name || ' ' || w.family_name from key_worker_assignment kw
                 join worker w on w.id = kw.worker_id
                where kw.folder_id = f.id and kw.from_at <= $3 and (kw.until_at is null or kw.until_at > $3)), '')
     as key_worker",
    concat!(
        "from (select f.id as id, near.fit as fit
                 from (select p.folder_id as folder_id, p.name_order as name_order, count(*) over () as fit
                         from (select distinct s.folder_id as folder_id from search_word s
                                where s.service_id = $1 and s.word >= $8 and s.word < $9 and ",
        has_the_others!(is_among!("$10", "$11"), is_among!("$12", "$13"), is_among!("$14", "$15")),
        ") first
                         cross join person_version p
                        where p.folder_id = first.folder_id and p.replaced_at is null
                        order by p.name_order, p.folder_id limit cast($17 as bigint)) near
                 cross join client_folder f
                where f.id = near.folder_id and ",
        visible!(),
        " and (",
        has_name!("$8", "$9"),
        " and ",
        has_the_others!(has_name!("$10", "$11"), has_name!("$12", "$13"), has_name!("$14", "$15")),
        " or ",
        visible_fully!(),
        ") order by near.name_order, f.id limit 21) found
         cross join client_folder f join person_version p on p.folder_id = f.id and p.replaced_at is null"
    ),
    "and f.id = found.id order by p.name_order, f.id"
);

/// So many are found at most: one more than a page holds.
const READ: usize = 21;
/// So many are weighed at first; whoever may see few of them has all weighed.
const WEIGHED: i64 = 32;

/// Folders that have a word beginning with each of these, the longest first, in Czech order of names.
pub fn find(caseload: &Caseload, beginnings: &[String]) -> Result<Vec<Found>, Failure> {
    let mut ranges: Vec<_> = beginnings.iter().rev().map(|word| typed::range(word)).collect();
    ranges.resize_with(typed::MOST, || typed::range(""));
    let mut values: Vec<_> = ranges.iter().flat_map(|(from, to)| [Value::from(from), Value::from(to)]).collect();
    values.push(Value::from(beginnings.len() as i64));
    let weigh = |most: i64| caseload.all(FOUND, &[&values, &[Value::from(most)][..]].concat());
    let found: Vec<Found> = weigh(WEIGHED)?;
    let are_all = found.len() == READ || found.first().is_some_and(|one| one.fit <= WEIGHED);
    if are_all { Ok(found) } else { weigh(i64::MAX) }
}

record! { struct Word { word: Vec<u8> } }

const WORDS: Listing = listing!(
    visible,
    "distinct s.word as word",
    "from search_word s join client_folder f on f.id = s.folder_id",
    "and s.service_id = $1 and s.word >= $8 and s.word < $9 and s.is_name"
);

/// Names that begin so, as they are filed, of folders that the viewer may see listed.
pub fn names(caseload: &Caseload, beginning: &str) -> Result<Vec<Vec<u8>>, Failure> {
    let (from, to) = typed::range(beginning);
    let words: Vec<Word> = caseload.all(WORDS, &[Value::from(&from), Value::from(&to)])?;
    Ok(words.into_iter().map(|one| one.word).collect())
}
