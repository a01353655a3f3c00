//! What was done, when and how (R-012, R-020, decision 5): one timed row from which units and visits are derived.

use crate::calendar::shifted;
use crate::coded;
use jiff::civil::Date;

coded! {
    /// What was done.
    pub enum Kind {
        FirstContact = "first_contact",
        IntroConsultation = "intro_consultation",
        CrisisIntervention = "crisis_intervention",
        /// What follows a crisis intervention: the call of the next day.
        CrisisFollowUp = "crisis_follow_up",
        SocialInquiry = "social_inquiry",
        BasicCounselling = "basic_counselling",
        /// Another meeting of the negotiation: the commission, what the service can do.
        IntakeNegotiation = "intake_negotiation",
        AssessmentMeeting = "assessment_meeting",
        /// A meeting of two services spoke about the client.
        TeamMeeting = "team_meeting",
        Consultation = "consultation",
        Accompaniment = "accompaniment",
        Advocacy = "advocacy",
        NotReached = "not_reached",
    }
}

coded! {
    /// In what form it was done; the first two are the forms of the service itself (§ 33).
    pub enum Form {
        Ambulatory = "ambulatory",
        Field = "field",
        Phone = "phone",
        Email = "email",
        Online = "online",
        Letter = "letter",
    }
}

impl Form {
    /// The worker and the person are in one place.
    pub fn is_personal(self) -> bool {
        match self {
            Form::Ambulatory | Form::Field => true,
            Form::Phone | Form::Email | Form::Online | Form::Letter => false,
        }
    }
}

/// Kinds that belong to the negotiation and to the crisis, and so need no agreement. An act on behalf of
/// the applicant is recorded under the kind that it serves.
pub fn needs_agreement(kind: Kind) -> bool {
    match kind {
        Kind::FirstContact | Kind::IntroConsultation | Kind::CrisisIntervention | Kind::CrisisFollowUp => false,
        Kind::SocialInquiry | Kind::BasicCounselling | Kind::IntakeNegotiation | Kind::AssessmentMeeting => false,
        Kind::TeamMeeting => false,
        Kind::NotReached => false,
        Kind::Consultation | Kind::Accompaniment | Kind::Advocacy => true,
    }
}

/// The client took part: not in acts on behalf, not where nobody was reached, not in the team's assessment.
pub fn client_was_present(kind: Kind, on_behalf_of_client: bool) -> bool {
    !on_behalf_of_client && !matches!(kind, Kind::NotReached | Kind::AssessmentMeeting | Kind::TeamMeeting)
}

/// this kind of act needs an agreement on its day (banner “Bez smlouvy”).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoAgreement {
    pub kind: Kind,
}

/// Whether an act of this kind may be recorded on a day; [`crate::moment::contact_time`] says when it can have been.
pub fn may_record(kind: Kind, on: Date, agreement_on: Option<Date>) -> Result<(), NoAgreement> {
    let agreed = agreement_on.is_some_and(|day| day <= on);
    if needs_agreement(kind) && !agreed { Err(NoAgreement { kind }) } else { Ok(()) }
}

/// How a record may be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    Allowed {
        until: Date,
    },
    /// The days for corrections are over: what is missing is added below.
    AddendumOnly,
    /// Somebody else wrote it.
    NotTheAuthor,
}

/// The author corrects his record for so many days after he wrote it (a setting), then adds to it.
pub fn may_edit(is_author: bool, recorded_on: Date, days: i64, today: Date) -> Edit {
    let until = shifted(recorded_on, days);
    match is_author {
        false => Edit::NotTheAuthor,
        true if today > until => Edit::AddendumOnly,
        true => Edit::Allowed { until },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Coded;
    use jiff::civil::date;

    const MONDAY: Date = date(2026, 3, 16);

    #[test]
    fn before_the_agreement_only_what_serves_the_negotiation_or_the_crisis_is_recorded() {
        for kind in Kind::ALL {
            let refused = may_record(*kind, MONDAY, None).is_err();
            let service = matches!(kind, Kind::Consultation | Kind::Accompaniment | Kind::Advocacy);
            assert_eq!(refused, service, "{kind:?}");
        }
    }

    #[test]
    fn on_the_day_of_the_agreement_a_consultation_can_be_recorded_the_day_before_it_cannot() {
        assert_eq!(may_record(Kind::Consultation, MONDAY, Some(MONDAY)), Ok(()));
        let refused = may_record(Kind::Consultation, date(2026, 3, 15), Some(MONDAY));
        assert_eq!(refused, Err(NoAgreement { kind: Kind::Consultation }));
    }

    #[test]
    fn the_client_is_not_present_when_the_worker_calls_the_office_for_him() {
        assert!(client_was_present(Kind::Consultation, false));
        assert!(!client_was_present(Kind::Consultation, true));
        assert!(!client_was_present(Kind::NotReached, false));
        assert!(!client_was_present(Kind::AssessmentMeeting, false));
    }

    #[test]
    fn alena_corrects_her_record_for_a_week_then_adds_to_it_and_bohdan_never_corrects_it() {
        let written = date(2026, 3, 16);
        assert_eq!(may_edit(true, written, 7, date(2026, 3, 23)), Edit::Allowed { until: date(2026, 3, 23) });
        assert_eq!(may_edit(true, written, 7, date(2026, 3, 24)), Edit::AddendumOnly);
        assert_eq!(may_edit(false, written, 7, written), Edit::NotTheAuthor);
    }
}
