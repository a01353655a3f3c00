//! Asking the house without a network: the provider is grown by the same forms that people fill in.

use anyhow::{Context, Result, anyhow, bail};
use axum::body::{Body, to_bytes};
use axum::http::header::{HeaderMap, HeaderName};
use axum::http::{Request, header};
use jiff::civil::DateTime;
use klubko::kernel::clock::Clock;
use klubko::kernel::db::Place;
use klubko::kernel::http::{Outside, router};
use klubko::kernel::pool::Pool;
use klubko::{routes, town};
use tower::ServiceExt;
use uuid::Uuid;

/// The house at one moment of its past.
#[derive(Clone)]
pub struct Inside(axum::Router);

pub struct Person {
    house: Inside,
    cookie: String,
}

pub struct Heard {
    pub status: u16,
    pub location: String,
    cookie: String,
    pub body: String,
}

impl Inside {
    pub fn at(place: &Place, moment: &str) -> Result<Self> {
        Self::opened(place, &Clock::standing_at(moment.parse::<DateTime>()?))
    }

    pub fn opened(place: &Place, clock: &Clock) -> Result<Self> {
        // The driver of PostgreSQL blocks: it may not stand in the way of what is asked meanwhile.
        let start = || Pool::start(place, 2, clock, || std::process::exit(74));
        let pool = tokio::task::block_in_place(start).map_err(|error| anyhow!("{error}"))?;
        Ok(Self(router(routes::site_map(), &pool, Outside::default())))
    }

    pub async fn sign_in(&self, login: &str) -> Result<Person> {
        let heard = self.ask("POST", "/sign-in", "", &[("login", login), ("password", town::PASSWORD)]).await?;
        if heard.cookie.is_empty() {
            bail!("{login} did not sign in: {}", heard.status);
        }
        Ok(Person { house: self.clone(), cookie: heard.cookie })
    }

    async fn ask(&self, method: &str, address: &str, cookie: &str, form: &[(&str, &str)]) -> Result<Heard> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = Request::builder().method(method).uri(address).header("sec-fetch-site", "same-origin");
        let request = request.header(header::COOKIE, format!("klubko={cookie}")).body(Body::from(body))?;
        let response = self.0.clone().oneshot(request).await?;
        let status = response.status().as_u16();
        let set =
            text(response.headers(), header::SET_COOKIE).strip_prefix("klubko=").and_then(|set| set.split(';').next());
        let cookie = set.unwrap_or_default().to_owned();
        let location = text(response.headers(), header::LOCATION).to_owned();
        let bytes = to_bytes(response.into_body(), usize::MAX).await?;
        Ok(Heard { status, location, cookie, body: String::from_utf8_lossy(&bytes).into_owned() })
    }
}

impl Person {
    /// Sends a form that needs nothing of its page but a key of its own.
    pub async fn send(&self, action: &str, typed: &[(&str, &str)]) -> Result<Heard> {
        let token = Uuid::new_v4().to_string();
        let form: Vec<_> = std::iter::once(("token", token.as_str())).chain(typed.iter().copied()).collect();
        taken(action, self.house.ask("POST", action, &self.cookie, &form).await?)
    }

    pub async fn see(&self, address: &str) -> Result<Heard> {
        self.house.ask("GET", address, &self.cookie, &[]).await
    }

    /// Opens a page and sends its form with what it holds already.
    pub async fn fill(&self, on: &str, action: &str, typed: &[(&str, &str)]) -> Result<Heard> {
        taken(action, self.filled(&self.see(on).await?, action, typed).await?)
    }

    /// The same with a form that shows first what it is going to do.
    pub async fn fill_twice(&self, on: &str, action: &str, typed: &[(&str, &str)]) -> Result<Heard> {
        let preview = self.filled(&self.see(on).await?, action, typed).await?;
        taken(action, self.filled(&preview, action, typed).await?)
    }

    async fn filled(&self, page: &Heard, action: &str, typed: &[(&str, &str)]) -> Result<Heard> {
        let hidden = hidden(&page.body, action).with_context(|| format!("{} without {action}", page.status))?;
        let kept = hidden.iter().filter(|(name, _)| typed.iter().all(|(field, _)| field != name));
        let form: Vec<_> = kept.copied().chain(typed.iter().copied()).collect();
        self.house.ask("POST", action, &self.cookie, &form).await
    }
}

impl Heard {
    /// What stands on the page between two pieces of it.
    pub fn between(&self, before: &str, after: &str) -> Option<&str> {
        Some(self.body.split_once(before)?.1.split_once(after)?.0)
    }

    /// Where the links of the page lead that begin so, each once.
    pub fn links<'p>(&'p self, beginning: &str) -> impl Iterator<Item = &'p str> {
        let found = self.body.split(" href=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0));
        let begun = found.filter(move |link| link.starts_with(beginning));
        begun.collect::<std::collections::BTreeSet<_>>().into_iter().rev()
    }
}

fn text(headers: &HeaderMap, name: HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// A form that was not taken leaves the stand without its data: the run ends and shows what the house said.
fn taken(action: &str, heard: Heard) -> Result<Heard> {
    if heard.status != 303 {
        let said = heard.body.find("<h1").and_then(|at| heard.body.get(at..)).unwrap_or(&heard.body);
        bail!("{action}: {} {}", heard.status, said.chars().take(1500).collect::<String>());
    }
    Ok(heard)
}

/// The hidden inputs of the first form with this action.
fn hidden<'p>(body: &'p str, action: &str) -> Option<Vec<(&'p str, &'p str)>> {
    let form = body.get(body.find(&format!("action=\"{action}\""))?..)?;
    let form = form.get(..form.find("</form>")?)?;
    let inputs = form.split("<input type=\"hidden\" name=\"").skip(1);
    let read = |input: &'p str| {
        let (name, rest) = input.split_once('"')?;
        Some((name, rest.split_once("value=\"")?.1.split_once('"')?.0))
    };
    inputs.map(read).collect()
}
