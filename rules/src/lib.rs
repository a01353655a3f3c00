//! The rules of the house: plain values in, plain values out.
//!
//! No I/O, no clock, no SQL, no HTML. Whoever calls brings today's date. Each rule cites its source in
//! `docs/rules.md` by R-number or §.

pub mod access;
pub mod activity;
pub mod agreement;
pub mod agreement_terms;
pub mod anonymity;
pub mod anonymous;
pub mod assessment;
pub mod assignment;
pub mod attachment;
pub mod calendar;
pub mod case_management;
pub mod closure;
pub mod coded;
pub mod consent;
pub mod consultation;
pub mod counts;
pub mod evaluation;
pub mod exclusion;
pub mod identity;
pub mod inspection;
pub mod instant;
pub mod intake;
pub mod key_worker;
pub mod law;
pub mod meeting;
pub mod mentor;
pub mod moment;
pub mod notice;
pub mod password;
pub mod plan;
pub mod profession;
pub mod readiness;
pub mod record_text;
pub mod refusal;
pub mod rule;
pub mod settings;
pub mod sharing;
pub mod signing;
pub mod status;
pub mod task;
pub mod text;
pub mod typography;
pub mod units;
pub mod visits;
