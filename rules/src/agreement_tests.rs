//! Klára Vzorná signs the informed consent on Monday 16 March 2026 (scenario 2).

use super::*;
use crate::consent::{State, state};
use crate::intake::Found;
use jiff::civil::date;

const MONDAY: Date = date(2026, 3, 16);
const NOW: Moment = Moment { at: 1_773_666_000_000, day: MONDAY };

const NEGOTIATION: Negotiation = Negotiation {
    wish: Found::Written,
    need: Found::Written,
    ability: Found::Written,
    possibility: Found::Written,
    counselling_given: true,
    social_inquiry_made: true,
    understanding_confirmed: true,
};

fn klara() -> Signing<'static> {
    Signing {
        form: AgreementForm::InformedConsent,
        is_form_allowed: true,
        is_capacity_limited: false,
        is_signed_by_representative: false,
        provider_duties: "",
        client_duties: "",
        commission: "zvládnout první týdny a domluvit péči o syna",
        situation: "Manžel odešel, klientka nespí, je sama se synem.",
        circle_of_persons: Some(CircleOfPersons::Fits),
        negotiation: Some(&NEGOTIATION),
        information_given: InformationItem::ALL,
        can_fulfil: "zvládání rozchodu, rodičovství",
        cannot_fulfil: "ovlivnit manžela",
        linked_to_need_or_wish: true,
        prepared_on: MONDAY,
        signed_on: Some(MONDAY),
        signer: "Klára Vzorná",
        valid_until: None,
        agreement_in_force: false,
    }
}

fn blocks(signing: Signing<'_>) -> Vec<Block> {
    check(&signing, MONDAY).blocks
}

#[test]
fn by_her_signature_klara_is_a_client_from_16_march_and_consents_in_writing() {
    let concluded = sign(&klara(), &Answers::default(), NOW).unwrap();
    let expected = Agreement { form: AgreementForm::InformedConsent, concluded_on: MONDAY, valid_until: None };
    assert_eq!(concluded.agreement, expected);
    let consent = concluded.consent.unwrap();
    assert_eq!(consent.form, ConsentForm::Written);
    assert_eq!(state(&consent, NOW), State::InForce);
    assert_eq!(concluded.negotiation_outcome, Outcome::Agreement);
    assert!(concluded.reasons.is_empty());
}

#[test]
fn without_a_commission_a_situation_or_a_negotiation_there_is_no_agreement() {
    assert_eq!(blocks(Signing { commission: " ", ..klara() }), [Block::NoCommission]);
    assert_eq!(blocks(Signing { situation: "", ..klara() }), [Block::NoSituation]);
    assert_eq!(blocks(Signing { negotiation: None, ..klara() }), [Block::NoNegotiation]);
}

#[test]
fn the_commission_must_fit_the_service_at_least_partly() {
    let with = |circle_of_persons| blocks(Signing { circle_of_persons, ..klara() });
    assert_eq!(with(None), [Block::CircleNotEvaluated]);
    assert_eq!(with(Some(CircleOfPersons::DoesNotFit)), [Block::OutsideCircle]);
    assert_eq!(with(Some(CircleOfPersons::Partly)), []);
}

#[test]
fn the_paper_is_signed_on_its_day_or_later_never_tomorrow_and_by_somebody() {
    let on = |day| blocks(Signing { signed_on: Some(day), prepared_on: date(2026, 3, 12), ..klara() });
    assert_eq!(on(date(2026, 3, 12)), []);
    assert_eq!(on(date(2026, 3, 11)), [Block::BeforeItWasPrepared { prepared_on: date(2026, 3, 12) }]);
    assert_eq!(on(date(2026, 3, 17)), [Block::InTheFuture]);
    assert_eq!(blocks(Signing { signed_on: None, signer: " ", ..klara() }), [Block::SignerMissing, Block::DateMissing]);
}

#[test]
fn the_validity_does_not_end_before_the_signature() {
    let until = |day| blocks(Signing { valid_until: Some(day), ..klara() });
    assert_eq!(until(MONDAY), []);
    let valid_until = date(2026, 3, 15);
    assert_eq!(until(valid_until), [Block::EndsBeforeItBegins { signed_on: MONDAY, valid_until }]);
}

#[test]
fn a_second_agreement_beside_the_first_is_refused() {
    assert_eq!(blocks(Signing { agreement_in_force: true, ..klara() }), [Block::AlreadyConcluded]);
}

