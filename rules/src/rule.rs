//! The rules that question a deed or leave a task behind, and how a worker answers them.
//!
//! A BLOCK is a value of the module that refuses; a WARN is a [`Warning`] which names its [`Rule`], and the form
//! gets the field `reason_r021` from that name. A reason given there lets the deed through and is kept with it.

use crate::agreement::InformationItem;
use crate::anonymity::Finding;
use crate::coded;
use crate::coded::Coded;
use crate::consent;
use crate::intake::Circumstance;

coded! {
    /// One value for each rule that is answered by a reason or makes a task.
    pub enum Rule {
        /// The agreed extent rests on no recorded need or wish.
        R001 = "r001",
        /// A wish, need, ability or possibility is empty.
        R002 = "r002",
        /// No basic counselling in the negotiation.
        R005 = "r005",
        /// No social inquiry before the agreement.
        R006 = "r006",
        /// Nobody confirmed that the person understood.
        R008 = "r008",
        /// A written notice of refusal was asked for and waits to be issued.
        R010 = "r010",
        /// The text of the agreement binds one party only.
        R011 = "r011",
        /// An agreement without a plan and without the decision that none is needed.
        R016 = "r016",
        /// A goal outside the declared purpose of the service.
        R017 = "r017",
        /// The plan waits for its evaluation.
        R018 = "r018",
        /// The first contact was taken by another specialist.
        R021 = "r021",
        /// Booked to a specialist without an introductory consultation.
        R022 = "r022",
        /// The person waits too long for the consultation.
        R023 = "r023",
        /// An oral consent waits for the written one.
        R024 = "r024",
        /// A crisis intervention without a voiced consent waits for it.
        R025 = "r025",
        /// Words in an anonymous record that look like a birth number, phone or e-mail.
        R027 = "r027",
        /// The assessment is late.
        R029 = "r029",
        /// A handover waits for its acceptance.
        R034 = "r034",
        /// Basic information was not given.
        R047 = "r047",
        /// Main principles were not explained.
        R048 = "r048",
        /// Nobody said what the service can and cannot do.
        R050 = "r050",
        /// A consent was withdrawn and the agreement goes on.
        R052 = "r052",
        /// A need of long-term cooperation waits for its plan.
        R053 = "r053",
        /// About six visits and no written plan.
        R054 = "r054",
        /// A worker was excluded while something of his was under way.
        R059 = "r059",
        /// Something is shared because the law says so, and the client was not told.
        R061 = "r061",
        /// The next meeting of an active team is not planned.
        R070 = "r070",
        /// The client has not taken part in case management for long.
        R071 = "r071",
        /// Two services work on the same thing for the client.
        R073 = "r073",
        /// A planned meeting did not take place.
        R074 = "r074",
        /// A peer mentor is invited into a team or to a meeting.
        R075 = "r075",
        /// The output of a meeting waits to be written into the folder.
        R078 = "r078",
        /// A goal of a meeting waits for its evaluation.
        R079 = "r079",
        /// Something is shared without the consent that could carry it, or against the client's no.
        R083 = "r083",
        /// The consent was withdrawn while another service works on a part of the commission.
        R084 = "r084",
        /// A consent to sharing runs out soon.
        R085 = "r085",
        /// Another service was asked for a part of the commission.
        R095 = "r095",
        /// The other service has no capacity for it.
        R096 = "r096",
        /// The peer mentor owes the client's documentation a brief note.
        R107 = "r107",
        /// Nobody told the person how the service does case management.
        R080 = "r080",
        /// The public text on case management is checked every year.
        R081 = "r081",
        /// The validity of an agreement comes to its end (§ 91(2) h).
        L91 = "l91",
        /// What another service shared answers it already.
        R124 = "r124",
        /// Every goal is met, or nobody has met the client for long: think of the end.
        R126 = "r126",
        /// A plan without strengths.
        R127 = "r127",
        /// A member of a helping team who answers no need.
        R134 = "r134",
        /// A need or a wish that no goal leads from.
        R142 = "r142",
        /// A case lost its key worker because the account was disabled.
        D26 = "d26",
    }
}

impl Rule {
    /// The name of the form field in which the worker answers.
    pub fn reason_field(self) -> String {
        format!("reason_{}", self.code())
    }
}

