//! The words of case management that are stored, each with its code.

use crate::coded;

coded! {
    pub enum Form {
        /// One worker leads and, with the client, chooses who enters.
        Individual = "individual_cm",
        /// Two services of the provider.
        InternalTeam = "internal_team_cm",
    }
}

coded! {
    pub enum Mode {
        /// Workers know of each other and tell each other what they did.
        Passive = "passive_team",
        /// It meets regularly and looks for solutions.
        Active = "active_team",
    }
}

coded! {
    /// The phases of case management in practice; one may come back to any of them.
    pub enum Phase {
        Finding = "finding",
        Engaging = "engaging",
        Assessing = "assessing",
        Planning = "planning",
        Implementing = "implementing",
        Coordinating = "coordinating",
        Advocating = "advocating",
        Monitoring = "monitoring",
    }
}

coded! {
    /// What the client says to a proposal of the team.
    pub enum Choice {
        Accepts = "accepts",
        Declines = "declines",
        Modifies = "modifies",
        Undecided = "undecided",
    }
}

impl Choice {
    /// BLOCK: a proposal becomes a step of the plan only when the client takes it, as it is or changed.
    pub fn opens_the_plan(self) -> bool {
        match self {
            Choice::Accepts | Choice::Modifies => true,
            Choice::Declines | Choice::Undecided => false,
        }
    }
}

coded! {
    /// How the client took part in a step of the case.
    pub enum Participation {
        InPerson = "in_person",
        ByPhone = "by_phone",
        AtMeeting = "at_meeting",
        /// Was invited to the meeting and did not want to come.
        DeclinedInvitation = "declined_invitation",
        /// Was not invited; the note says why.
        NotInvited = "not_invited",
    }
}

impl Participation {
    /// The client took part in it: it counts for the term of R-071.
    pub fn counts(self) -> bool {
        match self {
            Participation::InPerson | Participation::ByPhone | Participation::AtMeeting => true,
            Participation::DeclinedInvitation | Participation::NotInvited => false,
        }
    }
}

coded! {
    /// How workers of a team got in touch, where it does not meet.
    pub enum CommunicationWay {
        ByPhone = "by_phone",
        ByEmail = "by_email",
        Other = "other",
    }
}

coded! {
    /// Why a case of case management ends.
    pub enum EndReason {
        GoalMet = "goal_met",
        ClientsWish = "clients_wish",
        OneServiceIsEnough = "one_service_is_enough",
        ConsentEnded = "consent_ended",
        CooperationEnded = "cooperation_ended",
        Other = "other",
    }
}

coded! {
    /// For whom a key worker from outside works (R-139, D8).
    pub enum EmployerKind {
        Municipality = "municipality",
        Region = "region",
        SocialProvider = "social_provider",
        HealthProvider = "health_provider",
        Coordinator = "coordinator",
    }
}
