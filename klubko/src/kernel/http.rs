//! From HTTP to a request and back. The only file that builds the router.

use super::answer::{Cookie, Response};
use super::assets;
use super::failure::Failure;
use super::multipart;
use super::pool::Pool;
use super::route::Route;
use super::upload;
use super::visit::{FormPage, Request};
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, RawPathParams};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::routing::{MethodFilter, on};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, LazyLock};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

pub(in crate::kernel) const LARGEST_FORM: usize = 256 * 1024;

/// On every response, static files included (W1).
const SECURITY: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; \
         require-trusted-types-for 'script'",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"),
    ("referrer-policy", "no-referrer"),
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
];

/// How the house is reached from outside.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outside {
    /// The public address is https (a declared proxy stands before us).
    pub is_https: bool,
    /// The declared proxy: whoever comes through it is known by the address that it says.
    pub proxy: Option<IpAddr>,
}

impl Outside {
    fn cookie(self) -> &'static str {
        if self.is_https { "__Host-klubko" } else { "klubko" }
    }

    fn set_cookie(self, cookie: &Cookie) -> String {
        let (name, secure) = (self.cookie(), if self.is_https { "; Secure" } else { "" });
        match cookie {
            Cookie::Set(token) => format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax{secure}"),
            Cookie::Clear => format!("{name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{secure}"),
        }
    }
}

/// The only place that builds a router.
#[expect(clippy::disallowed_methods, reason = "this is the place")]
pub fn router(routes: Vec<Route>, pool: &Pool, outside: Outside) -> axum::Router {
    let absent = move || async move { into_http(Failure::Absent.into_response(None), outside) };
    let mut router = axum::Router::new().fallback(absent);
    let routes: Arc<[Arc<Route>]> = routes.into_iter().map(Arc::new).collect();
    for route in routes.iter() {
        let (pool, path, routes) = (pool.clone(), route.path(), routes.clone());
        let route = route.clone();
        let method = if route.is_form() { MethodFilter::POST } else { MethodFilter::GET };
        let serve = move |params: RawPathParams, request: axum::extract::Request| {
            let (pool, route, routes) = (pool.clone(), route.clone(), routes.clone());
            async move {
                let (parts, body) = request.into_parts();
                match receive(&route, &params, &parts, (body, &pool), outside).await {
                    Ok((request, _place)) => into_http(pool.ask(route, with_page(request, &routes)).await, outside),
                    Err(failure) => into_http(failure.into_response(None), outside),
                }
            }
        };
        router = router.route(path, on(method, serve));
    }
    for asset in assets::all() {
        router = router.route(&asset.path, on(MethodFilter::GET, move || async move { fixed(asset) }));
    }
    router.layer(CompressionLayer::new().gzip(true).quality(CompressionLevel::Fastest))
}

/// A form that edits a version says which page it stands on: there the two versions are compared.
fn with_page(request: Request, routes: &[Arc<Route>]) -> Request {
    let address = request.field("draft_form").to_owned();
    if request.field("version").is_empty() || address.is_empty() {
        return request;
    }
    let found = routes.iter().filter_map(|route| Some((route, route.page_at(&address)?)));
    let page = found.min_by_key(|(_, names)| names.len());
    let page = page.map(|(route, path)| FormPage { route: route.clone(), address, path });
    Request { page, ..request }
}

async fn receive(
    route: &Route,
    params: &RawPathParams,
    parts: &Parts,
    (body, pool): (Body, &Pool),
    outside: Outside,
) -> Result<(Request, Option<upload::Seat>), Failure> {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let source = peer.map(|peer| came_from(peer, &parts.headers, outside).to_string());
    let mut request = Request {
        address: parts.uri.path().to_owned(),
        path: params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        query: pairs(parts.uri.query().unwrap_or_default().as_bytes()),
        form: Vec::new(),
        session: session(&parts.headers, outside.cookie()),
        source: source.unwrap_or_default(),
        device: text(&parts.headers, "user-agent").unwrap_or_default().chars().take(200).collect(),
        ..Request::default()
    };
    if !route.is_form() {
        return Ok((request, None));
    }
    if is_foreign(&parts.headers) {
        return Err(Failure::refused("Formulář přišel z cizí stránky. Otevřete jej v Klubku a odešlete znovu."));
    }
    let kind = text(&parts.headers, "content-type").unwrap_or_default();
    match multipart::boundary(kind).filter(|_| route.takes_a_file()) {
        Some(boundary) => {
            let seat = upload::read(pool, &mut request, boundary, body).await?;
            Ok((request, seat))
        }
        None => {
            request.form = read_form(body).await?;
            Ok((request, None))
        }
    }
}

