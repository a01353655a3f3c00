//! Releases from the duty of secrecy (§ 100 of 108/2006): in writing, to whom, in what extent, for what purpose. Kept apart
//! from consents: a consent is about data, this is about what the workers learned and must keep to themselves.

use super::store::secrecy::{self as store, NewRelease, Release};
use super::text::signer;
use crate::documents::{self, Papers};
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
use askama::Template;
use jiff::civil::Date;
use paper::{ClientSheet, Fact, Paper, Paragraph, Section, Sheet, Signature};
use rules::access::Act;
use rules::moment::date_typed::Leaning;
use rules::text::tidy;

const TITLE: &str = "Zproštění mlčenlivosti";
const WITHDRAWAL: &str = "Odvolání zproštění";

/// One release, ready to print on the register.
pub(super) struct Line {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) state: String,
    pub(super) terms: Vec<(&'static str, String)>,
    pub(super) recorded: String,
    pub(super) withdrawn: String,
    pub(super) print: String,
    pub(super) withdrawal: String,
    pub(super) papers: Papers,
}

pub(super) fn lines(
    folder: &Folder<'_>,
    papers: &documents::All<'_, '_>,
    may_withdraw: bool,
) -> Result<Vec<Line>, Failure> {
    Ok(store::all(folder)?.iter().map(|one| line(folder, papers, (one, may_withdraw))).collect())
}

fn line(folder: &Folder<'_>, papers: &documents::All<'_, '_>, (one, may_withdraw): (&Release, bool)) -> Line {
    let path = |page: &str| folder.path(&format!("/secrecy-releases/{}{page}", one.id));
    let back = one.withdrawn_on.zip(one.withdrawn_how.as_deref());
    Line {
        kind: if holds(one, folder.day()) { "ok" } else { "over" },
        title: one.addressee.clone(),
        state: state(one, folder.day()),
        terms: terms(one),
        recorded: format!(
            "Podepsáno {} · zapsáno {}, {}",
            date(one.signed_on),
            moment(one.recorded_at),
            one.recorded_by
        ),
        withdrawn: back.map(|(day, how)| format!("Odvoláno {} ({how})", date(day))).unwrap_or_default(),
        print: if folder.may(Act::PrintPaper) { path("/release.pdf") } else { String::new() },
        withdrawal: if one.withdrawn_on.is_none() && may_withdraw { path("/withdrawal") } else { String::new() },
        papers: papers.of(one.id, "consents", &format!("zproštění, {}", one.addressee)),
    }
}

fn holds(one: &Release, day: Date) -> bool {
    one.withdrawn_on.is_none() && one.valid_until.is_none_or(|last| day <= last)
}

fn state(one: &Release, day: Date) -> String {
    match one.withdrawn_on {
        Some(on) => format!("odvoláno {}", date(on)),
        None if holds(one, day) => "platí".to_owned(),
        None => "platnost skončila".to_owned(),
    }
}

fn terms(one: &Release) -> Vec<(&'static str, String)> {
    let until = one.valid_until.map_or_else(|| "do odvolání".to_owned(), |day| format!("do {}", date(day)));
    let by = match one.given_by.as_str() {
        "" => String::new(),
        name => format!("{name} ({})", one.authority),
    };
    let all = [("Rozsah", one.extent.clone()), ("Účel", one.purpose.clone()), ("Platnost", until), ("Za klienta", by)];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

#[derive(Template)]
#[template(path = "consent/secrecy.html")]
struct ReleasePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<ReleasePage<'v>, Failure> {
    let (action, back) = (folder.path("/secrecy-releases"), folder.path("/consents"));
    Ok(ReleasePage { page: Page::of(visit), folder: folders::head(visit, folder, "consents")?, form, action, back })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("signed_on", date(visit.today()));
    form.prefill("given_by_role", "self");
    Response::page(&template(visit, &folder, form)?)
}

