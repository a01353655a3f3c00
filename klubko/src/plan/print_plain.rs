//! The plan in plain Czech and large type, for the client to keep: goals, who does what and until when, when it
//! is looked at again. What is the workers' own reasoning is not there.

use super::content::Planned;
use super::print::{filled, printed, signatures, version};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use crate::{folders, negotiation, ties};
use paper::{GoalOnPaper, IndividualPlan, Paper, Paragraph};
use rules::plan::Doer;

pub fn plan(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let (content, agreed) = printed(&folder)?;
    let facts = negotiation::facts(&folder)?;
    let key_worker = ties::key_worker(&folder)?.map(|one| one.name).unwrap_or_default();
    let on = agreed.as_ref().map(|one| date(one.agreed_on)).unwrap_or_default();
    let own = agreed.as_ref().map(|one| one.explained.clone()).unwrap_or_default();
    let strengths = content.head.as_ref().map(|head| head.strengths.clone()).unwrap_or_default();
    let mut beginning = said("Co si přejete", &quoted(&facts.commission_words));
    beginning.extend(said("Co umíte a o co se můžete opřít", &strengths));
    let review = agreed.as_ref().map(|one| format!("Spolu se na plán znovu podíváme do {}.", date(one.review_on)));
    let mut ending = said("Co bude dál", &review.unwrap_or_default());
    ending.push(Paragraph::plain("Plán můžete kdykoli změnit. Stačí nám to říct."));
    Ok(Paper::from(IndividualPlan {
        imprint: imprint(visit, folder.db(), folder.service(), 1)?,
        title: "Váš plán".to_owned(),
        version: version(agreed.as_ref()),
        folder_number: folder.number().to_owned(),
        is_plain: true,
        facts: filled(&[
            ("Plán pro", folder.name()),
            ("Dohodli jsme se", on),
            ("Pomáhá Vám", key_worker),
            ("Vysvětleno", folders::explained_or(&folder, &own)?),
        ]),
        beginning,
        goals: content.open_goals().map(|(_, one)| one).enumerate().map(|(place, one)| goal(place + 1, one)).collect(),
        ending,
        signatures: signatures(&folder, agreed.as_ref()),
    }))
}

fn quoted(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("„{}“", words.trim_end_matches('.')) }
}

/// A heading with its text; nothing for none.
fn said(heading: &str, text: &str) -> Vec<Paragraph> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    vec![Paragraph::heading(heading), Paragraph::plain(text)]
}

fn goal(number: usize, one: &Planned) -> GoalOnPaper {
    let goal = &one.goal;
    let sentence = |lead: &str, text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| Paragraph::plain(format!("{lead} {text}")))
    };
    let horizon = goal.horizon_on.map(|day| format!("{}.", date(day))).unwrap_or_default();
    let known = sentence("Poznáme to podle toho:", &goal.success_indicator);
    let until = sentence("Chceme to stihnout do", &horizon);
    let open: Vec<_> = one.steps.iter().filter(|step| !step.is_settled()).collect();
    let lead = (!open.is_empty()).then(|| Paragraph::plain("Kdo co udělá:"));
    let step = |step: &&super::store::read::Step| {
        let who = match step.doer() {
            Some(Doer::Client) => "Vy".to_owned(),
            Some(Doer::Worker | Doer::Other) | None => step.who(),
        };
        let who = if who.is_empty() { String::new() } else { format!("{who}: ") };
        let due = step.due_on.map(|day| format!(" (do {})", date(day))).unwrap_or_default();
        Paragraph::item(format!("{who}{}{due}", step.step))
    };
    let words = if goal.in_own_words.is_empty() { goal.goal.clone() } else { goal.in_own_words.clone() };
    let sentences = [known, until, lead].into_iter().flatten().chain(open.iter().map(step)).collect();
    GoalOnPaper { heading: format!("Cíl {number}"), words, sentences, ..GoalOnPaper::default() }
}
