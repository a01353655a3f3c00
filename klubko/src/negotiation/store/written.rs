//! What the paper of a consultation says beside its page: who wrote it down and when, and the oral consent word for word.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::{params, record};
use uuid::Uuid;

record! {
    pub struct Written {
        pub recorded_at: i64,
        pub recorded_by: String,
        /// Empty when no oral consent was voiced in it.
        pub wording: String,
        pub scope: String,
        pub line: String,
        pub heard_by: String,
        pub struck_at: Option<i64>,
        pub struck_by: String,
        pub struck_why: String,
    }
}

pub fn written(folder: &Folder, consultation: Uuid) -> Result<Written, Failure> {
    const WRITTEN: &str = "
        select c.recorded_at as recorded_at,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by,
               coalesce(s.wording, '') as wording, coalesce(s.scope, '') as scope, coalesce(s.line, '') as line,
               coalesce(trim(h.title || ' ' || h.given_name || ' ' || h.family_name), '') as heard_by,
               u.recorded_at as struck_at, coalesce(u.reason, '') as struck_why,
               coalesce(trim(x.title || ' ' || x.given_name || ' ' || x.family_name), '') as struck_by
          from intro_consultation c
          join worker w on w.id = c.recorded_by
          left join consent s on s.id = c.consent_id and s.version = 1 and s.form = 'oral'
          left join worker h on h.id = s.heard_by
          left join record_strike_out u on u.activity_id = c.activity_id and u.recorded_at <= $2
          left join worker x on x.id = u.recorded_by
         where c.folder_id = $1 and c.recorded_at <= $2 and c.id = $3";
    let found = folder.db().first(WRITTEN, params![folder.id(), folder.as_of(), consultation])?;
    found.ok_or(Failure::Absent)
}
