//! What § 91(2) orders, letter by letter: what the stored text says to each, and where a missing one is filled in.

use super::readiness::validity;
use super::store::documents::Document;
use super::store::profile::{self, Profile};
use super::text::in_one_line;
use super::{kind, terms};
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::settings::law;
use rules::agreement::AgreementForm;
use rules::agreement_terms::{Contents, Part, missing};
use rules::coded::Coded;

/// One letter of the law.
pub(super) struct Letter {
    /// `§ 91 odst. 2 písm. d) zákona o sociálních službách`
    pub(super) provision: String,
    pub(super) name: &'static str,
    /// What the text says; empty where it says nothing.
    pub(super) says: String,
    pub(super) is_there: bool,
    /// Where it is filled in; empty where it is there or where the reader may not.
    pub(super) href: String,
}

/// The letters of a text that concludes an agreement; an amendment has none of its own.
pub(super) fn letters(folder: &Folder<'_>, one: &Document, may_prepare: bool) -> Result<Vec<Letter>, Failure> {
    if kind::is_amendment(&one.kind) {
        return Ok(Vec::new());
    }
    let profile = profile::of_service(folder.db(), folder.service())?;
    let kinds = code_list::items(folder.db(), "service_kind", folder.day())?;
    let said = Said::of(one, &profile, code_list::labels(&kinds, &one.service_kind));
    let (lacks, law) = (missing(&said.contents(one, &profile)), law(folder.db(), one.prepared_on)?);
    let letter = |part: &Part| {
        let is_there = !lacks.contains(part);
        let field = terms::field(*part, &one.terms());
        let href =
            if is_there || !may_prepare { String::new() } else { folder.path(&format!("/agreement/new#f-{field}")) };
        let says = if is_there { said.words(*part, one, &profile) } else { String::new() };
        Letter { provision: law.cite(part.provision()).to_owned(), name: name(*part), says, is_there, href }
    };
    Ok(Part::ALL.iter().map(letter).collect())
}

/// The terms as far as the text really holds them: a template of the service may have left one out.
struct Said {
    kind: String,
    extent: String,
    place: String,
    hours: String,
    payment: String,
    rules: String,
    termination: String,
    validity: String,
}

impl Said {
    fn of(one: &Document, profile: &Profile, label: String) -> Self {
        let body = in_one_line(&one.body);
        let held = |text: &str| {
            let line = in_one_line(text);
            if !line.trim().is_empty() && body.contains(&line) { line } else { String::new() }
        };
        let is_consent = kind::form_of(&one.kind) == AgreementForm::InformedConsent;
        // The consent says both in sentences of its own.
        let own = |words: &[&str], text: &str| match is_consent {
            true if words.iter().any(|word| one.body.to_lowercase().contains(word)) => {
                "stojí v textu souhlasu".to_owned()
            }
            true => String::new(),
            false => held(text),
        };
        Self {
            kind: if label.is_empty() { profile.name.clone() } else { label },
            extent: held(&one.extent),
            place: held(&one.place),
            hours: held(&one.hours),
            payment: held(&one.payment),
            rules: own(&["pravid"], &one.rules_clause),
            termination: own(&["ukončit", "vypov"], &one.termination),
            validity: held(&validity(&one.terms())),
        }
    }

    fn contents<'s>(&'s self, one: &'s Document, profile: &'s Profile) -> Contents<'s> {
        Contents {
            provider: &profile.provider,
            client: &one.client_name,
            kind: &self.kind,
            extent: &self.extent,
            place: &self.place,
            hours: &self.hours,
            payment: &self.payment,
            rules: &self.rules,
            termination: &self.termination,
            is_validity_said: !self.validity.is_empty(),
        }
    }

    fn words(&self, part: Part, one: &Document, profile: &Profile) -> String {
        match part {
            Part::Parties => format!("{}; {}", profile.provider, one.client_name),
            Part::Kind => self.kind.clone(),
            Part::Extent => self.extent.clone(),
            Part::PlaceAndTime => format!("{}; {}", self.place, self.hours),
            Part::Payment => self.payment.clone(),
            Part::Rules => self.rules.clone(),
            Part::Termination => self.termination.clone(),
            Part::Validity => self.validity.clone(),
        }
    }
}

fn name(part: Part) -> &'static str {
    match part {
        Part::Parties => "smluvní strany",
        Part::Kind => "druh služby",
        Part::Extent => "rozsah",
        Part::PlaceAndTime => "místo a čas",
        Part::Payment => "úhrada",
        Part::Rules => "vnitřní pravidla",
        Part::Termination => "výpovědní důvody a lhůty",
        Part::Validity => "doba platnosti",
    }
}
