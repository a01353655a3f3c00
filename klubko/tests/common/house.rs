//! A running house at one moment, and a worker signed in to it.

use super::page::Heard;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use jiff::civil::DateTime;
use klubko::kernel::clock::Clock;
use klubko::kernel::db::Place;
use klubko::kernel::http::{Outside, router};
use klubko::kernel::pool::Pool;
use klubko::{routes, town};
use std::net::SocketAddr;
use tower::ServiceExt;

pub struct House {
    router: axum::Router,
    clock: Clock,
    pub pool: Pool,
    runtime: tokio::runtime::Runtime,
}

/// Somebody who signed in by the form.
pub struct Worker<'h> {
    house: &'h House,
    cookie: String,
}

impl House {
    pub fn open(place: &Place, moment: DateTime) -> Self {
        Self::reached(place, moment, Outside::default())
    }

    /// The house as it is reached from outside, by http or by https.
    pub fn reached(place: &Place, moment: DateTime, outside: Outside) -> Self {
        let broken = || panic!("the writer ended");
        let clock = Clock::standing_at(moment);
        let pool = Pool::start(place, 2, &clock, broken).unwrap();
        let router = router(routes::site_map(), &pool, outside);
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        Self { router, clock, pool, runtime }
    }

    /// Somebody sets the clock of the machine: a moment, or a civil time of Prague.
    pub fn set_clock(&self, moment: i64) {
        self.clock.move_to(moment);
    }

    /// Waits for something that the house does itself.
    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// The same house on a port of this machine, for as long as it is open.
    pub fn on_loopback(&self) -> u16 {
        let listener = self.runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let port = listener.local_addr().unwrap().port();
        let service = self.router.clone().into_make_service_with_connect_info::<SocketAddr>();
        self.runtime.spawn(async move { axum::serve(listener, service).await });
        port
    }

    /// One request, with the cookie of a session if there is one.
    pub fn ask(&self, method: &str, address: &str, form: &[(&str, &str)], cookie: Option<&str>) -> Heard {
        self.ask_from("127.0.0.1", method, address, form, cookie)
    }

    /// The same from another address of the network.
    pub fn ask_from(
        &self,
        source: &str,
        method: &str,
        address: &str,
        form: &[(&str, &str)],
        cookie: Option<&str>,
    ) -> Heard {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        self.ask_with((source, cookie), method, address, ("application/x-www-form-urlencoded", body.into_bytes()))
    }

    /// A request with a body as it is.
    pub fn ask_with(
        &self,
        (source, cookie): (&str, Option<&str>),
        method: &str,
        address: &str,
        (kind, body): (&str, Vec<u8>),
    ) -> Heard {
        let mut request = Request::builder().method(method).uri(address).header("sec-fetch-site", "same-origin");
        request = request.header(header::CONTENT_TYPE, kind);
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, format!("klubko={cookie}"));
        }
        let from: SocketAddr = format!("{source}:40000").parse().unwrap();
        let request = request.extension(ConnectInfo(from)).body(Body::from(body)).unwrap();
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let status = response.status().as_u16();
            let pairs = response.headers().iter();
            let headers: Vec<_> =
                pairs.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
            let get = |name: &str| headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
            let cookie =
                get("set-cookie").and_then(|set| Some(set.strip_prefix("klubko=")?.split(';').next()?.to_owned()));
            let location = get("location").unwrap_or_default();
            let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec();
            Heard { status, location, cookie, headers, bytes }
        })
    }

    /// Signs in by the form, as a browser does: `house.worker("zkusma")`.
    pub fn worker(&self, login: &str) -> Worker<'_> {
        self.signed_in(login, town::PASSWORD)
    }

    /// The same with a password of his own.
    pub fn signed_in(&self, login: &str, password: &str) -> Worker<'_> {
        let page = self.ask("GET", "/sign-in", &[], None);
        let hidden = page.hidden("/sign-in");
        let mut form: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        form.extend([("login", login), ("password", password)]);
        let heard = self.ask("POST", "/sign-in", &form, None);
        let cookie = heard.cookie.clone().unwrap_or_else(|| panic!("{login} did not sign in: {}", heard.text()));
        Worker { house: self, cookie }
    }
}

/// The body of a form with a file.
pub fn multipart(fields: &[(&str, &str)], (name, bytes): (&str, &[u8])) -> Vec<u8> {
    let head = "------klubko\r\nContent-Disposition: form-data; name=";
    let field = |(name, value): &(&str, &str)| format!("{head}\"{name}\"\r\n\r\n{value}\r\n");
    let file = format!("{head}\"file\"; filename=\"{name}\"\r\nContent-Type: image/jpeg\r\n\r\n");
    let fields: String = fields.iter().map(field).collect();
    [fields.as_bytes(), file.as_bytes(), bytes, b"\r\n------klubko--\r\n"].concat()
}

impl Worker<'_> {
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    pub fn see(&self, address: &str) -> Heard {
        self.house.ask("GET", address, &[], Some(&self.cookie))
    }

    /// Posts fields as they are, without looking at a page first.
    pub fn post(&self, action: &str, fields: &[(&str, &str)]) -> Heard {
        self.house.ask("POST", action, fields, Some(&self.cookie))
    }

    /// Opens the page `on`, fills the form whose action is `action`, sends it with its hidden inputs. A typed field
    /// wins over a hidden one of the same name.
    pub fn fill(&self, on: &str, action: &str, typed: &[(&str, &str)]) -> Heard {
        let page = self.see(on);
        assert_eq!(page.status, 200, "{on}: {} {}", page.location, page.text());
        self.send(&page, action, typed)
    }

    /// Fills a form with a file, as a browser without scripts does: all its hidden inputs, the fields, then the file.
    pub fn attach(&self, page: &Heard, action: &str, typed: &[(&str, &str)], file: (&str, &[u8])) -> Heard {
        let hidden = page.hidden(action);
        let fields = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(typed.iter().copied());
        let fields: Vec<_> = fields.collect();
        let body = multipart(&fields, file);
        let kind = "multipart/form-data; boundary=----klubko";
        self.house.ask_with(("127.0.0.1", Some(&self.cookie)), "POST", action, (kind, body))
    }

    /// Sends a form of a page that was seen already.
    pub fn send(&self, page: &Heard, action: &str, typed: &[(&str, &str)]) -> Heard {
        let hidden = page.hidden(action);
        let not_typed = hidden.iter().filter(|(name, _)| typed.iter().all(|(field, _)| field != name));
        let mut form: Vec<(&str, &str)> = not_typed.map(|(name, value)| (name.as_str(), value.as_str())).collect();
        form.extend_from_slice(typed);
        self.post(action, &form)
    }
}
