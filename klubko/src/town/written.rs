//! Two families of SAS Podhůří with a written agreement: one was prolonged by an amendment, the other one ends soon.

use super::paper;
use super::people::{SAS, SERVICES, Town};
use super::planting::{Planting, moment, profession, worker};
use super::residents::Resident;
use super::rows::{Folder, statement};
use crate::kernel::clock::day_of;
use crate::kernel::db::{Error, Result};
use crate::kernel::format_cs;
use crate::kernel::id::WorkerId;
use crate::params;
use crate::templates::{AGREEMENT, AMENDMENT, STARTER_AGREEMENT, digest};
use jiff::civil::Date;
use uuid::Uuid;

const PROVIDER: &str = "Pomoc Horní Vzorov, z. ú., IČO 99900017, Lipová 12, 999 01 Horní Vzorov";
const TITLE: &str = "Smlouva o poskytnutí sociální služby";
const KIND: &str = "family_social_activation";
const PERIOD: i64 = 30;
const RULES: &str = "Klient dostal Pravidla poskytování služby, rozumí jim a bude je dodržovat";
const TERMINATION: &str = "Klient může smlouvu vypovědět kdykoli; poskytovatel pro opakované porušování povinností";

/// Who signed, when, for how long, on what; and when it was prolonged until which day.
struct Line {
    resident: Resident,
    assessed_at: &'static str,
    signed_at: &'static str,
    until: &'static str,
    commission: &'static str,
    prolonged: Option<(&'static str, &'static str)>,
}

pub(super) fn settle(p: &Planting) -> Result<()> {
    let service = SERVICES.iter().find(|one| one.id == SAS).ok_or_else(|| Error::Engine("no SAS".to_owned()))?;
    LINES.iter().try_for_each(|line| sign(p, service, line))
}

fn sign(p: &Planting, service: &Town, line: &Line) -> Result<()> {
    let f = p.resident(&line.resident)?;
    let (assessed_at, at, by) = (moment(line.assessed_at)?, moment(line.signed_at)?, worker("terenni")?);
    let assessors = [by, worker("podhorska")?].map(|id| (id, profession(id)));
    let consultation = p.id();
    let assessment = paper::assessment(p, &f, (consultation, assessed_at), (by, &assessors))?;
    paper::key_worker(p, &f, assessment, (assessed_at, by))?;
    let commission = commission(p, &f, line, (at, by))?;
    let signed = Signed { service, line, at, by, until: day(line.until)? };
    let document = document(p, &f, &signed)?;
    let agreement = agreement(p, &f, &signed, (document, commission))?;
    close(p, &f, (at, by))?;
    match line.prolonged {
        Some((at, until)) => prolong(p, &f, &signed, (agreement, moment(at)?, day(until)?)),
        None => Ok(()),
    }
}

fn day(text: &str) -> Result<Date> {
    text.parse().map_err(|error| Error::Engine(format!("{text}: {error}")))
}

struct Signed<'a> {
    service: &'a Town,
    line: &'a Line,
    at: i64,
    by: WorkerId,
    until: Date,
}

impl Signed<'_> {
    fn name(&self) -> String {
        format!("{} {}", self.line.resident.given, self.line.resident.family)
    }
}

fn commission(p: &Planting, f: &Folder, line: &Line, (at, by): (i64, WorkerId)) -> Result<Uuid> {
    const INSERT: &str = "
        insert into commission (id, version, folder_id, thread_id, in_own_words, agreed_on, end_reason, recorded_at,
                                recorded_by)
        values ($1, 1, $2, $3, $4, $5, '', $6, $7)";
    let id = statement(p, f, "commission")?;
    p.plant()(INSERT, params![id, f.id, f.thread, line.commission, day_of(at), at, by])?;
    Ok(id)
}

