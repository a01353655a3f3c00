//! The end of the cooperation (R-018, R-142; criterion 6c): by an evaluation that ends it, or for a reason that leaves no
//! room for one. What is still open is settled or handed to somebody first, and the folder is kept as long as it must be.

use crate::activity::{Kind, needs_agreement};
use crate::coded;
use crate::rule::{Findings, Warning};
use jiff::civil::{Date, date};

coded! {
    pub enum ClosureReason {
        Evaluated = "evaluated",
        Death = "death",
        LossOfContact = "loss_of_contact",
        Withdrawal = "withdrawal",
    }
}

#[derive(Clone, Debug, Default)]
pub struct Closing<'a> {
    pub agreement_on: Option<Date>,
    pub reason: Option<ClosureReason>,
    pub explanation: &'a str,
    pub on: Option<Date>,
    /// The day of the newest evaluation, if it ended the cooperation.
    pub ended_by_evaluation_on: Option<Date>,
    /// Tasks, appointments and half-written texts that nobody settled.
    pub open_items: usize,
    pub has_retention_class: bool,
    pub unlinked: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    NotAClient,
    NoReason,
    /// Message 132.
    NoEvaluation,
    NoExplanation,
    DateMissing,
    InTheFuture,
    BeforeTheAgreement,
    BeforeTheEvaluation,
    OpenItems {
        count: usize,
    },
    NoRetentionClass,
    NoCorrectionReason,
}

pub fn check(it: &Closing<'_>, today: Date) -> Findings<Block> {
    let mut found = Findings::default();
    found.block_if(it.agreement_on.is_none(), Block::NotAClient);
    found.block_if(it.reason.is_none(), Block::NoReason);
    let is_evaluated = it.reason == Some(ClosureReason::Evaluated);
    found.block_if(is_evaluated && it.ended_by_evaluation_on.is_none(), Block::NoEvaluation);
    let unexplained = it.explanation.trim().is_empty();
    found.block_if(it.reason.is_some() && !is_evaluated && unexplained, Block::NoExplanation);
    found.block_if(it.on.is_none(), Block::DateMissing);
    found.block_if(it.on.is_some_and(|day| day > today), Block::InTheFuture);
    found.block_if(it.on.zip(it.agreement_on).is_some_and(|(on, day)| on < day), Block::BeforeTheAgreement);
    let evaluated_on = it.ended_by_evaluation_on.filter(|_| is_evaluated);
    found.block_if(it.on.zip(evaluated_on).is_some_and(|(on, day)| on < day), Block::BeforeTheEvaluation);
    found.block_if(it.open_items > 0, Block::OpenItems { count: it.open_items });
    found.block_if(!it.has_retention_class, Block::NoRetentionClass);
    // An evaluation that ended it has asked already.
    let asks = !is_evaluated && !it.unlinked.is_empty();
    found.warn_if(asks, Warning::UnlinkedNeeds(it.unlinked.clone()));
    found
}

/// A correction of the end: what is open was settled when it ended, and needs without a goal were asked about.
pub fn check_correction(it: &Closing<'_>, reason: &str, today: Date) -> Findings<Block> {
    let mut found = check(&Closing { open_items: 0, unlinked: Vec::new(), ..it.clone() }, today);
    found.block_if(reason.trim().is_empty(), Block::NoCorrectionReason);
    found
}

/// The folder is kept until the end of the year, so many years after the one in which the cooperation ended.
pub fn retain_until(closed_on: Date, years: i64) -> Date {
    let year = i64::from(closed_on.year()) + years.clamp(0, 100);
    i16::try_from(year).map_or(Date::MAX, |year| date(year, 12, 31))
}

