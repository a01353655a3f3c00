//! The mentor asks: a social worker of his own service first; the other service directly only for one of three reasons
//! . The client's name crosses on a topic of a consent in force, as an item of its own.

use super::store::{self, NewQuestion};
use crate::accounts::{self, Colleague};
use crate::crossing::{self, NewGround, NewItem};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::{ItemId, ServiceId, StatementId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::notices::{self, NewNotice};
use crate::{settings, ties};
use askama::Template;
use rules::coded::Coded;
use rules::mentor::{DirectReason, Question, QuestionBlock, check};
use rules::notice::NoticeKind;
use rules::profession::Profession;
use rules::sharing::ItemKind;
use rules::text::fold;

const TITLE: &str = "Dotaz ve prospěch klienta";

#[derive(Template)]
#[template(path = "mentor_consultation/ask.html")]
struct AskPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    own: Vec<(String, String)>,
    elsewhere: Vec<(String, String)>,
    reasons: Vec<(&'static str, String)>,
    /// Topics on which the name may cross.
    topics: Vec<(String, String)>,
    action: String,
    back: String,
}

/// Everybody who may be asked, and on what the name may cross.
struct Known {
    own: Vec<Colleague>,
    elsewhere: Vec<(ServiceId, WorkerId, String, Profession)>,
    topics: Vec<(String, ServiceId, StatementId, String, String)>,
}

fn known(folder: &Folder) -> Result<Known, Failure> {
    let people = ties::people_options(folder)?;
    let own = accounts::colleagues(folder.db(), folder.service(), folder.today())?;
    let may_open = |one: &Colleague| people.iter().any(|(id, _)| *id == one.id.to_string());
    let is_social = |one: &Colleague| one.profession == Profession::SocialWorker;
    let (mut elsewhere, mut topics) = (Vec::new(), Vec::new());
    for service in settings::services(folder.db())?.into_iter().filter(|one| one.id != folder.service()) {
        let there = accounts::colleagues(folder.db(), service.id, folder.today())?;
        for one in crossing::receivers(folder, service.id)? {
            let profession = there.iter().find(|colleague| colleague.id == one.id).map(|one| one.profession);
            let named = format!("{} ({})", one.name, service.name);
            elsewhere.extend(profession.map(|profession| (service.id, one.id, named, profession)));
        }
        for topic in crossing::grounds(folder, service.id)? {
            let value = format!("{}|{}|{}", service.id, topic.consent_id, topic.topic);
            let text = format!("{} – {}, souhlas do {}", topic.topic, service.name, date(topic.valid_until));
            topics.push((value, service.id, topic.consent_id, topic.topic, text));
        }
    }
    Ok(Known { own: own.into_iter().filter(may_open).filter(is_social).collect(), elsewhere, topics })
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, known: &Known, form: Form<'v>) -> Result<AskPage<'v>, Failure> {
    let named = |one: &Colleague| (one.id.to_string(), ties::named(one));
    Ok(AskPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "consultations")?,
        form,
        own: known.own.iter().map(named).collect(),
        elsewhere: known.elsewhere.iter().map(|(_, id, name, _)| (id.to_string(), name.clone())).collect(),
        reasons: DirectReason::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        topics: known.topics.iter().map(|(value, .., text)| (value.clone(), text.clone())).collect(),
        action: folder.path("/mentor-consultations"),
        back: folder.path("/mentor-consultations"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let known = known(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("way", "own");
    let key_worker = ties::key_worker(&folder)?.map(|one| one.id);
    if let Some(one) = known.own.iter().find(|one| Some(one.id) == key_worker).or(known.own.first()) {
        form.prefill("to_worker", one.id.to_string());
    }
    Response::page(&template(visit, &folder, &known, form)?)
}

/// What was typed.
struct Typed {
    area: String,
    question: String,
    is_direct: bool,
    addressee: Option<(Option<ServiceId>, WorkerId, Profession)>,
    reason: Option<DirectReason>,
    reason_note: String,
    /// The consent and its topic on which the name crosses.
    ground: Option<(StatementId, String)>,
}

fn read(form: &mut Form, known: &Known) -> Typed {
    let is_direct = form.is("way", "direct");
    let addressee = if is_direct {
        let chosen = form.value("direct_worker").to_owned();
        let found = known.elsewhere.iter().find(|(_, id, ..)| id.to_string() == chosen);
        found.map(|(service, id, _, profession)| (Some(*service), *id, *profession))
    } else {
        let chosen = form.value("to_worker").to_owned();
        let found = known.own.iter().find(|one| one.id.to_string() == chosen);
        found.map(|one| (None, one.id, one.profession))
    };
    let topic = form.value("topic").to_owned();
    let ground = known.topics.iter().find(|(value, service, ..)| {
        is_direct && *value == topic && addressee.is_some_and(|(to, ..)| to == Some(*service))
    });
    if is_direct && !topic.is_empty() && ground.is_none() {
        form.problem("topic", "Vyberte téma souhlasu, který platí vůči službě, jíž se ptáte");
    }
    Typed {
        area: form.text("area").trim().to_owned(),
        question: form.text("question").trim().to_owned(),
        is_direct,
        addressee,
        reason: DirectReason::from_code(form.value("reason")),
        reason_note: form.text("reason_note").trim().to_owned(),
        ground: ground.map(|(_, _, consent, topic, _)| (*consent, topic.clone())),
    }
}

/// The family name as people write it, whatever its ending.
fn names_client(folder: &Folder, typed: &Typed) -> bool {
    let said = fold(&format!("{} {}", typed.area, typed.question));
    let stem: String = fold(folder.family_name()).chars().collect();
    let stem: String = stem.chars().take(stem.chars().count().saturating_sub(1).max(3)).collect();
    said.split(|letter: char| !letter.is_alphanumeric()).any(|word| word.starts_with(&stem))
}

fn blocks(folder: &Folder, typed: &Typed) -> Result<Vec<QuestionBlock>, Failure> {
    let me = accounts::colleague(folder.db(), folder.service(), folder.viewer()?, folder.today())?;
    Ok(check(&Question {
        asker: me.map_or(Profession::Volunteer, |me| me.profession),
        has_area: !typed.area.is_empty(),
        has_text: !typed.question.is_empty(),
        addressee: typed.addressee.map(|(_, _, profession)| profession),
        is_direct: typed.is_direct,
        reason: typed.reason,
        names_client: names_client(folder, typed),
    }))
}

fn field(block: QuestionBlock, is_direct: bool) -> &'static str {
    match block {
        QuestionBlock::NotPeerMentor | QuestionBlock::NoText | QuestionBlock::NamesClient => "question",
        QuestionBlock::NoArea => "area",
        QuestionBlock::NoAddressee if is_direct => "direct_worker",
        QuestionBlock::NoAddressee | QuestionBlock::NotSocialWorker => "to_worker",
        QuestionBlock::NoReason => "reason",
    }
}

pub fn ask<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let known = known(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = read(&mut form, &known);
    for block in blocks(&folder, &typed)? {
        form.problem(field(block, typed.is_direct), block.cs());
    }
    let (Some((receiver, to_worker, _)), true) = (typed.addressee, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, &known, form)?));
    };
    let mut change = pen.change(&folder)?;
    let item = name_crosses(&mut change, &folder, (&typed, receiver, to_worker))?;
    let reason = typed.reason.filter(|_| typed.is_direct);
    let reason_note = if typed.is_direct { typed.reason_note.as_str() } else { "" };
    let (area, question) = (typed.area.as_str(), typed.question.as_str());
    let new = NewQuestion { area, question, receiver, to_worker, reason, reason_note, item };
    let id = store::insert(&mut change, &folder, &new)?;
    let service = receiver.unwrap_or(folder.service());
    let told = NewNotice {
        service,
        worker: to_worker,
        kind: NoticeKind::MentorAsks,
        folder: receiver.is_none().then(|| folder.id()),
        item: None,
        about: Some(id),
    };
    notices::tell(&mut change, told)?;
    let rule = if typed.is_direct { "R-105" } else { "R-104" };
    change.commit(Entry::about(id, "dotaz peer mentora").resting_on(rule));
    Ok(Response::see_other_saying(&folder.path("/mentor-consultations"), "mentor_asked"))
}

/// The name is an item of its own: when the consent ends, it is gone for the other service, and the question stays.
fn name_crosses(
    change: &mut Change,
    folder: &Folder,
    (typed, receiver, to_worker): (&Typed, Option<ServiceId>, WorkerId),
) -> Result<Option<ItemId>, Failure> {
    let (Some((consent, topic)), Some(to)) = (&typed.ground, receiver) else { return Ok(None) };
    let body = format!("Dotaz se týká: {}", folder.name());
    let item = NewItem {
        kind: ItemKind::Question,
        to,
        receivers: &[to_worker],
        source: None,
        title: "Koho se týká dotaz peer mentora",
        body: &body,
        attachment: None,
        ground: NewGround::Consent { id: *consent, topic },
    };
    crossing::share(change, folder, &item).map(Some)
}
