//! `legal-capacity`: whether the person signs alone, who represents, who supports in deciding.

use super::store::capacity::{self, NewCapacity};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;

const TITLE: &str = "Zastoupení a podpora";

/// Codes of who may represent, with their words.
const ROLES: [(&str, &str); 3] =
    [("legal_representative", "zákonný zástupce"), ("guardian", "opatrovník"), ("proxy", "zmocněnec")];

#[derive(Template)]
#[template(path = "agreement/capacity.html")]
struct CapacityPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    roles: [(&'static str, &'static str); 3],
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<CapacityPage<'v>, Failure> {
    let (action, back) = (folder.path("/legal-capacity"), folder.path("/agreement"));
    let head = folders::head(visit, folder, "negotiation")?;
    Ok(CapacityPage { page: Page::of(visit), folder: head, form, roles: ROLES, action, back })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    match capacity::current(&folder)? {
        Some(one) => {
            form.edits(one.version);
            form.last_written(Some(one.recorded_by), Some(one.recorded_at));
            if one.is_limited {
                form.prefill("is_limited", "yes");
            }
            form.prefill("decision", one.decision);
            form.prefill("representative_role", one.representative_role);
            form.prefill("representative", one.representative);
            form.prefill("mandate", one.mandate);
            form.prefill("supporter", one.supporter);
        }
        None => form.edits(0),
    }
    Response::page(&template(visit, &folder, form)?)
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let known = capacity::current(&folder)?.map(|one| one.id);
    let mut form = Form::typed(visit, TITLE);
    let is_limited = form.ticked("is_limited");
    let (decision, representative) = (form.text("decision"), form.text("representative"));
    let (mandate, supporter) = (form.text("mandate"), form.text("supporter"));
    let role = ROLES.iter().find(|(code, _)| *code == form.value("representative_role")).map_or("", |(code, _)| *code);
    if is_limited && decision.is_empty() {
        form.problem("decision", "Doplňte, kterým rozhodnutím soudu je svéprávnost omezena");
    }
    if !representative.is_empty() && role.is_empty() {
        form.problem("representative_role", "Zvolte, v jaké roli zástupce jedná");
    }
    if !representative.is_empty() && mandate.is_empty() {
        form.problem("mandate", "Doplňte, na základě čeho zástupce jedná");
    }
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    }
    let new = NewCapacity {
        is_limited,
        decision: &decision,
        representative_role: role,
        representative: &representative,
        mandate: &mandate,
        supporter: &supporter,
    };
    let mut change = pen.change(&folder)?;
    let id = capacity::write(&mut change, &folder, (known, form.version()), &new)?;
    change.commit(Entry::about(id, "zastoupení a podpora").resting_on("R-013"));
    Ok(Response::see_other_saying(&folder.path("/agreement"), "saved"))
}
