//! What stands in the folder when an agreement is to be signed, and what of it is missing: blocks and questions of
//! `rules::agreement`, each with the page where it is filled in.

use super::kind;
use super::store::agreements::of_newest_thread;
use super::store::capacity;
use super::store::documents::{Document, Terms};
use super::store::profile::{self, Profile};
use super::text::{compose, enumerated, in_one_line};
use crate::folders;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{count, date};
use crate::kernel::id::ThreadId;
use crate::kernel::messages_cs::InCzech;
use crate::negotiation::{self, NegotiationFacts};
use crate::templates::{Template, in_force, of_version};
use jiff::civil::Date;
use rules::agreement::{AgreementForm, Block, InformationItem, Signing, check};
use rules::intake::Negotiation;
use rules::rule::{Findings, Warning};

/// The folder as a signature finds it.
pub(super) struct Case {
    pub(super) facts: NegotiationFacts,
    pub(super) profile: Profile,
    pub(super) thread: ThreadId,
    pub(super) agreement_in_force: bool,
    /// What a court limited.
    pub(super) is_capacity_limited: bool,
    pub(super) client_name: String,
    /// The kind of the service in words.
    pub(super) kind_label: String,
    /// How the text was explained: in what way, language, with whose help.
    pub(super) explained: String,
    negotiation: Option<Negotiation>,
    told: Vec<InformationItem>,
}

/// What is typed at the signature.
pub(super) struct Signed<'a> {
    pub(super) on: Option<Date>,
    pub(super) signer: &'a str,
    pub(super) is_representative: bool,
    /// The text that is signed; none while the folder alone is asked.
    pub(super) document: Option<&'a Document>,
    pub(super) is_form_allowed: bool,
    pub(super) prepared_on: Date,
    pub(super) valid_until: Option<Date>,
}

impl Case {
    pub(super) fn of(folder: &Folder<'_>) -> Result<Self, Failure> {
        let facts = negotiation::facts(folder)?;
        let thread = folders::thread(folder)?;
        let agreement = of_newest_thread(folder)?;
        let (negotiation, told) = (facts.negotiation(), facts.information_given());
        let profile = profile::of_service(folder.db(), folder.service())?;
        let kinds = code_list::items(folder.db(), "service_kind", folder.today())?;
        let spoken = code_list::items(folder.db(), "communication_form", folder.today())?;
        Ok(Self {
            is_capacity_limited: capacity::current(folder)?.is_some_and(|one| one.is_limited),
            client_name: folder.name(),
            kind_label: code_list::labels(&kinds, &profile.kind),
            explained: explained(&facts, &code_list::labels(&spoken, &facts.communication_form)),
            facts,
            profile,
            thread,
            agreement_in_force: agreement.is_some(),
            negotiation,
            told,
        })
    }

    pub(super) fn signing<'a>(&'a self, signed: &Signed<'a>) -> Signing<'a> {
        let duties = |text: fn(&Document) -> &String| signed.document.map_or("", |document| text(document).as_str());
        Signing {
            form: signed.document.map_or(AgreementForm::InformedConsent, |document| kind::form_of(&document.kind)),
            is_form_allowed: signed.is_form_allowed,
            is_capacity_limited: self.is_capacity_limited,
            is_signed_by_representative: signed.is_representative,
            provider_duties: duties(|document| &document.provider_duties),
            client_duties: duties(|document| &document.client_duties),
            commission: &self.facts.commission_words,
            situation: &self.facts.situation,
            circle_of_persons: self.facts.circle(),
            negotiation: self.negotiation.as_ref(),
            information_given: &self.told,
            can_fulfil: &self.facts.can_fulfil,
            cannot_fulfil: &self.facts.cannot_fulfil,
            linked_to_need_or_wish: self.facts.has_need_or_wish(),
            prepared_on: signed.prepared_on,
            signed_on: signed.on,
            signer: signed.signer,
            valid_until: signed.valid_until,
            agreement_in_force: self.agreement_in_force,
        }
    }

    /// What the folder itself lacks, whoever would sign and whenever.
    pub(super) fn content(&self, today: Date) -> Findings<Block> {
        let anybody = Signed {
            on: Some(today),
            signer: "x",
            is_representative: true,
            document: None,
            is_form_allowed: true,
            prepared_on: today,
            valid_until: None,
        };
        check(&self.signing(&anybody), today)
    }

    /// The text as it follows from what is written now.
    pub(super) fn text(&self, form: AgreementForm, template: &str, terms: &Terms) -> Result<String, Failure> {
        let (can, cannot) = (enumerated(&self.facts.can_fulfil), enumerated(&self.facts.cannot_fulfil));
        let (commission, validity) = (in_one_line(&self.facts.commission_words), validity(terms));
        let lines = [&terms.place, &terms.hours, &terms.extent, &terms.payment].map(|text| in_one_line(text));
        let [place, hours, extent, payment] = &lines;
        let mut filling = vec![
            ("služba", self.profile.name.as_str()),
            ("zakázka", &commission),
            ("může", &can),
            ("nemůže", &cannot),
            ("forma", self.profile.form()),
            ("místo", place),
            ("čas", hours),
            ("rozsah", extent),
            ("úhrada", payment),
            ("platnost", &validity),
        ];
        let duties = [&terms.provider_duties, &terms.client_duties, &terms.rules_clause, &terms.termination];
        let [provider, client, rules, termination] = &duties.map(|text| in_one_line(text));
        let periods = [terms.client_notice_days, terms.provider_notice_days].map(period);
        let [client_period, provider_period] = &periods;
        if form != AgreementForm::InformedConsent {
            filling.extend([
                ("poskytovatel", self.profile.provider.as_str()),
                ("klient", &self.client_name),
                ("druh", &self.kind_label),
                ("povinnosti poskytovatele", provider),
                ("povinnosti klienta", client),
                ("pravidla", rules),
                ("výpověď", termination),
                ("výpovědní doba klienta", client_period),
                ("výpovědní doba poskytovatele", provider_period),
                ("vysvětlení", &self.explained),
            ]);
        }
        compose(template, &filling)
    }

