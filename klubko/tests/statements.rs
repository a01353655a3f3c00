//! Every page has a budget of statements: a list three, a folder ten, „Můj den“ eight. The frame is not counted: the
//! session, whether the look is written already.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{KLARA, Planted, Town, Worker};
use klubko::kernel::count::statements;

const FRAME: u64 = 2;

/// How many statements a page runs when its look is already written.
fn cost(who: &Worker, address: &str) -> u64 {
    who.see(address).must_be(200);
    let before = statements();
    who.see(address).must_be(200);
    (statements() - before).saturating_sub(FRAME)
}

#[test]
fn pages_keep_to_their_budgets_of_statements() {
    let town = Town::in_a_file();
    let client = Planted { agreement_on: "2026-03-16", ..KLARA };
    let folder = town.planted(&[client, KLARA]).remove(0);
    let house = town.at("2026-03-20T14:00");
    let alena = house.worker("prikladna");
    let pages = [("/folders".to_owned(), 3), (folder.clone(), 10), (format!("{folder}/data"), 10), ("/".to_owned(), 8)];
    for (address, most) in &pages {
        let cost = cost(&alena, address);
        assert!((1..=*most).contains(&cost), "{address} runs {cost} statements, may run {most}");
    }
}
