//! Finding folders by their words.

use super::typed;
use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::failure::Failure;
use crate::kernel::id::FolderId;
use crate::kernel::value::Value;
use crate::{listing, record};
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
        is_found_by_name: bool,
        tie: Tie,
    }
}

impl Found {
    /// The viewer may know its name and its key worker, no more.
    pub fn is_by_name_only(&self) -> bool {
        matches!(self.tie, Tie::SameService | Tie::HandoverAddressee)
    }
}

/// The first beginning leads to the folders, each further one must fit one of the folder's words. A beginning that was
/// not typed is a range in which all words lie.
const FOUND: Listing = listing!(
    visible,
    "f.id as folder_id, f.number as number, p.given_name as given_name, p.family_name as family_name,
     p.birth_date as birth_date, p.birth_year as birth_year, p.phone as phone,
     coalesce((select w.given_name || ' ' || w.family_name from key_worker_assignment kw
                 join worker w on w.id = kw.worker_id
                where kw.folder_id = f.id and kw.from_at <= $3 and (kw.until_at is null or kw.until_at > $3)), '')
     as key_worker,
     case when exists (select 1 from search_word n where n.folder_id = f.id and n.is_name
                          and n.word >= $8 and n.word < $9)
           and exists (select 1 from search_word n where n.folder_id = f.id and n.is_name
                          and n.word >= $10 and n.word < $11)
           and exists (select 1 from search_word n where n.folder_id = f.id and n.is_name
                          and n.word >= $12 and n.word < $13)
           and exists (select 1 from search_word n where n.folder_id = f.id and n.is_name
                          and n.word >= $14 and n.word < $15)
          then true else false end as is_found_by_name",
    "from client_folder f join person_version p on p.folder_id = f.id and p.replaced_at is null",
    "and f.id in (select s.folder_id from search_word s
                   where s.service_id = $1 and s.word >= $8 and s.word < $9)
     and exists (select 1 from search_word s where s.folder_id = f.id and s.word >= $10 and s.word < $11)
     and exists (select 1 from search_word s where s.folder_id = f.id and s.word >= $12 and s.word < $13)
     and exists (select 1 from search_word s where s.folder_id = f.id and s.word >= $14 and s.word < $15)
     order by p.name_order, f.id limit 200"
);

/// Folders that have a word beginning with each of these, in Czech order of names.
pub fn find(caseload: &Caseload, beginnings: &[String]) -> Result<Vec<Found>, Failure> {
    let mut ranges: Vec<_> = beginnings.iter().map(|word| typed::range(word)).collect();
    ranges.resize_with(typed::MOST, || typed::range(""));
    let values: Vec<Value<'_>> = ranges.iter().flat_map(|(from, to)| [Value::from(from), Value::from(to)]).collect();
    let found: Vec<Found> = caseload.all(FOUND, &values)?;
    Ok(found.into_iter().filter(|one| !one.is_by_name_only() || one.is_found_by_name).collect())
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
