//! The kinds of an agreement's texts: what each is called, which template it is made of, how its paper is named.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::settings;
use crate::templates::{AGREEMENT, AMENDMENT, INFORMED_CONSENT};
use rules::agreement::AgreementForm;

pub(super) const ORAL_AGREEMENT: &str = "oral_agreement";

/// The code under which a text of this form is stored.
pub(super) fn of_form(form: AgreementForm) -> &'static str {
    match form {
        AgreementForm::InformedConsent => INFORMED_CONSENT,
        AgreementForm::Written => AGREEMENT,
        AgreementForm::Oral => ORAL_AGREEMENT,
    }
}

/// The form that a stored text concludes; an amendment is as its agreement and is not asked here.
pub(super) fn form_of(kind: &str) -> AgreementForm {
    match kind {
        AGREEMENT => AgreementForm::Written,
        ORAL_AGREEMENT => AgreementForm::Oral,
        _ => AgreementForm::InformedConsent,
    }
}

pub(super) fn is_amendment(kind: &str) -> bool {
    kind == AMENDMENT
}

/// What the journal says of its conclusion.
pub(super) fn concluded(kind: &str) -> &'static str {
    match form_of(kind) {
        AgreementForm::InformedConsent => "smlouva uzavřena podpisem informovaného souhlasu",
        AgreementForm::Written => "smlouva uzavřena písemně",
        AgreementForm::Oral => "smlouva uzavřena ústně",
    }
}

/// Whether a client may sign it on a lent screen: what is concluded by a signature, and not a change of it.
pub(super) fn is_signed_on_screen(kind: &str) -> bool {
    kind == INFORMED_CONSENT || kind == AGREEMENT
}

/// The template that a text of this form is made of.
pub(super) fn template_of(form: AgreementForm) -> &'static str {
    match form {
        AgreementForm::InformedConsent => INFORMED_CONSENT,
        AgreementForm::Written | AgreementForm::Oral => AGREEMENT,
    }
}

/// The title printed on the paper.
pub(super) fn title(form: AgreementForm) -> &'static str {
    match form {
        AgreementForm::InformedConsent => "Informovaný souhlas",
        AgreementForm::Written => "Smlouva o poskytnutí sociální služby",
        AgreementForm::Oral => "Ústní dohoda o poskytnutí sociální služby",
    }
}

/// What the file is called; never by a name.
pub(super) fn file_stem(kind: &str) -> &'static str {
    match kind {
        AGREEMENT => "smlouva",
        ORAL_AGREEMENT => "ustni-dohoda",
        AMENDMENT => "dodatek",
        _ => "informovany-souhlas",
    }
}

/// The forms in which the service concludes agreements today.
pub(super) fn allowed(folder: &Folder<'_>) -> Result<&'static [AgreementForm], Failure> {
    Ok(settings::of(folder.db(), folder.service(), folder.today())?.agreement_forms.forms())
}
