use crate::kernel::route::Route;

pub fn routes() -> Vec<Route> {
    vec![]
}
