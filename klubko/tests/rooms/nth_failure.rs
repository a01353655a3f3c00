//! Twelve deeds, each tried with the database failing at its first, second, … last call (A2): no room, a disk that
//! fails, a connection that is lost. Nobody is told that it was saved when it was not; nothing of it stays; the same form,
//! sent again, is taken.
//!
//! `./test` takes every few calls in a file, `KLUBKO_LONG=1` each call and each kind of failure on every engine.

use crate::common::klara::{Klara, ORAL, TALK, newest_offer};
use crate::common::stage::worker;
use crate::common::{Heard, House, Town, multipart, road};
use klubko::kernel::journal::Found;
use klubko::kernel::seeded::Failing;
use uuid::Uuid;

const FAILINGS: [Failing; 3] = [Failing::Full, Failing::Disk, Failing::Lost];
/// More calls than any deed makes.
const MOST: u64 = 500;

fn is_long() -> bool {
    std::env::var_os("KLUBKO_LONG").is_some()
}

fn towns() -> Vec<Town> {
    if is_long() { Town::everywhere() } else { vec![Town::in_a_file()] }
}

/// A deed of a worker at a moment: the page, the form on it, what is typed.
struct Deed<'t> {
    town: &'t Town,
    moment: &'static str,
    login: &'static str,
    house: Option<House>,
    cookie: String,
}

impl<'t> Deed<'t> {
    fn of(town: &'t Town, login: &'static str, moment: &'static str) -> Self {
        let house = town.at(moment);
        let cookie = house.worker(login).cookie().to_owned();
        Self { town, moment, login, house: Some(house), cookie }
    }

    fn see(&self, address: &str) -> Heard {
        let heard = self.house.as_ref().unwrap().ask("GET", address, &[], Some(&self.cookie));
        heard.must_be(200).clone()
    }

    /// Fills the form and sends it over and over, failing each time at a later call, until it is taken.
    fn tried(&mut self, on: &str, action: &str, typed: &[(&str, &str)]) -> Heard {
        let hidden = self.see(on).hidden(action);
        let not_typed = hidden.iter().filter(|(name, _)| typed.iter().all(|(field, _)| field != name));
        let mut form: Vec<(&str, &str)> = not_typed.map(|(name, value)| (name.as_str(), value.as_str())).collect();
        form.extend_from_slice(typed);
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&form).finish();
        self.sent(action, ("application/x-www-form-urlencoded", body.into_bytes()))
    }

    fn sent(&mut self, action: &str, (kind, body): (&str, Vec<u8>)) -> Heard {
        let (before, mut failed) = (self.town.written(), 0);
        let stride = if is_long() { 1 } else { 6 };
        for nth in (1..MOST).step_by(stride) {
            for how in kinds(nth) {
                self.town.fail(nth, how);
                let answer = self.post(action, kind, &body);
                if !self.town.heal() {
                    return self.must_be_done(action, (kind, body), &before, answer, failed);
                }
                failed += 1;
                let at = format!("{} {action} with {how:?} at call {nth}", self.login);
                assert!([500, 503, 507].contains(&answer.status), "{at}: {} {}", answer.status, answer.text());
                assert_eq!(self.town.written(), before, "{at}: something stayed");
                self.open_again(how);
            }
        }
        panic!("{action} never ends");
    }

    /// Done once, whole, and not once more when it is sent again.
    fn must_be_done(
        &mut self,
        action: &str,
        (kind, body): (&str, Vec<u8>),
        before: &std::collections::BTreeMap<String, Vec<String>>,
        answer: Heard,
        failed: usize,
    ) -> Heard {
        answer.must_be(303);
        assert!(failed > 1, "{action} failed only {failed} times");
        let after = self.town.written();
        assert_ne!(&after, before, "{action} wrote nothing");
        let again = self.post(action, kind, &body);
        assert_eq!((again.status, &again.location), (303, &answer.location));
        assert_eq!(self.town.written(), after, "{action} acted twice");
        assert!(matches!(self.town.verify(), Found::Sound { .. }));
        answer
    }

    fn post(&self, action: &str, kind: &str, body: &[u8]) -> Heard {
        let house = self.house.as_ref().unwrap();
        house.ask_with(("127.0.0.1", Some(&self.cookie)), "POST", action, (kind, body.to_vec()))
    }

    /// After a failure of the disk the program has ended and is started anew.
    fn open_again(&mut self, how: Failing) {
        if matches!(how, Failing::Disk | Failing::AfterCommit) {
            self.house = None;
            self.house = Some(self.town.at(self.moment));
        }
    }
}

