pub mod grounds;
pub mod handovers;
pub mod items;
pub mod joins;
pub mod offers;
pub mod parts;
pub mod received;
pub mod withdrawal;
