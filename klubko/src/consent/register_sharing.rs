//! Decisions about sharing as the register shows them: those of the folder, and those given in a joined folder, which say
//! in which service they were recorded.

use super::register::Line;
use super::sharing::Sharing;
use super::wording::handover_sentence;
use crate::documents;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{count, date, moment};
use crate::kernel::messages_cs::InCzech;
use crate::signing::{Signature, shown_of};
use rules::access::Act;
use rules::consent::sharing::{Expiry, expiry};
use rules::consent::{ConsentForm, ConsentKind, Decision, State};

/// Whether it can be taken back now.
pub(super) fn can_be_withdrawn(state: State) -> bool {
    matches!(state, State::InForce | State::NotYetValid | State::Expired)
}

pub(super) fn line(
    folder: &Folder<'_>,
    one: &Sharing,
    (papers, signed): (&documents::All<'_, '_>, &[Signature]),
    may_withdraw: bool,
) -> Line {
    let path = |page: &str| folder.path(&format!("/consents/{}{page}", one.id));
    let may_print = !one.is_joined && folder.may(Act::PrintPaper);
    let about = format!("{}, {}", title(one), date(one.given_on));
    let on_screen = one.told.document.map(|text| shown_of(signed, text)).unwrap_or_default();
    let is_on_paper = one.form == ConsentForm::Written && on_screen.is_empty() && !one.is_joined;
    Line {
        kind: match one.state {
            State::InForce => "ok",
            State::Dissent => "no",
            _ => "over",
        },
        title: title(one),
        state: state(one, folder),
        given: given(one, !on_screen.is_empty()),
        wording: one.wording.clone(),
        scope: String::new(),
        terms: terms(one),
        recorded: recorded(one),
        withdrawn: withdrawn(one),
        document: String::new(),
        print: if may_print { path("/consent.pdf") } else { String::new() },
        plain: if may_print { path("/plain.pdf") } else { String::new() },
        withdrawal: if can_be_withdrawn(one.state) && may_withdraw { path("/withdrawal") } else { String::new() },
        papers: is_on_paper.then(|| papers.of(one.id, "consents", &about)),
        signed: on_screen,
    }
}

/// „Souhlas: případová spolupráce se službou …“
pub(super) fn title(one: &Sharing) -> String {
    let decision = match one.decision {
        Decision::Consent => "Souhlas",
        Decision::Dissent => "Nesouhlas",
    };
    let whom = if one.receiver_name.is_empty() { &one.terms.addressee } else { &one.receiver_name };
    format!("{decision}: {} – {whom}", one.kind.cs())
}

/// What it means now, with the days that are left when they are few.
fn state(one: &Sharing, folder: &Folder<'_>) -> String {
    match (one.state, expiry(one.terms.valid_until, folder.day())) {
        (State::InForce, Expiry::Soon { days_left: 0 }) => "dnes platí naposledy".to_owned(),
        (State::InForce, Expiry::Soon { days_left }) => format!("končí za {}", days(days_left)),
        (state, _) => state.cs().into_owned(),
    }
}

pub(super) fn days(left: i64) -> String {
    count(left, "den", "dny", "dní")
}

fn given(one: &Sharing, is_on_screen: bool) -> String {
    let by = if one.terms.given_by.is_empty() {
        String::new()
    } else {
        format!(" · za klienta {} ({})", one.terms.given_by, one.terms.authority)
    };
    if is_on_screen {
        return format!("Rozhodnuto na obrazovce {}{by}", moment(one.given_at));
    }
    if one.form == ConsentForm::Written {
        return format!("Podepsáno {}{by}", date(one.given_on));
    }
    let heard = one.told.heard_by.as_deref().filter(|_| !one.is_joined);
    let heard = heard.map(|name| format!(" · vyslechl/a {name}")).unwrap_or_default();
    let line =
        if one.told.line.is_empty() || one.is_joined { String::new() } else { format!(" · linka {}", one.told.line) };
    format!("Zaznělo {}{heard}{line}{by}", moment(one.given_at))
}

/// The four things and what belongs to them, labelled.
fn terms(one: &Sharing) -> Vec<(&'static str, String)> {
    let terms = &one.terms;
    let validity = match (one.decision, terms.valid_from, terms.valid_until) {
        (Decision::Consent, Some(from), Some(until)) => format!("od {} do {}", date(from), date(until)),
        (Decision::Consent, Some(from), None) => format!("od {} do odvolání", date(from)),
        _ => String::new(),
    };
    let direction = terms.direction.filter(|_| one.kind == ConsentKind::CaseManagement && !validity.is_empty());
    let direction = direction.map(|direction| if one.is_joined { direction.reversed() } else { direction });
    let sentence = match one.kind {
        ConsentKind::DataHandover if !one.is_joined => handover_sentence(one.decision, &one.receiver_name),
        _ => String::new(),
    };
    let all = [
        ("Do dokumentace", sentence),
        ("Směr", direction.map(|direction| direction.cs().into_owned()).unwrap_or_default()),
        ("Témata", terms.topics.join("; ")),
        ("Rozsah", terms.extent.clone()),
        ("Účel", terms.purpose.clone()),
        ("Komu", one.named.join(", ")),
        ("Platnost", validity),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// Of another service's row only where it stands: who writes there is its own matter.
fn recorded(one: &Sharing) -> String {
    if one.is_joined {
        return format!("Zapsáno ve službě {}", one.service_name);
    }
    let version = one.told.template_version.map(|version| format!("; znění podle šablony, verze {version}"));
    format!("Zapsáno {}, {}{}", moment(one.told.recorded_at), one.told.recorded_by, version.unwrap_or_default())
}

fn withdrawn(one: &Sharing) -> String {
    let (Some(at), Some(how)) = (one.told.withdrawn_at, one.told.withdrawn_how.as_deref()) else {
        return String::new();
    };
    if one.is_joined {
        return format!("Odvoláno {}", moment(at));
    }
    let (by, when) = (one.told.withdrawn_recorded_by.as_deref().unwrap_or_default(), one.told.withdrawn_recorded_at);
    let recorded = when.map(|when| format!("; zapsáno {}, {by}", moment(when))).unwrap_or_default();
    format!("Odvoláno {} ({how}){recorded}", moment(at))
}