/// What stands last in `X-Forwarded-For` is what our proxy saw; what stands before it anybody may have written.
fn came_from(peer: IpAddr, headers: &HeaderMap, outside: Outside) -> IpAddr {
    let through_proxy = outside.proxy == Some(peer);
    let lines = headers.get_all("x-forwarded-for").iter().next_back().and_then(|line| line.to_str().ok());
    let said = lines.and_then(|line| line.rsplit(',').next()?.trim().parse().ok());
    said.filter(|_| through_proxy).unwrap_or(peer)
}

async fn read_form(body: Body) -> Result<Vec<(String, String)>, Failure> {
    let too_big = |_| Failure::refused("Formulář je příliš velký. Rozdělte text do více záznamů.");
    Ok(pairs(&to_bytes(body, LARGEST_FORM).await.map_err(too_big)?))
}

fn pairs(text: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(text).into_owned().collect()
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn session(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    let value = cookies.split("; ").find_map(|cookie| cookie.strip_prefix(name)?.strip_prefix('='));
    value.filter(|value| !value.is_empty()).map(str::to_owned)
}

/// A form must come from our own page: the browser says so, or its origin is our host.
fn is_foreign(headers: &HeaderMap) -> bool {
    match (text(headers, "sec-fetch-site"), text(headers, "origin")) {
        (Some(site), _) => site != "same-origin" && site != "none",
        (None, Some(origin)) => origin.split_once("://").map(|(_, host)| host) != text(headers, "host"),
        (None, None) => false,
    }
}

fn into_http(response: Response, outside: Outside) -> axum::http::Response<Body> {
    let Response { status, content_type, location, cookie, file_name, is_foreign, forgets, body, distress: _ } =
        response;
    let mut http = axum::http::Response::new(Body::from(body));
    *http.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    *http.headers_mut() = secured();
    let headers = http.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if matches!(status, 503 | 507) {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    }
    if is_foreign {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    }
    let place = if is_foreign { "attachment" } else { "inline" };
    let mut put = |name, value: Option<String>| {
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
            headers.insert(name, value);
        }
    };
    put(header::LOCATION, location);
    put(header::CONTENT_DISPOSITION, file_name.map(|name| format!("{place}; filename=\"{name}\"")));
    let forgotten = match &cookie {
        Some(Cookie::Clear) => Some("\"cache\", \"storage\""),
        _ => forgets.then_some("\"cache\""),
    };
    put(header::HeaderName::from_static("clear-site-data"), forgotten.map(str::to_owned));
    put(header::SET_COOKIE, cookie.map(|cookie| outside.set_cookie(&cookie)));
    http
}

/// The headers of every response, their names read once.
fn secured() -> HeaderMap {
    static SECURED: LazyLock<HeaderMap> = LazyLock::new(|| {
        let named = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        SECURITY.iter().map(named).collect()
    });
    SECURED.clone()
}

/// A file of the look: its name carries its content's hash, so it may be kept for ever.
fn fixed(asset: &'static assets::Asset) -> axum::http::Response<Body> {
    let mut http = axum::http::Response::new(Body::from(asset.body.as_bytes()));
    *http.headers_mut() = secured();
    let headers = http.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    http
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_the_declared_proxy_is_believed_and_only_its_own_last_word() {
        let (proxy, stranger) = ("127.0.0.1".parse().unwrap(), "198.51.100.7".parse().unwrap());
        let behind = Outside { is_https: true, proxy: Some(proxy) };
        let source = |peer, said: &'static str, outside| {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", HeaderValue::from_static(said));
            came_from(peer, &headers, outside).to_string()
        };
        assert_eq!(source(proxy, "10.0.0.1, 203.0.113.5", behind), "203.0.113.5");
        assert_eq!(source(proxy, "2001:db8::7", behind), "2001:db8::7");
        assert_eq!(source(proxy, "nobody", behind), "127.0.0.1");
        assert_eq!(source(stranger, "203.0.113.5", behind), "198.51.100.7");
        assert_eq!(source(proxy, "203.0.113.5", Outside::default()), "127.0.0.1");
        assert_eq!(came_from(proxy, &HeaderMap::new(), behind), proxy);
    }
}
