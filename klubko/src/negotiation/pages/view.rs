//! Rows of the thread as a page says them.

use crate::kernel::clock;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::negotiation::store::earlier::Earlier;
use crate::negotiation::store::thread::{Commission, Consultation, Contact, Counselling, Ending, Inquiry, Told};
use rules::agreement::InformationItem;
use rules::coded::Coded;
use rules::consent::LegalGround;
use rules::consultation::{CrisisRecord, crisis_to_complete};
use rules::intake::{Outcome, WhoDecided};

impl Contact {
    pub fn when(&self) -> String {
        format_cs::weekday_moment(self.starts_at)
    }
}

impl Consultation {
    pub fn when(&self) -> String {
        format_cs::weekday_moment(self.starts_at)
    }

    /// `po telefonu, na žádost klienta, 45 min`
    pub fn how(&self) -> String {
        let form = if self.is_by_phone { "po telefonu" } else { "osobně" };
        let wish = self.is_at_clients_request.then_some("na žádost klienta");
        let minutes = (self.minutes > 0).then(|| format_cs::minutes(self.minutes));
        let parts = [Some(form.to_owned()), wish.map(str::to_owned), minutes];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// `ústní souhlas 14:31`
    pub fn voiced(&self) -> Option<String> {
        self.voiced_at.map(|at| format!("ústní souhlas {}", format_cs::time(clock::civil(at).time())))
    }

    pub fn ground(&self) -> String {
        LegalGround::from_code(&self.legal_ground).map_or_else(String::new, |ground| ground.cs().into_owned())
    }

    pub fn follow_up(&self) -> String {
        self.follow_up_at.map_or_else(String::new, format_cs::weekday_moment)
    }

    /// What the record of the crisis should still say, never in the way.
    pub fn to_complete(&self) -> String {
        if self.crisis.is_none() {
            return String::new();
        }
        let follow_up = self.follow_up();
        let record = CrisisRecord {
            threat_type: &self.threat,
            intervention: &self.intervention,
            safety_plan: &self.safety_plan,
            follow_up: &follow_up,
        };
        crisis_to_complete(&record).iter().map(InCzech::cs).collect::<Vec<_>>().join(", ")
    }
}

impl Told {
    pub fn what(&self) -> String {
        InformationItem::from_code(&self.item).map_or_else(|| self.item.clone(), |item| item.cs().into_owned())
    }

    pub fn when(&self) -> String {
        format_cs::date(self.given_on)
    }
}

impl Counselling {
    pub fn when(&self) -> String {
        format_cs::weekday_date(self.given_on)
    }
}

impl Inquiry {
    pub fn when(&self) -> String {
        format_cs::weekday_date(self.done_on)
    }
}

impl Commission {
    /// `sjednáno po 16. 3. 2026, Mgr. Alena Příkladná`
    pub fn source(&self) -> String {
        format!("sjednáno {}, {}", format_cs::weekday_date(self.agreed_on), self.who)
    }

    pub fn ended(&self) -> Option<String> {
        self.ended_on.map(|day| format!("platila do {}: {}", format_cs::date(day), self.end_reason))
    }
}

impl Ending {
    pub fn what(&self) -> String {
        Outcome::from_code(&self.outcome).map_or_else(String::new, |outcome| sentence(&outcome.cs()))
    }

    pub fn when(&self) -> String {
        format_cs::weekday_date(self.decided_on)
    }

    pub fn decided(&self) -> String {
        WhoDecided::from_code(&self.decided_by).map_or_else(String::new, |who| who.cs().into_owned())
    }

    pub fn answer(&self) -> &'static str {
        match self.offer_answer.as_str() {
            "accepted" => "přijal/a",
            "declined" => "odmítl/a",
            "undecided" => "rozmýšlí se",
            _ => "",
        }
    }

    /// Its reason, facts and notice stand with the refusal.
    pub fn is_refusal(&self) -> bool {
        self.outcome == Outcome::Refused.code()
    }

    pub fn is_agreement(&self) -> bool {
        self.outcome == Outcome::Agreement.code()
    }
}

impl Earlier {
    /// `Služba odmítla uzavřít smlouvu st 11. 2. 2026, Bc. Jakub Terénní`
    pub fn line(&self) -> String {
        let what = Outcome::from_code(&self.outcome).map_or_else(String::new, |outcome| sentence(&outcome.cs()));
        format!("{what} {}, {}", format_cs::weekday_date(self.decided_on), self.who)
    }

    /// `znovu otevřeno po 2. 3. 2026: přijal/a nabídnuté místo`
    pub fn reopened(&self) -> String {
        let day = self.reopened_on.map(format_cs::weekday_date);
        day.map_or_else(String::new, |day| format!("znovu otevřeno {day}: {}", self.reopened_why))
    }
}

/// With a capital first letter.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
