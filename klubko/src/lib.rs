//! Klubko: case work in social services. See ARCHITECTURE.md for the house, `kernel` for the doors.

pub mod accounts;
pub mod activity;
pub mod agenda;
pub mod agreement;
pub mod assessment;
pub mod calendar;
pub mod consent;
pub mod documents;
pub mod drafts;
pub mod folders;
pub mod help;
pub mod intake;
pub mod journal;
pub mod kernel;
pub mod my_day;
pub mod negotiation;
pub mod public;
pub mod record;
pub mod routes;
pub mod search;
pub mod settings;
pub mod tasks;
pub mod team;
pub mod ties;
pub mod town;
pub mod workers;
