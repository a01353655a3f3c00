//! `reopening`: somebody who was refused, withdrew, or whose agreement or cooperation ended asks again: one deed for all.
//! The same negotiation goes on, or a new one begins; what was, stays as it was (scenario 5, section 7.2).

use crate::accounts;
use crate::folders::{self, FolderHead};
use crate::intake;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::negotiation;
use crate::refusal::store::case::{Case, case};
use crate::refusal::words::again_block;
use askama::Template;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::instant::Moment;
use rules::intake::{Channel, check_first_contact};
use rules::refusal::{AgainBlock, ComesAgain, ThreadStands, may_come_again};

const TITLE: &str = "Nová žádost";

#[derive(Template)]
#[template(path = "refusal/again.html")]
struct AgainPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    ways: Vec<(&'static str, String)>,
    channels: Vec<(&'static str, String)>,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    stands: ThreadStands,
    form: Form<'v>,
) -> Result<AgainPage<'v>, Failure> {
    let ways = ComesAgain::ALL.iter().filter(|how| may_come_again(stands, **how).is_ok());
    Ok(AgainPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        ways: ways.map(|how| (how.code(), how.cs().into_owned())).collect(),
        channels: Channel::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        action: folder.path("/reopening"),
        back: folder.path("/negotiation"),
    })
}

/// Nobody asks again while the first thing still goes on.
fn stands(folder: &Folder) -> Result<(Case, ThreadStands), Failure> {
    let case = case(folder)?;
    let stands = case.stands(folder.today());
    match may_come_again(stands, ComesAgain::NewNegotiation) {
        Err(block) => Err(Failure::refused(again_block(block))),
        Ok(()) => Ok((case, stands)),
    }
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let (_, stands) = stands(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("day", date(folder.today()));
    if stands == ThreadStands::AgreementEnded {
        form.prefill("how", ComesAgain::NewNegotiation.code());
    }
    Response::page(&template(visit, &folder, stands, form)?)
}

/// What was typed.
struct Typed {
    how: Option<ComesAgain>,
    channel: Option<Channel>,
    at: Option<i64>,
    asked: String,
}

fn read(form: &mut Form, stands: ThreadStands, ended_on: Option<Date>) -> Typed {
    let how: Option<ComesAgain> = form.choice("how", "Vyberte, zda jednání pokračuje, nebo začíná nové");
    if let Some(Err(block)) = how.map(|how| may_come_again(stands, how)) {
        form.problem("how", again_block(block));
    }
    let channel = form.choice("channel", "Zvolte, jak se člověk na službu obrátil");
    let at = form.past_moment("day", "time");
    if at.map(clock::day_of).zip(ended_on).is_some_and(|(day, ended)| day < ended) {
        form.problem("day", "Tehdy dřívější jednání ještě neskončilo. Zkontrolujte datum");
    }
    Typed { how, channel, at, asked: form.required("asked", "Napište, o co člověk žádá") }
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let (case, stands) = stands(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let ended_on = negotiation::ended_on(&folder)?.max(case.closed_on);
    let typed = read(&mut form, stands, ended_on);
    let me = accounts::colleague(folder.db(), folder.service(), folder.viewer()?, folder.today())?;
    let profession = me.map(|me| me.profession).ok_or(Failure::Absent)?;
    let at = typed.at.map(|at| Moment::new(at, clock::day_of(at)));
    for warning in check_first_contact(typed.channel, at, profession).warnings {
        form.warn(warning.rule(), warning.cs());
    }
    let (Some(how), Some(channel), Some(at), true) = (typed.how, typed.channel, typed.at, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, stands, form)?));
    };
    let again = intake::AskedAgain { channel, starts_at: at, asked: &typed.asked, profession };
    let thread = folders::thread(&folder)?;
    let mut change = pen.change(&folder)?;
    match (how, case.outcome_id) {
        (ComesAgain::SameNegotiation, Some(outcome)) => {
            let activity = intake::record_again(&mut change, &folder, &again)?;
            form.keep_reasons(&mut change, Some(folder.id()), "first_contact", activity)?;
            let day = (clock::day_of(at), typed.asked.as_str());
            let id = negotiation::reopen(&mut change, (folder.id(), thread), outcome, day)?;
            change.also(Entry::about(activity, "první kontakt").resting_on("R-020"));
            change.commit(Entry::about(id, "jednání znovu otevřeno").resting_on("R-009"));
        }
        (ComesAgain::SameNegotiation, None) => {
            return Err(Failure::refused(again_block(AgainBlock::NegotiationIsOpen)));
        }
        (ComesAgain::NewNegotiation, _) => {
            let thread = folders::begin_thread(&mut change, folder.id(), clock::day_of(at))?;
            let id = intake::receive_again(&mut change, &folder, thread, &again)?;
            negotiation::begin_again(&mut change, (&folder, thread), &typed.asked)?;
            form.keep_reasons(&mut change, Some(folder.id()), "first_contact", id)?;
            change.commit(Entry::about(id, "nová žádost, nové jednání").resting_on("R-020"));
        }
    }
    Ok(Response::see_other_saying(&folder.path("/negotiation"), "reopened"))
}
