//! The threads that only read: pages, papers before they are printed, passwords before they are believed.

use super::attend::{self, Attended, Halt, attend};
use super::{Job, PrintJob, Then, Work};
use crate::kernel::answer::Response;
use crate::kernel::clock::Clock;
use crate::kernel::content;
use crate::kernel::db::{Connection, Place, Unit};
use crate::kernel::failure::Failure;
use crate::kernel::route::Handler;
use crossbeam_channel::{Receiver, Sender};
use std::cell::Cell;

/// Where a reader hands on what it cannot finish itself.
#[derive(Clone)]
pub(super) struct Ways {
    pub(super) testimony: Sender<Work>,
    pub(super) papers: Sender<PrintJob>,
}

pub(super) fn read(mut reader: Connection, place: &Place, queue: &Receiver<Job>, ways: &Ways, clock: &Clock) {
    for job in queue {
        attend_to(&mut reader, place, job, ways, clock);
    }
}

pub(super) fn attend_to(reader: &mut Connection, place: &Place, job: Job, ways: &Ways, clock: &Clock) {
    let printed: Cell<Option<paper::Paper>> = Cell::new(None);
    let attended = attended(reader, place, |unit| match job.route.handler() {
        Handler::Print(print) => attend::run(unit, &job.route, &job.request, clock, |visit| {
            printed.set(Some(print(visit)?));
            Ok(Response::text(""))
        }),
        _ => attend(unit, &job.route, &job.request, clock),
    });
    hand_on(job, attended, printed.take(), ways);
}

/// A page with looks to be written waits for the writer; a paper then goes to the printer.
fn hand_on(job: Job, attended: Attended, paper: Option<paper::Paper>, ways: &Ways) {
    let Attended { response, looks, touch, .. } = attended;
    if let Some((session, at)) = touch {
        let _ = ways.testimony.try_send(Work::Touch(session, at));
    }
    let then = match paper {
        Some(paper) => Then::Print(Box::new(paper)),
        None => Then::Show(response),
    };
    if looks.is_empty() {
        return finish(then, job.reply, &ways.papers);
    }
    if let Err(full) = ways.testimony.try_send(Work::Testify { lines: looks, then, reply: job.reply }) {
        full.into_inner().reply_with(Failure::Overloaded.into_response(None));
    }
}

pub(super) fn finish(then: Then, reply: tokio::sync::oneshot::Sender<Response>, papers: &Sender<PrintJob>) {
    match then {
        Then::Show(response) => drop(reply.send(response)),
        Then::Print(paper) => {
            if let Err(full) = papers.try_send(PrintJob { paper, reply }) {
                let _ = full.into_inner().reply.send(Failure::Overloaded.into_response(None));
            }
        }
    }
}

/// Weighs a password here, so that Argon2 never holds up the writer; nor the readers, for it steps back behind them.
pub(super) fn weigh(mut reader: Connection, place: &Place, queue: &Receiver<Job>, forms: &Sender<Work>, clock: &Clock) {
    step_back();
    for mut job in queue {
        let Handler::Weighed(weigh, _) = job.route.handler() else { continue };
        let weighed = Cell::new(None);
        let attended = attended(&mut reader, place, |unit| {
            attend::run(unit, &job.route, &job.request, clock, |visit| {
                weighed.set(Some(weigh(visit)?));
                Ok(Response::text(""))
            })
        });
        match weighed.take() {
            Some(found) => {
                job.request.weighed = Some(found);
                if let Err(full) = forms.try_send(Work::Form(Box::new(job))) {
                    full.into_inner().reply_with(Failure::Overloaded.into_response(None));
                }
            }
            None => drop(job.reply.send(attended.response)),
        }
    }
}

/// Where the system knows how, this thread takes a processor when nobody else wants it, and a tenth of it otherwise: whoever
/// signs in waits a little, whoever works does not notice.
fn step_back() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::nice(10) {
        tracing::warn!("passwords are weighed at full priority: {error}");
    }
}

/// Prepares a file here: it is decoded, made anew and laid down before the writer is asked. Who may send it is asked
/// first, and once more by the writer, who answers whatever came of it.
pub(super) fn receive(
    mut reader: Connection,
    place: &Place,
    queue: &Receiver<Job>,
    forms: &Sender<Work>,
    clock: &Clock,
) {
    for mut job in queue {
        let Handler::Upload(admit, _) = job.route.handler() else { continue };
        let limits = Cell::new(None);
        let attended = attended(&mut reader, place, |unit| {
            attend::run(unit, &job.route, &job.request, clock, |visit| {
                limits.set(Some(admit(visit)?));
                Ok(Response::text(""))
            })
        });
        if attended.halt.is_some() {
            let _ = job.reply.send(attended.response);
            continue;
        }
        if let (Some(arrived), Some(limits)) = (job.request.file.take(), limits.take()) {
            job.request.prepared = Some(content::prepare(place, arrived, &limits));
        }
        if let Err(full) = forms.try_send(Work::Form(Box::new(job))) {
            full.into_inner().reply_with(Failure::Overloaded.into_response(None));
        }
    }
}

/// Reads, and once more over a new connection when the one there was is lost: nothing was written, so nothing is done
/// twice, and whoever asked notices nothing.
fn attended(reader: &mut Connection, place: &Place, work: impl Fn(&Unit) -> Attended) -> Attended {
    match reader.read(&work) {
        Ok(attended) if attended.halt != Some(Halt::Lost) => return attended,
        _ => reopen(reader, place),
    }
    reader.read(&work).unwrap_or_else(|error| Attended::failed(error.into()))
}

fn reopen(reader: &mut Connection, place: &Place) {
    if let Ok(anew) = Connection::open_reader(place) {
        *reader = anew;
    }
}
