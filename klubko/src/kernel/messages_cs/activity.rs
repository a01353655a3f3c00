//! What was done and in what form, and what the counter of visits says.

use super::InCzech;
use rules::activity::{Form, Kind};
use rules::units::Units;
use rules::visits::Counter;
use std::borrow::Cow;

impl InCzech for Kind {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::FirstContact => "první kontakt",
            Self::IntroConsultation => "úvodní konzultace",
            Self::CrisisIntervention => "krizová intervence",
            Self::CrisisFollowUp => "kontrolní kontakt po krizi",
            Self::SocialInquiry => "sociální šetření",
            Self::BasicCounselling => "základní poradenství",
            Self::IntakeNegotiation => "jednání se zájemcem",
            Self::AssessmentMeeting => "zhodnocení týmu",
            Self::TeamMeeting => "porada dvou služeb",
            Self::Consultation => "konzultace",
            Self::Accompaniment => "doprovod",
            Self::Advocacy => "jednání za klienta",
            Self::NotReached => "nezastižen/a",
        })
    }
}

impl InCzech for Form {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Ambulatory => "ve službě",
            Self::Field => "v terénu",
            Self::Phone => "telefon",
            Self::Email => "e-mail",
            Self::Online => "videohovor",
            Self::Letter => "dopis",
        })
    }
}

impl InCzech for Units {
    /// `1 intervence`, `2 intervence a 1 kontakt`, `krátký kontakt`; nothing for no minutes.
    fn cs(&self) -> Cow<'static, str> {
        use crate::kernel::format_cs::count;
        let said = |n: u32, one, few, many| (n > 0).then(|| count(i64::from(n), one, few, many));
        let parts = [
            said(self.interventions, "intervence", "intervence", "intervencí"),
            said(self.contacts, "kontakt", "kontakty", "kontaktů"),
            (self.short_contacts > 0).then(|| "krátký kontakt".to_owned()),
        ];
        Cow::Owned(parts.into_iter().flatten().collect::<Vec<_>>().join(" a "))
    }
}

/// „šesti“, as in „z přibližně šesti“; the limit is a setting between four and eight.
fn genitive(limit: usize) -> &'static str {
    match limit {
        0..=4 => "čtyř",
        5 => "pěti",
        6 => "šesti",
        7 => "sedmi",
        _ => "osmi",
    }
}

/// „šestá“: the ordinal of the last visit without a plan.
fn ordinal(limit: usize) -> &'static str {
    match limit {
        0..=4 => "čtvrtá",
        5 => "pátá",
        6 => "šestá",
        7 => "sedmá",
        _ => "osmá",
    }
}

impl InCzech for Counter {
    /// Message 67: „5. návštěva z přibližně šesti“; silent when there is nothing to count.
    fn cs(&self) -> Cow<'static, str> {
        match *self {
            Self::Silent => Cow::Borrowed(""),
            Self::Counting { number, limit }
            | Self::Hint { number, limit }
            | Self::PlanNeeded { number, limit }
            | Self::Justified { number, limit } => {
                Cow::Owned(format!("{number}.\u{a0}návštěva z\u{a0}přibližně {}", genitive(limit)))
            }
        }
    }
}

/// What to do: a hint before the limit, message 136 when it is reached; nothing otherwise.
pub fn plan_question(counter: Counter) -> String {
    match counter {
        Counter::Hint { limit, .. } => format!(
            "Blíží se {} návštěva. Promyslete s\u{a0}klientem, zda bude potřeba písemný individuální plán.",
            ordinal(limit)
        ),
        Counter::PlanNeeded { limit, .. } => format!(
            "Proběhla {} návštěva. Vyhotovte písemný individuální plán, nebo zdůvodněte, proč není potřeba.",
            ordinal(limit)
        ),
        Counter::Silent | Counter::Counting { .. } | Counter::Justified { .. } => String::new(),
    }
}
