//! The folder as of a day of the past, on every page and paper of the site map: it knows nothing that was written later,
//! says the day, offers no deed, and leads nowhere but to the same day.

use super::common::plant::{MOMENT, Planted};
use super::common::{Heard, Town, Worker};
use super::rows::{FILLED, fill};
use super::scene::{address, canary, pages, read};
use super::walk::{attributes, links};
use klubko::kernel::route::Route;
use klubko::town::JAVORINKA;
use rules::access::Scope;

/// Between the day when the folder was opened and the day when everything in it was written.
const BETWEEN: &str = "2026-02-15";
/// After everything was written, and before today.
const LATER: &str = "2026-03-02";

/// Everything in the folder was written on 1 March; the folder itself is older.
fn written_late(town: &Town) {
    let moment = klubko::kernel::clock::start_of("2026-03-01".parse().unwrap());
    for column in town.columns().iter().filter(|one| FILLED.contains(&one.table.as_str())) {
        if column.kind == "bigint" && column.name.ends_with("_at") {
            let (table, name) = (&column.table, &column.name);
            let sql = format!("update {table} set {name} = {moment} where {name} is not null");
            town.tamper(Box::leak(sql.into_boxed_str()));
        }
    }
}

fn scene() -> (Town, Planted) {
    let town = Town::in_a_file();
    let one = town.plant_folder(9001, JAVORINKA, "Jmeno", "Zzprijmeni", "prikladna");
    town.plant_key_worker(one, "prikladna");
    fill(&town, &one, "mine", "prikladna");
    written_late(&town);
    (town, one)
}

fn of_folder() -> Vec<Route> {
    pages().into_iter().filter(|route| route.act().scope() == Scope::Folder).collect()
}

fn on(address: &str, day: &str) -> String {
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}as_of={day}")
}

fn is_page(heard: &Heard) -> bool {
    heard.status == 200 && heard.header("content-type").starts_with("text/html")
}

#[test]
fn a_page_of_a_past_day_knows_nothing_that_was_written_later() {
    let (town, one) = scene();
    let house = town.at(MOMENT);
    let alena = house.worker("prikladna");
    let mut told = 0;
    for route in of_folder() {
        let address = address(&route, &one);
        let then = read(&alena.see(&on(&address, BETWEEN)));
        let first = then.split(&canary("mine")).nth(1);
        assert!(first.is_none(), "{} says what was written later: {:.60}", route.path(), first.unwrap_or_default());
        told += usize::from(read(&alena.see(&on(&address, LATER))).contains(&canary("mine")));
    }
    assert!(told > 15, "only {told} pages of the day after tell what was written");
}

/// The one page or paper of the folder to which an address leads.
fn route_of(routes: &[Route], address: &str) -> Option<Route> {
    let path = address.split(['?', '#']).next().unwrap();
    let fits = |route: &&Route| {
        let (own, asked): (Vec<_>, Vec<_>) = (route.path().split('/').collect(), path.split('/').collect());
        own.len() == asked.len() && own.iter().zip(&asked).all(|(own, asked)| own.starts_with('{') || own == asked)
    };
    let names = |route: &&Route| route.path().matches('{').count();
    routes.iter().filter(fits).min_by_key(names).cloned()
}

/// What on a page of a past day is not as it must be.
fn wrong(route: &Route, root: &str, page: &Heard, routes: &[Route]) -> Vec<String> {
    let (place, mut wrong) = (route.path(), Vec::new());
    if !page.says("Stav k 2. 3. 2026.") || !page.says("Zpět k dnešku") {
        wrong.push(format!("{place} does not say the day"));
    }
    for link in links(page).into_iter().filter(|link| link.starts_with(root)) {
        if !link.contains("as_of=") {
            wrong.push(format!("{place} leads back to today: {link}"));
        }
        if route_of(routes, &link).is_some_and(|next| !next.act().only_reads_folder()) {
            wrong.push(format!("{place} offers a deed: {link}"));
        }
    }
    let deeds = attributes(page, "formaction").into_iter().chain(attributes(page, "action"));
    let main = page.body();
    for action in deeds.filter(|action| action.starts_with(root)) {
        let form = main.split(&format!("action=\"{action}\"")).nth(1).unwrap().split("</form>").next().unwrap();
        if !form.contains("name=\"as_of\"") {
            wrong.push(format!("{place} has a form that is not of that day: {action}"));
        }
    }
    wrong
}

#[test]
fn a_page_of_a_past_day_says_the_day_offers_no_deed_and_leads_to_the_same_day() {
    let (town, one) = scene();
    let house = town.at(MOMENT);
    let alena = house.worker("prikladna");
    let (routes, root) = (of_folder(), format!("/folders/{}", one.folder));
    let (mut seen, mut faults) = (0, Vec::new());
    for route in &routes {
        let heard = alena.see(&on(&address(route, &one), LATER));
        if !route.act().only_reads_folder() {
            assert!(matches!(heard.status, 403 | 404), "{} answers {}", route.path(), heard.status);
            continue;
        }
        assert!(heard.status < 500, "{}: {}", route.path(), heard.text());
        if is_page(&heard) {
            seen += 1;
            faults.extend(wrong(route, &root, &heard, &routes));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(seen > 14, "only {seen} pages were read");
}

#[test]
fn a_form_sent_from_a_page_of_a_past_day_changes_nothing() {
    let (town, one) = scene();
    let house = town.at(MOMENT);
    let alena: Worker<'_> = house.worker("prikladna");
    let root = format!("/folders/{}", one.folder);
    let before = town.count("select count(*) as n from task");
    let token = uuid::Uuid::new_v4().to_string();
    let heard = alena.post(&on(&format!("{root}/tasks"), LATER), &[("token", &token), ("what", "Zavolat")]);
    heard.must_be(403).must_say("Pohled k minulému dni je jen ke čtení.");
    assert_eq!(town.count("select count(*) as n from task"), before);
}

#[test]
fn who_is_excluded_learns_nothing_from_a_past_day_either() {
    let (town, one) = scene();
    town.plant_exclusion(one, "rozvazna");
    let house = town.at(MOMENT);
    let head = house.worker("rozvazna");
    for route in of_folder() {
        let heard = head.see(&on(&address(&route, &one), LATER));
        assert_eq!(heard.status, 404, "{}", route.path());
    }
}
