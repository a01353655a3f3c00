//! The one page in the client's hands: the explanation, the whole text, two equal answers, the name and the frame for the
//! signature; and the page that asks for the device back.

use super::words::{self, Words};
use super::{Asked, Given, Lent};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::coded::Coded as _;
use rules::signing::{HEIGHT, Language, Outcome, SignerRole, Stroke, StrokeFlaw, WIDTH, is_name_of};

const TITLE: &str = "Podpis na obrazovce";
const LONGEST_NAME: usize = 120;

#[derive(Template)]
#[template(path = "signing/screen.html")]
struct Screen<'a> {
    page: Page<'a>,
    form: Form<'a>,
    action: &'a str,
    asked: &'a Asked<'a>,
    words: &'static Words,
    all: [&'static Words; 4],
    explains: &'static [&'static str],
    if_refused: &'static str,
    signer: &'a str,
    is_representative: bool,
    width: u16,
    height: u16,
}

fn template<'a>(visit: &'a Visit<'a>, (asked, lent): (&'a Asked<'a>, &'a Lent), form: Form<'a>) -> Screen<'a> {
    let words = spoken(visit);
    Screen {
        page: Page::of(visit),
        form,
        action: visit.address(),
        asked,
        words,
        all: words::ALL,
        explains: asked.explains.in_language(words.language),
        if_refused: asked.if_refused.in_language(words.language),
        signer: &lent.signer,
        is_representative: lent.signer_role == SignerRole::Representative,
        width: WIDTH,
        height: HEIGHT,
    }
}

/// The words that were chosen at the head of the page, or that the form was filled in with; Czech at first.
fn spoken(visit: &Visit<'_>) -> &'static Words {
    let code = visit.query("language").unwrap_or_else(|| visit.field("language"));
    words::of(Language::from_code(code).unwrap_or(Language::Czech))
}

/// The page to read and to decide on.
pub fn screen<'a>(visit: &'a Visit<'a>, asked: &'a Asked<'a>, lent: &'a Lent) -> Answer {
    Response::page(&template(visit, (asked, lent), Form::blank(visit, TITLE)?))
}

/// What was decided, or the page again. A „no“ needs no stroke, a „yes“ does; whoever would rather sign on paper says so
/// instead.
pub fn read<'a>(visit: &'a Visit<'a>, asked: &'a Asked<'a>, lent: &'a Lent) -> Result<Given, Failure> {
    let (mut form, words) = (Form::typed(visit, TITLE), spoken(visit));
    let language = words.language;
    if form.is("on_paper", "yes") {
        let written_name = rules::text::tidy(form.value("written_name")).chars().take(LONGEST_NAME).collect();
        return Ok(Given { outcome: Outcome::Paper, language, written_name, stroke: None });
    }
    let answer: Option<Outcome> = form.choice("decision", words.choose);
    let answer = answer.filter(|outcome| *outcome != Outcome::Paper);
    let written_name = name(&mut form, words, lent);
    let stroke = match Stroke::read(form.value("stroke")) {
        Ok(stroke) => Some(stroke),
        // What was scribbled beside a „no“ is no reason to ask again.
        Err(_) if answer == Some(Outcome::Dissent) => None,
        Err(StrokeFlaw::Empty) if answer.is_none() => None,
        Err(flaw) => {
            form.problem("stroke", words.flaw(flaw));
            None
        }
    };
    match answer.filter(|_| form.is_settled()) {
        Some(outcome) => Ok(Given { outcome, language, written_name, stroke }),
        None => {
            if !form.has_problems() {
                form.problem("decision", words.choose);
            }
            Err(Response::form_again(&template(visit, (asked, lent), form)))
        }
    }
}

fn name(form: &mut Form<'_>, words: &Words, lent: &Lent) -> String {
    let written = rules::text::tidy(&form.required("written_name", words.write_name));
    if written.chars().count() > LONGEST_NAME {
        form.problem("written_name", words.name_is_long);
    } else if !written.is_empty() && !is_name_of(&written, &lent.signer) {
        let (before, after) = words.other_name;
        form.problem("written_name", format!("{before}{}{after}", lent.signer));
    }
    written
}

#[derive(Template)]
#[template(path = "signing/done.html")]
struct Done<'v> {
    page: Page<'v>,
    words: &'static Words,
    title: &'static str,
    text: &'static str,
}

/// Decided: the device goes back.
pub fn done(visit: &Visit<'_>, (lent, outcome): (&Lent, Outcome)) -> Answer {
    let words = words::of(lent.language.unwrap_or(Language::Czech));
    let (title, text) = words.done(outcome);
    Response::page(&Done { page: Page::of(visit), words, title, text })
}
