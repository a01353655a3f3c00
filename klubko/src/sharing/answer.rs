//! The other service answers: it takes up a delimited part, or it has no capacity.
//!
//! An acceptance is one deed with two entries: the worker's own folder holds the part in his words, and the sender's plan gets
//! the step „řešeno ve spolupráci s …“. Nobody sees the other's folder by it.

use super::own_folder::{self, Chosen};
use super::sheet;
use crate::crossing::{self, Asked, NewAnswer};
use crate::folders::NewPerson;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::crossing::Crossing;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::id::{FolderId, StatementId};
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::plan::{self, PartStep};
use crate::tasks;
use askama::Template;
use rules::rule::Rule;
use rules::sharing::PartAnswer;
use rules::task::{Addressee, NewTask, Origin, Post};

const TITLE: &str = "Odpověď na žádost o část zakázky";
const ALTERNATIVE: &str = "Najít jiné řešení: druhá služba nemá kapacitu";

#[derive(Template)]
#[template(path = "sharing/answer.html")]
struct AnswerPage<'v> {
    page: Page<'v>,
    form: Form<'v>,
    body: String,
    deadline: String,
    options: Vec<(String, String)>,
    action: String,
    back: String,
}

fn asked_for(crossing: &Crossing) -> Result<Asked, Failure> {
    let asked = crossing::asked(crossing)?.ok_or(Failure::Absent)?;
    if asked.answer.is_some() {
        return Err(Failure::refused("Na tuto žádost už vaše služba odpověděla."));
    }
    if asked.ended_at.is_some() {
        return Err(Failure::refused("Tato žádost je už uzavřená."));
    }
    Ok(asked)
}

fn template<'v>(
    visit: &'v Visit<'v>,
    crossing: &Crossing,
    asked: &Asked,
    form: Form<'v>,
) -> Result<AnswerPage<'v>, Failure> {
    let deadline = asked.deadline_on.map(|day| sheet::countdown(day, crossing.today())).unwrap_or_default();
    Ok(AnswerPage {
        page: Page::of(visit),
        form,
        body: crossing.body().to_owned(),
        deadline: deadline.trim_start_matches(" · ").to_owned(),
        options: own_folder::options(crossing, &asked.client_family_name)?,
        action: crossing.path("/answer"),
        back: crossing.path(""),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let crossing = Crossing::open(visit)?;
    let asked = asked_for(&crossing)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("delimited_part", asked.part.clone());
    Response::page(&template(visit, &crossing, &asked, form)?)
}

pub fn answer<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let crossing = Crossing::open(visit)?;
    let asked = asked_for(&crossing)?;
    let mut form = Form::typed(visit, TITLE);
    let answer: Option<PartAnswer> = form.choice("answer", "Zvolte, jestli tuto část převezmete");
    let (note, mut part, mut chosen) = (form.text("note"), String::new(), None);
    if answer == Some(PartAnswer::Accepted) {
        part = form.required("delimited_part", "Vymezte část zakázky, kterou převezmete");
        let options = own_folder::options(&crossing, &asked.client_family_name)?;
        chosen = own_folder::chosen(&mut form, &options);
    }
    let Some(answer) = answer.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &crossing, &asked, form)?));
    };
    let mut change = pen.change(&crossing)?;
    crossing::mark_read(&mut change, &crossing)?;
    let Some(chosen) = chosen else {
        decline(&mut change, &crossing, &note)?;
        change.commit(Entry::about(crossing.id(), "část zakázky odmítnuta, není kapacita").resting_on("R-096"));
        return Ok(Response::see_other_saying(&crossing.path(""), "part_declined"));
    };
    let own = match chosen {
        Chosen::Own(folder) => folder,
        Chosen::New => {
            let (given_name, family_name) = (asked.client_given_name.as_str(), asked.client_family_name.as_str());
            let person = NewPerson { given_name, family_name, ..NewPerson::default() };
            own_folder::open(&mut change, (visit, &crossing), &person, &part)?.folder
        }
    };
    accept(&mut change, &crossing, &asked, (own, answer, &part, &note))?;
    change.commit(Entry::about(crossing.id(), "část zakázky převzata").resting_on("R-098"));
    Ok(Response::see_other_saying(&format!("/folders/{own}"), "part_accepted"))
}

/// Both entries of the one deed: the own folder is joined, the sender's plan says who works on it.
fn accept(
    change: &mut Change,
    crossing: &Crossing,
    asked: &Asked,
    (own, answer, part, note): (FolderId, PartAnswer, &str, &str),
) -> Result<(), Failure> {
    let far = crossing.far_folder();
    let with = crossing::service_name(crossing)?;
    let step = PartStep {
        goal: asked.goal_id,
        part,
        with_service: crossing.service(),
        note: &format!("řešeno ve spolupráci s {with}"),
        due_on: asked.deadline_on,
    };
    let (statement, is_step) = plan::part_taken_up(change, &far, &step)?;
    let step: Option<StatementId> = is_step.then_some(statement);
    let new = NewAnswer { answer, delimited_part: part, note, far_folder: Some(own), step };
    crossing::answer(change, crossing, &new)?;
    crossing::join(change, &far, (own, crossing.service()))?;
    if let Some(due_on) = asked.deadline_on {
        let new = tasks::NewTask {
            service: crossing.service(),
            folder: Some(own),
            addressee: Addressee::Worker(crossing.viewer()?),
            what: part,
            due_on,
            is_legal_deadline: true,
            origin: Origin::CommissionPart,
            origin_id: Some(crossing.id()),
            rule: Some(Rule::R095),
        };
        tasks::create(change, &new)?;
    }
    change.also(far.entry(Entry::about(statement, format!("část zakázky převzala služba {with}")).resting_on("R-098")));
    Ok(())
}

/// No capacity: the sender's key worker looks for another way.
fn decline(change: &mut Change, crossing: &Crossing, note: &str) -> Result<(), Failure> {
    let far = crossing.far_folder();
    let answer = PartAnswer::DeclinedNoCapacity;
    let new = NewAnswer { answer, delimited_part: "", note, far_folder: None, step: None };
    crossing::answer(change, crossing, &new)?;
    let left = NewTask::for_post(Origin::CommissionPart, Rule::R096, Post::KeyWorker, crossing.today());
    tasks::create_for_folder(change, (far.service(), far.id()), &left, ALTERNATIVE, crossing.id())?;
    change.also(far.entry(Entry::about(crossing.id(), "druhá služba nemá kapacitu").resting_on("R-096")));
    Ok(())
}
