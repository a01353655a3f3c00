//! What the head typed into the form of an inspection, read at one seam.

use super::store::{self, Named, NewInspection};
use crate::accounts::Inspector;
use crate::kernel::caseload::Caseload;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::{FolderId, WorkerId};
use crate::kernel::messages_cs::InCzech;
use jiff::civil::Date;
use rules::inspection::{Block, Terms, blocks, was_there};
use rules::moment::date_typed::Leaning;

/// More folders are no sample any more.
const MOST: usize = 60;
const NOBODY: &str = "Vyberte, kdo kontrolu vede";

/// None when something is to be corrected; it stands at its field.
pub fn read(
    form: &mut Form<'_>,
    caseload: &Caseload,
    inspectors: &[Inspector],
    today: Date,
) -> Result<Option<NewInspection>, Failure> {
    let inspector: Option<WorkerId> = form.chosen("inspector", NOBODY);
    if inspector.is_some_and(|id| inspectors.iter().all(|one| one.id != id)) {
        form.problem("inspector", NOBODY);
    }
    let folders = folders(form, caseload)?;
    let terms = terms(form, today);
    let reason = form.required("reason", "Napište důvod kontroly, třeba kdo ji provádí a čeho se týká");
    if let Some(terms) = terms {
        for folder in folders.iter().filter(|one| !was_there(one.opened_on, terms.as_of)) {
            let (number, day) = (&folder.number, format_cs::date(terms.as_of));
            let text = format!("Složka {number} ke dni {day} ještě nebyla. Zvolte pozdější den, nebo ji vynechte");
            form.problem("as_of", text);
        }
    }
    let (true, Some(inspector), Some(terms)) = (form.is_settled(), inspector, terms) else { return Ok(None) };
    let folders = folders.into_iter().map(|one| one.id).collect();
    Ok(Some(NewInspection { inspector, terms, reason, folders }))
}

fn terms(form: &mut Form<'_>, today: Date) -> Option<Terms> {
    let (from, until) = (form.date("from", Leaning::Future), form.date("until", Leaning::Future));
    let as_of = if form.value("as_of").is_empty() { Some(today) } else { form.date("as_of", Leaning::Past) };
    let terms = Terms { from: from?, until: until?, as_of: as_of? };
    for block in blocks(&terms, today) {
        let field = match block {
            Block::BeginsInThePast => "from",
            Block::EndsBeforeItBegins | Block::TooLong => "until",
            Block::ShowsTheFuture => "as_of",
        };
        form.problem(field, block.cs());
    }
    Some(terms)
}

/// The folders ticked and those written by numbers, each once. One that the head may not see is one that is not there.
fn folders(form: &mut Form<'_>, caseload: &Caseload) -> Result<Vec<Named>, Failure> {
    let ticked: Vec<Option<FolderId>> = form.all("folder").into_iter().map(|id| id.parse().ok()).collect();
    let typed = form.text("numbers");
    let is_between = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';');
    let numbers: Vec<&str> = typed.split(is_between).filter(|word| !word.is_empty()).collect();
    let mut found: Vec<Named> = Vec::new();
    if ticked.len() + numbers.len() > MOST {
        form.problem("numbers", format!("Vyberte nejvýš {MOST} složek. Kontrola dostává vzorek, ne celou evidenci"));
        return Ok(found);
    }
    for id in ticked {
        match id.map(|id| store::by_id(caseload, id)).transpose()?.flatten() {
            Some(one) => found.push(one),
            None => form.problem("folder", "Jednu z vybraných složek nevidíme. Vyberte znovu"),
        }
    }
    for number in numbers {
        match store::by_number(caseload, number)? {
            Some(one) => found.push(one),
            None => form.problem("numbers", format!("Složku {number} jsme ve službě nenašli. Zkontrolujte číslo")),
        }
    }
    found.sort_by_key(|one| one.id);
    found.dedup_by_key(|one| one.id);
    if found.is_empty() && !form.has_problems() {
        form.problem("folder", "Vyberte aspoň jednu složku, nebo napište její číslo");
    }
    Ok(found)
}
