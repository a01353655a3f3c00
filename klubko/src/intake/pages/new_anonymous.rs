//! Zapsat anonymně: one-off counselling for somebody who gives no name. Fields for a name, a telephone or an
//! address do not exist, and no consent is asked for.

use super::super::choices::{Choices, form_of, known};
use super::super::contact;
use super::super::store::anonymous as store;
use super::new_contact::{near_days, prefill_now};
use crate::activity::{self, NewActivity};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::clock;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::id::AnonymousContactId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::activity::Kind;
use rules::anonymous::check_text;
use rules::intake::Channel;

const TITLE: &str = "Anonymní kontakt";
const ADDRESS: &str = "/anonymous-contacts/new";

#[derive(Template)]
#[template(path = "intake/new_anonymous.html")]
struct NewAnonymous<'v> {
    page: Page<'v>,
    form: Form<'v>,
    choices: Choices,
    near: [(String, &'static str); 2],
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    prefill_now(&mut form, &desk);
    Response::page(&template(visit, &desk, form)?)
}

fn template<'v>(visit: &'v Visit<'v>, desk: &Desk, form: Form<'v>) -> Result<NewAnonymous<'v>, Failure> {
    Ok(NewAnonymous { page: Page::of(visit), form, choices: Choices::of(desk)?, near: near_days(desk) })
}

/// The person does not want to be named after all: what was written goes on here, the name does not.
pub fn go_on<'v>(visit: &'v Visit<'v>, desk: &Desk, mut form: Form<'v>) -> Result<Failure, Failure> {
    form.continues_at(ADDRESS, TITLE, &[("asked", "talked_about"), ("agreed", "advice")]);
    Ok(Response::form_again(&template(visit, desk, form)?))
}

/// What was typed; there is no field by which somebody could be found.
struct Typed {
    channel: Option<Channel>,
    starts_at: Option<i64>,
    minutes: Option<i64>,
    topics: Vec<String>,
    note: String,
    advice: String,
}

impl Typed {
    fn read(form: &mut Form, choices: &Choices) -> Self {
        let typed = Self {
            channel: form.choice("channel", "Zvolte, jak se člověk na službu obrátil"),
            starts_at: form.past_moment("day", "time"),
            minutes: form.minutes("minutes"),
            topics: contact::topics(form, choices),
            note: form.text("talked_about"),
            advice: form.text("advice"),
        };
        if let Some(warning) = check_text(&format!("{}\n{}", typed.note, typed.advice)) {
            form.warn(warning.rule(), format!("{} {MESSAGE_113}", warning.cs()));
        }
        typed
    }
}

/// What an anonymous contact must not hold.
const MESSAGE_113: &str = "U anonymního kontaktu neuvádějte jméno, rodné číslo, adresu, telefon ani e-mail.";

pub fn record<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let choices = Choices::of(&desk)?;
    let typed = Typed::read(&mut form, &choices);
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &desk, form)?));
    }
    let mut change = pen.change(&desk)?;
    let (id, number) = write(&mut change, &desk, &typed, (&form, &choices))?;
    form.keep_reasons(&mut change, None, "anonymous_contact", id)?;
    change.commit(Entry::about(id, format!("anonymní kontakt {number}")).resting_on("R-027"));
    Ok(Response::see_other_saying(&format!("/anonymous-contacts/{id}"), "anonymous"))
}

fn write(
    change: &mut Change,
    desk: &Desk,
    typed: &Typed,
    (form, choices): (&Form, &Choices),
) -> Result<(AnonymousContactId, String), Failure> {
    let Typed { channel: Some(channel), starts_at: Some(starts_at), minutes: Some(minutes), .. } = *typed else {
        return Err(Failure::Absent);
    };
    let id: AnonymousContactId = change.new_id();
    let topics: Vec<&str> = typed.topics.iter().map(String::as_str).collect();
    let activity = NewActivity {
        service: desk.service(),
        folder: None,
        anonymous: Some(id),
        kind: Kind::BasicCounselling,
        form: form_of(channel),
        starts_at,
        minutes,
        on_behalf_of_client: false,
        place: "",
        worker: desk.worker()?,
        topics: &topics,
    };
    let activity = activity::begin(change, &activity)?;
    let year = i64::from(clock::day_of(starts_at).year());
    let sequence = store::next_sequence(desk, year)?;
    let number = format!("A-{year}-{sequence:04}");
    let new = store::NewAnonymousContact {
        id,
        activity,
        year,
        sequence,
        number: &number,
        age_band: known(&choices.age_bands, form.value("age_band")),
        sex: known(&choices.sexes, form.value("sex")),
        region: known(&choices.regions, form.value("region")),
        note: &typed.note,
        advice: &typed.advice,
    };
    store::insert(change, desk, &new)?;
    Ok((id, number))
}
