//! The commands, one file each; what they share stands here.

pub mod checkpoint;
pub mod demo;
pub mod journal;
mod keeper;
mod key;
pub mod place;
pub mod routes;
pub mod serve;
pub mod user;
pub mod verify;

use anyhow::Result;
use klubko::kernel::clock::Clock;
use klubko::kernel::db::Place;
use klubko::kernel::http::{self, Outside};
use klubko::kernel::pool::Pool;
use klubko::routes::site_map;
use std::io::Write;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// How long those who were just told that nobody knows whether it was saved have for their answers to leave.
const LAST_ANSWERS: Duration = Duration::from_millis(500);

/// Starts the threads that attend to requests. When a commit fails, the process ends, for what the disk holds is then
/// unknown; whoever supervises it starts it anew.
fn attend(place: &Place, clock: &Clock) -> Result<Pool> {
    let readers = std::thread::available_parallelism()?.get();
    let end = || {
        std::thread::sleep(LAST_ANSWERS);
        std::process::exit(74)
    };
    Ok(Pool::start(place, readers, clock, end)?)
}

/// Says a line to whoever is at the console. A console that nobody reads any more does not end the house.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}

/// How long requests that were accepted may take after we were asked to stop; a visitor who went silent holds nobody up.
const LAST_REQUESTS: Duration = Duration::from_secs(5);

/// Listens until it is asked to stop; requests that were accepted are finished. The greeting is said last: who has
/// read it may already ask us to stop.
async fn listen(at: SocketAddr, pool: &Pool, outside: Outside, greet: impl FnOnce(&str)) -> Result<()> {
    let router = http::router(site_map(), pool, outside);
    let listener = tokio::net::TcpListener::bind(at).await?;
    let (asked, mut stop) = watch::channel(false);
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::spawn(async move {
        tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
        asked.send(true)
    });
    greet(&format!("http://{}", listener.local_addr()?));
    let mut late = stop.clone();
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serve = axum::serve(listener, service).with_graceful_shutdown(async move {
        let _ = stop.wait_for(|asked| *asked).await;
    });
    tokio::select! {
        served = serve.into_future() => Ok(served?),
        () = async { let _ = late.wait_for(|asked| *asked).await; tokio::time::sleep(LAST_REQUESTS).await } => Ok(()),
    }
}
