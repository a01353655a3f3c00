//! What else happened in the thread, as short lines between the records.

use super::read::Before;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::{params, record};
use uuid::Uuid;

record! {
    /// A step of the case that is no record of work.
    pub struct Event {
        pub id: Uuid,
        pub at: i64,
        pub what: String,
        /// A code or a name that the sentence needs.
        pub detail: String,
        pub author: String,
    }
}

const EVENTS: &str = "
    select e.id as id, e.at as at, e.what as what, e.detail as detail,
           case when e.what = 'far_withdrawal' then '' else w.given_name || ' ' || w.family_name end as author
      from (select x.id as id, x.recorded_at as at, 'assessment' as what, '' as detail, x.recorded_by as by_id
              from assessment x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'key_worker', k.given_name || ' ' || k.family_name, x.recorded_by
              from key_worker_assignment x join worker k on k.id = x.worker_id
             where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'consent', x.form || ' ' || x.decision, x.recorded_by
              from consent x where x.folder_id = $1 and x.recorded_at <= $2 and x.version = 1
            union all
            select x.consent_id, x.recorded_at, 'withdrawal', '', x.recorded_by
              from consent_withdrawal x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.consent_id, x.recorded_at, 'far_withdrawal', c.kind, x.recorded_by
              from folder_join j
              join consent_withdrawal x
                on x.folder_id = case when j.folder_id = $1 then j.far_folder_id else j.folder_id end
              join consent c on c.id = x.consent_id and c.version = 1
              join consent_terms u on u.consent_id = c.id
              join client_folder f on f.id = $1 and f.service_id = u.receiver_service_id
             where (j.folder_id = $1 or j.far_folder_id = $1) and j.joined_at <= $2 and x.recorded_at <= $2
             group by x.consent_id, x.recorded_at, c.kind, x.recorded_by
            union all
            select x.id, x.recorded_at, 'communication', x.way || ' '
                   || coalesce(trim(k.title || ' ' || k.given_name || ' ' || k.family_name), x.outside_name), x.recorded_by
              from team_communication x left join worker k on k.id = x.worker_id
             where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'agreement', x.signed_on, x.recorded_by
              from agreement x where x.folder_id = $1 and x.recorded_at <= $2 and x.version = 1
            union all
            select x.id, x.recorded_at, 'outcome', x.outcome, x.recorded_by
              from negotiation_outcome x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'plan', x.plan_form, x.recorded_by
              from plan_decision x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'commission', x.in_own_words, x.recorded_by
              from commission x where x.folder_id = $1 and x.recorded_at <= $2 and x.version = 1
            union all
            select x.id, x.recorded_at, 'plan_agreement', cast(x.number as text), x.recorded_by
              from plan_agreement x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'evaluation', x.conclusion, x.recorded_by
              from evaluation x where x.folder_id = $1 and x.recorded_at <= $2 and x.version = 1
            union all
            select x.id, x.recorded_at, 'evaluation_corrected', x.correction_reason, x.recorded_by
              from evaluation x where x.folder_id = $1 and x.recorded_at <= $2 and x.version > 1
            union all
            select x.id, x.recorded_at, 'closure', x.reason, x.recorded_by
              from case_closure x where x.folder_id = $1 and x.recorded_at <= $2 and x.version = 1
            union all
            select x.id, x.recorded_at, 'closure_corrected', x.reason, x.recorded_by
              from case_closure x where x.folder_id = $1 and x.recorded_at <= $2 and x.version > 1
            union all
            select x.id, x.recorded_at, 'refusal', x.reason, x.recorded_by
              from refusal x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'refusal_notice', '', x.recorded_by
              from refusal_notice x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'waiting', '', x.recorded_by
              from waiting_list_entry x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'offer', '', x.recorded_by
              from waiting_list_offer x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.entry_id, x.recorded_at, 'removal', '', x.recorded_by
              from waiting_list_removal x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'reopening', '', x.recorded_by
              from negotiation_reopening x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'amendment', cast(x.number as text), x.recorded_by
              from agreement_amendment x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'termination', x.ended_by, x.recorded_by
              from agreement_termination x where x.folder_id = $1 and x.recorded_at <= $2 and x.version = 1
            union all
            select x.id, x.shared_at, 'shared', v.name || ': ' || x.title, x.shared_by
              from shared_item x join service v on v.id = x.receiver_service_id
             where x.folder_id = $1 and x.shared_at <= $2 and x.kind <> 'question'
            union all
            select x.part_id, x.recorded_at, 'part_' || x.answer, v.name || ': ' || p.part, x.recorded_by
              from commission_part_answer x join commission_part p on p.id = x.part_id
              join service v on v.id = p.receiver_service_id
             where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.part_id, x.recorded_at, 'part_taken', v.name || ': ' || x.delimited_part, x.recorded_by
              from commission_part_answer x join commission_part p on p.id = x.part_id
              join service v on v.id = p.service_id
             where x.far_folder_id = $1 and x.recorded_at <= $2
            union all
            select x.part_id, x.recorded_at, 'part_ended', x.outcome, x.recorded_by
              from commission_part_end x where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'service_offer',
                   case when x.note = '' then v.name || ': ' || x.contact_given else x.note end, x.recorded_by
              from service_offer x join service v on v.id = x.offered_service_id
             where x.folder_id = $1 and x.recorded_at <= $2
            union all
            select x.id, x.recorded_at, 'assignment', k.given_name || ' ' || k.family_name, x.recorded_by
              from assignment x join worker k on k.id = x.worker_id
             where x.folder_id = $1 and x.recorded_at <= $2) e
      join worker w on w.id = e.by_id
     where e.at < $3 or (e.at = $3 and e.id < $4)
     order by e.at desc, e.id desc limit 31";

/// The events before a place in the timeline, newest first; one more than a page shows.
pub fn events(folder: &Folder, before: Before) -> Result<Vec<Event>, Failure> {
    Ok(folder.db().all(EVENTS, params![folder.id(), folder.as_of(), before.at, before.id])?)
}
