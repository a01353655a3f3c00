//! „Případová spolupráce“: one page with everything of the case, and of the other service what its consent lets see.

use super::super::store::cases::{self, Case};
use super::super::store::course::{self, Proposal};
use super::super::store::parts::{self, Part};
use super::super::store::people::{self, Lead, Member};
use super::communication;
use super::joined::{self, Theirs};
use super::met::{self, Met};
use super::{HOME, client_not_heard, standing_of};
use crate::crossing;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, moment, weekday_date};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::reasons::{self, Kept};
use crate::kernel::visit::Visit;
use askama::Template;
use jiff::civil::Date;
use rules::access::Act;
use rules::case_management::{EmployerKind, Mode, Phase, State};
use rules::coded::Coded;
use rules::sharing::PartAnswer;

pub struct Line {
    pub title: String,
    pub about: Vec<String>,
    pub badge: String,
    pub way: Option<(&'static str, String)>,
}

struct PartRow {
    part: String,
    area: String,
    service: String,
    is_ended: bool,
    end: String,
    /// Why it was added although another service works on it.
    reason: String,
}

/// One case, ready to print.
struct CaseView {
    path: String,
    badge: (&'static str, String),
    facts: Vec<(&'static str, String)>,
    goal: String,
    reasons: String,
    bars: Vec<(&'static str, &'static str, String)>,
    /// Its name, and whether it is the one now.
    phases: Vec<(String, bool)>,
    phase_lines: Vec<(String, String)>,
    leads: Vec<(String, String)>,
    members: Vec<Line>,
    parts: Vec<PartRow>,
    services: Vec<String>,
    participation: Vec<(String, String)>,
    proposals: Vec<Line>,
    may: bool,
    may_end: bool,
}

#[derive(Template)]
#[template(path = "case_management/overview.html")]
struct Overview<'v> {
    page: Page<'v>,
    folder: FolderHead,
    case: Option<CaseView>,
    earlier: Vec<(String, String)>,
    communications: Vec<Line>,
    /// Where a communication is written: words, address.
    ways: Vec<(String, String)>,
    meetings: Vec<Met>,
    theirs: Vec<Theirs>,
    sent: Vec<(String, String)>,
    came: Vec<(String, String)>,
    new: String,
    print: String,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let all = cases::all(&folder)?;
    let runs = all.first().filter(|case| case.ended_on.is_none());
    let shown = runs.or(all.first());
    let may = !folder.is_past() && folder.may(Act::LeadCaseManagement);
    let is_running = runs.map_or(Ok(false), |case| standing_of(&folder, case).map(|(state, ..)| state.is_running()))?;
    let own = visit.viewer()?.service_name().to_owned();
    let view = shown.map(|case| view(&folder, case, (own, may))).transpose()?;
    let others = all.iter().filter(|case| shown.is_none_or(|shown| shown.id != case.id));
    let way = |holds: bool, page: &str| if holds { folder.path(page) } else { String::new() };
    let (sent, came) = joined::known_already(&folder)?;
    Response::page(&Overview {
        sent,
        came,
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "team")?,
        communications: communication::lines(&folder)?,
        ways: communication::ways(&folder, runs.filter(|_| is_running).map(|case| case.id))?,
        meetings: met::all(&folder)?,
        earlier: others.map(|case| (case.goal.clone(), ended(case))).collect(),
        theirs: joined::theirs(&folder)?,
        new: way(may && runs.is_none(), "/case-management/new"),
        print: way(view.is_some() && folder.may(Act::PrintCaseManagement), "/case-management/helpers.pdf"),
        case: view,
    })
}

/// `Skončila 3. 6. 2026, cíle je dosaženo: …`
fn ended(case: &Case) -> String {
    let (on, reason) = (case.ended_on.map(date), case.end_reason.map(|reason| reason.cs()));
    let note = case.end_note.clone().unwrap_or_default();
    format!("Skončila {}, {}: {note}", on.unwrap_or_default(), reason.unwrap_or_default())
}

fn view(folder: &Folder<'_>, case: &Case, (own, may): (String, bool)) -> Result<CaseView, Failure> {
    let (state, phase, heard_on) = standing_of(folder, case)?;
    let may_write = may && state.is_running();
    let path = folder.path(&format!("{HOME}/{}", case.id));
    let entered = course::phases(folder, case.id)?;
    let kept = reasons::kept(folder)?;
    let said = |one: &course::Entered| {
        let said = [one.note.clone(), Kept::about(&kept, one.id).join(" · ")];
        said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let phase_lines = entered.iter().map(|one| (phase_line(one), said(one))).collect();
    let members = people::members(folder, case.id)?;
    let proposals = course::proposals(folder, case.id)?;
    let took_part = course::participation(folder, case.id)?;
    let part = |one: &course::TookPart| (format!("{}, {}", date(one.took_part_on), one.way.cs()), one.note.clone());
    let parts = rows(folder, case, (&path, may_write), &kept)?;
    let mut bars = Vec::new();
    if state == State::Stopped {
        bars.push(("warn", "Spolupráce je zastavená.", STOPPED.to_owned()));
    }
    if let Some(warning) = client_not_heard(folder, case, heard_on)?.filter(|_| state == State::Active) {
        bars.push(("warn", "Klient.", warning.cs().into_owned()));
    }
    if let Some(other) = case.far_service_id.filter(|_| case.mode == Mode::Active && state.is_running()) {
        bars.push(meeting(cases::next_meeting(folder, other)?));
    }
    if state == State::Closed {
        bars.push(("info", "Spolupráce skončila.", ended(case)));
    }
    Ok(CaseView {
        badge: badge(state),
        facts: facts(case),
        goal: case.goal.clone(),
        reasons: case.reasons.clone(),
        bars,
        phases: Phase::ALL.iter().map(|one| (one.cs().into_owned(), Some(*one) == phase)).collect(),
        phase_lines,
        leads: people::leads(folder, case.id)?.iter().map(lead_line).collect(),
        members: members.iter().map(|one| member_line(one, (&path, may_write))).collect(),
        services: columns(own, case, &parts),
        parts,
        participation: took_part.iter().map(part).collect(),
        proposals: proposals.iter().map(|one| proposal_line(one, (&path, may_write))).collect(),
        may: may_write,
        may_end: may && state != State::Closed,
        path,
    })
}

/// An active team meets: when, or that nothing is planned.
fn meeting(next: Option<Date>) -> (&'static str, &'static str, String) {
    match next {
        Some(on) => ("info", "Příští porada:", format!("{}.", weekday_date(on))),
        None => ("warn", "Porada.", "Tým se má pravidelně scházet a příští porada není naplánovaná.".to_owned()),
    }
}

const STOPPED: &str = "Souhlas klienta neplatí. Mezi službami se nic nesdílí, ve vlastní službě práce pokračuje. \
     Spolupráci můžete ukončit, nebo s klientem probrat nový souhlas.";

fn badge(state: State) -> (&'static str, String) {
    let kind = match state {
        State::Active | State::Monitoring => "ok",
        State::Consented | State::Proposed => "info",
        State::Stopped => "warn",
        State::Closed => "",
    };
    (kind, state.cs().into_owned())
}

fn facts(case: &Case) -> Vec<(&'static str, String)> {
    let outside = EmployerKind::from_code(&case.outside_kind)
        .map(|kind| format!("{}, {} ({})", case.outside_name, case.outside_employer, kind.cs()));
    let facts = [
        ("Kdo na případu pracuje", case.form.cs().into_owned()),
        ("Druhá služba", case.far_service.clone().unwrap_or_default()),
        ("Jak tým pracuje", case.mode.cs().into_owned()),
        ("Od", date(case.begun_on)),
        ("Zapsal/a", format!("{} {}", case.recorded_by, moment(case.recorded_at))),
        ("Jazyk", case.language.clone()),
        ("Tlumočník", case.interpreter.clone()),
        ("Na co dát ohled", case.cultural_note.clone()),
        ("Klíčový pracovník odjinud", outside.unwrap_or_default()),
    ];
    facts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

fn phase_line(one: &course::Entered) -> String {
    format!("{} od {}, {}", one.phase.cs(), date(one.begun_on), one.recorded_by)
}

fn lead_line(one: &Lead) -> (String, String) {
    let what = if one.is_contact { "kontaktní pracovník" } else { "vede celý případ" };
    let from = date(clock::day_of(one.from_at));
    let period = one
        .until_at
        .map_or_else(|| format!("od {from}"), |until| format!("od {from} do {}", date(clock::day_of(until))));
    (format!("{} ({})", one.name, one.service), format!("{what}, {period}"))
}

fn member_line(one: &Member, (path, may): (&str, bool)) -> Line {
    let place = one.service.as_ref().map_or(String::new(), |service| format!(" ({service})"));
    let mut about = vec![one.role.clone()];
    let said = [
        ("Potřeba", &one.need),
        ("Část zakázky", &one.for_part),
        ("Očekávání", &one.expectation),
        ("Proč mentor", &one.mentor_reason),
        ("Zvoleno s klientem", &one.participation),
    ];
    about.extend(said.iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| format!("{label}: {text}")));
    let left = one.left_on.map(|on| format!("Odchod {}: {}", date(on), one.left_with.clone().unwrap_or_default()));
    about.push(format!("Vstup {}", date(one.entered_on)));
    about.extend(left);
    let way = (may && one.left_on.is_none()).then(|| ("Odchod", format!("{path}/members/{}/exit", one.id)));
    let badge = if one.left_on.is_some() { "už není v týmu".to_owned() } else { String::new() };
    Line { title: format!("{}{place}", one.who()), about, badge, way }
}

/// The parts of the case, and those of the commission that another service took up.
fn rows(folder: &Folder<'_>, case: &Case, way: (&str, bool), kept: &[Kept]) -> Result<Vec<PartRow>, Failure> {
    let own = parts::all(folder, case.id)?;
    let asked = crossing::parts_of(folder)?;
    let taken = asked.into_iter().filter(|one| one.answer == Some(PartAnswer::Accepted)).map(|one| PartRow {
        part: one.delimited_part.unwrap_or(one.part),
        area: one.topic,
        service: one.to_service,
        is_ended: one.ended_at.is_some(),
        end: String::new(),
        reason: String::new(),
    });
    Ok(own.iter().map(|one| part_row(one, way, kept)).chain(taken).collect())
}

/// Our own service, the other one of the team, and whoever else took something up.
fn columns(own: String, case: &Case, parts: &[PartRow]) -> Vec<String> {
    let mut services = vec![own];
    for service in case.far_service.iter().chain(parts.iter().map(|row| &row.service)) {
        if !services.contains(service) {
            services.push(service.clone());
        }
    }
    services
}

fn part_row(one: &Part, (path, may): (&str, bool), kept: &[Kept]) -> PartRow {
    let is_ended = one.ended_at.is_some();
    let end = if may && !is_ended { format!("{path}/parts/{}/end", one.id) } else { String::new() };
    let (part, area, service) = (one.part.clone(), one.area.clone(), one.service.clone());
    PartRow { part, area, service, is_ended, end, reason: Kept::about(kept, one.id).join(" · ") }
}

fn proposal_line(one: &Proposal, (path, may): (&str, bool)) -> Line {
    let mut about = vec![format!("{}, {}", one.proposed_by, weekday_date(one.proposed_on))];
    if let (Some(choice), Some(on)) = (one.choice, one.consulted_on) {
        let words = one.clients_words.as_deref().unwrap_or_default();
        let said = if words.is_empty() { String::new() } else { format!(" „{words}“") };
        about.push(format!("Probráno {}: {}.{said}", date(on), choice.cs()));
    }
    let opens = one.choice.is_some_and(|choice| choice.opens_the_plan());
    let badge = match one.choice {
        _ if one.step_id.is_some() => "v plánu".to_owned(),
        None => "čeká na klienta".to_owned(),
        Some(choice) => choice.cs().into_owned(),
    };
    let way = match opens {
        _ if !may || one.step_id.is_some() => None,
        true => Some(("Zařadit do plánu", format!("{path}/proposals/{}/step", one.id))),
        false => Some(("Zapsat rozhodnutí klienta", format!("{path}/proposals/{}/choice", one.id))),
    };
    Line { title: one.proposal.clone(), about, badge, way }
}
