//! The pages of a negotiation, one file for each.

pub mod commission;
pub mod consultation;
pub mod consultation_paper;
pub mod counselling;
pub mod crisis;
pub mod information;
pub mod inquiry;
pub mod inquiry_paper;
pub mod negotiation_paper;
pub mod outcome;
pub mod overview;
mod paper_parts;
pub mod plain_papers;
pub mod record;
pub mod referral;
mod view;

use super::store::facts::NegotiationFacts;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, ThreadId};
use crate::kernel::messages_cs::InCzech;
use crate::{folders, kernel::code_list};
use rules::agreement::InformationItem;
use rules::coded::Coded;

/// Codes with their Czech words, for a field of choices.
type Options = Vec<(String, String)>;

/// Where the rows of this negotiation belong.
fn place(folder: &Folder) -> Result<(FolderId, ThreadId), Failure> {
    Ok((folder.id(), folders::thread(folder)?))
}

/// Choices of an enumeration in Czech.
fn options<T: Coded + InCzech>(values: &[T]) -> Options {
    values.iter().map(|value| (value.code().to_owned(), value.cs().into_owned())).collect()
}

/// Choices of a code list as it is today.
fn listed(folder: &Folder, list: &'static str) -> Result<Options, Failure> {
    code_list::items(folder.db(), list, folder.today())
}

/// The words of codes stored in a record; no list is read for none.
fn words(folder: &Folder, list: &'static str, codes: &str) -> Result<String, Failure> {
    if codes.is_empty() { Ok(String::new()) } else { Ok(code_list::labels(&listed(folder, list)?, codes)) }
}

/// The items nobody has told the person yet.
fn untold(facts: &NegotiationFacts) -> Vec<InformationItem> {
    let told = facts.information_given();
    InformationItem::ALL.iter().copied().filter(|item| !told.contains(item)).collect()
}
