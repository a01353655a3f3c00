//! The informed consent: by its signature the agreement is concluded and the applicant becomes a client, and
//! the consent to processing of personal data is given in writing. For the client and the service, two copies.
//! The caller brings the text exactly as it will be stored; the paper adds the heading, the signatures and the foot.

use jiff::civil::Date;
use serde::Serialize;

use crate::parts::{Imprint, Paragraph, date};

pub(crate) const TEMPLATE: &str = include_str!("informed_consent.typ");

#[derive(Clone, Debug, Serialize)]
pub struct InformedConsent {
    pub imprint: Imprint,
    /// What the file is called after the folder's number: the text may be a consent, an agreement, an amendment.
    #[serde(skip)]
    pub file_stem: &'static str,
    pub title: String,
    /// The version of the consent, raised by a correction before the signature.
    pub version: u32,
    pub folder_number: String,
    pub client: String,
    /// In which language and with whose help it was explained; empty while nobody has written it.
    pub explained: String,
    pub paragraphs: Vec<Paragraph>,
    pub place: String,
    #[serde(serialize_with = "date")]
    pub prepared_on: Date,
    /// Who signs: the client, or the representative where the client's capacity is limited, and the worker.
    pub signatures: Vec<Signature>,
    /// The first digits of the stored text's digest: it ties every page to the text that was signed.
    pub digest: String,
}

/// A line to sign on. The day of the signature is written by hand, because the agreement begins by it.
#[derive(Clone, Debug, Serialize)]
pub struct Signature {
    /// What is written under the line: „datum a podpis klienta“.
    pub caption: String,
    pub name: String,
    /// A signature given on a screen: lines of points in a frame of 1000 × 400, drawn where it stands on paper.
    pub drawn: Vec<Vec<(u16, u16)>>,
}

impl Signature {
    /// It was given on a screen: what was drawn there, and under the line the note that says when.
    pub fn drawn(self, lines: Vec<Vec<(u16, u16)>>, note: impl Into<String>) -> Self {
        Self { caption: note.into(), drawn: lines, ..self }
    }

    pub fn client(name: impl Into<String>) -> Self {
        Self { caption: "datum a podpis klienta".into(), name: name.into(), drawn: Vec::new() }
    }

    pub fn representative(name: impl Into<String>) -> Self {
        Self { caption: "datum a podpis zástupce klienta".into(), name: name.into(), drawn: Vec::new() }
    }

    pub fn worker(name: impl Into<String>) -> Self {
        Self { caption: "datum a podpis pracovníka služby".into(), name: name.into(), drawn: Vec::new() }
    }
}
