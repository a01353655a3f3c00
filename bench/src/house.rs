//! The house under load, and the bare page of the same program beside it: same binary, profile and threads.

use anyhow::{Result, anyhow};
use klubko::kernel::clock::Clock;
use klubko::kernel::db::Place;
use klubko::kernel::http::{self, Outside};
use klubko::kernel::pool::Pool;
use klubko::routes;
use std::net::SocketAddr;

/// As large as a page of the list of clients.
pub const BARE_BYTES: usize = 13_000;

pub struct House {
    pub address: SocketAddr,
    pub bare: SocketAddr,
    _runtime: tokio::runtime::Runtime,
}

#[expect(clippy::disallowed_methods, reason = "the bare page is the yardstick, not a page of the house")]
pub fn open(place: &Place) -> Result<House> {
    let readers = std::thread::available_parallelism()?.get();
    let pool = Pool::start(place, readers, &Clock::system(), || std::process::exit(74));
    let pool = pool.map_err(|error| anyhow!("{error}"))?;
    let router = http::router(routes::site_map(), &pool, Outside::default());
    let page = || async { axum::response::Html("x".repeat(BARE_BYTES)) };
    let bare = axum::Router::new().route("/", axum::routing::get(page));
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
