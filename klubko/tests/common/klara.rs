//! Klára Vzorná's road through scenario 2 by forms alone, with the dates of the story. Each stage stands on the one before
//! it, so that a story may begin where it likes.

use super::road;
use super::stage::{self, worker};
use super::{Heard, Town, Worker};

pub const NOBODY_FREE: (&str, &str) = ("reason_r021", "žádný sociální pracovník nebyl volný");
pub const TALK: &[(&str, &str)] = &[
    ("form", "phone"),
    ("at_request", "yes"),
    ("day", "3. 3. 2026"),
    ("time", "14:30"),
    ("until", "15:15"),
    ("summary", "Manžel odešel minulý týden, zůstala sama se synem, nespí."),
    ("circle_of_persons", "fits"),
    ("told", "activity"),
];
pub const ORAL: &[(&str, &str)] =
    &[("oral", "yes"), ("consent_time", "14:31"), ("line", "777 123 456"), ("scope", "jméno, kontakt, situace")];
pub const CRISIS: &[(&str, &str)] = &[
    ("crisis", "yes"),
    ("threat", "collapse"),
    ("intervention", "Zklidnění, domluva pomoci sestry na dnešní noc."),
    ("safety_plan", "V noci zavolá sestře, při zhoršení lince důvěry."),
    ("follow_up_day", "4. 3. 2026"),
    ("follow_up_time", "10:00"),
];
pub const DEVELOPMENT: &str = "Bez podpory hrozí vyhoření; s podporou zvládne první týdny a péči o syna.";
/// The visits of the story before the plan is asked about.
pub const SIX_VISITS: [&str; 6] = ["03-16", "03-23", "04-07", "04-14", "04-21", "04-28"];

/// Her folder in one town.
pub struct Klara<'t> {
    pub town: &'t Town,
    pub folder: String,
}

impl<'t> Klara<'t> {
    /// Tuesday 3 March 2026, 14:20: Bohdan takes the call because no social worker is free.
    pub fn calls(town: &'t Town) -> Self {
        let house = town.at("2026-03-03T14:30");
        let folder = house.worker("ukazka").takes_klaras_call(&[NOBODY_FREE]);
        Self { town, folder }
    }

    /// From 14:30 to 15:15 by phone: the consent voiced at 14:31, the crisis inside.
    pub fn consulted(town: &'t Town) -> Self {
        let klara = Self::calls(town);
        let house = town.at("2026-03-03T15:20");
        hold(&house.worker("ukazka"), &klara.folder, &[TALK, ORAL, CRISIS]).must_be(303);
        klara
    }

    /// Monday 9 March: assessed by Alena and Bohdan, Alena is the key worker.
    pub fn assessed(town: &'t Town) -> Self {
        let klara = Self::consulted(town);
        let house = town.at("2026-03-09T10:00");
        assess(&house.worker("ukazka"), &klara.folder, ["prikladna", "ukazka"], "prikladna", &[]).must_be(303);
        klara
    }

    /// Monday 16 March: a client by the signed informed consent.
    pub fn signed(town: &'t Town) -> Self {
        let klara = Self::assessed(town);
        let house = town.at("2026-03-16T10:00");
        let alena = house.worker("prikladna");
        road::negotiate(&alena, &klara.folder, &[]);
        let document = road::prepare(&alena, &klara.folder, &[]);
        road::sign(&alena, &document, &[]).must_be(303);
        klara
    }

    /// The same day: planned without a paper, within about six visits.
    pub fn without_a_written_plan(town: &'t Town) -> Self {
        let klara = Self::signed(town);
        klara.decides_on_plan("unwritten_short_term", "2026-03-16T10:10").must_be(303);
        klara
    }

    pub fn page(&self, page: &str) -> String {
        format!("{}{page}", self.folder)
    }

    /// What a counting query about her folder says.
    pub fn count(&self, sql: &'static str) -> i64 {
        stage::count(self.town, sql, &self.folder)
    }

