//! The page of the box.

use super::store::{self, Found};
use super::{actions, near, typed};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::failure::Failure;
use crate::kernel::format_cs;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::record::{self, RecentClient};
use askama::Template;
use rules::identity::phone::Phone;

const SHOWN: usize = 20;

#[derive(Template)]
#[template(path = "search/search.html")]
struct Search<'v> {
    page: Page<'v>,
    query: &'v str,
    /// Whom the worker saw last, before anything is typed.
    recent: Vec<RecentClient>,
    people: Vec<Line>,
    is_cut: bool,
    /// Nobody is called as it was typed.
    is_near: bool,
    actions: Vec<(&'static str, &'static str)>,
    /// Where an applicant of that name is begun; empty for who may not.
    begin: String,
    begin_label: String,
    nothing: String,
}

struct Line {
    href: String,
    name: String,
    about: String,
}

/// `/search?q=`
pub fn search(visit: &Visit) -> Answer {
    let typed = visit.query("q").unwrap_or_default().trim();
    let viewer = visit.viewer()?;
    let is_care_worker = viewer.subject().is_care_worker();
    let beginnings = typed::beginnings(typed);
    let (mut recent, mut found, mut is_near) = (Vec::new(), Vec::new(), false);
    if typed.is_empty() {
        recent = record::recent(&Caseload::open(visit)?, visit.now())?;
    } else {
        (found, is_near) = find(&Caseload::search(visit, typed)?, &beginnings)?;
    }
    Response::page(&Search {
        page: Page::of(visit),
        query: typed,
        recent,
        is_cut: found.len() > SHOWN,
        is_near,
        people: found.iter().take(SHOWN).map(line).collect(),
        actions: actions::matching(typed, is_care_worker, viewer.is_head()),
        nothing: format!("Nenašli jsme ‚{typed}‘. Zkuste příjmení, rok narození nebo číslo spisu."),
        begin_label: format!("Založit zájemce: {typed}"),
        begin: if is_care_worker { begin(typed) } else { String::new() },
    })
}

/// What was found, and whether only by forgiving a slip.
fn find(caseload: &Caseload, beginnings: &[String]) -> Result<(Vec<Found>, bool), Failure> {
    if beginnings.is_empty() {
        return Ok((Vec::new(), false));
    }
    let exact = store::find(caseload, beginnings)?;
    if exact.is_empty() { Ok((near::find(caseload, beginnings)?, true)) } else { Ok((exact, false)) }
}

/// Where it was found, so that two people of one name are told apart; of a colleague's folder only who holds it.
fn line(found: &Found) -> Line {
    let name = [found.family_name.as_str(), &found.given_name];
    let name = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let holder = match found.key_worker.as_str() {
        "" => "klíčový pracovník zatím není".to_owned(),
        who => format!("klíčový pracovník: {who}"),
    };
    if found.is_by_name_only() {
        return Line { href: String::new(), name, about: format!("{holder} · do složky nemáte přístup") };
    }
    let born = match (found.birth_date, found.birth_year) {
        (Some(day), _) => format!("narození {}", format_cs::date(day)),
        (None, Some(year)) => format!("ročník {year}"),
        (None, None) => String::new(),
    };
    let phone = Phone::stored(&found.phone).shown();
    let about = [format!("složka {}", found.number), born, phone, holder];
    let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Line { href: format!("/folders/{}", found.folder_id), name, about }
}

fn begin(typed: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("family_name", typed).finish();
    format!("/first-contacts/new?{query}")
}
