pub mod list;
pub mod new;
pub mod print;
pub mod start;
