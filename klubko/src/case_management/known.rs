//! What a worker of the folder may read already, so that two services neither work on one thing nor find out the
//! same twice. Only parts of the case and what consented sharing shows him are compared; what the other service did
//! not share is not looked at.

use super::store::{cases, parts};
use crate::crossing::{self, Answer as Asked, Rests};
use crate::kernel::clock::day_of;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::messages_cs::InCzech;
use rules::case_management::{self, Part};
use rules::rule::Warning;
use rules::sharing::{ItemKind, Known, PartAnswer, known_already};

/// WARN: another service works on what is planned in the folder by this one.
pub fn overlap(folder: &Folder<'_>, new: &Part<'_>) -> Result<Option<Warning>, Failure> {
    let mut of_cases = Vec::new();
    for case in cases::all(folder)?.into_iter().filter(|case| case.ended_on.is_none()) {
        of_cases.extend(parts::all(folder, case.id)?.into_iter().filter(|one| one.ended_at.is_none()));
    }
    let asked = crossing::parts_of(folder)?;
    let of_cases = of_cases.iter().map(|one| Part { area: &one.area, part: &one.part, service: &one.service });
    let open: Vec<Part<'_>> = of_cases.chain(asked.iter().filter(|one| is_open(one)).map(taken)).collect();
    Ok(case_management::overlap(new, &open))
}

/// The other service has it and has not closed it.
fn is_open(one: &Asked) -> bool {
    one.answer == Some(PartAnswer::Accepted) && one.ended_at.is_none()
}

fn taken(one: &Asked) -> Part<'_> {
    let part = one.delimited_part.as_deref().filter(|text| !text.is_empty()).unwrap_or(&one.part);
    Part { area: &one.topic, part, service: &one.to_service }
}

/// Why somebody looks whether it is known already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose<'a> {
    /// The phase of assessing begins: everything that came counts.
    Assess,
    /// The other service is asked about a topic.
    Ask { topic: &'a str },
    /// An assessment of a topic is shared: one that went already counts too.
    ShareAssessment { topic: &'a str },
}

/// WARN: what came with the client's consent answers it already.
pub fn ask_about_known(form: &mut Form<'_>, folder: &Folder<'_>, purpose: Purpose<'_>) -> Result<(), Failure> {
    let mut all = came(folder)?;
    let topic = match purpose {
        Purpose::Assess => None,
        Purpose::Ask { topic } => Some(topic),
        Purpose::ShareAssessment { topic } => {
            all.extend(went(folder)?);
            Some(topic)
        }
    };
    let known: Vec<Known<'_>> = all.iter().map(|(topic, called)| Known { topic, called: called.clone() }).collect();
    if let Some(warning) = known_already(topic, &known) {
        form.warn(warning.rule(), warning.cs());
    }
    Ok(())
}

/// Topic and name of what the other service shared and the worker may read at this moment.
fn came(folder: &Folder<'_>) -> Result<Vec<(String, String)>, Failure> {
    let tells = |one: &crossing::Received| !one.is_on_law() && one.kind.answers_its_topic();
    let called = |one: crossing::Received| {
        let called = format!("{} ({}, {})", one.title, one.from_service, date(day_of(one.shared_at)));
        (one.topic, called)
    };
    Ok(crossing::received(folder)?.into_iter().filter(tells).map(called).collect())
}

/// Assessments of this service that the other one has.
fn went(folder: &Folder<'_>) -> Result<Vec<(String, String)>, Failure> {
    let now = folder.as_of();
    let lasts = |one: &crossing::Sent| {
        one.kind == ItemKind::Assessment && one.on_law().is_none() && one.rests(now) == Rests::InForce
    };
    let called = |one: crossing::Sent| {
        let called = format!("{} (předáno službě {}, {})", one.title, one.to_service, date(day_of(one.shared_at)));
        (one.topic, called)
    };
    Ok(crossing::sent(folder)?.into_iter().filter(lasts).map(called).collect())
}
