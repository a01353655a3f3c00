//! The register: every decision with its exact words, what it means now, and what the processing really rests on.

use super::sharing::known;
use super::standing::{self, moment_of, state_of};
use super::store::{self, Recorded};
use super::{register_sharing, secrecy};
use crate::documents::{self, Papers};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, moment};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::messages_cs::consent::article;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::signing::{self, Shown};
use askama::Template;
use rules::access::Act;
use rules::consent::{ConsentForm, Decision, LegalGround, State};
use rules::instant::Moment;

#[derive(Template)]
#[template(path = "consent/register.html")]
struct Register<'v> {
    page: Page<'v>,
    folder: FolderHead,
    badge: (&'static str, String),
    decisions: Vec<Line>,
    grounds: Vec<(String, String)>,
    /// What may be asked; nothing when the viewer may not record a decision.
    asks: Vec<(&'static str, String)>,
    /// Texts that wait for the client's answer.
    waiting: Vec<(String, String)>,
    releases: Vec<secrecy::Line>,
    new_release: String,
}

/// One decision, ready to print.
pub(super) struct Line {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) state: String,
    pub(super) given: String,
    pub(super) wording: String,
    pub(super) scope: String,
    pub(super) terms: Vec<(&'static str, String)>,
    pub(super) recorded: String,
    pub(super) withdrawn: String,
    pub(super) document: String,
    pub(super) print: String,
    pub(super) plain: String,
    pub(super) withdrawal: String,
    /// Photos of the signed paper; an oral decision has none.
    pub(super) papers: Option<Papers>,
    /// What was signed on the screen.
    pub(super) signed: Vec<Shown>,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let (decisions, now) = (store::all(&folder)?, moment_of(&folder));
    let badge = standing::among(&decisions, now).badge(folder.sex());
    let may = |act| !folder.is_past() && folder.may(act);
    let asks = if may(Act::RecordConsent) { asks(&folder) } else { Vec::new() };
    let may_withdraw = may(Act::WithdrawConsent);
    let (papers, signed) = (documents::papers(&folder)?, signing::of_folder(&folder)?);
    let line = |one| Line {
        papers: papers_of(&papers, one),
        ..line(&folder, one, state_of(one, &decisions, now), may_withdraw)
    };
    let mut lines: Vec<(i64, Line)> = decisions.iter().map(|one| (one.given_at, line(one))).collect();
    let with = (&papers, signed.as_slice());
    let of_sharing = |one| register_sharing::line(&folder, one, with, may_withdraw);
    lines.extend(known(&folder)?.iter().map(|one| (one.given_at, of_sharing(one))));
    lines.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Response::page(&Register {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "consents")?,
        badge,
        grounds: grounds(&folder, &decisions, now)?,
        decisions: lines.into_iter().map(|(_, line)| line).collect(),
        asks,
        waiting: waiting(&folder)?,
        releases: secrecy::lines(&folder, &papers, may_withdraw)?,
        new_release: if may(Act::RecordConsent) { folder.path("/secrecy-releases/new") } else { String::new() },
    })
}

/// What the client may be asked about here; a service that stands alone has nobody to share with.
fn asks(folder: &Folder) -> Vec<(&'static str, String)> {
    let all = [
        ("Zpracování údajů", "/consents/new"),
        ("Případová spolupráce", "/consents/case-management"),
        ("Předání údajů jiné službě", "/consents/data-handover"),
        ("Přizvání třetí osoby", "/consents/third-party"),
        ("Účast dítěte", "/consents/child-participation"),
    ];
    all.into_iter().map(|(name, page)| (name, folder.path(page))).collect()
}

/// Prepared texts that nobody has answered.
fn waiting(folder: &Folder) -> Result<Vec<(String, String)>, Failure> {
    let waiting = store::text::waiting(folder)?.into_iter();
    Ok(waiting
        .map(|one| {
            let name = format!("{}, připraveno {}", one.kind.cs(), moment(one.recorded_at));
            (name, folder.path(&format!("/consents/texts/{}", one.id)))
        })
        .collect())
}

