//! Handing over contacts with a written consent: the closed set of fields, named receivers, the sentence in the file
//! . A no is written down as well, and then nothing crosses.

use super::handover_typed::{Typed, given, read, said};
use super::targets::{self, Target};
use crate::consent::{self, NewSharing, Terms};
use crate::crossing::{self, NewGround, NewHandover, NewItem, NewOffer};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::{Form, Group};
use crate::kernel::format_cs::date;
use crate::kernel::id::{ItemId, StatementId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::messages_cs::sharing::handover_field;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::calendar::shifted;
use rules::coded::Coded;
use rules::consent::sharing::Direction;
use rules::consent::{ConsentKind, Decision};
use rules::sharing::{HandoverBlock, HandoverSource, Injury, ItemKind, OfferWay, check_handover};

const TITLE: &str = "Předání kontaktů";

/// For so long the receivers may read the sheet; then, or when the person takes the consent back, it is gone for them.
const VALID_DAYS: i64 = 365;

#[derive(Template)]
#[template(path = "sharing/handover.html")]
struct HandoverPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    given: Vec<(String, String)>,
    services: Vec<(String, String)>,
    people: Vec<Group>,
    sources: Vec<(&'static str, String)>,
    injuries: Vec<(&'static str, String)>,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    targets: &[Target],
    form: Form<'v>,
) -> Result<HandoverPage<'v>, Failure> {
    Ok(HandoverPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "sharing")?,
        form,
        given: given(folder)?.iter().map(|one| (one.id.to_string(), said(one))).collect(),
        services: targets.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        people: targets::people(targets),
        sources: HandoverSource::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        injuries: Injury::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        action: folder.path("/sharing/handovers"),
        back: folder.path("/sharing"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let targets = targets::targets(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    let known = folders::contact(&folder)?;
    form.prefill("given_name", folder.given_name());
    form.prefill("family_name", folder.family_name());
    form.prefill("region", known.municipality);
    form.prefill("phone", folders::phone(&known.phone));
    form.prefill("email", known.email);
    form.prefill("signed_on", date(visit.today()));
    Response::page(&template(visit, &folder, &targets, form)?)
}

pub fn hand_over<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let targets = targets::targets(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = read(&mut form, visit, &targets, &given(&folder)?);
    if let Some(typed) = &typed {
        let blocks = check_handover(&typed.weighed());
        let blocks: Vec<HandoverBlock> = blocks.into_iter().filter(|one| *one != HandoverBlock::Dissent).collect();
        for block in blocks.into_iter().filter(|one| form.error(handover_field(*one)).is_none()).collect::<Vec<_>>() {
            form.problem(handover_field(block), block.cs());
        }
    }
    let Some(typed) = typed.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, &targets, form)?));
    };
    let mut change = pen.change(&folder)?;
    let consent = decide(&mut change, &folder, &typed)?;
    let is_consent = typed.decision == Decision::Consent;
    let item = if is_consent { Some(cross(&mut change, &folder, &typed, consent)?) } else { None };
    let offer = NewOffer {
        service: typed.target.id,
        way: if is_consent { OfferWay::DataPassed } else { OfferWay::ClientAlone },
        contact_given: "",
        note: &typed.sentence(folder.sex()),
        offered_on: typed.signed_on.unwrap_or(visit.today()),
        item,
        activity: None,
    };
    let offered = crossing::offer(&mut change, &folder, &offer)?;
    let what = if is_consent { "kontakty předány" } else { "nesouhlas s předáním" };
    change.commit(Entry::about(offered, format!("{what}, služba {}", typed.target.mark)).resting_on("R-093"));
    let says = if is_consent { "handed_over" } else { "not_handed_over" };
    Ok(Response::see_other_saying(&folder.path("/sharing"), says))
}

/// The client's decision as a row of the register, with the workers named in it.
fn decide(change: &mut Change, folder: &Folder, typed: &Typed) -> Result<StatementId, Failure> {
    if let Some(given) = typed.given {
        return Ok(given);
    }
    let names = super::preview::named(&typed.target.people, &typed.receivers);
    let wording = match typed.decision {
        Decision::Consent => typed.statement(&names),
        Decision::Dissent => typed.sentence(folder.sex()),
    };
    let is_consent = typed.decision == Decision::Consent;
    let terms = Terms {
        receiver: Some(typed.target.id),
        direction: Some(Direction::Outward),
        extent: "jméno, místo pobytu, kontakty a základní informace o zdravotním stavu".to_owned(),
        purpose: purpose(typed).to_owned(),
        valid_from: typed.signed_on,
        valid_until: typed.signed_on.map(|day| shifted(day, VALID_DAYS)),
        receivers: if is_consent { typed.receivers.clone() } else { Vec::new() },
        ..Terms::default()
    };
    let given_at = typed.signed_on.map(|day| consent::signed_on(day, folder.now()));
    let new = NewSharing {
        kind: ConsentKind::DataHandover,
        decision: typed.decision,
        form: typed.form,
        wording: &wording,
        line: "",
        heard_by: Some(folder.viewer()?),
        given_at,
        document: None,
        terms: &terms,
        template_version: None,
    };
    consent::record_sharing(change, folder, &new)
}

/// data on health go for one reason.
fn purpose(typed: &Typed) -> &'static str {
    if typed.source == HandoverSource::LongTermCare { "nabídka služby" } else { "přidělení vhodného peera" }
}

fn cross(change: &mut Change, folder: &Folder, typed: &Typed, consent: StatementId) -> Result<ItemId, Failure> {
    let title = format!("{} {}", typed.name.0, typed.name.1);
    let item = NewItem {
        kind: ItemKind::Handover,
        to: typed.target.id,
        receivers: &typed.receivers,
        source: None,
        title: &title,
        body: purpose(typed),
        attachment: None,
        ground: NewGround::Consent { id: consent, topic: "" },
    };
    let id = crossing::share(change, folder, &item)?;
    let new = NewHandover {
        source: typed.source,
        institute: &typed.institute,
        given_name: &typed.name.0,
        family_name: &typed.name.1,
        region: &typed.region,
        email: &typed.email,
        phone: &typed.phone,
        injury: typed.injury.filter(|_| typed.source != HandoverSource::LongTermCare),
        injury_other: &typed.injury_other,
    };
    crossing::hand_over(change, folder, id, &new)?;
    Ok(id)
}
