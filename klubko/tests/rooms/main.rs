//! One room of the house each, by its forms and pages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod accounts;
mod agenda;
mod agreement;
mod agreement_forms;
mod assessment;
mod checkpoint;
mod clock;
mod commands;
mod commands_journal;
#[path = "../common/mod.rs"]
mod common;
mod consent;
mod crisis;
mod documents;
mod double_submit;
mod drafts;
mod evaluation;
mod exclusion;
mod first_contact;
mod folders;
mod headers;
mod house_texts;
mod in_flight;
mod inspection;
mod inspection_print;
mod looks;
mod lost_network;
mod many_editors;
mod negotiation;
mod negotiation_ends;
mod no_room;
mod nth_failure;
mod on_screen;
mod on_screen_languages;
mod on_screen_meanwhile;
mod overview;
mod papers;
mod pdf;
mod personal_data;
mod plan;
mod plan_of_a_mentor;
mod query_plan;
mod record;
mod refusal;
mod schemas;
mod search;
mod session;
mod set_up;
mod settings;
mod signing_in;
mod team;
mod two_editors;
mod uploads;
