pub mod assignment;
pub mod key_worker;
pub mod limits;
pub mod people;
pub mod substitution;
pub mod tie;

/// A worker's name as people say it, from the columns of `worker w`.
pub fn full_name(title: &str, given: &str, family: &str) -> String {
    [title, given, family].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
