//! `commission`: the commission in the client's own words. A new one closes the old one and never writes over
//! it; only its words may be corrected.

use super::place;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::negotiation::store::facts::{NegotiationFacts, facts};
use crate::negotiation::store::record::{self, Commission};
use askama::Template;
use rules::coded;

coded! {
    /// What happens to the commission that holds now.
    pub enum Revision {
        Reworded = "reworded",
        Changed = "changed",
    }
}

#[derive(Template)]
#[template(path = "negotiation/commission.html")]
struct CommissionPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    present: String,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    facts: &NegotiationFacts,
    form: Form<'v>,
) -> Result<CommissionPage<'v>, Failure> {
    Ok(CommissionPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        present: facts.commission_words.clone(),
        action: folder.path("/commission"),
        back: folder.path("/negotiation"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let facts = facts(&folder)?;
    let mut form = Form::blank(visit, "Zakázka")?;
    form.edits(facts.commission_version);
    form.last_written(facts.commission_by, facts.commission_at);
    form.prefill("in_own_words", &facts.commission_words);
    form.prefill("agreed_on", format_cs::date(folder.today()));
    Response::page(&template(visit, &folder, &facts, form)?)
}

/// What was typed, once nothing is to be corrected.
struct Typed {
    words: String,
    agreed_on: jiff::civil::Date,
    revision: Option<Revision>,
    why: String,
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let facts = facts(&folder)?;
    let mut form = Form::typed(visit, "Zakázka");
    let typed = read(&mut form, facts.commission.is_some());
    let Some(typed) = typed.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, &facts, form)?));
    };
    let mut change = pen.change(&folder)?;
    let id = write(&mut change, &folder, &facts, form.version(), &typed)?;
    change.commit(Entry::about(id, "zakázka sjednána").resting_on("R-044"));
    Ok(Response::see_other_saying(&folder.path("/negotiation"), "saved"))
}

fn read(form: &mut Form, has_one: bool) -> Option<Typed> {
    let words = form.required("in_own_words", "Napište zakázku slovy klienta");
    let agreed_on = form.past_date("agreed_on");
    let why = form.text("end_reason");
    let revision = if has_one {
        form.choice::<Revision>("revision", "Vyberte, zda opravujete znění, nebo se zakázka změnila")
    } else {
        None
    };
    if revision == Some(Revision::Changed) && why.is_empty() {
        form.problem("end_reason", "Napište, proč se zakázka změnila");
    }
    Some(Typed { words, agreed_on: agreed_on?, revision, why })
}

fn write(
    change: &mut Change,
    folder: &Folder,
    facts: &NegotiationFacts,
    read: i64,
    typed: &Typed,
) -> Result<StatementId, Failure> {
    let place = place(folder)?;
    let new = Commission { words: &typed.words, agreed_on: typed.agreed_on, ended_on: None, end_reason: "" };
    match (facts.commission, typed.revision) {
        (Some(id), Some(Revision::Reworded)) => {
            let agreed_on = facts.commission_agreed_on.unwrap_or(typed.agreed_on);
            record::rewrite(change, (id, read), place, &Commission { agreed_on, ..new })?;
            Ok(id)
        }
        (Some(id), _) => {
            let agreed_on = facts.commission_agreed_on.unwrap_or(typed.agreed_on);
            let words = facts.commission_words.as_str();
            let ended = Commission { words, agreed_on, ended_on: Some(typed.agreed_on), end_reason: &typed.why };
            record::rewrite(change, (id, read), place, &ended)?;
            record::agree(change, place, &new)
        }
        (None, _) => record::agree(change, place, &new),
    }
}
