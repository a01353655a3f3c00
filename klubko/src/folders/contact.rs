//! How the person can be reached, for papers and for what is handed over with his consent.

use super::store::data;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;

/// Empty where it is not known.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    pub municipality: String,
    /// E.164
    pub phone: String,
    pub email: String,
}

/// Where somebody must not be found, his place of stay is left out.
pub fn contact(folder: &Folder) -> Result<Contact, Failure> {
    let person = data::newest(folder)?;
    let municipality = if person.is_location_protected { String::new() } else { person.municipality };
    Ok(Contact { municipality, phone: person.phone, email: person.email })
}
