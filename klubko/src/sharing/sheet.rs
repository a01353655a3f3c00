//! Words that several pages of sharing say alike: the state of a part, the countdown to a term, the lines of the sheet.

use crate::crossing::{Answer, Sent, Sheet};
use crate::folders::phone;
use crate::kernel::clock::day_of;
use crate::kernel::format_cs::{date, plural};
use crate::kernel::messages_cs::InCzech;
use jiff::civil::Date;
use rules::access::GroundKind;
use rules::coded::Coded;
use rules::sharing::{Injury, PartAnswer, days_left};

/// `ze zákona, bez souhlasu klienta: životně důležitý zájem podle čl. 6 …; důvod: hrozí mu zástava dechu`
pub(super) fn on_law(ground: GroundKind, citation: &str, reason: &str) -> String {
    let reason = reason.trim_end_matches('.');
    format!("ze zákona, bez souhlasu klienta: {} podle {citation}; důvod: {reason}", ground.cs())
}

/// On what an item rests, for whoever shared it and for the client.
pub(super) fn rests_on(one: &Sent) -> String {
    if let Some(ground) = one.on_law() {
        let told = one
            .told_on
            .map_or_else(|| "klientovi zatím neřečeno".to_owned(), |day| format!("klientovi řečeno {}", date(day)));
        return format!("{}; {told}", on_law(ground, &one.citation, &one.reason));
    }
    let topic = if one.topic.is_empty() { String::new() } else { format!("téma {}, ", one.topic) };
    let given = one.given_on.map(|day| format!(" z\u{a0}{}", date(day))).unwrap_or_default();
    format!("{topic}souhlas{given}")
}

/// The badge of a part that is with another service.
pub(super) fn part_state(one: &Answer) -> (&'static str, String) {
    match (one.ended_at, one.is_withdrawn, one.answer) {
        (Some(_), Some(true), _) => ("warn", "souhlas odvolán".to_owned()),
        (Some(at), _, _) => ("", format!("uzavřeno {}", date(day_of(at)))),
        (None, _, Some(PartAnswer::Accepted)) => ("ok", format!("řešeno ve spolupráci s {}", one.to_service)),
        (None, _, Some(PartAnswer::DeclinedNoCapacity)) => ("warn", "nemají kapacitu".to_owned()),
        (None, _, None) => ("info", "čeká na odpověď".to_owned()),
    }
}

/// ` · termín 12. 5. 2026, zbývá 8 dní`
pub(super) fn countdown(deadline: Date, today: Date) -> String {
    let left = days_left(deadline, today);
    let says = match left {
        0 => "končí dnes".to_owned(),
        1.. => format!("zbývá {left}\u{a0}{}", plural(left, "den", "dny", "dní")),
        _ => format!("uplynul před {}\u{a0}{}", -left, if left == -1 { "dnem" } else { "dny" }),
    };
    format!(" · termín {}, {says}", date(deadline))
}

/// The sheet line by line: exactly what was handed over.
pub(super) fn lines(sheet: &Sheet) -> Vec<(&'static str, String)> {
    let injury = match Injury::from_code(&sheet.injury) {
        Some(Injury::Other) => sheet.injury_other.clone(),
        Some(injury) => injury.cs().into_owned(),
        None => String::new(),
    };
    let source = if sheet.institute.is_empty() {
        sheet.source.cs().into_owned()
    } else {
        format!("{} – {}", sheet.source.cs(), sheet.institute)
    };
    let all = vec![
        ("Jméno", sheet.given_name.clone()),
        ("Příjmení", sheet.family_name.clone()),
        ("Město nebo kraj pobytu", sheet.region.clone()),
        ("Telefon", phone(&sheet.phone)),
        ("E-mail", sheet.email.clone()),
        ("Zdravotní stav", injury),
        ("Odkud kontakt je", source),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}
