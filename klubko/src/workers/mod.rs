//! Accounts and places of work, for the technical admin: who works where, since when, as what; no client is behind it.
//! A worker who leaves hands no case over by himself: each of his folders leaves the head a task (D26).

mod account;
mod pages;
mod places;
mod store;

use crate::kernel::route::Route;
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeAccounts, "/workers", pages::list),
        Route::page(Act::ManageAccounts, "/workers/new", pages::blank),
        Route::form(Act::ManageAccounts, "/workers/new", pages::hire),
        Route::page(Act::SeeAccounts, "/workers/{worker}", pages::one),
        Route::form(Act::ManageAccounts, "/workers/{worker}/memberships", places::join),
        Route::form(Act::ManageAccounts, "/workers/{worker}/memberships/end", places::leave),
        Route::form(Act::ManageAccounts, "/workers/{worker}/mandates", places::give_mandate),
        Route::form(Act::ManageAccounts, "/workers/{worker}/mandates/end", places::end_mandate),
        Route::weighed(Act::ManageAccounts, "/workers/{worker}/password", account::weigh, account::give_password),
        Route::form(Act::ManageAccounts, "/workers/{worker}/disable", account::disable),
        Route::form(Act::ManageAccounts, "/workers/{worker}/enable", account::enable),
    ]
}
