//! The form of a handover as it was typed: the closed set of fields, read at one seam.

use super::targets::Target;
use crate::consent::{self, Sharing};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::{StatementId, WorkerId};
use crate::kernel::visit::Visit;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::consent::{ConsentForm, ConsentKind, Decision};
use rules::moment::date_typed::Leaning;
use rules::sharing::{Handover, HandoverSource, Injury};

/// What the sheet holds and nothing else; a field more, or a file, is refused.
const FIELDS: [&str; 15] = [
    "given",
    "service_id",
    "receivers",
    "decision",
    "form",
    "signed_on",
    "source",
    "institute",
    "given_name",
    "family_name",
    "region",
    "phone",
    "email",
    "injury",
    "injury_other",
];

/// Consents to a handover that are signed and hold: whoever was asked once is not asked again.
pub(super) fn given(folder: &Folder) -> Result<Vec<Sharing>, Failure> {
    let holds = |one: &Sharing| one.kind == ConsentKind::DataHandover && one.is_in_force();
    Ok(consent::sharing(folder)?.into_iter().filter(holds).collect())
}

/// `Souhlas z 10. 2. 2026, PM Páteřník: Bc. Ota Kolečko, Mgr. Iva Rampová`
pub(super) fn said(one: &Sharing) -> String {
    format!("Souhlas z\u{a0}{}, {}: {}", date(one.given_on), one.receiver_name, one.named.join(", "))
}

/// What was typed.
pub(super) struct Typed<'t> {
    pub(super) target: &'t Target,
    /// The consent that was signed before.
    pub(super) given: Option<StatementId>,
    pub(super) receivers: Vec<WorkerId>,
    pub(super) decision: Decision,
    pub(super) form: ConsentForm,
    pub(super) signed_on: Option<Date>,
    pub(super) source: HandoverSource,
    pub(super) institute: String,
    pub(super) name: (String, String),
    pub(super) region: String,
    pub(super) phone: String,
    pub(super) email: String,
    pub(super) injury: Option<Injury>,
    pub(super) injury_other: String,
}

pub(super) fn read<'t>(form: &mut Form, visit: &Visit, targets: &'t [Target], given: &[Sharing]) -> Option<Typed<'t>> {
    let signed = form.value("given").to_owned();
    if let Some(one) = given.iter().find(|one| one.id.to_string() == signed) {
        form.restate("service_id", one.terms.receiver.map(|id| id.to_string()).unwrap_or_default());
        form.restate("decision", Decision::Consent.code());
        form.restate("form", one.form.code());
        form.restate("signed_on", date(one.given_on));
    }
    let named = given.iter().find(|one| one.id.to_string() == signed);
    let picked = form.value("service_id").to_owned();
    let target = targets.iter().find(|one| one.id.to_string() == picked);
    if target.is_none() {
        form.problem("service_id", "Vyberte službu, které kontakty předáváte");
    }
    let decision = form.choice("decision", "Zapište, jak se klient rozhodl");
    let kind = form.choice("form", "Zvolte, jak se rozhodl");
    let signed_on = form.date_or_none("signed_on", Leaning::Past).filter(|day| *day <= visit.today());
    let source = form.choice("source", "Zvolte, odkud kontakt je");
    let name = (form.text("given_name"), form.text("family_name"));
    let (region, institute, injury_other) = (form.text("region"), form.text("institute"), form.text("injury_other"));
    let (phone, email) = (form.phone("phone"), form.email("email"));
    let injury = Injury::from_code(form.value("injury"));
    let receivers = match (target, decision) {
        _ if named.is_some() => named.map(|one| one.terms.receivers.clone()).unwrap_or_default(),
        (Some(target), Some(Decision::Consent)) => target.ticked(form),
        _ => Vec::new(),
    };
    if form.was_sent_more_than(&FIELDS) {
        form.problem("family_name", "Předat jde jen údaje z tohoto formuláře. Nic dalšího přidat nelze");
    }
    let (target, decision, kind, source) = (target?, decision?, kind?, source?);
    Some(Typed {
        target,
        given: named.map(|one| one.id),
        receivers,
        decision,
        form: kind,
        signed_on,
        source,
        institute,
        name,
        region,
        phone,
        email,
        injury,
        injury_other,
    })
}

impl Typed<'_> {
    pub(super) fn weighed(&self) -> Handover<'_> {
        Handover {
            decision: self.decision,
            form: self.form,
            signed_on: self.signed_on,
            receivers: self.receivers.len(),
            source: self.source,
            institute: &self.institute,
            given_name: &self.name.0,
            family_name: &self.name.1,
            region: &self.region,
            email: &self.email,
            phone: &self.phone,
            injury: self.injury,
            injury_other: &self.injury_other,
            is_for_peer: self.source != HandoverSource::LongTermCare,
        }
    }

    /// R-093, one of two sentences, written by itself.
    pub(super) fn sentence(&self, sex: &str) -> String {
        let who = if sex == "female" { "Klientka" } else { "Klient" };
        let does = if self.decision == Decision::Consent { "souhlasí" } else { "nesouhlasí" };
        format!("{who} {does} s předáním osobních a citlivých údajů do služby {}.", self.target.name)
    }

    /// what the person signed, word for word.
    pub(super) fn statement(&self, names: &str) -> String {
        let service = &self.target.name;
        format!(
            "Mám zájem o službu {service}. V této souvislosti souhlasím s předáním výše uvedených údajů do služby \
             {service} (zastoupené pracovníky {names})."
        )
    }
}
