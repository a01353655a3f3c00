//! The commands, one file each; what they share stands here.

pub mod demo;
pub mod place;
pub mod read_only;
pub mod serve;
pub mod user;

use anyhow::Result;
use klubko::kernel::clock::Clock;
use klubko::kernel::db::Place;
use klubko::kernel::http::{self, Outside};
use klubko::kernel::pool::Pool;
use klubko::routes;
use std::net::SocketAddr;

/// Starts the threads that attend to requests. When a commit fails, the process ends, for what the disk holds is then
/// unknown; whoever supervises it starts it anew.
fn attend(place: &Place, clock: &Clock) -> Result<Pool> {
    let readers = std::thread::available_parallelism()?.get();
    Ok(Pool::start(place, readers, clock, || std::process::exit(74))?)
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}

/// Listens until it is asked to stop; requests that were accepted are finished.
async fn listen(at: SocketAddr, pool: &Pool, outside: Outside, greet: impl FnOnce(&str)) -> Result<()> {
    let router = http::router(routes::site_map(), pool, outside);
    let listener = tokio::net::TcpListener::bind(at).await?;
    greet(&format!("http://{}", listener.local_addr()?));
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    Ok(axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await?)
}

async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