    pub fn decides_on_plan(&self, plan_form: &str, moment: &str) -> Heard {
        let house = self.town.at(moment);
        let page = self.page("/plan-decision");
        let day = format!("{}. {}. 2026", moment[8..10].trim_start_matches('0'), moment[5..7].trim_start_matches('0'));
        let typed = [("plan_form", plan_form), ("reason", "cca do šesti návštěv"), ("day", &day)];
        house.worker("prikladna").fill(&page, &page, &typed)
    }

    /// Alena writes a record on its day, two hours after it began at ten.
    pub fn is_recorded(&self, month_day: &str, kind: &str, minutes: &str) -> Heard {
        let house = self.town.at(&format!("2026-{month_day}T12:00"));
        let (month, day) = month_day.split_once('-').unwrap();
        let day = format!("{}. {}. 2026", day.trim_start_matches('0'), month.trim_start_matches('0'));
        let typed = [("kind", kind), ("day", &day), ("time", "10:00"), ("minutes", minutes), ("body", "Mluvily jsme.")];
        house.worker("prikladna").fill(&self.page("/records/new"), &self.page("/records"), &typed)
    }
}

/// Bohdan holds the consultation; who heard the consent is he himself.
pub fn hold(bohdan: &Worker<'_>, folder: &str, parts: &[&[(&str, &str)]]) -> Heard {
    let page = bohdan.see(&format!("{folder}/consultation/new"));
    let heard_by = page.choice("PhDr. Bohdan Ukázka");
    let mut typed = parts.concat();
    typed.push(("heard_by", &heard_by));
    bohdan.send(&page, &format!("{folder}/consultations"), &typed)
}

/// Sends the assessment as somebody fills it; the assessors and the key worker by their logins, empty for none. `more`
/// wins over what is typed here.
pub fn assess(by: &Worker<'_>, folder: &str, assessors: [&str; 2], key_worker: &str, more: &[(&str, &str)]) -> Heard {
    let id = |login: &str| if login.is_empty() { String::new() } else { worker(login) };
    let (first, second, key_worker) = (id(assessors[0]), id(assessors[1]), id(key_worker));
    let mut typed = vec![
        ("held_on", "9. 3. 2026"),
        ("participant_1", first.as_str()),
        ("participant_2", second.as_str()),
        ("development", DEVELOPMENT),
        ("key_worker", key_worker.as_str()),
    ];
    typed.retain(|(name, _)| more.iter().all(|(field, _)| field != name));
    typed.extend_from_slice(more);
    by.fill(&format!("{folder}/assessment/new"), &format!("{folder}/assessments"), &typed)
}

/// Somebody sets a task of the folder until 29 May.
pub fn set_task(by: &Worker<'_>, folder: &str, who: &str, what: &str) -> Heard {
    let page = format!("{folder}/tasks");
    by.fill(&page, &page, &[("what", what), ("who", who), ("due", "29. 5. 2026")])
}

/// Alena offers the case to Bohdan: her last day, his first day.
pub fn offer(alena: &Worker<'_>, folder: &str, days: [&str; 2]) -> Heard {
    let bohdan = worker("ukazka");
    let typed = [
        ("to", bohdan.as_str()),
        ("ends_on", days[0]),
        ("begins_on", days[1]),
        ("reason", "commission_prevailed"),
        ("note", "Převažuje rodinná terapie, manželé přijdou oba."),
        ("client_informed_on", "12. 5. 2026"),
    ];
    alena.fill(&format!("{folder}/handovers/new"), &format!("{folder}/handovers"), &typed)
}

/// Where the addressee answers the newest offer.
pub fn newest_offer(alena: &Worker<'_>, folder: &str) -> String {
    let body = alena.see(&format!("{folder}/team")).body();
    let start = format!("href=\"{folder}/handovers/");
    let mut ids = body.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap());
    format!("{folder}/handovers/{}", ids.find(|id| *id != "new").unwrap())
}

/// Bohdan answers that he takes the case.
pub fn accept(bohdan: &Worker<'_>, offer: &str) -> Heard {
    bohdan.fill(offer, &format!("{offer}/answer"), &[("answer", "accepted")])
}
