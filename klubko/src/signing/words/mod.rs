//! What the page in the client's hands says, in Czech, in easy Czech, in Ukrainian and in English. The text
//! that is signed is not translated by a machine: it is in Czech, and the page says so.

mod cs;
mod easy;
mod en;
mod uk;

use rules::signing::{Language, Outcome, StrokeFlaw};

/// The words of one language.
#[derive(Debug)]
pub struct Words {
    pub language: Language,
    /// The language by its own name.
    pub name: &'static str,
    pub choose_language: &'static str,
    pub in_peace: &'static str,
    /// That the text is in Czech; empty where there is no need to say it.
    pub text_is_czech: &'static str,
    pub whole_text: &'static str,
    pub aloud: &'static str,
    pub be_silent: &'static str,
    pub digest: &'static str,
    pub decide: &'static str,
    pub question: &'static str,
    pub consent: &'static str,
    pub dissent: &'static str,
    pub your_name: &'static str,
    pub your_name_as_representative: &'static str,
    /// Before the name of the one who is to sign.
    pub signer_is: &'static str,
    pub signature: &'static str,
    pub without_pad: &'static str,
    pub into_frame: &'static str,
    pub clear: &'static str,
    pub hand_in: &'static str,
    pub on_paper: &'static str,
    pub give_back: &'static str,
    pub correct: &'static str,
    pub choose: &'static str,
    pub write_name: &'static str,
    pub name_is_long: &'static str,
    /// Before and after the name of the one who is to sign.
    pub other_name: (&'static str, &'static str),
    pub stroke_empty: &'static str,
    pub stroke_small: &'static str,
    pub stroke_long: &'static str,
    pub stroke_foreign: &'static str,
    /// A title and a text each: signed, refused, on paper.
    pub signed: (&'static str, &'static str),
    pub refused: (&'static str, &'static str),
    pub rather_paper: (&'static str, &'static str),
    pub copy: &'static str,
    pub return_device: &'static str,
}

/// The words of a language.
pub const fn of(language: Language) -> &'static Words {
    match language {
        Language::Czech => &cs::WORDS,
        Language::Easy => &easy::WORDS,
        Language::Ukrainian => &uk::WORDS,
        Language::English => &en::WORDS,
    }
}

/// All of them, for the choice at the head of the page.
pub const ALL: [&Words; 4] = [&cs::WORDS, &easy::WORDS, &uk::WORDS, &en::WORDS];

impl Words {
    pub const fn tag(&self) -> &'static str {
        self.language.tag()
    }

    pub fn code(&self) -> &'static str {
        rules::coded::Coded::code(self.language)
    }

    pub const fn flaw(&self, flaw: StrokeFlaw) -> &'static str {
        match flaw {
            StrokeFlaw::Empty => self.stroke_empty,
            StrokeFlaw::TooSmall => self.stroke_small,
            StrokeFlaw::TooLong => self.stroke_long,
            StrokeFlaw::Foreign => self.stroke_foreign,
        }
    }

    pub const fn done(&self, outcome: Outcome) -> (&'static str, &'static str) {
        match outcome {
            Outcome::Consent => self.signed,
            Outcome::Dissent => self.refused,
            Outcome::Paper => self.rather_paper,
        }
    }
}

/// What is said to somebody in each language; the order is of no matter, the names are.
#[derive(Clone, Copy, Debug)]
pub struct Told<T> {
    pub cs: T,
    pub easy: T,
    pub uk: T,
    pub en: T,
}

impl<T: Copy> Told<T> {
    pub const fn in_language(&self, language: Language) -> T {
        match language {
            Language::Czech => self.cs,
            Language::Easy => self.easy,
            Language::Ukrainian => self.uk,
            Language::English => self.en,
        }
    }
}
