package vn.diaba.store.fault;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.workspace.Surroundings;
import vn.diaba.store.workspace.Workspaces;

/** A process of its own that edits and syncs until it comes to its crash point for the n-th time, and ends there at once. */
public final class CrashingClient {
    /** What a process that came to its point returns. */
    static final int ENDED = 77;

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
    private final CrashPoint point;
    private int left;
    private boolean merging;

    private CrashingClient(CrashPoint point, int nth) {
        this.point = point;
        left = nth;
    }

    private boolean isDue(CrashPoint here) {
        return here == point && --left <= 0;
    }

    private void at(CrashPoint here) {
        if (isDue(here)) {
            Runtime.getRuntime().halt(ENDED);
        }
    }

    private final class Hooks implements HookedChannel.Hooks {
        @Override
        public int writing(int bytes) {
            at(merging ? CrashPoint.BEFORE_MERGE_JOURNAL : CrashPoint.BEFORE_JOURNAL);
            return isDue(merging ? CrashPoint.MID_MERGE : CrashPoint.MID_JOURNAL) ? bytes / 2 : 0;
        }

        @Override
        public void torn() {
            Runtime.getRuntime().halt(ENDED);
        }

        @Override
        public void forced() {
            at(merging ? CrashPoint.AFTER_MERGE_JOURNAL : CrashPoint.AFTER_JOURNAL);
        }
    }

    /** The line to the land database. */
    private final class Line extends Witness {
        Line(LandDatabase remote) {
            super(remote);
        }

        @Override
        public PushAnswer push(Push push) throws RemoteException {
            at(CrashPoint.BEFORE_SEND);
            if (isDue(CrashPoint.AFTER_SEND)) {
                Thread end = new Thread(() -> {
                    LockSupport.parkNanos((push.id().hashCode() & 0xfff) * 4_000L);
                    Runtime.getRuntime().halt(ENDED);
                });
                end.start();
            }
            PushAnswer answer = super.push(push);
            if (answer instanceof PushAnswer.Accepted accepted) {
                out.println(CrashPointsTest.TOLD + push.id() + " " + accepted.seq());
            }
            at(CrashPoint.BEFORE_MARK);
            return answer;
        }

        @Override
        public Delta pull(Checkpoint after, int maxBytes) throws RemoteException {
            at(CrashPoint.BEFORE_PULL);
            Delta page = super.pull(after, 1_000);
            if (!page.entries().isEmpty()) {
                at(CrashPoint.MID_PAGE);
            }
            return page;
        }
    }

    /** Edits and syncs; arguments: workspace's folder, land database's folder, point, how often, seed. */
    public static void main(String[] arguments) throws Exception {
        CrashingClient client = new CrashingClient(CrashPoint.valueOf(arguments[2]), Integer.parseInt(arguments[3]));
        client.run(Path.of(arguments[0]), Path.of(arguments[1]), Long.parseLong(arguments[4]));
    }

    private void run(Path base, Path office, long seed) throws Exception {
        Hooks hooks = new Hooks();
        Surroundings machine = new Surroundings(
                Workspaces.CLOCK,
                new DiskGuard(),
                (file, options) -> Files.isDirectory(file)
                        ? FileChannel.open(file, options)
                        : new HookedChannel(FileChannel.open(file, options), hooks),
                1 << 20);
        Random random = new Random(seed);
        try (LocalAuthority authority = LocalAuthority.open(
                        office.resolve("central"),
                        Keys.in(office.resolve("keys")),
                        LandJudge.LENIENT,
                        Clock.systemUTC());
                FaultDesk desk = new FaultDesk(FaultDesk.openStore(base, machine)) {
                    @Override
                    public boolean merge(ChangeSet act) throws JournalException {
                        merging = true;
                        boolean taken = super.merge(act);
                        merging = false;
                        return taken;
                    }
                }) {
            Line line = new Line(authority);
            BorderEdits edits = new BorderEdits(CrashPointsTest.block(), seed, false, random);
            for (int round = 0; round < 6; round++) {
                desk.engine(line).run(1, Resolution.KEEP_MINE, Progress.NONE);
                for (int n = 0; n < 3; n++) {
                    ChangeSet act = edits.next(desk.fabric());
                    desk.edit(act);
                    at(CrashPoint.AFTER_COMMIT);
                    out.println(act.id());
                }
            }
        }
    }
}
