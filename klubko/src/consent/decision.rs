//! Recording what the client decided: consent and dissent with equal weight, nothing chosen beforehand.

use super::record::{OralConsent, WrittenConsent, record_dissent, record_oral, record_written};
use super::store;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::{StatementId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::{tasks, ties};
use askama::Template;
use rules::consent::{ConsentForm, Decision};
use rules::consultation::{ConsentToGet, consent_task};
use rules::moment::date_typed::Leaning;
use rules::task::Post;

const TITLE: &str = "Rozhodnutí o údajích";

/// What the worker reads aloud (texts 6.7).
pub(super) const READ_ALOUD: &str = "Abychom Vám mohli pomoci a domluvit další postup, potřebujeme si zapsat Vaše \
     jméno, kontakt a stručně Vaši situaci. Údaje zůstanou v naší službě a můžete kdykoli požádat, abychom je dále \
     nezpracovávali. Souhlasíte s tím?";
const SCOPE: &str = "jméno, kontakt a údaje o situaci potřebné k pomoci";

#[derive(Template)]
#[template(path = "consent/decision.html")]
struct DecisionPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    colleagues: Vec<(String, String)>,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<DecisionPage<'v>, Failure> {
    let head = folders::head(visit, folder, "consents")?;
    let colleagues = ties::colleague_options(folder)?;
    Ok(DecisionPage { page: Page::of(visit), folder: head, form, action: folder.path("/consents"), colleagues })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("wording", READ_ALOUD);
    form.prefill("scope", SCOPE);
    form.prefill("day", format_cs::date(visit.today()));
    form.prefill("time", format_cs::time(clock::civil(visit.now()).time()));
    form.prefill("heard_by", folder.viewer()?.to_string());
    Response::page(&template(visit, &folder, form)?)
}

/// What was typed.
struct Typed {
    decision: Option<Decision>,
    form: Option<ConsentForm>,
    wording: String,
    scope: String,
    at: Option<i64>,
    heard_by: Option<WorkerId>,
    line: String,
}

fn read(form: &mut Form<'_>, visit: &Visit<'_>, folder: &Folder<'_>) -> Result<Typed, Failure> {
    let typed = Typed {
        decision: form.choice("decision", "Zapište, jak se klient rozhodl"),
        form: form.choice("form", "Zvolte, jestli to bylo ústně, nebo písemně"),
        wording: form.required("wording", "Doplňte přesné znění, na které klient odpověděl"),
        scope: form.required("scope", "Doplňte, kterých údajů se rozhodnutí týká"),
        at: form.moment("day", "time", Leaning::Past),
        heard_by: form.chosen("heard_by", "Vyberte, kdo odpověď vyslechl nebo převzal"),
        line: form.text("line"),
    };
    if typed.at.is_some_and(|at| at > visit.now()) {
        form.problem("day", "Rozhodnutí nemůže být v budoucnosti. Zkontrolujte den a čas");
    }
    let known = ties::colleague_options(folder)?;
    if typed.heard_by.is_some_and(|worker| known.iter().all(|(id, _)| *id != worker.to_string())) {
        form.problem("heard_by", "Vyberte pracovníka této služby");
    }
    Ok(typed)
}

pub fn record<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = read(&mut form, visit, &folder)?;
    let (Some(decision), Some(kind), Some(at), Some(heard_by)) = (typed.decision, typed.form, typed.at, typed.heard_by)
    else {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    };
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    }
    let said = OralConsent { wording: &typed.wording, given_at: at, heard_by, line: &typed.line, scope: &typed.scope };
    let mut change = pen.change(&folder)?;
    let (id, what) = match (decision, kind) {
        (Decision::Dissent, kind) => (record_dissent(&mut change, &folder, kind, &said)?, "nesouhlas"),
        (Decision::Consent, ConsentForm::Oral) => (oral(&mut change, &folder, &said)?, "ústní souhlas"),
        (Decision::Consent, ConsentForm::Written) => {
            let (wording, scope, given_on) = (said.wording, said.scope, clock::day_of(at));
            let given = WrittenConsent { document: None, wording, scope, given_on };
            (record_written(&mut change, &folder, &given)?, "písemný souhlas")
        }
    };
    change.commit(Entry::about(id, format!("zapsán {what}")).resting_on("R-082"));
    Ok(Response::see_other_saying(&folder.path("/consents"), "consent"))
}

/// An oral consent waits for the written one: somebody has the task.
fn oral(change: &mut Change, folder: &Folder, said: &OralConsent<'_>) -> Result<StatementId, Failure> {
    let waits_already = store::waits_for_written(folder)?;
    let id = record_oral(change, folder, said)?;
    if !waits_already {
        let post = if ties::key_worker(folder)?.is_some() { Post::KeyWorker } else { Post::Intake };
        let task = consent_task(ConsentToGet::Written, post, clock::day_of(said.given_at), None);
        let what = "Získat písemný souhlas k ústnímu";
        tasks::create_for_folder(change, (folder.service(), folder.id()), &task, what, id)?;
    }
    Ok(id)
}
