//! Who enters the case and who leaves it: a worker of one of the services or somebody from outside, chosen with the
//! client, for a need.

use super::super::people::{self, Somebody};
use super::super::store::people::{self as rows, Member, NewMember};
use super::{Asks, Opened, Short};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use rules::case_management::{Block, Warning};
use rules::moment::date_typed::Leaning;
use rules::profession::Profession;
use uuid::Uuid;

const ENTRY: &str = "Vstup do případu";
const EXIT: &str = "Odchod z případu";

fn template<'v>(
    visit: &'v Visit<'v>,
    opened: &Opened<'_>,
    (form, everybody): (Form<'v>, &[Somebody]),
) -> Result<Short<'v>, Failure> {
    let asks = Asks::Entry(people::members(everybody));
    let short = Short::of(visit, &opened.folder, (ENTRY, "Zapsat vstup", opened.path("/members/new")), (form, asks))?;
    Ok(short.led("Kdo a kdy vstoupí, volíme společně s klientem."))
}

pub fn new(visit: &Visit) -> Answer {
    let opened = Opened::running(visit)?;
    let everybody = people::of_case(&opened.folder, &opened.case)?;
    let mut form = Form::blank(visit, ENTRY)?;
    form.prefill("day", date(visit.today()));
    Response::page(&template(visit, &opened, (form, &everybody))?)
}

pub fn enter<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let opened = Opened::running(visit)?;
    let (folder, case) = (&opened.folder, &opened.case);
    let everybody = people::of_case(folder, case)?;
    let offered = people::members(&everybody);
    let mut form = Form::typed(visit, ENTRY);
    let who = people::chosen(&everybody, &offered, form.value("who"));
    let outside = form.text("outside_name");
    people::check_who(&mut form, who.is_some(), &outside);
    let role = form.required("role", "Napište, jakou má úlohu");
    let [need, for_part, expectation] = ["need", "for_part", "expectation"].map(|name| form.text(name));
    let day = form.date("day", Leaning::Future);
    if day.is_some_and(|day| day < case.begun_on) {
        form.problem("day", Block::BeforeItBegan.cs());
    }
    let participation = form.text("participation");
    if participation.is_empty() {
        form.problem("participation", Block::NoParticipation.cs());
    }
    let is_mentor = who.is_some_and(|one| one.profession == Profession::PeerMentor);
    let asked = [(need.is_empty(), Warning::NoNeed), (is_mentor, Warning::PeerMentor)];
    asked.iter().filter(|(holds, _)| *holds).for_each(|(_, warning)| form.warn(warning.rule(), warning.cs()));
    let (Some(day), true) = (day, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &opened, (form, &everybody))?));
    };
    let mentor_reason =
        if is_mentor { form.value(&Warning::PeerMentor.rule().reason_field()).to_owned() } else { String::new() };
    let new = NewMember {
        worker: who.map(|one| (one.service, one.worker)),
        outside_name: &outside,
        role: &role,
        need: &need,
        expectation: &expectation,
        for_part: &for_part,
        mentor_reason: &mentor_reason,
        entered_on: day,
        participation: &participation,
    };
    let mut change = pen.change(folder)?;
    let id = rows::enter(&mut change, folder, case.id, &new)?;
    form.keep_reasons(&mut change, Some(folder.id()), "case_management_member", id)?;
    change.commit(Entry::about(id, "vstup do případové spolupráce").resting_on("R-066"));
    Ok(Response::see_other_saying(&opened.home(), "saved"))
}

/// Somebody of the case who has not left yet.
fn present<'v>(visit: &'v Visit<'v>) -> Result<(Opened<'v>, Member), Failure> {
    let opened = Opened::any(visit)?;
    let id: Uuid = visit.path("member")?;
    let members = rows::members(&opened.folder, opened.case.id)?;
    let member = members.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    if member.left_on.is_some() {
        return Err(Failure::refused("Odchod už je zapsaný."));
    }
    Ok((opened, member))
}

fn leaving_page<'v>(
    visit: &'v Visit<'v>,
    (opened, member): (&Opened<'_>, &Member),
    form: Form<'v>,
) -> Result<Short<'v>, Failure> {
    let action = opened.path(&format!("/members/{}/exit", member.id));
    let short = Short::of(visit, &opened.folder, (EXIT, "Zapsat odchod", action), (form, Asks::Exit))?;
    Ok(short.led(format!("{}, {}", member.who(), member.role)))
}

pub fn leaving(visit: &Visit) -> Answer {
    let (opened, member) = present(visit)?;
    let mut form = Form::blank(visit, EXIT)?;
    form.prefill("day", date(visit.today()));
    Response::page(&leaving_page(visit, (&opened, &member), form)?)
}

pub fn leave<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let (opened, member) = present(visit)?;
    let mut form = Form::typed(visit, EXIT);
    let day = form.past_date("day");
    if day.is_some_and(|day| day < member.entered_on) {
        form.problem("day", Block::LeftBeforeEntering.cs());
    }
    let participation = form.text("participation");
    if participation.is_empty() {
        form.problem("participation", Block::NoParticipation.cs());
    }
    let (Some(day), true) = (day, form.is_settled()) else {
        return Err(Response::form_again(&leaving_page(visit, (&opened, &member), form)?));
    };
    let mut change = pen.change(&opened.folder)?;
    rows::leave(&mut change, &opened.folder, member.id, (day, &participation))?;
    change.commit(Entry::about(member.id, "odchod z případové spolupráce").resting_on("R-066"));
    Ok(Response::see_other_saying(&opened.home(), "saved"))
}