    /// Whether the prepared text still says what is written in the folder.
    pub(super) fn still_says(&self, folder: &Folder<'_>, document: &Document) -> Result<bool, Failure> {
        let form = kind::form_of(&document.kind);
        let kept = of_version(folder.db(), folder.service(), kind::template_of(form), document.template_version)?;
        Ok(self.text(form, &kept.body, &document.terms())? == document.body && folder.name() == document.client_name)
    }
}

/// The template under which a text is prepared today.
pub(super) fn template_today(folder: &Folder<'_>, form: AgreementForm) -> Result<Template, Failure> {
    in_force(folder.db(), folder.service(), kind::template_of(form), folder.today())
}

/// „Obsah jsme vysvětlili: běžná řeč, ukrajinsky, s pomocí tlumočnice.“
fn explained(facts: &NegotiationFacts, spoken: &str) -> String {
    let help = if facts.helped_by.is_empty() { String::new() } else { format!("s pomocí: {}", facts.helped_by) };
    let said = [spoken, facts.language.as_str(), &help];
    let said = said.into_iter().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join(", ");
    if said.is_empty() { String::new() } else { format!("Obsah jsme vysvětlili: {said}.") }
}

fn period(days: i64) -> String {
    if days == 0 {
        "žádná, smlouva končí dnem doručení výpovědi".to_owned()
    } else {
        count(days, "den", "dny", "dnů")
    }
}

/// „ode dne podpisu na dobu neurčitou“ (§ 91(2) h).
pub(super) fn validity(terms: &Terms) -> String {
    let from = terms.valid_from.map_or_else(|| "ode dne podpisu".to_owned(), |day| format!("od {}", date(day)));
    let until = terms.valid_until.map_or_else(|| "na dobu neurčitou".to_owned(), |day| format!("do {}", date(day)));
    format!("{from} {until}")
}

/// One line of the readiness list.
pub(super) struct Item {
    /// `bad` stops the signature, `warn` asks for a reason.
    pub(super) kind: &'static str,
    pub(super) text: String,
    /// Where it is filled in; empty when there is no such page.
    pub(super) href: String,
}

pub(super) fn items(folder: &Folder<'_>, findings: &Findings<Block>) -> Vec<Item> {
    let blocks = findings.blocks.iter().map(|block| Item {
        kind: "bad",
        text: lacks(&block.cs()),
        href: place_of_block(block).map(|page| folder.path(page)).unwrap_or_default(),
    });
    let warnings = findings.warnings.iter().map(|warning| Item {
        kind: "warn",
        text: warning.cs().into_owned(),
        href: place_of_question(warning).map(|page| folder.path(page)).unwrap_or_default(),
    });
    blocks.chain(warnings).collect()
}

/// In the list everything stands in the way: what is said of the signature need not be said with each line.
fn lacks(sentence: &str) -> String {
    let lack = sentence.split_once("nelze uzavřít: ").map_or(sentence, |(_, lack)| lack);
    let mut letters = lack.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn place_of_block(block: &Block) -> Option<&'static str> {
    match block {
        Block::NoNegotiation => Some("/negotiation/edit?part=request"),
        Block::NoSituation | Block::CircleNotEvaluated | Block::OutsideCircle => {
            Some("/negotiation/edit?part=situation")
        }
        Block::NoCommission => Some("/commission"),
        Block::SignerMissing | Block::DateMissing | Block::InTheFuture | Block::BeforeItWasPrepared { .. } => None,
        Block::EndsBeforeItBegins { .. } | Block::AlreadyConcluded | Block::FormNotAllowed => None,
        Block::CapacityLimited => Some("/legal-capacity"),
    }
}

fn place_of_question(warning: &Warning) -> Option<&'static str> {
    match warning {
        Warning::NoNeedOrWishLinked | Warning::NegotiationFieldsEmpty(_) => Some("/negotiation/edit?part=needs"),
        Warning::NoCounselling => Some("/counselling"),
        Warning::NoSocialInquiry => Some("/inquiry"),
        Warning::UnderstandingNotConfirmed => Some("/negotiation/edit?part=fit"),
        Warning::InformationNotGiven(_) | Warning::PrinciplesNotExplained(_) => Some("/information"),
        Warning::CaseManagementNotExplained => Some("/information"),
        Warning::ExpectationsNotClarified => Some("/negotiation/edit?part=expectations"),
        _ => None,
    }
}
