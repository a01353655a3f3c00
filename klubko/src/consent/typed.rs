//! The form of a decision about sharing read at one seam: whom it concerns, what it says, how the client answered.

use super::sharing::{NewSharing, Terms, signed_on};
use super::store::text;
use super::wording::{self, Names, Version, Worded};
use crate::accounts;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::{Form, Group};
use crate::kernel::id::{ServiceId, WorkerId};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use crate::{settings, ties};
use rules::coded::Coded;
use rules::consent::sharing::{Direction, SharingBlock};
use rules::consent::{ConsentForm, ConsentKind, Decision};
use rules::moment::date_typed::Leaning;
use rules::profession::Profession;
use rules::text::tidy;

/// What was typed.
pub(super) struct Typed {
    pub(super) kind: ConsentKind,
    pub(super) terms: Terms,
    pub(super) decision: Option<Decision>,
    pub(super) form: Option<ConsentForm>,
    pub(super) given_at: Option<i64>,
    pub(super) heard_by: Option<WorkerId>,
    pub(super) line: String,
    pub(super) wording: Worded,
}

impl Typed {
    /// As it is recorded, when the client has answered.
    pub(super) fn as_new(&self, decision: Decision, form: ConsentForm) -> NewSharing<'_> {
        NewSharing {
            kind: self.kind,
            decision,
            form,
            wording: &self.wording.body,
            line: &self.line,
            heard_by: self.heard_by,
            given_at: self.given_at,
            document: None,
            terms: &self.terms,
            template_version: self.wording.version,
        }
    }
}

/// The services that can be on the other side: the others of this provider.
pub(super) fn other_services(folder: &Folder<'_>) -> Result<Vec<(ServiceId, String)>, Failure> {
    let all = settings::services(folder.db())?;
    Ok(all.into_iter().filter(|one| one.id != folder.service()).map(|one| (one.id, one.name)).collect())
}

/// Each of the other services with its workers, for the names on a handover.
pub(super) fn workers_elsewhere(folder: &Folder<'_>) -> Result<Vec<Group>, Failure> {
    let mut all = Vec::new();
    for (service, name) in other_services(folder)? {
        let colleagues = accounts::colleagues(folder.db(), service, folder.today())?;
        let works = |one: &&accounts::Colleague| !matches!(one.profession, Profession::Volunteer | Profession::Trainee);
        let workers = colleagues.iter().filter(works);
        let workers = workers.map(|one| (one.id.to_string(), format!("{} ({name})", ties::named(one)))).collect();
        all.push((name, workers));
    }
    Ok(all)
}

/// Whom it concerns and what it says.
pub(super) fn terms(form: &mut Form<'_>, folder: &Folder<'_>, kind: ConsentKind) -> Result<(Terms, Names), Failure> {
    let services = other_services(folder)?;
    let receiver = if kind.is_towards_service() { form.value("receiver").parse().ok() } else { None };
    let receiver = receiver.filter(|id| services.iter().any(|(one, _)| one == id));
    let there = receiver.and_then(|id| services.iter().find(|(one, _)| *one == id));
    let names = Names {
        here: settings::services(folder.db())?
            .into_iter()
            .find(|one| one.id == folder.service())
            .map(|one| one.name)
            .unwrap_or_default(),
        there: there.map(|(_, name)| name.clone()).unwrap_or_default(),
        workers: Vec::new(),
    };
    let is_represented = form.is("given_by_role", "representative");
    let of_representative =
        |form: &mut Form<'_>, name| if is_represented { tidy(&form.text(name)) } else { String::new() };
    let mut terms = Terms {
        receiver,
        addressee: if kind.is_towards_service() { String::new() } else { tidy(&form.text("addressee")) },
        direction: match kind {
            ConsentKind::CaseManagement => Direction::from_code(form.value("direction")),
            ConsentKind::DataHandover => Some(Direction::Outward),
            _ => None,
        },
        topics: topics(form),
        extent: form.text("extent").trim().to_owned(),
        purpose: form.text("purpose").trim().to_owned(),
        valid_from: form.date_or_none("valid_from", Leaning::Past),
        valid_until: form.date_or_none("valid_until", Leaning::Future),
        given_by: of_representative(form, "given_by"),
        authority: of_representative(form, "authority"),
        receivers: Vec::new(),
    };
    if is_represented && terms.given_by.is_empty() {
        form.problem("given_by", "Doplňte jméno zástupce, který za klienta rozhodl");
    }
    let mut names = names;
    if kind == ConsentKind::DataHandover {
        named_workers(form, folder, (&mut terms, &mut names))?;
    }
    Ok((terms, names))
}

