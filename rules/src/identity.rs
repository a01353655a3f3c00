//! What people and organisations are told apart by: numbers, addresses and names as they are typed (practice 3.7).
//!
//! Each reader takes the text of one field and answers with the value in its normal form or with a flaw that carries
//! what the message for the worker needs. An empty field is for the caller: it is asked for or it is not.

pub mod birth_number;
pub mod company_number;
pub mod email;
pub mod person_name;
pub mod phone;
pub mod postcode;

crate::coded! {
    /// Sex as reports ask for it; not knowing it is the absence of a value.
    pub enum Sex {
        Female = "female",
        Male = "male",
    }
}

/// The digits of a number typed with spaces; anything else in it makes it unreadable.
fn digits_between_spaces(text: &str) -> Option<String> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    (!bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit())).then_some(bare)
}
