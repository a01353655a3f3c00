//! An inspection of quality (sections 97–99 of the act; 505/2006, annex 2): from when to when, as of which day, why.
//!
//! For the head of a service, who opens named folders to an inspector. An inspection is short and looks back: it never
//! begins in the past, ends within three months, and shows a day that already is.

use jiff::civil::Date;

/// The longest inspection in days; one that needs more is opened again, so that somebody decides anew.
pub const LONGEST_DAYS: i32 = 90;

/// What the head has typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    pub from: Date,
    pub until: Date,
    /// The folders are shown as they were at the end of this day.
    pub as_of: Date,
}

/// BLOCK: why an inspection cannot be opened so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    BeginsInThePast,
    EndsBeforeItBegins,
    TooLong,
    ShowsTheFuture,
}

pub fn blocks(terms: &Terms, today: Date) -> Vec<Block> {
    let mut blocks = Vec::new();
    if terms.from < today {
        blocks.push(Block::BeginsInThePast);
    }
    if terms.until < terms.from {
        blocks.push(Block::EndsBeforeItBegins);
    } else if days(terms.from, terms.until) > LONGEST_DAYS {
        blocks.push(Block::TooLong);
    }
    if terms.as_of > today {
        blocks.push(Block::ShowsTheFuture);
    }
    blocks
}

/// Both days count.
fn days(from: Date, until: Date) -> i32 {
    from.until(until).map_or(i32::MAX, |span| span.get_days()).saturating_add(1)
}

/// BLOCK: a folder that was opened later would be shown as if it had never been.
pub fn was_there(opened_on: Date, as_of: Date) -> bool {
    opened_on <= as_of
}

/// How far an inspection has come; computed, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It has not begun.
    Ahead,
    InForce,
    /// Its last day is over.
    Over,
    /// The head ended it early.
    Ended,
}

pub fn stage(from: Date, until: Date, is_ended: bool, today: Date) -> Stage {
    match is_ended {
        true => Stage::Ended,
        false if today < from => Stage::Ahead,
        false if until < today => Stage::Over,
        false => Stage::InForce,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 3, 10);

    fn terms(from: Date, until: Date, as_of: Date) -> Terms {
        Terms { from, until, as_of }
    }

    #[test]
    fn an_inspection_of_a_week_from_today_as_of_today_is_fine() {
        assert_eq!(blocks(&terms(TODAY, date(2026, 3, 17), TODAY), TODAY), []);
        assert_eq!(blocks(&terms(TODAY, TODAY, date(2025, 12, 31)), TODAY), [], "one day, looking back");
    }

    #[test]
    fn it_neither_begins_in_the_past_nor_ends_before_it_begins_nor_shows_the_future() {
        assert_eq!(blocks(&terms(date(2026, 3, 9), TODAY, TODAY), TODAY), [Block::BeginsInThePast]);
        let turned = terms(date(2026, 3, 12), date(2026, 3, 11), TODAY);
        assert_eq!(blocks(&turned, TODAY), [Block::EndsBeforeItBegins]);
        assert_eq!(blocks(&terms(TODAY, TODAY, date(2026, 3, 11)), TODAY), [Block::ShowsTheFuture]);
    }

    #[test]
    fn ninety_days_are_the_most() {
        assert_eq!(blocks(&terms(TODAY, date(2026, 6, 7), TODAY), TODAY), []);
        assert_eq!(blocks(&terms(TODAY, date(2026, 6, 8), TODAY), TODAY), [Block::TooLong]);
    }

    #[test]
    fn a_folder_opened_on_the_day_that_is_shown_was_there() {
        assert!(was_there(TODAY, TODAY));
        assert!(!was_there(TODAY, date(2026, 3, 9)));
    }

    #[test]
    fn both_its_days_belong_to_it_and_an_early_end_is_at_once() {
        let (from, until) = (date(2026, 3, 11), date(2026, 3, 12));
        let stages = [10, 11, 12, 13].map(|day| stage(from, until, false, date(2026, 3, day)));
        assert_eq!(stages, [Stage::Ahead, Stage::InForce, Stage::InForce, Stage::Over]);
        assert_eq!(stage(from, until, true, from), Stage::Ended);
    }
}