/// Only workers of the service chosen can be named.
fn named_workers(
    form: &mut Form<'_>,
    folder: &Folder<'_>,
    (terms, names): (&mut Terms, &mut Names),
) -> Result<(), Failure> {
    let ticked: Vec<WorkerId> = form.all("receivers").into_iter().filter_map(|id| id.parse().ok()).collect();
    let Some(service) = terms.receiver else {
        terms.receivers = ticked;
        return Ok(());
    };
    let there = accounts::colleagues(folder.db(), service, folder.today())?;
    if ticked.iter().any(|id| there.iter().all(|one| one.id != *id)) {
        form.problem("receivers", "Vyberte jen pracovníky služby, do které se údaje předávají");
    }
    let chosen: Vec<_> = there.iter().filter(|one| ticked.contains(&one.id)).collect();
    terms.receivers = chosen.iter().map(|one| one.id).collect();
    names.workers = chosen.iter().map(|one| one.name()).collect();
    Ok(())
}

/// Those ticked and those written one to a line; each once.
fn topics(form: &mut Form<'_>) -> Vec<String> {
    let written = form.text("own_topics");
    let ticked: Vec<String> = form.all("topics").into_iter().map(tidy).collect();
    let mut topics: Vec<String> = Vec::new();
    for topic in ticked.into_iter().chain(written.lines().map(tidy)) {
        let topic = topic.trim_end_matches(['.', ',', ';']).to_owned();
        if !topic.is_empty() && !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics
}

/// Everything, with the client's answer; the exact words follow from it.
pub(super) fn decision(
    visit: &Visit<'_>,
    form: &mut Form<'_>,
    folder: &Folder<'_>,
    kind: ConsentKind,
) -> Result<Typed, Failure> {
    let (terms, names) = terms(form, folder, kind)?;
    let version = prepared(form, folder, kind)?;
    let wording = wording::body_or_house(folder, kind, version, (&terms, &names))?;
    let decision = form.choice("decision", "Zapište, jak se klient rozhodl");
    let how: Option<ConsentForm> = form.choice("form", "Zvolte, jestli to bylo ústně, nebo písemně");
    let given_at = match how {
        Some(ConsentForm::Written) => form.date_or_none("day", Leaning::Past).map(|day| signed_on_typed(visit, day)),
        Some(ConsentForm::Oral) => form.moment("day", "time", Leaning::Past),
        None => None,
    };
    let heard_by: Option<WorkerId> = form.chosen("heard_by", "Vyberte, kdo odpověď vyslechl nebo převzal");
    if heard_by.is_some_and(|id| ties_of(folder).is_ok_and(|known| !known.contains(&id.to_string()))) {
        form.problem("heard_by", "Vyberte pracovníka této služby");
    }
    let line = if how == Some(ConsentForm::Oral) { form.text("line") } else { String::new() };
    Ok(Typed { kind, terms, decision, form: how, given_at, heard_by, line, wording })
}

/// The wording of the text that the client was given to read; otherwise the one in force.
fn prepared(form: &Form<'_>, folder: &Folder<'_>, kind: ConsentKind) -> Result<Version, Failure> {
    let Ok(id) = form.value("prepared").parse() else { return Ok(Version::InForce) };
    let text = text::one(folder, id)?;
    Ok(text.template_version.filter(|_| text.kind == kind).map_or(Version::InForce, Version::Of))
}

/// A day to come is no moment of the past: it is left for the rule to refuse.
fn signed_on_typed(visit: &Visit<'_>, day: jiff::civil::Date) -> i64 {
    if day > visit.today() { clock::start_of(day) } else { signed_on(day, visit.now()) }
}

fn ties_of(folder: &Folder<'_>) -> Result<Vec<String>, Failure> {
    Ok(ties::colleague_options(folder)?.into_iter().map(|(id, _)| id).collect())
}

/// Puts what stands in the way at the fields where it is mended.
pub(super) fn say(form: &mut Form<'_>, blocks: &[SharingBlock]) {
    for block in blocks {
        let field = match block {
            SharingBlock::NotSocialWorker => "decision",
            SharingBlock::NoService => "receiver",
            SharingBlock::NoAddressee => "addressee",
            SharingBlock::NoDirection => "direction",
            SharingBlock::NoTopic => "own_topics",
            SharingBlock::NoExtent => "extent",
            SharingBlock::NoPurpose => "purpose",
            SharingBlock::NoValidity | SharingBlock::UntilBeforeFrom => "valid_until",
            SharingBlock::OralHandover => "form",
            SharingBlock::NoDay | SharingBlock::InTheFuture | SharingBlock::AnsweredLater { .. } => "day",
            SharingBlock::NoNamedWorker => "receivers",
            SharingBlock::NoAuthority => "authority",
        };
        if form.error(field).is_none() {
            form.problem(field, block.cs());
        }
    }
}
