//! Pages of the slice: the list of clients, the first page of a folder, personal data.

pub mod birth_number;
pub mod clients;
pub mod data;
pub mod edit;
pub mod summary;
