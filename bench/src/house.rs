//! The house under load, and the bare page of the same program beside it: same binary, profile, compression and threads.

use anyhow::{Result, anyhow};
use axum::extract::Path;
use jiff::civil::{Date, DateTime, date};
use klubko::kernel::clock::Clock;
use klubko::kernel::db::Place;
use klubko::kernel::http::{self, Outside};
use klubko::kernel::pool::Pool;
use klubko::routes;
use std::net::SocketAddr;
use std::sync::LazyLock;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

/// As large as a page of the list of clients.
pub const BARE_BYTES: usize = 13_000;

/// The morning after the last records: terms lie before people as on any working day, whenever it is measured.
const MORNING: DateTime = date(2026, 6, 9).at(8, 0, 0, 0);
static CLOCK: LazyLock<Clock> = LazyLock::new(|| Clock::ticking_from(MORNING));

/// The clock of everything that is measured.
pub fn clock() -> &'static Clock {
    &CLOCK
}

/// The day on which it is measured.
pub fn morning() -> Date {
    MORNING.date()
}

/// The bare page with so many bytes.
pub fn bare_page(bytes: usize) -> String {
    format!("/{bytes}")
}

pub struct House {
    pub address: SocketAddr,
    pub bare: SocketAddr,
    _runtime: tokio::runtime::Runtime,
}

#[expect(clippy::disallowed_methods, reason = "the bare page is the yardstick, not a page of the house")]
pub fn open(place: &Place) -> Result<House> {
    let readers = std::thread::available_parallelism()?.get();
    let pool = Pool::start(place, readers, clock(), || std::process::exit(74));
    let pool = pool.map_err(|error| anyhow!("{error}"))?;
    let router = http::router(routes::site_map(), &pool, Outside::default());
    let page = |Path(bytes): Path<usize>| async move { axum::response::Html("x".repeat(bytes)) };
    let packed = CompressionLayer::new().gzip(true).quality(CompressionLevel::Fastest);
    let bare = axum::Router::new().route("/{bytes}", axum::routing::get(page)).layer(packed);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let (house, plain) = runtime.block_on(async {
        let house = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let plain = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        Ok::<_, std::io::Error>((house, plain))
    })?;
    let (address, bare_address) = (house.local_addr()?, plain.local_addr()?);
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    runtime.spawn(async move { axum::serve(house, service).await });
    runtime.spawn(async move { axum::serve(plain, bare).await });
    Ok(House { address, bare: bare_address, _runtime: runtime })
}
