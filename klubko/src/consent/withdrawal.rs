//! Withdrawing a consent: one interruption that says what stops and what the law keeps, as easy as giving it.

use super::standing::{as_rules_take_it, moment_of};
use super::store::{self, Recorded};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::tasks;
use askama::Template;
use rules::consent::{Block, Consent, withdraw as decide};
use rules::instant::Moment;
use rules::moment::date_typed::Leaning;

const TITLE: &str = "Odvolání souhlasu";
const TASK: &str = "Probrat s klientem, jak dál po odvolání souhlasu";

#[derive(Template)]
#[template(path = "consent/withdrawal.html")]
struct WithdrawalPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    back: String,
    wording: String,
    given: String,
    has_agreement: bool,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    one: &Recorded,
    form: Form<'v>,
) -> Result<WithdrawalPage<'v>, Failure> {
    Ok(WithdrawalPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "consents")?,
        form,
        action: folder.path(&format!("/consents/{}/withdrawal", one.id)),
        back: folder.path("/consents"),
        wording: one.wording.clone(),
        given: format_cs::date(one.given_on),
        has_agreement: store::has_agreement(folder)?,
    })
}

/// The consent named in the path, among the others of the folder.
fn asked_for(visit: &Visit, folder: &Folder) -> Result<(Recorded, Consent), Failure> {
    let id: StatementId = visit.path("consent")?;
    let mut all = store::all(folder)?;
    let place = all.iter().position(|one| one.id == id).ok_or(Failure::Absent)?;
    let consent = all.get(place).map(|one| as_rules_take_it(one, &all)).ok_or(Failure::Absent)?;
    Ok((all.swap_remove(place), consent))
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let (one, consent) = asked_for(visit, &folder)?;
    let now = moment_of(&folder);
    decide::<()>(&consent, now, now).map_err(|block| Failure::refused(block.cs()))?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("day", format_cs::date(visit.today()));
    form.prefill("time", format_cs::time(clock::civil(visit.now()).time()));
    Response::page(&template(visit, &folder, &one, form)?)
}

pub fn withdraw<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let (one, consent) = asked_for(visit, &folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = form.moment("day", "time", Leaning::Past);
    let how = form.required("how", "Doplňte, jak klient souhlas odvolal");
    let now = Moment::new(visit.now(), visit.today());
    // A moment that could not be read is a problem already; the others are weighed as of now.
    let at = typed.map_or(now, |at| moment_typed(at, &consent));
    let withdrawal = match decide(&consent, at, now) {
        Ok(withdrawal) => Some(withdrawal),
        Err(block @ (Block::InTheFuture | Block::BeforeItWasGiven)) => {
            form.problem("day", block.cs());
            None
        }
        Err(block) => return Err(Failure::refused(block.cs())),
    };
    let Some(withdrawal) = withdrawal.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, &one, form)?));
    };
    let mut change = pen.change(&folder)?;
    store::insert_withdrawal(&mut change, (folder.id(), one.id), withdrawal.at, &how)?;
    tasks::create_for_folder(&mut change, (folder.service(), folder.id()), &withdrawal.task, TASK, one.id)?;
    change.commit(Entry::about(one.id, "souhlas odvolán").resting_on("R-084"));
    Ok(Response::see_other_saying(&folder.path("/consents"), "withdrawn"))
}

/// People write minutes: a withdrawal in the very minute of the consent came after it.
fn moment_typed(at: i64, consent: &Consent) -> Moment {
    const MINUTE: i64 = 60_000;
    let same_minute = at.div_euclid(MINUTE) == consent.given.at.div_euclid(MINUTE);
    let at = if same_minute { at.max(consent.given.at) } else { at };
    Moment::new(at, clock::day_of(at))
}
