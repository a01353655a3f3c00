//! The individual plan on paper: the newest version that was agreed, as it stood then; a draft says that it is one.

use super::content::{Content, Planned};
use super::sources::{self, Source};
use super::store::agreed::{self, Agreed};
use super::view;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, weekday_date};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::reasons::{self, Kept};
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use crate::{folders, negotiation};
use paper::{Column, Fact, GoalOnPaper, IndividualPlan, Paper, Paragraph, Signature, Table};
use rules::plan::Participation;

/// What is printed: the plan of the newest version, and that version; of a draft as it stands.
pub(super) fn printed(folder: &Folder<'_>) -> Result<(Content, Option<Agreed>), Failure> {
    let now = Content::now(folder)?;
    let last = agreed::all(folder, now.thread)?.into_iter().next();
    match last {
        Some(last) => Ok((Content::at(folder, now.thread, last.recorded_at)?, Some(last))),
        None if now.is_empty() => Err(Failure::Absent),
        None => Ok((now, None)),
    }
}

pub fn plan(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let (content, agreed) = printed(&folder)?;
    let facts = negotiation::facts(&folder)?;
    let sources = sources::found_out(&folder, &facts)?;
    let title = if agreed.is_some() { "Individuální plán" } else { "Individuální plán – rozpracovaný" };
    Ok(Paper::from(IndividualPlan {
        imprint: imprint(visit, folder.db(), folder.service(), 1)?,
        title: title.to_owned(),
        version: version(agreed.as_ref()),
        folder_number: folder.number().to_owned(),
        is_plain: false,
        facts: about(&folder, &content, agreed.as_ref())?,
        beginning: beginning(&facts.situation, &facts.commission_words),
        goals: content.goals.iter().enumerate().map(|(place, one)| goal(place + 1, one, &sources)).collect(),
        ending: ending(&folder, agreed.as_ref())?,
        signatures: signatures(&folder, agreed.as_ref()),
    }))
}

pub(super) fn version(agreed: Option<&Agreed>) -> Option<u32> {
    agreed.and_then(|one| u32::try_from(one.number).ok())
}

/// Labelled lines; an empty one leaves no label.
pub(super) fn filled(facts: &[(&str, String)]) -> Vec<Fact> {
    let written = facts.iter().filter(|(_, value)| !value.trim().is_empty());
    written.map(|(label, value)| Fact::new(*label, value.clone())).collect()
}

fn about(folder: &Folder<'_>, content: &Content, agreed: Option<&Agreed>) -> Result<Vec<Fact>, Failure> {
    let ways = code_list::items(folder.db(), "planning_way", folder.day())?;
    let head = content.head.as_ref();
    let text = |of: fn(&super::store::read::Head) -> &String| head.map(|head| of(head).clone()).unwrap_or_default();
    let of_agreed = |of: fn(&Agreed) -> String| agreed.map(of).unwrap_or_default();
    Ok(filled(&[
        ("Klient", folder.name()),
        ("Dohodnuto", of_agreed(|one| weekday_date(one.agreed_on))),
        ("Sepsal/a", of_agreed(|one| one.recorded_by.clone())),
        ("Účast klienta", of_agreed(|one| format!("{}: {}", one.participation.cs(), one.participation_note))),
        ("Za klienta", of_agreed(|one| one.representative.clone())),
        ("Vysvětleno", folders::explained_or(folder, &of_agreed(|one| one.explained.clone()))?),
        ("Příští hodnocení", of_agreed(|one| weekday_date(one.review_on))),
        ("Důvod změny", of_agreed(|one| one.change_reason.clone())),
        ("Způsob plánování", head.map(|head| code_list::labels(&ways, &head.planning_way)).unwrap_or_default()),
        ("Proč právě tento", text(|head| &head.way_reason)),
        ("Silné stránky", text(|head| &head.strengths)),
        ("Rizika", text(|head| &head.risks)),
        ("Podle čeho pomoc skončí", text(|head| &head.exit_criteria)),
    ]))
}

/// the situation leads; then the commission in the client's own words.
fn beginning(situation: &str, commission: &str) -> Vec<Paragraph> {
    let part = |heading: &str, text: String| [Paragraph::heading(heading), Paragraph::plain(text)];
    let situation = (!situation.is_empty()).then(|| part("Nepříznivá sociální situace", situation.to_owned()));
    let words = format!("„{}“", commission.trim_end_matches('.'));
    let commission = (!commission.is_empty()).then(|| part("Zakázka slovy klienta", words));
    [situation, commission].into_iter().flatten().flatten().collect()
}

fn goal(number: usize, one: &Planned, sources: &[Source]) -> GoalOnPaper {
    let goal = &one.goal;
    let (_, state) = goal.state();
    let outside = if goal.is_outside_purpose { "ano" } else { "" };
    let step = |step: &super::store::read::Step| {
        let line = view::line(step, String::new());
        let due = step.due_on.map(date).unwrap_or_default();
        vec![line.what, line.who, due, line.state]
    };
    let columns = vec![Column::new("Krok", 6), Column::new("Kdo", 4), Column::new("Do kdy", 3), Column::new("Stav", 3)];
    GoalOnPaper {
        heading: format!("Cíl {number}: {}", goal.goal),
        words: goal.in_own_words.clone(),
        facts: filled(&[
            ("Jak poznáme splnění", goal.success_indicator.clone()),
            ("Do kdy", goal.horizon_on.map(date).unwrap_or_default()),
            ("Z čeho vychází", sources::in_words(sources, &goal.links)),
            ("Mimo poslání služby", outside.to_owned()),
            ("Stav", state),
            ("Proč byl ukončen", goal.end_reason.clone()),
        ]),
        steps: Some(Table { columns, rows: one.steps.iter().map(step).collect() }),
        sentences: Vec::new(),
    }
}

/// Reasons that answered the questions of the deed stand on the plan too.
fn ending(folder: &Folder<'_>, agreed: Option<&Agreed>) -> Result<Vec<Paragraph>, Failure> {
    let Some(agreed) = agreed else { return Ok(Vec::new()) };
    let reasons = Kept::about(&reasons::kept(folder)?, agreed.id);
    Ok(reasons.into_iter().map(Paragraph::plain).collect())
}

pub(super) fn signatures(folder: &Folder<'_>, agreed: Option<&Agreed>) -> Vec<Signature> {
    let Some(agreed) = agreed else { return Vec::new() };
    let (client, worker) = (Signature::client(folder.name()), Signature::worker(&agreed.recorded_by));
    match agreed.participation {
        Participation::TookPart => vec![client, worker],
        Participation::Impossible => vec![Signature::representative(&agreed.representative), worker],
    }
}
