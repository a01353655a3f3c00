pub mod kernel {}
