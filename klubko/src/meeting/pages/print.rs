//! `output.pdf`: what the meeting agreed about each client whose consent still lets it be read: goals, tasks, people, terms
//! . The minutes are never in it.

use super::super::store::outputs as rows;
use super::{output_view, title};
use crate::kernel::failure::Failure;
use crate::kernel::format_cs::weekday_moment;
use crate::kernel::meeting::Meeting;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use paper::{Fact, Paper, Paragraph, Section, Sheet};

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let meeting = Meeting::open(visit)?;
    let mut sections = Vec::new();
    for output in rows::of_meeting(&meeting)? {
        let view = output_view(&meeting, &output)?;
        let goals = view.goals.into_iter().map(|(goal, sign, until)| {
            Paragraph::item(format!("Cíl: {goal}. Splnění poznáme podle: {sign}, {until}."))
        });
        let tasks =
            view.tasks.into_iter().map(|(who, what, until)| Paragraph::item(format!("{who}: {what}, {until}.")));
        let paragraphs = goals.chain(tasks).collect();
        sections.push(Section { heading: Some(view.client), paragraphs, ..Section::default() });
    }
    if sections.is_empty() {
        let paragraphs = vec![Paragraph::plain("O nikom, koho smíme jmenovat, zatím není nic dohodnuto.")];
        sections.push(Section { paragraphs, ..Section::default() });
    }
    let facts = vec![
        Fact::new("Kdy", weekday_moment(meeting.starts_at())),
        Fact::new("Kde", meeting.place().to_owned()),
        Fact::new("Vede", meeting.chair().to_owned()),
    ];
    Ok(Paper::from(Sheet {
        imprint: imprint(visit, meeting.db(), meeting.service(), 1)?,
        file_stem: "vystup-z-porady",
        title: "Výstup z porady".to_owned(),
        subtitle: Some(title(&meeting)),
        folder_number: None,
        facts,
        sections,
    }))
}
