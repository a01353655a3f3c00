//! A form that could not be taken now comes back with everything that was typed into it, to be sent again by one button:
//! no room on the disk, no answer from the database, too many at once. Its key is the same, so it acts once.
//!
//! For whoever has just written something down and must not lose it, also when not even a draft can be kept.

use super::answer::{Distress, Response};
use super::draft::{NOT_TEXT, is_secret};
use super::page::Page;
use super::route::{Handler, Route};
use super::visit::Request;
use askama::Template;

/// What was typed, put aside before the form is sent on its way.
pub(super) struct Typed {
    action: String,
    fields: Vec<(String, String)>,
    has_file: bool,
}

#[derive(Template)]
#[template(path = "kernel/give_back.html")]
struct GiveBackPage<'a> {
    page: Page<'a>,
    title: &'a str,
    text: &'a str,
    typed: &'a Typed,
}

impl Typed {
    /// Nothing for pages, for drafts (they stay on the screen), and for whatever holds a password.
    pub(super) fn of(route: &Route, request: &Request) -> Option<Self> {
        let is_given_back = matches!(route.handler(), Handler::Form(_) | Handler::Upload(..));
        if !is_given_back || request.session.is_none() || request.form.iter().any(|(name, _)| is_secret(name)) {
            return None;
        }
        let has_file = route.takes_a_file();
        Some(Self { action: request.address.clone(), fields: request.typed().to_vec(), has_file })
    }

    /// What its author wants to see again: words, not the codes of what was chosen.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let is_text = |(name, value): &&(String, String)| {
            let travels = NOT_TEXT.contains(&name.as_str()) || super::draft::is_ground(name);
            !travels && value.trim().contains(char::is_whitespace)
        };
        self.fields.iter().filter(is_text).map(|(_, value)| value.as_str())
    }
}

/// The answer as it is, unless it says that we could not; then with what was typed.
pub(super) fn with_what_was_typed(response: Response, typed: Option<Typed>) -> Response {
    let (Some(Distress { title, text }), Some(typed)) = (&response.distress, &typed) else { return response };
    let page = GiveBackPage { page: Page::of_nobody(), title, text, typed };
    match page.render() {
        Ok(body) => Response { status: response.status, ..Response::html(body) },
        Err(_) => response,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::kernel::answer::Answer;
    use crate::kernel::change::Pen;
    use crate::kernel::failure::Failure;
    use crate::kernel::visit::Visit;
    use rules::access::Act;

    fn nothing<'v>(_: &'v Visit<'v>, _: Pen<'v>) -> Answer {
        Err(Failure::Absent)
    }

    fn request(fields: &[(&str, &str)]) -> Request {
        let form = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Request { address: "/folders/7/records".to_owned(), form, session: Some("s".to_owned()), ..Request::default() }
    }

    #[test]
    fn the_page_holds_the_text_and_a_button_that_sends_the_same_form() {
        let route = Route::form(Act::WriteRecord, "/folders/{folder}/records", nothing);
        let sent = request(&[("token", "t-1"), ("kind", "visit"), ("body", "Přišla \"včas\" & sama.")]);
        let answer = with_what_was_typed(Failure::Full.into_response(None), Typed::of(&route, &sent));
        let body = answer.body_text();
        assert_eq!(answer.status, 507);
        assert!(body.contains("action=\"/folders/7/records\""), "{body}");
        assert!(body.contains("name=\"token\" value=\"t-1\"") && body.contains("name=\"kind\" value=\"visit\""));
        assert_eq!(body.matches("Přišla &#34;včas&#34; &#38; sama.").count(), 2, "{body}");
    }

    #[test]
    fn a_password_is_not_given_back_and_nothing_is_when_all_went_well() {
        let route = Route::form(Act::KeepOwn, "/profile/password", nothing);
        assert!(Typed::of(&route, &request(&[("password", "dlouhá věta jako heslo")])).is_none());
        let well = Response::see_other("/");
        assert_eq!(with_what_was_typed(well.clone(), Typed::of(&route, &request(&[]))), well);
    }
}
