//! What the house cites: sections of acts with dates of validity. A correction is a change of data, made by the head of a
//! service for the whole provider; papers keep what was cited on their day.

use super::store::law as store;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::db::Unit;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::{date, moment};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::law::Provision;
use rules::moment::date_typed::Leaning;

const TITLE: &str = "Právní odkaz";

/// What is cited on a day.
#[derive(Clone, Debug)]
pub struct Law(Vec<(String, String)>);

impl Law {
    /// The words of a provision: „§ 91 odst. 3 zákona o sociálních službách“.
    pub fn cite(&self, provision: Provision) -> &str {
        let kept = self.0.iter().find(|(code, _)| code == provision.code());
        kept.map_or_else(|| starting(provision), |(_, text)| text.as_str())
    }

    /// The same words where the provision is offered to be chosen; without words it is not, from the day they were taken.
    pub fn offered(&self, provision: Provision) -> Option<&str> {
        Some(self.cite(provision)).filter(|text| !text.is_empty())
    }
}

/// What holds on a day; a provision that nobody stored is cited as the house brings it.
pub fn law(unit: &Unit, day: Date) -> Result<Law, Failure> {
    Ok(Law(store::on(unit, day)?.into_iter().map(|one| (one.code, one.text)).collect()))
}

/// As the house brings it; a lawyer of the provider confirms it before the first paper.
pub(super) fn starting(provision: Provision) -> &'static str {
    match provision {
        Provision::Act => "zákon č. 108/2006 Sb., o sociálních službách, ve znění pozdějších předpisů",
        Provision::RefusalReasons => "§ 91 odst. 3 zákona o sociálních službách",
        Provision::RefusalA => "§ 91 odst. 3 písm. a) zákona o sociálních službách",
        Provision::RefusalB => "§ 91 odst. 3 písm. b) zákona o sociálních službách",
        Provision::RefusalC => "§ 91 odst. 3 písm. c) zákona o sociálních službách",
        Provision::RefusalD => "§ 91 odst. 3 písm. d) zákona o sociálních službách",
        Provision::RefusalNotice => "§ 91 odst. 7 zákona o sociálních službách",
        Provision::RefusedRegister => "§ 88 písm. g) zákona o sociálních službách",
        Provision::AgreementForm => "§ 91 odst. 1 zákona o sociálních službách",
        Provision::AgreementParties => "§ 91 odst. 2 písm. a) zákona o sociálních službách",
        Provision::AgreementKind => "§ 91 odst. 2 písm. b) zákona o sociálních službách",
        Provision::AgreementExtent => "§ 91 odst. 2 písm. c) zákona o sociálních službách",
        Provision::AgreementPlace => "§ 91 odst. 2 písm. d) zákona o sociálních službách",
        Provision::AgreementPayment => "§ 91 odst. 2 písm. e) zákona o sociálních službách",
        Provision::AgreementRules => "§ 91 odst. 2 písm. f) zákona o sociálních službách",
        Provision::AgreementTermination => "§ 91 odst. 2 písm. g) zákona o sociálních službách",
        Provision::AgreementValidity => "§ 91 odst. 2 písm. h) zákona o sociálních službách",
        Provision::BasicCounselling => "§ 37 odst. 2 zákona o sociálních službách",
        Provision::Confidentiality => "§ 100 zákona o sociálních službách",
        Provision::SharingVitalInterest => "čl. 6 odst. 1 písm. d) a čl. 9 odst. 2 písm. c) GDPR",
        Provision::SharingLegalDuty => "čl. 6 odst. 1 písm. c) GDPR a zvláštního zákona, který povinnost ukládá",
    }
}

/// A line of the list: what it is for, its words, since when, who wrote it, and where it is corrected.
struct Line {
    what: String,
    text: String,
    since: String,
    who: String,
    href: String,
}

#[derive(Template)]
#[template(path = "settings/law.html")]
struct List<'v> {
    page: Page<'v>,
    lines: Vec<Line>,
}

pub fn list(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let kept = store::on(desk.db(), desk.today())?;
    let line = |provision: &Provision| {
        let one = kept.iter().find(|one| one.code == provision.code());
        Line {
            what: provision.cs().into_owned(),
            text: said(one.map_or_else(|| starting(*provision), |one| one.text.as_str())),
            since: one.map_or_else(String::new, |one| date(one.valid_from)),
            who: one
                .and_then(|one| Some(format!("{}, {}", one.by_name.clone()?, moment(one.recorded_at?))))
                .unwrap_or_default(),
            href: format!("/settings/law/{}", provision.code()),
        }
    };
    Response::page(&List { page: Page::of(visit), lines: Provision::ALL.iter().map(line).collect() })
}

/// The words, or that nobody can choose it now.
fn said(text: &str) -> String {
    if text.is_empty() { "nenabízí se".to_owned() } else { text.to_owned() }
}

#[derive(Template)]
#[template(path = "settings/law_one.html")]
struct One<'v> {
    page: Page<'v>,
    form: Form<'v>,
    what: String,
    action: String,
    may_be_withheld: bool,
    /// Words, from when to when.
    history: Vec<(String, String)>,
}

fn template<'v>(visit: &'v Visit<'v>, desk: &Desk, provision: Provision, form: Form<'v>) -> Result<One<'v>, Failure> {
    let lasted = |one: store::Kept| {
        let until = one.valid_to.map_or_else(String::new, |day| format!(" do {}", date(day)));
        (said(&one.text), format!("od {}{until}", date(one.valid_from)))
    };
    Ok(One {
        page: Page::of(visit),
        form,
        what: provision.cs().into_owned(),
        action: format!("/settings/law/{}", provision.code()),
        may_be_withheld: provision.may_be_withheld(),
        history: store::history(desk.db(), provision)?.into_iter().map(lasted).collect(),
    })
}

fn asked(visit: &Visit) -> Result<Provision, Failure> {
    let code: String = visit.path("provision")?;
    Provision::from_code(&code).ok_or(Failure::Absent)
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let provision = asked(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    let now = law(desk.db(), desk.today())?;
    form.prefill("text", now.cite(provision).to_owned());
    if now.offered(provision).is_none() {
        form.prefill("withheld", "yes");
    }
    form.prefill("valid_from", date(desk.today()));
    Response::page(&template(visit, &desk, provision, form)?)
}

/// New words from a day on; what was cited until then stays.
pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let provision = asked(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let is_withheld = provision.may_be_withheld() && form.ticked("withheld");
    let text =
        if is_withheld { String::new() } else { form.required("text", "Napište, jak se má ustanovení citovat") };
    let text = rules::text::tidy(&text);
    let from = form.date("valid_from", Leaning::Future);
    let newest = store::history(desk.db(), provision)?.first().map(|one| one.valid_from);
    if from.zip(newest).is_some_and(|(from, newest)| from < newest) {
        form.problem("valid_from", "Od pozdějšího dne už platí novější znění. Zvolte den po něm");
    }
    let Some(from) = from.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &desk, provision, form)?));
    };
    let mut change = pen.change(&desk)?;
    store::set(&mut change, provision, &text, from)?;
    change.commit(Entry::about(desk.service(), format!("právní odkaz: {}", provision.cs())));
    Ok(Response::see_other_saying("/settings/law", "settings"))
}
