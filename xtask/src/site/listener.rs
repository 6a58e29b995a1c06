//! A socket that accepts connections, each served on a thread of its own, until it is dropped.
//!
//! It must not know the protocol of a connection.

use std::collections::HashMap;
use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

/// A listening socket on the loopback address. It ends when dropped: connections are cut, threads joined.
pub(super) struct Listener {
    address: SocketAddr,
    shared: Arc<Shared>,
    accept: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    stopping: AtomicBool,
    open: Mutex<HashMap<u64, TcpStream>>,
}

impl Shared {
    fn open(&self) -> MutexGuard<'_, HashMap<u64, TcpStream>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Listener {
    /// Listens on `port` (0 selects any free port), and has each connection served by `serve`.
    pub(super) fn start(port: u16, serve: impl Fn(&TcpStream) + Send + Sync + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::default());
        let accept = {
            let shared = Arc::clone(&shared);
            thread::spawn(move || accept(&listener, &shared, &Arc::new(serve)))
        };
        Ok(Self { address, shared, accept: Some(accept) })
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until the process ends.
    pub(super) fn wait(&mut self) {
        if let Some(accept) = self.accept.take() {
            let _ = accept.join();
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // `accept` has no timeout; a last connection wakes it up.
        let _ = TcpStream::connect(self.address);
        self.wait();
    }
}

fn accept<S: Fn(&TcpStream) + Send + Sync + 'static>(listener: &TcpListener, shared: &Arc<Shared>, serve: &Arc<S>) {
    let mut threads: Vec<JoinHandle<()>> = Vec::new();
    for (id, stream) in (0..).zip(listener.incoming()) {
        if shared.stopping.load(Ordering::SeqCst) {
            break;
        }
        let Ok(stream) = stream else { continue };
        let Ok(twin) = stream.try_clone() else {
            continue;
        };
        shared.open().insert(id, twin);
        threads.retain(|thread| !thread.is_finished());
        let (shared, serve) = (Arc::clone(shared), Arc::clone(serve));
        threads.push(thread::spawn(move || {
            serve(&stream);
            // Removing the clone closes the socket here, and resets its unread data.
            shared.open().remove(&id);
            let _ = stream.shutdown(Shutdown::Both);
        }));
    }
    for stream in shared.open().values() {
        let _ = stream.shutdown(Shutdown::Both);
    }
    for thread in threads {
        let _ = thread.join();
    }
}
