//! The scenarios as they are told, by forms, with their dates, on every engine there is. `o` is what must come out, `n` what
//! is refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../common/mod.rs"]
mod common;
mod scenario_01;
mod scenario_02_agreement;
mod scenario_02_assessment;
mod scenario_02_consultation;
mod scenario_02_handover;
mod scenario_02_plan;
mod scenario_02_thread;
mod scenario_02_visits;
mod scenario_05_agreement;
mod scenario_05_plan;
mod scenario_05_refusal;
mod scenario_05_thread;
mod scenario_05_year;
mod scenario_06;
mod scenario_06_consent;
mod scenario_07_meeting;
mod scenario_07_part;
mod scenario_07_withdrawal;
