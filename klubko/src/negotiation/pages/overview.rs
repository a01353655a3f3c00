//! `GET /folders/{folder}/negotiation`: the whole thread on one page, each part with what comes next.

use super::{Options, listed, untold, words};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::reasons::{self, Kept};
use crate::kernel::visit::Visit;
use crate::negotiation::store::earlier::{Earlier, earlier};
use crate::negotiation::store::facts::{NegotiationFacts, facts};
use crate::negotiation::store::surroundings::{Surroundings, surroundings};
use crate::negotiation::store::thread::{self, Commission, Consultation, Contact, Counselling, Ending, Inquiry, Told};
use askama::Template;
use rules::access::Act;
use rules::coded::Coded;
use rules::intake::Outcome;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "negotiation/overview.html")]
struct Overview<'v> {
    page: Page<'v>,
    folder: FolderHead,
    facts: NegotiationFacts,
    around: Surroundings,
    contacts: Vec<Contact>,
    consultations: Vec<Consultation>,
    told: Vec<Told>,
    untold: Vec<String>,
    counsellings: Vec<(Counselling, String)>,
    inquiries: Vec<(Inquiry, String)>,
    commissions: Vec<Commission>,
    ending: Option<Ending>,
    earlier: Vec<Earlier>,
    /// Address of the refusals and the waiting list, when there are any.
    refusals: String,
    may_refuse: bool,
    may_come_again: bool,
    reasons: Vec<Kept>,
    since: String,
    areas: String,
    spoken: String,
    threats: Options,
    may_write: bool,
    may_print: bool,
}

impl Overview<'_> {
    /// The address of a page of this folder.
    fn to(&self, page: &str) -> String {
        format!("/folders/{}/{page}", self.folder.id)
    }

    fn reasons_of(&self, id: &Uuid) -> Vec<&Kept> {
        self.reasons.iter().filter(|reason| reason.object_id == *id).collect()
    }

    fn reasons_of_record(&self) -> Vec<&Kept> {
        self.facts.record.map_or_else(Vec::new, |id| self.reasons_of(&id.0))
    }

    fn threat(&self, code: &str) -> String {
        crate::kernel::code_list::labels(&self.threats, code)
    }

    /// The four circumstances with what is written about each.
    fn circumstances(&self) -> [(&'static str, &str); 4] {
        let facts = &self.facts;
        [
            ("Přání", facts.wish.as_str()),
            ("Potřeby", &facts.need),
            ("Schopnosti", &facts.ability),
            ("Možnosti", &facts.possibility),
        ]
    }

    fn has_circumstances(&self) -> bool {
        self.circumstances().iter().any(|(_, text)| !text.is_empty()) || !self.facts.not_found_out_reason.is_empty()
    }

    fn circle(&self) -> String {
        self.facts.circle().map_or_else(String::new, |circle| circle.cs().into_owned())
    }

    fn decided_on(&self) -> String {
        self.facts.applicant_decided_on.map_or_else(String::new, format_cs::weekday_date)
    }

    fn is_open(&self) -> bool {
        self.ending.is_none()
    }
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let facts = facts(&folder)?;
    let around = surroundings(&folder)?;
    let consultations = thread::consultations(&folder)?;
    let threats =
        if consultations.iter().any(|one| one.crisis.is_some()) { listed(&folder, "threat")? } else { Vec::new() };
    let (ending, earlier) = (thread::ending(&folder)?, earlier(&folder)?);
    let may_write = folder.may(Act::WriteNegotiation);
    let overview = Overview {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "negotiation")?,
        contacts: thread::contacts(&folder)?,
        told: thread::told(&folder)?,
        untold: untold(&facts).iter().map(|item| item.cs().into_owned()).collect(),
        counsellings: counsellings(&folder)?,
        inquiries: inquiries(&folder)?,
        commissions: thread::commissions(&folder)?,
        refusals: if has_refusal(ending.as_ref(), &earlier) { folder.path("/refusals") } else { String::new() },
        may_refuse: may_write && ending.is_none() && folder.may(Act::RefuseApplicant),
        may_come_again: may_write
            && ending.as_ref().is_some_and(|one| !one.is_agreement())
            && folder.may(Act::ReopenNegotiation),
        ending,
        earlier,
        reasons: reasons::kept(&folder)?,
        since: since(&facts, folder.day()),
        areas: words(&folder, "situation_area", &facts.situation_areas)?,
        spoken: words(&folder, "communication_form", &facts.communication_form)?,
        may_write,
        may_print: folder.may(Act::PrintConsultation),
        threats,
        consultations,
        around,
        facts,
    };
    Response::page(&overview)
}

/// „asi jaro 2019, přibližně 7 let“, or the words it was said in.
fn since(facts: &NegotiationFacts, today: jiff::civil::Date) -> String {
    let lasting = facts.since_earliest.zip(facts.since_latest).map(|(from, to)| format_cs::lasting(from, to, today));
    let parts = [facts.since.clone(), lasting.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Whether there was a refusal, the one in force or an earlier one.
fn has_refusal(ending: Option<&Ending>, earlier: &[Earlier]) -> bool {
    let refused = Outcome::Refused.code();
    ending.is_some_and(|one| one.outcome == refused) || earlier.iter().any(|one| one.outcome == refused)
}

fn counsellings(folder: &Folder) -> Result<Vec<(Counselling, String)>, Failure> {
    let given = thread::counsellings(folder)?;
    let topics = if given.is_empty() { Vec::new() } else { listed(folder, "topic")? };
    let said = |one: Counselling| {
        let about = crate::kernel::code_list::labels(&topics, &one.topics);
        (one, about)
    };
    Ok(given.into_iter().map(said).collect())
}

fn inquiries(folder: &Folder) -> Result<Vec<(Inquiry, String)>, Failure> {
    let made = thread::inquiries(folder)?;
    let methods = if made.is_empty() { Vec::new() } else { listed(folder, "inquiry_method")? };
    let said = |one: Inquiry| {
        let how = crate::kernel::code_list::labels(&methods, &one.method);
        (one, how)
    };
    Ok(made.into_iter().map(said).collect())
}
