//! Naming who acts as head in this folder, so that the only head can be excluded from it.

use super::exclusion::maker;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::WorkerId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::ties;
use askama::Template;
use rules::key_worker::candidate_blocks;

#[derive(Template)]
#[template(path = "team/deputy_new.html")]
struct New<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    people: Vec<(String, String)>,
    back: String,
    action: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<New<'v>, Failure> {
    Ok(New {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "team")?,
        form,
        people: ties::colleague_options(folder)?,
        back: folder.path("/team"),
        action: folder.path("/deputies"),
    })
}

/// The key worker or the head; any worker of the folder while there is no key worker.
fn opened<'v>(visit: &'v Visit<'v>) -> Result<Folder<'v>, Failure> {
    let folder = Folder::open(visit)?;
    let maker = maker(&folder);
    let unheld = ties::key_worker(&folder)?.is_none() && maker.works_in_folder;
    if maker.is_key_worker || maker.is_head || unheld {
        return Ok(folder);
    }
    Err(Failure::refused("Zástupce vedoucího pro tuto složku určí klíčový pracovník nebo vedoucí. Obraťte se na ně."))
}

pub fn new(visit: &Visit) -> Answer {
    let folder = opened(visit)?;
    let form = Form::blank(visit, "Zástupce vedoucího")?;
    Response::page(&template(visit, &folder, form)?)
}

pub fn name<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = opened(visit)?;
    let mut form = Form::typed(visit, "Zástupce vedoucího");
    let worker: Option<WorkerId> = form.chosen("worker", "Vyberte, kdo vedoucího zastoupí");
    if let Some(worker) = worker {
        let candidate = ties::candidate(&folder, worker)?.unwrap_or(ties::nobody(worker));
        for block in candidate_blocks(&candidate) {
            form.problem("worker", block.cs());
        }
        if worker == folder.viewer()? {
            form.problem("worker", "Zástupcem vedoucího určete někoho jiného než sebe");
        }
        if ties::deputies(&folder)?.iter().any(|one| one.worker_id == worker) {
            form.problem("worker", "Tento pracovník už vedoucího v této složce zastupuje. Vyberte jiného");
        }
    }
    let (true, Some(worker)) = (form.is_settled(), worker) else {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    };
    let mut change = pen.change(&folder)?;
    let id = ties::name_deputy(&mut change, &folder, worker)?;
    change.commit(Entry::about(id, "zástupce vedoucího pro složku určen").resting_on("R-059"));
    Ok(Response::see_other_saying(&folder.path("/team"), "deputy"))
}
