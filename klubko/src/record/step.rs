//! The steps of a case in words: what the timeline says between the records, on the page and on paper.

use super::store::events::Event;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use jiff::civil::Date;
use rules::case_management::CommunicationWay;
use rules::coded::Coded;
use rules::consent::ConsentKind;
use rules::refusal::{EndedBy, RefusalReason};
use std::borrow::Cow;

/// What happened, in one sentence.
pub fn sentence(event: &Event) -> String {
    let detail = event.detail.as_str();
    if let Some(crossed) = crossed(&event.what, detail) {
        return crossed;
    }
    match event.what.as_str() {
        "assessment" => "Zhodnocení týmu uzavřeno".to_owned(),
        "key_worker" => format!("Klíčový pracovník: {detail}"),
        "consent" => consent(detail).to_owned(),
        "withdrawal" => "Souhlas odvolán".to_owned(),
        "agreement" => {
            let signed = detail.parse::<Date>().map_or_else(|_| detail.to_owned(), format_cs::date);
            format!("Smlouva uzavřena, podepsáno {signed}")
        }
        "outcome" => {
            let outcome = rules::intake::Outcome::from_code(detail);
            format!("Jednání uzavřeno: {}", outcome.map_or_else(|| detail.into(), |outcome| outcome.cs()))
        }
        "commission" => format!("Zakázka sjednána: „{detail}“"),
        "plan_agreement" => format!("Individuální plán dohodnut, verze {detail}"),
        "evaluation" => {
            let conclusion = rules::evaluation::Conclusion::from_code(detail);
            format!("Hodnocení spolupráce: {}", conclusion.map_or_else(|| detail.into(), |one| one.cs()))
        }
        "evaluation_corrected" => format!("Hodnocení spolupráce opraveno: {detail}"),
        "closure" => format!("Spolupráce ukončena: {}", closure(detail)),
        "closure_corrected" => format!("Ukončení spolupráce opraveno: {}", closure(detail)),
        "refusal" => {
            let reason = RefusalReason::from_code(detail);
            let words = reason.map_or_else(String::new, |it| it.cs().into_owned());
            format!("Uzavření smlouvy odmítnuto: {detail}) {words}")
        }
        "refusal_notice" => "Vydáno oznámení o odmítnutí".to_owned(),
        "waiting" => "Zařazení do pořadníku".to_owned(),
        "offer" => "Z pořadníku nabídnuto místo".to_owned(),
        "removal" => "Vyřazení z pořadníku".to_owned(),
        "reopening" => "Jednání znovu otevřeno".to_owned(),
        "amendment" => format!("Dodatek smlouvy č.\u{a0}{detail} uzavřen"),
        "termination" => {
            let by = EndedBy::from_code(detail);
            format!("Ukončení smlouvy: {}", by.map_or_else(|| detail.into(), |by| by.cs()))
        }
        "assignment" => format!("Ke složce přizván/a {detail}"),
        "thread" => "Jednání zahájeno".to_owned(),
        _ if detail == "written" => "Rozhodnuto o písemném individuálním plánu".to_owned(),
        _ => "Rozhodnuto, že písemný individuální plán zatím není potřeba".to_owned(),
    }
}

/// What crossed to another service, or came from one.
fn crossed(what: &str, detail: &str) -> Option<String> {
    Some(match what {
        "shared" => format!("Sdíleno se službou {detail}"),
        "part_accepted" => format!("Část zakázky řeší ve spolupráci služba {detail}"),
        "part_declined_no_capacity" => format!("Na část zakázky nemá kapacitu služba {detail}"),
        "part_taken" => format!("Převzata část zakázky ze služby {detail}"),
        "part_ended" => format!("Část zakázky uzavřena: {detail}"),
        "service_offer" => detail.to_owned(),
        // Of another service's row only that it happened, and what kind of consent it was.
        "far_withdrawal" => {
            let kind = ConsentKind::from_code(detail).map(|kind| kind.cs()).unwrap_or_default();
            format!("Odvolán souhlas zapsaný v\u{a0}druhé službě: {kind}")
        }
        "communication" => {
            let (way, who) = detail.split_once(' ').unwrap_or((detail, ""));
            let way = CommunicationWay::from_code(way).map(|way| way.cs()).unwrap_or_default();
            format!("Spojili jsme se v\u{a0}týmu {way}: {who}")
        }
        _ => return None,
    })
}

fn consent(how: &str) -> &'static str {
    match how {
        "oral consent" => "Ústní souhlas zaznamenán",
        "written consent" => "Písemný souhlas podepsán",
        _ => "Nesouhlas zaznamenán",
    }
}

fn closure(code: &str) -> Cow<'static, str> {
    let reason = rules::closure::ClosureReason::from_code(code);
    reason.map_or_else(|| Cow::Owned(code.to_owned()), |one| one.cs())
}
