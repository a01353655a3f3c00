//! Proofs of access. They are made from the site map, so a page that comes to it is proved without being named here.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod addresses;
mod canary;
mod coded;
#[path = "../common/mod.rs"]
mod common;
mod disabled;
mod erasure;
mod every_route;
mod in_time;
mod kiosk;
mod log;
mod looks;
mod matrix;
mod numbers;
mod past_day;
mod predicate;
mod rows;
mod scene;
mod seeded;
mod sent_back;
mod sharing;
mod still;
mod strangers;
mod tampering;
mod tampering_at_random;
mod two_worlds;
mod unseen;
mod verdicts;
mod walk;
mod withdrawal;
