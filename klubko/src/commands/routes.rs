//! `klubko routes`: it only looks.

use klubko::kernel::route;
use klubko::routes;

pub fn print(json: bool) {
    let routes = routes::site_map();
    if json {
        return println!("{:#}", route::to_json(&routes));
    }
    for route in routes {
        println!("{:5} {}", route.method(), route.path());
    }
}
