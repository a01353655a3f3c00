//! The written notice of refusal: issued on the applicant's request, kept word for word, printed with the reason, the day
//! and the provider and nothing more (§ 91; text 6.7).

use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::refusal::store::case::case;
use crate::refusal::store::notices::{self, NewNotice, Notice};
use crate::refusal::store::refusals::{self, Refusal};
use crate::refusal::words::to_the_person;
use crate::settings::{imprint, law};
use crate::tasks;
use crate::templates::{self, REFUSAL_NOTICE, Template as Kept};
use askama::Template;
use paper::{Fact, Paper, Provider, Section, Sheet};
use rules::law::Provision;
use rules::rule::Rule;

const TITLE: &str = "Oznámení o odmítnutí";
const PAPER: &str = "Oznámení o odmítnutí uzavřít smlouvu";

#[derive(Template)]
#[template(path = "refusal/notice.html")]
struct NoticePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    paragraphs: Vec<(&'static str, String)>,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    (refusal, body): (&Refusal, &str),
    form: Form<'v>,
) -> Result<NoticePage<'v>, Failure> {
    Ok(NoticePage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        paragraphs: templates::printed(body),
        action: folder.path(&format!("/refusals/{}/notice", refusal.id)),
        back: folder.path("/refusals"),
    })
}

/// The text as the template in force says it.
fn text(folder: &Folder, kept: &Kept, refusal: &Refusal, asked_on: &str) -> Result<String, Failure> {
    let case = case(folder)?;
    let kinds = code_list::items(folder.db(), "service_kind", folder.today())?;
    let kind = code_list::labels(&kinds, &refusal.service_kind);
    let waiting = if refusal.reason.enters_register() {
        "Rádi Vás zařadíme do pořadníku. Jakmile se místo uvolní, ozveme se Vám."
    } else {
        ""
    };
    let decided = date(refusal.decided_on);
    let filling = [
        ("den žádosti", asked_on),
        ("služba", case.service_name.as_str()),
        ("druh", &kind),
        ("ustanovení", &refusal.provision),
        ("důvod", to_the_person(refusal.reason)),
        ("skutečnosti", &refusal.facts),
        ("den odmítnutí", &decided),
        ("doporučení", &refusal.offered_service),
        ("pořadník", waiting),
    ];
    templates::compose(&kept.body, &filling)
}

fn in_force(folder: &Folder) -> Result<Kept, Failure> {
    templates::in_force(folder.db(), folder.service(), REFUSAL_NOTICE, folder.today())
}

fn asked(visit: &Visit, folder: &Folder) -> Result<Refusal, Failure> {
    let id: StatementId = visit.path("refusal")?;
    refusals::one(folder, id)
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let refusal = asked(visit, &folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    let asked_on = refusal.notice_asked_on.map_or_else(String::new, date);
    form.prefill("asked_on", asked_on.clone());
    let shown = if asked_on.is_empty() { date(folder.today()) } else { asked_on };
    form.prefill("issued_on", date(folder.today()));
    let body = text(&folder, &in_force(&folder)?, &refusal, &shown)?;
    Response::page(&template(visit, &folder, (&refusal, &body), form)?)
}

pub fn issue<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let refusal = asked(visit, &folder)?;
    if notices::all(&folder)?.iter().any(|one| one.refusal_id == refusal.id) {
        return Err(Failure::refused("Oznámení k tomuto odmítnutí už je vydané. Můžete je vytisknout znovu."));
    }
    let mut form = Form::typed(visit, TITLE);
    let (asked_on, issued_on) = (form.past_date("asked_on"), form.past_date("issued_on"));
    if asked_on.zip(issued_on).is_some_and(|(asked, issued)| issued < asked) {
        form.problem("issued_on", "Oznámení se vydává až na žádost. Zkontrolujte datum");
    }
    let kept = in_force(&folder)?;
    let said_on = date(asked_on.unwrap_or_else(|| folder.today()));
    let body = text(&folder, &kept, &refusal, &said_on)?;
    let (Some(asked_on), Some(issued_on), true) = (asked_on, issued_on, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, (&refusal, &body), form)?));
    };
    let name = folder.name();
    let digest = templates::digest(&[PAPER, &name, &issued_on.to_string(), &body]);
    let new = NewNotice {
        refusal: refusal.id,
        template_version: kept.version,
        client_name: &name,
        body: &body,
        digest: &digest,
        asked_on,
        issued_on,
    };
    let mut change = pen.change(&folder)?;
    let id = notices::insert(&mut change, folder.id(), &new)?;
    tasks::settle(&mut change, folder.id(), Rule::R010, "oznámení je vydané")?;
    change.commit(Entry::about(id, "vydáno oznámení o odmítnutí").resting_on("R-010"));
    Ok(Response::see_other_saying(&folder.path("/refusals"), "refusal_notice"))
}

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let id: StatementId = visit.path("refusal")?;
    let notice = notices::all(&folder)?.into_iter().find(|one| one.refusal_id == id).ok_or(Failure::Absent)?;
    vouch(&notice)?;
    let imprint = imprint(visit, folder.db(), folder.service(), notice.template_version)?;
    let Provider { name, identification_number, address } = &imprint.provider;
    let facts = vec![
        Fact::new("Komu", notice.client_name.as_str()),
        Fact::new("Poskytovatel", format!("{name}, IČO\u{a0}{identification_number}, {address}")),
    ];
    let law = law(folder.db(), notice.issued_on)?;
    let mut paragraphs = templates::paragraphs(&notice.body);
    paragraphs.push(paper::Paragraph::plain(format!(
        "Vydáno podle {} dne {}. {}\n\nZákonem o sociálních službách se rozumí {}.",
        law.cite(Provision::RefusalNotice),
        date(notice.issued_on),
        notice.issued_by,
        law.cite(Provision::Act)
    )));
    Ok(Paper::from(Sheet {
        imprint,
        file_stem: "oznameni-o-odmitnuti",
        title: PAPER.to_owned(),
        subtitle: None,
        folder_number: None,
        facts,
        sections: vec![Section {
            heading: Some("Vážená paní, vážený pane".to_owned()),
            paragraphs,
            ..Section::default()
        }],
    }))
}

/// A text that is not the one stored with this digest is never printed.
fn vouch(notice: &Notice) -> Result<(), Failure> {
    let digest = templates::digest(&[PAPER, &notice.client_name, &notice.issued_on.to_string(), &notice.body]);
    if digest.as_slice() == notice.digest {
        return Ok(());
    }
    Err(Failure::Broken(format!("the text of the notice about {} does not agree with its digest", notice.refusal_id)))
}
