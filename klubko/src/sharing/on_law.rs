//! Sharing without a consent, because somebody's life is at stake or an act orders it (R-061, R-083, section 2.7). Consent is
//! the rule: the worker says why it cannot carry this, and when the client was told. Which grounds are offered, and how they
//! are cited, is dated data of the provider.

use super::targets::Target;
use crate::case_management;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::messages_cs::InCzech;
use crate::settings;
use jiff::civil::Date;
use rules::access::GroundKind;
use rules::coded::Coded;
use rules::law::Provision;
use rules::moment::date_typed::Leaning;
use rules::sharing::{OnLaw as Asked, OnLawBlock, check_on_law};

/// What the form sends when a consent carries it; nothing chosen means the same.
pub(super) const CONSENT: &str = "consent";

/// A ground that may be chosen today.
pub(super) struct Offered {
    pub(super) kind: GroundKind,
    pub(super) code: &'static str,
    pub(super) name: String,
    pub(super) citation: String,
}

/// Grounds in the law that the provider offers on the day.
pub(super) fn offered(folder: &Folder) -> Result<Vec<Offered>, Failure> {
    let law = settings::law(folder.db(), folder.today())?;
    let of = |kind: &GroundKind| {
        let citation = law.offered(Provision::of_ground(*kind)?)?.to_owned();
        Some(Offered { kind: *kind, code: kind.code(), name: capital(&kind.cs()), citation })
    };
    Ok(GroundKind::ALL.iter().filter_map(of).collect())
}

/// As the first word of a choice.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What was typed about it.
pub(super) struct OnLaw<'t> {
    pub(super) target: &'t Target,
    pub(super) ground: GroundKind,
    pub(super) citation: String,
    pub(super) reason: String,
    pub(super) told_on: Option<Date>,
}

/// Whether the worker turned to the law.
pub(super) fn is_chosen(form: &Form) -> bool {
    !matches!(form.value("ground"), "" | CONSENT)
}

pub(super) fn read<'t>(
    form: &mut Form,
    folder: &Folder,
    targets: &'t [Target],
    offered: &[Offered],
) -> Result<Option<OnLaw<'t>>, Failure> {
    let (chosen, picked) = (form.value("ground").to_owned(), form.value("to_service").to_owned());
    let ground = offered.iter().find(|one| one.code == chosen);
    let target = targets.iter().find(|one| one.id.to_string() == picked);
    let reason = form.text("law_reason");
    let told_on = form.date_or_none("told_on", Leaning::Past);
    if told_on.is_some_and(|day| day > folder.today()) {
        form.problem(
            "told_on",
            "Tento den teprve bude. Napište, kdy jste to klientovi řekli, nebo pole nechte prázdné",
        );
    }
    let Some(target) = target else {
        form.problem("to_service", "Vyberte službu, se kterou sdílíte");
        return Ok(None);
    };
    let consent = case_management::consented(folder, target.id)?;
    let findings = check_on_law(&Asked { is_offered: ground.is_some(), reason: &reason, told_on, consent });
    for block in &findings.blocks {
        form.problem(field(*block), block.cs());
    }
    for warning in &findings.warnings {
        form.warn(warning.rule(), warning.cs());
    }
    Ok(ground.map(|one| OnLaw { target, ground: one.kind, citation: one.citation.clone(), reason, told_on }))
}

fn field(block: OnLawBlock) -> &'static str {
    match block {
        OnLawBlock::NotOffered => "ground",
        OnLawBlock::NoReason => "law_reason",
    }
}
