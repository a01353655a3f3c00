//! A folder read whole on a day, to be compared with what is said of that day later.

use super::Worker;
use klubko::kernel::route::Route;
use klubko::routes::site_map;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What each page of a folder says, by its address without the day.
pub type Told = BTreeMap<String, String>;

/// „Kdo nahlížel“ grows by being read; the axis of a period is asked about by days of its own.
const OF_ITSELF: &[&str] = &["/looks", "/timeline/period"];

/// Parts of a page that only lead to deeds, and the strip that says the day.
const OF_TODAY: &[(&str, &str)] = &[
    ("<section class=\"card\"><div class=\"row between\"><div><h2>Co teď", "</section>"),
    ("<section class=\"card\"><h2>Dodatek", "</section>"),
    ("<section class=\"aside card\" aria-labelledby=\"new\"", "</section>"),
    ("<details class=\"card\"><summary>Zapsat rozhodnutí", "</details>"),
    ("<section class=\"card stack\"><h2>Co může přejít dnes", "</section>"),
    (" Každý cíl říká, čeho chce klient dosáhnout", "a do kdy."),
    ("<form", "</form>"),
    ("<details class=\"drop", "</details>"),
    ("<div class=\"bar info past\"", "</div></div>"),
];

/// Everything that the worker reads in the folder by following links from its first page; as of a day of the past, or as
/// it stands now.
pub fn told(worker: &Worker<'_>, folder: &str, day: Option<&str>) -> Told {
    let routes = site_map();
    let (mut ahead, mut told) = (VecDeque::from([folder.to_owned()]), Told::new());
    while let Some(address) = ahead.pop_front() {
        if told.contains_key(&address) || OF_ITSELF.iter().any(|end| address.ends_with(end)) {
            continue;
        }
        let asked = day.map_or_else(|| address.clone(), |day| format!("{address}?as_of={day}"));
        let page = worker.see(&asked);
        if !page.header("content-type").starts_with("text/html") {
            continue;
        }
        page.must_be(200);
        let (text, links) = main(&page.body(), &routes);
        let inside = links.into_iter().filter(|link| link.starts_with(folder));
        ahead.extend(inside.collect::<BTreeSet<_>>());
        told.insert(address, text);
    }
    told
}

/// The text of the main region without what is only a way to do something, and the addresses it leads to.
fn main(body: &str, routes: &[Route]) -> (String, Vec<String>) {
    let main = body.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let mut rest = format!("<main{main}");
    for (from, to) in OF_TODAY {
        rest = without(&rest, from, to);
    }
    let (mut kept, mut links) = (String::new(), Vec::new());
    let mut parts = rest.split("<a ");
    kept.push_str(parts.next().unwrap());
    for part in parts {
        let (link, after) = part.split_once("</a>").unwrap();
        let href = link.split("href=\"").nth(1).map_or("", |rest| rest.split('"').next().unwrap());
        let page = href.split(['?', '#', '&']).next().unwrap().to_owned();
        let is_read = reads(routes, &page);
        // What a folder lacks is said on every day; on a past one it leads to where the thing is read.
        if is_read || link.contains("\" data-gap") {
            kept.push_str(&format!("<a {link}</a>"));
        }
        links.extend(is_read.then_some(page));
        kept.push_str(after);
    }
    (words(&kept), links)
}

/// A way to a deed is not offered on a past day; everything else is.
fn reads(routes: &[Route], page: &str) -> bool {
    let fits = |route: &&Route| {
        let (own, asked): (Vec<_>, Vec<_>) = (route.path().split('/').collect(), page.split('/').collect());
        own.len() == asked.len() && own.iter().zip(&asked).all(|(own, asked)| own.starts_with('{') || own == asked)
    };
    let found = routes.iter().filter(|route| !route.is_form()).filter(fits);
    let found = found.min_by_key(|route| route.path().matches('{').count());
    found.is_none_or(|route| route.act().only_reads_folder())
}

fn without(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let mut kept = parts.next().unwrap().to_owned();
    for part in parts {
        kept.push_str(part.split_once(to).map_or("", |(_, after)| after));
    }
    kept
}

fn words(html: &str) -> String {
    let (mut text, mut inside) = (String::new(), false);
    for letter in html.chars() {
        match letter {
            '<' => (inside, text) = (true, text + " "),
            '>' => inside = false,
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
