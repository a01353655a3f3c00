//! What the worker chooses with one chip, and what it is as a row: kind, form, with or without the client.

use rules::activity::{Form, Kind};

rules::coded! {
    /// One chip of „Druh kontaktu“.
    pub enum Chosen {
        Visit = "visit",
        Phone = "phone",
        OnBehalf = "on_behalf",
        NotReached = "not_reached",
        Negotiation = "negotiation",
        Accompaniment = "accompaniment",
        Advocacy = "advocacy",
        CrisisFollowUp = "crisis_follow_up",
    }
}

impl Chosen {
    pub fn label(self) -> &'static str {
        match self {
            Self::Visit => "Osobní konzultace",
            Self::Phone => "Telefon",
            Self::OnBehalf => "Ve prospěch klienta",
            Self::NotReached => "Nezastižen/a",
            Self::Negotiation => "Jednání se zájemcem",
            Self::Accompaniment => "Doprovod",
            Self::Advocacy => "Jednání za klienta",
            Self::CrisisFollowUp => "Kontrola po krizi",
        }
    }

    /// Before the agreement an act on behalf serves the negotiation and is recorded under it.
    pub fn kind(self, has_agreement: bool) -> Kind {
        match self {
            Self::OnBehalf if !has_agreement => Kind::IntakeNegotiation,
            Self::Visit | Self::Phone | Self::OnBehalf => Kind::Consultation,
            Self::NotReached => Kind::NotReached,
            Self::Negotiation => Kind::IntakeNegotiation,
            Self::Accompaniment => Kind::Accompaniment,
            Self::Advocacy => Kind::Advocacy,
            Self::CrisisFollowUp => Kind::CrisisFollowUp,
        }
    }

    pub fn is_on_behalf(self) -> bool {
        matches!(self, Self::OnBehalf | Self::Advocacy)
    }

    /// The form it has unless another one is chosen; a personal meeting has the form of the service.
    pub fn form(self, of_service: Form) -> Form {
        match self {
            Self::Visit | Self::Negotiation => of_service,
            Self::Accompaniment => Form::Field,
            Self::Phone | Self::OnBehalf | Self::NotReached | Self::Advocacy | Self::CrisisFollowUp => Form::Phone,
        }
    }

    /// The chip of a stored row; none for what another part of the folder records.
    pub fn of(kind: Kind, form: Form, on_behalf: bool) -> Option<Self> {
        Some(match kind {
            Kind::Consultation if on_behalf => Self::OnBehalf,
            Kind::Consultation if form == Form::Phone => Self::Phone,
            Kind::Consultation => Self::Visit,
            Kind::IntakeNegotiation if on_behalf => Self::OnBehalf,
            Kind::IntakeNegotiation => Self::Negotiation,
            Kind::NotReached => Self::NotReached,
            Kind::Accompaniment => Self::Accompaniment,
            Kind::Advocacy => Self::Advocacy,
            Kind::CrisisFollowUp => Self::CrisisFollowUp,
            Kind::FirstContact | Kind::IntroConsultation | Kind::CrisisIntervention => return None,
            Kind::SocialInquiry | Kind::BasicCounselling | Kind::AssessmentMeeting | Kind::TeamMeeting => return None,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::Chosen;
    use rules::activity::{Form, Kind, may_record};
    use rules::coded::Coded;

    #[test]
    fn every_chip_reads_back_from_its_row() {
        for chosen in Chosen::ALL {
            let (kind, form) = (chosen.kind(true), chosen.form(Form::Field));
            assert_eq!(Chosen::of(kind, form, chosen.is_on_behalf()), Some(*chosen), "{chosen:?}");
        }
    }

    #[test]
    fn a_call_to_an_office_for_an_applicant_needs_no_agreement() {
        let day = jiff::civil::date(2026, 3, 3);
        assert!(may_record(Chosen::OnBehalf.kind(false), day, None).is_ok());
        assert!(may_record(Chosen::Visit.kind(false), day, None).is_err());
        assert_eq!(Chosen::OnBehalf.kind(true), Kind::Consultation);
    }
}
