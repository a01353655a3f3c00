//! What crosses the border to the database, free of any engine: values, columns, records.

use super::db::{Cells, Result};
use jiff::civil::Date;
use std::borrow::Cow;
use uuid::Uuid;

/// What crosses the border, in both directions.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    Null,
    Int(i64),
    Bool(bool),
    Id(Uuid),
    Text(Cow<'a, str>),
    Blob(Cow<'a, [u8]>),
}

impl Value<'_> {
    /// A value of its own, which may outlive what it was made of.
    pub fn kept(&self) -> Value<'static> {
        match self {
            Value::Null => Value::Null,
            Value::Int(n) => Value::Int(*n),
            Value::Bool(b) => Value::Bool(*b),
            Value::Id(id) => Value::Id(*id),
            Value::Text(text) => Value::Text(Cow::Owned(text.to_string())),
            Value::Blob(bytes) => Value::Blob(Cow::Owned(bytes.to_vec())),
        }
    }
}

/// A column type: how it is read. How it is bound is `From<T> for Value`.
pub trait Cell: Sized {
    fn read(value: Value<'_>) -> Option<Self>;
}

macro_rules! cell {
    ($type:ty, $($pattern:pat => $made:expr),* $(,)?) => {
        impl Cell for $type {
            fn read(value: Value<'_>) -> Option<Self> {
                match value { $($pattern => $made,)* _ => None }
            }
        }
    };
}
cell!(i64, Value::Int(n) => Some(n));
cell!(bool, Value::Bool(b) => Some(b), Value::Int(n) => Some(n != 0));
cell!(Uuid, Value::Id(id) => Some(id), Value::Blob(bytes) => Uuid::from_slice(&bytes).ok());
cell!(String, Value::Text(text) => Some(text.into_owned()));
cell!(Vec<u8>, Value::Blob(bytes) => Some(bytes.into_owned()));
cell!(Date, Value::Text(text) => text.parse().ok());

impl<T: Cell> Cell for Option<T> {
    fn read(value: Value<'_>) -> Option<Self> {
        if value == Value::Null { Some(None) } else { T::read(value).map(Some) }
    }
}

macro_rules! bound {
    ($($type:ty: $value:ident => $made:expr),* $(,)?) => {
        $(impl<'a> From<$type> for Value<'a> { fn from($value: $type) -> Self { $made } })*
    };
}
bound! {
    i64: n => Value::Int(n),
    bool: b => Value::Bool(b),
    Uuid: id => Value::Id(id),
    String: text => Value::Text(Cow::Owned(text)),
    &'a str: text => Value::Text(Cow::Borrowed(text)),
    &'a String: text => Value::Text(Cow::Borrowed(text)),
    &'a [u8]: bytes => Value::Blob(Cow::Borrowed(bytes)),
    &'a Vec<u8>: bytes => Value::Blob(Cow::Borrowed(bytes)),
    &'a [u8; 32]: bytes => Value::Blob(Cow::Borrowed(bytes)),
    Date: day => Value::Text(Cow::Owned(day.to_string())),
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}

/// Lists the values of `$1`, `$2`, …
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::kernel::value::Value::from($value)),*] };
}

/// Lets enumerations with codes be stored and read.
#[macro_export]
macro_rules! stored_as_code {
    ($($type:ty),* $(,)?) => {
        $(impl $crate::kernel::value::Cell for $type {
            fn read(value: $crate::kernel::value::Value<'_>) -> Option<Self> {
                match value {
                    $crate::kernel::value::Value::Text(code) => rules::coded::Coded::from_code(&code),
                    _ => None,
                }
            }
        }
        impl From<$type> for $crate::kernel::value::Value<'_> {
            fn from(value: $type) -> Self { Self::from(rules::coded::Coded::code(value)) }
        })*
    };
}
stored_as_code!(
    rules::access::Subject,
    rules::access::Tie,
    rules::access::Relation,
    rules::access::Act,
    rules::activity::Kind,
    rules::activity::Form,
    rules::agreement::AgreementForm,
    rules::attachment::FileType,
    rules::case_management::Choice,
    rules::case_management::CommunicationWay,
    rules::case_management::EndReason,
    rules::case_management::Form,
    rules::case_management::Mode,
    rules::case_management::Participation,
    rules::case_management::Phase,
    rules::closure::ClosureReason,
    rules::consent::ConsentForm,
    rules::consent::ConsentKind,
    rules::consent::sharing::Direction,
    rules::consent::Decision,
    rules::consent::LegalGround,
    rules::evaluation::Conclusion,
    rules::evaluation::GoalResult,
    rules::mentor::Conclusion,
    rules::mentor::DirectReason,
    rules::notice::NoticeKind,
    rules::meeting::GoalResult,
    rules::meeting::Rhythm,
    rules::plan::Doer,
    rules::plan::Participation,
    rules::plan::StepState,
    rules::rule::Rule,
    rules::sharing::HandoverSource,
    rules::sharing::ItemKind,
    rules::sharing::OfferWay,
    rules::sharing::PartAnswer,
    rules::sharing::PartRoute,
    rules::signing::Language,
    rules::signing::Outcome,
    rules::signing::SignerRole,
    rules::task::Origin,
    rules::task::Post,
    rules::profession::Profession,
    rules::profession::Position,
    rules::profession::Mandate,
    rules::visits::PlanForm,
    rules::refusal::EndedBy,
    rules::refusal::Ground,
    rules::refusal::OfferAnswer,
    rules::refusal::RefusalReason,
    rules::refusal::RemovalReason,
);

/// A struct whose fields are columns of the same name.
pub trait Record: Sized {
    const COLUMNS: &'static [&'static str];
    fn read(cells: &mut Cells<'_>) -> Result<Self>;
}

/// Declares a struct that is read from rows by column name.
#[macro_export]
macro_rules! record {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$note:meta])* $fvis:vis $field:ident: $type:ty),* $(,)? }) => {
        $(#[$meta])*
        $vis struct $name { $($(#[$note])* $fvis $field: $type),* }

        impl $crate::kernel::value::Record for $name {
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),*];
            fn read(cells: &mut $crate::kernel::db::Cells<'_>) -> $crate::kernel::db::Result<Self> {
                Ok(Self { $($field: cells.take()?),* })
            }
        }
    };
}
