//! What is typed when a text is prepared: the terms that § 91(2) orders, read at one seam; what is missing is said with its
//! letter from the house's legal references.

use super::store::documents::Terms;
use super::store::profile::Profile;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::messages_cs::InCzech;
use crate::settings::Law;
use rules::agreement::AgreementForm;
use rules::agreement_terms::{Contents, Part, missing};
use rules::coded::Coded;
use rules::moment::date_typed::Leaning;

pub(super) const PROVIDER_DUTIES: &str = "poskytovat službu v dohodnutém rozsahu, čase a místě; informovat o všem, co se služby týká; zachovávat mlčenlivost";
pub(super) const CLIENT_DUTIES: &str =
    "přicházet v domluvený čas nebo se předem omluvit; spolupracovat na tom, na čem jsme se dohodli";
pub(super) const RULES: &str = "Klient dostal Pravidla poskytování služby, rozumí jim a bude je dodržovat";
pub(super) const TERMINATION: &str = "Klient může smlouvu vypovědět kdykoli a bez udání důvodu. Poskytovatel ji může vypovědět, když klient opakovaně porušuje povinnosti z této smlouvy, když potřeba služby pominula, nebo když služba končí";

/// The usual terms stand in the fields until somebody types over them.
pub(super) fn prefill(form: &mut Form<'_>, profile: &Profile, allowed: &[AgreementForm]) {
    form.prefill("place", profile.place.clone());
    form.prefill("hours", "po domluvě");
    form.prefill("payment", "bez úhrady");
    form.prefill("signer_role", "self");
    form.prefill("validity", "indefinite");
    form.prefill("provider_duties", PROVIDER_DUTIES);
    form.prefill("client_duties", CLIENT_DUTIES);
    form.prefill("rules_clause", RULES);
    form.prefill("termination", TERMINATION);
    form.prefill("client_notice_days", "0");
    form.prefill("provider_notice_days", "30");
    if let [only] = allowed {
        form.prefill("agreement_form", only.code());
    }
}

/// The form of the agreement; where the service has one only, it need not be chosen.
pub(super) fn read_form(form: &mut Form<'_>, allowed: &[AgreementForm]) -> Option<AgreementForm> {
    let chosen = AgreementForm::from_code(form.value("agreement_form"));
    match (chosen, allowed) {
        (Some(chosen), _) if allowed.contains(&chosen) => Some(chosen),
        (None, [only]) => Some(*only),
        (Some(_), _) => {
            form.problem(
                "agreement_form",
                "V této formě služba smlouvy neuzavírá. Zvolte jinou, nebo změňte nastavení",
            );
            None
        }
        (None, _) => {
            form.problem("agreement_form", "Zvolte, zda je smlouva ústní, nebo písemná");
            None
        }
    }
}

/// The terms, and who is going to sign.
pub(super) fn read(
    form: &mut Form<'_>,
    folder: &Folder<'_>,
    (chosen, profile, kind, law): (AgreementForm, &Profile, &str, &Law),
) -> (Terms, String) {
    let mut terms = Terms {
        extent: form.text("extent"),
        place: form.text("place"),
        hours: form.text("hours"),
        payment: form.text("payment"),
        service_kind: profile.kind.clone(),
        ..Terms::default()
    };
    if chosen != AgreementForm::InformedConsent {
        terms.rules_clause = form.text("rules_clause");
        terms.termination = form.text("termination");
        terms.provider_duties = form.text("provider_duties");
        terms.client_duties = form.text("client_duties");
        terms.client_notice_days = days(form, "client_notice_days");
        terms.provider_notice_days = days(form, "provider_notice_days");
    }
    let is_validity_said = read_validity(form, folder, &mut terms);
    let said_in_text = "stojí v textu souhlasu";
    let is_consent = chosen == AgreementForm::InformedConsent;
    let name = folder.name();
    let contents = Contents {
        provider: &profile.provider,
        client: &name,
        kind,
        extent: &terms.extent,
        place: &terms.place,
        hours: &terms.hours,
        payment: &terms.payment,
        rules: if is_consent { said_in_text } else { &terms.rules_clause },
        termination: if is_consent { said_in_text } else { &terms.termination },
        is_validity_said,
    };
    for part in missing(&contents) {
        let field = field(part, &terms);
        if form.error(field).is_none() {
            form.problem(field, format!("{} ({})", part.cs(), law.cite(part.provision())));
        }
    }
    let (signer_role, signer) = match form.value("signer_role") {
        "representative" => ("representative", form.required("representative", "Doplňte jméno zástupce")),
        _ => ("self", name),
    };
    signer_role.clone_into(&mut terms.signer_role);
    (terms, signer)
}

/// Whether the validity was said at all (§ 91(2) h).
fn read_validity(form: &mut Form<'_>, folder: &Folder<'_>, terms: &mut Terms) -> bool {
    terms.valid_from = form.date_or_none("valid_from", Leaning::Future);
    let is_said = match form.value("validity") {
        "indefinite" => true,
        "until" => {
            terms.valid_until = form.date("valid_until", Leaning::Future);
            true
        }
        _ => false,
    };
    let begins = terms.valid_from.unwrap_or_else(|| folder.today());
    if terms.valid_from.is_some_and(|day| day < folder.today()) {
        form.problem("valid_from", "Smlouva nemůže platit dřív, než bude podepsána. Nechte pole prázdné");
    }
    if terms.valid_until.is_some_and(|last| last < begins) {
        form.problem("valid_until", "Konec platnosti je dřív než její začátek. Zkontrolujte datum");
    }
    is_said
}

/// A notice period in days; none is a period too.
fn days(form: &mut Form<'_>, name: &'static str) -> i64 {
    let typed = form.value(name);
    match if typed.is_empty() { Ok(0) } else { typed.parse::<i64>() } {
        Ok(days) if (0..=365).contains(&days) => days,
        Ok(_) | Err(_) => {
            form.problem(name, "Napište počet dnů od 0 do 365");
            0
        }
    }
}

/// The field that a part of the law is filled in.
pub(super) fn field(part: Part, terms: &Terms) -> &'static str {
    match part {
        Part::Parties | Part::Kind | Part::Extent => "extent",
        Part::PlaceAndTime if terms.place.trim().is_empty() => "place",
        Part::PlaceAndTime => "hours",
        Part::Payment => "payment",
        Part::Rules => "rules_clause",
        Part::Termination => "termination",
        Part::Validity => "validity",
    }
}
