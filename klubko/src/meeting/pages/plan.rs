//! Planning a meeting of the own service with another one: when, where, who leads it, who takes minutes, how often.

use super::super::store::meetings::{self, NewMeeting, Other};
use crate::accounts::{self, Colleague};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::clock;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::id::{ServiceId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::ties;
use askama::Template;
use rules::coded::Coded;
use rules::meeting::{Block, Rhythm};
use rules::moment::date_typed::Leaning;
use rules::profession::Profession;

const TITLE: &str = "Naplánovat poradu";

#[derive(Template)]
#[template(path = "meeting/plan.html")]
struct PlanPage<'v> {
    page: Page<'v>,
    form: Form<'v>,
    services: Vec<(String, String)>,
    rhythms: Vec<(&'static str, String)>,
    people: Vec<(String, String)>,
}

/// Who may lead a meeting or take its minutes: those who work with clients in our service and in the chosen one.
fn people(desk: &Desk<'_>, far: Option<&Other>) -> Result<Vec<(String, String)>, Failure> {
    let is_care = |one: &Colleague| {
        matches!(one.profession, Profession::SocialWorker | Profession::DirectCareWorker | Profession::OtherSpecialist)
    };
    let mut all = Vec::new();
    for (service, place) in std::iter::once((desk.service(), "")).chain(far.map(|far| (far.id, far.name.as_str()))) {
        for one in accounts::colleagues(desk.db(), service, desk.today())?.iter().filter(|one| is_care(one)) {
            let place = if place.is_empty() { String::new() } else { format!(" ({place})") };
            all.push((one.id.to_string(), format!("{}{place}", ties::named(one))));
        }
    }
    Ok(all)
}

/// The one service with which the form is about to meet, or all of them while nothing is chosen.
fn offered(desk: &Desk<'_>, others: &[Other], far: Option<ServiceId>) -> Result<Vec<(String, String)>, Failure> {
    if let Some(far) = others.iter().find(|one| Some(one.id) == far) {
        return people(desk, Some(far));
    }
    let mut all = people(desk, None)?;
    for other in others {
        let theirs = people(desk, Some(other))?;
        all.extend(theirs.into_iter().filter(|(id, _)| !id.is_empty()));
    }
    all.sort();
    all.dedup_by(|one, other| one.0 == other.0);
    all.sort_by(|one, other| one.1.cmp(&other.1));
    Ok(all)
}

fn template<'v>(visit: &'v Visit<'v>, desk: &Desk<'_>, form: Form<'v>) -> Result<PlanPage<'v>, Failure> {
    let others = meetings::other_services(desk)?;
    let people = offered(desk, &others, form.value("far_service").parse().ok())?;
    Ok(PlanPage {
        page: Page::of(visit),
        form,
        services: others.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
        rhythms: Rhythm::ALL.iter().map(|rhythm| (rhythm.code(), rhythm.cs().into_owned())).collect(),
        people,
    })
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("rhythm", Rhythm::Fortnightly.code());
    form.prefill("chair", desk.worker()?.to_string());
    Response::page(&template(visit, &desk, form)?)
}

pub fn plan<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let others = meetings::other_services(&desk)?;
    let far: Option<ServiceId> = form.value("far_service").parse().ok();
    let far = far.filter(|far| others.iter().any(|one| one.id == *far));
    if far.is_none() {
        form.problem("far_service", Block::SameService.cs());
    }
    let rhythm: Option<Rhythm> = form.choice("rhythm", "Zvolte, jak často se scházíte");
    let starts_at = form.moment("day", "time", Leaning::Future);
    if starts_at.is_some_and(|at| clock::day_of(at) < visit.today()) {
        form.problem("day", Block::InThePast.cs());
    }
    let place = form.required("place", "Napište, kde se sejdete");
    let known = offered(&desk, &others, far)?;
    let chair: Option<WorkerId> = form.chosen("chair", "Vyberte, kdo poradu povede");
    let taker: Option<WorkerId> = form.value("minute_taker").parse().ok();
    for (name, who) in [("chair", chair), ("minute_taker", taker)] {
        if who.is_some_and(|who| known.iter().all(|(id, _)| *id != who.to_string())) {
            form.problem(name, "Vyberte pracovníka jedné z obou služeb");
        }
    }
    let (Some(far), Some(rhythm), Some(starts_at), Some(chair), true) =
        (far, rhythm, starts_at, chair, form.is_settled())
    else {
        return Err(Response::form_again(&template(visit, &desk, form)?));
    };
    let mut change = pen.change(&desk)?;
    let series = meetings::series(&mut change, &desk, (far, rhythm))?;
    let new = NewMeeting {
        series,
        services: (desk.service(), far),
        starts_at,
        meets_on: clock::day_of(starts_at),
        place: &place,
        chair,
        minute_taker: taker,
    };
    let id = meetings::plan(&mut change, &new)?;
    change.commit(Entry::about(id, "porada naplánována").resting_on("R-074"));
    Ok(Response::see_other_saying(&format!("/meetings/{id}"), "planned"))
}