#[test]
fn unticked_information_is_named_and_answered_by_a_reason() {
    let told = [
        InformationItem::Activity,
        InformationItem::Mission,
        InformationItem::TargetGroup,
        InformationItem::CaseManagement,
    ];
    let signing = Signing { information_given: &told, ..klara() };
    let asked = check(&signing, MONDAY);
    let principles = not_given(&told, Rule::R048);
    assert_eq!(principles.len(), 6);
    let expected =
        [Warning::InformationNotGiven(vec![InformationItem::Methods]), Warning::PrinciplesNotExplained(principles)];
    assert_eq!((asked.blocks, asked.warnings), (vec![], expected.to_vec()));
    assert!(sign(&signing, &Answers::default(), NOW).is_err());
    let answers = Answers::read(|name| name.ends_with('7').then(|| "doplníme příště".to_owned()));
    assert!(sign(&signing, &answers, NOW).is_err(), "one reason does not answer two rules");
    let answers = Answers::read(|_| Some("doplníme příště".to_owned()));
    let kept: Vec<Rule> = sign(&signing, &answers, NOW).unwrap().reasons.iter().map(|answer| answer.rule).collect();
    assert_eq!(kept, [Rule::R047, Rule::R048]);
}

#[test]
fn it_is_asked_whether_anybody_said_what_the_service_can_and_cannot_do() {
    let warnings = |signing: Signing<'_>| check(&signing, MONDAY).warnings;
    assert_eq!(warnings(Signing { can_fulfil: "", ..klara() }), []);
    let silent = Signing { can_fulfil: "", cannot_fulfil: " ", ..klara() };
    assert_eq!(warnings(silent), [Warning::ExpectationsNotClarified]);
    let unlinked = Signing { linked_to_need_or_wish: false, ..klara() };
    assert_eq!(warnings(unlinked), [Warning::NoNeedOrWishLinked]);
}

#[test]
fn signing_ends_the_negotiation_and_asks_what_its_end_asks() {
    let short = Negotiation { counselling_given: false, social_inquiry_made: false, ..NEGOTIATION };
    let asked = check(&Signing { negotiation: Some(&short), ..klara() }, MONDAY).warnings;
    assert_eq!(asked, [Warning::NoCounselling, Warning::NoSocialInquiry]);
}

#[test]
fn every_reason_in_the_world_does_not_open_a_block() {
    let answers = Answers::read(|_| Some("spěchá to".to_owned()));
    let refused = sign(&Signing { commission: "", ..klara() }, &answers, NOW).unwrap_err();
    assert_eq!(refused.blocks, [Block::NoCommission]);
}

#[test]
fn a_written_or_oral_agreement_brings_no_consent_with_it_and_its_form_must_be_the_service_s() {
    for (allowed, form, is_allowed) in [
        (FormsAllowed::InformedConsent, AgreementForm::InformedConsent, true),
        (FormsAllowed::InformedConsent, AgreementForm::Oral, false),
        (FormsAllowed::Written, AgreementForm::Written, true),
        (FormsAllowed::Written, AgreementForm::Oral, false),
        (FormsAllowed::OralAllowed, AgreementForm::Oral, true),
        (FormsAllowed::OralAllowed, AgreementForm::Written, true),
        (FormsAllowed::OralAllowed, AgreementForm::InformedConsent, false),
    ] {
        assert_eq!(allowed.forms().contains(&form), is_allowed, "{allowed:?} {form:?}");
    }
    let written = Signing { form: AgreementForm::Written, ..klara() };
    let concluded = sign(&written, &Answers::default(), NOW).unwrap();
    assert_eq!((concluded.consent, concluded.agreement.form), (None, AgreementForm::Written));
    assert_eq!(blocks(Signing { is_form_allowed: false, ..klara() }), [Block::FormNotAllowed]);
}

#[test]
fn somebody_whose_capacity_is_limited_signs_by_a_representative_only() {
    let limited = Signing { is_capacity_limited: true, ..klara() };
    assert_eq!(blocks(limited), [Block::CapacityLimited]);
    assert_eq!(blocks(Signing { is_signed_by_representative: true, ..limited }), []);
}

#[test]
fn duties_of_one_party_and_silence_about_case_management_are_questioned() {
    let written = Signing { form: AgreementForm::Written, client_duties: "docházet včas", ..klara() };
    assert_eq!(check(&written, MONDAY).warnings, [Warning::DutiesOfOneParty]);
    let told: Vec<_> =
        InformationItem::ALL.iter().copied().filter(|item| *item != InformationItem::CaseManagement).collect();
    let silent = Signing { information_given: &told, ..klara() };
    assert_eq!(check(&silent, MONDAY).warnings, [Warning::CaseManagementNotExplained]);
}
