//! The page of the comparison: a field that differs is a question, the others travel along.

use super::words::{Run, between};
use super::{BEGAN, COMPARED, Comparing, Kind, MINE, NOW, Remembered, Shown, WAS, is_of_comparison, taken, values_of};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::draft::is_secret;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::id::FolderId;
use crate::kernel::page::Page;
use crate::kernel::visit::{Visit, find};
use askama::Template;

#[derive(Template)]
#[template(path = "kernel/compare/compare.html")]
struct Comparison<'v> {
    page: Page<'v>,
    title: &'static str,
    /// Whose folder it is; empty outside folders.
    client: String,
    /// The form's hidden fields, then everything typed that nobody is asked about.
    along: Vec<(String, String)>,
    action: String,
    way_back: String,
    writer: String,
    questions: Vec<Question>,
    open: Vec<(String, String)>,
}

/// A field that differs.
struct Question {
    name: String,
    label: String,
    who: &'static str,
    is_long: bool,
    is_text: bool,
    began: Vec<Run>,
    now: Vec<Run>,
    mine: Vec<Run>,
    typed: Vec<String>,
    takes: &'static str,
    is_open: bool,
}

impl Question {
    fn takes_now(&self) -> bool {
        self.takes == NOW
    }

    fn takes_mine(&self) -> bool {
        self.takes == MINE
    }
}

/// Nothing typed is sent twice: what is asked about stands in the questions, the rest is hidden.
pub(in crate::kernel) fn render(visit: &Visit<'_>, comparing: Comparing) -> Answer {
    let Comparing { versions: (now, edited), writer, action, hidden, title, typed, fields } = comparing;
    let is_again = now == edited && find(&typed, COMPARED).is_some();
    let was = Remembered::read(find(&typed, WAS).unwrap_or_default());
    let began = find(&typed, BEGAN).filter(|_| find(&typed, COMPARED).is_some()).map_or(was, Remembered::read);
    let is_sent = !visit.request.form.is_empty();
    let ask = |shown: &Shown| question(shown, &began, &typed, (is_again, is_sent));
    let questions: Vec<Question> = fields.iter().filter_map(ask).collect();
    let is_asked = |name: &str| questions.iter().any(|question| question.name == name);
    let own = ["token", "service", "draft", "draft_form", "draft_title", "revision", "version"];
    let is_along = |name: &str| !(own.contains(&name) || is_of_comparison(name) || is_asked(name) || is_secret(name));
    let hidden_typed = typed.iter().filter(|(name, _)| is_along(name)).cloned();
    let mut stands = Remembered::default();
    for shown in &fields {
        match &shown.now {
            Some(values) => values.iter().for_each(|value| stands.add(&shown.name, value)),
            None => stands.conceal(&shown.name),
        }
    }
    let own = hidden.into_iter().chain([("version", now.to_string()), (WAS, stands.write()), (BEGAN, began.write())]);
    let along = own.map(|(name, value)| (name.to_owned(), value)).chain(hidden_typed).collect();
    let open = questions.iter().filter(|question| question.is_open);
    let open: Vec<_> = open.map(|question| (question.name.clone(), question.label.clone())).collect();
    let status = if !is_sent {
        200
    } else if is_again {
        422
    } else {
        409
    };
    let writer = writer.map_or_else(String::new, |(by, at)| format!("{by}, {}", format_cs::moment(at)));
    let way_back = visit.address().to_owned();
    let (page, client) = (Page::of(visit), client(visit)?);
    let template = Comparison { page, title, client, along, action, way_back, writer, questions, open };
    Ok(Response { status, ..Response::page(&template)? })
}

/// The client whose form this is; the door says once more whether he may be named.
fn client(visit: &Visit<'_>) -> Result<String, Failure> {
    if visit.path::<FolderId>("folder").is_err() {
        return Ok(String::new());
    }
    let folder = Folder::open(visit)?;
    Ok(format!("{} {} · {}", folder.given_name(), folder.family_name(), folder.number()))
}

fn question(
    shown: &Shown,
    began: &Remembered,
    typed: &[(String, String)],
    (is_again, is_sent): (bool, bool),
) -> Option<Question> {
    let mine = in_order(shown, values_of(typed, &shown.name));
    let before = began.of(&shown.name).map(|values| in_order(shown, values));
    let now = shown.now.clone().map(|values| in_order(shown, values));
    // What is not shown differs only when something was typed there.
    if now.as_ref().map_or(mine.is_empty(), |now| alike(now, &mine)) {
        return None;
    }
    let changed = match (&before, &now) {
        (Some(before), Some(now)) => Some((!alike(before, now), !alike(before, &mine))),
        _ => None,
    };
    let (who, natural) = match changed {
        Some((true, false)) => ("změna odjinud", NOW),
        Some((false, _)) => ("změnili jste jen vy", MINE),
        Some((true, true)) => ("změna odjinud i vaše", ""),
        None => ("vyberte", ""),
    };
    let chosen = taken(typed, &shown.name).filter(|_| is_again);
    let takes = chosen.map_or(natural, |choice| if choice == NOW { NOW } else { MINE });
    let read = |values: &[String]| read(shown, values);
    let (then, there) = (before.as_deref().map(read), now.as_deref().map(read));
    let own = read(&mine);
    let is_long = shown.kind == Kind::Text;
    let since = |text: &String, older: Option<&String>| match older.filter(|_| is_long) {
        Some(older) => between(older, text),
        None => Run::plain(text),
    };
    Some(Question {
        name: shown.name.clone(),
        label: shown.label.clone(),
        who,
        is_long,
        is_text: shown.kind != Kind::Chosen,
        began: Run::plain(then.as_deref().unwrap_or(UNTOLD)),
        now: there.as_ref().map_or_else(|| Run::plain(UNTOLD), |text| since(text, then.as_ref())),
        mine: since(&own, then.as_ref().or(there.as_ref())),
        typed: mine,
        takes,
        is_open: is_again && is_sent && chosen.is_none(),
    })
}

/// „3. 3. 2026“ is the same day whether its spaces may break or not.
fn alike(one: &[String], other: &[String]) -> bool {
    let spaced =
        |values: &[String]| values.iter().map(|text| text.replace(['\u{a0}', '\u{202f}'], " ")).collect::<Vec<_>>();
    spaced(one) == spaced(other)
}

/// The order of ticks says nothing.
fn in_order(shown: &Shown, mut values: Vec<String>) -> Vec<String> {
    if shown.kind == Kind::Chosen {
        values.sort_unstable();
    }
    values
}

const UNTOLD: &str = "Tady se neukazuje.";

/// As a person reads it: names of what was chosen, or the text.
fn read(shown: &Shown, values: &[String]) -> String {
    let name = |value: &String| {
        let option = shown.options.iter().find(|(code, _)| code == value);
        option.map_or_else(|| value.clone(), |(_, text)| text.clone())
    };
    if shown.kind == Kind::Chosen { values.iter().map(name).collect::<Vec<_>>().join(", ") } else { values.concat() }
}
