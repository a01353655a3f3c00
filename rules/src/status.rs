//! The status of a person in a service, computed from what happened and never stored (decision 2, section 7.2).
//!
//! Only an agreement makes a client, so nobody can change a status by hand.

use crate::assessment::days_late;
use crate::coded;
use crate::intake::Outcome;
use jiff::civil::Date;

coded! {
    /// Where the person stands.
    pub enum Status {
        Contact = "contact",
        Applicant = "applicant",
        Client = "client",
        /// The negotiation ended without an agreement.
        Refused = "closed_refused",
        Referred = "closed_referred",
        Withdrawn = "closed_withdrawn",
        Counselled = "closed_counselled",
        OutOfContact = "closed_out_of_contact",
        /// The cooperation with a client ended.
        Closed = "closed_cooperation",
    }
}

impl Status {
    /// Nothing more is expected to happen unless the person comes again.
    pub fn is_closed(self) -> bool {
        match self {
            Status::Contact | Status::Applicant | Status::Client => false,
            Status::Refused | Status::Referred | Status::Withdrawn => true,
            Status::Counselled | Status::OutOfContact | Status::Closed => true,
        }
    }
}

/// What happened in the person's newest thread (negotiation, agreement, end). A person who comes again after the end
/// begins a new thread, and so is an applicant again.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// A booking, a consultation or another record of the negotiation exists.
    pub negotiation_began: bool,
    pub negotiation_closed: Option<Outcome>,
    /// The last day of the term of the assessment, once it runs.
    pub assessment_due_on: Option<Date>,
    pub assessment_closed: bool,
    pub agreement_on: Option<Date>,
    pub cooperation_ended_on: Option<Date>,
}

/// The status on a day.
pub fn status(facts: &Facts, today: Date) -> Status {
    let concluded = facts.agreement_on.is_some_and(|day| day <= today);
    let ended = facts.cooperation_ended_on.is_some_and(|day| day <= today);
    match (concluded, ended) {
        (true, true) => Status::Closed,
        (true, false) => Status::Client,
        (false, _) => before_agreement(facts),
    }
}

fn before_agreement(facts: &Facts) -> Status {
    match facts.negotiation_closed {
        Some(Outcome::Refused) => Status::Refused,
        Some(Outcome::OtherServiceNeeded) => Status::Referred,
        Some(Outcome::ApplicantWithdrew) => Status::Withdrawn,
        Some(Outcome::OneOffCounsellingOnly) => Status::Counselled,
        Some(Outcome::NoLongerContactable) => Status::OutOfContact,
        // An outcome “agreement” without an agreement on this day: it is yet to come, the person is an applicant.
        Some(Outcome::Agreement) => Status::Applicant,
        Some(Outcome::Open) | None if facts.negotiation_began => Status::Applicant,
        Some(Outcome::Open) | None => Status::Contact,
    }
}

/// What the queue and the head of the folder say (vocabulary 47–57).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    NewContact,
    NegotiationRunning,
    WaitingForAssessment {
        due_on: Date,
    },
    AssessmentOverdue {
        days: i64,
    },
    /// The assessment is closed; the agreement is being negotiated.
    WithoutAgreement,
    Client {
        since: Date,
    },
    Ended(Status),
}

pub fn stage(facts: &Facts, today: Date) -> Stage {
    let status = status(facts, today);
    match (status, facts.agreement_on) {
        (Status::Contact, _) => Stage::NewContact,
        (Status::Client, Some(since)) => Stage::Client { since },
        (Status::Applicant | Status::Client, _) => applicant_stage(facts, today),
        (Status::Refused | Status::Referred | Status::Withdrawn, _) => Stage::Ended(status),
        (Status::Counselled | Status::OutOfContact | Status::Closed, _) => Stage::Ended(status),
    }
}

