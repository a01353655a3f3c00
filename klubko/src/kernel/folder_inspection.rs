//! The inspection for which an inspector reads a folder: of which service, until when, and as of which day it is shown
//! (sections 97–99 of the act).

use super::failure::Failure;
use super::id::FolderId;
use super::visit::Visit;
use crate::{inspection_holds, params, record};
use jiff::civil::Date;

record! {
    pub struct Inspection {
        pub until_day: Date,
        pub as_of_day: Date,
        pub service_name: String,
        pub service_mark: String,
    }
}

/// The newest inspection in force that names the folder.
pub(in crate::kernel) fn of(visit: &Visit<'_>, folder: FolderId) -> Result<Option<Inspection>, Failure> {
    const NEWEST: &str = concat!(
        "select n.until_day as until_day, n.as_of_day as as_of_day, s.name as service_name, s.mark as service_mark
           from inspected_folder i join quality_inspection n on n.id = i.inspection_id
           join service s on s.id = n.service_id
          where i.folder_id = $1 and ",
        inspection_holds!(),
        " order by n.recorded_at desc, n.id desc limit 1"
    );
    Ok(visit.unit.first(NEWEST, params![folder, visit.viewer()?.worker(), visit.now, visit.today])?)
}

/// Inspection `n` is the viewer's and in force: begun, not over, not ended early.
#[macro_export]
#[doc(hidden)]
macro_rules! inspection_holds {
    () => {
        "n.worker_id = $2 and n.recorded_at <= $3 and n.from_day <= $4 and n.until_day >= $4
         and not exists (select 1 from inspection_end e where e.inspection_id = n.id)"
    };
}

/// Folder `f` is named in an inspection of the viewer; asked only of folders of other services than the viewer's, so of
/// none in an ordinary list.
#[macro_export]
#[doc(hidden)]
macro_rules! is_inspected {
    () => {
        concat!(
            "(exists (select 1 from quality_inspection y where y.worker_id = $2)
              and exists (select 1 from inspected_folder i join quality_inspection n on n.id = i.inspection_id
                           where i.folder_id = f.id and ",
            $crate::inspection_holds!(),
            "))"
        )
    };
}

/// `inspected_listing!("columns", "from …", "further conditions, order and limit")`: the folders that the inspector's
/// inspections name, and no other list of his.
#[macro_export]
macro_rules! inspected_listing {
    ($columns:expr, $from:expr, $rest:expr) => {
        $crate::kernel::caseload::Listing::with_the_predicate(concat!(
            "select ",
            $columns,
            " ",
            $from,
            " where not $7 and ",
            $crate::tie!(),
            " = 'inspection' ",
            $rest
        ))
    };
}
