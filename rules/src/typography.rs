//! Czech typesetting of texts that people read (UX, typography): spaces that must not end a line, grouped thousands,
//! dates as `3. 3. 2026`.

use jiff::civil::Date;

/// The space that does not end a line.
pub const NO_BREAK: char = '\u{a0}';

/// A number with its thousands apart: `25 000`, `−1 500`.
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let count = digits.len();
    let mut shown = String::from(if number < 0 { "−" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (count - index).is_multiple_of(3) {
            shown.push(NO_BREAK);
        }
        shown.push(digit);
    }
    shown
}

/// `3. 3. 2026`, never broken.
pub fn show_date(day: Date) -> String {
    format!("{}.{NO_BREAK}{}.{NO_BREAK}{}", day.day(), day.month(), day.year())
}

/// Puts no-break spaces where Czech must not break a line: after one-letter words, inside dates and numbers, between a
/// number and its unit, after `§`, `č. j.`, titles. Only single spaces within a line change; doing it twice changes
/// nothing more.
pub fn typeset(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(char::is_whitespace) {
        let Some((word, from_space)) = rest.split_at_checked(at) else { break };
        let space = from_space.chars().next().unwrap_or(' ');
        let after = from_space.get(space.len_utf8()..).unwrap_or_default();
        set.push_str(word);
        let right = after.split(char::is_whitespace).next().unwrap_or_default();
        set.push(if space == ' ' && holds_together(word, right) { NO_BREAK } else { space });
        rest = after;
    }
    set.push_str(rest);
    set
}

/// Whether a line must not end between these two words.
fn holds_together(left: &str, right: &str) -> bool {
    if left.is_empty() || right.is_empty() {
        return false;
    }
    let bare = left.trim_start_matches(opens);
    is_one_letter_word(bare)
        || leads_on(bare)
        || is_date(bare, right)
        || is_number(bare, right)
        || right.starts_with("Sb.")
}

fn opens(c: char) -> bool {
    matches!(c, '„' | '‚' | '“' | '"' | '(' | '[' | '–' | '/')
}

fn closes(c: char) -> bool {
    matches!(c, '“' | '‘' | '"' | ')' | ']' | '.' | ',' | ';' | ':' | '?' | '!' | '…')
}

fn is_one_letter_word(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "k" | "s" | "v" | "z" | "o" | "u" | "a" | "i")
}

/// Abbreviations that belong to what follows them.
fn leads_on(word: &str) -> bool {
    const WORDS: [&str; 29] = [
        "§", "§§", "odst.", "písm.", "č.", "čj.", "č.j.", "j.", "sp.", "zn.", "čl.", "str.", "r.", "tel.", "p.", "sv.",
        "Bc.", "Mgr.", "Ing.", "JUDr.", "MUDr.", "PhDr.", "RNDr.", "PaedDr.", "Dr.", "doc.", "prof.", "nám.", "ul.",
    ];
    WORDS.contains(&word)
}

/// `17. 11.`, `11. 2026`, `17. listopadu`
fn is_date(left: &str, right: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "ledna",
        "února",
        "března",
        "dubna",
        "května",
        "června",
        "července",
        "srpna",
        "září",
        "října",
        "listopadu",
        "prosince",
    ];
    let day_like = |word: &str| word.strip_suffix('.').is_some_and(|digits| digits.len() <= 2 && is_digits(digits));
    // In a span of days, as `2. 3.–4. 3. 2026`, the ends that meet here count.
    let left = left.rsplit('–').next().unwrap_or(left);
    let right = right.split('–').next().unwrap_or(right);
    let without_stop = right.trim_end_matches(|c| closes(c) && c != '.');
    day_like(left)
        && (day_like(without_stop) || starts_with_digits(right, 4) || MONTHS.contains(&right.trim_end_matches(closes)))
}

