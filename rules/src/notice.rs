//! What a worker is told inside the product: a kind and what it is about, never a content and never a name.

use crate::coded;

coded! {
    /// What happened.
    pub enum NoticeKind {
        /// Another service shared something with him.
        Shared = "shared",
        /// Another service asks for a part of the commission.
        PartAsked = "part_asked",
        PartAnswered = "part_answered",
        /// A consent on which two services cooperate was withdrawn.
        ConsentWithdrawn = "consent_withdrawn",
        /// A peer mentor asks.
        MentorAsks = "mentor_asks",
        MentorAnswered = "mentor_answered",
        /// A peer mentor consulted something in favour of a client.
        MentorConsulted = "mentor_consulted",
        /// A meeting left an output to be written down.
        MeetingOutput = "meeting_output",
    }
}
