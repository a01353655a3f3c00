//! What an inspection of quality may see of a folder, on paper (sections 97–99 of the act): a sheet that says on every
//! page for whom it was printed and when.

use serde::Serialize;

use crate::sheet::Sheet;

pub(crate) const TEMPLATE: &str = include_str!("inspection_print.typ");

#[derive(Clone, Debug, Serialize)]
pub struct InspectionPrint {
    #[serde(flatten)]
    pub sheet: Sheet,
    /// „KONTROLA – Ing. Karel Dohlížející, 3. 3. 2026“
    pub watermark: String,
}
