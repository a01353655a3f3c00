//! Addresses stay in the history of a browser, names of files in a folder of downloads, titles of papers in the window
//! of whoever opens them. None of them says who somebody is.

use super::common::Heard;
use super::common::pdf;
use super::common::plant::MOMENT;
use super::scene::{Scene, TAGS, address, canary, name_canary, papers};
use super::walk::{attributes, walk};
use rules::access::Scope;

const PHONE: &str = "+420601987654";
const BIRTH_NUMBER: &str = "8552104321";

/// Everything about a person that may not stand there, also as it is shown and as an address writes it.
fn told() -> Vec<String> {
    let mut told: Vec<String> = TAGS.iter().flat_map(|tag| [canary(tag), name_canary(tag)]).collect();
    told.extend(
        [PHONE, "601987654", "601 987 654", "601+987", BIRTH_NUMBER, "855210/4321", "855210"].map(str::to_owned),
    );
    told
}

fn must_not_tell(what: &str, text: &str) {
    for word in told() {
        assert!(!text.contains(&word), "{what} says {word}: {text}");
    }
}

/// What somebody typed into the box stands in the address of the answer, and in the offer to begin an applicant of that
/// name: his own words, which the house has checked against nobody. A number to be dialled is no address of a page.
fn is_meant(address: &str) -> bool {
    ["/search?q=", "/first-contacts/new?family_name=", "tel:"].iter().any(|start| address.starts_with(start))
}

fn addresses(asked: &str, page: &Heard) -> Vec<String> {
    let mut all = vec![asked.to_owned(), page.location.clone()];
    all.extend(["href", "action", "formaction", "src"].into_iter().flat_map(|name| attributes(page, name)));
    all.into_iter().filter(|address| !is_meant(address)).collect()
}

#[test]
fn no_address_and_no_name_of_a_file_says_who_somebody_is() {
    let scene = Scene::set();
    scene.town.tamper("update person_version set phone = '+420601987654', birth_number = '8552104321'");
    let house = scene.town.at(MOMENT);
    let mut shown = String::new();
    for login in ["prikladna", "cvicny", "poradna", "peclivy", "paterni"] {
        for (asked, page) in walk(&scene, &house.worker(login)) {
            for address in addresses(&asked, &page) {
                must_not_tell(&format!("an address on {asked}"), &address);
            }
            must_not_tell(&format!("the name of the file {asked}"), page.header("content-disposition"));
            shown.push_str(&page.text());
        }
    }
    for word in ["601 987 654", &name_canary("mine")] {
        assert!(shown.contains(word), "nobody read {word}, so nothing was proved");
    }
}

#[test]
fn where_a_form_leads_and_what_it_says_there_is_no_ones_name() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let alena = house.worker("prikladna");
    let contact = [
        ("channel", "phone"),
        ("day", "3. 3. 2026"),
        ("time", "9:00"),
        ("given_name", "Zzminejmenok"),
        ("family_name", "Zzminejmenop"),
        ("phone", PHONE),
        ("sex", "female"),
        ("asked", "Zzmineqx"),
    ];
    let taken = alena.fill("/first-contacts/new", "/first-contacts", &contact);
    must_not_tell("the answer to a first contact", &taken.location);
    let again = alena.fill("/first-contacts/new", "/first-contacts", &contact[3..]);
    again.must_be(422);
    addresses("", &again).iter().for_each(|address| must_not_tell("the form sent back", address));
}

#[test]
fn the_title_inside_a_paper_says_what_it_is_and_not_whose() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let alena = house.worker("prikladna");
    let pavla = house.worker("dohlizna");
    for route in papers() {
        let reader = if route.act().scope() == Scope::House { &pavla } else { &alena };
        let paper = reader.see(&address(&route, &scene.mine));
        assert_eq!(paper.status, 200, "{}", route.path());
        assert!(paper.header("content-disposition").ends_with(".pdf\""), "{}", route.path());
        let Some(about) = pdf::ask("pdfinfo", &["-"], &paper.bytes) else { return };
        must_not_tell(route.path(), &about);
    }
}
