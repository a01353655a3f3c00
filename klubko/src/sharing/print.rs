//! `sharing.pdf`: what was shared about the client, with which service, who read it, and until when; for the client.

use super::register::state;
use crate::crossing;
use crate::folders::{Plain, items, plain_paper, sentences};
use crate::kernel::clock::day_of;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::kernel::visit::Visit;
use paper::Paper;

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let (at, readings) = (folder.as_of(), crossing::readings(&folder)?);
    let line = |one: crossing::Sent| {
        let names: Vec<&str> = readings.iter().filter(|it| it.item_id == one.id).map(|it| it.worker.as_str()).collect();
        let ((_, state), on) = (state(one.rests(at)), super::sheet::rests_on(&one));
        let (shared, body) = (date(day_of(one.shared_at)), one.body.replace('\n', "; "));
        let what = if body.is_empty() { one.title.clone() } else { format!("{}: {body}", one.title) };
        format!("{what} – {shared}, {} ({}), {on}, {state}", one.to_service, names.join(", "))
    };
    let sent = crossing::sent(&folder)?;
    let on_law = sent.iter().any(|one| one.on_law().is_some());
    let all: Vec<String> = sent.into_iter().map(line).collect();
    let mut good_to_know = vec![
        "Jiné služby nevidí Vaši složku.",
        "Dostanou jen to, co je napsáno zde.",
        "Souhlas můžete kdykoli vzít zpět. Stačí nám to říct.",
        "Od té chvíle to druhá služba neuvidí.",
    ];
    if on_law {
        good_to_know.push("Co jsme museli sdílet ze zákona, odvolání souhlasu neukončí. Rádi Vám řekneme proč.");
    }
    let plain = Plain {
        file_stem: "co-jsme-sdileli",
        title: "Co jsme o Vás sdíleli",
        facts: vec![("Ke dni", date(folder.day()))],
        parts: vec![("Co a komu", items(&all.join("\n"))), ("Co je dobré vědět", sentences(&good_to_know))],
        explained: String::new(),
    };
    plain_paper(visit, &folder, plain)
}
