//! The anonymous contact (R-027, R-028, decision 6): it has no folder, and only the person links it to one.

use crate::anonymity::identifying_marks;
use crate::rule::Warning;
use jiff::civil::Date;

/// What the text of an anonymous contact is asked about; fields for a name or a number do not exist at all.
pub fn check_text(text: &str) -> Option<Warning> {
    let marks = identifying_marks(text);
    (!marks.is_empty()).then_some(Warning::IdentifyingMarks(marks))
}

/// „Anonymní kontakt nemá spis.“ The answer to every wish to open a folder on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HasNoFolder;

/// A folder is opened by a named first contact only.
pub fn may_open_folder(contact_is_anonymous: bool) -> Result<(), HasNoFolder> {
    if contact_is_anonymous { Err(HasNoFolder) } else { Ok(()) }
}

/// The link of an anonymous contact to the folder of the person who says it was he.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    pub at_own_wish: bool,
    pub on: Option<Date>,
    pub contact_on: Date,
    pub already_linked: bool,
}

/// Why they cannot be linked so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkBlock {
    /// Nobody but the person links them; there is no matching.
    NotAtOwnWish,
    DateMissing,
    InTheFuture,
    BeforeTheContact {
        contact_on: Date,
    },
    AlreadyLinked,
}

pub fn check_link(link: &Link, today: Date) -> Vec<LinkBlock> {
    let contact_on = link.contact_on;
    let found = [
        (!link.at_own_wish, LinkBlock::NotAtOwnWish),
        (link.on.is_none(), LinkBlock::DateMissing),
        (link.on.is_some_and(|on| on > today), LinkBlock::InTheFuture),
        (link.on.is_some_and(|on| on < contact_on), LinkBlock::BeforeTheContact { contact_on }),
        (link.already_linked, LinkBlock::AlreadyLinked),
    ];
    found.into_iter().filter(|(holds, _)| *holds).map(|(_, block)| block).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Rule;
    use jiff::civil::date;

    const CALLED: Date = date(2026, 3, 2);
    const CAME: Date = date(2026, 3, 5);
    const JITKA: Link = Link { at_own_wish: true, on: Some(CAME), contact_on: CALLED, already_linked: false };

    #[test]
    fn a_telephone_in_the_note_is_questioned_by_its_name() {
        let asked = check_text("volat na tel. 777 123 456");
        assert!(matches!(&asked, Some(Warning::IdentifyingMarks(marks)) if marks.len() == 1));
        assert_eq!(asked.map(|warning| warning.rule()), Some(Rule::R027));
        assert_eq!(check_text("výživné na dítě, jak podat návrh"), None);
    }

    #[test]
    fn an_anonymous_contact_has_no_folder() {
        assert_eq!(may_open_folder(true), Err(HasNoFolder));
        assert_eq!(may_open_folder(false), Ok(()));
    }

    #[test]
    fn jitka_is_linked_to_her_call_at_her_own_wish_and_once() {
        assert_eq!(check_link(&JITKA, CAME), []);
        assert_eq!(check_link(&Link { at_own_wish: false, ..JITKA }, CAME), [LinkBlock::NotAtOwnWish]);
        assert_eq!(check_link(&Link { already_linked: true, ..JITKA }, CAME), [LinkBlock::AlreadyLinked]);
    }

    #[test]
    fn the_link_has_its_day_between_the_call_and_today() {
        assert_eq!(check_link(&Link { on: None, ..JITKA }, CAME), [LinkBlock::DateMissing]);
        assert_eq!(check_link(&JITKA, date(2026, 3, 4)), [LinkBlock::InTheFuture]);
        let early = Link { on: Some(date(2026, 3, 1)), ..JITKA };
        assert_eq!(check_link(&early, CAME), [LinkBlock::BeforeTheContact { contact_on: CALLED }]);
    }
}
