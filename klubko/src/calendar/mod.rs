//! Appointments: a booked consultation, a follow-up call, a planned visit. They stand on Můj den (decision 10);
//! calendar screens come later. The form that plans one stands in `agenda`.

mod store;

pub use store::{NewAppointment, attach, attach_assessment, cancel, hand_to, plan};
