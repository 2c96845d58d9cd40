package org.muniment.protocols;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts connections on one port and gives each a virtual thread that serves it.
 *
 * <p>Whoever comes from outside the allowed networks, or when all places are taken, gets one reply line and is closed.
 * A watch looks at all connections several times a second and ends those whose time is over, so times are kept to about
 * {@value #WATCH_MILLIS} milliseconds. No thread that serves a connection is ever interrupted: an interrupt would close
 * the files that the receiver of a message is just writing. Thread-safe.
 */
public final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int WATCH_MILLIS = 200;
    private static final int BACKLOG = 256;
    private static final int TEXT_BUFFER = 64 * 1024;
    private static final int TEXT_BUFFERS_KEPT = 32;
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final Duration AFTER_CUT = Duration.ofSeconds(1);

    private final Door door;
    private final LineProtocol protocol;
    private final ServerSocket server;
    private final Admission admission;
    private final Buffers buffers = new Buffers(TEXT_BUFFER, TEXT_BUFFERS_KEPT);
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final LongAdder accepted = new LongAdder();
    private final LongAdder notAllowed = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final Seldom warnNotAllowed = new Seldom();
    private final Seldom warnFull = new Seldom();
    private volatile boolean stopping;

    private Listener(Door door, LineProtocol protocol, ServerSocket server) {
        this.door = door;
        this.protocol = protocol;
        this.server = server;
        this.admission = new Admission(door.connections(), door.connectionsPerClient());
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(protocol.name() + "-", 0).factory());
    }

    /**
     * Binds the port and begins to accept.
     *
     * @throws IOException if the port cannot be bound; the text names it
     */
    public static Listener open(Door door, LineProtocol protocol) throws IOException {
        Listener listener = new Listener(door, protocol, bind(door));
        Thread.ofPlatform().daemon().name(protocol.name() + "-watch").start(listener::watchUntilStopped);
        Thread.ofVirtual().name(protocol.name() + "-accept").start(listener::acceptAll);
        LOG.info("{} listens on {} port {}", protocol.name(), door.bind().getHostAddress(), listener.port());
        return listener;
    }

    private static ServerSocket bind(Door door) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.bind(new InetSocketAddress(door.bind(), door.port()), BACKLOG);
            return server;
        } catch (IOException e) {
            server.close();
            throw new IOException(
                    "cannot listen on " + door.bind().getHostAddress() + " port " + door.port() + ": " + e.getMessage(),
                    e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** What has happened at the door since it was opened. */
    public DoorCounts counts() {
        return new DoorCounts(admission.present(), accepted.sum(), notAllowed.sum(), turnedAway.sum());
    }

    private void acceptAll() {
        while (!stopping) {
            try {
                admit(server.accept());
            } catch (IOException | RejectedExecutionException e) {
                if (!stopping) {
                    LOG.warn("{} cannot accept a connection: {}", protocol.name(), e.toString());
                    LockSupport.parkNanos(MILLISECONDS.toNanos(WATCH_MILLIS)); // out of file handles, most likely
                }
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        InetAddress client = socket.getInetAddress();
        if (!door.allowed().contains(client)) {
            notAllowed.increment();
            if (warnNotAllowed.now()) {
                LOG.warn("{} refuses {}: not in the allowed networks", protocol.name(), client.getHostAddress());
            }
            refuse(socket, protocol.notAllowed());
        } else if (!admission.enter(client)) {
            turnedAway.increment();
            if (warnFull.now()) {
                LOG.warn("{} is full: {} connections", protocol.name(), admission.present());
            }
            refuse(socket, protocol.full());
        } else {
            accepted.increment();
            start(socket, client);
        }
    }

    /** Never blocks: the line fits into the empty send buffer of a new socket. */
    private static void refuse(Socket socket, String reply) {
        try (socket) {
            socket.getOutputStream().write((reply + "\r\n").getBytes(US_ASCII));
            socket.shutdownOutput();
        } catch (IOException e) {
            Quiet.gone(e);
        }
    }

    private void start(Socket socket, InetAddress client) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            Connection connection = new Connection(socket, protocol, buffers, door.patience(), () -> stopping);
            connections.add(connection);
            threads.execute(() -> serve(connection, client));
        } catch (IOException | RejectedExecutionException e) {
            admission.leave(client);
            socket.close();
            throw e;
        }
    }

    private void serve(Connection connection, InetAddress client) {
        try {
            protocol.serve(connection);
        } catch (IOException e) {
            Quiet.gone(e);
        } catch (RuntimeException e) {
            LOG.error("{} ends a connection because of an error of ours", protocol.name(), e);
        } finally {
            connection.close();
            connections.remove(connection);
            admission.leave(client);
        }
    }

    private void watchUntilStopped() {
        try {
            while (!stopped.await(WATCH_MILLIS, MILLISECONDS)) {
                watch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; this thread is ours alone
        }
    }

    private void watch() {
        long now = System.nanoTime();
        for (Connection connection : connections) {
            connection.watch(now, stopping);
        }
    }

    /** Stops with a grace of 8 seconds, so that all is done within 10. */
    @Override
    public void close() {
        stop(GRACE);
    }

    /**
     * Accepts nobody any more, says good-bye to clients at rest, lets the others finish what they have begun for the
     * time of {@code grace}, and then cuts them off: what was not acknowledged they will send again. Returns when all
     * connections have ended, at the latest about a second after the grace; a receiver that is still busy then is left
     * to itself. Does nothing the second time.
     */
    public void stop(Duration grace) {
        stopping = true;
        try {
            server.close();
        } catch (IOException e) {
            Quiet.gone(e);
        }
        threads.shutdown();
        watch();
        if (!ended(grace)) {
            LOG.warn("{} cuts off {} connections", protocol.name(), connections.size());
            connections.forEach(Connection::cut);
            ended(AFTER_CUT);
        }
        stopped.countDown();
        LOG.info("{} has stopped", protocol.name());
    }

    private boolean ended(Duration within) {
        try {
            return threads.awaitTermination(within.toNanos(), NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever interrupts us is in a hurry: go on with cutting off
            return false;
        }
    }
}
