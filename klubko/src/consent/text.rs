//! A prepared text of a consent: read aloud, printed with both answers open, or handed over on the screen.
//! It binds nobody; what the client answers is a row of its own.

use super::ask;
use super::on_screen::asked;
use super::store::text::{self, Text};
use super::wording::with_answers;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::{date, moment};
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use crate::signing::{self, Lending};
use crate::templates::{paragraphs, shown};
use askama::Template;
use paper::{ClientSheet, Fact, Paper, Paragraph, Section, Sheet, Signature};
use rules::access::Act;
use rules::consent::{ConsentKind, Decision};
use rules::signing::SignerRole;

const TITLE: &str = "Znění souhlasu";

#[derive(Template)]
#[template(path = "consent/text.html")]
struct TextPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    title: String,
    prepared: String,
    paragraphs: Vec<String>,
    back: String,
    print: String,
    /// Empty where it is not decided on a screen.
    lend: String,
    record: String,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let text = text::one(&folder, visit.path("text")?)?;
    let path = |page: &str| folder.path(&format!("/consents/texts/{}{page}", text.id));
    let may = |act| !folder.is_past() && folder.may(act);
    let when = |may: bool, path: String| if may { path } else { String::new() };
    Response::page(&TextPage {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "consents")?,
        title: text.title.clone(),
        prepared: format!("Připraveno {}, {}", moment(text.recorded_at), text.recorded_by),
        paragraphs: paragraphs(&text.body).into_iter().filter_map(plain).collect(),
        back: folder.path("/consents"),
        print: when(folder.may(Act::PrintPaper), path("/consent.pdf")),
        lend: when(text.kind == ConsentKind::CaseManagement && may(Act::LendScreen), path("/lending")),
        record: when(may(Act::RecordConsent), format!("{}?text={}", ask::address(&folder, text.kind), text.id)),
    })
}

fn plain(paragraph: Paragraph) -> Option<String> {
    match paragraph {
        Paragraph::Plain(text) | Paragraph::Item(text) | Paragraph::Heading(text) => Some(text),
    }
}

/// The device goes into the client's hands with this text and nothing else.
pub fn lend<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let text = text::one(&folder, visit.path("text")?)?;
    if text.kind != ConsentKind::CaseManagement {
        return Err(Failure::refused("Tento souhlas se na obrazovce nedává. Vytiskněte jej a nechte podepsat."));
    }
    let (terms, _) = remembered(visit, &folder, &text)?;
    // What would refuse the answer refuses the lending now: the client is not asked in vain.
    if let Some(block) = ask::lacking(visit, &folder, (text.kind, &terms))?.first() {
        return Err(Failure::refused(crate::kernel::messages_cs::InCzech::cs(block)));
    }
    let is_represented = !terms.given_by.is_empty();
    let (signer, signer_role) = match is_represented {
        true => (terms.given_by.clone(), SignerRole::Representative),
        false => (folder.name(), SignerRole::Himself),
    };
    let asked = asked(&text);
    let lending = Lending { asked: &asked, signer: &signer, signer_role, fields: &[] };
    let address = folder.path(&format!("/consents/texts/{}/on-screen", text.id));
    let mut change = pen.change(&folder)?;
    let id = signing::lend(visit, &mut change, &folder, (&address, &lending))?;
    change.commit(Entry::about(id, "zařízení předáno k rozhodnutí na obrazovce").resting_on("R-082"));
    Ok(Response::see_other(address).forgetting())
}

/// What the worker typed when he prepared it.
pub(super) fn remembered<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder<'v>,
    text: &Text,
) -> Result<(super::Terms, super::wording::Names), Failure> {
    let fields: Vec<(String, String)> = form_urlencoded::parse(text.fields.as_bytes()).into_owned().collect();
    let mut form = Form::remembered(visit, TITLE, fields);
    super::typed::terms(&mut form, folder, text.kind)
}

/// The paper with both answers open.
pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let id: StatementId = visit.path("text")?;
    let text = text::one(&folder, id)?;
    let (terms, _) = remembered(visit, &folder, &text)?;
    let signatures = vec![signer(&folder, &terms.given_by), Signature::worker(&text.recorded_by)];
    sheet(visit, &folder, (&text.title, &text.body, None), (Vec::new(), signatures))
}

/// Who signs the line of the client.
pub(super) fn signer(folder: &Folder, given_by: &str) -> Signature {
    if given_by.is_empty() { Signature::client(folder.name()) } else { Signature::representative(given_by) }
}

/// A consent on paper, before it was decided or after.
pub(super) fn sheet(
    visit: &Visit,
    folder: &Folder,
    (title, body, decided): (&str, &str, Option<Decision>),
    (facts, signatures): (Vec<Fact>, Vec<Signature>),
) -> Result<Paper, Failure> {
    let about = std::iter::once(Fact::new("Klient", folder.name())).chain(facts).collect();
    let section = Section { paragraphs: with_answers(body, decided), ..Section::default() };
    let sheet = Sheet {
        imprint: imprint(visit, folder.db(), folder.service(), 1)?,
        file_stem: "souhlas",
        title: title.to_owned(),
        subtitle: None,
        folder_number: Some(folder.number().to_owned()),
        facts: about,
        sections: vec![section],
    };
    Ok(ClientSheet { sheet, is_plain: false, signatures }.into())
}

/// The day and the first digits of the digest, as the screen shows them.
pub(super) fn about(text: &Text) -> (String, String) {
    let day = crate::kernel::clock::day_of(text.recorded_at);
    (format!("připraveno {}", date(day)), shown(&text.digest))
}