/// All of them in a long run, otherwise one after another.
fn kinds(nth: u64) -> Vec<Failing> {
    if is_long() { FAILINGS.to_vec() } else { vec![FAILINGS[nth as usize / 6 % 3]] }
}

#[test]
fn a_first_contact_and_an_anonymous_one_are_written_whole_or_not_at_all() {
    for town in towns() {
        let mut dana = Deed::of(&town, "zkusma", "2026-03-03T14:30");
        let call = [
            ("channel", "phone"),
            ("day", "3. 3. 2026"),
            ("time", "14:20"),
            ("given_name", "Klára"),
            ("family_name", "Vzorná"),
            ("sex", "female"),
            ("phone", "777 123 456"),
            ("asked", "Odešel manžel, nemůže spát."),
        ];
        dana.tried("/first-contacts/new", "/first-contacts", &call);
        let anonymous = [
            ("channel", "phone"),
            ("day", "3. 3. 2026"),
            ("time", "9:00"),
            ("minutes", "10"),
            ("asked", "Ptá se na dluhy."),
        ];
        dana.tried("/anonymous-contacts/new", "/anonymous-contacts", &anonymous);
    }
}

#[test]
fn a_consultation_and_an_assessment_are_written_whole_or_not_at_all() {
    for town in towns() {
        let folder = Klara::calls(&town).folder;
        let mut bohdan = Deed::of(&town, "ukazka", "2026-03-03T15:20");
        let heard_by = bohdan.see(&format!("{folder}/consultation/new")).choice("PhDr. Bohdan Ukázka");
        let typed = [TALK, ORAL, &[("heard_by", heard_by.as_str())]].concat();
        bohdan.tried(&format!("{folder}/consultation/new"), &format!("{folder}/consultations"), &typed);
        let (alena, him) = (worker("prikladna"), worker("ukazka"));
        let typed = [
            ("held_on", "9. 3. 2026"),
            ("participant_1", alena.as_str()),
            ("participant_2", him.as_str()),
            ("development", "Zvládne první týdny."),
            ("key_worker", alena.as_str()),
        ];
        let mut bohdan = Deed::of(&town, "ukazka", "2026-03-09T10:00");
        bohdan.tried(&format!("{folder}/assessment/new"), &format!("{folder}/assessments"), &typed);
    }
}

#[test]
fn a_text_for_signing_its_signature_and_a_record_are_written_whole_or_not_at_all() {
    for town in towns() {
        let folder = Klara::assessed(&town).folder;
        road::negotiate(&town.at("2026-03-16T10:00").worker("prikladna"), &folder, &[]);
        let mut alena = Deed::of(&town, "prikladna", "2026-03-16T10:00");
        let typed = [
            ("extent", "přibližně jednou za týden, hodina"),
            ("place", "Lipová 12, Horní Vzorov"),
            ("hours", "po domluvě"),
            ("payment", "bez úhrady"),
            ("validity", "indefinite"),
            ("signer_role", "self"),
        ];
        let prepared = alena.tried(&format!("{folder}/agreement/new"), &format!("{folder}/documents"), &typed);
        let signature = format!("{}/signature", prepared.location.split('?').next().unwrap());
        let typed = [("signed_on", "16. 3. 2026"), ("signer_role", "self"), ("signed_in", "Horní Vzorov")];
        alena.tried(&signature, &signature, &typed);
        let typed =
            [("kind", "visit"), ("day", "16. 3. 2026"), ("time", "9:00"), ("minutes", "50"), ("body", "Přišla.")];
        alena.tried(&format!("{folder}/records/new"), &format!("{folder}/records"), &typed);
    }
}

