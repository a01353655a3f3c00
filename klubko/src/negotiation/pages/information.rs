//! `information`: what the person was told about the service, with day and worker.

use super::{Options, options, place, untold};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::negotiation::store::facts::{NegotiationFacts, facts};
use crate::negotiation::store::given;
use askama::Template;
use rules::agreement::InformationItem;
use rules::coded::Coded;
use rules::rule::Rule;

#[derive(Template)]
#[template(path = "negotiation/information.html")]
struct InformationPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    basic: Options,
    principles: Options,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    facts: &NegotiationFacts,
    form: Form<'v>,
) -> Result<InformationPage<'v>, Failure> {
    let (basic, principles): (Vec<_>, Vec<_>) = untold(facts).into_iter().partition(|item| item.rule() == Rule::R047);
    Ok(InformationPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        basic: options(&basic),
        principles: options(&principles),
        action: folder.path("/information"),
        back: folder.path("/negotiation"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let facts = facts(&folder)?;
    let mut form = Form::blank(visit, "Informace o službě")?;
    form.prefill("given_on", format_cs::date(folder.today()));
    Response::page(&template(visit, &folder, &facts, form)?)
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let facts = facts(&folder)?;
    let mut form = Form::typed(visit, "Informace o službě");
    let ticked = form.all("basic").into_iter().chain(form.all("principles"));
    let items: Vec<InformationItem> = ticked.filter_map(InformationItem::from_code).collect();
    if items.is_empty() {
        let is_basic_told = untold(&facts).iter().all(|item| item.rule() != Rule::R047);
        form.problem(if is_basic_told { "principles" } else { "basic" }, "Zaškrtněte, co zaznělo");
    }
    let given_on = form.past_date("given_on");
    let Some(given_on) = given_on.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, &facts, form)?));
    };
    let mut change = pen.change(&folder)?;
    let place = place(&folder)?;
    for item in items {
        given::tell(&mut change, place, item, given_on)?;
    }
    change.commit(Entry::about(folder.id(), "informace o službě předány").resting_on("R-047"));
    Ok(Response::see_other_saying(&folder.path("/negotiation"), "saved"))
}
