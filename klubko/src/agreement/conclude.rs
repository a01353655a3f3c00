//! The signature itself, whichever way it was given, on paper or on a screen: what refuses it, what it is asked about and
//! all that it brings about, in one change.

use super::planning;
use super::readiness::{Case, Signed};
use super::store::agreements::{self, NewAgreement};
use super::store::documents::Document;
use super::{amend, ends, kind, text};
use crate::consent::{self, WrittenConsent};
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::StatementId;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use crate::negotiation;
use jiff::civil::Date;
use rules::agreement::{Block, Concluded, check, sign};
use rules::instant::Moment;
use rules::rule::Answers;

const SCOPE: &str = "osobní údaje v rozsahu, který služba k pomoci potřebuje";
const CHANGED: &str = "Od přípravy tohoto znění se zakázka nebo jiné údaje změnily. Připravte nové znění a nechte \
     podepsat to.";

/// What is said of a signature.
pub(super) struct Typed {
    pub(super) signed_on: Option<Date>,
    pub(super) signer: String,
    pub(super) signer_role: &'static str,
    pub(super) mandate: String,
    pub(super) signed_in: String,
    /// How its content was explained.
    pub(super) explained: String,
}

/// Reads who signs and where; on paper it was, on a screen it will be.
pub(super) fn read(form: &mut Form<'_>, folder: &Folder<'_>, signed_on: Option<Date>) -> Typed {
    let signed_in = form.required("signed_in", "Doplňte, kde byl podepsán");
    let explained = form.text("explained");
    let (signer, signer_role, mandate) = match form.value("signer_role") {
        "self" => (folder.name(), "self", String::new()),
        "representative" => {
            // a representative signs on a mandate that is named.
            let mandate = form.required("mandate", "Doplňte, na základě čeho zástupce jedná");
            (form.required("representative", "Doplňte jméno zástupce"), "representative", mandate)
        }
        _ => {
            form.problem("signer_role", "Zvolte, kdo podepsal");
            (String::new(), "self", String::new())
        }
    };
    Typed { signed_on, signer, signer_role, mandate, signed_in, explained }
}

/// Weighs the signature; what is wrong or asked stands in the form, and nothing is concluded.
pub(super) fn weigh(
    visit: &Visit<'_>,
    folder: &Folder<'_>,
    (case, document): (&Case, &Document),
    (form, typed): (&mut Form<'_>, &Typed),
) -> Result<Option<Concluded>, Failure> {
    amend::only_agreements(document)?;
    let signed = Signed {
        on: typed.signed_on,
        signer: &typed.signer,
        is_representative: typed.signer_role == "representative",
        document: Some(document),
        is_form_allowed: kind::allowed(folder)?.contains(&kind::form_of(&document.kind)),
        prepared_on: document.prepared_on,
        valid_until: document.valid_until,
    };
    let signing = case.signing(&signed);
    let findings = check(&signing, visit.today());
    for block in findings.blocks {
        object(form, &block);
    }
    for warning in findings.warnings {
        form.warn(warning.rule(), warning.cs());
    }
    if !case.agreement_in_force && !case.still_says(folder, document)? {
        form.problem("text", CHANGED);
    }
    let answers = Answers::read(|field| Some(form.value(field).to_owned()));
    let concluded = sign(&signing, &answers, Moment::new(visit.now(), visit.today())).ok();
    Ok(concluded.filter(|_| form.is_settled()))
}

/// Says a block at the field that it is about, once.
fn object(form: &mut Form<'_>, block: &Block) {
    let field = match block {
        Block::SignerMissing => "signer_role",
        Block::DateMissing | Block::InTheFuture | Block::BeforeItWasPrepared { .. } => "signed_on",
        Block::EndsBeforeItBegins { .. } => "signed_on",
        Block::CapacityLimited => "signer_role",
        _ => "missing",
    };
    let is_said_already = matches!(block, Block::SignerMissing | Block::DateMissing) && form.has_problems();
    if !is_said_already {
        form.problem(field, block.cs());
    }
}

/// All that one signature brings about.
pub(super) fn write(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    (case, document): (&Case, &Document),
    (typed, concluded): (&Typed, &Concluded),
) -> Result<StatementId, Failure> {
    let signed_on = concluded.agreement.concluded_on;
    let commission = case.facts.commission.ok_or(Failure::Absent)?;
    let new = NewAgreement {
        thread: case.thread,
        form: concluded.agreement.form,
        document: document.id,
        commission,
        signed_on,
        signer: &typed.signer,
        signer_role: typed.signer_role,
        mandate: &typed.mandate,
        signed_in: &typed.signed_in,
        service_kind: &case.profile.kind,
        explained: &typed.explained,
        // The agreement holds from its signature at the earliest.
        valid_from: document.valid_from.unwrap_or(signed_on).max(signed_on),
        valid_until: concluded.agreement.valid_until,
    };
    let id = agreements::insert(change, folder, &new)?;
    if let Some(given) = &concluded.consent {
        let wording = text::consent_wording(&document.body);
        let given =
            WrittenConsent { document: Some(document.id), wording: &wording, scope: SCOPE, given_on: given.valid_from };
        consent::record_written(change, folder, &given)?;
    }
    ends::remind(change, folder, id, concluded.agreement.valid_until)?;
    negotiation::conclude(change, (folder.id(), case.thread), signed_on)?;
    planning::ask_for_plan(change, folder, id, signed_on)?;
    Ok(id)
}
