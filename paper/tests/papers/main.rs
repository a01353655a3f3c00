//! Every paper is printed and read back by foreign programs, as a client, a screen reader or an archive would.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod accessible;
mod consent;
mod hostile;
mod own_template;
mod plan;
mod samples;
mod sheets;
mod tools;