fn line(folder: &Folder, one: &Recorded, state: State, may_withdraw: bool) -> Line {
    let can_be_withdrawn = matches!(state, State::InForce | State::NotYetValid | State::Expired);
    let withdrawal = folder.path(&format!("/consents/{}/withdrawal", one.id));
    let document = one.document_id.map(|id| folder.path(&format!("/documents/{id}")));
    Line {
        kind: match state {
            State::InForce => "ok",
            State::Dissent => "no",
            _ => "over",
        },
        title: title(one).to_owned(),
        state: state.cs().into_owned(),
        given: given(one),
        wording: one.wording.clone(),
        scope: one.scope.clone(),
        terms: Vec::new(),
        print: if folder.may(Act::PrintPaper) {
            folder.path(&format!("/consents/{}/consent.pdf", one.id))
        } else {
            String::new()
        },
        signed: Vec::new(),
        recorded: format!("Zapsáno {}, {}", moment(one.recorded_at), one.recorded_by),
        withdrawn: withdrawn(one),
        document: document.unwrap_or_default(),
        plain: if folder.may(Act::PrintPaper) {
            folder.path(&format!("/consents/{}/plain.pdf", one.id))
        } else {
            String::new()
        },
        withdrawal: if can_be_withdrawn && may_withdraw { withdrawal } else { String::new() },
        papers: None,
    }
}

/// A signed text has its photos wherever it is shown; a paper without one of our texts has them at the decision.
fn papers_of(papers: &documents::All, one: &Recorded) -> Option<Papers> {
    let about = format!("{}, {}", title(one), date(one.given_on));
    (one.form == ConsentForm::Written).then(|| papers.of(one.document_id.unwrap_or(one.id), "consents", &about))
}

fn title(one: &Recorded) -> &'static str {
    match (one.decision, one.form) {
        (Decision::Consent, ConsentForm::Oral) => "Ústní souhlas",
        (Decision::Consent, ConsentForm::Written) => "Písemný souhlas",
        (Decision::Dissent, ConsentForm::Oral) => "Nesouhlas, vyslovený ústně",
        (Decision::Dissent, ConsentForm::Written) => "Nesouhlas, daný písemně",
    }
}

fn given(one: &Recorded) -> String {
    if one.form == ConsentForm::Written {
        return format!("Podepsáno {}", date(one.given_on));
    }
    let heard = one.heard_by.as_deref().map(|name| format!(" · vyslechl/a {name}")).unwrap_or_default();
    let line = if one.line.is_empty() { String::new() } else { format!(" · linka {}", one.line) };
    format!("Zaznělo {}{heard}{line}", moment(one.given_at))
}

fn withdrawn(one: &Recorded) -> String {
    let (Some(at), Some(how)) = (one.withdrawn_at, one.withdrawn_how.as_deref()) else { return String::new() };
    let (by, when) = (one.withdrawn_recorded_by.as_deref().unwrap_or_default(), one.withdrawn_recorded_at);
    let recorded = when.map(|when| format!("; zapsáno {}, {by}", moment(when))).unwrap_or_default();
    format!("Odvoláno {} ({how}){recorded}", moment(at))
}

/// What the processing rests on, kept apart from the signatures (D9, section 2.7): the legal duty from the opening of
/// the folder on, the agreement once there is one, the crisis, and the consent while it holds.
fn grounds(folder: &Folder, decisions: &[Recorded], now: Moment) -> Result<Vec<(String, String)>, Failure> {
    let agreement = match store::has_agreement(folder)? {
        true => "poskytování služby podle smlouvy",
        false => "jednání před uzavřením smlouvy",
    };
    let mut grounds = vec![
        ground(LegalGround::LegalDuty, "záznamy o průběhu služby podle § 88 zákona o sociálních službách"),
        ground(LegalGround::Agreement, agreement),
        ground(LegalGround::SocialCare, "citlivé údaje, pod mlčenlivostí"),
    ];
    for day in store::vital_interest(folder)? {
        let what = format!("krizová intervence {}, kdy souhlas nešlo vyslovit", date(day));
        grounds.push(ground(LegalGround::VitalInterest, &what));
    }
    let standing = standing::among(decisions, now);
    let consent = match (standing.state, standing.given_on) {
        (State::InForce, Some(day)) => format!("platí od {}", date(day)),
        (State::Withdrawn { at }, _) => format!("skončil odvoláním {}", date(clock::day_of(at))),
        _ => return Ok(grounds),
    };
    grounds.push(ground(LegalGround::Consent, &consent));
    Ok(grounds)
}

fn ground(ground: LegalGround, what: &str) -> (String, String) {
    let name = ground.cs();
    let first: String = name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect();
    (format!("{first} ({})", article(ground)), what.to_owned())
}
