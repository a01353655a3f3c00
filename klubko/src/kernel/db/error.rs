//! How a database may fail, whichever engine it is: the pool answers each of these in its own way.

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug)]
pub enum Error {
    /// Another transaction was in the way; the same work may succeed when run again (40001, 40P01).
    Again,
    /// No room is left where the data are kept; what was begun can only be rolled back.
    Full,
    /// The database went away or cannot be reached. Lost at a commit, what it holds is unknown.
    Lost(String),
    Engine(String),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Again => f.write_str("another transaction was in the way"),
            Self::Full => f.write_str("no room is left"),
            Self::Lost(cause) | Self::Engine(cause) => f.write_str(cause),
        }
    }
}

impl std::error::Error for Error {}
