//! The wording of the criteria, with the day from which it holds; the provider's own over what the house brings.

use crate::kernel::change::Change;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::{params, record};
use jiff::civil::Date;
use rules::coded::Coded;
use rules::readiness::Criterion;

record! {
    /// What was written of a criterion and since when it holds.
    #[derive(Clone)]
    pub struct Kept {
        pub code: String,
        pub text: String,
        pub is_fundamental: bool,
        pub is_used: bool,
        pub valid_from: Date,
        pub recorded_at: i64,
        pub by_name: String,
    }
}

/// What holds on a day; the newest of each code comes first.
pub fn on(unit: &Unit, day: Date) -> Result<Vec<Kept>, Failure> {
    const ON: &str = "
        select c.code as code, c.text as text, c.is_fundamental as is_fundamental, c.is_used as is_used,
               c.valid_from as valid_from, c.recorded_at as recorded_at, w.given_name || ' ' || w.family_name as by_name
          from criterion c join worker w on w.id = c.recorded_by
         where c.valid_from <= $1 order by c.code, c.valid_from desc";
    Ok(unit.all(ON, params![day])?)
}

/// Everything that was written of a criterion, the newest first.
pub fn history(unit: &Unit, criterion: Criterion) -> Result<Vec<Kept>, Failure> {
    const HISTORY: &str = "
        select c.code as code, c.text as text, c.is_fundamental as is_fundamental, c.is_used as is_used,
               c.valid_from as valid_from, c.recorded_at as recorded_at, w.given_name || ' ' || w.family_name as by_name
          from criterion c join worker w on w.id = c.recorded_by
         where c.code = $1 order by c.valid_from desc";
    Ok(unit.all(HISTORY, params![criterion.code()])?)
}

/// What is written of a criterion from a day on; what was written for the same day is corrected by it.
pub struct NewWording<'a> {
    pub criterion: Criterion,
    pub text: &'a str,
    pub is_fundamental: bool,
    pub is_used: bool,
    pub valid_from: Date,
}

pub fn set(change: &mut Change, new: &NewWording<'_>) -> Result<(), Failure> {
    const SET: &str = "
        insert into criterion (code, text, is_fundamental, is_used, valid_from, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (code, valid_from) do update
           set text = $2, is_fundamental = $3, is_used = $4, recorded_at = $6, recorded_by = $7";
    let (code, at, by) = (new.criterion.code(), change.at(), change.by());
    let row = params![code, new.text, new.is_fundamental, new.is_used, new.valid_from, at, by];
    change.run(SET, row).map(drop)
}
