//! A folder as of a day of the past: whoever reads it stays on that day until he returns to today himself (01-architecture,
//! „Statements are replaced“). The links of the page are turned here, in one place, so that no template can forget it.

use super::answer::Response;
use super::visit::Visit;
use jiff::civil::Date;

pub(in crate::kernel) const READ_ONLY: &str = "Pohled k minulému dni je jen ke čtení. Vraťte se k dnešku.";

/// The page with its links to the same folder kept on the day that the viewer chose.
pub(in crate::kernel) fn stay(visit: &Visit<'_>, page: Response) -> Response {
    let chosen = visit.past.take();
    let (Some((folder, day)), true) = (chosen, page.content_type.starts_with("text/html")) else { return page };
    let body = kept_on(&page.body_text(), &format!("/folders/{folder}"), day);
    Response { body: body.into(), ..page }
}

/// Every link that begins with `root` and names no day names this one.
fn kept_on(body: &str, root: &str, day: Date) -> String {
    const LINK: &str = "href=\"";
    let mut kept = String::with_capacity(body.len() + 1024);
    for (n, part) in body.split(LINK).enumerate() {
        let (address, rest) = part.split_once('"').unwrap_or((part, ""));
        if n == 0 {
            kept.push_str(part);
            continue;
        }
        kept.push_str(LINK);
        if is_inside(address, root) && !address.contains("as_of=") {
            kept.push_str(&with_day(address, day));
        } else {
            kept.push_str(address);
        }
        kept.push('"');
        kept.push_str(rest);
    }
    kept
}

fn is_inside(address: &str, root: &str) -> bool {
    address.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

fn with_day(address: &str, day: Date) -> String {
    let (page, place) = address.split_once('#').map_or((address, String::new()), |(page, id)| (page, format!("#{id}")));
    let joint = if page.contains('?') { "&#38;" } else { "?" };
    format!("{page}{joint}as_of={day}{place}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn kept(body: &str) -> String {
        kept_on(body, "/folders/7", date(2026, 3, 3))
    }

    #[test]
    fn a_link_into_the_same_folder_stays_on_the_day_and_keeps_its_question_and_its_place() {
        assert_eq!(kept(r#"<a href="/folders/7">"#), r#"<a href="/folders/7?as_of=2026-03-03">"#);
        assert_eq!(
            kept(r#"<a href="/folders/7/plan?x=1#goals">"#),
            r#"<a href="/folders/7/plan?x=1&#38;as_of=2026-03-03#goals">"#
        );
    }

    #[test]
    fn the_way_back_to_today_other_folders_and_other_pages_are_left_alone() {
        let body =
            r#"<link href="/static/a.css"><a href="/folders/7?as_of=">x</a><a href="/folders/70"><a href="/tasks">"#;
        assert_eq!(kept(body), body);
    }
}