#[test]
fn an_edit_a_task_and_a_file_are_written_whole_or_not_at_all() {
    for town in towns() {
        let folder = Klara::assessed(&town).folder;
        let mut alena = Deed::of(&town, "prikladna", "2026-03-16T10:00");
        let edit = format!("{folder}/negotiation/edit");
        alena.tried(&format!("{edit}?part=request"), &edit, &[("request", "Chci, aby se vrátil.")]);
        let tasks = format!("{folder}/tasks");
        alena.tried(&tasks, &tasks, &[("what", "Zavolat škole"), ("who", "key_worker"), ("due", "29. 5. 2026")]);
        let files = format!("{folder}/attachments");
        let hidden = alena.see(&format!("{files}/new")).hidden(&files);
        let fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let body = multipart(&fields, ("poznámka.txt", b"Kontakt na sestru."));
        alena.sent(&files, ("multipart/form-data; boundary=----klubko", body));
    }
}

#[test]
fn an_offer_of_a_case_and_its_acceptance_are_written_whole_or_not_at_all() {
    for town in towns() {
        let folder = Klara::assessed(&town).folder;
        let bohdan = worker("ukazka");
        let typed = [
            ("to", bohdan.as_str()),
            ("ends_on", "12. 5. 2026"),
            ("begins_on", "12. 5. 2026"),
            ("reason", "commission_prevailed"),
            ("note", "Převažuje rodinná terapie."),
            ("client_informed_on", "12. 5. 2026"),
        ];
        let mut alena = Deed::of(&town, "prikladna", "2026-05-12T13:00");
        alena.tried(&format!("{folder}/handovers/new"), &format!("{folder}/handovers"), &typed);
        let offer = newest_offer(&alena.house.as_ref().unwrap().worker("prikladna"), &folder);
        Deed::of(&town, "ukazka", "2026-05-12T13:00").tried(
            &offer,
            &format!("{offer}/answer"),
            &[("answer", "accepted")],
        );
    }
}

#[test]
fn a_task_whose_answer_was_lost_is_there_once() {
    for town in Town::everywhere() {
        let folder = Klara::assessed(&town).folder;
        let mut alena = Deed::of(&town, "prikladna", "2026-03-16T10:00");
        let (tasks, service) = (format!("{folder}/tasks"), klubko::town::JAVORINKA.to_string());
        let count = || town.count("select count(*) as n from task where what = 'Zavolat škole'");
        let mut lost = 0;
        for nth in 1..=15 {
            let how = if nth % 4 == 0 { Failing::AfterCommit } else { Failing::LostOnce };
            let token = Uuid::new_v4().to_string();
            let form = [
                ("token", token.as_str()),
                ("service", service.as_str()),
                ("what", "Zavolat škole"),
                ("who", "key_worker"),
                ("due", "29. 5. 2026"),
            ];
            let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish().into_bytes();
            town.fail(nth, how);
            let answer = alena.post(&tasks, "application/x-www-form-urlencoded", &body);
            lost += usize::from(town.heal());
            answer.must_be(if how == Failing::AfterCommit { 503 } else { 303 });
            assert_eq!(count(), nth as i64, "with {how:?} at call {nth}");
            alena.open_again(how);
            alena.post(&tasks, "application/x-www-form-urlencoded", &body).must_be(303);
            assert_eq!(count(), nth as i64, "sent again after {how:?} at call {nth}");
        }
        assert!(lost > 10, "hardly anything was lost: {lost}");
        assert!(matches!(town.verify(), Found::Sound { .. }));
    }
}
