//! Offering another service of the provider: the client contacts it himself, which is the usual way, or his commission fits it
//! better and he is given its contact. With his consent contacts are handed over on the page for that.

use crate::activity::{self, NewActivity};
use crate::crossing::{self, NewOffer};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::ActivityId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::settings;
use askama::Template;
use rules::activity::{Form as HeldAs, Kind};
use rules::sharing::OfferWay;

const TITLE: &str = "Nabídka jiné služby";

#[derive(Template)]
#[template(path = "sharing/offer.html")]
struct OfferPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    services: Vec<(String, String)>,
    handover: String,
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<OfferPage<'v>, Failure> {
    let others = settings::services(folder.db())?.into_iter().filter(|one| one.id != folder.service());
    Ok(OfferPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "sharing")?,
        form,
        services: others.map(|one| (one.id.to_string(), one.name)).collect(),
        handover: folder.path("/sharing/handovers/new"),
        action: folder.path("/sharing/offers"),
        back: folder.path("/sharing"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("way", "client_alone");
    form.prefill("offered_on", date(visit.today()));
    Response::page(&template(visit, &folder, form)?)
}

pub fn offer<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let picked = form.value("service_id").to_owned();
    let others = settings::services(folder.db())?.into_iter().filter(|one| one.id != folder.service());
    let service = others.into_iter().find(|one| one.id.to_string() == picked);
    if service.is_none() {
        form.problem("service_id", "Vyberte službu");
    }
    let way: Option<OfferWay> = form.choice("way", "Zvolte, proč službu nabízíte");
    if way == Some(OfferWay::DataPassed) {
        form.problem("way", "Kontakty se předávají na vlastní stránce, s písemným souhlasem");
    }
    let contact = form.required("contact_given", "Napište, jaký kontakt jste klientovi dali");
    let note = form.text("note");
    let offered_on = form.past_date("offered_on");
    let minutes = form.minutes_or_none("minutes").unwrap_or(0);
    let (Some(service), Some(way), Some(offered_on), true) = (service, way, offered_on, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    };
    let mut change = pen.change(&folder)?;
    let activity = match way {
        OfferWay::Elsewhere => Some(counselling(&mut change, &folder, minutes)?),
        OfferWay::ClientAlone | OfferWay::DataPassed => None,
    };
    let (contact_given, note) = (contact.as_str(), note.as_str());
    let new = NewOffer { service: service.id, way, contact_given, note, offered_on, item: None, activity };
    let id = crossing::offer(&mut change, &folder, &new)?;
    let rule = if way == OfferWay::Elsewhere { "R-103" } else { "R-099" };
    change.commit(Entry::about(id, format!("nabídnuta služba {}", service.mark)).resting_on(rule));
    Ok(Response::see_other_saying(&folder.path("/sharing"), "offered"))
}

/// Giving a contact to whom his commission fits better is basic counselling, which every service owes (R-103, § 37).
fn counselling(change: &mut Change, folder: &Folder, minutes: i64) -> Result<ActivityId, Failure> {
    let new = NewActivity {
        service: folder.service(),
        folder: Some(folder.id()),
        anonymous: None,
        kind: Kind::BasicCounselling,
        form: HeldAs::Ambulatory,
        starts_at: folder.now() - minutes * 60_000,
        minutes,
        on_behalf_of_client: false,
        place: "",
        worker: folder.viewer()?,
        topics: &[],
    };
    activity::begin(change, &new)
}
