//! Only `kernel/db` names a database engine. (Constitution 6)

use super::source::pattern;
use super::{Fault, House};

pub fn check(house: &House) -> Vec<Fault> {
    let engine = pattern(r"\b(rusqlite|libsqlite3_sys|postgres|tokio_postgres)\s*::");
    let elsewhere = |path: &str| !path.starts_with("klubko/src/kernel/db/") && path != "klubko/src/kernel/db.rs";
    let of_product = |path: &str| ["klubko/src/", "rules/src/", "paper/src/"].iter().any(|it| path.starts_with(it));
    let mut faults = Vec::new();
    for source in house.rust().filter(|source| of_product(&source.path) && elsewhere(&source.path)) {
        for found in engine.find_iter(source.product_code()) {
            let says = "only kernel/db names a database engine";
            faults.push(Fault::new("engine", &source.path, source.place(found.start()), says));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::samples::{house, subjects};

    #[test]
    fn the_engine_is_named_in_one_folder_only() {
        let files = [
            ("klubko/src/kernel/db/sqlite.rs", "use rusqlite::Connection;"),
            ("klubko/src/main.rs", "fn f() { g(\"postgres://host\") } // postgres::Client"),
            ("klubko/src/intake/store.rs", "fn f(c: &postgres::Client) {}"),
        ];
        assert_eq!(subjects(&check(&house(&files))), ["klubko/src/intake/store.rs"]);
    }
}
