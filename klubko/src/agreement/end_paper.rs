//! `agreement/end/notice.pdf`: the end of an agreement on paper, by whom, why, until which day (§ 91(2) g); and the same
//! in plain words and large type.

use super::store::agreements::{Agreement, current};
use super::store::terminations::{self, Termination};
use crate::folders::{Plain, explained_or, led, plain_paper, sentences};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use paper::{ClientSheet, Fact, Paper, Paragraph, Provider, Section, Sheet, Signature};
use rules::refusal::{EndedBy, Ground};

/// The newest end of the agreement; one that was taken back says so.
fn ended(folder: &Folder<'_>) -> Result<(Termination, Option<Agreement>), Failure> {
    let one = terminations::all(folder)?.into_iter().next().ok_or(Failure::Absent)?;
    Ok((one, current(folder)?))
}

fn title(by: EndedBy) -> &'static str {
    match by {
        EndedBy::NoticeByProvider => "Výpověď smlouvy",
        EndedBy::NoticeByClient => "Potvrzení o výpovědi smlouvy",
        EndedBy::Agreement => "Dohoda o ukončení smlouvy",
    }
}

fn taken_back(one: &Termination) -> String {
    one.taken_back_on.map_or_else(String::new, date)
}

pub fn notice(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let (one, agreement) = ended(&folder)?;
    let imprint = imprint(visit, folder.db(), folder.service(), 1)?;
    let Provider { name, identification_number, address } = &imprint.provider;
    let own = agreement.as_ref().map(|signed| signed.explained.clone()).unwrap_or_default();
    let delivered = if one.ended_by == EndedBy::Agreement { "Dohodnuto" } else { "Doručeno" };
    let facts = [
        ("Klient", folder.name()),
        ("Služba", imprint.service.clone()),
        ("Poskytovatel", format!("{name}, IČO\u{a0}{identification_number}, {address}")),
        ("Smlouva", agreement.map(|signed| format!("ze dne {}", date(signed.signed_on))).unwrap_or_default()),
        ("Výpovědní důvod", one.ground.map(|ground| ground.cs().into_owned()).unwrap_or_default()),
        (delivered, date(one.delivered_on)),
        ("Poslední den platnosti", date(one.ends_on)),
        ("Vzato zpět", taken_back(&one)),
        ("Vysvětleno", explained_or(&folder, &own)?),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| Fact::new(label, text));
    let why = led("", &one.reason).map(|why| Section {
        heading: Some("Skutečnosti".to_owned()),
        paragraphs: vec![why],
        ..Section::default()
    });
    let next = Section {
        paragraphs: sentences(&[
            "Po tomto dni se služba podle smlouvy neposkytuje. O službu můžete požádat znovu.",
            "Nesouhlasíte-li, můžete si stěžovat u vedení služby.",
        ]),
        ..Section::default()
    };
    let worker = Signature::worker(&one.who);
    let sheet = Sheet {
        file_stem: "ukonceni-smlouvy",
        title: title(one.ended_by).to_owned(),
        subtitle: None,
        folder_number: Some(folder.number().to_owned()),
        facts: facts.collect(),
        sections: why.into_iter().chain([next]).collect(),
        imprint,
    };
    let signatures = match one.ended_by {
        EndedBy::NoticeByProvider => vec![worker],
        EndedBy::NoticeByClient | EndedBy::Agreement => vec![Signature::client(folder.name()), worker],
    };
    Ok(ClientSheet { sheet, is_plain: false, signatures }.into())
}

pub fn plain(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let (one, agreement) = ended(&folder)?;
    let who = match one.ended_by {
        EndedBy::NoticeByProvider => "Smlouvu ukončujeme my.",
        EndedBy::NoticeByClient => "Smlouvu ukončujete Vy.",
        EndedBy::Agreement => "Dohodli jsme se, že smlouva skončí.",
    };
    let why = one.ground.map(ground).into_iter().map(Paragraph::plain).chain(led("", &one.reason)).collect();
    let mut lasts = vec![Paragraph::plain(format!("Poslední den smlouvy je {}.", date(one.ends_on)))];
    lasts.extend(sentences(&["Do toho dne Vám pomáháme jako dřív."]));
    let back = taken_back(&one);
    if !back.is_empty() {
        lasts = vec![Paragraph::plain(format!("Dne {back} jsme si to rozmysleli. Smlouva platí dál."))];
    }
    let plain = Plain {
        file_stem: "ukonceni-smlouvy",
        title: "Konec smlouvy",
        facts: vec![("Kdy jsme si to řekli", date(one.delivered_on))],
        parts: vec![
            ("Co se děje", sentences(&[who])),
            ("Proč", why),
            ("Do kdy smlouva platí", lasts),
            (
                "Co můžete udělat",
                sentences(&["Můžete o službu požádat znovu.", "Nesouhlasíte? Můžete si stěžovat u vedení služby."]),
            ),
        ],
        explained: agreement.map(|signed| signed.explained).unwrap_or_default(),
    };
    plain_paper(visit, &folder, plain)
}

fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::Breach => "Opakovaně se neděje to, na čem jsme se ve smlouvě dohodli.",
        Ground::NeedCeased => "Pomoc už nepotřebujete.",
        Ground::ServiceChanged => "Naše služba se změnila.",
        Ground::Other => "Je to důvod, který stojí ve smlouvě.",
    }
}