/// `25 000`, `45 min`, `1,5 h`, `1 500 Kč`
fn is_number(left: &str, right: &str) -> bool {
    const UNITS: [&str; 33] = [
        "Kč",
        "EUR",
        "€",
        "%",
        "h",
        "hod",
        "hodina",
        "hodiny",
        "hodin",
        "min",
        "minuta",
        "minuty",
        "minut",
        "den",
        "dny",
        "dní",
        "dnů",
        "týden",
        "týdny",
        "týdnů",
        "měsíc",
        "měsíce",
        "měsíců",
        "rok",
        "roky",
        "let",
        "km",
        "m",
        "kg",
        "ks",
        "MB",
        "návštěva",
        "návštěv",
    ];
    let number = |word: &str| {
        word.ends_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || ",.–-−:×".contains(c))
    };
    if !number(left) {
        return false;
    }
    let bare = right.trim_end_matches(closes);
    UNITS.contains(&bare) || (starts_with_digits(right, 3) && left.len() <= 3 && is_digits(left))
}

/// Exactly so many digits, then the end of the word or a sign.
fn starts_with_digits(word: &str, count: usize) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    digits == count && !word.chars().nth(count).is_some_and(char::is_alphanumeric)
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// `~` stands for the no-break space, as in the usual typesetting programs.
    fn tilde(text: &str) -> String {
        text.replace(NO_BREAK, "~")
    }

    #[test]
    fn lines_do_not_end_where_czech_forbids_it() {
        let cases = [
            ("Smlouva s klientem a v domě", "Smlouva s~klientem a~v~domě"),
            ("V domě i u soudu", "V~domě i~u~soudu"),
            ("(v případě) „k soudu“", "(v~případě) „k~soudu“"),
            ("dne 17. 11. 2026, v úterý", "dne 17.~11.~2026, v~úterý"),
            ("do 3. března 2026.", "do 3.~března 2026."),
            ("16. 2.–31. 8. 2026", "16.~2.–31.~8.~2026"),
            ("od 3. 3. 2026–5. 3. 2026", "od 3.~3.~2026–5.~3.~2026"),
            ("dluh 25 000 Kč a 1 500 Kč", "dluh 25~000~Kč a~1~500~Kč"),
            ("trval 45 min, tedy 1,5 h.", "trval 45~min, tedy 1,5~h."),
            ("§ 91 odst. 3 písm. b) zákona č. 108/2006 Sb.", "§~91 odst.~3 písm.~b) zákona č.~108/2006~Sb."),
            ("č. j. HV/123/2026", "č.~j.~HV/123/2026"),
            ("Mgr. Alena Příkladná", "Mgr.~Alena Příkladná"),
            ("tel. 602 123 456", "tel.~602~123~456"),
            ("v roce 2026 120 lidí", "v~roce 2026 120 lidí"),
            ("dva  mezery a\nnový řádek", "dva  mezery a\nnový řádek"),
            ("je jich 5 a", "je jich 5 a"),
            ("", ""),
        ];
        for (written, set) in cases {
            assert_eq!(tilde(&typeset(written)), set, "{written}");
        }
    }

    #[test]
    fn numbers_and_dates_are_shown_unbroken() {
        let cases = [(0, "0"), (999, "999"), (1000, "1~000"), (25_000, "25~000"), (-1_234_567, "−1~234~567")];
        for (number, shown) in cases {
            assert_eq!(tilde(&grouped(number)), shown);
        }
        assert_eq!(tilde(&show_date(date(2026, 3, 3))), "3.~3.~2026");
    }

    proptest! {
        #[test]
        fn typesetting_twice_is_typesetting_once(text in "([ksvzouai§a-ž0-9.,]{1,4}|[ \u{a0}\n]|č. j. |17. 11. 2026|25 000 Kč){0,20}") {
            prop_assert_eq!(typeset(&typeset(&text)), typeset(&text));
        }

        #[test]
        fn only_spaces_change(text in "\\PC{0,60}") {
            prop_assert_eq!(typeset(&text).replace(NO_BREAK, " "), text.replace(NO_BREAK, " "));
        }

        #[test]
        fn a_grouped_number_keeps_its_digits(number in any::<i64>()) {
            let bare = grouped(number).replace(NO_BREAK, "").replace('−', "-");
            prop_assert_eq!(bare, number.to_string());
        }
    }
}
