//! Klubko: case work in social services. See ARCHITECTURE.md for the house, `kernel` for the doors.

pub mod kernel;
