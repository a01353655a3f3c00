//! What a page answers is what the policy decides: every page about a folder, every list, desk and house page, for
//! everybody in the town.

use super::common::plant::MOMENT;
use super::common::{Heard, Worker};
use super::scene::{Scene, address, pages};
use klubko::kernel::route::Route;
use klubko::town::{self, Person};
use rules::access::{Act, Scope, Subject, Tie, Verdict, decide, decide_caseload, decide_desk, decide_house};
use rules::coded::Coded;
use rules::profession::Position;

fn subject(person: &Person) -> Subject {
    let code = person.profession.map(Coded::code).or(person.mandate.map(Coded::code)).unwrap();
    Subject::from_code(code).unwrap()
}

/// Everybody who can sign in, and how he is tied to the folders „moje“, „jinde“, „omezená“.
fn people() -> Vec<(&'static Person, [Tie; 3])> {
    let ties = |person: &Person| match (person.login().as_str(), person.service) {
        ("prikladna", _) => [Tie::KeyWorker, Tie::OtherService, Tie::Excluded],
        ("rozvazna", _) => [Tie::ServiceHead, Tie::OtherService, Tie::Excluded],
        ("cvicny", _) => [Tie::SameService, Tie::OtherService, Tie::KeyWorker],
        ("poradna", _) => [Tie::OtherService, Tie::KeyWorker, Tie::OtherService],
        ("proverujici", _) => [Tie::Inspection, Tie::OtherService, Tie::OtherService],
        ("peclivy", _) => [Tie::HandoverAddressee, Tie::OtherService, Tie::HandoverAddressee],
        (_, Some(town::JAVORINKA)) => [Tie::SameService, Tie::OtherService, Tie::SameService],
        (_, Some(town::OSP)) => [Tie::OtherService, Tie::SameService, Tie::OtherService],
        _ => [Tie::OtherService; 3],
    };
    let here = town::PEOPLE.iter().filter(|person| !person.is_disabled);
    here.map(|person| (person, ties(person))).collect()
}

/// Nothing but the folder is named, so a granted page must be there.
fn is_whole(route: &Route) -> bool {
    route.path().matches('{').count() == 1
}

fn check(who: &str, route: &Route, verdict: Verdict, heard: &Heard) {
    let place = format!("{who} at {} ({}): {} {}", route.path(), route.act().code(), heard.status, heard.text());
    match verdict {
        Verdict::Refused { reveal: false, .. } => assert_eq!(heard.status, 404, "{place}"),
        Verdict::Refused { reveal: true, .. } => assert_eq!(heard.status, 403, "{place}"),
        Verdict::Granted { .. } => {
            assert!(heard.status < 500, "{place}");
            assert!(!is_whole(route) || heard.status != 404, "{place}");
        }
    }
}

#[test]
fn pages_of_a_folder_answer_as_the_policy_decides() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    for (person, ties) in people() {
        let worker: Worker<'_> = house.worker(&person.login());
        for (folder, tie) in [scene.mine, scene.elsewhere, scene.limited].iter().zip(ties) {
            for route in pages().into_iter().filter(|route| route.act().scope() == Scope::Folder) {
                let heard = worker.see(&address(&route, folder));
                check(&person.login(), &route, decide(subject(person), tie, route.act()), &heard);
            }
        }
    }
}

#[test]
fn lists_desks_and_the_house_answer_as_the_policy_decides() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    for (person, _) in people() {
        let worker = house.worker(&person.login());
        let (subject, is_head) = (subject(person), person.position == Position::Head);
        for route in pages().into_iter().filter(|route| !route.path().contains('{')) {
            let works_here = subject.is_care_worker() || subject == Subject::PeerMentor;
            let heard = worker.see(route.path());
            match route.act().scope() {
                Scope::Desk => check(&person.login(), &route, decide_desk(subject, is_head, route.act()), &heard),
                Scope::House => check(&person.login(), &route, decide_house(subject, route.act()), &heard),
                Scope::Caseload if works_here && heard.status == 303 => {}
                Scope::Caseload if !works_here && route.act() == Act::SeeMyDay => {
                    let first = if subject == Subject::Inspector { "/inspection" } else { "/more" };
                    assert_eq!(heard.location, first);
                }
                Scope::Caseload => {
                    check(&person.login(), &route, decide_caseload(subject, is_head, route.act()), &heard);
                }
                Scope::Anybody | Scope::Own | Scope::Folder | Scope::Shared | Scope::Meeting => {
                    assert!(heard.status < 500, "{}", route.path())
                }
            }
        }
    }
}
