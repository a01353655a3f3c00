//! Every line of the site map: one method and path once, an act of the right door, and no act without a page.

use klubko::kernel::route::Route;
use klubko::routes::site_map;
use rules::access::{Act, Scope};
use rules::coded::Coded;
use std::collections::BTreeSet;

/// Acts that no page does: none is allowed here without its reason.
const WITHOUT_A_PAGE: &[(Act, &str)] =
    &[(Act::TendJournal, "the administrator's console: checkpoints and old searches; no address leads there")];

#[test]
fn no_two_routes_share_a_method_and_a_path() {
    let mut seen = BTreeSet::new();
    for route in site_map() {
        assert!(seen.insert((route.method(), route.path())), "{} {} twice", route.method(), route.path());
    }
}

#[test]
fn a_path_names_a_folder_exactly_when_its_act_goes_through_the_folders_door() {
    for route in site_map() {
        let names_one = route.path().starts_with("/folders/{folder}");
        let goes_through = route.act().scope() == Scope::Folder;
        assert_eq!(names_one, goes_through, "{} {} is {:?}", route.method(), route.path(), route.act());
    }
}

#[test]
fn every_act_has_a_page_or_a_form() {
    let has_route = |act: Act| site_map().iter().any(|route: &Route| route.act() == act);
    for act in Act::ALL {
        let is_excepted = WITHOUT_A_PAGE.iter().any(|(excepted, _)| excepted == act);
        assert!(has_route(*act) || is_excepted, "{} has no route", act.code());
        assert!(!(has_route(*act) && is_excepted), "{} is excepted in vain", act.code());
    }
}

#[test]
fn whoever_is_not_signed_in_may_post_only_the_sign_in_and_the_set_up() {
    let open = site_map().into_iter().filter(|route| route.is_form() && route.act().scope() == Scope::Anybody);
    for route in open {
        assert!(matches!(route.path(), "/sign-in" | "/set-up"), "{} may be posted by anybody", route.path());
    }
}
