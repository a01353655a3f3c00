//! Somebody walks through everything that he can reach: every page and paper of the site map about each folder, and
//! whatever links lead on from there.

use super::common::{Heard, Worker};
use super::scene::{Scene, TAGS, address, name_canary, pages};
use std::collections::{BTreeSet, VecDeque};

/// More than anybody reaches in the proofs.
const MOST: usize = 1_500;

/// What was asked, and what was heard.
pub fn walk(scene: &Scene, worker: &Worker<'_>) -> Vec<(String, Heard)> {
    let folders = scene.folders();
    let mut ahead: VecDeque<String> =
        pages().iter().flat_map(|route| folders.iter().map(|folder| address(route, folder))).collect();
    ahead.extend(TAGS.iter().map(|tag| format!("/search?q={}", name_canary(tag))));
    ahead.extend(["/search?q=2026/9001", "/search?q=2026/9002", "/search?q=2026/8999"].map(str::to_owned));
    ahead.extend(["/tasks?of=service", "/tasks?of=done"].map(str::to_owned));
    let (mut seen, mut heard) = (BTreeSet::new(), Vec::new());
    while let Some(address) = ahead.pop_front() {
        if !seen.insert(address.clone()) {
            continue;
        }
        assert!(seen.len() < MOST, "the walk does not end: {address}");
        let page = worker.see(&address);
        ahead.extend(links(&page));
        heard.push((address, page));
    }
    heard
}

/// Where a page leads on to.
pub fn links(page: &Heard) -> Vec<String> {
    let links = attributes(page, "href").into_iter();
    links.filter(|link| link.starts_with('/') && !link.contains("/static")).collect()
}

/// The values of an attribute, as a browser reads them.
pub fn attributes(page: &Heard, name: &str) -> Vec<String> {
    let body = if page.header("content-type").starts_with("text/html") { page.body() } else { String::new() };
    let start = format!(" {name}=\"");
    let values = body.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next());
    values.map(|value| value.replace("&#38;", "&").replace("&amp;", "&")).collect()
}
