//! Signing the informed consent (R-047 … R-052, decision 7): by this the agreement is concluded and the applicant
//! becomes a client. The signature gives two things apart: the agreement, and the consent to processing of data.

use crate::agreement_terms::binds_one_party;
use crate::coded;
use crate::coded::Coded;
use crate::consent::{Consent, ConsentForm, ConsentKind, Decision};
use crate::instant::Moment;
use crate::intake::{Negotiation, Outcome, warnings_at_end};
use crate::rule::{Answer, Answers, Findings, Rule, Warning};
use jiff::civil::Date;

coded! {
    /// How an agreement was concluded (D4).
    pub enum AgreementForm {
        InformedConsent = "informed_consent",
        Written = "written",
        Oral = "oral",
    }
}

coded! {
    /// In what form a service concludes agreements, as its setting says (D4).
    pub enum FormsAllowed {
        InformedConsent = "informed_consent",
        Written = "written",
        OralAllowed = "oral_allowed",
    }
}

impl FormsAllowed {
    /// The forms that may be chosen; where an oral one is allowed, either party may ask for a written one.
    pub fn forms(self) -> &'static [AgreementForm] {
        match self {
            FormsAllowed::InformedConsent => &[AgreementForm::InformedConsent],
            FormsAllowed::Written => &[AgreementForm::Written],
            FormsAllowed::OralAllowed => &[AgreementForm::Oral, AgreementForm::Written],
        }
    }
}

coded! {
    /// What the person is told before signing.
    pub enum InformationItem {
        Activity = "activity",
        Mission = "mission",
        TargetGroup = "target_group",
        Methods = "methods",
        BasicRules = "basic_rules",
        RightsAndDuties = "rights_and_duties",
        Confidentiality = "confidentiality",
        CourseOfService = "course_of_service",
        Complaints = "complaints",
        Ending = "ending",
        CaseManagement = "case_management",
    }
}

impl InformationItem {
    /// The first four are the basic information, the others the main principles.
    pub fn rule(self) -> Rule {
        match self {
            InformationItem::Activity | InformationItem::Mission => Rule::R047,
            InformationItem::TargetGroup | InformationItem::Methods => Rule::R047,
            InformationItem::BasicRules | InformationItem::RightsAndDuties => Rule::R048,
            InformationItem::Confidentiality | InformationItem::CourseOfService => Rule::R048,
            InformationItem::Complaints | InformationItem::Ending => Rule::R048,
            // From the service's rules; without it the agreement is questioned apart.
            InformationItem::CaseManagement => Rule::R080,
        }
    }
}

coded! {
    /// Whether the commission falls into what the service is registered for.
    pub enum CircleOfPersons {
        Fits = "fits",
        Partly = "partly",
        DoesNotFit = "does_not_fit",
    }
}

/// What stands in the folder and on the paper when it is signed.
#[derive(Clone, Copy, Debug)]
pub struct Signing<'a> {
    /// In what form the agreement is concluded, and whether the service concludes it so (D4).
    pub form: AgreementForm,
    pub is_form_allowed: bool,
    /// A court limited the person's legal capacity for this act.
    pub is_capacity_limited: bool,
    pub is_signed_by_representative: bool,
    pub provider_duties: &'a str,
    pub client_duties: &'a str,
    pub commission: &'a str,
    pub situation: &'a str,
    pub circle_of_persons: Option<CircleOfPersons>,
    /// The record of the negotiation; a short one suffices.
    pub negotiation: Option<&'a Negotiation>,
    pub information_given: &'a [InformationItem],
    /// What the service can and cannot do for the expectations.
    pub can_fulfil: &'a str,
    pub cannot_fulfil: &'a str,
    /// The extent rests on a recorded need or wish.
    pub linked_to_need_or_wish: bool,
    pub prepared_on: Date,
    pub signed_on: Option<Date>,
    pub signer: &'a str,
    /// The last day of validity; none means for an indefinite time.
    pub valid_until: Option<Date>,
    pub agreement_in_force: bool,
}

/// Why the informed consent cannot be signed so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    ///
    NoNegotiation,
    ///
    NoSituation,
    /// R-049, message 108.
    NoCommission,
    ///
    CircleNotEvaluated,
    OutsideCircle,
    SignerMissing,
    DateMissing,
    InTheFuture,
    BeforeItWasPrepared {
        prepared_on: Date,
    },
    EndsBeforeItBegins {
        signed_on: Date,
        valid_until: Date,
    },
    AlreadyConcluded,
    /// D4: the service concludes agreements in another form.
    FormNotAllowed,
    /// without a representative the signature would not hold.
    CapacityLimited,
}

/// The agreement that the signature concluded; the person is a client from this day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement {
    pub form: AgreementForm,
    pub concluded_on: Date,
    pub valid_until: Option<Date>,
}

