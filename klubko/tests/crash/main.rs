//! What may break around the program breaks: the power, the disk, the room on it, the database server. The real binary,
//! real HTTP; nothing acknowledged is lost, nothing is there twice or by half, the journal is whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod contact;
mod disk_full;
mod ending;
mod home;
mod http;
mod io_error;
mod killed;
mod migration;
mod outage;
#[path = "../../../xtask/src/postgres.rs"]
mod postgres;
mod strace;

/// The negative of what `cargo xtask ci` asks of the product: the program of the tests does know seeded faults.
#[test]
fn the_program_of_the_tests_has_seeded_faults() {
    let binary = std::fs::read(home::BINARY).unwrap();
    assert!(binary.windows(19).any(|bytes| bytes == b"KLUBKO_SEEDED_FAULT"));
}
