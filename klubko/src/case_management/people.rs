//! Who can lead a case or enter it: the workers of the folder's service and of the other one, without those with whom
//! cooperation is limited.

use super::store::cases::Case;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::{ServiceId, WorkerId};
use crate::{accounts, ties};
use rules::profession::Profession;

pub struct Somebody {
    pub service: ServiceId,
    pub worker: WorkerId,
    pub profession: Profession,
    text: String,
}

impl Somebody {
    /// As the form sends it.
    pub fn code(&self) -> String {
        format!("{}:{}", self.service, self.worker)
    }

    fn option(&self) -> (String, String) {
        (self.code(), self.text.clone())
    }

    /// May hold a case: works with clients on his own responsibility.
    fn may_lead(&self) -> bool {
        match self.profession {
            Profession::SocialWorker | Profession::DirectCareWorker | Profession::OtherSpecialist => true,
            Profession::PeerMentor | Profession::Volunteer | Profession::Trainee => false,
        }
    }

    fn may_enter(&self) -> bool {
        self.may_lead() || self.profession == Profession::PeerMentor
    }
}

/// Everybody of both services.
pub fn all(folder: &Folder<'_>, other: Option<(ServiceId, &str)>) -> Result<Vec<Somebody>, Failure> {
    let excluded = ties::excluded_ids(folder)?;
    let mut everybody = Vec::new();
    for (service, name) in [Some((folder.service(), "")), other].into_iter().flatten() {
        for one in accounts::colleagues(folder.db(), service, folder.today())? {
            if excluded.contains(&one.id) {
                continue;
            }
            let place = if name.is_empty() { String::new() } else { format!(" ({name})") };
            let text = format!("{}{place}", ties::named(&one));
            everybody.push(Somebody { service, worker: one.id, profession: one.profession, text });
        }
    }
    Ok(everybody)
}

pub fn of_case(folder: &Folder<'_>, case: &Case) -> Result<Vec<Somebody>, Failure> {
    all(folder, case.far_service_id.zip(case.far_service.as_deref()))
}

pub fn leaders(everybody: &[Somebody]) -> Vec<(String, String)> {
    everybody.iter().filter(|one| one.may_lead()).map(Somebody::option).collect()
}

pub fn members(everybody: &[Somebody]) -> Vec<(String, String)> {
    everybody.iter().filter(|one| one.may_enter()).map(Somebody::option).collect()
}

/// Whoever was chosen among those offered.
pub fn chosen<'p>(everybody: &'p [Somebody], offered: &[(String, String)], code: &str) -> Option<&'p Somebody> {
    let is_offered = offered.iter().any(|(known, _)| known == code);
    everybody.iter().find(|one| is_offered && one.code() == code)
}

/// Exactly one of the two is said: a worker who was offered, or somebody from outside.
pub fn check_who(form: &mut Form<'_>, is_known: bool, outside: &str) {
    let is_empty = form.value("who").is_empty();
    if is_empty && outside.is_empty() {
        form.problem("who", "Vyberte člověka z nabídky, nebo napište někoho odjinud");
    } else if !is_empty && !is_known {
        form.problem("who", "Vyberte někoho z nabídky");
    } else if !is_empty && !outside.is_empty() {
        form.problem("outside_name", "Vyberte pracovníka, nebo napište někoho odjinud. Obojí najednou nejde");
    }
}
