//! The kinds of “no”: a rule refused, the form must be corrected, somebody was faster, there is no room, we broke. Each
//! becomes one status and one page.

use super::answer::{Distress, Response};
use super::db;
use super::page::Page;
use super::visit::Visit;
use askama::Template;
use rules::access::Reason;
use std::borrow::Cow;

#[derive(Debug)]
pub enum Failure {
    /// Absent, or hidden from this viewer: he must not be able to tell which.
    Absent,
    /// A rule said no, and the viewer may know. The sentence says what happened and what to do.
    Refused(Cow<'static, str>),
    /// The form must be corrected; nothing typed is lost.
    Invalid(Box<Response>),
    /// Somebody else changed the same thing meanwhile; what was typed is kept as a draft.
    Overtaken,
    /// The form was made for another service than the one worked for now.
    OtherService,
    /// Nobody is signed in.
    SignInFirst,
    /// The screen was left alone for too long.
    Locked,
    /// The device is in the client's hands: a page leads back to what was lent, a form is refused.
    Lent { back: Option<String> },
    /// He came in by a one-time password and must choose his own first.
    OneTimePassword,
    /// More work than the house can take now.
    Overloaded,
    /// Our fault. The cause is for the log, never for the page.
    Broken(String),
    /// Another transaction was in the way; the pool runs the work again.
    Again,
    /// There is no room left where the data are kept. Nothing was written; it goes on when there is room again.
    Full,
    /// The database does not answer, or the connection to it was lost; the cause is for the log.
    Unreachable(String),
    /// The program stopped in the middle: what was sent may have been written, or not.
    Unsettled,
}

impl Failure {
    /// A rule refused, in a Czech sentence.
    pub fn refused(sentence: impl Into<Cow<'static, str>>) -> Self {
        Self::Refused(sentence.into())
    }

    /// The refusal of access in Czech.
    pub fn of_access(reason: Reason) -> Self {
        Self::Refused(Cow::Borrowed(match reason {
            Reason::Excluded
            | Reason::OtherService
            | Reason::NotCareWork
            | Reason::NotYourMandate
            | Reason::NoGround => {
                return Self::Absent;
            }
            Reason::NotAssigned => {
                "Do této složky nemáte přístup. Potřebujete-li jej, obraťte se na klíčového pracovníka."
            }
            Reason::NotThisProfession => "Tato část složky přísluší sociálním pracovníkům a odborníkům služby.",
            Reason::KeyWorkerOrHeadOnly => "O tom rozhoduje klíčový pracovník nebo vedoucí služby. Obraťte se na ně.",
            Reason::InspectionReadsOnly => "V režimu kontroly se složka jen čte. Originály ukáže služba na místě.",
            Reason::HeadOnly => "O tom rozhoduje vedoucí služby. Obraťte se na ni nebo na něj.",
        }))
    }

    /// Whether what was typed should be kept as a draft.
    pub(in crate::kernel) fn keeps_text(&self) -> bool {
        matches!(
            self,
            Self::Invalid(_)
                | Self::Overtaken
                | Self::OtherService
                | Self::Refused(_)
                | Self::Locked
                | Self::Overloaded
        )
    }