/// Without extent, purpose, addressee or the day of the signature it is no release (§ 100).
pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let addressee = tidy(&form.required("addressee", "Doplňte, komu se smí sdělit"));
    let extent = form.required("extent", "Doplňte rozsah: které skutečnosti se smějí sdělit");
    let purpose = form.required("purpose", "Doplňte účel, k\u{a0}němuž se sdělí");
    let signed_on = form.past_date("signed_on");
    let valid_until = form.date_or_none("valid_until", Leaning::Future);
    if signed_on.zip(valid_until).is_some_and(|(from, until)| until < from) {
        form.problem("valid_until", "Konec platnosti je dřív než podpis. Zkontrolujte dny");
    }
    let is_represented = form.is("given_by_role", "representative");
    let (mut given_by, mut authority) = (String::new(), String::new());
    if is_represented {
        given_by = tidy(&form.required("given_by", "Doplňte jméno zástupce, který za klienta podepsal"));
        authority = tidy(&form.required("authority", "Doplňte, na základě čeho zástupce za klienta jedná"));
    }
    let (Some(signed_on), true) = (signed_on, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    };
    let (extent, purpose) = (extent.trim(), purpose.trim());
    let mut change = pen.change(&folder)?;
    let new = NewRelease {
        addressee: &addressee,
        extent,
        purpose,
        signed_on,
        valid_until,
        given_by: &given_by,
        authority: &authority,
    };
    let id = store::insert(&mut change, &folder, &new)?;
    change.commit(Entry::about(id, "zproštění mlčenlivosti").resting_on("§ 100"));
    Ok(Response::see_other_saying(&folder.path("/consents"), "secrecy_release"))
}

#[derive(Template)]
#[template(path = "consent/secrecy_withdrawal.html")]
struct WithdrawalPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    back: String,
    addressee: String,
    terms: Vec<(&'static str, String)>,
}

fn withdrawal_template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    one: &Release,
    form: Form<'v>,
) -> Result<WithdrawalPage<'v>, Failure> {
    Ok(WithdrawalPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "consents")?,
        form,
        action: folder.path(&format!("/secrecy-releases/{}/withdrawal", one.id)),
        back: folder.path("/consents"),
        addressee: one.addressee.clone(),
        terms: terms(one),
    })
}

fn asked_for(visit: &Visit, folder: &Folder) -> Result<Release, Failure> {
    let id: StatementId = visit.path("release")?;
    store::all(folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)
}

fn open_one(visit: &Visit, folder: &Folder) -> Result<Release, Failure> {
    let one = asked_for(visit, folder)?;
    match one.withdrawn_on {
        Some(on) => Err(Failure::refused(format!("Zproštění je už odvolané, a to {}.", date(on)))),
        None => Ok(one),
    }
}

pub fn withdrawal(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let one = open_one(visit, &folder)?;
    let mut form = Form::blank(visit, WITHDRAWAL)?;
    form.prefill("day", date(visit.today()));
    Response::page(&withdrawal_template(visit, &folder, &one, form)?)
}

pub fn withdraw<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let one = open_one(visit, &folder)?;
    let mut form = Form::typed(visit, WITHDRAWAL);
    let day = form.past_date("day");
    let how = form.required("how", "Doplňte, jak klient zproštění odvolal");
    if day.is_some_and(|day| day < one.signed_on) {
        form.problem("day", "Odvolání nemůže být dřív než podpis. Zkontrolujte den");
    }
    let (Some(day), true) = (day, form.is_settled()) else {
        return Err(Response::form_again(&withdrawal_template(visit, &folder, &one, form)?));
    };
    let mut change = pen.change(&folder)?;
    store::withdraw(&mut change, &folder, one.id, (day, &how))?;
    change.commit(Entry::about(one.id, "zproštění mlčenlivosti odvoláno").resting_on("§ 100"));
    Ok(Response::see_other_saying(&folder.path("/consents"), "secrecy_withdrawn"))
}

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let one = asked_for(visit, &folder)?;
    let said = format!(
        "Zprošťuji pracovníky služby povinnosti mlčenlivosti podle § 100 zákona č. 108/2006 Sb., o sociálních službách, \
         a to vůči: {}.",
        one.addressee
    );
    let until = one.valid_until.map_or_else(|| "do odvolání".to_owned(), |day| format!("do {}", date(day)));
    let paragraphs = [
        said,
        format!("Rozsah: {}.", one.extent.trim_end_matches('.')),
        format!("Účel: {}.", one.purpose.trim_end_matches('.')),
        format!("Platnost: {until}."),
        "Vím, že zproštění mohu kdykoli odvolat. Mimo tento rozsah a účel mlčenlivost trvá.".to_owned(),
    ];
    let mut facts = vec![Fact::new("Klient", folder.name())];
    facts.extend(one.withdrawn_on.map(|day| Fact::new("Odvoláno", date(day))));
    let sheet = Sheet {
        imprint: imprint(visit, folder.db(), folder.service(), 1)?,
        file_stem: "zprosteni-mlcenlivosti",
        title: TITLE.to_owned(),
        subtitle: None,
        folder_number: Some(folder.number().to_owned()),
        facts,
        sections: vec![Section {
            paragraphs: paragraphs.into_iter().map(Paragraph::plain).collect(),
            ..Section::default()
        }],
    };
    let signatures = vec![signer(&folder, &one.given_by), Signature::worker(&one.recorded_by)];
    Ok(ClientSheet { sheet, is_plain: false, signatures }.into())
}