/// Whether an act of this kind may be written after the cooperation ended: what it needed the agreement for is over,
/// but an earlier visit may still be written down.
pub fn may_record(kind: Kind, on: Date, closed_on: Option<Date>) -> bool {
    !needs_agreement(kind) || closed_on.is_none_or(|day| on <= day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Coded;
    use proptest::prelude::*;

    const AUGUST: Date = date(2026, 8, 31);

    fn renatas() -> Closing<'static> {
        Closing {
            agreement_on: Some(date(2026, 3, 3)),
            reason: Some(ClosureReason::Evaluated),
            explanation: "",
            on: Some(AUGUST),
            ended_by_evaluation_on: Some(AUGUST),
            open_items: 0,
            has_retention_class: true,
            unlinked: Vec::new(),
        }
    }

    #[test]
    fn scenario_05_ends_on_31_august_and_the_folder_is_kept_to_the_end_of_2036() {
        assert_eq!(check(&renatas(), AUGUST), Findings::default());
        assert_eq!(retain_until(AUGUST, 10), date(2036, 12, 31));
        assert_eq!(retain_until(date(2026, 1, 1), 5), date(2031, 12, 31));
    }

    #[test]
    fn each_thing_that_is_missing_stops_the_end() {
        let lost = Closing { reason: Some(ClosureReason::LossOfContact), ended_by_evaluation_on: None, ..renatas() };
        let table = [
            (Closing { agreement_on: None, ..renatas() }, Block::NotAClient),
            (Closing { reason: None, ..renatas() }, Block::NoReason),
            (Closing { ended_by_evaluation_on: None, ..renatas() }, Block::NoEvaluation),
            (lost, Block::NoExplanation),
            (Closing { on: None, ..renatas() }, Block::DateMissing),
            (Closing { on: Some(date(2026, 9, 1)), ..renatas() }, Block::InTheFuture),
            (Closing { on: Some(date(2026, 8, 30)), ..renatas() }, Block::BeforeTheEvaluation),
            (Closing { open_items: 2, ..renatas() }, Block::OpenItems { count: 2 }),
            (Closing { has_retention_class: false, ..renatas() }, Block::NoRetentionClass),
        ];
        for (closing, block) in table {
            assert_eq!(check(&closing, AUGUST).blocks, [block]);
        }
        let early = Closing { on: Some(date(2026, 3, 2)), ..renatas() };
        assert_eq!(check(&early, AUGUST).blocks, [Block::BeforeTheAgreement, Block::BeforeTheEvaluation]);
    }

    #[test]
    fn death_loss_of_contact_and_withdrawal_need_no_evaluation_but_a_reason_and_ask_about_needs() {
        for reason in [ClosureReason::Death, ClosureReason::LossOfContact, ClosureReason::Withdrawal] {
            let closing = Closing {
                reason: Some(reason),
                explanation: "odstěhovala se, telefon nebere",
                ended_by_evaluation_on: None,
                unlinked: vec!["přání".into()],
                ..renatas()
            };
            let found = check(&closing, AUGUST);
            assert!(found.blocks.is_empty(), "{reason:?}");
            assert_eq!(found.warnings, [Warning::UnlinkedNeeds(vec!["přání".into()])]);
        }
    }

    #[test]
    fn a_correction_of_the_end_says_why_and_asks_nothing_twice() {
        let mended = Closing { open_items: 3, unlinked: vec!["přání".into()], ..renatas() };
        assert_eq!(check_correction(&mended, "jiný den", AUGUST), Findings::default());
        assert_eq!(check_correction(&mended, "", AUGUST).blocks, [Block::NoCorrectionReason]);
        let death = Closing { reason: Some(ClosureReason::Death), ..renatas() };
        assert_eq!(check_correction(&death, "omyl", AUGUST).blocks, [Block::NoExplanation]);
    }

    #[test]
    fn after_the_end_only_what_needs_no_agreement_is_written_and_what_happened_before() {
        for kind in Kind::ALL {
            assert!(may_record(*kind, AUGUST, Some(AUGUST)), "{kind:?}");
            assert_eq!(may_record(*kind, date(2026, 9, 1), Some(AUGUST)), !needs_agreement(*kind), "{kind:?}");
            assert!(may_record(*kind, AUGUST, None));
        }
    }

    proptest! {
        #[test]
        fn a_folder_is_never_kept_for_less_than_the_set_years(day in 1i16..365, years in 3i64..30) {
            let closed = date(2026, 1, 1).saturating_add(jiff::ToSpan::days(i64::from(day)));
            let until = retain_until(closed, years);
            prop_assert!(until >= closed.saturating_add(jiff::ToSpan::years(years)));
            prop_assert_eq!((until.month(), until.day()), (12, 31));
        }
    }
}
