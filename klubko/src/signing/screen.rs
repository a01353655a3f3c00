//! The one page in the client's hands: the explanation, the whole text, two equal answers, the name and the frame for the
//! signature; and the page that asks for the device back.

use super::{Asked, Given, Lent};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::signing::{HEIGHT, Outcome, SignerRole, Stroke, StrokeFlaw, WIDTH, is_name_of};

const TITLE: &str = "Podpis na obrazovce";
const LONGEST_NAME: usize = 120;

#[derive(Template)]
#[template(path = "signing/screen.html")]
struct Screen<'a> {
    page: Page<'a>,
    form: Form<'a>,
    action: &'a str,
    asked: &'a Asked<'a>,
    signer: &'a str,
    is_representative: bool,
    width: u16,
    height: u16,
}

fn template<'a>(visit: &'a Visit<'a>, (asked, lent): (&'a Asked<'a>, &'a Lent), form: Form<'a>) -> Screen<'a> {
    Screen {
        page: Page::of(visit),
        form,
        action: visit.address(),
        asked,
        signer: &lent.signer,
        is_representative: lent.signer_role == SignerRole::Representative,
        width: WIDTH,
        height: HEIGHT,
    }
}

/// The page to read and to decide on.
pub fn screen<'a>(visit: &'a Visit<'a>, asked: &'a Asked<'a>, lent: &'a Lent) -> Answer {
    Response::page(&template(visit, (asked, lent), Form::blank(visit, TITLE)?))
}

/// What was decided, or the page again. A „no“ needs no stroke, a „yes“ does; whoever would rather sign on paper says so
/// instead.
pub fn read<'a>(visit: &'a Visit<'a>, asked: &'a Asked<'a>, lent: &'a Lent) -> Result<Given, Failure> {
    let mut form = Form::typed(visit, TITLE);
    if form.is("on_paper", "yes") {
        let written_name = rules::text::tidy(form.value("written_name")).chars().take(LONGEST_NAME).collect();
        return Ok(Given { outcome: Outcome::Paper, written_name, stroke: None });
    }
    let answer: Option<Outcome> = form.choice("decision", "Vyberte, zda souhlasíte, nebo nesouhlasíte");
    let answer = answer.filter(|outcome| *outcome != Outcome::Paper);
    let written_name = name(&mut form, lent);
    let stroke = match Stroke::read(form.value("stroke")) {
        Ok(stroke) => Some(stroke),
        // What was scribbled beside a „no“ is no reason to ask again.
        Err(_) if answer == Some(Outcome::Dissent) => None,
        Err(StrokeFlaw::Empty) if answer.is_none() => None,
        Err(flaw) => {
            form.problem("stroke", flaw.cs());
            None
        }
    };
    match answer.filter(|_| form.is_settled()) {
        Some(outcome) => Ok(Given { outcome, written_name, stroke }),
        None => {
            if !form.has_problems() {
                form.problem("decision", "Vyberte, zda souhlasíte, nebo nesouhlasíte");
            }
            Err(Response::form_again(&template(visit, (asked, lent), form)))
        }
    }
}

fn name(form: &mut Form<'_>, lent: &Lent) -> String {
    let written = rules::text::tidy(&form.required("written_name", "Napište své jméno a příjmení"));
    if written.chars().count() > LONGEST_NAME {
        form.problem("written_name", format!("Jméno zkraťte na {LONGEST_NAME} znaků"));
    } else if !written.is_empty() && !is_name_of(&written, &lent.signer) {
        let signer = &lent.signer;
        form.problem("written_name", format!("Podepsat má {signer}. Napište toto jméno, nebo vraťte zařízení"));
    }
    written
}

#[derive(Template)]
#[template(path = "signing/done.html")]
struct Done<'v> {
    page: Page<'v>,
    title: &'static str,
    text: &'static str,
}

/// Decided: the device goes back.
pub fn done(visit: &Visit<'_>, outcome: Outcome) -> Answer {
    let (title, text) = match outcome {
        Outcome::Consent => {
            ("Hotovo, je podepsáno", "Děkujeme. Váš podpis je uložený u textu, který jste si přečetli.")
        }
        Outcome::Dissent => {
            ("Hotovo, váš nesouhlas je zapsaný", "Děkujeme. Vaše rozhodnutí platí stejně jako souhlas.")
        }
        Outcome::Paper => ("Podepíšete se na papír", "Nic zatím není rozhodnuto. Text dostanete vytištěný."),
    };
    Response::page(&Done { page: Page::of(visit), title, text })
}
