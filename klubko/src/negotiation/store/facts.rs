//! What is known about a folder's negotiation, in two statements: for the pages here and for the rooms that follow.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ActivityId, StatementId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;
use rules::agreement::{CircleOfPersons, InformationItem};
use rules::coded::Coded;
use rules::intake::{Found, Negotiation, Outcome};

record! {
    #[derive(Clone, Debug, Default)]
    /// The record of the negotiation as it stands, with what hangs on it. Empty texts mean that nothing is written yet.
    pub struct NegotiationFacts {
        /// The record (objednávka, přání, situace …); none until somebody writes the first part of it.
        pub record: Option<StatementId>,
        pub version: i64,
        pub request: String,
        pub expectation: String,
        pub wish: String,
        pub need: String,
        pub ability: String,
        pub possibility: String,
        pub not_found_out_reason: String,
        pub situation: String,
        pub situation_areas: String,
        pub causes: String,
        pub threat: String,
        pub since: String,
        pub since_earliest: Option<Date>,
        pub since_latest: Option<Date>,
        pub circle_of_persons: String,
        pub circle_of_persons_reason: String,
        pub alternatives: String,
        pub communication_form: String,
        /// In which language it was explained, if not in Czech.
        pub language: String,
        /// With whose help it was explained.
        pub helped_by: String,
        pub is_understood: bool,
        pub can_fulfil: String,
        pub cannot_fulfil: String,
        pub applicant_decision: String,
        pub applicant_decided_on: Option<Date>,
        pub recorded_at: Option<i64>,
        pub recorded_by: Option<WorkerId>,
        /// The newest introductory consultation that was not struck out.
        pub consultation: Option<StatementId>,
        pub consultation_activity: Option<ActivityId>,
        pub held_on: Option<Date>,
        pub held_by: Option<WorkerId>,
        pub first_contact_on: Option<Date>,
        /// The commission that holds now.
        pub commission: Option<StatementId>,
        pub commission_version: i64,
        pub commission_words: String,
        pub commission_agreed_on: Option<Date>,
        pub commission_at: Option<i64>,
        pub commission_by: Option<WorkerId>,
        pub has_counselling: bool,
        pub has_inquiry: bool,
        /// The code of the outcome, empty while the negotiation is open.
        pub outcome: String,
        /// Codes of what the person was told, separated by spaces.
        pub told: String,
    }
}

impl NegotiationFacts {
    /// The record as the rules take it; none while nothing of it is written.
    pub fn negotiation(&self) -> Option<Negotiation> {
        self.record.map(|_| self.as_it_stands())
    }

    /// The same, counting an unwritten record as an empty one.
    pub fn as_it_stands(&self) -> Negotiation {
        let found = |text: &str| Found::of(text, &self.not_found_out_reason);
        Negotiation {
            wish: found(&self.wish),
            need: found(&self.need),
            ability: found(&self.ability),
            possibility: found(&self.possibility),
            counselling_given: self.has_counselling,
            social_inquiry_made: self.has_inquiry,
            understanding_confirmed: self.is_understood,
        }
    }

    /// Whether the commission falls into what the service is registered for.
    pub fn circle(&self) -> Option<CircleOfPersons> {
        CircleOfPersons::from_code(&self.circle_of_persons)
    }

    /// How the negotiation ended, if it did.
    pub fn outcome(&self) -> Option<Outcome> {
        Outcome::from_code(&self.outcome)
    }

    /// What the person was told about the service.
    pub fn information_given(&self) -> Vec<InformationItem> {
        self.told.split_whitespace().filter_map(InformationItem::from_code).collect()
    }

    /// A need or a wish is written, so that the extent of the service can rest on it.
    pub fn has_need_or_wish(&self) -> bool {
        !self.need.trim().is_empty() || !self.wish.trim().is_empty()
    }
}

