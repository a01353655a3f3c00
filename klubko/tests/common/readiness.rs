//! „Připravenost“ as it is read: how each criterion stands, what is missing, and whether its link leads to the field.

use super::{Heard, Worker};

/// What stands in a card of the page.
fn card(page: &Heard, id: &str) -> String {
    let body = page.body();
    let card = body.split(&format!("<h3 id=\"{id}\">")).nth(1).unwrap_or_default().to_owned();
    card.split("</section>").next().unwrap().to_owned()
}

/// `splněno`, `chybí` or `netýká se` of a criterion; empty where it is not in use.
pub fn state(page: &Heard, code: &str) -> &'static str {
    let stands = |id: &str| card(page, id).contains(&format!("<span class=\"t\">{code}</span>"));
    let states = [("missing", "chybí"), ("ready", "splněno"), ("silent", "netýká se")];
    states.into_iter().find(|(id, _)| stands(id)).map_or("", |(_, state)| state)
}

/// The links under „Chybí“: what is missing, and the address of its field.
pub fn gaps(page: &Heard) -> Vec<(String, String)> {
    let card = card(page, "missing");
    let links = card.split("<a href=\"").skip(1).map(|rest| {
        let (address, rest) = rest.split_once('"').unwrap();
        let text = rest.split_once('>').unwrap().1.split("</a>").next().unwrap();
        (text.replace('\u{a0}', " "), address.replace("&#38;", "&").replace("&amp;", "&"))
    });
    links.collect()
}

/// The address under a thing that is missing.
pub fn address(page: &Heard, text: &str) -> String {
    let gaps = gaps(page);
    let found = gaps.iter().find(|(said, _)| said.starts_with(text));
    found.unwrap_or_else(|| panic!("„{text}“ is not missing: {gaps:?}")).1.clone()
}

/// Follows every link as a browser would: the page opens and has the place that the address names.
pub fn follow_all(worker: &Worker<'_>, page: &Heard) -> Vec<String> {
    let gaps = gaps(page);
    for (text, address) in &gaps {
        let (page, anchor) = address.split_once('#').unwrap_or_else(|| panic!("„{text}“: no place in {address}"));
        let opened = worker.see(page);
        opened.must_be(200);
        let place = format!("id=\"{anchor}\"");
        assert!(opened.body().contains(&place), "„{text}“: {address} is no place of the page: {}", opened.text());
    }
    gaps.into_iter().map(|(text, _)| text).collect()
}
