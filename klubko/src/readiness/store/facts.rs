//! The facts of one folder as of a day, or of the folders that the head may see, in one statement.

use super::columns::{agreed, held, holds, negotiated, planned, sources};
use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, StatementId};
use crate::{listing, params, record};
use jiff::civil::Date;
use rules::agreement::AgreementForm;
use rules::closure::ClosureReason;
use rules::visits::PlanForm;

/// So many folders are counted at once, the newest first.
pub const MOST: usize = 500;

record! {
    /// What a folder says to the criteria; nothing of what it says in words.
    pub struct Row {
        pub folder_id: FolderId,
        pub number: String,
        pub has_record: bool,
        pub has_consultation: bool,
        pub outcome: String,
        pub has_service_offered: bool,
        pub has_circle: bool,
        pub has_wish: bool,
        pub has_need: bool,
        pub has_areas: bool,
        /// Why something was not found out.
        pub has_excuse: bool,
        pub has_situation: bool,
        pub has_expectations: bool,
        pub is_explained: bool,
        pub is_understood: bool,
        pub has_commission: bool,
        pub has_counselling: bool,
        pub basic_told: i64,
        pub principles_told: i64,
        pub complaints_told: bool,
        pub has_legal_ground: bool,
        pub refusal: Option<StatementId>,
        pub notice_asked_on: Option<Date>,
        pub is_notice_issued: bool,
        pub form: Option<AgreementForm>,
        pub signed_on: Option<Date>,
        pub is_signed_alone: bool,
        pub has_mandate: bool,
        pub says_parties: bool,
        pub says_kind: bool,
        pub says_extent: bool,
        pub says_place: bool,
        pub says_payment: bool,
        pub says_rules: bool,
        pub says_termination: bool,
        pub is_of_template: bool,
        pub is_in_force: bool,
        pub is_capacity_limited: bool,
        pub has_help: bool,
        pub birth_date: Option<Date>,
        pub plan_form: Option<PlanForm>,
        pub plan_agreed_on: Option<Date>,
        pub plan_review_on: Option<Date>,
        pub evaluated_on: Option<Date>,
        pub next_review_on: Option<Date>,
        pub has_clients_view: bool,
        pub has_risks: bool,
        pub has_goal: bool,
        pub has_linked_goal: bool,
        pub unlinked_goal: Option<StatementId>,
        pub has_note: bool,
        pub closure_reason: Option<ClosureReason>,
        pub has_retention: bool,
        pub is_assessed: bool,
        pub key_workers: i64,
        pub key_worker: Option<String>,
        pub has_limits: bool,
        pub limited_worker_stays: bool,
        pub has_handover: bool,
        pub handover_waits: bool,
    }
}

/// The folder as it was at the moment and on the day that is shown.
pub fn of_folder(folder: &Folder) -> Result<Row, Failure> {
    const ONE: &str = concat!(
        "select ",
        negotiated!("$2", "$3"),
        ", ",
        agreed!("$2", "$3"),
        ", ",
        planned!("$2"),
        ", ",
        held!("$2", "$3"),
        " ",
        sources!("$2"),
        " where f.id = $1 and v.folder_id = $1"
    );
    folder.db().first(ONE, params![folder.id(), folder.as_of(), folder.day()])?.ok_or(Failure::Absent)
}

pub const OF_SERVICE: Listing = listing!(
    count,
    concat!(negotiated!("$3", "$4"), ", ", agreed!("$3", "$4"), ", ", planned!("$3"), ", ", held!("$3", "$4")),
    sources!("$3"),
    "and (z.id is not null) = $8 order by f.year desc, f.sequence desc limit 500"
);

/// The newest folders of the service that the head may see: those where the cooperation has ended, or the others.
pub fn of_service(caseload: &Caseload, is_closed: bool) -> Result<Vec<Row>, Failure> {
    caseload.all(OF_SERVICE, params![is_closed])
}
