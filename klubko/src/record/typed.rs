//! Reading the record's form: the same for a new record and for its correction.

use super::chosen::Chosen;
use super::store;
use crate::activity::{self, Cooperation, NewActivity};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::WorkerId;
use crate::kernel::messages_cs::InCzech;
use jiff::Timestamp;
use jiff::civil::Date;
use rules::activity::{client_was_present, may_record};
use rules::closure;
use rules::coded::Coded;
use rules::moment::contact_time::ContactTime;
use rules::record_text::RecordText;

/// What the form says, once nothing is left to correct.
pub struct Typed {
    pub chosen: Chosen,
    pub has_agreement: bool,
    pub form: rules::activity::Form,
    pub starts_at: i64,
    pub minutes: i64,
    pub place: String,
    pub topics: Vec<String>,
    pub text: RecordText,
}

/// What the folder and the service say about a record before it is written.
pub struct Standing {
    pub cooperation: Cooperation,
    /// The last day of the agreement; none while it goes on.
    pub agreement_last_day: Option<Date>,
    pub form_of_service: rules::activity::Form,
}

impl Standing {
    pub fn of(folder: &Folder) -> Result<Self, Failure> {
        let form = store::form_of_service(folder)?;
        let agreement_last_day = activity::agreement_last_day(folder)?;
        Ok(Self { cooperation: activity::cooperation(folder)?, agreement_last_day, form_of_service: form })
    }
}

/// Reads everything; what is wrong stands in the form.
pub fn read(form: &mut Form, standing: &Standing, now: i64) -> Option<Typed> {
    let chosen = form.choice::<Chosen>("kind", "Vyberte druh kontaktu");
    let starts_at = form.past_moment("day", "time");
    let minutes = length(form, starts_at, now);
    let text = RecordText::split(&form.text("body"));
    let place = form.text("place");
    let topics = form.all("topics").into_iter().map(str::to_owned).collect();
    let (chosen, starts_at) = (chosen?, starts_at?);
    let on = clock::day_of(starts_at);
    let Cooperation { agreement_on, closed_on } = standing.cooperation;
    // An agreement that ended before that day is none.
    let ended = standing.agreement_last_day.filter(|last| *last < on);
    let agreement_on = agreement_on.filter(|_| ended.is_none());
    let has_agreement = agreement_on.is_some_and(|day| day <= on) && closed_on.is_none_or(|day| on <= day);
    let kind = chosen.kind(has_agreement || (ended.is_some() && closed_on.is_none()));
    match closed_on {
        Some(closed) if !closure::may_record(kind, on, closed_on) => form.problem("kind", is_closed(closed)),
        _ if may_record(kind, on, agreement_on).is_err() => {
            form.problem("kind", ended.map_or_else(|| no_agreement(on), after_agreement));
        }
        _ => {}
    }
    let own = rules::activity::Form::from_code(form.value("form"));
    let form = own.unwrap_or_else(|| chosen.form(standing.form_of_service));
    Some(Typed { chosen, has_agreement, form, starts_at, minutes: minutes?, place, topics, text })
}

/// what the service itself does needs an agreement on its day.
fn no_agreement(on: Date) -> String {
    format!(
        "Ke dni {} není uzavřená smlouva. Zapište kontakt jako Jednání se zájemcem, nebo nejdřív uzavřete smlouvu",
        format_cs::date(on)
    )
}

/// After the end only what leads to a new agreement is written, and what happened before it.
fn is_closed(on: Date) -> String {
    format!(
        "Spolupráce skončila {}. Zapište kontakt jako Jednání se zájemcem, nebo zahajte nové jednání",
        format_cs::date(on)
    )
}

/// The same after an agreement: what goes on needs an amendment in time, or a new agreement.
fn after_agreement(last: Date) -> String {
    format!(
        "Smlouva skončila {}. Zapište kontakt jako Jednání se zájemcem, nebo uzavřete novou smlouvu",
        format_cs::date(last)
    )
}

/// The typed end wins over the length that stood there.
fn length(form: &mut Form, starts_at: Option<i64>, now: i64) -> Option<i64> {
    let Some(end) = form.time_or_none("ends") else { return form.minutes("minutes") };
    let starts_at = starts_at?;
    let ends_at = clock::moment_on(clock::day_of(starts_at), end);
    let stamp = |at: i64| Timestamp::from_millisecond(at).unwrap_or_default();
    match ContactTime::between(stamp(starts_at), stamp(ends_at), stamp(now)) {
        Ok(time) => Some(i64::from(time.minutes())),
        Err(flaw) => {
            form.problem("ends", flaw.cs());
            None
        }
    }
}

/// A record without a text is a contact to be written up later; not reaching somebody says everything by itself.
pub fn want_text(form: &mut Form, typed: Option<&Typed>) {
    let says_all = |typed: &Typed| !typed.text.is_empty() || typed.chosen == Chosen::NotReached;
    if form.value("body").is_empty() && !typed.is_some_and(says_all) {
        form.problem("body", "Napište, co se dělo, nebo zvolte Jen zaznamenat");
    }
}

impl Typed {
    /// As a row of the folder.
    pub fn activity<'a>(&'a self, folder: &Folder, worker: WorkerId, topics: &'a [&'a str]) -> NewActivity<'a> {
        NewActivity {
            service: folder.service(),
            folder: Some(folder.id()),
            anonymous: None,
            kind: self.chosen.kind(self.has_agreement),
            form: self.form,
            starts_at: self.starts_at,
            minutes: self.minutes,
            on_behalf_of_client: self.chosen.is_on_behalf(),
            place: &self.place,
            worker,
            topics,
        }
    }

    /// The day on which somebody met the client, if this was it.
    pub fn met_on(&self) -> Option<Date> {
        let kind = self.chosen.kind(self.has_agreement);
        client_was_present(kind, self.chosen.is_on_behalf()).then(|| clock::day_of(self.starts_at))
    }

    pub fn topic_codes(&self) -> Vec<&str> {
        self.topics.iter().map(String::as_str).collect()
    }
}
