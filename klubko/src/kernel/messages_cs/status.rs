//! Where a person stands (vocabulary 47–58).

use super::InCzech;
use crate::kernel::format_cs::{count, date};
use rules::identity::Sex;
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

/// The word of a sentence that follows the person's sex: `by_sex(sex, "Klientka", "Klient", "Klient/ka")`.
pub fn by_sex(sex: Option<Sex>, female: &'static str, male: &'static str, unknown: &'static str) -> &'static str {
    match sex {
        Some(Sex::Female) => female,
        Some(Sex::Male) => male,
        None => unknown,
    }
}

/// The status of one person: `Klientka`, `Zájemce/zájemkyně`.
pub fn word(status: Status, sex: Option<Sex>) -> &'static str {
    match status {
        Status::Contact => "Nový kontakt",
        Status::Applicant => by_sex(sex, "Zájemkyně", "Zájemce", "Zájemce/zájemkyně"),
        Status::Client => by_sex(sex, "Klientka", "Klient", "Klient/ka"),
        Status::Refused => by_sex(sex, "Odmítnuta", "Odmítnut", "Odmítnut/a"),
        Status::Referred => {
            by_sex(sex, "Odkázána na jinou službu", "Odkázán na jinou službu", "Odkázán/a na jinou službu")
        }
        Status::Withdrawn => by_sex(sex, "Rozhodla se jinak", "Rozhodl se jinak", "Rozhodl/a se jinak"),
        Status::Counselled => "Jednorázové poradenství",
        Status::OutOfContact => "Spojení se ztratilo",
        Status::Closed => "Spolupráce ukončena",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_called_by_the_right_gender_and_an_unknown_one_by_both() {
        assert_eq!(word(Status::Client, Some(Sex::Female)), "Klientka");
        assert_eq!(word(Status::Client, Some(Sex::Male)), "Klient");
        assert_eq!(word(Status::Client, None), "Klient/ka");
        assert_eq!(word(Status::Applicant, Some(Sex::Female)), "Zájemkyně");
    }
}
