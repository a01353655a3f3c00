//! `counselling`: basic social counselling, a part of every negotiation. Given within the consultation it has
//! the consultation's time; given apart it is an activity of its own.

use super::{Options, listed, place};
use crate::activity::{self, NewActivity};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::ActivityId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::negotiation::store::facts::{NegotiationFacts, facts};
use crate::negotiation::store::given::{self, Counselling};
use askama::Template;
use jiff::civil::Date;
use rules::activity::{Form as Way, Kind};

#[derive(Template)]
#[template(path = "negotiation/counselling.html")]
struct CounsellingPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    topics: Options,
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<CounsellingPage<'v>, Failure> {
    Ok(CounsellingPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        topics: listed(folder, "topic")?,
        action: folder.path("/counselling"),
        back: folder.path("/negotiation"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, "Základní poradenství")?;
    form.prefill("given_on", format_cs::date(folder.today()));
    Response::page(&template(visit, &folder, form)?)
}

/// A meeting of its own: when it began, how long it took, in what form.
struct Meeting {
    starts_at: i64,
    minutes: i64,
    way: Way,
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, "Základní poradenství");
    let given_on = form.past_date("given_on");
    let information = form.required("information", "Napište, co jste poradili a jaké informace člověk dostal");
    let topics = form.all("topics").join(" ");
    let meeting = if form.ticked("apart") { read_meeting(&mut form) } else { None };
    let Some(given_on) = given_on.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    };
    let facts = facts(&folder)?;
    let mut change = pen.change(&folder)?;
    let activity = match meeting {
        Some(meeting) => Some(begin(&mut change, &folder, &meeting, &topics)?),
        None => of_consultation(&facts, given_on),
    };
    let counselling = Counselling { activity, given_on, topics: &topics, information: &information };
    let id = given::counsel(&mut change, place(&folder)?, &counselling)?;
    change.commit(Entry::about(id, "základní sociální poradenství zapsáno").resting_on("R-005"));
    Ok(Response::see_other_saying(&folder.path("/negotiation"), "saved"))
}

fn read_meeting(form: &mut Form) -> Option<Meeting> {
    let starts_at = form.past_moment("given_on", "time");
    let minutes = form.minutes("minutes");
    let way = form.choice("form", "Vyberte, jak poradenství proběhlo");
    Some(Meeting { starts_at: starts_at?, minutes: minutes?, way: way? })
}

fn begin(change: &mut Change, folder: &Folder, meeting: &Meeting, topics: &str) -> Result<ActivityId, Failure> {
    let topics: Vec<&str> = topics.split_whitespace().collect();
    let new = NewActivity {
        service: folder.service(),
        folder: Some(folder.id()),
        anonymous: None,
        kind: Kind::BasicCounselling,
        form: meeting.way,
        starts_at: meeting.starts_at,
        minutes: meeting.minutes,
        on_behalf_of_client: false,
        place: "",
        worker: folder.viewer()?,
        topics: &topics,
    };
    activity::begin(change, &new)
}

/// The consultation of the same day, within which the counselling was given.
fn of_consultation(facts: &NegotiationFacts, given_on: Date) -> Option<ActivityId> {
    facts.consultation_activity.filter(|_| facts.held_on == Some(given_on))
}
