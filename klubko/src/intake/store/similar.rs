//! People whom the viewer may see listed, by the beginning of a name or by a telephone.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::failure::Failure;
use crate::kernel::id::FolderId;
use crate::{listing, params, record};
use rules::access::Tie;

record! {
    pub struct Known {
        pub id: FolderId,
        pub number: String,
        pub given_name: String,
        pub family_name: String,
        pub birth_year: Option<i64>,
        pub key_title: Option<String>,
        pub key_given: Option<String>,
        pub key_family: Option<String>,
        pub tie: Tie,
    }
}

impl Known {
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name).trim().to_owned()
    }

    /// More than the name and the key worker may be shown and matched.
    pub fn is_tied(&self) -> bool {
        !matches!(self.tie, Tie::SameService | Tie::HandoverAddressee)
    }

    pub fn key_worker_name(&self) -> String {
        let parts = [&self.key_title, &self.key_given, &self.key_family];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    }
}

/// Folders with a name that begins so.
pub fn by_name(caseload: &Caseload, beginning: &str) -> Result<Vec<Known>, Failure> {
    const BY_NAME: Listing = listing!(
        visible,
        "f.id as id, f.number as number, p.given_name as given_name, p.family_name as family_name,
         p.birth_year as birth_year, w.title as key_title, w.given_name as key_given, w.family_name as key_family",
        "from client_folder f
          join person_version p on p.folder_id = f.id and p.replaced_at is null
          left join key_worker_assignment g on g.folder_id = f.id and g.until_at is null
          left join worker w on w.id = g.worker_id",
        "and f.id in (select s.folder_id from search_word s
                       where s.service_id = $1 and s.word >= $8 and s.word < $9 and s.is_name = true)
         order by p.name_order, f.id limit 200"
    );
    let after = [beginning.as_bytes(), &[0xff]].concat();
    caseload.all(BY_NAME, params![beginning.as_bytes(), &after])
}

/// Folders of the viewer's own with this telephone.
pub fn by_phone(caseload: &Caseload, phone: &str) -> Result<Vec<Known>, Failure> {
    const BY_PHONE: Listing = listing!(
        fully,
        "f.id as id, f.number as number, p.given_name as given_name, p.family_name as family_name,
         p.birth_year as birth_year, w.title as key_title, w.given_name as key_given, w.family_name as key_family",
        "from client_folder f
          join person_version p on p.folder_id = f.id and p.replaced_at is null
          left join key_worker_assignment g on g.folder_id = f.id and g.until_at is null
          left join worker w on w.id = g.worker_id",
        "and f.id in (select s.folder_id from search_word s where s.service_id = $1 and s.word = $8)
         order by p.name_order, f.id limit 20"
    );
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    caseload.all(BY_PHONE, params![digits.as_bytes()])
}
