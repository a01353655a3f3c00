//! SAS Podhůří: a field service of twelve families, and Renata Cvičná who asks it on Monday 2 February 2026 (scenario 5).

use super::stage::{self, Caller};
use super::{Heard, Town, Worker};
use klubko::kernel::db::Connection;
use klubko::{params, town};

pub const RENATA: Caller = Caller { given: "Renata", family: "Cvičná", service: town::SAS, taken_by: "terenni" };

/// Her folder, opened by her first contact.
pub fn folder(town: &Town) -> String {
    stage::folder(town, &RENATA, "2026-02-02T10:00", None)
}

/// A setting of the service since the beginning of the year.
pub fn set(town: &Town, key: &'static str, value: &'static str) {
    let writer = Connection::open_writer(&town.place).unwrap();
    let insert = |plant: klubko::kernel::db::Plant<'_>| {
        plant(
            "insert into service_setting (service_id, key, value, valid_from, recorded_at, recorded_by)
             values ($1, $2, $3, '2026-01-01', 2, $4)",
            params![town::SAS, key, value, super::worker("podhorska")],
        )
    };
    writer.plant(insert).unwrap();
}

/// Fills a page of the folder whose form goes to the same address.
pub fn fill(worker: &Worker<'_>, folder: &str, page: &str, typed: &[(&str, &str)]) -> Heard {
    let address = format!("{folder}/{page}");
    let action = address.split('?').next().unwrap().to_owned();
    worker.fill(&address, &action, typed)
}

/// What the negotiation found out until 10 February: needs, the field visit, the debt, the counselling.
pub fn negotiate(worker: &Worker<'_>, folder: &str) {
    let needs = [
        ("wish", "zůstat v bytě"),
        ("need", "dohodu o splátkách"),
        ("ability", "pracuje na zkrácený úvazek"),
        ("possibility", "pomůže matka"),
    ];
    fill(worker, folder, "negotiation/edit?part=needs", &[&[("part", "needs")], needs.as_slice()].concat())
        .must_be(303);
    let situation = [
        ("part", "situation"),
        ("situation", "Dluh na nájemném, do 30. 4. hrozí vystěhování."),
        ("situation_areas", "housing"),
        ("circle_of_persons", "fits"),
    ];
    fill(worker, folder, "negotiation/edit?part=situation", &situation).must_be(303);
    let fit = [("part", "fit"), ("is_understood", "yes"), ("communication_form", "plain")];
    fill(worker, folder, "negotiation/edit?part=fit", &fit).must_be(303);
    let visit = [
        ("method", "visit"),
        ("day", "10. 2. 2026"),
        ("time", "10:00"),
        ("minutes", "60"),
        ("findings", "Byt je v pořádku, chybí tři nájmy."),
    ];
    fill(worker, folder, "inquiry", &visit).must_be(303);
}

pub fn counsel(worker: &Worker<'_>, folder: &str) {
    let told =
        [("given_on", "10. 2. 2026"), ("topics", "housing"), ("information", "Jak požádat o příspěvek na bydlení.")];
    fill(worker, folder, "counselling", &told).must_be(303);
}

/// Sends the refusal as somebody fills it. `more` wins over what is typed here; an empty value leaves a field out.
pub fn refuse(worker: &Worker<'_>, folder: &str, more: &[(&str, &str)]) -> Heard {
    let decider = super::stage::worker("podhorska");
    let usual = [
        ("reason", "b"),
        ("facts", "Dvanáct rodin, dvanáct smluv."),
        ("decided_on", "11. 2. 2026"),
        ("decided_by", decider.as_str()),
        ("offered_service", "Terénní programy, Dolní Vzorov"),
    ];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    fill(worker, folder, "refusal", &typed)
}

/// The address of the newest refusal.
pub fn newest(worker: &Worker<'_>, folder: &str) -> String {
    let page = worker.see(&format!("{folder}/refusals"));
    let notice = page.address(&format!("{folder}/refusals/"), "/notice");
    notice.trim_end_matches("/notice").to_owned()
}

/// What an agreement still needs on 3 March: the commission, what the service can do, all that she was told.
pub fn complete(worker: &Worker<'_>, folder: &str, day: &str) {
    let expectations = [("part", "expectations"), ("can_fulfil", "udržet byt"), ("cannot_fulfil", "zaplatit dluh")];
    fill(worker, folder, "negotiation/edit?part=expectations", &expectations).must_be(303);
    fill(worker, folder, "commission", &[("in_own_words", "udržet byt"), ("agreed_on", day)]).must_be(303);
    let told = ["activity", "mission", "target_group", "methods"].map(|item| ("basic", item));
    let principles = [
        "basic_rules",
        "rights_and_duties",
        "confidentiality",
        "course_of_service",
        "complaints",
        "ending",
        "case_management",
    ];
    let principles = principles.map(|item| ("principles", item));
    fill(worker, folder, "information", &[told.as_slice(), &principles, &[("given_on", day)]].concat()).must_be(303);
}

/// Prepares the written agreement as somebody fills it. `more` wins over what is typed here.
pub fn prepare(worker: &Worker<'_>, folder: &str, more: &[(&str, &str)]) -> Heard {
    let usual = [
        ("agreement_form", "written"),
        ("extent", "dvě návštěvy týdně"),
        ("place", "u klientky doma"),
        ("hours", "úterý a čtvrtek odpoledne"),
        ("payment", "bez úhrady"),
        ("provider_duties", "pomáhat udržet byt"),
        ("client_duties", "být doma v domluvený čas"),
        ("rules_clause", "Klientka dostala Pravidla a rozumí jim"),
        ("termination", "Klientka kdykoli, poskytovatel pro opakované porušování povinností"),
        ("client_notice_days", "0"),
        ("provider_notice_days", "15"),
        ("validity", "until"),
        ("valid_until", "31. 8. 2026"),
        ("signer_role", "self"),
    ];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    worker.fill(&format!("{folder}/agreement/new"), &format!("{folder}/documents"), &typed)
}

/// The address of a prepared text.
pub fn document(prepared: &Heard) -> String {
    prepared.must_be(303).location.split('?').next().unwrap().to_owned()
}

/// The signed agreement of 3 March, valid until 31 August unless `more` says otherwise.
pub fn agreed(worker: &Worker<'_>, folder: &str, more: &[(&str, &str)]) -> String {
    complete(worker, folder, "3. 3. 2026");
    let document = document(&prepare(worker, folder, more));
    let signature = format!("{document}/signature");
    let signed = [("signed_on", "3. 3. 2026"), ("signer_role", "self"), ("signed_in", "Dolní Vzorov")];
    worker.fill(&signature, &signature, &signed).must_be(303);
    document
}

/// The provider or the client ends the agreement. `more` wins over what is typed here.
pub fn end(worker: &Worker<'_>, folder: &str, more: &[(&str, &str)]) -> Heard {
    let usual = [
        ("ended_by", "notice_by_provider"),
        ("ground", "breach"),
        ("reason", "Opakovaně nebyla doma a neomluvila se."),
        ("delivered_on", "17. 8. 2026"),
        ("ends_on", "1. 9. 2026"),
    ];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    fill(worker, folder, "agreement/end", &typed)
}
