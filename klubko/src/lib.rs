//! Klubko: case work in social services. See ARCHITECTURE.md for the house, `kernel` for the doors.

pub mod accounts;
pub mod activity;
pub mod agenda;
pub mod agreement;
pub mod assessment;
pub mod calendar;
pub mod case_management;
pub mod closure;
pub mod consent;
pub mod crossing;
pub mod documents;
pub mod drafts;
pub mod folders;
pub mod help;
pub mod inspection;
pub mod intake;
pub mod journal;
pub mod kernel;
pub mod meeting;
pub mod mentor_consultation;
pub mod my_day;
pub mod negotiation;
pub mod notices;
pub mod overview;
pub mod plan;
pub mod public;
pub mod publication;
pub mod readiness;
pub mod record;
pub mod refusal;
pub mod routes;
pub mod search;
pub mod settings;
pub mod sharing;
pub mod signing;
pub mod tasks;
pub mod team;
pub mod templates;
pub mod ties;
pub mod town;
pub mod workers;

/// A page asks for memory some thousand times, SQLite for most of them: a tenth of its time went there.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;