fn applicant_stage(facts: &Facts, today: Date) -> Stage {
    match facts.assessment_due_on {
        _ if facts.assessment_closed => Stage::WithoutAgreement,
        None => Stage::NegotiationRunning,
        Some(due_on) => match days_late(today, due_on) {
            0 => Stage::WaitingForAssessment { due_on },
            days => Stage::AssessmentOverdue { days },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Coded;
    use jiff::civil::date;
    use proptest::prelude::*;

    const SIGNED: Date = date(2026, 3, 16);

    fn consulted() -> Facts {
        Facts { negotiation_began: true, assessment_due_on: Some(date(2026, 3, 10)), ..Facts::default() }
    }

    #[test]
    fn klara_goes_from_a_new_contact_to_a_client_since_16_march() {
        let called = Facts::default();
        let assessed = Facts { assessment_closed: true, ..consulted() };
        let signed = Facts { agreement_on: Some(SIGNED), negotiation_closed: Some(Outcome::Agreement), ..assessed };
        assert_eq!(stage(&called, date(2026, 3, 3)), Stage::NewContact);
        let waiting = Stage::WaitingForAssessment { due_on: date(2026, 3, 10) };
        assert_eq!(stage(&consulted(), date(2026, 3, 10)), waiting);
        assert_eq!(stage(&consulted(), date(2026, 3, 11)), Stage::AssessmentOverdue { days: 1 });
        assert_eq!(stage(&assessed, date(2026, 3, 12)), Stage::WithoutAgreement);
        assert_eq!(stage(&signed, SIGNED), Stage::Client { since: SIGNED });
        assert_eq!(status(&signed, SIGNED), Status::Client);
        assert_eq!(status(&signed, date(2026, 3, 15)), Status::Applicant, "on the day before she was an applicant");
    }

    #[test]
    fn an_applicant_is_one_from_the_beginning_of_the_negotiation() {
        let booked = Facts { negotiation_began: true, ..Facts::default() };
        assert_eq!(status(&booked, SIGNED), Status::Applicant);
        assert_eq!(stage(&booked, SIGNED), Stage::NegotiationRunning);
    }

    #[test]
    fn each_end_of_a_negotiation_has_its_status() {
        let table = [
            (Outcome::Refused, Status::Refused),
            (Outcome::OtherServiceNeeded, Status::Referred),
            (Outcome::ApplicantWithdrew, Status::Withdrawn),
            (Outcome::OneOffCounsellingOnly, Status::Counselled),
            (Outcome::NoLongerContactable, Status::OutOfContact),
            (Outcome::Open, Status::Applicant),
        ];
        for (outcome, expected) in table {
            let facts = Facts { negotiation_closed: Some(outcome), ..consulted() };
            assert_eq!(status(&facts, SIGNED), expected, "{outcome:?}");
            assert_eq!(stage(&facts, SIGNED) == Stage::Ended(expected), expected.is_closed(), "{outcome:?}");
        }
    }

    #[test]
    fn a_client_whose_cooperation_ended_is_no_longer_one() {
        let facts = Facts { agreement_on: Some(SIGNED), cooperation_ended_on: Some(date(2026, 8, 31)), ..consulted() };
        assert_eq!(status(&facts, date(2026, 8, 30)), Status::Client);
        assert_eq!(stage(&facts, date(2026, 8, 31)), Stage::Ended(Status::Closed));
    }

    proptest! {
        #[test]
        fn nothing_but_an_agreement_makes_a_client(
            began: bool, closed in prop::option::of(0..Outcome::ALL.len()), assessed: bool, ended: bool, due: bool,
        ) {
            let facts = Facts {
                negotiation_began: began,
                negotiation_closed: closed.and_then(|one| Outcome::ALL.get(one).copied()),
                assessment_due_on: due.then_some(SIGNED),
                assessment_closed: assessed,
                agreement_on: None,
                cooperation_ended_on: ended.then_some(SIGNED),
            };
            prop_assert!(!matches!(status(&facts, SIGNED), Status::Client | Status::Closed));
            let signed = Facts { agreement_on: Some(SIGNED), cooperation_ended_on: None, ..facts };
            prop_assert_eq!(status(&signed, SIGNED), Status::Client);
        }
    }
}
