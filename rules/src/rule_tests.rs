#![allow(clippy::unwrap_used)]

use super::*;

fn answers(pairs: &'static [(&str, &str)]) -> Answers {
    Answers::read(|name| pairs.iter().find(|(field, _)| *field == name).map(|(_, text)| (*text).to_owned()))
}

fn late() -> Findings<()> {
    Findings { blocks: vec![], warnings: vec![Warning::AssessmentLate { days: 1 }] }
}

#[test]
fn the_field_of_a_rule_is_made_from_its_code() {
    assert_eq!(Rule::R021.reason_field(), "reason_r021");
}

#[test]
fn a_warning_waits_for_its_own_reason() {
    assert!(late().settle(&answers(&[])).is_err());
    assert!(late().settle(&answers(&[("reason_r029", "  ")])).is_err());
    assert!(late().settle(&answers(&[("reason_r021", "nikdo jiný nebyl volný")])).is_err());
}

#[test]
fn only_the_reasons_that_were_asked_for_are_kept() {
    let given = answers(&[("reason_r029", " nemoc kolegyně "), ("reason_r021", "nikdo jiný nebyl volný")]);
    let kept = late().settle(&given).unwrap();
    assert_eq!(kept, [Answer { rule: Rule::R029, reason: "nemoc kolegyně".to_owned() }]);
}

#[test]
fn no_reason_opens_a_block() {
    let refused = Findings { blocks: vec![()], ..late() };
    assert!(refused.settle(&answers(&[("reason_r029", "nemoc kolegyně")])).is_err());
}
