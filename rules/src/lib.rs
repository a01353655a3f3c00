//! The rules of the house: plain values in, plain values out.
//!
//! No I/O, no clock, no SQL, no HTML. Whoever calls brings today's date. Each rule cites its source in
//! `docs/rules.md` by R-number or §.

pub mod access;
pub mod anonymity;
pub mod calendar;
pub mod coded;
pub mod counts;
pub mod identity;
pub mod moment;
pub mod record_text;
pub mod text;
pub mod typography;
pub mod units;