/// The text as the house's own template says it.
fn text(signed: &Signed) -> String {
    let validity = format!("od {} do {}", format_cs::date(day_of(signed.at)), format_cs::date(signed.until));
    let name = signed.name();
    let filled = [
        ("{poskytovatel}", PROVIDER),
        ("{služba}", signed.service.name),
        ("{klient}", &name),
        ("{druh}", "sociálně aktivizační služby pro rodiny s dětmi"),
        ("{forma}", "terénně"),
        ("{zakázka}", signed.line.commission.trim_end_matches('.')),
        ("{rozsah}", "jednou týdně hodina"),
        ("{místo}", signed.service.place()),
        ("{čas}", "po domluvě"),
        ("{úhrada}", "bez úhrady"),
        ("{může}", "domluvit se školou a s úřady"),
        ("{nemůže}", "rozhodnout za jiné lidi nebo úřady"),
        ("{povinnosti poskytovatele}", "poskytovat službu v dohodnutém rozsahu a zachovávat mlčenlivost"),
        ("{povinnosti klienta}", "přicházet v domluvený čas nebo se předem omluvit"),
        ("{pravidla}", RULES),
        ("{výpověď}", TERMINATION),
        ("{výpovědní doba klienta}", "žádná"),
        ("{výpovědní doba poskytovatele}", "30 dnů"),
        ("{platnost}", &validity),
        ("{vysvětlení}", "Obsah jsme vysvětlili: běžná řeč."),
    ];
    filled.iter().fold(STARTER_AGREEMENT.to_owned(), |text, (place, what)| text.replace(place, what))
}

fn document(p: &Planting, f: &Folder, signed: &Signed) -> Result<Uuid> {
    put(p, f, signed, (AGREEMENT, TITLE, &text(signed)), (signed.at, None, Some(signed.until)))
}

/// A text that was signed, word for word with its digest.
fn put(
    p: &Planting,
    f: &Folder,
    signed: &Signed,
    (kind, title, body): (&'static str, &str, &str),
    (at, valid_from, until): (i64, Option<Date>, Option<Date>),
) -> Result<Uuid> {
    const INSERT: &str = "
        insert into document (id, folder_id, thread_id, kind, template_version, title, client_name, folder_number, body,
                              digest, extent, place, hours, payment, service_kind, provider_notice_days, changes_validity,
                              signer_role, signer, valid_from, valid_until, prepared_on, recorded_at, recorded_by,
                              rules_clause, termination)
        values ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9, 'jednou týdně hodina', $10, 'po domluvě', 'bez úhrady', $11, $12,
                $13, 'self', $6, $14, $15, $16, $17, $18, $19, $20)";
    let id = statement(p, f, "document")?;
    let (on, name, number, place) = (day_of(at), signed.name(), f.number(), signed.service.place());
    let digest = digest(&[title, &name, &number, place, &on.to_string(), &name, body]);
    let changes = kind == AMENDMENT;
    let (rules, termination) = if changes { ("", "") } else { (RULES, TERMINATION) };
    let row = params![
        id,
        f.id,
        f.thread,
        kind,
        title,
        &name,
        &number,
        body,
        &digest,
        place,
        KIND,
        PERIOD,
        changes,
        valid_from,
        until,
        on,
        at,
        signed.by,
        rules,
        termination
    ];
    p.plant()(INSERT, row)?;
    Ok(id)
}

fn agreement(p: &Planting, f: &Folder, signed: &Signed, (document, commission): (Uuid, Uuid)) -> Result<Uuid> {
    const INSERT: &str = "
        insert into agreement (id, version, folder_id, thread_id, form, document_id, commission_id, signed_on, signer,
                               signer_role, mandate, signed_in, service_kind, explained, valid_from, valid_until,
                               recorded_at, recorded_by)
        values ($1, 1, $2, $3, 'written', $4, $5, $6, $7, 'self', '', $8, $9, 'běžná řeč', $6, $10, $11, $12)";
    let id = statement(p, f, "agreement")?;
    let (on, name, place) = (day_of(signed.at), signed.name(), signed.service.place());
    let row =
        params![id, f.id, f.thread, document, commission, on, &name, place, KIND, signed.until, signed.at, signed.by];
    p.plant()(INSERT, row)?;
    Ok(id)
}

