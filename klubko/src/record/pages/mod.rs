//! The pages of records.

pub(super) mod correct;
pub(super) mod one;
pub(super) mod period;
pub(super) mod period_paper;
pub(super) mod pick;
pub(super) mod strike;
pub(super) mod timeline;
pub(super) mod write;

use super::chosen::Chosen;
use super::goals::Goals;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use jiff::ToSpan;
use rules::coded::Coded;

/// What one chooses from in the form of a record: (value, text).
pub(super) struct Choices {
    pub kinds: Vec<(String, String)>,
    pub forms: Vec<(String, String)>,
    pub topics: Vec<(String, String)>,
    pub days: Vec<(String, String)>,
    /// Goals and steps of the plan; nothing before one was agreed.
    pub goals: Vec<(String, String)>,
}

impl Choices {
    /// Before the agreement the chip of the negotiation comes first.
    pub fn of(folder: &Folder, has_agreement: bool, goals: &Goals) -> Result<Self, Failure> {
        let mut kinds: Vec<Chosen> = Chosen::ALL.to_vec();
        if !has_agreement {
            kinds.sort_by_key(|one| !matches!(one, Chosen::Negotiation | Chosen::CrisisFollowUp));
        }
        let forms = rules::activity::Form::ALL.iter();
        let today = folder.today();
        let day = |back: i64, text: &str| {
            let day = today.checked_sub(back.days()).unwrap_or(today);
            (format_cs::date(day), text.to_owned())
        };
        Ok(Self {
            kinds: kinds.into_iter().map(|one| (one.code().to_owned(), one.label().to_owned())).collect(),
            forms: forms.map(|one| (one.code().to_owned(), one.cs().into_owned())).collect(),
            topics: code_list::items(folder.db(), "topic", today)?,
            days: vec![day(0, "Dnes"), day(1, "Včera"), day(2, "Předevčírem")],
            goals: goals.options(),
        })
    }
}
