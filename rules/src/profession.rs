//! Who works in a service: professions, positions and mandates (R-021, R-030; sections 0.1 and 2.1 § 109–116).
//!
//! A membership in a service carries a profession and a position; people of the whole provider carry a mandate.

use crate::coded;

coded! {
    /// The profession of a membership in a service.
    pub enum Profession {
        SocialWorker = "social_worker",
        DirectCareWorker = "direct_care_worker",
        OtherSpecialist = "other_specialist",
        PeerMentor = "peer_mentor",
        Volunteer = "volunteer",
        Trainee = "trainee",
    }
}

coded! {
    /// The position of a membership: the head answers for the service.
    pub enum Position {
        Head = "head",
        Worker = "worker",
    }
}

coded! {
    /// What somebody of the whole provider is there for; such a person does no care work in any service.
    pub enum Mandate {
        Dpo = "dpo",
        TechnicalAdmin = "technical_admin",
        Methodologist = "methodologist",
        OtherStaff = "other_staff",
        /// Inspection of quality (sections 97–99 of the act): sees what heads of services open to it.
        Inspector = "inspector",
    }
}

/// Professional workers: they assess and hold cases. A service may leave out direct-care workers
/// when it counts assessors.
pub fn is_professional_worker(profession: Profession, direct_care_counts: bool) -> bool {
    match profession {
        Profession::SocialWorker | Profession::OtherSpecialist => true,
        Profession::DirectCareWorker => direct_care_counts,
        Profession::PeerMentor | Profession::Volunteer | Profession::Trainee => false,
    }
}

/// Who can become a key worker: any professional worker; the setting narrows only the assessors.
pub fn may_be_key_worker(profession: Profession) -> bool {
    is_professional_worker(profession, true)
}

/// The first contact belongs to the social worker or to the worker in social services; anybody else
/// says why it was not one of them.
pub fn may_take_first_contact_without_reason(profession: Profession) -> bool {
    match profession {
        Profession::SocialWorker | Profession::DirectCareWorker => true,
        Profession::OtherSpecialist | Profession::PeerMentor | Profession::Volunteer | Profession::Trainee => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Coded;

    #[test]
    fn volunteers_trainees_and_peer_mentors_are_not_professional_workers() {
        for direct_care_counts in [true, false] {
            for profession in [Profession::Volunteer, Profession::Trainee, Profession::PeerMentor] {
                assert!(!is_professional_worker(profession, direct_care_counts), "{profession:?}");
            }
        }
    }

    #[test]
    fn a_service_may_leave_out_direct_care_workers_as_assessors_but_not_as_key_workers() {
        assert!(is_professional_worker(Profession::DirectCareWorker, true));
        assert!(!is_professional_worker(Profession::DirectCareWorker, false));
        assert!(may_be_key_worker(Profession::DirectCareWorker));
    }

    #[test]
    fn the_psychologist_takes_a_first_contact_only_with_a_reason() {
        assert!(!may_take_first_contact_without_reason(Profession::OtherSpecialist));
        assert!(may_take_first_contact_without_reason(Profession::SocialWorker));
        assert!(may_take_first_contact_without_reason(Profession::DirectCareWorker));
    }

    #[test]
    fn every_word_is_found_again_by_its_code() {
        for profession in Profession::ALL {
            assert_eq!(Profession::from_code(profession.code()), Some(*profession));
        }
        assert_eq!(Mandate::from_code("dpo"), Some(Mandate::Dpo));
        assert_eq!(Position::from_code("chief"), None);
    }
}
