//! „Spojili jsme se“: a team that does not meet calls and writes. Whoever is in touch writes it into his own folder;
//! the other service writes its own. What names the client leaves the service on his consent only.

use super::super::people::{self, Somebody};
use super::super::store::communications::{self as rows, Communication, NewCommunication};
use super::super::store::{cases, sharing};
use super::overview::Line;
use super::{Asks, HOME, Options, Short, options, standing_of};
use crate::consent;
use crate::crossing;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::{date, moment, weekday_date};
use crate::kernel::id::{ServiceId, StatementId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use jiff::civil::Date;
use rules::access::Act;
use rules::case_management::{Block, CommunicationWay, Telling, is_addressee, telling};
use rules::coded::Coded;
use rules::consent::ConsentKind;

const HEADING: &str = "Spojili jsme se";

/// The case that was talked about: one of this folder, or one that another service leads and lets this one see.
struct Around<'v> {
    folder: Folder<'v>,
    case: StatementId,
    other: Option<(ServiceId, String)>,
    /// When it began, where this folder knows it.
    began_on: Option<Date>,
}

fn open<'v>(visit: &'v Visit<'v>) -> Result<Around<'v>, Failure> {
    let folder = Folder::open(visit)?;
    let id: StatementId = visit.path("case")?;
    if let Some(case) = cases::all(&folder)?.into_iter().find(|case| case.id == id) {
        let (state, ..) = standing_of(&folder, &case)?;
        state.blocks().map_or(Ok(()), |block| Err(Failure::refused(block.cs())))?;
        let other = case.far_service_id.zip(case.far_service);
        return Ok(Around { folder, case: id, other, began_on: Some(case.begun_on) });
    }
    let theirs = sharing::cases(&folder)?.into_iter().find(|case| case.id == id).ok_or(Failure::Absent)?;
    Ok(Around { folder, case: id, other: Some((theirs.service_id, theirs.service)), began_on: None })
}

impl Around<'_> {
    fn action(&self) -> String {
        self.folder.path(&format!("{HOME}/{}/communications/new", self.case))
    }

    /// Those with whom one can be in touch; not oneself.
    fn people(&self) -> Result<Vec<Somebody>, Failure> {
        let me = self.folder.viewer()?;
        let other = self.other.as_ref().map(|(id, name)| (*id, name.as_str()));
        Ok(people::all(&self.folder, other)?.into_iter().filter(|one| one.worker != me).collect())
    }
}

/// A topic of a consent in force, and to whom it opens.
struct Ground {
    consent: StatementId,
    topic: String,
    service: Option<ServiceId>,
    addressee: String,
    text: String,
}

impl Ground {
    fn code(&self) -> String {
        format!("{}|{}", self.consent, self.topic)
    }

    /// Whether it opens to whoever was spoken with.
    fn opens_to(&self, service: Option<ServiceId>, outside: &str) -> bool {
        match service {
            Some(service) => self.service == Some(service),
            None => self.service.is_none() && is_addressee(&self.addressee, outside),
        }
    }
}

/// On what something may be told today: to the other service, and to somebody whom the client let the service invite.
fn grounds(around: &Around<'_>) -> Result<Vec<Ground>, Failure> {
    let mut all = Vec::new();
    if let Some((service, name)) = &around.other {
        all.extend(crossing::grounds(&around.folder, *service)?.into_iter().map(|one| Ground {
            consent: one.consent_id,
            text: format!("{name}: {} (platí do {})", one.topic, date(one.valid_until)),
            topic: one.topic,
            service: Some(*service),
            addressee: String::new(),
        }));
    }
    let invited = consent::sharing(&around.folder)?.into_iter();
    for one in invited.filter(|one| one.kind == ConsentKind::ThirdParty && one.is_in_force()) {
        let addressee = one.terms.addressee;
        all.extend(one.terms.topics.into_iter().map(|topic| Ground {
            consent: one.id,
            text: format!("{addressee}: {topic}"),
            topic,
            service: None,
            addressee: addressee.clone(),
        }));
    }
    Ok(all)
}

fn template<'v>(
    visit: &'v Visit<'v>,
    around: &Around<'_>,
    (form, everybody, grounds): (Form<'v>, &[Somebody], &[Ground]),
) -> Result<Short<'v>, Failure> {
    let grounds: Options = grounds.iter().map(|one| (one.code(), one.text.clone())).collect();
    let asks = Asks::Communication(people::members(everybody), options::<CommunicationWay>(), grounds);
    Short::of(visit, &around.folder, (HEADING, "Zapsat spojení", around.action()), (form, asks))
}

