//! Quick pages are attended to on the very thread that read the request: waking another thread for them and being woken
//! by it took a tenth of a page. What is quick is a page of one folder, or a worker's own day; what looks through many
//! folders goes to the readers, and so does everything where the database is asked over a network.

use super::readers::{Ways, attend_to};
use super::{Job, WAITING};
use crate::kernel::answer::Response;
use crate::kernel::clock::Clock;
use crate::kernel::db::{self, Connection, Place};
use crate::kernel::failure::Failure;
use crate::kernel::route::{Handler, Route};
use crossbeam_channel::{Sender, bounded};
use rules::access::{Act, Scope};
use std::sync::{Mutex, PoisonError};
use tokio::sync::oneshot::Receiver;

pub(super) struct Here {
    come: Sender<Job>,
    queue: crossbeam_channel::Receiver<Job>,
    readers: Mutex<Vec<Connection>>,
    place: Place,
    ways: Ways,
    clock: Clock,
}

impl Here {
    /// As many connections as readers; none where the database is not in this very process.
    pub(super) fn open(place: &Place, readers: usize, ways: Ways, clock: &Clock) -> db::Result<Option<Self>> {
        if !matches!(place, Place::File(_)) {
            return Ok(None);
        }
        let (come, queue) = bounded(WAITING);
        let readers = (0..readers).map(|_| Connection::open_reader(place)).collect::<db::Result<Vec<_>>>()?;
        Ok(Some(Self { come, queue, readers: readers.into(), place: place.clone(), ways, clock: clock.clone() }))
    }

    pub(super) fn takes(route: &Route) -> bool {
        let is_of_one = route.act() == Act::SeeMyDay || route.act().scope() == Scope::Folder;
        is_of_one && matches!(route.handler(), Handler::Page(_)) && route.act() != Act::DownloadAttachment
    }

    /// Queues the job and works on what waits longest until its own answer is there or nobody waits any more; whether
    /// there was room for it. Whoever left meanwhile left his job to the next.
    pub(super) async fn attend(&self, job: Job, answer: &Receiver<Response>, pages: &Sender<Job>) -> bool {
        if self.come.try_send(job).is_err() {
            return false;
        }
        loop {
            // Whoever has sent a request meanwhile is heard first: so it is seen how many wait, and the last are told.
            tokio::task::yield_now().await;
            if !answer.is_empty() || !self.attend_to_next(pages) {
                return true;
            }
        }
    }

    /// Attends to the one that waits longest. With all connections taken it goes to the readers, for those who hold one
    /// may just have found the queue empty.
    fn attend_to_next(&self, pages: &Sender<Job>) -> bool {
        let Ok(job) = self.queue.try_recv() else { return false };
        let reader = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match reader {
            Some(mut reader) => {
                attend_to(&mut reader, &self.place, job, &self.ways, &self.clock);
                self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
            }
            // Where they have no room either, whoever asked is told to come again.
            None => {
                if let Err(full) = pages.try_send(job) {
                    let _ = full.into_inner().reply.send(Failure::Overloaded.into_response(None));
                }
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::kernel::answer::Answer;
    use crate::kernel::pool::Pool;
    use crate::kernel::visit::{Request, Visit};
    use std::future::poll_fn;
    use std::pin::pin;
    use std::sync::Arc;
    use std::task::Poll;

    /// A house in which nobody is signed in: every page leads to the sign-in.
    const TO_SIGN_IN: u16 = 303;
    const COME_AGAIN: u16 = 503;

    fn in_a_house(work: impl AsyncFnOnce(Pool, Arc<Route>)) {
        fn day(_: &Visit<'_>) -> Answer {
            Ok(Response::text(""))
        }
        let file = std::env::temp_dir().join(format!("klubko-here-{}.db", uuid::Uuid::new_v4()));
        let clock = Clock::ticking_from(jiff::civil::date(2026, 6, 9).at(8, 0, 0, 0));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let pool = Pool::start(&Place::File(file.clone()), 2, &clock, || {}).unwrap();
        let route = Arc::new(Route::page(Act::SeeMyDay, "/", day));
        assert!(Here::takes(&route));
        runtime.block_on(work(pool, route));
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", file.display()));
        }
    }

    #[test]
    fn the_last_of_too_many_are_told_to_come_again_and_all_others_are_answered() {
        const MORE: usize = 44;
        in_a_house(async |pool, route| {
            let mut asked = tokio::task::JoinSet::new();
            for _ in 0..WAITING + MORE {
                let (pool, route) = (pool.clone(), route.clone());
                asked.spawn(async move { pool.ask(route, Request::default()).await.status });
            }
            let answers = asked.join_all().await;
            let many = |status| answers.iter().filter(|one| **one == status).count();
            assert_eq!((many(TO_SIGN_IN), many(COME_AGAIN)), (WAITING, MORE));
        });
    }

    #[test]
    fn whoever_hangs_up_holds_up_nobody() {
        in_a_house(async |pool, route| {
            {
                let mut gone = pin!(pool.ask(route.clone(), Request::default()));
                let is_pending = poll_fn(|now| Poll::Ready(gone.as_mut().poll(now).is_pending())).await;
                assert!(is_pending);
            }
            let here = pool.here.clone().unwrap();
            assert_eq!(here.queue.len(), 1, "his job waits");
            assert_eq!(pool.ask(route, Request::default()).await.status, TO_SIGN_IN);
            assert!(here.queue.is_empty());
        });
    }

    #[test]
    fn with_all_connections_taken_the_readers_help() {
        in_a_house(async |pool, route| {
            let taken = std::mem::take(&mut *pool.here.as_ref().unwrap().readers.lock().unwrap());
            assert_eq!(taken.len(), 2);
            assert_eq!(pool.ask(route, Request::default()).await.status, TO_SIGN_IN);
        });
    }

    #[test]
    fn where_the_readers_have_no_room_either_one_is_told_to_come_again() {
        in_a_house(async |pool, route| {
            let here = pool.here.clone().unwrap();
            here.readers.lock().unwrap().clear();
            let (full, _nobody) = bounded(0);
            let (reply, answer) = tokio::sync::oneshot::channel();
            assert!(here.attend(Job { route, request: Request::default(), reply }, &answer, &full).await);
            assert_eq!(answer.await.unwrap().status, COME_AGAIN);
        });
    }
}
