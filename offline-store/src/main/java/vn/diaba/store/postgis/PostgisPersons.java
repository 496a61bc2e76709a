package vn.diaba.store.postgis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.RemoteException;

/** The seal on persons in a land database on PostgreSQL, for its administrator. Safe. */
public final class PostgisPersons implements AutoCloseable {
    private final PostgisCalls calls;

    /** Connects to an address when it is first asked something. */
    public PostgisPersons(PostgisAddress address) {
        calls = new PostgisCalls(address);
    }

    /**
     * How persons lie. Immutable.
     *
     * @param sealing the id of the key that seals, 16 hexadecimal digits; "" while persons lie in clear
     * @param file the id of the first key in the server's file; "" where there is none that can be read
     * @param zones the numbers of all zones, ascending
     */
    public record State(String sealing, String file, List<Integer> zones) {
        /** Copies the list. */
        public State {
            zones = List.copyOf(zones);
        }

        /** Whether persons are sealed. */
        public boolean isSealed() {
            return !sealing.isEmpty();
        }

        /** Whether the file's first key is another than the one that seals. */
        public boolean isToBeTurned() {
            return !file.isEmpty() && !file.equals(sealing);
        }
    }

    /** How persons lie now. */
    public State state() throws RemoteException {
        JsonObject said = calls.object("person_key()");
        return PostgisLandDatabase.read(() -> {
            List<Integer> zones = new ArrayList<>();
            for (Object zone : said.list("zones")) {
                zones.add(Integer.valueOf(String.valueOf(zone)));
            }
            return new State(said.text("sealing"), said.text("file"), zones);
        });
    }

    /**
     * Lets the first key in the server's file seal from now on, and seals with it what is not yet, zone by zone; work goes on
     * meanwhile. May be repeated, and begun anew after a stop.
     *
     * @param done is told of each zone that is done
     * @return how many values were sealed: when none, other keys may leave the file
     * @throws RemoteException {@code person-key-none} without a file; {@code person-key-missing} when the key before is not in it
     */
    public long seal(IntConsumer done) throws RemoteException {
        calls.rows("SELECT sync_api.person_key_turn()", row -> row.getString(1));
        long sealed = 0;
        for (int zone : state().zones()) {
            long more;
            do {
                more = calls.rows("SELECT sync_api.person_seal(?)", row -> row.getLong(1), zone)
                        .get(0);
                sealed += more;
            } while (more > 0);
            done.accept(zone);
        }
        return sealed;
    }

    @Override
    public void close() {
        calls.close();
    }
}
