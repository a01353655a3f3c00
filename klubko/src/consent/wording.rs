//! What exactly the client is asked: the text is put together from what was agreed, the same for the screen, the paper
//! and the register (texts 6.7; ).

use super::sharing::Terms;
use crate::kernel::format_cs::date;
use crate::templates::{in_one_line, paragraphs};
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

/// The whole text, before the two answers; paragraphs are parted by blank lines.
pub(super) fn body(kind: ConsentKind, terms: &Terms, names: &Names) -> String {
    let said = match kind {
        ConsentKind::PersonalDataProcessing => Vec::new(),
        ConsentKind::CaseManagement => case_management(terms, names),
        ConsentKind::DataHandover => data_handover(terms, names),
        ConsentKind::ThirdParty => third_party(terms),
        ConsentKind::ChildParticipation => child(terms),
    };
    said.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn case_management(terms: &Terms, names: &Names) -> Vec<String> {
    let Names { here, there, .. } = names;
    vec![
        format!(
            "Byl/a jsem srozumitelně informován/a o možnosti případové spolupráce (case managementu) mezi službami \
             {here} a {there}."
        ),
        way(terms.direction, here, there),
        topics(terms),
        extent(terms),
        purpose(terms),
        validity(terms),
        "Vím, že služby si nepředávají celou dokumentaci a že souhlas mohu kdykoli odvolat; poskytování služby tím není \
         podmíněno."
            .to_owned(),
    ]
}

fn way(direction: Option<Direction>, here: &str, there: &str) -> String {
    match direction {
        Some(Direction::Both) => "Informace si smějí předávat obě služby navzájem.".to_owned(),
        Some(Direction::Outward) => format!("Informace smí předávat jen služba {here} službě {there}."),
        Some(Direction::Inward) => format!("Informace smí předávat jen služba {there} službě {here}."),
        None => String::new(),
    }
}

/// The statement of interest in the words of the methodology, with the purpose of the data on health.
fn data_handover(terms: &Terms, names: &Names) -> Vec<String> {
    let there = &names.there;
    vec![
        format!("Souhlasím s tím, aby služba {} zapsala a předala tyto údaje: {}.", names.here, line(&terms.extent)),
        purpose(terms),
        format!(
            "Mám zájem o službu {there}. V této souvislosti souhlasím s předáním výše uvedených údajů do služby {there} \
             (zastoupené pracovníky {}).",
            names.workers.join(", ")
        ),
        validity(terms),
        "Vím, že nikdo jiný údaje nedostane a že souhlas mohu kdykoli odvolat; poskytování služby tím není podmíněno."
            .to_owned(),
    ]
}

fn third_party(terms: &Terms) -> Vec<String> {
    vec![
        format!("Služba mi vysvětlila, proč by bylo dobré přizvat: {}.", line(&terms.addressee)),
        topics(terms),
        extent(terms),
        purpose(terms),
        validity(terms),
        "Vím, že souhlas mohu kdykoli odvolat; poskytování služby tím není podmíněno.".to_owned(),
    ]
}

fn child(terms: &Terms) -> Vec<String> {
    vec![
        format!("Souhlas se týká účasti dítěte: {}.", line(&terms.addressee)),
        format!("Čeho se bude účastnit: {}.", line(&terms.extent)),
        purpose(terms),
        validity(terms),
        "Vím, že souhlas mohu kdykoli odvolat. Dítě se ptáme také a jeho „ne“ respektujeme.".to_owned(),
    ]
}

fn topics(terms: &Terms) -> String {
    if terms.topics.is_empty() {
        String::new()
    } else {
        format!("Souhlas se týká témat: {}.", terms.topics.join("; "))
    }
}

fn extent(terms: &Terms) -> String {
    format!("Rozsah informací: {}.", line(&terms.extent))
}

fn purpose(terms: &Terms) -> String {
    format!("Účel: {}.", line(&terms.purpose))
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
