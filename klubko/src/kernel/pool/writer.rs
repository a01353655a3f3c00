//! The one thread that writes.

use super::attend::{Attended, Halt, attend, compare_again};
use super::readers::finish;
use super::{Job, OnBroken, PrintJob, Then, Work};
use crate::kernel::answer::Response;
use crate::kernel::clock::Clock;
use crate::kernel::db::{self, Batch, Connection, Place};
use crate::kernel::draft;
use crate::kernel::failure::Failure;
use crate::kernel::id::SessionId;
use crate::kernel::journal::{self, Line};
use crate::params;
use crossbeam_channel::{Receiver, Sender};
use std::cell::Cell;

const ROUND: usize = 64;
const TRIES: usize = 5;

pub(super) fn write(
    mut writer: Connection,
    place: &Place,
    queue: &Receiver<Work>,
    papers: &Sender<PrintJob>,
    clock: &Clock,
    on_broken: OnBroken,
) {
    while let Ok(first) = queue.recv() {
        let mut round = vec![first];
        round.extend(queue.try_iter().take(ROUND - 1));
        let mut settled = Err(Failure::Again);
        for _ in 0..TRIES {
            settled = settle(&writer, &round, clock);
            match &settled {
                Err(Failure::Again) => {}
                Err(Failure::Overloaded) => drop(reopen(&mut writer, place)),
                // Whether it was settled is unknown; sent once more, a form that was acts no more (its key is spent).
                Err(Failure::Unreachable(_)) if reopen(&mut writer, place) => {}
                _ => break,
            }
        }
        match settled {
            Ok(answers) => round.into_iter().zip(answers).for_each(|(work, answer)| reply(work, answer, papers)),
            Err(Failure::Broken(cause)) => {
                // What the disk holds is now unknown: write nothing more, let the supervisor start us anew.
                tracing::error!(cause, "the writer ends");
                round.into_iter().for_each(|work| work.reply_with(Failure::Unsettled.into_response(None)));
                return on_broken();
            }
            Err(Failure::Full) => round.into_iter().for_each(|work| work.reply_with(Failure::Full.into_response(None))),
            Err(Failure::Unreachable(cause)) => {
                let no_answer = || Failure::Unreachable(cause.clone()).into_response(None);
                round.into_iter().for_each(|work| work.reply_with(no_answer()));
            }
            Err(_) => round.into_iter().for_each(|work| work.reply_with(Failure::Again.into_response(None))),
        }
    }
}

fn reopen(writer: &mut Connection, place: &Place) -> bool {
    Connection::open_writer(place).map(|anew| *writer = anew).is_ok()
}

fn reply(work: Work, answer: Option<Response>, papers: &Sender<PrintJob>) {
    match (work, answer) {
        (Work::Testify { then, reply, .. }, _) => finish(then, reply, papers),
        (work, Some(answer)) => work.reply_with(answer),
        (_, None) => {}
    }
}

/// Attends to everything in the round under one commit.
///
/// Errors: `Overloaded` when the transaction could not even begin (nothing was written), `Full` when there is no room
/// (nothing was written), `Unreachable` when the database went away, `Broken` when it could not be committed.
fn settle(writer: &Connection, round: &[Work], clock: &Clock) -> Result<Vec<Option<Response>>, Failure> {
    let began = writer.begin_writing();
    let batch = began.map_err(|error| match error {
        db::Error::Again | db::Error::Full | db::Error::Lost(_) => Failure::from(error),
        db::Error::Engine(cause) => {
            tracing::warn!(cause, "could not begin to write");
            Failure::Overloaded
        }
    })?;
    let mut journal = Vec::new();
    let mut answers = Vec::with_capacity(round.len());
    for work in round {
        answers.push(match work {
            Work::Testify { lines, then, .. } => {
                journal.extend_from_slice(lines);
                debug_assert!(matches!(then, Then::Show(_) | Then::Print(_)));
                None
            }
            Work::Form(job) => Some(settle_form(&batch, job, clock, &mut journal)?),
            Work::Touch(session, at) => touch(&batch, *session, *at)?,
            Work::Probe(_) => Some(Response::text("ready")),
        });
    }
    let latest = journal.iter().map(|line: &Line| line.at).max();
    journal::append(batch.unit(), journal)?;
    batch.commit()?;
    clock.never_before(latest.unwrap_or_default());
    Ok(answers)
}

fn settle_form(batch: &Batch<'_>, job: &Job, clock: &Clock, journal: &mut Vec<Line>) -> Result<Response, Failure> {
    let halted: Cell<Option<Halt>> = Cell::new(None);
    let attended = batch.attempt(|unit| {
        let attended = attend(unit, &job.route, &job.request, clock);
        halted.set(attended.halt);
        let stays = attended.stays;
        (attended, stays)
    });
    // Without room, or without a connection, the savepoint is gone as well: what it says then is no cause of its own.
    if let Some(halt) = halted.get() {
        return Err(halt.into());
    }
    let Attended { mut response, looks, deeds, overtaken, keepsake, touch: touched, .. } = attended?;
    journal.extend(looks);
    journal.extend(deeds);
    // The form's work is rolled back; what was typed is kept on its own (decision 15).
    if let Some(keepsake) = keepsake {
        let kept = batch.attempt(|unit| {
            let kept = draft::keep(unit, &keepsake);
            let stays = kept.is_ok();
            (kept, stays)
        })??;
        journal.extend(kept.and_then(|kept| kept.line));
    }
    if overtaken {
        // What the form began to write is gone by now: the page shows what really stands there.
        let (comparison, looks) = batch.attempt(|unit| (compare_again(unit, &job.request, clock), false))?;
        journal.extend(looks);
        response = comparison.unwrap_or(response);
    }
    if let Some((session, at)) = touched {
        touch(batch, session, at)?;
    }
    Ok(response)
}

fn touch(batch: &Batch<'_>, session: SessionId, at: i64) -> Result<Option<Response>, Failure> {
    const TOUCH: &str = "update session set seen_at = $2 where id = $1 and seen_at < $2 and locked_at is null";
    batch.unit().run(TOUCH, params![session, at])?;
    Ok(None)
}
