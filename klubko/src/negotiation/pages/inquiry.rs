//! `inquiry`: social inquiry, a part of the negotiation: when, where, with whom, what was found and from what.

use super::{Options, listed, place};
use crate::activity::{self, NewActivity};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::WorkerId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::negotiation::store::given::{self, Inquiry};
use askama::Template;
use rules::activity::{Form as Way, Kind};

#[derive(Template)]
#[template(path = "negotiation/inquiry.html")]
struct InquiryPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    methods: Options,
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<InquiryPage<'v>, Failure> {
    Ok(InquiryPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        methods: listed(folder, "inquiry_method")?,
        action: folder.path("/inquiry"),
        back: folder.path("/negotiation"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, "Sociální šetření")?;
    form.prefill("day", format_cs::date(folder.today()));
    Response::page(&template(visit, &folder, form)?)
}

/// What was typed, once nothing is to be corrected.
struct Typed {
    starts_at: i64,
    minutes: i64,
    method: String,
    place: String,
    persons_present: String,
    findings: String,
    sources: String,
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, "Sociální šetření");
    let typed = read(&mut form, &listed(&folder, "inquiry_method")?);
    let Some(typed) = typed.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    };
    let mut change = pen.change(&folder)?;
    let activity = activity::begin(&mut change, &act(&folder, &typed, folder.viewer()?))?;
    let inquiry = Inquiry {
        activity,
        done_on: clock::day_of(typed.starts_at),
        method: &typed.method,
        place: &typed.place,
        persons_present: &typed.persons_present,
        findings: &typed.findings,
        sources: &typed.sources,
    };
    let id = given::inquire(&mut change, place(&folder)?, &inquiry)?;
    change.commit(Entry::about(id, "sociální šetření zapsáno").resting_on("R-006"));
    Ok(Response::see_other_saying(&folder.path("/negotiation"), "saved"))
}

fn read(form: &mut Form, methods: &Options) -> Option<Typed> {
    let starts_at = form.past_moment("day", "time");
    let minutes = form.minutes("minutes");
    let method = form.value("method").to_owned();
    if methods.iter().all(|(code, _)| *code != method) {
        form.problem("method", "Vyberte, jak šetření proběhlo");
    }
    let (place, persons_present) = (form.text("place"), form.text("persons_present"));
    let findings = form.required("findings", "Napište, co jste zjistili");
    let sources = form.text("sources");
    Some(Typed { starts_at: starts_at?, minutes: minutes?, method, place, persons_present, findings, sources })
}

fn act<'a>(folder: &Folder, typed: &'a Typed, worker: WorkerId) -> NewActivity<'a> {
    NewActivity {
        service: folder.service(),
        folder: Some(folder.id()),
        anonymous: None,
        kind: Kind::SocialInquiry,
        form: match typed.method.as_str() {
            "visit" => Way::Field,
            "phone" => Way::Phone,
            _ => Way::Ambulatory,
        },
        starts_at: typed.starts_at,
        minutes: typed.minutes,
        on_behalf_of_client: false,
        place: &typed.place,
        worker,
        topics: &[],
    }
}
