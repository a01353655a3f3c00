//! Where a person stands (vocabulary 47–58).

use super::InCzech;
use crate::kernel::format_cs::{count, date};
use rules::status::{Stage, Status};
use std::borrow::Cow;

impl InCzech for Status {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Contact => "Nový kontakt",
            Self::Applicant => "Zájemce",
            Self::Client => "Klient",
            Self::Refused => "Odmítnut",
            Self::Referred => "Odkázán na jinou službu",
            Self::Withdrawn => "Zájemce se rozhodl jinak",
            Self::Counselled => "Jednorázové poradenství",
            Self::OutOfContact => "Spojení se ztratilo",
            Self::Closed => "Spolupráce ukončena",
        })
    }
}

impl InCzech for Stage {
    fn cs(&self) -> Cow<'static, str> {
        match self {
            Self::NewContact => "Nový kontakt".into(),
            Self::NegotiationRunning => "Jednání probíhá".into(),
            Self::WaitingForAssessment { .. } => "Čeká na zhodnocení".into(),
            Self::AssessmentOverdue { days } => format!("Po lhůtě o\u{a0}{}", count(*days, "den", "dny", "dní")).into(),
            Self::WithoutAgreement => "Bez smlouvy".into(),
            Self::Client { since } => format!("Klient od {}", date(*since)).into(),
            Self::Ended(status) => status.cs(),
        }
    }
}
