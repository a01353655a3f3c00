//! „Sdílení“: what may cross today and why not, what crossed to whom and whether it was read, what came, which parts of the
//! commission are with whom, what was offered.

use super::targets;
use crate::crossing::{self, Reading, Rests, Sent};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::clock::day_of;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, moment};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::reasons::{self, Kept};
use crate::kernel::visit::Visit;
use crate::{consent, settings};
use askama::Template;
use rules::access::Act;
use rules::consent::{ConsentKind, State};

#[derive(Template)]
#[template(path = "sharing/register.html")]
struct Register<'v> {
    page: Page<'v>,
    folder: FolderHead,
    services: Vec<Door>,
    parts: Vec<Part>,
    taken: Vec<Part>,
    sent: Vec<Line>,
    received: Vec<Came>,
    offers: Vec<(String, String)>,
    ways: Vec<(&'static str, String)>,
    consents: String,
    print: String,
}

/// One other service: what may cross there today.
struct Door {
    name: String,
    mark: String,
    kind: &'static str,
    says: String,
}

/// One shared item in the sender's list.
struct Line {
    title: String,
    body: String,
    kind: &'static str,
    state: String,
    facts: String,
    read: Vec<String>,
    /// Reasons that answered warnings.
    reasons: String,
    stop: String,
    refile: String,
}

/// A part of the commission that is with another service, or came from one.
struct Part {
    text: String,
    kind: &'static str,
    state: String,
    facts: String,
    end: String,
}

struct Came {
    title: String,
    href: String,
    facts: String,
    is_new: bool,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let may = |act| !folder.is_past() && folder.may(act);
    let ways = [
        ("Sdílet informaci", "/sharing/new", Act::ShareItem),
        ("Požádat o převzetí části zakázky", "/sharing/parts/new", Act::AskForPart),
        ("Předat kontakty", "/sharing/handovers/new", Act::HandOverData),
        ("Nabídnout jinou službu", "/sharing/offers/new", Act::OfferService),
    ];
    let offered = |one: crossing::Offer| {
        let said = [one.contact_given.as_str(), &one.note].into_iter().filter(|text| !text.is_empty());
        let said = said.map(|text| format!(" · {text}")).collect::<String>();
        (one.service, format!("{} · {}{said} · {}", date(one.offered_on), one.way.cs(), one.recorded_by))
    };
    Response::page(&Register {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "sharing")?,
        services: if folder.is_past() { Vec::new() } else { doors(&folder)? },
        parts: parts(&folder)?,
        taken: taken(&folder)?,
        sent: sent(&folder)?,
        received: received(&folder)?,
        offers: crossing::offers(&folder)?.into_iter().map(offered).collect(),
        ways: ways.into_iter().filter(|way| may(way.2)).map(|(name, at, _)| (name, folder.path(at))).collect(),
        consents: folder.path("/consents"),
        print: if may(Act::PrintSharing) { folder.path("/sharing/sharing.pdf") } else { String::new() },
    })
}

/// What may cross today to each other service. No decision at all means no.
fn doors(folder: &Folder) -> Result<Vec<Door>, Failure> {
    let decided = consent::sharing(folder)?;
    let open = targets::targets(folder)?;
    let mut doors = Vec::new();
    for service in settings::services(folder.db())?.into_iter().filter(|one| one.id != folder.service()) {
        let topics = open.iter().find(|one| one.id == service.id).map(|one| one.topics.as_slice()).unwrap_or_default();
        let newest = decided
            .iter()
            .find(|one| one.terms.receiver == Some(service.id) && one.kind == ConsentKind::CaseManagement);
        let (kind, says) = match (topics.first(), newest) {
            (Some(first), _) => {
                let all: Vec<&str> = topics.iter().map(|one| one.topic.as_str()).collect();
                let until = date(first.valid_until);
                ("ok", format!("{} · rozsah: {} · účel: {} · do {until}", all.join(", "), first.extent, first.purpose))
            }
            (None, Some(one)) => ("warn", format!("Nic nepřechází: {}.", why_not(one))),
            (None, None) => ("", "Klient se zatím nevyjádřil, nic nepřechází.".to_owned()),
        };
        doors.push(Door { name: service.name, mark: service.mark, kind, says });
    }
    Ok(doors)
}

/// Why nothing crosses although the client decided once.
fn why_not(one: &consent::Sharing) -> String {
    let until = one.terms.valid_until.map(date).unwrap_or_default();
    match one.state {
        State::Dissent => "klient nesouhlasí s případovou spoluprací".to_owned(),
        State::Withdrawn { at } => format!("souhlas odvolán {}", date(day_of(at))),
        State::Expired => format!("souhlas vypršel {until}"),
        State::NotYetValid => "souhlas ještě neplatí".to_owned(),
        State::InForce => "souhlas tímto směrem neplatí".to_owned(),
        State::NotYetAsked | State::Superseded => "klient se zatím nevyjádřil".to_owned(),
    }
}

