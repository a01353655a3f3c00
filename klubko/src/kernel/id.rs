//! Ids have types: a case cannot be handed to a consent.

use uuid::Uuid;

macro_rules! id {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {
        $($(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> { text.parse().map(Self) }
        }
        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self { Self(id) }
        }
        impl From<$name> for Uuid {
            fn from(id: $name) -> Self { id.0 }
        }
        impl super::value::Cell for $name {
            fn read(value: super::value::Value<'_>) -> Option<Self> { super::value::Cell::read(value).map(Self) }
        }
        impl From<$name> for super::value::Value<'_> {
            fn from(id: $name) -> Self { Self::Id(id.0) }
        })*
    };
}

id! {
    WorkerId,
    ServiceId,
    MembershipId,
    MandateId,
    SessionId,
    PersonId,
    FolderId,
    ThreadId,
    StatementId,
    ActivityId,
    AnonymousContactId,
    AssignmentId,
    ExclusionId,
    TaskId,
    AppointmentId,
    DraftId,
    /// Something shared with another service.
    ItemId,
}
