//! What a handler gives back.

use super::failure::Failure;
use askama::Template;
use bytes::Bytes;

pub type Answer = Result<Response, Failure>;

/// What happens to the session cookie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cookie {
    Set(String),
    Clear,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    pub status: u16,
    pub content_type: &'static str,
    pub location: Option<String>,
    pub cookie: Option<Cookie>,
    /// A file with this name; without one a page.
    pub file_name: Option<String>,
    /// Brought by somebody: saved, never shown as a page of ours.
    pub is_foreign: bool,
    /// What the browser keeps of earlier pages is to be forgotten, the one behind the back button too.
    pub forgets: bool,
    /// What was asked for could not be done through no fault of whoever asked.
    pub distress: Option<Distress>,
    pub body: Bytes,
}

/// The words of a page that says so; a form gets them together with everything that was typed into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distress {
    pub title: String,
    pub text: String,
}

impl Response {
    /// A page from its template.
    pub fn page(template: &impl Template) -> Answer {
        template.render().map(Self::html).map_err(|error| Failure::Broken(error.to_string()))
    }

    /// The same form again, with what was typed and why it cannot be taken.
    pub fn form_again(template: &impl Template) -> Failure {
        match Self::page(template) {
            Ok(page) => Failure::Invalid(Box::new(Self { status: 422, ..page })),
            Err(failure) => failure,
        }
    }

    /// After a deed: go and look.
    pub fn see_other(location: impl Into<String>) -> Self {
        Self { status: 303, location: Some(location.into()), ..Self::html(String::new()) }
    }

    /// After a deed: go and look, and read what was done (a key of `kernel::page::toast`).
    pub fn see_other_saying(location: &str, toast: &str) -> Self {
        let joint = if location.contains('?') { '&' } else { '?' };
        Self::see_other(format!("{location}{joint}done={toast}"))
    }

    pub fn with_cookie(self, cookie: Cookie) -> Self {
        Self { cookie: Some(cookie), ..self }
    }

    /// From here on nobody goes back.
    pub fn forgetting(self) -> Self {
        Self { forgets: true, ..self }
    }

    pub fn html(body: String) -> Self {
        Self::of("text/html; charset=utf-8", body)
    }

    pub fn json(value: &serde_json::Value) -> Self {
        Self::of("application/json", value.to_string())
    }

    pub fn text(body: &'static str) -> Self {
        Self::of("text/plain; charset=utf-8", body.to_owned())
    }

    /// A paper; the name carries no client's name.
    pub fn pdf(file_name: String, body: Vec<u8>) -> Self {
        Self { file_name: Some(file_name), body: body.into(), ..Self::of("application/pdf", String::new()) }
    }

    /// A file that somebody brought. It is saved under a name of ours and can do nothing where it is opened.
    pub fn foreign(content_type: &'static str, file_name: String, body: Bytes) -> Self {
        Self { file_name: Some(file_name), is_foreign: true, body, ..Self::of(content_type, String::new()) }
    }

    fn of(content_type: &'static str, body: String) -> Self {
        Self {
            status: 200,
            content_type,
            location: None,
            cookie: None,
            file_name: None,
            is_foreign: false,
            forgets: false,
            distress: None,
            body: body.into(),
        }
    }

    /// The body as text, for tests and scripts.
    pub fn body_text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}
