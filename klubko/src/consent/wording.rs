//! What exactly the client is asked: the service's template filled in with what was agreed, the same for the screen, the
//! paper and the register (texts 6.7; ). What was signed keeps its words and the version of the template.

use super::sharing::Terms;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::templates::{self, Filling, Template, compose, in_one_line, paragraphs};
use paper::Paragraph;
use rules::consent::sharing::Direction;
use rules::consent::{ConsentKind, Decision};

/// Names that stand in the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// The service that asks.
    pub(super) here: String,
    /// The service that it is about; empty when none of this provider is.
    pub(super) there: String,
    /// Workers who receive.
    pub(super) workers: Vec<String>,
}

/// The title of the paper.
pub(super) fn title(kind: ConsentKind) -> &'static str {
    match kind {
        ConsentKind::PersonalDataProcessing => "Rozhodnutí o údajích",
        ConsentKind::CaseManagement => "Souhlas s případovou spoluprací",
        ConsentKind::DataHandover => "Předání údajů jiné službě",
        ConsentKind::ThirdParty => "Souhlas s přizváním třetí osoby",
        ConsentKind::ChildParticipation => "Souhlas s účastí dítěte",
    }
}

/// The texts of this kind among the templates; none for the processing of data, which has papers of its own.
fn template_of(kind: ConsentKind) -> Option<&'static str> {
    match kind {
        ConsentKind::PersonalDataProcessing => None,
        ConsentKind::CaseManagement => Some(templates::COOPERATION_CONSENT),
        ConsentKind::DataHandover => Some(templates::HANDOVER_CONSENT),
        ConsentKind::ThirdParty => Some(templates::THIRD_PARTY_CONSENT),
        ConsentKind::ChildParticipation => Some(templates::CHILD_CONSENT),
    }
}

/// A text with the version of the template that it was made of.
#[derive(Clone, Debug, Default)]
pub(super) struct Worded {
    pub(super) body: String,
    pub(super) version: Option<i64>,
}

/// Which wording is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Version {
    InForce,
    /// That of a text prepared earlier.
    Of(i64),
}

/// The whole text, before the two answers; paragraphs are parted by blank lines, and one with nothing to say is left out.
///
/// Errors: a broken template of the provider is refused with what is wrong in it.
pub(super) fn body(
    folder: &Folder<'_>,
    kind: ConsentKind,
    version: Version,
    said: (&Terms, &Names),
) -> Result<Worded, Failure> {
    let Some(code) = template_of(kind) else { return Ok(Worded::default()) };
    let (unit, service) = (folder.db(), folder.service());
    let template = match version {
        Version::InForce => templates::in_force(unit, service, code, folder.today())?,
        Version::Of(version) => templates::of_version(unit, service, code, version)?,
    };
    filled(&template, said)
}

/// The same for what is recorded: where the provider's text is broken, the house's own is taken, so that the client's
/// answer is never lost.
pub(super) fn body_or_house(
    folder: &Folder<'_>,
    kind: ConsentKind,
    version: Version,
    said: (&Terms, &Names),
) -> Result<Worded, Failure> {
    match (body(folder, kind, version, said), template_of(kind)) {
        (Err(Failure::Refused(_)), Some(code)) => filled(&templates::of_house(code), said),
        (worded, _) => worded,
    }
}

fn filled(template: &Template, (terms, names): (&Terms, &Names)) -> Result<Worded, Failure> {
    let (extent, purpose, addressee) = (line(&terms.extent), line(&terms.purpose), line(&terms.addressee));
    let (way, topics, validity) = (way(terms.direction, &names.here, &names.there), topics(terms), validity(terms));
    let workers = names.workers.join(", ");
    let filling: [Filling<'_>; 10] = [
        ("služba", &names.here),
        ("druhá služba", &names.there),
        ("směr", &way),
        ("témata", &topics),
        ("rozsah", &extent),
        ("účel", &purpose),
        ("platnost", &validity),
        ("pracovníci", &workers),
        ("koho", &addressee),
        ("dítě", &addressee),
    ];
    let text = compose(&template.body, &filling)?;
    let said: Vec<&str> = text.split("\n\n").map(str::trim).filter(|one| !one.is_empty()).collect();
    Ok(Worded { body: said.join("\n\n"), version: Some(template.version) })
}

fn way(direction: Option<Direction>, here: &str, there: &str) -> String {
    match direction {
        Some(Direction::Both) => "Informace si smějí předávat obě služby navzájem.".to_owned(),
        Some(Direction::Outward) => format!("Informace smí předávat jen služba {here} službě {there}."),
        Some(Direction::Inward) => format!("Informace smí předávat jen služba {there} službě {here}."),
        None => String::new(),
    }
}

fn topics(terms: &Terms) -> String {
    if terms.topics.is_empty() {
        String::new()
    } else {
        format!("Souhlas se týká témat: {}.", terms.topics.join("; "))
    }
}

fn validity(terms: &Terms) -> String {
    match (terms.valid_from, terms.valid_until) {
        (Some(from), Some(until)) => format!("Platnost: od {} do {}.", date(from), date(until)),
        (Some(from), None) => format!("Platnost: od {} do odvolání.", date(from)),
        _ => String::new(),
    }
}

fn line(text: &str) -> String {
    in_one_line(text)
}

/// The sentence that stands in the documentation about a handover: exactly one of the two.
pub(super) fn handover_sentence(decision: Decision, there: &str) -> String {
    let says = match decision {
        Decision::Consent => "souhlasí",
        Decision::Dissent => "nesouhlasí",
    };
    format!("Klient {says} s\u{a0}předáním osobních a citlivých údajů do služby {there}.")
}

/// The text with the two answers: unticked while nobody has decided, with the decision afterwards.
pub(super) fn with_answers(body: &str, decided: Option<Decision>) -> Vec<Paragraph> {
    let mark = |answer: Decision| if decided == Some(answer) { "☒" } else { "☐" };
    let answers = format!("{} Souhlasím\n{} Nesouhlasím", mark(Decision::Consent), mark(Decision::Dissent));
    paragraphs(body).into_iter().chain([Paragraph::plain(answers)]).collect()
}