/// Its badge: what holds it, or what ended it.
pub(super) fn state(rests: Rests) -> (&'static str, String) {
    match rests {
        Rests::InForce => ("ok", "sdíleno".to_owned()),
        Rests::Stopped { at } => ("", format!("sdílení ukončeno {}", date(day_of(at)))),
        Rests::Withdrawn { at } => ("warn", format!("souhlas odvolán {}", date(day_of(at)))),
        Rests::Expired { on } => ("warn", format!("souhlas vypršel {}", date(on))),
        Rests::Superseded => ("", "souhlas nahrazen novějším rozhodnutím".to_owned()),
        Rests::OutsideTopics => ("warn", "téma už v souhlasu není".to_owned()),
    }
}

fn sent(folder: &Folder) -> Result<Vec<Line>, Failure> {
    let (readings, kept) = (crossing::readings(folder)?, reasons::kept(folder)?);
    Ok(crossing::sent(folder)?.into_iter().map(|one| line(folder, one, &readings, &kept)).collect())
}

fn line(folder: &Folder, one: Sent, readings: &[Reading], kept: &[Kept]) -> Line {
    let (at, may) = (folder.as_of(), |act| !folder.is_past() && folder.may(act));
    let rests = one.rests(at);
    let (kind, state) = state(rests);
    let read = |it: &Reading| match it.read_at {
        Some(at) => format!("{}: přečteno {}", it.worker, moment(at)),
        None => format!("{}: zatím nepřečteno", it.worker),
    };
    let way = |holds: bool, page: &str| {
        if holds { folder.path(&format!("/sharing/items/{}/{page}", one.id)) } else { String::new() }
    };
    let on = super::sheet::rests_on(&one);
    Line {
        stop: way(may(Act::StopSharing) && rests == Rests::InForce, "stop"),
        refile: way(may(Act::RefileItem) && super::refile::may_move(&one, at), "topic"),
        facts: format!("{} · {} · {on} · {} · {}", one.to_service, one.kind.cs(), moment(one.shared_at), one.shared_by),
        reasons: Kept::about(kept, one.id).join(" · "),
        title: one.title,
        body: one.body,
        kind,
        state,
        read: readings.iter().filter(|it| it.item_id == one.id).map(read).collect(),
    }
}

fn parts(folder: &Folder) -> Result<Vec<Part>, Failure> {
    let may = !folder.is_past() && folder.may(Act::EndPart);
    let part = |one: crossing::Answer| {
        let (kind, state) = super::sheet::part_state(&one);
        let is_open = one.ended_at.is_none() && one.answer != Some(rules::sharing::PartAnswer::DeclinedNoCapacity);
        let term = one.deadline_on.map(|day| super::sheet::countdown(day, folder.day())).unwrap_or_default();
        Part {
            text: one.delimited_part.clone().filter(|text| !text.is_empty()).unwrap_or_else(|| one.part.clone()),
            kind,
            state,
            facts: format!("{} · {} · {}{term}", one.to_service, moment(one.asked_at), one.asked_by),
            end: if may && is_open { folder.path(&format!("/sharing/parts/{}/end", one.id)) } else { String::new() },
        }
    };
    Ok(crossing::parts_of(folder)?.into_iter().map(part).collect())
}

fn taken(folder: &Folder) -> Result<Vec<Part>, Failure> {
    let may = !folder.is_past() && folder.may(Act::EndPart);
    let part = |one: crossing::Taken| {
        let (kind, state) = match (one.ended_at, one.is_withdrawn) {
            (Some(_), Some(true)) => ("warn", "souhlas odvolán".to_owned()),
            (Some(at), _) => ("", format!("uzavřeno {}", date(day_of(at)))),
            (None, _) => ("info", "řešíme".to_owned()),
        };
        Part {
            text: one.delimited_part,
            kind,
            state,
            facts: format!("ze služby {} · převzato {} · {}", one.from_service, moment(one.taken_at), one.taken_by),
            end: if may && one.ended_at.is_none() {
                folder.path(&format!("/sharing/parts/{}/end", one.id))
            } else {
                String::new()
            },
        }
    };
    Ok(crossing::taken(folder)?.into_iter().map(part).collect())
}

fn received(folder: &Folder) -> Result<Vec<Came>, Failure> {
    let came = |one: crossing::Received| Came {
        href: format!("/shared/{}", one.id),
        facts: format!("{} · {} · {}", one.from_service, moment(one.shared_at), one.shared_by),
        title: one.title,
        is_new: one.read_at.is_none(),
    };
    Ok(crossing::received(folder)?.into_iter().map(came).collect())
}
