//! How the negotiation went before: endings that hold no more, reopenings, and threads that were closed.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::{params, record};
use jiff::civil::Date;

record! {
    /// An ending that a later event took over, with what opened the negotiation again.
    pub struct Earlier {
        pub outcome: String,
        pub decided_on: Date,
        pub reopened_on: Option<Date>,
        pub reopened_why: String,
        pub is_of_earlier_thread: bool,
        pub who: String,
    }
}

/// Endings that are not the one in force of the newest thread, the newest first.
pub fn earlier(folder: &Folder) -> Result<Vec<Earlier>, Failure> {
    const EARLIER: &str = "
        select o.outcome as outcome, o.decided_on as decided_on, r.reopened_on as reopened_on,
               coalesce(r.reason, '') as reopened_why,
               case when o.thread_id <> t.id then true else false end as is_of_earlier_thread,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as who
          from negotiation_outcome o
          join case_thread t on t.id = (select h.id from case_thread h where h.folder_id = $1 and h.recorded_at <= $2
                                         order by h.recorded_at desc, h.id desc limit 1)
          left join negotiation_reopening r on r.outcome_id = o.id and r.folder_id = o.folder_id
                                           and r.recorded_at <= $2
          join worker w on w.id = o.recorded_by
         where o.folder_id = $1 and o.recorded_at <= $2
           and (o.thread_id <> t.id and (o.replaced_at is null or o.replaced_at > $2) or r.id is not null)
         order by o.recorded_at desc, o.id desc";
    Ok(folder.db().all(EARLIER, params![folder.id(), folder.as_of()])?)
}

/// When the negotiation ended for the last time, whatever thread it was.
pub fn ended_on(folder: &Folder) -> Result<Option<Date>, Failure> {
    record! { struct Last { decided_on: Option<Date> } }
    const LAST: &str = "
        select max(decided_on) as decided_on from negotiation_outcome where folder_id = $1 and replaced_at is null";
    let last: Option<Last> = folder.db().first(LAST, params![folder.id()])?;
    Ok(last.and_then(|last| last.decided_on))
}