    /// The page of the failure. `visit` is there when somebody is signed in, so that the page keeps its frame.
    pub(in crate::kernel) fn into_response(self, visit: Option<&Visit<'_>>) -> Response {
        let page = |status, title, text: &str, draft| page(visit, status, title, text, draft);
        match self {
            Self::Absent => page(404, "Nenalezeno", "Tato stránka neexistuje, nebo k ní nemáte přístup.", false),
            Self::Refused(why) => page(403, "Nelze", &why, true),
            Self::Invalid(form) => *form,
            Self::Overtaken => page(409, "Záznam mezitím upravil někdo jiný", OVERTAKEN, true),
            Self::OtherService => page(409, "Teď pracujete za jinou službu", OTHER_SERVICE, true),
            Self::SignInFirst => Response::see_other("/sign-in".to_owned()),
            Self::Locked => {
                Response::see_other(format!("/session/unlock?to={}", visit.map_or_else(String::new, way_back)))
            }
            Self::Lent { back: Some(address) } => Response::see_other(address),
            Self::Lent { back: None } => page(403, "Zařízení je předané", LENT, false),
            Self::OneTimePassword => Response::see_other("/profile/password"),
            Self::Overloaded | Self::Again => page(503, "Je nás tu moc", OVERLOADED, false),
            Self::Full => page(507, "Na serveru došlo místo", FULL, false),
            Self::Unreachable(cause) => {
                tracing::warn!(cause, "the database does not answer");
                page(503, "Databáze teď neodpovídá", UNREACHABLE, false)
            }
            Self::Unsettled => page(503, "Nevíme, zda se to uložilo", UNSETTLED, false),
            Self::Broken(cause) => {
                let code = code_of(&cause);
                tracing::error!(code, cause, "broken");
                let text = format!("Zkuste to za chvíli znovu. Kód pro správce: {code}");
                page(500, "Něco se u nás pokazilo", &text, false)
            }
        }
    }
}

const OVERTAKEN: &str = "Vaši úpravu jsme neuložili, aby se neztratila ta druhá. Váš text máme v Zbývá dopsat: otevřete záznam znovu, \
     porovnejte jej a doplňte.";
const OTHER_SERVICE: &str = "Formulář patří jiné vaší službě, než za kterou teď pracujete. Přepněte službu a odešlete jej znovu; text máme \
     v Zbývá dopsat.";
const LENT: &str =
    "Teď je na něm jen text k rozhodnutí. Nic jiného se z něj neodešle, dokud je pracovník neodemkne heslem.";
const LENT_IN_VAIN: &str = "Tento text už není k dispozici a nic se neuložilo. Vraťte prosím zařízení pracovníkovi.";
const FULL: &str = "Na disku serveru není volné místo, proto teď nejde nic uložit. Nic z odeslaného se nezapsalo. Řekněte to správci; \
     až místo uvolní, půjde ukládat dál.";
const UNREACHABLE: &str = "Zkuste to za chvíli znovu. Pokud jste právě něco ukládali, nevíme jistě, zda se to zapsalo; stejný formulář můžete \
     odeslat znovu, dvakrát se nezapíše.";
const UNSETTLED: &str = "Při ukládání selhal disk serveru nebo program a Klubko se spouští znovu. Za chvíli zkontrolujte, zda je záznam uložený. \
     Stejný formulář můžete odeslat znovu, dvakrát se nezapíše.";
const OVERLOADED: &str = "Teď nestíháme. Zkuste to za chvíli znovu; nic nebylo uloženo.";

/// A short code that a caller can read to the admin over the phone; the log carries the same one.
fn code_of(cause: &str) -> String {
    use sha2::{Digest, Sha256};
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let digest = Sha256::digest(cause.as_bytes());
    let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).copied().unwrap_or(b'X') as char;
    digest.iter().take(4).map(letter).collect()
}

impl From<db::Error> for Failure {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::Again => Self::Again,
            db::Error::Full => Self::Full,
            db::Error::Lost(cause) => Self::Unreachable(cause),
            db::Error::Engine(cause) => Self::Broken(cause),
        }
    }
}

/// Where one goes on after unlocking: the page asked for, or the page of the form with its draft.
fn way_back(visit: &Visit<'_>) -> String {
    let form = visit.field("draft_form");
    let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    if form.starts_with('/') {
        return encode(&format!("{form}?draft={}", visit.field("draft")));
    }
    if !visit.request.form.is_empty() {
        return encode("/");
    }
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&visit.request.query).finish();
    let joint = if query.is_empty() { "" } else { "?" };
    encode(&format!("{}{joint}{query}", visit.address()))
}

#[derive(Template)]
#[template(path = "kernel/failure.html")]
struct FailurePage<'a> {
    page: Page<'a>,
    title: &'a str,
    text: &'a str,
    has_draft: bool,
}

/// The same for whoever is not signed in: no navigation, no way to anybody's data.
#[derive(Template)]
#[template(path = "kernel/failure_plain.html")]
struct PlainFailurePage<'a> {
    page: Page<'a>,
    title: &'a str,
    text: &'a str,
}

fn page(visit: Option<&Visit<'_>>, status: u16, title: &str, text: &str, keeps: bool) -> Response {
    let signed_in = visit.filter(|visit| visit.viewer.is_some());
    if let Some(visit) = signed_in.filter(|visit| Page::of(visit).is_lent()) {
        // The client reads it: no navigation, no draft of the worker's.
        let (title, text) = if status == 404 { ("Teď to nejde", LENT_IN_VAIN) } else { (title, text) };
        let body = PlainFailurePage { page: Page::of(visit), title, text }.render();
        return Response { status, ..Response::html(body.unwrap_or_else(|_| title.to_owned())) };
    }
    let body = signed_in.map_or_else(
        || PlainFailurePage { page: Page::of_nobody(), title, text }.render(),
        |visit| {
            let has_draft = keeps && !visit.field("draft").is_empty();
            FailurePage { page: Page::of(visit), title, text, has_draft }.render()
        },
    );
    let distress = (status >= 500).then(|| Distress { title: title.to_owned(), text: text.to_owned() });
    Response { status, distress, ..Response::html(body.unwrap_or_else(|_| title.to_owned())) }
}
