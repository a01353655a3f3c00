//! `referral.pdf`: a paper with the offered service that the person carries there himself. It holds no personal data:
//! those go only with his consent.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use crate::negotiation::store::surroundings::{Sender, sender};
use crate::negotiation::store::thread::{self, Ending};
use crate::settings::imprint;
use paper::{Fact, Imprint, Paper, Paragraph, Provider, Section, Sheet};
use rules::coded::Coded;
use rules::intake::{Referral, WhoDecided, check_referral};

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let ending = thread::ending(&folder)?.ok_or(Failure::Absent)?;
    let referral = Referral { service_offered: &ending.offered_service, personal_data_enclosed: false };
    if let Some(block) = check_referral(&referral).first() {
        return Err(Failure::refused(block.cs()));
    }
    let sender = sender(&folder)?;
    let imprint = imprint(visit, folder.db(), folder.service(), 1)?;
    Ok(sheet(&ending, &sender, imprint).into())
}

fn sheet(ending: &Ending, sender: &Sender, imprint: Imprint) -> Sheet {
    let Provider { name, identification_number, address } = &imprint.provider;
    let facts = [
        ("Doporučená služba", ending.offered_service.clone()),
        ("Doporučuje", imprint.service.clone()),
        ("Poskytovatel", format!("{name}, IČO\u{a0}{identification_number}, {address}")),
        ("Kde nás najdete", sender.place.clone()),
        ("Kdy", sender.opening_hours.clone()),
        ("Dne", format_cs::date(ending.decided_on)),
    ];
    // What the service has not said about itself leaves no empty row.
    let facts = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let facts = facts.map(|(label, value)| Fact::new(label, value)).collect();
    Sheet {
        imprint,
        file_stem: "doporuceni-jine-sluzby",
        title: "Doporučení jiné služby".to_owned(),
        subtitle: None,
        folder_number: None,
        facts,
        sections: vec![Section { paragraphs: paragraphs(ending), ..Section::default() }],
    }
}

fn paragraphs(ending: &Ending) -> Vec<Paragraph> {
    let why = match WhoDecided::from_code(&ending.decided_by) {
        Some(WhoDecided::ApplicantChoice) => {
            "Kdo Vám tento list předává, jednal s naší službou o pomoci a rozhodl se pro jiný druh služby."
        }
        Some(WhoDecided::WorkerFinding) | None => {
            "Kdo Vám tento list předává, jednal s naší službou o pomoci. Společně jsme zjistili, že jeho situaci \
             lépe odpovídá jiný druh služby."
        }
    };
    vec![
        Paragraph::plain(why),
        Paragraph::plain("Základní sociální poradenství u nás dostal a nabídli jsme mu službu uvedenou výše."),
        Paragraph::plain(
            "List neobsahuje osobní údaje. Co o sobě v nové službě řekne, je na něm; údaje z našich záznamů předáváme \
             jen s jeho souhlasem.",
        ),
    ]
}
