//! What is seen from outside of the process: memory, a day's mixture, more than it can take, many who sign in at once,
//! papers, and a second instance beside it.

use crate::child::House;
use crate::client::{self, Heard, Line, load, load_with};
use crate::crossed;
use crate::grow::Grown;
use crate::jobs::{Sessions, Stand};
use crate::report::Bar;
use anyhow::{Result, ensure};
use klubko::kernel::db::{Connection, Place};
use klubko::{record, town};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::{Duration, Instant};

/// Ten times the sixteen connections of a job and more than its queues hold.
const TOO_MANY: usize = 700;
/// Those who sign in without end while others work.
const AT_THE_DOOR: usize = 4;
const PAPERS: u32 = 20;

/// Measures a house of its own over the same provider.
pub fn measure(place: &Place, grown: &Grown, each: Duration, mixed: Duration) -> Result<Vec<Bar>> {
    let house = House::open(place)?;
    ensure!(Line::open(house.address)?.ask("GET", "/sign-in", "", "")?.status == 200, "no page");
    std::thread::sleep(Duration::from_millis(500));
    let mut bars = vec![Bar::most("memory idle, MB", house.memory_mb()?, 40.0)];
    let (head, keeper) =
        (client::sign_in(house.address, "rozvazna")?, client::sign_in(house.address, &grown.keeper.login)?);
    let (scribe, first) = grown.scribe(1);
    let scribe = client::sign_in(house.address, &scribe.login)?;
    let who = Sessions { head: &head, keeper: &keeper, scribe: (&scribe, first) };
    let stand = Stand { address: house.address, bare: None, who, grown, each, file: None };
    bars.extend(day(&house, &stand, mixed)?);
    bars.extend(overload(&stand)?);
    bars.push(sign_in_storm(&stand, &grown.keeper.login)?);
    bars.extend(papers(place, &house)?);
    let plan = format!("{}/plan/plan.pdf", crossed::folder(grown));
    let mut print = printing(&house, &grown.keeper.login, plan)?;
    print()?;
    bars.push(Bar::most("plan of a hundred steps as PDF: warm, ms", print()?.as_secs_f64() * 1e3, 300.0));
    if matches!(place, Place::Schema { .. }) {
        bars.push(beside_another(place, &house, &stand)?);
    }
    Ok(bars)
}

/// Ninety looks and ten records of a hundred, in two halves: what it holds of the memory does not grow.
fn day(house: &House, stand: &Stand<'_>, mixed: Duration) -> Result<Vec<Bar>> {
    let mix = |line: &mut Line, n| stand.mixed(line, n);
    load(house.address, mixed / 2, &mix)?;
    let half = house.memory_mb()?;
    let load = load(house.address, mixed / 2, &mix)?;
    let whole = house.memory_mb()?;
    Ok(vec![
        Bar::most("mixed 90/10: longest, ms", load.longest.as_secs_f64() * 1e3, 250.0),
        Bar::most("mixed 90/10: p99, ms", load.p99.as_secs_f64() * 1e3, 40.0),
        Bar::most("memory after the day, MB", whole, 150.0),
        Bar::most("memory: second half against the first", whole / half, 1.05),
    ])
}

/// Who comes when there is no room is asked to come again, and afterwards everything is as before.
fn overload(stand: &Stand<'_>) -> Result<Vec<Bar>> {
    let told = AtomicBool::new(false);
    let ask = |line: &mut Line, n| {
        let path = stand.grown.own_folder(n);
        let Heard { status, retry_after, .. } = line.ask("GET", path, stand.who.keeper, "")?;
        ensure!(status == 200 || status == 503 && retry_after, "{path}: {status}");
        told.fetch_or(status == 503, Relaxed);
        Ok(Some(0))
    };
    let moment = stand.each.min(Duration::from_secs(1));
    let folder = |line: &mut Line, n| stand.folder(line, n);
    let before = load(stand.address, moment, &folder)?.p99;
    load_with(TOO_MANY, stand.address, stand.each, &ask)?;
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(60) {
        if load(stand.address, moment, &folder).is_ok_and(|load| load.p99 <= before * 3 / 2) {
            break;
        }
    }
    let was_told = f64::from(u8::from(told.into_inner()));
    Ok(vec![
        Bar::least("overload: somebody is told to come again", was_told, 1.0),
        Bar::most("overload: seconds until all is as before", start.elapsed().as_secs_f64(), 10.0),
    ])
}

