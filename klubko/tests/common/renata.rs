//! Renata Cvičná's road through scenario 5 by forms alone, with the dates of the story. Each stage stands on the one before
//! it, so that a story may begin where it likes.

use super::klara::assess;
use super::planning::{agree, close_all, evaluate, goal, head};
use super::podhuri::{self, fill, newest, refuse};
use super::{Heard, Town, Worker};

const CALL: &[(&str, &str)] = &[
    ("channel", "in_person"),
    ("day", "2. 2. 2026"),
    ("time", "10:00"),
    ("given_name", "Renata"),
    ("family_name", "Cvičná"),
    ("sex", "female"),
    ("asked", "Dluží nájem, do 30. dubna jí hrozí vystěhování."),
];
const TALK: &[(&str, &str)] = &[
    ("form", "ambulatory"),
    ("day", "2. 2. 2026"),
    ("time", "10:10"),
    ("until", "10:40"),
    ("summary", "Tři nájmy nezaplacené, pronajímatel dal výpověď z bytu."),
    ("circle_of_persons", "fits"),
    ("told", "activity"),
];
pub const HOME: &[(&str, &str)] = &[
    ("goal", "Udržet byt"),
    ("in_own_words", "Nechci se s kluky stěhovat."),
    ("success_indicator", "nájemní smlouva platí a splátka dluhu je zaplacená třikrát po sobě"),
    ("horizon_on", "15. 6. 2026"),
    ("links", "need"),
    ("links", "wish"),
    ("links", "housing"),
    ("step_1_what", "Domluvit splátky s majitelem"),
    ("step_1_who", "client"),
    ("step_1_due", "30. 3. 2026"),
];
pub const SCHOOL: &[(&str, &str)] = &[
    ("goal", "Syn chodí do školy"),
    ("success_indicator", "měsíc bez neomluvené hodiny"),
    ("horizon_on", "31. 8. 2026"),
    ("links", "need"),
];
/// The evaluation of 15 June as it can be saved.
pub const RENEWED: &[(&str, &str)] = &[
    ("goal_1_result", "met"),
    ("conclusion", "new_commission"),
    ("new_commission", "docházka do školy"),
    ("why_changed", "byt zůstal, syn nechodí do školy"),
    ("next_review_on", "31. 8. 2026"),
];

/// Her folder in one town.
pub struct Renata<'t> {
    pub town: &'t Town,
    pub folder: String,
}

impl<'t> Renata<'t> {
    /// Monday 2 February 2026: she comes, and Jakub talks with her at once.
    pub fn asks(town: &'t Town) -> Self {
        podhuri::set(town, "capacity", "12");
        podhuri::set(town, "agreement_forms", "oral_allowed");
        let house = town.at("2026-02-02T10:50");
        let jakub = house.worker("terenni");
        let taken = jakub.fill("/first-contacts/new", "/first-contacts", CALL);
        let folder = taken.must_be(303).location.split('?').next().unwrap().to_owned();
        fill_consultation(&jakub, &folder).must_be(303);
        Self { town, folder }
    }

    /// Monday 9 February: assessed by Jakub and Šárka, Jakub is the key worker.
    pub fn assessed(town: &'t Town) -> Self {
        let renata = Self::asks(town);
        let house = town.at("2026-02-09T10:00");
        let held = [("held_on", "9. 2. 2026"), ("development", "S pomocí byt udrží; bez ní přijde o domov.")];
        let jakub = house.worker("terenni");
        assess(&jakub, &renata.folder, ["terenni", "podhorska"], "terenni", &held).must_be(303);
        renata
    }

    /// Tuesday 10 February: the visit at her home and all that it found out; nobody has advised her yet.
    pub fn found_out(town: &'t Town) -> Self {
        let renata = Self::assessed(town);
        let house = town.at("2026-02-10T16:00");
        podhuri::negotiate(&house.worker("terenni"), &renata.folder);
        renata
    }

    /// Wednesday 11 February: advised on the day before, refused by letter b, told so in writing, first on the list.
    pub fn is_refused(&self) {
        let house = self.town.at("2026-02-11T15:00");
        let jakub = house.worker("terenni");
        podhuri::counsel(&jakub, &self.folder);
        refuse(&jakub, &self.folder, &[("notice_asked", "yes"), ("notice_asked_on", "11. 2. 2026")]).must_be(303);
        let notice = format!("{}/notice", newest(&jakub, &self.folder));
        let days = [("asked_on", "11. 2. 2026"), ("issued_on", "11. 2. 2026")];
        jakub.fill(&notice, &notice, &days).must_be(303);
        fill(&jakub, &self.folder, "waiting-list/entry", &[("day", "11. 2. 2026")]).must_be(303);
    }

    /// Monday 2 March: the place is free and she takes it.
    pub fn is_offered_a_place(&self) {
        let house = self.town.at("2026-03-02T10:00");
        let jakub = house.worker("terenni");
        let offer = [("day", "2. 3. 2026"), ("answer_by", "9. 3. 2026")];
        fill(&jakub, &self.folder, "waiting-list/offer", &offer).must_be(303);
        let answer = [("answer", "accepted"), ("day", "2. 3. 2026")];
        fill(&jakub, &self.folder, "waiting-list/answer", &answer).must_be(303);
    }

    /// Tuesday 3 March: the written agreement; `more` are its terms. Answers with the address of its text.
    pub fn agrees(&self, more: &[(&str, &str)]) -> String {
        let house = self.town.at("2026-03-03T10:00");
        podhuri::agreed(&house.worker("terenni"), &self.folder, more)
    }

    /// Monday 16 March: the plan, to be looked at until 15 June.
    pub fn plans(&self) {
        let house = self.town.at("2026-03-16T10:00");
        let jakub = house.worker("terenni");
        head(&jakub, &self.folder, &[]).must_be(303);
        goal(&jakub, &self.folder, HOME, &[]).must_be(303);
        agree(&jakub, &self.folder, &[("review_on", "15. 6. 2026")]).must_be(303);
    }

    /// Monday 15 June: the rent is settled, her son misses school; a new commission with its plan.
    pub fn renews(&self) {
        let house = self.town.at("2026-06-15T10:00");
        let jakub = house.worker("terenni");
        evaluate(&jakub, &self.folder, RENEWED).must_be(303);
        goal(&jakub, &self.folder, SCHOOL, &[]).must_be(303);
        let why = [("change_reason", "nová zakázka"), ("review_on", "31. 8. 2026")];
        agree(&jakub, &self.folder, &why).must_be(303);
    }

    /// Monday 31 August: the evaluation that ends it, and the end.
    pub fn ends(&self) {
        let house = self.town.at("2026-08-31T10:00");
        let jakub = house.worker("terenni");
        let end = [("goal_1_result", "partly"), ("conclusion", "end"), ("clients_view", "Zvládáme to.")];
        evaluate(&jakub, &self.folder, &end).must_be(303);
        close_all(&jakub, &self.folder, &[("left_in_network", "škola, babička")]).must_be(303);
    }

    pub fn page(&self, page: &str) -> String {
        format!("{}{page}", self.folder)
    }
}

fn fill_consultation(jakub: &Worker<'_>, folder: &str) -> Heard {
    jakub.fill(&format!("{folder}/consultation/new"), &format!("{folder}/consultations"), TALK)
}