/// What a rule asks the worker about. The values are what its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    NoNeedOrWishLinked,
    NegotiationFieldsEmpty(Vec<Circumstance>),
    NoCounselling,
    NoSocialInquiry,
    UnderstandingNotConfirmed,
    FirstContactByAnotherSpecialist,
    BookedWithoutConsultation,
    WaitsTooLong {
        days: i64,
        limit: i64,
    },
    IdentifyingMarks(Vec<Finding>),
    AssessmentLate {
        days: i64,
    },
    InformationNotGiven(Vec<InformationItem>),
    PrinciplesNotExplained(Vec<InformationItem>),
    ExpectationsNotClarified,
    DutiesOfOneParty,
    CaseManagementNotExplained,
    /// Numbers of the goals.
    GoalsWithoutLink(Vec<usize>),
    GoalsOutsidePurpose(Vec<usize>),
    NoStrengths,
    /// What was found out and no goal leads from, in words.
    UnlinkedNeeds(Vec<String>),
    /// Another service works on it.
    ServicesOverlap {
        service: String,
        part: String,
    },
    /// It rests on the law, although the client could decide, or did.
    ConsentIsTheRule(consent::State),
    /// He does not know that it is shared.
    ClientNotTold,
    /// Titles of what is known about the topic already.
    KnownAlready {
        topic: String,
        known: Vec<String>,
    },
}

impl Warning {
    pub fn rule(&self) -> Rule {
        match self {
            Warning::NoNeedOrWishLinked | Warning::GoalsWithoutLink(_) => Rule::R001,
            Warning::NegotiationFieldsEmpty(_) => Rule::R002,
            Warning::NoCounselling => Rule::R005,
            Warning::NoSocialInquiry => Rule::R006,
            Warning::UnderstandingNotConfirmed => Rule::R008,
            Warning::FirstContactByAnotherSpecialist => Rule::R021,
            Warning::BookedWithoutConsultation => Rule::R022,
            Warning::WaitsTooLong { .. } => Rule::R023,
            Warning::IdentifyingMarks(_) => Rule::R027,
            Warning::AssessmentLate { .. } => Rule::R029,
            Warning::InformationNotGiven(_) => Rule::R047,
            Warning::PrinciplesNotExplained(_) => Rule::R048,
            Warning::ExpectationsNotClarified => Rule::R050,
            Warning::GoalsOutsidePurpose(_) => Rule::R017,
            Warning::NoStrengths => Rule::R127,
            Warning::UnlinkedNeeds(_) => Rule::R142,
            Warning::DutiesOfOneParty => Rule::R011,
            Warning::CaseManagementNotExplained => Rule::R080,
            Warning::ServicesOverlap { .. } => Rule::R073,
            Warning::ConsentIsTheRule(_) => Rule::R083,
            Warning::ClientNotTold => Rule::R061,
            Warning::KnownAlready { .. } => Rule::R124,
        }
    }
}

/// A written reason for one rule, as typed into its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub rule: Rule,
    pub reason: String,
}

/// The reasons that came with the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<Answer>);

impl Answers {
    /// Reads the field of every rule; an empty reason is no reason.
    pub fn read(field: impl Fn(&str) -> Option<String>) -> Self {
        let given = Rule::ALL.iter().filter_map(|rule| {
            let reason = field(&rule.reason_field())?.trim().to_owned();
            (!reason.is_empty()).then_some(Answer { rule: *rule, reason })
        });
        Answers(given.collect())
    }

    pub fn reason(&self, rule: Rule) -> Option<&str> {
        self.0.iter().find(|answer| answer.rule == rule).map(|answer| answer.reason.as_str())
    }

    /// The reasons that answer these warnings, to be kept with the record; a reason nobody asked for is left out.
    pub fn to_keep(&self, warnings: &[Warning]) -> Vec<Answer> {
        let asked = |answer: &&Answer| warnings.iter().any(|warning| warning.rule() == answer.rule);
        self.0.iter().filter(asked).cloned().collect()
    }
}

/// What the rules say to a deed: what refuses it, and what only asks for a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings<Block> {
    pub blocks: Vec<Block>,
    pub warnings: Vec<Warning>,
}

impl<Block> Default for Findings<Block> {
    fn default() -> Self {
        Findings { blocks: Vec::new(), warnings: Vec::new() }
    }
}

impl<Block> Findings<Block> {
    pub fn block_if(&mut self, holds: bool, block: Block) {
        if holds {
            self.blocks.push(block);
        }
    }

    pub fn warn_if(&mut self, holds: bool, warning: Warning) {
        if holds {
            self.warnings.push(warning);
        }
    }

    /// Nothing refuses and every warning is answered: gives the reasons to keep, otherwise what remains.
    pub fn settle(self, answers: &Answers) -> Result<Vec<Answer>, Self> {
        let open = |warning: &Warning| answers.reason(warning.rule()).is_none();
        if self.blocks.is_empty() && !self.warnings.iter().any(open) {
            return Ok(answers.to_keep(&self.warnings));
        }
        Err(self)
    }
}

#[cfg(test)]
#[path = "rule_tests.rs"]
mod tests;
