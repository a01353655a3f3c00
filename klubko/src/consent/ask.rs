//! Asking the client about sharing: one short form for each kind. What he answered is recorded at once, or the exact text is
//! prepared first, to be read aloud, printed or shown to him on the screen.

use super::recording::{record_sharing, weigh};
use super::store::text::{self, NewText};
use super::typed::{self, Typed};
use super::wording::{self, Version, Worded};
use super::{NewSharing, Terms};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::clock;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::{Form, Group};
use crate::kernel::format_cs::{date, time};
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::templates::digest;
use crate::ties;
use askama::Template;
use rules::coded::Coded;
use rules::consent::sharing::{SharingBlock, USUAL_MONTHS};
use rules::consent::{ConsentForm, ConsentKind, Decision};

/// What is filled in beforehand for data handed to another service.
const HANDOVER_EXTENT: &str =
    "jméno, příjmení, město nebo kraj pobytu, e-mail, telefon, základní informace o\u{a0}zdravotním stavu";
const HANDOVER_PURPOSE: &str = "přidělení vhodného peera";
/// What comes back with a prepared text.
const KEPT: [&str; 12] = [
    "receiver",
    "addressee",
    "direction",
    "own_topics",
    "topics",
    "extent",
    "purpose",
    "valid_from",
    "valid_until",
    "given_by_role",
    "given_by",
    "authority",
];

#[derive(Template)]
#[template(path = "consent/ask.html")]
struct AskPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    title: &'static str,
    action: String,
    back: String,
    kind: &'static str,
    services: Vec<(String, String)>,
    suggested: Vec<(String, String)>,
    /// Each other service with its workers.
    workers: Vec<Group>,
    colleagues: Vec<(String, String)>,
}

impl AskPage<'_> {
    fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    kind: ConsentKind,
    form: Form<'v>,
) -> Result<AskPage<'v>, Failure> {
    let is_handover = kind == ConsentKind::DataHandover;
    let workers = if is_handover { typed::workers_elsewhere(folder)? } else { Vec::new() };
    let topics = code_list::items(folder.db(), "topic", folder.today())?;
    Ok(AskPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "consents")?,
        form,
        title: wording::title(kind),
        action: address(folder, kind),
        back: folder.path("/consents"),
        kind: kind.code(),
        services: typed::other_services(folder)?.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        suggested: topics.into_iter().map(|(_, label)| (label.clone(), label)).collect(),
        workers,
        colleagues: ties::colleague_options(folder)?,
    })
}

pub(super) fn address(folder: &Folder, kind: ConsentKind) -> String {
    folder.path(match kind {
        ConsentKind::PersonalDataProcessing => "/consents",
        ConsentKind::CaseManagement => "/consents/case-management",
        ConsentKind::DataHandover => "/consents/data-handover",
        ConsentKind::ThirdParty => "/consents/third-party",
        ConsentKind::ChildParticipation => "/consents/child-participation",
    })
}

fn page(visit: &Visit, kind: ConsentKind) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, wording::title(kind))?;
    let services = typed::other_services(&folder)?;
    if let ([(only, _)], true) = (services.as_slice(), kind.is_towards_service()) {
        form.prefill("receiver", only.to_string());
    }
    let today = visit.today();
    form.prefill("valid_from", date(today));
    if kind != ConsentKind::ChildParticipation {
        let last = today.saturating_add(jiff::Span::new().months(USUAL_MONTHS));
        form.prefill("valid_until", date(last));
    }
    if kind == ConsentKind::DataHandover {
        form.prefill("extent", HANDOVER_EXTENT);
        form.prefill("purpose", HANDOVER_PURPOSE);
    }
    form.prefill("given_by_role", "self");
    form.prefill("day", date(today));
    form.prefill("time", time(clock::civil(visit.now()).time()));
    form.prefill("heard_by", folder.viewer()?.to_string());
    fill_from_text(visit, &folder, &mut form)?;
    Response::page(&template(visit, &folder, kind, form)?)
}

/// The same as in the text that the client was given to read.
fn fill_from_text(visit: &Visit, folder: &Folder, form: &mut Form<'_>) -> Result<(), Failure> {
    let Some(id) = visit.query("text").and_then(|id| id.parse().ok()) else { return Ok(()) };
    let prepared = text::one(folder, id)?;
    form.prefill("prepared", id.to_string());
    for (name, value) in form_urlencoded::parse(prepared.fields.as_bytes()).into_owned() {
        if let Some(known) = KEPT.iter().chain(&["receivers"]).find(|known| **known == name) {
            form.prefill(known, value);
        }
    }
    Ok(())
}

fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>, kind: ConsentKind) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, wording::title(kind));
    if form.is("prepare", "yes") {
        return prepare(visit, pen, (&folder, kind), form);
    }
    let typed = typed::decision(visit, &mut form, &folder, kind)?;
    let (decision, how) = (typed.decision, typed.form);
    if let (Some(decision), Some(how)) = (decision, how) {
        let blocks = weigh(&folder, &typed.as_new(decision, how))?;
        // Of a spoken answer the field itself says what is missing of its moment.
        let said = |block: &SharingBlock| *block != SharingBlock::NoDay || how == ConsentForm::Written;
        typed::say(&mut form, &blocks.into_iter().filter(said).collect::<Vec<_>>());
    }
    let (Some(decision), Some(how), true) = (decision, how, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, kind, form)?));
    };
    let new = match decision {
        Decision::Consent => typed.as_new(decision, how),
        Decision::Dissent => return refused(pen, &folder, (&typed, how)),
    };
    let mut change = pen.change(&folder)?;
    let id = record_sharing(&mut change, &folder, &new)?;
    change.commit(Entry::about(id, "zapsán souhlas").resting_on(rule(kind)));
    Ok(Response::see_other_saying(&folder.path("/consents"), "consent"))
}

/// A “no” says only whom it concerns: what was offered is not kept as if it held.
fn refused<'v>(pen: Pen<'v>, folder: &Folder<'v>, (typed, how): (&Typed, ConsentForm)) -> Answer {
    let terms = bare(&typed.terms);
    let new = NewSharing { terms: &terms, ..typed.as_new(Decision::Dissent, how) };
    let mut change = pen.change(folder)?;
    let id = record_sharing(&mut change, folder, &new)?;
    change.commit(Entry::about(id, "zapsán nesouhlas").resting_on(rule(typed.kind)));
    Ok(Response::see_other_saying(&folder.path("/consents"), "consent"))
}

pub(super) fn bare(terms: &Terms) -> Terms {
    let Terms { receiver, addressee, direction, given_by, authority, .. } = terms.clone();
    Terms { receiver, addressee, direction, given_by, authority, ..Terms::default() }
}

fn rule(kind: ConsentKind) -> &'static str {
    match kind {
        ConsentKind::CaseManagement => "R-085",
        ConsentKind::DataHandover => "R-092",
        ConsentKind::PersonalDataProcessing | ConsentKind::ThirdParty | ConsentKind::ChildParticipation => "R-082",
    }
}

/// The exact text is kept before anybody answers it: what is missing in it is said now.
fn prepare<'v>(
    visit: &'v Visit<'v>,
    pen: Pen<'v>,
    (folder, kind): (&Folder<'v>, ConsentKind),
    mut form: Form<'v>,
) -> Answer {
    let (terms, names) = typed::terms(&mut form, folder, kind)?;
    let worded = wording::body(folder, kind, Version::InForce, (&terms, &names));
    // A broken template stops the paper, not what was typed.
    let worded = match worded {
        Err(Failure::Refused(why)) => {
            form.problem("prepare", why);
            Worded::default()
        }
        worded => worded?,
    };
    typed::say(&mut form, &lacking(visit, folder, (kind, &terms))?);
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, folder, kind, form)?));
    }
    let mut fields: Vec<(String, String)> = Vec::new();
    for name in KEPT.iter().chain(&["receivers"]) {
        fields.extend(form.all(name).into_iter().map(|value| ((*name).to_owned(), value.to_owned())));
    }
    let title = wording::title(kind);
    let client = folder.name();
    let (body, template_version) = (worded.body.as_str(), worded.version);
    let digest = digest(&[title, &client, folder.number(), body]);
    let new = NewText { kind, title, body, template_version, digest: &digest, fields: &fields };
    let mut change = pen.change(folder)?;
    let id = text::insert(&mut change, folder, &new)?;
    change.commit(Entry::about(id, "znění souhlasu připraveno").resting_on(rule(kind)));
    Ok(Response::see_other(folder.path(&format!("/consents/texts/{id}"))))
}

/// What a consent of this wording would lack, whoever answers it and when.
pub(super) fn lacking(
    visit: &Visit<'_>,
    folder: &Folder<'_>,
    (kind, terms): (ConsentKind, &Terms),
) -> Result<Vec<SharingBlock>, Failure> {
    let new = NewSharing {
        kind,
        decision: Decision::Consent,
        form: ConsentForm::Written,
        wording: "",
        line: "",
        heard_by: None,
        given_at: Some(visit.now()),
        document: None,
        terms,
        template_version: None,
    };
    weigh(folder, &new)
}

pub mod case_management {
    use super::{Answer, ConsentKind, Pen, Visit};

    pub fn page(visit: &Visit) -> Answer {
        super::page(visit, ConsentKind::CaseManagement)
    }

    pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
        super::save(visit, pen, ConsentKind::CaseManagement)
    }
}

pub mod data_handover {
    use super::{Answer, ConsentKind, Pen, Visit};

    pub fn page(visit: &Visit) -> Answer {
        super::page(visit, ConsentKind::DataHandover)
    }

    pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
        super::save(visit, pen, ConsentKind::DataHandover)
    }
}

pub mod third_party {
    use super::{Answer, ConsentKind, Pen, Visit};

    pub fn page(visit: &Visit) -> Answer {
        super::page(visit, ConsentKind::ThirdParty)
    }

    pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
        super::save(visit, pen, ConsentKind::ThirdParty)
    }
}

pub mod child {
    use super::{Answer, ConsentKind, Pen, Visit};

    pub fn page(visit: &Visit) -> Answer {
        super::page(visit, ConsentKind::ChildParticipation)
    }

    pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
        super::save(visit, pen, ConsentKind::ChildParticipation)
    }
}
