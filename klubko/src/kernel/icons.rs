//! The icons of all pages as one SVG sprite, drawn when the program starts. The drawings are Lucide's (a crate brings
//! them, nothing is copied here); the ball of thread is our own, made with a single line.
//! In a template: `{{ p::icon(page, "plus") }}` of `kernel/parts.html`. An icon never stands without a word.

use std::fmt::Write as _;

use icondata_lu as lu;

/// The mark of Klubko: a ball of thread, one line from the outside in.
const BALL: &str = r#"<path d="M22.5 20.3C19 21.6 15 19.5 11 19.5A8.5 8.5 0 1 1 19.5 11A8.5 8.5 0 0 1 16.4 17.5C14.8 13.3 9 9.9 2.6 11.4A8.5 8.5 0 0 1 6 4.1C11.5 3.9 17 7 19.4 12.4"/>"#;

/// Name in templates → drawing. Names say what it means here, not what it shows.
fn drawings() -> [(&'static str, &'static str); 34] {
    [
        ("ball", BALL),
        ("plus", lu::LuPlus.data),
        ("search", lu::LuSearch.data),
        ("day", lu::LuSun.data),
        ("people", lu::LuUsers.data),
        ("contact", lu::LuPhoneIncoming.data),
        ("task", lu::LuSquareCheck.data),
        ("more", lu::LuEllipsis.data),
        ("help", lu::LuCircleHelp.data),
        ("info", lu::LuInfo.data),
        ("warning", lu::LuTriangleAlert.data),
        ("deadline", lu::LuAlarmClock.data),
        ("check", lu::LuCheck.data),
        ("close", lu::LuX.data),
        ("back", lu::LuArrowLeft.data),
        ("phone", lu::LuPhone.data),
        ("mail", lu::LuMail.data),
        ("place", lu::LuMapPin.data),
        ("calendar", lu::LuCalendar.data),
        ("clock", lu::LuClock.data),
        ("record", lu::LuSquarePen.data),
        ("document", lu::LuFileText.data),
        ("folder", lu::LuFolder.data),
        ("consent", lu::LuHandshake.data),
        ("person", lu::LuUser.data),
        ("key_worker", lu::LuUserCheck.data),
        ("handover", lu::LuArrowRightLeft.data),
        ("anonymous", lu::LuVenetianMask.data),
        ("eye", lu::LuEye.data),
        ("lock", lu::LuLock.data),
        ("sign_out", lu::LuLogOut.data),
        ("print", lu::LuPrinter.data),
        ("settings", lu::LuSettings.data),
        ("goal", lu::LuTarget.data),
    ]
}

const STROKE: &str =
    r#"fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round""#;

/// The whole sprite; pages point into it with `<use href="…#name">`.
pub fn sprite() -> String {
    let mut out = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg">"#);
    for (name, data) in drawings() {
        // Writing into a String cannot fail.
        let _ = write!(out, r#"<symbol id="{name}" viewBox="0 0 24 24" {STROKE}>{data}</symbol>"#);
    }
    out.push_str("</svg>");
    out
}

/// The picture for the browser's tab: the ball of thread, lighter where the device is dark.
pub fn favicon() -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" {STROKE} color="{}">{BALL}</svg>"#,
        "#0F5A63"
    )
}

#[cfg(test)]
mod tests {
    use super::{drawings, favicon, sprite};

    #[test]
    fn every_icon_of_the_templates_is_in_the_sprite_once() {
        let text = sprite();
        for (name, data) in drawings() {
            assert_eq!(text.matches(&format!(r#"id="{name}""#)).count(), 1, "{name}");
            assert!(!data.is_empty(), "{name} is drawn");
        }
    }

    #[test]
    fn the_sprite_holds_nothing_a_strict_policy_refuses() {
        for text in [sprite(), favicon()] {
            assert!(!text.contains("style=") && !text.contains("<script") && !text.contains("href="));
        }
    }
}