fn close(p: &Planting, f: &Folder, (at, by): (i64, WorkerId)) -> Result<()> {
    const OUTCOME: &str = "
        insert into negotiation_outcome (id, folder_id, thread_id, outcome, decided_on, decided_by, explanation,
                                         offered_service, offer_answer, recorded_at, recorded_by)
        values ($1, $2, $3, 'agreement', $4, '', '', '', '', $5, $6)";
    let id = statement(p, f, "negotiation_outcome")?;
    p.plant()(OUTCOME, params![id, f.id, f.thread, day_of(at), at, by])
}

/// An amendment with another last day: its own text, and a new version of the agreement.
fn prolong(p: &Planting, f: &Folder, signed: &Signed, (agreement, at, until): (Uuid, i64, Date)) -> Result<()> {
    const AMENDED: &str = "
        insert into agreement_amendment (id, folder_id, agreement_id, number, document_id, signed_on, signer,
                                         signer_role, mandate, signed_in, valid_from, valid_until, recorded_at,
                                         recorded_by)
        values ($1, $2, $3, 1, $4, $5, $6, 'self', '', $7, $5, $8, $9, $10)";
    const REPLACE: &str = "update agreement set replaced_at = $2 where id = $1 and version = 1";
    const COPY: &str = "
        insert into agreement (id, version, folder_id, thread_id, form, document_id, commission_id, signed_on, signer,
                               signer_role, mandate, signed_in, service_kind, explained, valid_from, valid_until,
                               recorded_at, recorded_by)
        select id, 2, folder_id, thread_id, form, document_id, commission_id, signed_on, signer, signer_role, mandate,
               signed_in, service_kind, explained, valid_from, $2, $3, recorded_by
          from agreement where id = $1 and version = 1";
    let (on, name, place) = (day_of(at), signed.name(), signed.service.place());
    let title = "Dodatek č. 1 ke smlouvě o poskytnutí sociální služby";
    let body = format!("# Co se mění\n\nSmlouva platí do {}.\n\nOstatní ujednání zůstávají.", format_cs::date(until));
    let document = put(p, f, signed, (AMENDMENT, title, &body), (at, Some(on), Some(until)))?;
    let id = statement(p, f, "agreement_amendment")?;
    p.plant()(AMENDED, params![id, f.id, agreement, document, on, &name, place, until, at, signed.by])?;
    p.plant()(REPLACE, params![agreement, at])?;
    p.plant()(COPY, params![agreement, until, at])
}

const LINES: &[Line] = &[
    Line {
        resident: Resident {
            service: SAS,
            given: "Svatava",
            family: "Smluvená",
            sex: "female",
            birth_year: 1985,
            phone: "+420777000404",
            municipality: "Dolní Vzorov",
            called_at: "2025-12-09T08:30",
            taken_by: "terenni",
            topic: "school",
            asked: "Dcera odmítá chodit do školy.",
            consulted_at: Some("2025-12-10T15:00"),
            cooperation: None,
        },
        assessed_at: "2025-12-15T09:00",
        signed_at: "2025-12-17T15:00",
        until: "2026-02-28",
        commission: "Chci, aby dcera zase chodila do školy.",
        prolonged: Some(("2026-02-19T15:00", "2026-08-31")),
    },
    Line {
        resident: Resident {
            service: SAS,
            given: "Hostimil",
            family: "Dočasný",
            sex: "male",
            birth_year: 1979,
            phone: "+420777000405",
            municipality: "Lhota u Vzorova",
            called_at: "2025-12-11T10:00",
            taken_by: "terenni",
            topic: "housing",
            asked: "Končí jim nájem a neví, kam s dětmi.",
            consulted_at: Some("2025-12-12T15:00"),
            cooperation: None,
        },
        assessed_at: "2025-12-16T09:00",
        signed_at: "2025-12-18T15:00",
        until: "2026-03-31",
        commission: "Chceme najít bydlení, kde můžeme zůstat.",
        prolonged: None,
    },
];
