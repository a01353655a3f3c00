//! Groups of digits in a text and the two sorts of number they may make together.

use jiff::civil::Date;

use crate::identity::birth_number::{BirthNumber, BirthNumberFlaw};
use crate::text::fold;

/// Digits that stand together, as byte offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Group {
    fn digits(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    fn len(self) -> usize {
        self.end - self.start
    }
}

pub(super) fn groups(text: &str) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        match found.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => found.push(Group { start: at, end: at + 1 }),
        }
    }
    found
}

/// How many groups from the first on make a birth number: `850214/9909`, `850214 9909`, `8502149909`.
pub(super) fn birth_number_at(text: &str, rest: &[Group]) -> Option<usize> {
    let (first, second) = (rest.first()?, rest.get(1));
    // „RČ905617/9913“ is found although letters stick to it; a part of a file number is not.
    if text.get(..first.start).unwrap_or_default().ends_with(['/', '-', '_', '+']) {
        return None;
    }
    if first.len() == 10 && stands_alone_after(text, first.end) {
        return is_birth_number(first.digits(text)).then_some(1);
    }
    let second = second.filter(|second| first.len() == 6 && (3..=4).contains(&second.len()))?;
    if !stands_alone_after(text, second.end) {
        return None;
    }
    let number = format!("{}{}", first.digits(text), second.digits(text));
    let gap = between(text, *first, *second)?;
    let likely = match gap.trim() {
        "/" => is_birth_number(&number) || (is_near_birth_number(&number) && !is_year(second.digits(text))),
        "" | "-" | "–" if gap.chars().count() == 1 => second.len() == 4 && is_birth_number(&number),
        _ => false,
    };
    likely.then_some(2)
}

/// How many groups from the first on make a telephone number: `777 123 456`, `777123456`, `777 12 34 56`, `+421 905 123 456`.
pub(super) fn phone_at(text: &str, rest: &[Group]) -> Option<usize> {
    let first = rest.first()?;
    let before = text.get(..first.start).unwrap_or_default();
    if before.ends_with('+') || first.digits(text).starts_with("00") && first.len() > 4 {
        return international_at(text, rest);
    }
    if !stands_alone_before(text, first.start) || names_a_file(before) {
        return None;
    }
    let named = names_a_phone(before);
    let len = if named { digits_together(text, rest, 9) } else { czech_shape(text, rest) }?;
    let last = rest.get(len - 1)?;
    let after = text.get(last.end..).unwrap_or_default();
    let begins = first.digits(text).starts_with(['2', '3', '4', '5', '6', '7', '8', '9']);
    (begins && stands_alone_after(text, last.end) && (named || !names_an_amount(after))).then_some(len)
}

/// Nine digits written the way telephones are, also with 420 before them.
fn czech_shape(text: &str, rest: &[Group]) -> Option<usize> {
    const SHAPES: [&[usize]; 7] = [&[3, 3, 3, 3], &[12], &[9], &[3, 3, 3], &[3, 2, 2, 2], &[3, 6], &[2, 2, 2, 3]];
    SHAPES.into_iter().find_map(|shape| {
        let part = rest.get(..shape.len())?;
        let fits = part.iter().zip(shape).all(|(group, len)| group.len() == *len) && close_together(text, part);
        let code = shape.iter().sum::<usize>() == 9 || part.first()?.digits(text).starts_with("420");
        (fits && code).then_some(shape.len())
    })
}

/// From `+` or `00` on: Czech numbers end after twelve digits, others where the digits end.
fn international_at(text: &str, rest: &[Group]) -> Option<usize> {
    let first = rest.first()?;
    let zeros = if first.digits(text).starts_with("00") { 2 } else { 0 };
    let czech = first.digits(text).get(zeros..).unwrap_or_default().starts_with("420");
    if czech {
        return digits_together(text, rest, 12 + zeros);
    }
    (9..=15).rev().find_map(|count| digits_together(text, rest, count + zeros))
}

/// How many groups standing close together have exactly that many digits.
fn digits_together(text: &str, rest: &[Group], count: usize) -> Option<usize> {
    let mut sum = 0;
    for (index, group) in rest.iter().enumerate() {
        sum += group.len();
        if sum >= count {
            let part = rest.get(..=index)?;
            return (sum == count && close_together(text, part)).then_some(index + 1);
        }
    }
    None
}

fn close_together(text: &str, part: &[Group]) -> bool {
    part.windows(2).all(|pair| match pair {
        [one, next] => between(text, *one, *next).is_some_and(|gap| {
            matches!(gap, " " | "  " | "\u{a0}" | "\u{202f}" | "\u{2009}" | "-" | "‑" | "–" | "." | "/" | ") " | ")")
        }),
        _ => true,
    })
}

fn between(text: &str, one: Group, next: Group) -> Option<&str> {
    text.get(one.end..next.start)
}

/// The plus before a number belongs to it, also in brackets: `(+420) 777 123 456`.
pub(super) fn start_with_plus(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    ["(+", "+"].iter().find(|signs| before.ends_with(**signs)).map_or(start, |signs| start - signs.len())
}

fn stands_alone_before(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '_' | '+'))
}

fn stands_alone_after(text: &str, end: usize) -> bool {
    let mut after = text.get(end..).unwrap_or_default().chars();
    match after.next() {
        Some(c) if c.is_alphanumeric() || c == '_' => false,
        Some('/' | '-') => !after.next().is_some_and(char::is_alphanumeric),
        _ => true,
    }
}

fn is_birth_number(digits: &str) -> bool {
    BirthNumber::read(digits, Date::MAX).is_ok()
}

/// The day is right and only the check digit is not: a slip of the pen, still telling much.
fn is_near_birth_number(digits: &str) -> bool {
    matches!(
        BirthNumber::read(digits, Date::MAX),
        Err(BirthNumberFlaw::CheckDigit | BirthNumberFlaw::InsurersNumber | BirthNumberFlaw::SerialZero)
    )
}

/// `110526/2026` is a file number far more often than a mistyped birth number.
fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

fn names_a_phone(before: &str) -> bool {
    let tail = folded_tail(before);
    ["tel", "telefon", "telefonu", "mobil", "mobilu", "mob", "volat", "zavolat", "whatsapp", "sms"]
        .iter()
        .any(|word| tail.split([' ', '.', ':']).rev().take(3).any(|near| near == *word))
}

fn names_a_file(before: &str) -> bool {
    let tail = folded_tail(before);
    ["c. j", "c.j", "cj", "sp. zn", "sp.zn", "spzn", "ico", "ic", "c. uctu", "ucet", "uctu", "vs", "parc. c"]
        .iter()
        .any(|words| tail == *words || tail.ends_with(&format!(" {words}")))
}

/// The last words before a place, folded, without the stop or colon that ends them.
fn folded_tail(before: &str) -> String {
    let from = before.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    fold(before.get(from..).unwrap_or_default()).trim_end_matches([' ', '.', ':', ',', '(']).to_owned()
}

fn names_an_amount(after: &str) -> bool {
    let after = fold(&after.trim_start().chars().take(12).collect::<String>());
    ["kc", "korun", "czk", "eur", "€", ",-", ",–", "mil", "tis", "%"].iter().any(|unit| after.starts_with(unit))
}
