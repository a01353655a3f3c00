//! A throw-away PostgreSQL for tests: its own folder, its own port on loopback, gone when the value is dropped. The crash
//! tests, which stop and start it in the middle of work, read this very file.
//!
//! The server refuses to run as root, so root starts it as the user `postgres`. What it keeps is worth nothing:
//! `fsync` is off.

use anyhow::{Context, Result, bail, ensure};
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

pub struct Postgres {
    server: Child,
    port: u16,
    folder: PathBuf,
    programs: PathBuf,
    owner: Option<(u32, u32)>,
}

impl Postgres {
    /// Makes the folder, which must not be there, and begins in it.
    pub fn start(folder: &Path) -> Result<Self> {
        let (programs, folder) = (programs()?, folder.to_path_buf());
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let owner = owner(&folder)?;
        let made = as_owner(owner, &programs.join("initdb"))
            .arg("--pgdata")
            .arg(folder.join("data"))
            .args(["--username=klubko", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"])
            .output()
            .context("initdb")?;
        ensure!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let server = spawn(owner, &programs, &folder, port)?;
        let started = Self { server, port, folder, programs, owner };
        started.make_database()?;
        Ok(started)
    }

    /// Ends the server: `INT` lets it close its books, `QUIT` does not.
    #[allow(dead_code, reason = "the crash tests do so")]
    pub fn stop(&mut self, signal: &str) -> Result<()> {
        Command::new("kill").args([&format!("-{signal}"), &self.server.id().to_string()]).status()?;
        self.server.wait()?;
        Ok(())
    }

    /// The same server again, on the same port.
    #[allow(dead_code, reason = "the crash tests do so")]
    pub fn start_again(&mut self) -> Result<()> {
        self.server = spawn(self.owner, &self.programs, &self.folder, self.port)?;
        Ok(())
    }

    /// What the tests are told in KLUBKO_TEST_POSTGRES.
    pub fn url(&self) -> String {
        format!("postgres://klubko@127.0.0.1:{}/klubko", self.port)
    }

    /// The server answers when its database can be made.
    fn make_database(&self) -> Result<()> {
        let port = self.port.to_string();
        let mut said = String::new();
        for _ in 0..100 {
            let made = Command::new(self.programs.join("createdb"))
                .args(["--host=127.0.0.1", "--port", &port, "--username=klubko", "klubko"])
                .output()?;
            if made.status.success() {
                return Ok(());
            }
            said = String::from_utf8_lossy(&made.stderr).into_owned();
            std::thread::sleep(Duration::from_millis(100));
        }
        bail!("PostgreSQL does not answer: {said}")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // SIGINT is its „fast shutdown“.
        let _ = Command::new("kill").args(["-INT", &self.server.id().to_string()]).status();
        let _ = self.server.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn spawn(owner: Option<(u32, u32)>, programs: &Path, folder: &Path, port: u16) -> Result<Child> {
    let log = std::fs::OpenOptions::new().create(true).append(true).open(folder.join("log"))?;
    let server = as_owner(owner, &programs.join("postgres"))
        .arg("-D")
        .arg(folder.join("data"))
        .args(settings(port, folder))
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .spawn();
    server.context("cannot start postgres")
}

fn settings(port: u16, sockets: &Path) -> Vec<String> {
    let pairs = [
        ("listen_addresses", "127.0.0.1".to_owned()),
        ("port", port.to_string()),
        ("unix_socket_directories", sockets.display().to_string()),
        ("max_connections", "300".to_owned()),
        ("fsync", "off".to_owned()),
        ("synchronous_commit", "off".to_owned()),
        ("full_page_writes", "off".to_owned()),
        ("autovacuum", "off".to_owned()),
    ];
    pairs.iter().flat_map(|(name, value)| ["-c".to_owned(), format!("{name}={value}")]).collect()
}

/// The newest of Debian's folders of PostgreSQL programs.
fn programs() -> Result<PathBuf> {
    let listed = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<_> = listed.map(|entry| entry.path().join("bin")).collect();
    found.retain(|folder| folder.join("initdb").is_file());
    found.sort();
    found.pop().context("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
}

/// Who runs the server: nobody else when we are not root, otherwise the user `postgres`, to whom the folder is given.
fn owner(folder: &Path) -> Result<Option<(u32, u32)>> {
    if folder.metadata()?.uid() != 0 {
        return Ok(None);
    }
    let users = std::fs::read_to_string("/etc/passwd")?;
    let line = users.lines().find(|line| line.starts_with("postgres:")).context("there is no user postgres")?;
    let mut numbers = line.split(':').skip(2).map(str::parse);
    let (Some(Ok(uid)), Some(Ok(gid))) = (numbers.next(), numbers.next()) else { bail!("/etc/passwd: {line}") };
    chown(folder, Some(uid), Some(gid))?;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755))?;
    Ok(Some((uid, gid)))
}

/// A program that ends with us, even when we are killed.
fn as_owner(owner: Option<(u32, u32)>, program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "INT"]).current_dir("/");
    if let Some((uid, gid)) = owner {
        command.args(["--reuid", &uid.to_string(), "--regid", &gid.to_string(), "--clear-groups"]);
    }
    command.arg("--").arg(program);
    command
}
