//! The negative control: with one check left out, a proof of access must fail. One that stayed green would prove nothing.
//!
//! Each fault is tried in a run of this very test program with `KLUBKO_SEEDED_FAULT`, narrowed to the proof that is to
//! notice it. Five faults a day in rotation, all with `KLUBKO_LONG=1`.

use klubko::kernel::clock::Clock;
use klubko::kernel::seeded::{FAULTS, Fault};
use std::process::Command;

const A_DAY: usize = 5;

/// Those whose turn it is.
fn chosen() -> Vec<&'static Fault> {
    if std::env::var_os("KLUBKO_LONG").is_some() {
        return FAULTS.iter().collect();
    }
    let day = usize::try_from(Clock::system().now() / 86_400_000).unwrap();
    FAULTS.iter().cycle().skip(day * A_DAY % FAULTS.len()).take(A_DAY).collect()
}

/// What one proof says while one check is left out.
fn proof(name: &str, fault: Option<&Fault>) -> String {
    let mut again = Command::new(std::env::current_exe().unwrap());
    again.args([name, "--exact", "--test-threads", "1"]).env_remove("KLUBKO_SEEDED_FAULT");
    if let Some(fault) = fault {
        again.env("KLUBKO_SEEDED_FAULT", fault.name);
    }
    String::from_utf8_lossy(&again.output().unwrap().stdout).into_owned()
}

#[test]
fn a_house_without_one_of_its_checks_is_caught() {
    for fault in chosen() {
        let said: Vec<String> = fault.caught_by.iter().map(|name| proof(name, Some(fault))).collect();
        let is_caught = said.iter().any(|said| said.contains("test result: FAILED. 0 passed; 1 failed"));
        assert!(is_caught, "nobody notices that „{}“ is left out: {said:?}", fault.name);
        println!("„{}“ left out is noticed by {:?}", fault.name, fault.caught_by);
    }
}

#[test]
fn a_house_with_all_its_checks_is_not() {
    let name = "disabled::whoever_left_the_service_loses_it_with_the_next_request";
    let said = proof(name, None);
    assert!(said.contains("test result: ok. 1 passed"), "{said}");
}

#[test]
fn no_two_faults_have_one_name_and_each_takes_something_away() {
    for (at, fault) in FAULTS.iter().enumerate() {
        assert!(FAULTS.iter().skip(at + 1).all(|other| other.name != fault.name), "{} is there twice", fault.name);
        assert!(!fault.caught_by.is_empty(), "{} is noticed by nobody", fault.name);
        for patch in fault.patches {
            let whole = format!("{} {}", patch.within, patch.check);
            assert!(fault.without(&whole).is_some(), "{} takes nothing away", fault.name);
        }
    }
}