/// All that one signature brings about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concluded {
    pub agreement: Agreement,
    /// The written consent; it supersedes the oral one if there is any.
    pub consent_kind: ConsentKind,
    /// Only the informed consent holds one; elsewhere the agreement itself is the ground (D9).
    pub consent: Option<Consent>,
    /// With this the negotiation closes.
    pub negotiation_outcome: Outcome,
    pub reasons: Vec<Answer>,
}

/// What refuses the signature and what it is asked about.
pub fn check(signing: &Signing<'_>, today: Date) -> Findings<Block> {
    let mut findings = Findings::default();
    content(signing, &mut findings);
    signature(signing, today, &mut findings);
    questions(signing, &mut findings);
    findings
}

/// Signs. `recorded` is the moment of writing it down: the consent holds from the day of the signature.
pub fn sign(signing: &Signing<'_>, answers: &Answers, recorded: Moment) -> Result<Concluded, Findings<Block>> {
    let reasons = check(signing, recorded.day).settle(answers)?;
    let Some(signed_on) = signing.signed_on else {
        return Err(Findings { blocks: vec![Block::DateMissing], warnings: Vec::new() });
    };
    let consent = Consent {
        decision: Decision::Consent,
        form: ConsentForm::Written,
        given: recorded,
        valid_from: signed_on,
        valid_until: None,
        withdrawn_at: None,
        superseded_at: None,
    };
    let form = signing.form;
    let consent = (form == AgreementForm::InformedConsent).then_some(consent);
    Ok(Concluded {
        agreement: Agreement { form, concluded_on: signed_on, valid_until: signing.valid_until },
        consent_kind: ConsentKind::PersonalDataProcessing,
        consent,
        negotiation_outcome: Outcome::Agreement,
        reasons,
    })
}

fn content(signing: &Signing<'_>, findings: &mut Findings<Block>) {
    findings.block_if(signing.agreement_in_force, Block::AlreadyConcluded);
    findings.block_if(!signing.is_form_allowed, Block::FormNotAllowed);
    findings.block_if(signing.negotiation.is_none(), Block::NoNegotiation);
    findings.block_if(signing.situation.trim().is_empty(), Block::NoSituation);
    findings.block_if(signing.commission.trim().is_empty(), Block::NoCommission);
    match signing.circle_of_persons {
        None => findings.blocks.push(Block::CircleNotEvaluated),
        Some(CircleOfPersons::DoesNotFit) => findings.blocks.push(Block::OutsideCircle),
        Some(CircleOfPersons::Fits | CircleOfPersons::Partly) => {}
    }
}

fn signature(signing: &Signing<'_>, today: Date, findings: &mut Findings<Block>) {
    findings.block_if(signing.signer.trim().is_empty(), Block::SignerMissing);
    let alone = signing.is_capacity_limited && !signing.is_signed_by_representative;
    findings.block_if(alone, Block::CapacityLimited);
    let Some(signed_on) = signing.signed_on else {
        findings.blocks.push(Block::DateMissing);
        return;
    };
    let prepared_on = signing.prepared_on;
    findings.block_if(signed_on > today, Block::InTheFuture);
    findings.block_if(signed_on < prepared_on, Block::BeforeItWasPrepared { prepared_on });
    if let Some(valid_until) = signing.valid_until.filter(|last| *last < signed_on) {
        findings.blocks.push(Block::EndsBeforeItBegins { signed_on, valid_until });
    }
}

fn questions(signing: &Signing<'_>, findings: &mut Findings<Block>) {
    if let Some(negotiation) = signing.negotiation {
        findings.warnings.extend(warnings_at_end(negotiation, Outcome::Agreement));
    }
    findings.warn_if(!signing.linked_to_need_or_wish, Warning::NoNeedOrWishLinked);
    let basic = not_given(signing.information_given, Rule::R047);
    findings.warn_if(!basic.is_empty(), Warning::InformationNotGiven(basic));
    let principles = not_given(signing.information_given, Rule::R048);
    findings.warn_if(!principles.is_empty(), Warning::PrinciplesNotExplained(principles));
    let untold = !signing.information_given.contains(&InformationItem::CaseManagement);
    findings.warn_if(untold, Warning::CaseManagementNotExplained);
    let one_sided = binds_one_party(signing.form, signing.provider_duties, signing.client_duties);
    findings.warn_if(one_sided, Warning::DutiesOfOneParty);
    let unclear = signing.can_fulfil.trim().is_empty() && signing.cannot_fulfil.trim().is_empty();
    findings.warn_if(unclear, Warning::ExpectationsNotClarified);
}

/// The items of a rule that stayed unticked.
pub fn not_given(given: &[InformationItem], rule: Rule) -> Vec<InformationItem> {
    InformationItem::ALL.iter().copied().filter(|item| item.rule() == rule && !given.contains(item)).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
#[path = "agreement_tests.rs"]
mod tests;
