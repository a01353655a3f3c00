//! Sharing one statement or one document, after its preview: on a topic of the client's consent, or on a ground
//! in the law. There is no other way to share, and none to share more at once.

use super::frame::{self, Frame, Said};
use super::on_law::{self, Offered, OnLaw};
use super::preview::{Preview, named};
use super::sheet;
use super::targets::{self, Target};
use crate::case_management::{Purpose, ask_about_known};
use crate::crossing::{self, NewGround, NewItem};
use crate::documents;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::WorkerId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::sharing::ItemKind;
use uuid::Uuid;

const TITLE: &str = "Sdílení informace";

#[derive(Template)]
#[template(path = "sharing/share.html")]
struct SharePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    frame: Frame,
    offered: Vec<Offered>,
    services: Vec<(String, String)>,
    action: String,
}

/// What may be chosen on the page.
struct Known {
    targets: Vec<Target>,
    documents: Vec<(String, String)>,
    offered: Vec<Offered>,
}

impl Known {
    fn of(folder: &Folder) -> Result<Self, Failure> {
        let (targets, documents) = (targets::targets(folder)?, documents::options(folder)?);
        Ok(Self { targets, documents, offered: on_law::offered(folder)? })
    }
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    known: Known,
    (form, preview): (Form<'v>, Option<Preview>),
) -> Result<SharePage<'v>, Failure> {
    let targets = &known.targets;
    let people = if known.offered.is_empty() { targets::open_people(targets) } else { targets::people(targets) };
    let said = Said {
        heading: "Sdílet jednu informaci",
        intro: "Přejde jen to, co tu napíšete nebo vyberete. Složku nikdo nesdílí.",
        send: "Sdílet",
        without: "Klient zatím nesouhlasí se sdílením s žádnou službou. Dokud nesouhlasí, přejde jen to, k čemu je důvod v \
                  zákoně.",
    };
    Ok(SharePage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "sharing")?,
        form,
        frame: Frame::of(folder, targets, said, (people, known.documents, preview))?,
        services: targets.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        offered: known.offered,
        action: folder.path("/sharing"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let known = Known::of(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    if known.targets.iter().any(|one| !one.topics.is_empty()) {
        form.prefill("ground", on_law::CONSENT);
    }
    Response::page(&template(visit, &folder, known, (form, None))?)
}

/// On what it rests, as chosen.
enum Rests<'t> {
    Consent(targets::Chosen<'t>),
    Law(OnLaw<'t>),
}

impl Rests<'_> {
    fn target(&self) -> &Target {
        match self {
            Rests::Consent(chosen) => chosen.target,
            Rests::Law(law) => law.target,
        }
    }

    fn ground(&self) -> NewGround<'_> {
        match self {
            Rests::Consent(chosen) => NewGround::Consent { id: chosen.consent, topic: &chosen.topic },
            Rests::Law(law) => NewGround::Law {
                ground: law.ground,
                reason: &law.reason,
                citation: &law.citation,
                told_on: law.told_on,
            },
        }
    }

    fn said(&self) -> String {
        match self {
            Rests::Consent(chosen) => format!("téma {}", chosen.topic),
            Rests::Law(law) => sheet::on_law(law.ground, &law.citation, &law.reason),
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Rests::Consent(_) => "R-087",
            Rests::Law(_) => "R-061",
        }
    }
}

/// What is to be shared, as typed.
struct Typed<'t> {
    rests: Rests<'t>,
    receivers: Vec<WorkerId>,
    kind: ItemKind,
    title: String,
    body: String,
    document: Option<Uuid>,
}

fn read<'t>(form: &mut Form, folder: &Folder, known: &'t Known) -> Result<Option<Typed<'t>>, Failure> {
    let has_consent = known.targets.iter().any(|one| !one.topics.is_empty());
    let rests = if !has_consent && form.value("ground").is_empty() && form.value("topic").is_empty() {
        form.problem("ground", "Zvolte, na čem sdílení stojí. Souhlas klienta zatím není");
        None
    } else if on_law::is_chosen(form) {
        on_law::read(form, folder, &known.targets, &known.offered)?.map(Rests::Law)
    } else {
        targets::chosen(form, &known.targets).map(Rests::Consent)
    };
    let receivers = rests.as_ref().map(|one| one.target().ticked(form)).unwrap_or_default();
    let title = form.required("title", "Napište, co to je, třeba „Rozhodnutí o příspěvku na péči“");
    let body = form.text("body");
    let picked = form.value("document").to_owned();
    let document = known.documents.iter().find(|(id, _)| *id == picked).and_then(|(id, _)| id.parse().ok());
    if body.is_empty() && document.is_none() {
        form.problem("body", "Napište sdělení, nebo vyberte jeden dokument");
    }
    if !picked.is_empty() && document.is_none() {
        form.problem("document", "Vyberte dokument z této složky");
    }
    let kind = match (form.ticked("is_assessment"), document) {
        (true, _) => ItemKind::Assessment,
        (false, Some(_)) => ItemKind::Document,
        (false, None) => ItemKind::Statement,
    };
    if let (ItemKind::Assessment, Some(Rests::Consent(chosen))) = (kind, &rests) {
        ask_about_known(form, folder, Purpose::ShareAssessment { topic: &chosen.topic })?;
    }
    let rests = rests.filter(|_| form.is_settled());
    Ok(rests.map(|rests| Typed { rests, receivers, kind, title, body, document }))
}

fn preview(typed: &Typed, documents: &[(String, String)]) -> Preview {
    let document = documents.iter().find(|(id, _)| id.parse().ok() == typed.document);
    let target = typed.rests.target();
    Preview {
        service: target.name.clone(),
        people: named(&target.people, &typed.receivers),
        rests: typed.rests.said(),
        title: typed.title.clone(),
        body: typed.body.clone(),
        document: document.map(|(_, title)| title.clone()).unwrap_or_default(),
        marks: Preview::marks_in(&format!("{} {}", typed.title, typed.body)),
    }
}

pub fn share<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let known = Known::of(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = read(&mut form, &folder, &known)?;
    let seen = typed.as_ref().map(|typed| preview(typed, &known.documents));
    let was_seen = seen.as_ref().is_some_and(|seen| frame::was_seen(&mut form, seen));
    let Some(typed) = typed.filter(|_| was_seen) else {
        return Err(Response::form_again(&template(visit, &folder, known, (form, seen))?));
    };
    let mut change = pen.change(&folder)?;
    let item = NewItem {
        kind: typed.kind,
        to: typed.rests.target().id,
        receivers: &typed.receivers,
        source: typed.document,
        title: &typed.title,
        body: &typed.body,
        attachment: typed.document,
        ground: typed.rests.ground(),
    };
    let id = crossing::share(&mut change, &folder, &item)?;
    form.keep_reasons(&mut change, Some(folder.id()), "shared_item", id)?;
    let what = format!("sdíleno se službou {}", typed.rests.target().mark);
    change.commit(Entry::about(id, what).resting_on(typed.rests.rule()));
    Ok(Response::see_other_saying(&folder.path("/sharing"), "shared"))
}