fn sign_in_storm(stand: &Stand<'_>, keeper: &str) -> Result<Bar> {
    let folder = |line: &mut Line, n| stand.folder(line, n);
    let calm = load(stand.address, stand.each, &folder)?;
    let over = AtomicBool::new(false);
    let storm = std::thread::scope(|scope| {
        for _ in 0..AT_THE_DOOR {
            scope.spawn(|| {
                while !over.load(Relaxed) {
                    let _ = client::sign_in(stand.address, keeper);
                }
            });
        }
        let storm = load(stand.address, stand.each, &folder);
        over.store(true, Relaxed);
        storm
    })?;
    Ok(Bar::most("sign-in storm: p99 of others, times", storm.p99.as_secs_f64() / calm.p99.as_secs_f64(), 2.0))
}

/// Prints a paper as one of the workers, and says how long he waited.
fn printing(house: &House, login: &str, paper: String) -> Result<impl FnMut() -> Result<Duration>> {
    let session = client::sign_in(house.address, login)?;
    let mut line = Line::open(house.address)?;
    Ok(move || {
        let start = Instant::now();
        let heard = line.ask("GET", &paper, &session, "")?;
        ensure!(heard.status == 200 && heard.body.starts_with(b"%PDF"), "{paper}: {}", heard.status);
        Ok(start.elapsed())
    })
}

/// The plan of the town with the most steps, printed by its key worker.
fn papers(place: &Place, house: &House) -> Result<Vec<Bar>> {
    record! { struct Planned { login: String, folder: uuid::Uuid } }
    const PLANNED: &str = "
        select w.login, k.folder_id as folder
          from key_worker_assignment k join worker w on w.id = k.worker_id
         where k.until_at is null and exists (select 1 from plan_agreement a where a.folder_id = k.folder_id)
         order by (select count(*) from plan_step s where s.folder_id = k.folder_id and s.replaced_at is null) desc
         limit 1";
    let reader = Connection::open_reader(place)?;
    let planned: Option<Planned> = reader.read(|unit| unit.first(PLANNED, &[]))??;
    let Some(Planned { login, folder }) = planned else { anyhow::bail!("{} has no plan", town::SERVICES.len()) };
    let mut print = printing(house, &login, format!("/folders/{folder}/plan/plan.pdf"))?;
    let first = print()?;
    let before = house.memory_mb()?;
    let start = Instant::now();
    (0..PAPERS).try_for_each(|_| print().map(drop))?;
    let warm = start.elapsed().checked_div(PAPERS).unwrap_or_default();
    Ok(vec![
        Bar::most("plan as PDF: first, ms", first.as_secs_f64() * 1e3, 1500.0),
        Bar::most("plan as PDF: warm, ms", warm.as_secs_f64() * 1e3, 60.0),
        Bar::most("memory after twenty papers, times", house.memory_mb()? / before, 1.05),
    ])
}

/// What a request costs the first instance while the second is as busy.
fn beside_another(place: &Place, first: &House, stand: &Stand<'_>) -> Result<Bar> {
    let second = House::open(place)?;
    let cost = |with: bool| -> Result<f64> {
        std::thread::scope(|scope| {
            let other = with
                .then(|| scope.spawn(|| load(second.address, stand.each, &|line, n| stand.folder(line, n)).map(drop)));
            let before = first.processor();
            let load = load(first.address, stand.each, &|line, n| stand.folder(line, n))?;
            let spent = first.processor().saturating_sub(before).as_secs_f64();
            if let Some(Ok(other)) = other.map(|other| other.join()) {
                other?;
            }
            Ok(spent / load.many.max(1) as f64)
        })
    };
    let alone = cost(false)?;
    Ok(Bar::most("a second instance beside it: processor's time of a request, times", cost(true)? / alone, 1.10))
}
