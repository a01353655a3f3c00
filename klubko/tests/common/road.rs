//! The road to the agreement through forms: what the negotiation holds, the prepared text, the signature.

use super::stage::{self, Caller};
use super::{Heard, Town, Worker};

const SCOPE: &str = "přibližně jednou za týden, hodina";

type Part = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Every form of the negotiation that the agreement asks about: its page, its action, its fields.
const PARTS: &[Part] = &[
    ("/negotiation/edit?part=request", "/negotiation/edit", &[("request", "Chci, aby se vrátil.")]),
    (
        "/negotiation/edit?part=needs",
        "/negotiation/edit",
        &[
            ("wish", "Klidný domov pro syna."),
            ("need", "Někoho, s kým to projde."),
            ("ability", "Stará se o syna, pracuje."),
            ("possibility", "Pomůže sestra."),
        ],
    ),
    (
        "/negotiation/edit?part=situation",
        "/negotiation/edit",
        &[("situation", "Manžel odešel, zůstala sama se synem."), ("circle_of_persons", "fits")],
    ),
    (
        "/negotiation/edit?part=expectations",
        "/negotiation/edit",
        &[("can_fulfil", "zvládnout rozchod\nrodičovství"), ("cannot_fulfil", "ovlivnit manžela")],
    ),
    ("/negotiation/edit?part=fit", "/negotiation/edit", &[("is_understood", "yes")]),
    (
        "/commission",
        "/commission",
        &[("in_own_words", "zvládnout první týdny a domluvit péči o syna"), ("agreed_on", "16. 3. 2026")],
    ),
    (
        "/information",
        "/information",
        &[
            ("basic", "activity"),
            ("basic", "mission"),
            ("basic", "target_group"),
            ("basic", "methods"),
            ("principles", "basic_rules"),
            ("principles", "rights_and_duties"),
            ("principles", "confidentiality"),
            ("principles", "course_of_service"),
            ("principles", "complaints"),
            ("principles", "ending"),
            ("principles", "case_management"),
            ("given_on", "16. 3. 2026"),
        ],
    ),
    ("/counselling", "/counselling", &[("given_on", "16. 3. 2026"), ("information", "Jak podat návrh na výživné.")]),
    (
        "/inquiry",
        "/inquiry",
        &[
            ("method", "office"),
            ("day", "13. 3. 2026"),
            ("time", "9:00"),
            ("minutes", "30"),
            ("findings", "Domácnost je zajištěná."),
        ],
    ),
];

/// Somebody of the service whose folder is open, without a consultation.
pub fn folder(town: &Town, caller: &Caller) -> String {
    stage::folder(town, caller, "2026-03-03T14:20", None)
}

/// Fills everything that the agreement asks about but the named fields; a page is left out when none of its first
/// field is to be filled.
pub fn negotiate(worker: &Worker<'_>, folder: &str, without: &[&str]) {
    for (page, action, fields) in PARTS {
        let typed: Vec<_> = fields.iter().copied().filter(|(name, _)| !without.contains(name)).collect();
        if fields.first().is_some_and(|(name, _)| without.contains(name)) && typed.len() < 2 || typed.is_empty() {
            continue;
        }
        fill(worker, folder, (page, action), &typed);
    }
}

/// Fills all of it with other values of some fields: `negotiate_with(&dana, &folder, &[("day", "2. 3. 2026")])`.
pub fn negotiate_with(worker: &Worker<'_>, folder: &str, other: &[(&'static str, &'static str)]) {
    for (page, action, fields) in PARTS {
        let value =
            |name: &str, usual| other.iter().find(|(field, _)| *field == name).map_or(usual, |(_, value)| *value);
        let typed: Vec<_> = fields.iter().map(|(name, usual)| (*name, value(name, *usual))).collect();
        fill(worker, folder, (page, action), &typed);
    }
}

/// Fills one of those pages whole: `only(&alena, &folder, "/information")`.
pub fn only(worker: &Worker<'_>, folder: &str, wanted: &str) {
    let (page, action, fields) = PARTS.iter().find(|(page, _, _)| *page == wanted).unwrap();
    fill(worker, folder, (page, action), fields);
}

fn fill(worker: &Worker<'_>, folder: &str, (page, action): (&str, &str), typed: &[(&str, &str)]) {
    worker.fill(&format!("{folder}{page}"), &format!("{folder}{action}"), typed).must_be(303);
}

/// Fills one field of the negotiation.
pub fn write(worker: &Worker<'_>, folder: &str, part: &str, typed: &[(&str, &str)]) {
    fill(worker, folder, (&format!("/negotiation/edit?part={part}"), "/negotiation/edit"), typed);
}

/// Prepares the text and answers with what came back. `more` wins over what is typed here.
pub fn try_to_prepare(worker: &Worker<'_>, folder: &str, more: &[(&str, &str)]) -> Heard {
    let usual = [
        ("extent", SCOPE),
        ("place", "Lipová 12, Horní Vzorov"),
        ("hours", "po domluvě"),
        ("payment", "bez úhrady"),
        ("validity", "indefinite"),
        ("signer_role", "self"),
    ];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    worker.fill(&format!("{folder}/agreement/new"), &format!("{folder}/documents"), &typed)
}

/// The address of a prepared text.
pub fn prepare(worker: &Worker<'_>, folder: &str, more: &[(&str, &str)]) -> String {
    let prepared = try_to_prepare(worker, folder, more);
    prepared.must_be(303).location.split('?').next().unwrap().to_owned()
}

/// Records the signature of a prepared text. `more` wins over what is typed here.
pub fn sign(worker: &Worker<'_>, document: &str, more: &[(&str, &str)]) -> Heard {
    let usual = [("signed_on", "16. 3. 2026"), ("signer_role", "self"), ("signed_in", "Horní Vzorov")];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    let action = format!("{document}/signature");
    worker.fill(&action, &action, &typed)
}

/// What a finger leaves in the frame.
pub const STROKE: &str = "M120 240L160 110L210 300L260 180L330 210M380 150L430 260L520 170";

/// Hands the device over with a prepared text. `more` wins over what is typed here.
pub fn lend(worker: &Worker<'_>, document: &str, more: &[(&str, &str)]) -> Heard {
    let usual = [("signer_role", "self"), ("signed_in", "Horní Vzorov")];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    let action = format!("{document}/lending");
    worker.fill(&action, &action, &typed)
}

/// The client decides on the lent device. `more` wins over what is typed here; an empty value is not sent.
pub fn decide(worker: &Worker<'_>, document: &str, more: &[(&str, &str)]) -> Heard {
    let usual = [("decision", "consent"), ("written_name", "Klára Vzorná"), ("stroke", STROKE)];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).filter(|(_, value)| !value.is_empty()).collect();
    let page = format!("{document}/on-screen");
    worker.fill(&page, &page, &typed)
}

/// The worker has the device back and gives his password.
pub fn unlock(worker: &Worker<'_>, password: &str) -> Heard {
    worker.fill("/session/unlock", "/session/unlock", &[("password", password)])
}
