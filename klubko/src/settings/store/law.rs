use crate::kernel::change::Change;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::{params, record};
use jiff::civil::Date;
use rules::coded::Coded;
use rules::law::Provision;

record! {
    /// The words of a provision and when they hold.
    pub struct Kept {
        pub code: String,
        pub text: String,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
        pub recorded_at: Option<i64>,
        pub by_name: Option<String>,
    }
}

/// What is cited on a day.
pub fn on(unit: &Unit, day: Date) -> Result<Vec<Kept>, Failure> {
    const ON: &str = "
        select l.code as code, l.text as text, l.valid_from as valid_from, l.valid_to as valid_to,
               l.recorded_at as recorded_at, w.given_name || ' ' || w.family_name as by_name
          from legal_reference l left join worker w on w.id = l.recorded_by
         where l.valid_from <= $1 and (l.valid_to is null or l.valid_to >= $1) order by l.code, l.valid_from desc";
    Ok(unit.all(ON, params![day])?)
}

/// All words that a provision ever had, the newest first.
pub fn history(unit: &Unit, provision: Provision) -> Result<Vec<Kept>, Failure> {
    const HISTORY: &str = "
        select l.code as code, l.text as text, l.valid_from as valid_from, l.valid_to as valid_to,
               l.recorded_at as recorded_at, w.given_name || ' ' || w.family_name as by_name
          from legal_reference l left join worker w on w.id = l.recorded_by
         where l.code = $1 order by l.valid_from desc";
    Ok(unit.all(HISTORY, params![provision.code()])?)
}

/// New words from a day on; words of the same day are corrected by them.
pub fn set(change: &mut Change, provision: Provision, text: &str, from: Date) -> Result<(), Failure> {
    const END: &str = "
        update legal_reference set valid_to = $3 where code = $1 and valid_from < $2 and valid_to is null";
    const SET: &str = "
        insert into legal_reference (code, text, valid_from, recorded_at, recorded_by) values ($1, $2, $3, $4, $5)
        on conflict (code, valid_from) do update set text = $2, recorded_at = $4, recorded_by = $5";
    let (at, by) = (change.at(), change.by());
    let last = from.yesterday().unwrap_or(from);
    change.run(END, params![provision.code(), from, last])?;
    change.run(SET, params![provision.code(), text, from, at, by]).map(drop)
}
