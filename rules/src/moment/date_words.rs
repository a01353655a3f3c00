//! The words and signs a typed date is made of: days of the week, months, „včera“.

use jiff::civil::Weekday;

/// A piece of a typed date: a number with the count of its digits, or a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Number { value: i64, digits: usize },
    Word(String),
}

/// Cuts folded text into numbers and words; `None` when there is a sign that dates do not have.
pub(super) fn pieces(folded: &str) -> Option<Vec<Piece>> {
    let mut found = Vec::new();
    let mut current = String::new();
    for c in folded.chars() {
        let continues = current.chars().last().is_none_or(|last| last.is_ascii_digit() == c.is_ascii_digit());
        if c.is_ascii_alphanumeric() && continues {
            current.push(c);
        } else if c.is_ascii_alphanumeric() {
            found.push(piece(&std::mem::take(&mut current))?);
            current.push(c);
        } else if " ./-,–'’".contains(c) {
            if !current.is_empty() {
                found.push(piece(&std::mem::take(&mut current))?);
            }
        } else {
            return None;
        }
    }
    if !current.is_empty() {
        found.push(piece(&current)?);
    }
    Some(found)
}

fn piece(text: &str) -> Option<Piece> {
    if text.chars().all(|c| c.is_ascii_digit()) {
        let digits = text.len();
        return (digits <= 8).then(|| text.parse().ok()).flatten().map(|value| Piece::Number { value, digits });
    }
    Some(Piece::Word(text.to_owned()))
}

/// How many days from today a word means.
pub(super) fn days_from_today(word: &str) -> Option<i64> {
    Some(match word {
        "dnes" | "dneska" => 0,
        "vcera" => -1,
        "predevcirem" | "predvcirem" => -2,
        "zitra" => 1,
        "pozitri" => 2,
        _ => return None,
    })
}

/// Days of the week, whole, declined and in two letters.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "po" | "pon" | "pondeli" => Weekday::Monday,
        "ut" | "utery" => Weekday::Tuesday,
        "st" | "str" | "streda" | "stredu" => Weekday::Wednesday,
        "ct" | "ctv" | "ctvrtek" => Weekday::Thursday,
        "pa" | "pat" | "patek" => Weekday::Friday,
        "so" | "sob" | "sobota" | "sobotu" => Weekday::Saturday,
        "ne" | "ned" | "nedele" | "nedeli" => Weekday::Sunday,
        _ => return None,
    })
}

/// Months by name in the cases a date uses, and in Roman numerals.
pub(super) fn month(word: &str) -> Option<i64> {
    Some(match word {
        "leden" | "ledna" | "lednu" | "led" | "i" => 1,
        "unor" | "unora" | "unoru" | "ii" => 2,
        "brezen" | "brezna" | "breznu" | "iii" => 3,
        "duben" | "dubna" | "dubnu" | "iv" => 4,
        "kveten" | "kvetna" | "kvetnu" | "v" => 5,
        "cerven" | "cervna" | "cervnu" | "vi" => 6,
        "cervenec" | "cervence" | "cervenci" | "vii" => 7,
        "srpen" | "srpna" | "srpnu" | "viii" => 8,
        "zari" | "ix" => 9,
        "rijen" | "rijna" | "rijnu" | "x" => 10,
        "listopad" | "listopadu" | "xi" => 11,
        "prosinec" | "prosince" | "prosinci" | "xii" => 12,
        _ => return None,
    })
}

/// Words before a date that say nothing about it: „dne 3. 3.“, „ve středu“.
pub(super) fn says_nothing(word: &str) -> bool {
    matches!(word, "dne" | "v" | "ve")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_date_falls_into_numbers_and_words() {
        let number = |value, digits| Piece::Number { value, digits };
        let cases = [
            ("3. 3. 2026", Some(vec![number(3, 1), number(3, 1), number(2026, 4)])),
            ("03/03/26", Some(vec![number(3, 2), number(3, 2), number(26, 2)])),
            ("3.brezna", Some(vec![number(3, 1), Piece::Word("brezna".into())])),
            ("po2.3", Some(vec![Piece::Word("po".into()), number(2, 1), number(3, 1)])),
            ("3:3", None),
            ("123456789", None),
            ("", Some(vec![])),
        ];
        for (typed, expected) in cases {
            assert_eq!(pieces(typed), expected, "{typed}");
        }
    }
}
