//! A fixed number of worker threads, each with its own connection: readers for pages, one writer for forms, two that
//! weigh passwords, one that prints, one that prepares files. Quick pages are attended to where their request was read
//! ([`here`]).
//!
//! The writer settles everything that waits in one transaction and one flush (group commit); each unit has its own
//! savepoint, so one that fails does not harm its neighbours. A page that must testify to a look is held back until
//! the look is durable: no journal, no data. Queues are bounded; a full one answers 503.

mod attend;
mod here;
mod readers;
mod writer;

use super::answer::{Answer, Response};
use super::clock::Clock;
use super::db::{self, Connection, Place};
use super::failure::Failure;
use super::give_back::{Typed, with_what_was_typed};
use super::id::SessionId;
use super::journal::{self, Line};
use super::route::{Handler, Route};
use super::visit::{Request, Visit};
use crossbeam_channel::{Receiver, Sender, bounded};
use here::Here;
use rules::access::Act;
use std::sync::Arc;
use std::thread;
use tokio::sync::oneshot;

const WAITING: usize = 256;
/// A picture being decoded takes as much memory as it has points: one at a time.
const FILES: usize = 16;

/// The way in for requests.
#[derive(Clone)]
pub struct Pool {
    pages: Sender<Job>,
    forms: Sender<Work>,
    passwords: Sender<Job>,
    files: Sender<Job>,
    here: Option<Arc<Here>>,
}

struct Job {
    route: Arc<Route>,
    request: Request,
    reply: oneshot::Sender<Response>,
}

/// What the writer settles.
enum Work {
    Form(Box<Job>),
    /// A page is ready and waits for its looks to be written.
    Testify {
        lines: Vec<Line>,
        then: Then,
        reply: oneshot::Sender<Response>,
    },
    /// Somebody is at his screen.
    Touch(SessionId, i64),
    /// Can anything be written?
    Probe(oneshot::Sender<Response>),
}

enum Then {
    Show(Response),
    Print(Box<paper::Paper>),
}

struct PrintJob {
    paper: Box<paper::Paper>,
    reply: oneshot::Sender<Response>,
}

/// What happens when a commit fails: what the disk holds is then unknown.
pub type OnBroken = fn();

impl Pool {
    /// Starts the workers. They end when the last `Pool` is dropped.
    pub fn start(place: &Place, readers: usize, clock: &Clock, on_broken: OnBroken) -> db::Result<Self> {
        let (pages, page_queue) = bounded(WAITING);
        let (forms, form_queue) = bounded(WAITING);
        let (passwords, password_queue) = bounded(WAITING);
        let (papers, paper_queue) = bounded(WAITING);
        let (files, file_queue) = bounded(FILES);
        let writer = Connection::open_writer(place)?;
        clock.never_before(writer.read(journal::last_moment)??);
        let ways = readers::Ways { testimony: forms.clone(), papers: papers.clone() };
        let here = Here::open(place, readers, ways.clone(), clock)?.map(Arc::new);
        for _ in 0..readers {
            let reader = Connection::open_reader(place)?;
            let (queue, clock, place, ways) = (page_queue.clone(), clock.clone(), place.clone(), ways.clone());
            thread::spawn(move || readers::read(reader, &place, &queue, &ways, &clock));
        }
        // Whoever reads keeps half of the processors, however many knock at the door.
        for _ in 0..(readers / 2).max(1) {
            let reader = Connection::open_reader(place)?;
            let (queue, clock, forms, place) = (password_queue.clone(), clock.clone(), forms.clone(), place.clone());
            thread::spawn(move || readers::weigh(reader, &place, &queue, &forms, &clock));
        }
        thread::spawn(move || print(&paper_queue));
        let reader = Connection::open_reader(place)?;
        let (way, at, now) = (forms.clone(), place.clone(), clock.clone());
        thread::spawn(move || readers::receive(reader, &at, &file_queue, &way, &now));
        let (clock, place) = (clock.clone(), place.clone());
        thread::spawn(move || writer::write(writer, &place, &form_queue, &papers, &clock, on_broken));
        Ok(Self { pages, forms, passwords, files, here })
    }

    /// Has a request attended to, now or not at all.
    pub async fn ask(&self, route: Arc<Route>, request: Request) -> Response {
        let (reply, answer) = oneshot::channel();
        let handler = route.handler();
        let typed = Typed::of(&route, &request);
        let here = self.here.as_deref().filter(|_| Here::takes(&route));
        let job = Job { route, request, reply };
        let taken = match (handler, here) {
            (Handler::Page(_), Some(here)) => here.attend(job, &answer, &self.pages).await,
            (Handler::Page(_) | Handler::Print(_), _) => self.pages.try_send(job).is_ok(),
            (Handler::Form(_) | Handler::Keep(_), _) => self.forms.try_send(Work::Form(Box::new(job))).is_ok(),
            (Handler::Weighed(..), _) => self.passwords.try_send(job).is_ok(),
            (Handler::Upload(..), _) => self.files.try_send(job).is_ok(),
            (Handler::Probe, _) => self.forms.try_send(Work::Probe(job.reply)).is_ok(),
        };
        let response = match answer.await {
            Ok(response) => response,
            Err(_) if taken => {
                tracing::error!("a worker ended before it answered");
                Failure::Unsettled.into_response(None)
            }
            Err(_) => Failure::Overloaded.into_response(None),
        };
        with_what_was_typed(response, typed)
    }

    /// Whether somebody is signed in by this cookie: only then a large body is read at all. A locked screen counts.
    pub(in crate::kernel) async fn knows(&self, session: Option<String>) -> bool {
        fn somebody(visit: &Visit<'_>) -> Answer {
            visit.viewer().map(|_| Response::text(""))
        }
        let Some(session) = session else { return false };
        let route = Arc::new(Route::page(Act::Unlock, "", somebody));
        self.ask(route, Request { session: Some(session), ..Request::default() }).await.status == 200
    }
}

impl Work {
    fn reply_with(self, response: Response) {
        match self {
            Work::Form(job) => drop(job.reply.send(response)),
            Work::Testify { reply, .. } | Work::Probe(reply) => drop(reply.send(response)),
            Work::Touch(..) => {}
        }
    }
}

/// Papers are made one after another: fonts and memory are used once.
fn print(queue: &Receiver<PrintJob>) {
    let mut printer = None;
    for PrintJob { paper, reply } in queue {
        let Some(printer) = ready(&mut printer) else {
            let _ = reply.send(Failure::Broken("the printer does not start".to_owned()).into_response(None));
            continue;
        };
        let response = match printer.print(&paper) {
            Ok(bytes) => Response::pdf(paper.file_name(), bytes),
            Err(error) => Failure::Broken(error.to_string()).into_response(None),
        };
        let _ = reply.send(response);
    }
}

fn ready(printer: &mut Option<paper::Printer>) -> Option<&paper::Printer> {
    if printer.is_none() {
        *printer = paper::Printer::new().inspect_err(|error| tracing::error!(%error, "no printer")).ok();
    }
    printer.as_ref()
}
