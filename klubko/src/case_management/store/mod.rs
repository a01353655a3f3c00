//! Rows of case management; all of one folder, each case by its id.

pub(super) mod cases;
pub(super) mod communications;
pub(super) mod course;
pub(super) mod meetings;
pub(super) mod parts;
pub(super) mod people;
pub(super) mod sharing;
