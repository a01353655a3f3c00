//! All versions of the plan with what was added, changed and ended between each and the one before it, and why.

use super::content::Content;
use super::differences::{self, Words};
use super::sources;
use super::store::agreed::{self, Agreed};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::weekday_date;
use crate::kernel::page::Page;
use crate::kernel::reasons::{self, Kept};
use crate::kernel::visit::Visit;
use crate::negotiation;
use askama::Template;
use rules::plan::Difference;

struct Changed {
    kind: &'static str,
    what: &'static str,
    title: String,
    fields: Vec<(&'static str, String, String)>,
}

struct Version {
    title: String,
    about: String,
    why: String,
    reasons: Vec<String>,
    changes: Vec<Changed>,
}

#[derive(Template)]
#[template(path = "plan/versions.html")]
struct Versions<'v> {
    page: Page<'v>,
    folder: FolderHead,
    /// What was changed since the newest version; none while nothing was.
    draft: Option<Vec<Changed>>,
    versions: Vec<Version>,
    back: String,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let now = Content::now(&folder)?;
    let found_out = sources::found_out(&folder, &negotiation::facts(&folder)?)?;
    let ways = code_list::items(folder.db(), "planning_way", folder.day())?;
    let words = Words { ways: &ways, sources: &found_out };
    let all = agreed::all(&folder, now.thread)?;
    let contents = all.iter().map(|one| Content::at(&folder, now.thread, one.recorded_at));
    let contents: Vec<Content> = contents.collect::<Result<_, Failure>>()?;
    let draft = contents.first().map(|last| differences::between(last, &now, &words));
    let draft = draft.filter(|changes| !changes.is_empty());
    let reasons = reasons::kept(&folder)?;
    let none = Content { thread: now.thread, head: None, goals: Vec::new() };
    let version = |(place, one): (usize, &Agreed)| {
        let before = contents.get(place + 1).unwrap_or(&none);
        let changes = contents.get(place).map(|after| differences::between(before, after, &words));
        Version {
            title: format!("Verze {}", one.number),
            about: format!("dohodnuta {}, {}", weekday_date(one.agreed_on), one.recorded_by),
            why: one.change_reason.clone(),
            reasons: Kept::about(&reasons, one.id),
            changes: changes.unwrap_or_default().into_iter().map(said).collect(),
        }
    };
    let versions = all.iter().enumerate().map(version).collect();
    Response::page(&Versions {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "plan")?,
        draft: draft.map(|changes| changes.into_iter().map(said).collect()),
        versions,
        back: folder.path("/plan"),
    })
}

fn said(one: Difference) -> Changed {
    match one {
        Difference::Added { title, fields } => {
            let fields = fields.into_iter().map(|(label, now)| (label, String::new(), now)).collect();
            Changed { kind: "ok", what: "přidáno", title, fields }
        }
        Difference::Changed { title, fields } => Changed { kind: "info", what: "změněno", title, fields },
        Difference::Ended { title } => Changed { kind: "", what: "ukončeno", title, fields: Vec::new() },
    }
}
