//! A folder whose client agreed twenty times and from which two hundred items crossed to another service: neither the
//! sender's folder page nor the receiver's day may feel them.

use crate::grow::Grown;
use crate::house;
use crate::inside::{Inside, Person};
use anyhow::{Context, Result, ensure};
use jiff::ToSpan;
use jiff::civil::Date;
use klubko::kernel::clock;
use klubko::kernel::db::Place;
use klubko::town;
use std::ops::Range;
use std::time::{Duration, Instant};

pub const RECEIVER: &str = "poradna";
const CONSENTS: usize = 20;
const ITEMS: usize = 200;
/// So many of them came since the receiver looked last.
const NEW: usize = 20;
/// So many lie under the consent that is withdrawn.
const ITEMS_WITHDRAWN: usize = 1000;
/// The folder that is measured; nobody else's jobs go to it alone.
const FOLDER: usize = 7;

/// The address of the folder from which so much crossed.
pub fn folder(grown: &Grown) -> &str {
    grown.own_folder(FOLDER)
}

/// Records the consents and shares the items, by the forms that people fill in.
pub fn share(place: &Place, grown: &Grown) -> Result<()> {
    as_keeper(place, grown, async |keeper, folder| {
        for nth in 0..CONSENTS {
            agree(&keeper, &grown.keeper.id, folder, nth).await?;
        }
        items(&keeper, folder, 0..ITEMS).await
    })?;
    read(place)
}

/// The receiver confirms what came, but the newest.
fn read(place: &Place) -> Result<()> {
    with_somebody(place, RECEIVER, async |receiver| {
        let inbox = receiver.see("/shared").await?;
        let links: Vec<&str> = inbox.links("/shared/").collect();
        ensure!(links.len() == ITEMS, "{} came", links.len());
        for item in links.into_iter().skip(NEW) {
            receiver.send(&format!("{item}/read"), &[]).await?;
        }
        Ok(())
    })
}

/// Shares more items and takes the consent back under which all of them lie: how long that deed takes.
pub fn withdraw(place: &Place, grown: &Grown) -> Result<Duration> {
    as_keeper(place, grown, async |keeper, folder| {
        items(&keeper, folder, ITEMS..ITEMS_WITHDRAWN).await?;
        let (topic, before) = (topic(&keeper, folder).await?, format!("{folder}/consents/"));
        let consent = topic.split('|').nth(1).context("no consent")?;
        let page = format!("{before}{consent}/withdrawal");
        let now = clock::civil(house::clock().now());
        let time = format!("{}:{:02}", now.hour(), now.minute());
        let typed = [("how", "telefonicky"), ("day", &*day(today())), ("time", &*time)];
        let start = Instant::now();
        keeper.fill(&page, &page, &typed).await?;
        Ok(start.elapsed())
    })
}

/// Does something in that folder as its key worker.
pub fn as_keeper<T>(place: &Place, grown: &Grown, deed: impl AsyncFnOnce(Person, &str) -> Result<T>) -> Result<T> {
    with_somebody(place, &grown.keeper.login, async |keeper| deed(keeper, folder(grown)).await)
}

fn with_somebody<T>(place: &Place, login: &str, deed: impl AsyncFnOnce(Person) -> Result<T>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async { deed(Inside::opened(place, house::clock())?.sign_in(login).await?).await })
}

/// The newest topic on which something may be shared with the receiver's service.
async fn topic(keeper: &Person, folder: &str) -> Result<String> {
    let page = keeper.see(&format!("{folder}/sharing/new")).await?;
    let topic = page.between(&format!("value=\"{}|", town::OSP), "\"").context("no topic")?;
    Ok(format!("{}|{topic}", town::OSP))
}

async fn items(keeper: &Person, folder: &str, which: Range<usize>) -> Result<()> {
    let topic = topic(keeper, folder).await?;
    let receiver = town::PEOPLE.iter().find(|one| one.login() == RECEIVER).context("nobody")?.id().to_string();
    for nth in which {
        let title = format!("Rozhodnutí úřadu {nth}");
        let typed = [
            ("topic", topic.as_str()),
            ("receivers", &receiver),
            ("title", &title),
            ("body", "Žádost o příspěvek na bydlení je podaná, úřad odpoví do třiceti dnů."),
        ];
        keeper.fill_twice(&format!("{folder}/sharing/new"), &format!("{folder}/sharing"), &typed).await?;
    }
    Ok(())
}

pub fn today() -> Date {
    clock::day_of(house::clock().now())
}

/// As people write it.
pub fn day(date: Date) -> String {
    format!("{}. {}. {}", date.day(), date.month(), date.year())
}

async fn agree(by: &Person, keeper: &str, folder: &str, nth: usize) -> Result<()> {
    let (today, until) = (day(today()), day(today().checked_add(300.days())?));
    let receiver = if nth.is_multiple_of(2) { town::PM } else { town::OSP }.to_string();
    let topic = format!("bydlení {nth}");
    let typed = [
        ("receiver", receiver.as_str()),
        ("direction", "both"),
        ("own_topics", topic.as_str()),
        ("extent", "rozhodnutí úřadu a termíny"),
        ("purpose", "společné řešení bydlení"),
        ("valid_from", today.as_str()),
        ("valid_until", until.as_str()),
        ("given_by_role", "self"),
        ("decision", "consent"),
        ("form", "written"),
        ("day", today.as_str()),
        ("time", "0:01"),
        ("heard_by", keeper),
    ];
    let page = format!("{folder}/consents/case-management");
    by.fill(&page, &page, &typed).await.map(drop)
}
