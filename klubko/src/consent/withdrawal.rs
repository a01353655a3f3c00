//! Withdrawing a consent of any kind: one interruption that says what stops and what the law keeps, as easy as giving it
//! . One given in a joined folder is withdrawn here too: for the client it is one and the same.

use super::sharing::known;
use super::standing::{as_rules_take_it, moment_of};
use super::{register_sharing, store};
use crate::crossing;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::{FolderId, ServiceId, StatementId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::notices::{self, NewNotice};
use crate::tasks;
use askama::Template;
use jiff::civil::Date;
use rules::consent::{Block, Consent, ConsentKind, withdraw as decide};
use rules::instant::Moment;
use rules::moment::date_typed::Leaning;
use rules::notice::NoticeKind;

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
    about: String,
    wording: String,
    given: String,
    stops: Vec<String>,
    /// Shared on a ground in the law.
    on_law: Vec<String>,
    has_agreement: bool,
}

/// The consent to be withdrawn, with the folder in which its withdrawal will stand.
struct Asked {
    id: StatementId,
    folder: FolderId,
    kind: ConsentKind,
    about: String,
    wording: String,
    given_on: Date,
    /// Whom it concerns, on either side.
    services: Vec<ServiceId>,
    consent: Consent,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    one: &Asked,
    form: Form<'v>,
) -> Result<WithdrawalPage<'v>, Failure> {
    Ok(WithdrawalPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "consents")?,
        form,
        action: folder.path(&format!("/consents/{}/withdrawal", one.id)),
        back: folder.path("/consents"),
        about: one.about.clone(),
        wording: one.wording.clone(),
        given: format_cs::date(one.given_on),
        stops: stops(folder, one)?,
        on_law: on_law(folder, one)?,
        has_agreement: store::has_agreement(folder)?,
    })
}

/// What truly stops, by name.
fn stops(folder: &Folder, one: &Asked) -> Result<Vec<String>, Failure> {
    let mut all = Vec::new();
    if one.kind == ConsentKind::PersonalDataProcessing {
        all.push("Od chvíle odvolání služba nesmí dělat nic, co stojí jen na tomto souhlasu.".to_owned());
        all.push("Se sdílením s\u{a0}jinými službami toto odvolání nic nedělá; má vlastní souhlas.".to_owned());
        return Ok(all);
    }
    all.push(
        match one.kind {
            ConsentKind::CaseManagement => "Od chvíle odvolání si služby nesmějí nic dalšího předat.",
            ConsentKind::DataHandover => "Od chvíle odvolání se údaje nesmějí předat.",
            ConsentKind::ThirdParty => "Od chvíle odvolání se s\u{a0}přizvaným nesmí nic dalšího sdílet.",
            ConsentKind::ChildParticipation | ConsentKind::PersonalDataProcessing => {
                "Od chvíle odvolání se dítě dál neúčastní."
            }
        }
        .to_owned(),
    );
    let found = crossing::what_stops(folder, one.id)?;
    all.extend(found.items.iter().map(|item| format!("Služba {} už neuvidí: {}.", item.service, item.title)));
    all.extend(
        found.parts.iter().map(|part| format!("Zastaví se práce služby {} na části: {}.", part.service, part.part)),
    );
    Ok(all)
}

/// What no withdrawal ends, by name.
fn on_law(folder: &Folder, one: &Asked) -> Result<Vec<String>, Failure> {
    if one.kind != ConsentKind::CaseManagement {
        return Ok(Vec::new());
    }
    let said = |it: crossing::Resting| format!("Ze zákona zůstává sdílené se službou {}: {}.", it.service, it.title);
    Ok(crossing::what_stays(folder)?.into_iter().map(said).collect())
}

/// The consent named in the path: of this folder, or of one joined with it.
fn asked_for(visit: &Visit, folder: &Folder) -> Result<Asked, Failure> {
    let id: StatementId = visit.path("consent")?;
    let all = store::all(folder)?;
    if let Some(one) = all.iter().find(|one| one.id == id) {
        return Ok(Asked {
            id,
            folder: folder.id(),
            kind: one.kind,
            about: String::new(),
            wording: one.wording.clone(),
            given_on: one.given_on,
            services: Vec::new(),
            consent: as_rules_take_it(one, &all),
        });
    }
    let one = known(folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    let place = if one.is_joined { format!(", zapsaný ve službě {}", one.service_name) } else { String::new() };
    Ok(Asked {
        id,
        folder: one.folder,
        kind: one.kind,
        about: format!("{}{place}", register_sharing::title(&one)),
        wording: one.wording.clone(),
        given_on: one.given_on,
        services: [Some(one.service), one.terms.receiver].into_iter().flatten().collect(),
        consent: one.fate,
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let one = asked_for(visit, &folder)?;
    let now = moment_of(&folder);
    decide::<()>(&one.consent, now, now).map_err(|block| Failure::refused(block.cs()))?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("day", format_cs::date(visit.today()));
    form.prefill("time", format_cs::time(clock::civil(visit.now()).time()));
    Response::page(&template(visit, &folder, &one, form)?)
}

pub fn withdraw<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let one = asked_for(visit, &folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = form.moment("day", "time", Leaning::Past);
    let how = form.required("how", "Doplňte, jak klient souhlas odvolal");
    let now = Moment::new(visit.now(), visit.today());
    // A moment that could not be read is a problem already; the others are weighed as of now.
    let at = typed.map_or(now, |at| moment_typed(at, &one.consent));
    let withdrawal = match decide(&one.consent, at, now) {
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
    store::insert_withdrawal(&mut change, (one.folder, one.id), withdrawal.at, &how)?;
    tasks::create_for_folder(&mut change, (folder.service(), folder.id()), &withdrawal.task, TASK, one.id)?;
    if one.kind.is_sharing() {
        crossing::after_withdrawal(&mut change, &folder, one.id)?;
        tell_far(&mut change, &folder, &one)?;
    }
    change.commit(Entry::about(one.id, "souhlas odvolán").resting_on("R-084"));
    Ok(Response::see_other_saying(&folder.path("/consents"), "withdrawn"))
}

/// Who holds the case in the other service learns that the consent is over.
fn tell_far(change: &mut Change, folder: &Folder, one: &Asked) -> Result<(), Failure> {
    let far = store::sharing::far_key_workers(folder)?.into_iter();
    for who in far.filter(|who| one.services.contains(&who.service_id)) {
        let notice = NewNotice {
            service: who.service_id,
            worker: who.worker_id,
            kind: NoticeKind::ConsentWithdrawn,
            folder: Some(who.folder_id),
            item: None,
            about: Some(one.id.0),
        };
        notices::tell(change, notice)?;
    }
    Ok(())
}

/// People write minutes: a withdrawal in the very minute of the consent came after it.
fn moment_typed(at: i64, consent: &Consent) -> Moment {
    const MINUTE: i64 = 60_000;
    let same_minute = at.div_euclid(MINUTE) == consent.given.at.div_euclid(MINUTE);
    let at = if same_minute { at.max(consent.given.at) } else { at };
    Moment::new(at, clock::day_of(at))
}
