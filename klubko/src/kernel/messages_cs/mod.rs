//! Sentences in Czech for values of the rules, one file for each of their modules. A template says `{{ tie.cs() }}`.

pub mod access;
pub mod act;
pub mod activity;
pub mod agreement;
pub mod assessment;
pub mod attachment;
pub mod case_management;
pub mod closure;
pub mod consent;
pub mod consultation;
pub mod evaluation;
pub mod first_contact;
pub mod input;
pub mod inspection;
pub mod intake;
pub mod law;
pub mod meeting;
pub mod mentor;
pub mod password;
pub mod plan;
pub mod readiness;
pub mod refusal;
pub mod rule;
pub mod settings;
pub mod sharing;
pub mod status;
pub mod team;
pub mod toast;
pub mod warning;

use std::borrow::Cow;

pub trait InCzech {
    fn cs(&self) -> Cow<'static, str>;
}
