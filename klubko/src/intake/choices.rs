//! What the forms of a contact offer to choose from.

use crate::accounts::{self, Colleague};
use crate::kernel::code_list;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::messages_cs::InCzech;
use rules::access::Subject;
use rules::activity::Form as ActivityForm;
use rules::coded::Coded;
use rules::intake::Channel;

/// A code and its Czech label.
pub type Options = Vec<(String, String)>;

pub struct Choices {
    pub channels: Options,
    pub topics: Options,
    pub sexes: Options,
    pub age_bands: Options,
    pub regions: Options,
    /// Who can be booked for a consultation.
    pub workers: Options,
    colleagues: Vec<Colleague>,
}

impl Choices {
    pub fn of(desk: &Desk) -> Result<Self, Failure> {
        let (db, today) = (desk.db(), desk.today());
        let colleagues: Vec<Colleague> = accounts::colleagues(db, desk.service(), today)?
            .into_iter()
            .filter(|one| Subject::from_code(one.profession.code()).is_some_and(Subject::is_care_worker))
            .collect();
        Ok(Self {
            channels: Channel::ALL.iter().map(|one| (one.code().to_owned(), one.cs().into_owned())).collect(),
            topics: code_list::items(db, "topic", today)?,
            sexes: code_list::items(db, "sex", today)?,
            age_bands: code_list::items(db, "age_band", today)?,
            regions: code_list::items(db, "region", today)?,
            workers: colleagues.iter().map(|one| (one.id.to_string(), one.name())).collect(),
            colleagues,
        })
    }

    /// A worker who can be booked, by what was chosen.
    pub fn worker(&self, chosen: &str) -> Option<&Colleague> {
        self.colleagues.iter().find(|one| one.id.to_string() == chosen)
    }
}

/// The code if the list has it, otherwise nothing: what is not offered is not stored.
pub fn known<'c>(options: &[(String, String)], code: &'c str) -> &'c str {
    if options.iter().any(|(known, _)| known == code) { code } else { "" }
}

/// The form of the activity by which a contact is recorded.
pub fn form_of(channel: Channel) -> ActivityForm {
    match channel {
        Channel::Phone => ActivityForm::Phone,
        Channel::InPerson => ActivityForm::Ambulatory,
        Channel::Email => ActivityForm::Email,
    }
}
