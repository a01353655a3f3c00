//! Entries as people read them. The link from pseudonyms to people lives in two erasable tables; where it was erased,
//! an entry is nobody's.

pub mod printed;

use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::house::House;
use crate::kernel::id::WorkerId;
use crate::{params, record};
use uuid::Uuid;

/// One page of entries.
pub const PAGE: usize = 50;

record! {
    /// An entry about one folder.
    pub struct Look {
        pub seq: i64,
        pub at: i64,
        pub worker: Option<String>,
        pub act: String,
        pub decision: String,
        pub ground: String,
        pub text: String,
    }
}

/// A part of the journal: a time from–to, and from where on the page begins.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    pub from: i64,
    pub until: i64,
    /// Newer than this entry, else older than that one.
    pub newer_than: Option<i64>,
    pub older_than: i64,
}

macro_rules! looks {
    ($further:literal) => {
        concat!(
            "select j.seq as seq, j.at as at, j.act as act, j.decision as decision, j.ground as ground, j.text as text,
                    w.given_name || ' ' || w.family_name as worker
               from folder_pseudonym y
               join journal j on j.person = y.pseudonym
               left join worker_pseudonym n on n.pseudonym = j.actor
               left join worker w on w.id = n.worker_id
              where y.folder_id = $1 and j.at >= $2 and j.at <= $3 and (j.decision <> 'denied' or $4) ",
            $further
        )
    };
}

/// Entries about the folder, the newest first; refused attempts only for those who may see them.
pub fn looks(folder: &Folder, part: &Part, worker: Option<WorkerId>, denials: bool) -> Result<Vec<Look>, Failure> {
    const OLDER: &str = looks!("and j.seq < $5 order by j.seq desc limit 51");
    const NEWER: &str = looks!("and j.seq > $5 order by j.seq limit 51");
    const OLDER_OF: &str = looks!("and j.seq < $5 and n.worker_id = $6 order by j.seq desc limit 51");
    const NEWER_OF: &str = looks!("and j.seq > $5 and n.worker_id = $6 order by j.seq limit 51");
    let (id, from, until) = (folder.id(), part.from, part.until.min(folder.as_of()));
    let place = part.newer_than.unwrap_or(part.older_than);
    let mut looks: Vec<Look> = match (worker, part.newer_than) {
        (None, None) => folder.db().all(OLDER, params![id, from, until, denials, place])?,
        (None, Some(_)) => folder.db().all(NEWER, params![id, from, until, denials, place])?,
        (Some(worker), None) => folder.db().all(OLDER_OF, params![id, from, until, denials, place, worker])?,
        (Some(worker), Some(_)) => folder.db().all(NEWER_OF, params![id, from, until, denials, place, worker])?,
    };
    if part.newer_than.is_some() {
        looks.reverse();
    }
    Ok(looks)
}

record! {
    /// Somebody who has an entry about the folder.
    pub struct Somebody {
        pub id: WorkerId,
        pub name: String,
    }
}

/// Everybody who has an entry about the folder, in Czech order.
pub fn everybody(folder: &Folder, denials: bool) -> Result<Vec<Somebody>, Failure> {
    const EVERYBODY: &str = "
        select w.id as id, w.given_name || ' ' || w.family_name as name
          from worker w
          join worker_pseudonym n on n.worker_id = w.id
         where n.pseudonym in (select j.actor from folder_pseudonym y join journal j on j.person = y.pseudonym
                                where y.folder_id = $1 and (j.decision <> 'denied' or $2))
         order by w.name_order, w.id";
    Ok(folder.db().all(EVERYBODY, params![folder.id(), denials])?)
}

record! {
    /// An entry of the house: no content, no text, persons by pseudonyms.
    pub struct Line {
        pub seq: i64,
        pub at: i64,
        pub worker: Option<String>,
        pub person: Option<Uuid>,
        pub concerns: String,
        pub act: String,
        pub decision: String,
        pub ground: String,
    }
}

macro_rules! lines {
    ($further:literal) => {
        concat!(
            "select j.seq as seq, j.at as at, j.person as person, j.concerns as concerns, j.act as act,
                    j.decision as decision, j.ground as ground, w.given_name || ' ' || w.family_name as worker
               from journal j
               left join worker_pseudonym n on n.pseudonym = j.actor
               left join worker w on w.id = n.worker_id
              where j.at >= $1 and j.at <= $2 and ($3 = '' or j.act = $3) and ($4 = '' or j.decision = $4) ",
            $further
        )
    };
}

/// Entries of the house, the newest first.
pub fn lines(house: &House, part: &Part, act: &str, decision: &str) -> Result<Vec<Line>, Failure> {
    const HOUSE_OLDER: &str = lines!("and j.seq < $5 order by j.seq desc limit 51");
    const HOUSE_NEWER: &str = lines!("and j.seq > $5 order by j.seq limit 51");
    let unit: &Unit = house.db();
    let place = part.newer_than.unwrap_or(part.older_than);
    let values = params![part.from, part.until, act, decision, place];
    let mut lines: Vec<Line> = unit.all(if part.newer_than.is_some() { HOUSE_NEWER } else { HOUSE_OLDER }, values)?;
    if part.newer_than.is_some() {
        lines.reverse();
    }
    Ok(lines)
}
