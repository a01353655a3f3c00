//! A plan by forms: its head, a goal with its steps, the deed „Plán je dohodnut“, an evaluation, the end.

use super::klara::Klara;
use super::{Heard, Town, Worker};

type Fields<'a> = &'a [(&'a str, &'a str)];

/// What is typed here, but where `more` says otherwise.
fn with<'a>(usual: Fields<'a>, more: Fields<'a>) -> Vec<(&'a str, &'a str)> {
    let kept = usual.iter().copied().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more.iter().copied()).collect()
}

pub const HEAD: Fields<'static> = &[
    ("planning_way", "written"),
    ("way_reason", "ráda si věci píše"),
    ("strengths", "stará se o syna a pracuje"),
    ("risks", "nevyspání"),
    ("exit_criteria", "týdny zvládá sama"),
];

pub fn head(by: &Worker<'_>, folder: &str, more: Fields<'_>) -> Heard {
    let page = format!("{folder}/plan/edit");
    by.fill(&page, &page, &with(HEAD, more))
}

/// The first goal of scenario 2.
pub const CARE: Fields<'static> = &[
    ("goal", "Mít domluvenou péči o syna"),
    ("in_own_words", "Ať syn ví, kdy je s kým."),
    ("success_indicator", "týdenní rozvrh péče funguje 3 týdny po sobě"),
    ("horizon_on", "30. 6. 2026"),
    ("links", "wish"),
    ("step_1_what", "Napsat návrh rozvrhu"),
    ("step_1_who", "client"),
    ("step_1_due", "12. 5. 2026"),
    ("step_2_what", "Pohlídat syna v úterý"),
    ("step_2_other", "sestra klientky"),
    ("step_2_due", "19. 5. 2026"),
];
/// The second one.
pub const SLEEP: Fields<'static> = &[
    ("goal", "Zase spát"),
    ("in_own_words", "Chci se vyspat."),
    ("success_indicator", "pět nocí z týdne spí aspoň šest hodin"),
    ("horizon_on", "31. 7. 2026"),
    ("links", "need"),
    ("step_1_what", "Objednat se k lékařce"),
    ("step_1_who", "client"),
    ("step_1_due", "15. 5. 2026"),
];

pub fn goal(by: &Worker<'_>, folder: &str, fields: Fields<'_>, more: Fields<'_>) -> Heard {
    by.fill(&format!("{folder}/plan/goals/new"), &format!("{folder}/plan/goals"), &with(fields, more))
}

/// The addresses of the goals as the page of the plan leads to them.
pub fn goals(by: &Worker<'_>, folder: &str) -> Vec<String> {
    let body = by.see(&format!("{folder}/plan")).body();
    let start = format!("href=\"{folder}/plan/goals/");
    let ids = body.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let ids = ids.filter(|id| id != "new" && !id.ends_with("/end"));
    ids.map(|id| format!("{folder}/plan/goals/{id}")).collect()
}

const AGREED: Fields<'static> =
    &[("participation", "took_part"), ("participation_note", "cíle řekla sama"), ("explained", "česky, u stolu")];

pub fn agree(by: &Worker<'_>, folder: &str, more: Fields<'_>) -> Heard {
    let page = format!("{folder}/plan/agreement");
    let seen = by.see(&page);
    seen.must_be(200);
    let days = ["agreed_on", "review_on"].map(|name| (name, value(&seen, name)));
    let days: Vec<(&str, &str)> = days.iter().map(|(name, value)| (*name, value.as_str())).collect();
    by.send(&seen, &page, &with(&with(&days, AGREED), more))
}

/// What stands in a field of a page.
pub fn value(page: &Heard, name: &str) -> String {
    let body = page.body();
    let field = body.split(&format!("id=\"f-{name}\"")).nth(1).unwrap_or_default();
    let field = field.split('>').next().unwrap();
    let value = field.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    value.replace('\u{a0}', " ")
}

const EVALUATED: Fields<'static> =
    &[("clients_view", "Ulevilo se mi."), ("workers_view", "Domluva drží."), ("conclusion", "continue")];

pub fn evaluate(by: &Worker<'_>, folder: &str, more: Fields<'_>) -> Heard {
    let (page, action) = (format!("{folder}/evaluations/new"), format!("{folder}/evaluations"));
    let seen = by.see(&page);
    seen.must_be(200);
    let usual = ["evaluated_on", "participants", "next_review_on"].map(|name| (name, value(&seen, name)));
    let usual: Vec<(&str, &str)> = usual.iter().map(|(name, value)| (*name, value.as_str())).collect();
    by.send(&seen, &action, &with(&with(&usual, EVALUATED), more))
}

/// The addresses of the evaluations as the page of the plan leads to them, the newest first.
pub fn evaluations(by: &Worker<'_>, folder: &str) -> Vec<String> {
    let body = by.see(&format!("{folder}/plan")).body();
    let start = format!("href=\"{folder}/evaluations/");
    let ids = body.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    ids.filter(|id| id != "new").map(|id| format!("{folder}/evaluations/{id}")).collect()
}

/// What is open on the form of the end, and for each thing that it is not needed any more.
pub fn settled(page: &Heard) -> Vec<(String, String)> {
    let body = page.body();
    let selects = body.split("<select ").skip(1).filter_map(|rest| rest.split("</select>").next());
    let named = selects.filter_map(|select| {
        let name = select.split("name=\"").nth(1)?.split('"').next()?.to_owned();
        let mut values = select.split("value=\"").skip(1).filter_map(|rest| rest.split('"').next());
        Some((name, values.find(|value| value.starts_with("settle:"))?.to_owned()))
    });
    named.filter(|(name, _)| name.starts_with("item_")).collect()
}

/// The end with everything settled that is open.
pub fn close_all(by: &Worker<'_>, folder: &str, more: Fields<'_>) -> Heard {
    let open = settled(&by.see(&format!("{folder}/closure/new")));
    let open: Vec<(&str, &str)> = open.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    close(by, folder, &with(&open, more))
}

pub fn close(by: &Worker<'_>, folder: &str, more: Fields<'_>) -> Heard {
    let (page, action) = (format!("{folder}/closure/new"), format!("{folder}/closures"));
    let seen = by.see(&page);
    seen.must_be(200);
    let day = value(&seen, "closed_on");
    let usual = [("reason", "evaluated"), ("closed_on", day.as_str()), ("retention_class", "standard")];
    by.send(&seen, &action, &with(&usual, more))
}

/// Klára's plan of 5 May with both goals.
pub fn planned(town: &Town) -> Klara<'_> {
    let klara = Klara::signed(town);
    let house = town.at("2026-05-05T12:00");
    let alena = house.worker("prikladna");
    head(&alena, &klara.folder, &[]).must_be(303);
    goal(&alena, &klara.folder, CARE, &[]).must_be(303);
    goal(&alena, &klara.folder, SLEEP, &[]).must_be(303);
    agree(&alena, &klara.folder, &[]).must_be(303);
    drop(house);
    klara
}
