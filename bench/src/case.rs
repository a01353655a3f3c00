//! One case by its forms: the call, the consultation, the assessment, the commission, the signature, the records.

use crate::colleagues::Colleague;
use crate::inside::Person;
use anyhow::{Context, Result};
use jiff::ToSpan;
use jiff::civil::Date;

const FAMILY: &[&str] = &[
    "Novák",
    "Svoboda",
    "Dvořák",
    "Černý",
    "Procházka",
    "Kučera",
    "Veselý",
    "Horák",
    "Němec",
    "Pokorný",
    "Marek",
    "Pospíšil",
    "Hájek",
    "Jelínek",
    "Král",
    "Růžička",
    "Beneš",
    "Fiala",
    "Sedlák",
    "Chalupa",
    "Řehoř",
    "Žák",
];
const GIVEN: &[&str] =
    &["Jana", "Petr", "Marie", "Tomáš", "Eva", "Josef", "Hana", "Pavel", "Anna", "Jan", "Lenka", "Jiří", "Kateřina"];
const SIGNS: &[&str] = &["", "ová", "ík", "ek"];

fn pick(list: &[&'static str], n: usize) -> &'static str {
    list.get(n % list.len()).copied().unwrap_or_default()
}

/// From the call to the signed consent in one day; answers the folder's address.
pub async fn open(by: &Person, n: usize, keeper: &Colleague, second: &Colleague, day: &str) -> Result<String> {
    // The one who is searched for is always among them.
    let (given, family) = match n % 97 {
        0 => ("Marie", "Horáková".to_owned()),
        _ => (pick(GIVEN, n / 3), format!("{}{}", pick(FAMILY, n * 7919 / 31), pick(SIGNS, n / 7))),
    };
    let phone = format!("602 {:03} {:03}", n / 1000 % 1000, n % 1000);
    let taken = by
        .send(
            "/first-contacts",
            &[
                ("channel", "phone"),
                ("day", day),
                ("time", "8:00"),
                ("given_name", given),
                ("family_name", &family),
                ("sex", "female"),
                ("open_anyway", "yes"),
                ("phone", &phone),
                ("asked", "Dluh na nájmu, hrozí výpověď. Prosí o radu."),
            ],
        )
        .await;
    let location = taken?.location;
    let folder = location.split('?').next().context("no folder")?.to_owned();
    talk(by, &folder, keeper, day).await?;
    let assessed = by
        .send(
            &format!("{folder}/assessments"),
            &[
                ("held_on", day),
                ("participant_1", &keeper.id),
                ("participant_2", &second.id),
                ("development", "S podporou zvládne první týdny."),
                ("key_worker", &keeper.id),
            ],
        )
        .await;
    assessed?;
    conclude(by, &folder, day).await?;
    plan(by, &folder, day).await?;
    Ok(folder)
}

async fn talk(by: &Person, folder: &str, keeper: &Colleague, day: &str) -> Result<()> {
    let held = by
        .fill(
            &format!("{folder}/consultation/new"),
            &format!("{folder}/consultations"),
            &[
                ("form", "phone"),
                ("at_request", "yes"),
                ("day", day),
                ("time", "8:10"),
                ("until", "8:50"),
                ("summary", "Dluh na nájmu za tři měsíce, dvě děti."),
                ("circle_of_persons", "fits"),
                ("told", "activity"),
                ("oral", "yes"),
                ("consent_time", "8:11"),
                ("line", "777 123 456"),
                ("scope", "jméno, kontakt, situace"),
                ("heard_by", &keeper.id),
            ],
        )
        .await;
    held.map(drop)
}

async fn conclude(by: &Person, folder: &str, day: &str) -> Result<()> {
    let told = ["activity", "mission", "target_group", "methods"].map(|item| ("basic", item));
    let rules = [
        "basic_rules",
        "rights_and_duties",
        "confidentiality",
        "course_of_service",
        "complaints",
        "ending",
        "case_management",
    ];
    let told: Vec<_> =
        told.into_iter().chain(rules.map(|item| ("principles", item))).chain([("given_on", day)]).collect();
    by.fill(&format!("{folder}/information"), &format!("{folder}/information"), &told).await?;
    for (part, fields) in PARTS {
        let page = format!("{folder}/negotiation/edit?part={part}");
        by.fill(&page, &format!("{folder}/negotiation/edit"), fields).await?;
    }
    let counselled = [("given_on", day), ("information", "Jak požádat o splátky.")];
    by.fill(&format!("{folder}/counselling"), &format!("{folder}/counselling"), &counselled).await?;
    let inquiry = [
        ("method", "office"),
        ("day", day),
        ("time", "9:00"),
        ("minutes", "30"),
        ("findings", "Dvě děti, jeden příjem."),
    ];
    by.fill(&format!("{folder}/inquiry"), &format!("{folder}/inquiry"), &inquiry).await?;
    let commission = [("in_own_words", "Udržet byt a splatit dluh."), ("agreed_on", day)];
    by.fill(&format!("{folder}/commission"), &format!("{folder}/commission"), &commission).await?;
    let prepared = by
        .fill(
            &format!("{folder}/agreement/new"),
            &format!("{folder}/documents"),
            &[
                ("extent", "jednou za týden"),
                ("place", "Lipová 12, Horní Vzorov"),
                ("hours", "po domluvě"),
                ("payment", "bez úhrady"),
                ("validity", "indefinite"),
                ("signer_role", "self"),
                ("reason_r008", "doplní se"),
            ],
        )
        .await;
    let location = prepared?.location;
    let sign = format!("{}/signature", location.split('?').next().unwrap_or_default());
    let signed = [("signed_on", day), ("signer_role", "self"), ("signed_in", "Horní Vzorov")];
    by.fill(&sign, &sign, &signed).await.map(drop)
}

/// Without a plan nobody has agreed, its term would wait among the late tasks.
async fn plan(by: &Person, folder: &str, day: &str) -> Result<()> {
    let page = format!("{folder}/plan-decision");
    let planned = [("plan_form", "unwritten_short_term"), ("reason", "Stačí několik schůzek."), ("day", day)];
    by.fill(&page, &page, &planned).await.map(drop)
}

type Fields = &'static [(&'static str, &'static str)];

const PARTS: &[(&str, Fields)] = &[
    ("request", &[("request", "Nepřijít o byt.")]),
    (
        "needs",
        &[("wish", "Klid."), ("need", "Dohoda s pronajímatelem."), ("ability", "Pracuje."), ("possibility", "Sestra.")],
    ),
    ("situation", &[("situation", "Dluh na nájmu, hrozí ztráta bydlení."), ("circle_of_persons", "fits")]),
    ("expectations", &[("can_fulfil", "Splátkový kalendář."), ("cannot_fulfil", "Zaplatit dluh.")]),
    ("fit", &[("is_understood", "yes")]),
];

/// A record of a phone call.
pub async fn record(by: &Person, folder: &str, n: usize, day: &str) -> Result<()> {
    let time = format!("{}:{:02}", 8 + n % 8, n % 60);
    let written = by.send(
        &format!("{folder}/records"),
        &[
            ("kind", "phone"),
            ("day", day),
            ("time", &time),
            ("minutes", "20"),
            (
                "body",
                "Sdělení klienta:\nZaplatila první splátku.\nDohoda:\nPříště doneseme podklady k příspěvku na bydlení.",
            ),
        ],
    ).await;
    written.map(drop)
}

/// A task of the year to come; those of one keeper come due one a week.
pub async fn task(by: &Person, folder: &str, n: usize, from: Date) -> Result<()> {
    let due = from.checked_add(((n % 52) as i64 * 7).days())?;
    let due = format!("{}. {}. {}", due.day(), due.month(), due.year());
    let set = [("what", "Přehodnotit potřeby"), ("due", due.as_str()), ("who", "key_worker")];
    by.fill(&format!("{folder}/tasks"), &format!("{folder}/tasks"), &set).await.map(drop)
}