pub fn page(visit: &Visit) -> Answer {
    let around = open(visit)?;
    let mut form = Form::blank(visit, HEADING)?;
    form.prefill("day", date(visit.today()));
    form.prefill("way", CommunicationWay::ByPhone.code());
    let (everybody, grounds) = (around.people()?, grounds(&around)?);
    Response::page(&template(visit, &around, (form, &everybody, &grounds))?)
}

pub fn record<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let around = open(visit)?;
    let (everybody, grounds) = (around.people()?, grounds(&around)?);
    let offered = people::members(&everybody);
    let mut form = Form::typed(visit, HEADING);
    let who = people::chosen(&everybody, &offered, form.value("who"));
    let outside = form.text("outside_name");
    people::check_who(&mut form, who.is_some(), &outside);
    let way: Option<CommunicationWay> = form.choice("way", "Zvolte, jak jste se spojili");
    let day = form.past_date("day");
    if day.zip(around.began_on).is_some_and(|(day, began)| day < began) {
        form.problem("day", Block::BeforeItBegan.cs());
    }
    let told = form.text("told");
    let agreed = form.required("agreed", "Napište, na čem jste se dohodli");
    let chosen = grounds.iter().find(|one| one.code() == form.value("ground"));
    let ground = chosen.filter(|one| one.opens_to(who.map(|one| one.service), &outside));
    let weighed = Telling {
        in_own_service: who.is_some_and(|one| one.service == around.folder.service()),
        is_told: !told.is_empty(),
        is_consented: ground.is_some(),
    };
    if let Some(block) = telling(&weighed) {
        form.problem("ground", block.cs());
    }
    let (Some(way), Some(held_on), true) = (way, day, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &around, (form, &everybody, &grounds))?));
    };
    let ground = ground.filter(|_| weighed.is_told && !weighed.in_own_service);
    let new = NewCommunication {
        case: around.case,
        held_on,
        way,
        with: who.map(|one| (one.service, one.worker)),
        outside_name: &outside,
        told: &told,
        ground: ground.map(|one| (one.consent, one.topic.as_str())),
        agreed: &agreed,
    };
    let mut change = pen.change(&around.folder)?;
    let id = rows::record(&mut change, &around.folder, &new)?;
    change.commit(Entry::about(id, "spojení v týmu").resting_on("R-069"));
    Ok(Response::see_other_saying(&around.folder.path(HOME), "saved"))
}

/// Everything of this folder, for the page of the case.
pub fn lines(folder: &Folder<'_>) -> Result<Vec<Line>, Failure> {
    Ok(rows::all(folder)?.into_iter().map(line).collect())
}

fn line(one: Communication) -> Line {
    let place = one.with_service.map(|service| format!(" ({service})")).unwrap_or_default();
    let who = one.name.unwrap_or(one.outside_name);
    let consent = one.consent_on.map(|on| format!(" (souhlas z {}, téma: {})", date(on), one.topic));
    let told = if one.told.is_empty() {
        "O klientovi jsme nic neřekli.".to_owned()
    } else {
        format!("Řekli jsme: {}{}", one.told, consent.unwrap_or_default())
    };
    Line {
        title: format!("{who}{place}"),
        about: vec![
            format!("{}, {}", weekday_date(one.held_on), one.way.cs()),
            told,
            format!("Dohodnuto: {}", one.agreed),
            format!("Zapsal/a {} {}", one.recorded_by, moment(one.recorded_at)),
        ],
        badge: String::new(),
        way: None,
    }
}

/// Where it is written from the page of the case: (words, address), one for each case that this folder sees running.
pub fn ways(folder: &Folder<'_>, own: Option<StatementId>) -> Result<Vec<(String, String)>, Failure> {
    if folder.is_past() || !folder.may(Act::LeadCaseManagement) {
        return Ok(Vec::new());
    }
    let address = |case: StatementId| folder.path(&format!("{HOME}/{case}/communications/new"));
    let own = own.map(|case| (HEADING.to_owned(), address(case)));
    let theirs = sharing::cases(folder)?;
    let theirs = theirs.into_iter().map(|case| (format!("{HEADING} se službou {}", case.service), address(case.id)));
    Ok(own.into_iter().chain(theirs).collect())
}
