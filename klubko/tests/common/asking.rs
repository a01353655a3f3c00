//! Marek Vymyšlený is asked about sharing between PM and OSP: by Iva Rampová, a social worker of PM (scenario 7), and what
//! others of the town need for it.

use super::course::{self, Client};
use super::{Heard, Town, Worker};
use klubko::kernel::clock;
use klubko::kernel::value::Value;
use klubko::town::{OSP, PM};
use uuid::Uuid;

pub type Fields<'a> = &'a [(&'a str, &'a str)];

/// Marek in PM since April.
pub fn marek(town: &Town) -> Client {
    course::client(town, ("Marek", "Vymyšlený"), "rampova", "2026-04-01T09:00")
}

/// The same man in OSP; nothing joins the two yet.
pub fn marek_in_osp(town: &Town) -> Client {
    course::client(town, ("Marek", "Vymyšlený"), "poradna", "2026-04-02T09:00")
}

/// Something of the first folder was taken up in the second.
pub fn join(town: &Town, from: &Client, to: &Client) {
    let at = clock::moment("2026-04-21T09:00".parse().unwrap());
    town.plant_row(
        "folder_join",
        &[
            ("id", Value::from(Uuid::new_v4())),
            ("folder_id", Value::from(from.folder)),
            ("service_id", Value::from(PM)),
            ("far_folder_id", Value::from(to.folder)),
            ("far_service_id", Value::from(OSP)),
            ("joined_at", Value::from(at)),
            ("joined_by", Value::from(to.keeper)),
        ],
    );
}

/// What is usually typed; `more` wins, and an empty value is not sent.
fn typed<'a>(usual: Vec<(&'a str, &'a str)>, more: Fields<'a>) -> Vec<(&'a str, &'a str)> {
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    usual.chain(more.iter().copied()).filter(|(_, value)| !value.is_empty()).collect()
}

/// The form on case management, as Iva fills it in on 20 April.
pub fn about_cooperation(by: &Worker<'_>, folder: &str, heard_by: &str, more: Fields<'_>) -> Heard {
    let (heard_by, osp) = (course::worker(heard_by).to_string(), OSP.to_string());
    let usual = vec![
        ("receiver", osp.as_str()),
        ("direction", "both"),
        ("own_topics", "odvolání\ndávky"),
        ("extent", "rozhodnutí úřadu a termíny"),
        ("purpose", "společné řešení příspěvku"),
        ("valid_from", "20. 4. 2026"),
        ("valid_until", "31. 12. 2026"),
        ("given_by_role", "self"),
        ("decision", "consent"),
        ("form", "written"),
        ("day", "20. 4. 2026"),
        ("time", "9:30"),
        ("heard_by", heard_by.as_str()),
    ];
    let page = format!("{folder}/consents/case-management");
    by.fill(&page, &page, &typed(usual, more))
}

/// The form on a handover, as Lenka Páteřní of OSP fills it in on 10 April for PM.
pub fn about_handover(by: &Worker<'_>, folder: &str, more: Fields<'_>) -> Heard {
    let (lenka, pm) = (course::worker("paterni").to_string(), PM.to_string());
    let (ota, iva) = (course::worker("kolecko").to_string(), course::worker("rampova").to_string());
    let usual = vec![
        ("receiver", pm.as_str()),
        ("extent", "jméno, příjmení, kraj pobytu, e-mail, telefon, paraplegie"),
        ("purpose", "přidělení vhodného peera"),
        ("receivers", ota.as_str()),
        ("valid_from", "10. 4. 2026"),
        ("valid_until", "31. 12. 2026"),
        ("given_by_role", "self"),
        ("decision", "consent"),
        ("form", "written"),
        ("day", "10. 4. 2026"),
        ("time", "9:30"),
        ("heard_by", lenka.as_str()),
    ];
    let page = format!("{folder}/consents/data-handover");
    let mut fields = typed(usual, more);
    // Two workers are named, unless the test names others.
    if !more.iter().any(|(name, _)| *name == "receivers") {
        fields.push(("receivers", iva.as_str()));
    }
    by.fill(&page, &page, &fields)
}

/// The client takes a consent back; `page` is the address of the withdrawal.
pub fn withdraw(by: &Worker<'_>, page: &str, more: Fields<'_>) -> Heard {
    by.fill(page, page, &typed(vec![("how", "e-mailem"), ("day", "8. 6. 2026"), ("time", "9:12")], more))
}

/// The address of the only withdrawal offered on the register.
pub fn withdrawal(by: &Worker<'_>, folder: &str) -> String {
    by.see(&format!("{folder}/consents")).address(&format!("{folder}/consents/"), "/withdrawal")
}
