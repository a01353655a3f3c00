//! A peer mentor is invited when the situation asks for it: he will see the points of the clients whom he mentors, and
//! nothing else.

use super::super::store::meetings;
use super::must_run;
use crate::accounts;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::id::WorkerId;
use crate::kernel::journal::Entry;
use crate::kernel::meeting::Meeting;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::meeting::Warning;
use rules::profession::Profession;

const TITLE: &str = "Přizvat peer mentora";

#[derive(Template)]
#[template(path = "meeting/invite.html")]
struct Invite<'v> {
    page: Page<'v>,
    form: Form<'v>,
    people: Vec<(String, String)>,
    action: String,
    back: String,
}

/// The peer mentors of both services.
fn mentors(meeting: &Meeting<'_>) -> Result<Vec<(String, String)>, Failure> {
    let mut all = Vec::new();
    for (service, place) in meeting.services() {
        let colleagues = accounts::colleagues(meeting.db(), service, meeting.today())?;
        let mentors = colleagues.iter().filter(|one| one.profession == Profession::PeerMentor);
        all.extend(mentors.map(|one| (one.id.to_string(), format!("{} ({place})", one.name()))));
    }
    Ok(all)
}

fn template<'v>(visit: &'v Visit<'v>, meeting: &Meeting<'_>, form: Form<'v>) -> Result<Invite<'v>, Failure> {
    let people = mentors(meeting)?;
    Ok(Invite { page: Page::of(visit), form, people, action: meeting.path("/guests/new"), back: meeting.path("") })
}

pub fn page(visit: &Visit) -> Answer {
    let meeting = Meeting::open(visit)?;
    must_run(&meeting)?;
    Response::page(&template(visit, &meeting, Form::blank(visit, TITLE)?)?)
}

pub fn invite<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let meeting = Meeting::open(visit)?;
    must_run(&meeting)?;
    let mut form = Form::typed(visit, TITLE);
    let who: Option<WorkerId> = form.chosen("who", "Vyberte, koho zvete");
    let known = mentors(&meeting)?;
    if who.is_some_and(|who| known.iter().all(|(id, _)| *id != who.to_string())) {
        form.problem("who", "Vyberte peer mentora jedné z obou služeb");
    }
    form.warn(Warning::PeerMentor.rule(), Warning::PeerMentor.cs());
    let (Some(who), true) = (who, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &meeting, form)?));
    };
    let reason = form.value(&Warning::PeerMentor.rule().reason_field()).to_owned();
    let mut change = pen.change(&meeting)?;
    meetings::invite(&mut change, &meeting, (who, &reason))?;
    form.keep_reasons(&mut change, None, "team_meeting", meeting.id())?;
    change.commit(Entry::about(meeting.id(), "přizvání peer mentora na poradu").resting_on("R-075"));
    Ok(Response::see_other_saying(&meeting.path(""), "saved"))
}