const FACTS: &str = "
    select n.id as record, coalesce(n.version, 0) as version, coalesce(n.request, '') as request,
           coalesce(n.expectation, '') as expectation, coalesce(n.wish, '') as wish, coalesce(n.need, '') as need,
           coalesce(n.ability, '') as ability, coalesce(n.possibility, '') as possibility,
           coalesce(n.not_found_out_reason, '') as not_found_out_reason, coalesce(n.situation, '') as situation,
           coalesce(n.situation_areas, '') as situation_areas, coalesce(n.causes, '') as causes,
           coalesce(n.threat, '') as threat, coalesce(n.since, '') as since,
           n.since_earliest as since_earliest, n.since_latest as since_latest,
           coalesce(n.circle_of_persons, '') as circle_of_persons,
           coalesce(n.circle_of_persons_reason, '') as circle_of_persons_reason,
           coalesce(n.alternatives, '') as alternatives, coalesce(n.communication_form, '') as communication_form,
           coalesce(n.language, '') as language, coalesce(n.helped_by, '') as helped_by,
           coalesce(n.is_understood, false) as is_understood, coalesce(n.can_fulfil, '') as can_fulfil,
           coalesce(n.cannot_fulfil, '') as cannot_fulfil, coalesce(n.applicant_decision, '') as applicant_decision,
           n.applicant_decided_on as applicant_decided_on, n.recorded_at as recorded_at, n.recorded_by as recorded_by,
           c.id as consultation, c.activity_id as consultation_activity, c.held_on as held_on,
           a.worker_id as held_by,
           (select min(v.starts_on) from first_contact e
              join activity_version v on v.activity_id = e.activity_id and v.recorded_at <= $2
                                     and (v.replaced_at is null or v.replaced_at > $2)
             where e.folder_id = f.id and e.thread_id = t.id and e.recorded_at <= $2) as first_contact_on,
           m.id as commission, coalesce(m.version, 0) as commission_version,
           coalesce(m.in_own_words, '') as commission_words, m.agreed_on as commission_agreed_on,
           m.recorded_at as commission_at, m.recorded_by as commission_by,
           exists (select 1 from basic_counselling b where b.folder_id = f.id and b.thread_id = t.id
                     and b.recorded_at <= $2) as has_counselling,
           exists (select 1 from social_inquiry s where s.folder_id = f.id and s.thread_id = t.id
                     and s.recorded_at <= $2) as has_inquiry,
           coalesce(o.outcome, '') as outcome, '' as told
      from client_folder f
      left join case_thread t on t.id = (select y.id from case_thread y where y.folder_id = f.id
               and y.recorded_at <= $2 order by y.recorded_at desc, y.id desc limit 1)
      left join intake_negotiation n on n.folder_id = f.id and n.thread_id = t.id and n.recorded_at <= $2
                                    and (n.replaced_at is null or n.replaced_at > $2)
      left join intro_consultation c on c.folder_id = f.id and c.id = (
               select x.id from intro_consultation x
                where x.folder_id = f.id and x.thread_id = t.id and x.recorded_at <= $2
                  and not exists (select 1 from record_strike_out u
                                   where u.activity_id = x.activity_id and u.recorded_at <= $2)
                order by x.held_on desc, x.id desc limit 1)
      left join activity_version a on a.activity_id = c.activity_id and a.recorded_at <= $2
                                  and (a.replaced_at is null or a.replaced_at > $2)
      left join commission m on m.folder_id = f.id and m.thread_id = t.id and m.recorded_at <= $2
                            and (m.replaced_at is null or m.replaced_at > $2) and m.ended_on is null
      left join negotiation_outcome o on o.folder_id = f.id and o.thread_id = t.id and o.recorded_at <= $2
                                     and (o.replaced_at is null or o.replaced_at > $2)
     where f.id = $1
     order by m.agreed_on desc, m.id desc limit 1";

const TOLD: &str = "
    select distinct i.item as item from information_given i
     where i.folder_id = $1 and i.recorded_at <= $2
       and i.thread_id = (select y.id from case_thread y where y.folder_id = $1 and y.recorded_at <= $2
                           order by y.recorded_at desc, y.id desc limit 1)
     order by 1";

/// Everything about the negotiation as of the day that the folder is shown.
pub fn facts(folder: &Folder) -> Result<NegotiationFacts, Failure> {
    record! { struct Told { item: String } }
    let of = params![folder.id(), folder.as_of()];
    let told: Vec<Told> = folder.db().all(TOLD, of)?;
    let facts: Option<NegotiationFacts> = folder.db().first(FACTS, of)?;
    let mut facts = facts.ok_or(Failure::Absent)?;
    facts.told = told.into_iter().map(|one| one.item).collect::<Vec<_>>().join(" ");
    Ok(facts)
}
