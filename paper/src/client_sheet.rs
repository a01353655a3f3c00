//! What a client takes home: a sheet with lines to sign on, or its reading in plain words and large type.

use serde::Serialize;

use crate::Signature;
use crate::sheet::Sheet;

pub(crate) const TEMPLATE: &str = include_str!("client_sheet.typ");

#[derive(Clone, Debug, Serialize)]
pub struct ClientSheet {
    #[serde(flatten)]
    pub sheet: Sheet,
    /// In plain words and large type, as the plain plan is.
    pub is_plain: bool,
    /// Who signs; nobody where nothing is agreed on by it.
    pub signatures: Vec<Signature>,
}
