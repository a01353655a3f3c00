//! The commands: serve, demo, migrate, routes, verify.

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};
use jiff::civil::DateTime;
use klubko::kernel::clock::Clock;
use klubko::kernel::db::{Connection, Place};
use klubko::kernel::http::{self, Outside};
use klubko::kernel::journal::{self, Found};
use klubko::kernel::pool::Pool;
use klubko::kernel::route;
use klubko::{routes, town};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// Case work in social services.
#[derive(Parser)]
#[command(name = "klubko", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Args, Clone)]
struct Where {
    /// Folder of the embedded database.
    #[arg(long)]
    data: Option<PathBuf>,
    /// postgres://user@host:port/database/schema
    #[arg(long)]
    database: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// A living demo town.
    Demo {
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
        #[command(flatten)]
        place: Where,
        /// The moment at which the clock starts (Europe/Prague), as 2026-11-23T08:00.
        #[arg(long)]
        clock: Option<DateTime>,
        /// One line of JSON when ready.
        #[arg(long)]
        json: bool,
    },
    /// A real house: no demo data.
    Serve {
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
        #[command(flatten)]
        place: Where,
        /// The public address is https: a proxy of ours stands before us.
        #[arg(long)]
        behind_https: bool,
    },
    /// Brings the database up to date and ends.
    Migrate {
        #[command(flatten)]
        place: Where,
    },
    /// The site map.
    Routes {
        #[arg(long)]
        json: bool,
    },
    /// Checks the database and the journal's chain.
    Verify {
        #[command(flatten)]
        place: Where,
    },
}

fn main() -> Result<ExitCode> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    match Arguments::parse().command {
        Command::Demo { listen, place, clock, json } => demo(listen, &place, clock, json)?,
        Command::Serve { listen, place, behind_https } => serve(listen, &place, behind_https)?,
        Command::Migrate { place } => drop(Connection::open_writer(&place.place(None)?)?),
        Command::Routes { json } => print_routes(json),
        Command::Verify { place } => return verify(&place.place(None)?),
    }
    Ok(ExitCode::SUCCESS)
}

impl Where {
    /// The embedded database's folder is made if it is missing, readable by its owner only.
    fn place(&self, otherwise: Option<PathBuf>) -> Result<Place> {
        match (&self.database, self.data.clone().or(otherwise)) {
            (Some(url), None) => Ok(Place::parse(url)),
            (None, Some(folder)) => {
                make_private(&folder)?;
                Ok(Place::File(folder.join("klubko.db")))
            }
            _ => bail!("say where the data live: --data DIR or --database postgres://…/schema"),
        }
    }
}

fn make_private(folder: &PathBuf) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.with_context(|| format!("the folder {} cannot be made", folder.display()))
}

fn demo(listen: SocketAddr, place: &Where, start: Option<DateTime>, json: bool) -> Result<()> {
    let throw_away = std::env::temp_dir().join(format!("klubko-demo-{}", std::process::id()));
    let is_throw_away = place.data.is_none() && place.database.is_none();
    let place = place.place(is_throw_away.then(|| throw_away.clone()))?;
    let clock = start.map_or_else(Clock::system, Clock::ticking_from);
    town::build(&place)?;
    let greet =
        move |url: &str| if json { println!("{}", town::sign_ins(url)) } else { println!("{}", town::greeting(url)) };
    let done = run(listen, &place, &clock, Outside::default(), greet);
    if is_throw_away {
        let _ = std::fs::remove_dir_all(throw_away);
    }
    done
}

fn serve(listen: SocketAddr, place: &Where, behind_https: bool) -> Result<()> {
    if !listen.ip().is_loopback() && !behind_https {
        bail!("{listen} is open to others: put an https proxy before it and say --behind-https");
    }
    let place = place.place(None)?;
    run(listen, &place, &Clock::system(), Outside { is_https: behind_https }, |url| println!("{url}"))
}

fn run(listen: SocketAddr, place: &Place, clock: &Clock, outside: Outside, greet: impl Fn(&str)) -> Result<()> {
    let readers = std::thread::available_parallelism()?.get();
    let pool = Pool::start(place, readers, clock, || std::process::exit(74))?;
    let router = http::router(routes::site_map(), &pool, outside);
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(listen).await?;
        greet(&format!("http://{}", listener.local_addr()?));
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await
    })?;
    Ok(())
}

async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

fn print_routes(json: bool) {
    let routes = routes::site_map();
    if json {
        return println!("{:#}", route::to_json(&routes));
    }
    for route in routes {
        println!("{:5} {}", route.method(), route.path());
    }
}

fn verify(place: &Place) -> Result<ExitCode> {
    let reader = Connection::open_reader(place)?;
    let soundness = reader.read(klubko::kernel::db::Unit::soundness)??;
    if soundness != "ok" {
        println!("{soundness}");
        return Ok(ExitCode::FAILURE);
    }
    match reader.read(journal::verify)?? {
        Found::Sound { entries } => {
            println!("{entries} entries, sound");
            Ok(ExitCode::SUCCESS)
        }
        Found::Bad { seq, why } => {
            println!("entry {seq}: {why}");
            Ok(ExitCode::FAILURE)
        }
    }
}
