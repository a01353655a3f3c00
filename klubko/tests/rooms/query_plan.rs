//! No list reads a big table from end to end: the engine itself says how it would run the query (SQLite).

use crate::common::Town;
use klubko::folders;
use klubko::kernel::db::Connection;
use klubko::{meeting, readiness};

/// The tables that grow with the years.
const BIG: [&str; 9] = [" p", " f", " t", " a", " o", " c", " d", " e", " m"];

fn plan(town: &Town, sql: &str) -> Vec<String> {
    let reader = Connection::open_reader(&town.place).unwrap();
    reader.read(|unit| unit.plan(sql)).unwrap().unwrap()
}

#[test]
fn the_lists_of_clients_are_led_by_the_index_of_names_or_by_the_workers_cases() {
    let town = Town::in_a_file();
    for (leads, sql) in folders::queries() {
        let plan = plan(&town, sql);
        let first = plan.iter().find(|line| line.starts_with("SEARCH") || line.starts_with("SCAN")).unwrap();
        let wanted = match leads {
            "names" => "SEARCH p USING INDEX person_by_name (service_id=? AND (name_order,folder_id)",
            _ => "SEARCH m USING INDEX key_worker_by_worker (worker_id=?)",
        };
        assert!(first.starts_with(wanted), "{first}\n{plan:#?}");
        let scans = |line: &&String| BIG.iter().any(|table| line.starts_with(&format!("SCAN{table}")));
        assert_eq!(plan.iter().find(scans), None, "{plan:#?}");
        let is_sorted_by_hand = plan.iter().any(|line| line.contains("TEMP B-TREE FOR ORDER BY") && leads == "names");
        assert!(!is_sorted_by_hand, "{plan:#?}");
    }
}

#[test]
fn the_readiness_of_a_service_is_led_by_its_folders_and_reaches_every_other_table_by_an_index() {
    let town = Town::in_a_file();
    let plan = plan(&town, readiness::query());
    let first = plan.iter().find(|line| line.starts_with("SEARCH") || line.starts_with("SCAN")).unwrap();
    assert!(first.starts_with("SEARCH f USING INDEX client_folder_by_number (service_id=?)"), "{plan:#?}");
    let scans: Vec<&String> =
        plan.iter().filter(|line| line.starts_with("SCAN") || line.contains("AUTOMATIC")).collect();
    // Templates of papers (`k`) are few.
    assert!(scans.iter().all(|line| line.starts_with("SCAN k")), "{scans:#?}");
}

#[test]
fn goals_over_their_horizon_are_led_by_the_horizon() {
    let town = Town::in_a_file();
    for sql in meeting::queries() {
        let plan = plan(&town, sql);
        let first = plan.iter().find(|line| line.starts_with("SEARCH") || line.starts_with("SCAN")).unwrap();
        assert!(first.starts_with("SEARCH g USING INDEX meeting_goal_by_horizon (horizon_on<?)"), "{plan:#?}");
        let scans: Vec<&String> =
            plan.iter().filter(|line| line.starts_with("SCAN") || line.contains("AUTOMATIC")).collect();
        assert!(scans.is_empty(), "{scans:#?}");
    }
}

#[test]
fn a_query_without_an_index_is_seen_through() {
    let town = Town::in_a_file();
    let plan = plan(&town, "select p.version from person_version p where p.note = 'x'");
    assert_eq!(plan, ["SCAN p"]);
}
