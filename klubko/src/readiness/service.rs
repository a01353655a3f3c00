//! `/readiness`: the folders of a service for its head, criterion by criterion, and which folders lack what. Numbers of
//! folders and key workers, none of what stands in the folders; those from which the head is excluded are nowhere.

use super::folder::{out_of, said};
use super::store::facts::{self, MOST, Row};
use super::verdicts::{self, Wording, counted};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::failure::Failure;
use crate::kernel::format_cs::count;
use crate::kernel::page::Page;
use crate::kernel::settings;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::coded::Coded;
use rules::readiness::{Criterion, Readiness};

/// So many folders stand on one page of the list.
const A_PAGE: usize = 50;

/// A criterion over all folders.
struct Line {
    code: &'static str,
    text: String,
    is_fundamental: bool,
    ready: usize,
    missing: usize,
    silent: usize,
    href: String,
}

/// A folder that lacks something.
struct Lacking {
    number: String,
    href: String,
    who: String,
    score: String,
    gaps: Vec<String>,
}

#[derive(Template)]
#[template(path = "readiness/service.html")]
struct Service<'v> {
    page: Page<'v>,
    is_closed: bool,
    /// How many folders were counted, in words.
    counted: String,
    is_cut: bool,
    lines: Vec<Line>,
    /// The criterion by which the list is filtered.
    chosen: String,
    lacking: Vec<Lacking>,
    newer: String,
    older: String,
}

/// A folder with what came out of each criterion.
type Found = (Row, Vec<(Wording, Readiness)>);

/// What is asked for in the address.
struct Asked {
    is_closed: bool,
    criterion: Option<Criterion>,
    page: usize,
}

impl Asked {
    fn of(visit: &Visit) -> Self {
        Self {
            is_closed: visit.query("of") == Some("closed"),
            criterion: visit.query("criterion").and_then(Criterion::from_code),
            page: visit.query("page").and_then(|typed| typed.parse().ok()).unwrap_or(0),
        }
    }

    fn address(&self, criterion: Option<Criterion>, page: usize) -> String {
        let of = self.is_closed.then(|| "of=closed".to_owned());
        let criterion = criterion.map(|one| format!("criterion={}", one.code()));
        let page = (page > 0).then(|| format!("page={page}"));
        let parts: Vec<_> = [of, criterion, page].into_iter().flatten().collect();
        if parts.is_empty() { "/readiness".to_owned() } else { format!("/readiness?{}", parts.join("&")) }
    }
}

pub fn page(visit: &Visit) -> Answer {
    let caseload = Caseload::open(visit)?;
    let asked = Asked::of(visit);
    let (criteria, found) = found(visit, &caseload, asked.is_closed)?;
    let lacking: Vec<Lacking> = found.iter().filter_map(|one| lacks(one, asked.criterion)).collect();
    let start = asked.page.saturating_mul(A_PAGE);
    let has_older = lacking.len() > start.saturating_add(A_PAGE);
    let newer = asked.page.checked_sub(1).map(|page| asked.address(asked.criterion, page));
    let chosen = criteria.iter().find(|one| Some(one.criterion) == asked.criterion);
    Response::page(&Service {
        page: Page::of(visit),
        is_closed: asked.is_closed,
        counted: count(i64::try_from(found.len()).unwrap_or(i64::MAX), "složka", "složky", "složek"),
        is_cut: found.len() >= MOST,
        lines: criteria.iter().map(|one| line(one, &found, &asked)).collect(),
        chosen: chosen.map_or_else(String::new, |one| format!("{} {}", one.criterion.code(), one.text)),
        newer: newer.unwrap_or_default(),
        older: if has_older { asked.address(asked.criterion, asked.page + 1) } else { String::new() },
        lacking: lacking.into_iter().skip(start).take(A_PAGE).collect(),
    })
}

/// Three statements, however many folders there are: the criteria, the settings, the folders.
fn found(visit: &Visit, caseload: &Caseload, is_closed: bool) -> Result<(Vec<Wording>, Vec<Found>), Failure> {
    let (unit, today) = (caseload.own()?.0, visit.today());
    let criteria = verdicts::in_use(unit, today)?;
    let months = settings::of(unit, caseload.service(), today)?.review_months;
    let of = |row: Row| {
        let found = verdicts::of(&row, &criteria, months, today);
        (row, found)
    };
    let rows = facts::of_service(caseload, is_closed)?.into_iter().map(of).collect();
    Ok((criteria, rows))
}

fn line(one: &Wording, found: &[Found], asked: &Asked) -> Line {
    let of = |wanted: fn(&Readiness) -> bool| {
        let all = found.iter().flat_map(|(_, found)| found);
        all.filter(|(wording, readiness)| wording.criterion == one.criterion && wanted(readiness)).count()
    };
    Line {
        code: one.criterion.code(),
        text: one.text.clone(),
        is_fundamental: one.is_fundamental,
        ready: of(|it| *it == Readiness::Ready),
        missing: of(|it| matches!(it, Readiness::Missing(_))),
        silent: of(|it| *it == Readiness::NotConcerned),
        href: format!("{}#lacking", asked.address(Some(one.criterion), 0)),
    }
}

/// What a folder lacks, of the chosen criterion or of all.
fn lacks((row, found): &Found, chosen: Option<Criterion>) -> Option<Lacking> {
    let wanted = found.iter().filter(|(one, _)| chosen.is_none_or(|criterion| one.criterion == criterion));
    let gaps = wanted.filter_map(|(one, readiness)| match readiness {
        Readiness::Missing(gaps) => {
            let said: Vec<_> = gaps.iter().map(|gap| said(*gap)).collect();
            Some(format!("{} {}", one.criterion.code(), said.join(", ")))
        }
        Readiness::Ready | Readiness::NotConcerned => None,
    });
    let gaps: Vec<_> = gaps.collect();
    let (ready, concerned) = counted(found);
    (!gaps.is_empty()).then(|| Lacking {
        number: row.number.clone(),
        href: format!("/folders/{}/readiness", row.folder_id),
        who: row.key_worker.clone().unwrap_or_else(|| "není určen".to_owned()),
        score: out_of(ready, concerned),
        gaps,
    })
}
