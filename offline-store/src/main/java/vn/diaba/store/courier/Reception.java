package vn.diaba.store.courier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.office.GuardedDatabase;
import vn.diaba.store.office.Register;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;

/**
 * The office's end of the way by files: takes a file, offers what it brings in its sender's name, writes the receipt. A file
 * that was taken gets the same receipt again; one that is older than what was taken offers nothing, since the newer one held
 * all of it that still waited. Confined to one thread.
 */
public final class Reception {
    private static final int PAGE_BYTES = 1 << 20;
    private static final int MAX_ENTRIES = 100_000;

    private final LocalAuthority authority;
    private final Register register;
    private final Clock clock;

    /** Takes files for a land database. */
    public Reception(LocalAuthority authority, Register register, Clock clock) {
        this.authority = authority;
        this.register = register;
        this.clock = clock;
    }

    /**
     * What became of a file. Immutable.
     *
     * @param user whose it was
     * @param offered change sets it brought
     * @param accepted those that became land
     * @param state whether it was taken now, had been taken, or was older than one that was taken
     */
    public record Taken(String user, int offered, int accepted, State state) {}

    /** How a file was met. */
    public enum State {
        /** Taken now. */
        NEW,
        /** Had been taken: the same receipt again. */
        AGAIN,
        /** A newer one was taken before: only what is new goes back. */
        OLDER
    }

    /**
     * Takes a file and writes its receipt.
     *
     * @throws RemoteException {@code file-not-ours}, {@code file-altered}, {@code file-for-other}, {@code file-kind-wrong},
     *     {@code file-replayed} for another file with a number that was taken; {@code token-over}, {@code device-revoked},
     *     {@code device-key-differs}; nothing was taken then
     */
    public Taken take(Path file, Path receipt) throws RemoteException {
        Envelope envelope = Envelope.read(file, register.keys());
        Envelope.Head head = envelope.head();
        Outgoing brought = brought(file, envelope);
        Register.Caller caller = register.caller(brought.token());
        @Nullable UUID bound = caller.token().device();
        if (bound != null && !bound.equals(head.device())) {
            throw new RemoteException("file-for-other", List.of(file.toString()), null);
        }
        String signKey = head.writer().signText();
        long last = register.lastFile(head.device(), signKey);
        Path kept = authority.folder().resolve("receipts").resolve(head.device() + "-" + head.number());
        int count = brought.pushes().size();
        if (head.number() == last) {
            again(file, kept, receipt);
            return new Taken(caller.account().name(), count, 0, State.AGAIN);
        }
        boolean older = head.number() < last;
        GuardedDatabase view = new GuardedDatabase(authority, register, caller, head.device());
        if (!older) {
            new Unloading(file, envelope, brought).into(view.contents());
        }
        Receipt made = answer(view, caller, brought, older);
        Envelope.Head back = new Envelope.Head(
                FilePost.RECEIPT,
                register.central(),
                head.device(),
                head.number(),
                register.keys().known());
        Contents contents = view.contents();
        new Letter(
                        receipt,
                        back,
                        register.keys(),
                        head.writer().agree(),
                        made.content(caller.account().name(), clock.instant()))
                .write(made.cargo().given(), (content, part) -> contents.part(brought.wantsOf(), content, part));
        if (older) {
            return new Taken(caller.account().name(), count, 0, State.OLDER);
        }
        keep(file, receipt, kept);
        register.taken(caller, head.device(), brought.machine(), signKey, head.number());
        forget(head.device(), last);
        return new Taken(caller.account().name(), count, made.accepted(), State.NEW);
    }

    private Outgoing brought(Path file, Envelope envelope) throws RemoteException {
        if (!envelope.head().kind().equals(FilePost.PARCEL)) {
            throw new RemoteException("file-kind-wrong", List.of(file.toString()), null);
        }
        try {
            Outgoing brought = Outgoing.of(envelope.content());
            boolean fits = envelope.head().central().equals(register.central())
                    && envelope.head().device().equals(brought.device());
            if (!fits) {
                throw new RemoteException("file-for-other", List.of(file.toString()), null);
            }
            return brought;
        } catch (CodecException | IllegalArgumentException e) {
            throw new RemoteException("file-not-ours", List.of(file.toString()), e);
        }
    }

    private Receipt answer(GuardedDatabase view, Register.Caller caller, Outgoing brought, boolean older)
            throws RemoteException {
        Map<UUID, Object> verdicts = new LinkedHashMap<>();
        List<UUID> asked = new ArrayList<>(brought.asked());
        for (Push push : brought.pushes()) {
            if (older) {
                asked.add(push.id());
            } else {
                verdicts.put(push.id(), verdict(view, push));
            }
        }
        view.status(asked).forEach(verdicts::putIfAbsent);
        Delta delta = null;
        Snapshot snapshot = null;
        RemoteException fault = null;
        @Nullable Checkpoint at = brought.at();
        try {
            if (at != null) {
                delta = all(view, at);
            } else if (brought.zone() != null) {
                snapshot = view.snapshot(brought.zone());
            }
        } catch (RemoteException e) {
            rethrowOurs(e);
            fault = e;
        }
        return new Receipt(
                view.hello(brought.device()),
                verdicts,
                delta == null ? null : at,
                delta,
                snapshot,
                fault,
                register.renewed(caller.account(), brought.device()),
                Cargo.of(view.contents(), brought.wantsOf(), brought.wanted()));
    }

    private static Object verdict(GuardedDatabase view, Push push) throws RemoteException {
        try {
            return view.push(push);
        } catch (RemoteException e) {
            rethrowOurs(e);
            return e;
        }
    }

    /** Trouble here is no answer: the file is taken again when it is over. */
    private static void rethrowOurs(RemoteException fault) throws RemoteException {
        if (fault.code().equals("land-database-busy") || fault.code().equals("land-database-failed")) {
            throw fault;
        }
    }

    private static Delta all(GuardedDatabase view, Checkpoint from) throws RemoteException {
        List<Delta.Entry> entries = new ArrayList<>();
        Checkpoint at = from;
        while (true) {
            Delta page = view.pull(at, PAGE_BYTES);
            at = page.verify(at);
            entries.addAll(page.entries());
            if (page.entries().isEmpty() || at.seq() >= page.headSeq() || entries.size() > MAX_ENTRIES) {
                return new Delta(entries, at.seq());
            }
        }
    }

    private void again(Path file, Path kept, Path receipt) throws RemoteException {
        try {
            if (!Files.readString(mark(kept)).equals(markOf(file))) {
                throw new RemoteException("file-replayed", List.of(file.toString()), null);
            }
            Files.copy(kept, receipt, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RemoteException("file-not-written", List.of(receipt.toString()), e);
        }
    }

    private static Path mark(Path kept) {
        return kept.resolveSibling(kept.getFileName() + ".sha256");
    }

    private static String markOf(Path file) throws IOException {
        MessageDigest digest = Payload.sha256();
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void keep(Path file, Path receipt, Path kept) throws RemoteException {
        try {
            Files.createDirectories(kept.getParent());
            Files.copy(receipt, kept, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(mark(kept), markOf(file));
        } catch (IOException e) {
            throw new RemoteException("file-not-written", List.of(kept.toString()), e);
        }
    }

    private void forget(UUID device, long number) throws RemoteException {
        Path old = authority.folder().resolve("receipts").resolve(device + "-" + number);
        try {
            Files.deleteIfExists(old);
            Files.deleteIfExists(mark(old));
        } catch (IOException e) {
            throw new RemoteException("file-not-written", List.of(old.toString()), e);
        }
    }
}
