//! One evaluation in plain words and large type, for the client to keep.

use super::evaluated::find;
use super::store::evaluations::{self, Evaluation, GoalOutcome};
use crate::folders::{Plain, led, plain_paper, quoted};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::kernel::visit::Visit;
use paper::{Paper, Paragraph};
use rules::evaluation::{Conclusion, GoalResult};

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let one = find(&folder, visit.path("evaluation")?)?;
    let outcomes = evaluations::results(&folder, &one)?;
    let plain = Plain {
        file_stem: "hodnoceni",
        title: "Jak se nám dařilo",
        facts: vec![("Kdy", date(one.evaluated_on)), ("Kdo u toho byl", one.participants.clone())],
        parts: vec![
            ("Co jsme chtěli a jak to dopadlo", outcomes.iter().map(outcome).collect()),
            ("Jak to vidíte Vy", quoted(&one.clients_view)),
            ("Jak to vidíme my", led("", &one.workers_view).into_iter().collect()),
            ("Co bude dál", next(&one)),
        ],
        explained: one.explained.clone(),
    };
    plain_paper(visit, &folder, plain)
}

fn outcome(one: &GoalOutcome) -> Paragraph {
    let came = match one.result {
        GoalResult::Met => "Povedlo se.",
        GoalResult::Partly => "Povedlo se zčásti.",
        GoalResult::Unmet => "Zatím se nepovedlo.",
        GoalResult::Running => "Pracujeme na tom dál.",
    };
    let goal = one.goal.trim().trim_end_matches('.');
    Paragraph::item(format!("{goal}: {came} {}", one.note).trim_end().to_owned())
}

fn next(one: &Evaluation) -> Vec<Paragraph> {
    let lead = match one.conclusion {
        Conclusion::End => "Naše spolupráce končí.",
        Conclusion::NewCommission => "Domluvili jsme se na něčem novém:",
        Conclusion::Continue => "Pokračujeme podle plánu.",
    };
    let words = one.commission.as_deref().map(quoted).unwrap_or_default();
    let review = one.next_review_on.map(|day| format!("Znovu se na to spolu podíváme do {}.", date(day)));
    std::iter::once(Paragraph::plain(lead)).chain(words).chain(review.map(Paragraph::plain)).collect()
}
