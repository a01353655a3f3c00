//! E-mail addresses: a light look at the syntax (UX 2a no. 7); whether one works is shown only by a letter that arrives.

/// An address with a plausible shape; the domain in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(String);

/// Why a text is no e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EmailFlaw {
    Empty,
    /// No `@`, or more than one.
    AtSign {
        count: usize,
    },
    /// A space inside: two addresses, or a slip.
    Space,
    /// Nothing or something odd before the `@`.
    BeforeAt {
        typed: String,
    },
    /// The part after the `@` is no domain, as `seznam` without `.cz`.
    Domain {
        typed: String,
    },
    /// A letter with an accent or a sign that addresses do not have.
    Sign {
        sign: char,
    },
    TooLong,
}

const LONGEST: usize = 254;
const LONGEST_BEFORE_AT: usize = 64;

impl Email {
    pub fn read(text: &str) -> Result<Self, EmailFlaw> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EmailFlaw::Empty);
        }
        if text.chars().any(char::is_whitespace) {
            return Err(EmailFlaw::Space);
        }
        let (local, domain) = match text.matches('@').count() {
            1 => text.split_once('@').unwrap_or_default(),
            count => return Err(EmailFlaw::AtSign { count }),
        };
        if let Some(sign) = text.chars().find(|c| !may_stand_in_address(*c)) {
            return Err(EmailFlaw::Sign { sign });
        }
        if text.len() > LONGEST || local.len() > LONGEST_BEFORE_AT {
            return Err(EmailFlaw::TooLong);
        }
        if local.split('.').any(str::is_empty) {
            return Err(EmailFlaw::BeforeAt { typed: local.to_owned() });
        }
        if !is_domain(domain) {
            return Err(EmailFlaw::Domain { typed: domain.to_owned() });
        }
        Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn may_stand_in_address(c: char) -> bool {
    c.is_ascii_alphanumeric() || "@.!#$%&'*+-/=?^_`{|}~".contains(c)
}

fn is_domain(domain: &str) -> bool {
    let label = |one: &str| {
        !one.is_empty()
            && !one.starts_with('-')
            && !one.ends_with('-')
            && one.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let top = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.')
        && domain.split('.').all(label)
        && top.len() >= 2
        && top.starts_with(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn usual_addresses_are_read_and_the_domain_is_lowered() {
        let cases = [
            (" jitka.pokusna@posta.example ", "jitka.pokusna@posta.example"),
            ("J_Pokusna+klubko@Posta.Example", "J_Pokusna+klubko@posta.example"),
            ("o'brien@a-b.co.example", "o'brien@a-b.co.example"),
        ];
        for (typed, read) in cases {
            assert_eq!(Email::read(typed).unwrap().as_str(), read);
        }
    }

    #[test]
    fn a_wrong_address_says_what_is_wrong_with_it() {
        use EmailFlaw::*;
        let cases = [
            ("", Empty),
            ("jitka.posta.example", AtSign { count: 0 }),
            ("jitka@@posta.example", AtSign { count: 2 }),
            ("jitka@posta.example hana@posta.example", Space),
            ("@posta.example", BeforeAt { typed: String::new() }),
            ("jitka.@posta.example", BeforeAt { typed: "jitka.".into() }),
            ("jitka@posta", Domain { typed: "posta".into() }),
            ("jitka@posta..example", Domain { typed: "posta..example".into() }),
            ("jitka@10.0.0.1", Domain { typed: "10.0.0.1".into() }),
            ("pokusná@posta.example", Sign { sign: 'á' }),
            ("jitka@posta,example", Sign { sign: ',' }),
        ];
        for (typed, flaw) in cases {
            assert_eq!(Email::read(typed), Err(flaw), "{typed}");
        }
        assert_eq!(Email::read(&format!("{}@posta.example", "a".repeat(65))), Err(TooLong));
    }

    proptest! {
        #[test]
        fn what_was_read_is_read_again(typed in "[a-z]{1,9}(\\.[a-z]{1,9})?@[A-Za-z]{1,9}\\.[a-z]{2,5}") {
            let read = Email::read(&typed).unwrap();
            prop_assert_eq!(Email::read(read.as_str()).unwrap(), read);
        }

        #[test]
        fn no_text_makes_the_reader_fall(text in "\\PC{0,30}") {
            let _ = Email::read(&text);
        }
    }
}
