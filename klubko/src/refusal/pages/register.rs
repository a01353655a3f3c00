//! `/refused-applicants`: the register of refused applicants (§ 88 g). Only a lack of capacity enters it; the other letters
//! are counted for the year and not listed here.

use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::desk::Desk;
use crate::kernel::format_cs::date;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::refusal::store::lists::{self, Refused};
use crate::settings::law;
use askama::Template;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::law::Provision;
use rules::refusal::RefusalReason;

/// A line of the register ready to print.
struct Line {
    name: String,
    number: String,
    href: String,
    requested: String,
    decided: String,
    provision: String,
    offered: String,
    notice: String,
    is_waiting: bool,
}

#[derive(Template)]
#[template(path = "refusal/register.html")]
struct Register<'v> {
    page: Page<'v>,
    year: i16,
    earlier: String,
    later: String,
    /// Letter, its words, how many.
    counts: Vec<(String, usize)>,
    lines: Vec<Line>,
    ground: String,
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let caseload = Caseload::beside(&desk);
    let this = desk.today().year();
    let asked = visit.query("year").and_then(|year| year.parse().ok());
    let year: i16 = asked.filter(|year| (2000..=this).contains(year)).unwrap_or(this);
    let (first, last) =
        (Date::new(year, 1, 1).unwrap_or(desk.today()), Date::new(year, 12, 31).unwrap_or(desk.today()));
    let refused = lists::refused(&caseload, first, last)?;
    let count = |reason: &RefusalReason| {
        let n = refused.iter().filter(|one| one.reason == *reason).count();
        (format!("{}) {}", reason.code(), reason.cs()), n)
    };
    let href = |year: i16| format!("/refused-applicants?year={year}");
    Response::page(&Register {
        page: Page::of(visit),
        year,
        earlier: if year > 2000 { href(year - 1) } else { String::new() },
        later: if year < this { href(year + 1) } else { String::new() },
        counts: RefusalReason::ALL.iter().map(count).collect(),
        lines: refused.iter().filter(|one| one.reason.enters_register()).map(line).collect(),
        ground: law(desk.db(), desk.today())?.cite(Provision::RefusedRegister).to_owned(),
    })
}

fn line(one: &Refused) -> Line {
    let notice = match (one.issued_on, one.notice_asked_on) {
        (Some(issued), _) => format!("vydáno {}", date(issued)),
        (None, Some(asked)) => format!("požádal/a {}, čeká na vydání", date(asked)),
        (None, None) => "nežádal/a".to_owned(),
    };
    Line {
        name: format!("{} {}", one.family_name, one.given_name).trim().to_owned(),
        number: one.number.clone(),
        href: format!("/folders/{}/refusals", one.id),
        requested: date(one.requested_on),
        decided: date(one.decided_on),
        provision: one.provision.clone(),
        offered: one.offered_service.clone(),
        notice,
        is_waiting: one.is_waiting,
    }
}
