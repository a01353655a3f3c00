//! The files of the look: one style sheet, small modules, one sprite. Their names carry their content's hash, so a
//! browser may keep them for ever and a new release is seen at once.

use super::icons;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

pub struct Asset {
    pub path: String,
    pub content_type: &'static str,
    pub body: String,
}

const STYLES: &[&str] = &[
    include_str!("../../static/css/10-tokens.css"),
    include_str!("../../static/css/20-base.css"),
    include_str!("../../static/css/30-layout.css"),
    include_str!("../../static/css/40-forms.css"),
    include_str!("../../static/css/50-parts.css"),
    include_str!("../../static/css/60-tables.css"),
    include_str!("../../static/css/70-helpers.css"),
    include_str!("../../static/css/90-print.css"),
];

/// The modules import each other by relative names, so they live in one folder named by the hash of all.
const MODULES: &[(&str, &str)] = &[
    ("app.js", include_str!("../../static/js/app.js")),
    ("chips.js", include_str!("../../static/js/chips.js")),
    ("draft.js", include_str!("../../static/js/draft.js")),
    ("keys.js", include_str!("../../static/js/keys.js")),
    ("lock.js", include_str!("../../static/js/lock.js")),
    ("make.js", include_str!("../../static/js/make.js")),
    ("outline.js", include_str!("../../static/js/outline.js")),
    ("sign.js", include_str!("../../static/js/sign.js")),
    ("theme.js", include_str!("../../static/js/theme.js")),
    ("toast.js", include_str!("../../static/js/toast.js")),
];

static ALL: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let css = tightened(&STYLES.concat());
    let js: String = MODULES.iter().map(|(_, text)| *text).collect();
    let (sprite, icon) = (icons::sprite(), icons::favicon());
    let mut all = vec![
        Asset { path: format!("/static/{}/app.css", hash(&css)), content_type: "text/css; charset=utf-8", body: css },
        Asset { path: format!("/static/{}/sprite.svg", hash(&sprite)), content_type: "image/svg+xml", body: sprite },
        Asset { path: format!("/static/{}/icon.svg", hash(&icon)), content_type: "image/svg+xml", body: icon },
    ];
    let folder = hash(&js);
    all.extend(MODULES.iter().map(|(name, text)| Asset {
        path: format!("/static/{folder}/{name}"),
        content_type: "text/javascript; charset=utf-8",
        body: (*text).to_owned(),
    }));
    all
});

pub fn all() -> &'static [Asset] {
    &ALL
}

pub fn css() -> &'static str {
    path_of("app.css")
}

pub fn script() -> &'static str {
    path_of("app.js")
}

pub fn sprite() -> &'static str {
    path_of("sprite.svg")
}

pub fn icon() -> &'static str {
    path_of("icon.svg")
}

fn path_of(name: &str) -> &'static str {
    all().iter().find(|asset| asset.path.ends_with(name)).map_or("", |asset| &asset.path)
}

fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// A style sheet as it travels: without comments and without the space that only people need. Quoted text stays as it is.
fn tightened(css: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(css.len()), css);
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => rest.get(1..).and_then(|text| text.find('"')).map_or(rest.len(), |end| end + 2),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(taken);
        rest = after;
        match first {
            '"' => out.push_str(token),
            _ if token.len() > 1 && first == '/' => {}
            _ if first.is_whitespace() => {
                if !out.is_empty() && !out.ends_with([' ', '{', '}', ';']) {
                    out.push(' ');
                }
            }
            '{' | '}' | ';' => {
                out.truncate(out.trim_end_matches(' ').len());
                out.push(first);
            }
            _ => out.push(first),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a page may carry (docs/guides/look.md).
    const MOST: usize = 30_000;

    #[test]
    fn a_style_sheet_travels_without_what_only_people_need() {
        let css = "/* Why. */\n@layer base {\n  a:hover > b , i { content: \"{ x; }\"; color: red ; }\n  & p { margin: 0 }\n}\n";
        assert_eq!(tightened(css), "@layer base{a:hover > b , i{content: \"{ x; }\";color: red;}& p{margin: 0}}");
        assert_eq!(tightened("a { b: \"open"), "a{b: \"open");
    }

    #[test]
    fn the_styles_of_a_page_stay_within_their_budget() {
        let sent =
            ALL.iter().find(|asset| asset.path.ends_with("app.css")).map_or(usize::MAX, |asset| asset.body.len());
        assert!(sent <= MOST, "{sent} B of styles, at most {MOST}");
    }
}
