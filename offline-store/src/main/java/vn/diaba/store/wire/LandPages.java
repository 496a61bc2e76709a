package vn.diaba.store.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricLoader;
import vn.diaba.cadastre.fabric.ParcelBody;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Payload;

/**
 * All land of a zone in pages of some thousand objects, each the additions of a change set as JSON arrays, land and person
 * part: corners first, then parcels, sides, records. Without their person parts the pages give the land with nobody in it.
 * Stateless.
 */
public final class LandPages {
    /** Objects on a page. */
    public static final int PAGE_OBJECTS = 2_000;

    private static final byte[] NOTHING = "[]".getBytes(StandardCharsets.UTF_8);
    private static final String CHANGES = "\"changes\":";
    private static final String HEAD = head();

    private LandPages() {}

    /** The pages of all land. */
    public static List<Payload> of(Fabric land) {
        List<Payload> pages = new ArrayList<>();
        Filler filler = new Filler(pages::add);
        for (int slot = 0; slot < land.cornerSlots(); slot++) {
            if (land.isCorner(slot)) {
                Corner corner = land.cornerAt(slot);
                filler.add(new Change.CornerChange(corner.id(), null, corner));
            }
        }
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            land.findParcelAt(slot).ifPresent(parcel -> filler.add(new Change.ParcelChange(parcel.id(), null, parcel)));
        }
        land.forEachSide((key, facts) -> filler.add(new Change.SideChange(key, null, facts)));
        land.forEachRecord(record -> filler.add(new Change.RecordChange(record.id(), null, record)));
        filler.flush();
        return pages;
    }

    private static ChangeSet additions(List<Change> changes) {
        return new ChangeSet(
                new UUID(0, 0),
                "snapshot",
                Origin.LAND_DATABASE,
                null,
                "",
                Instant.EPOCH,
                null,
                List.of(),
                List.copyOf(changes));
    }

    /** What stands before the changes of a page in the text of a change set. */
    private static String head() {
        String text = WireJson.text(ChangeCodec.encode(additions(List.of())).land());
        return text.substring(0, text.indexOf(CHANGES));
    }

    private static Payload page(List<Change> changes) {
        Payload whole = ChangeCodec.encode(additions(changes));
        return new Payload(array(whole.land()), whole.person().length == 0 ? NOTHING : array(whole.person()));
    }

    /** The changes are the last field. */
    private static byte[] array(byte[] part) {
        String text = WireJson.text(part);
        return WireJson.utf8(text.substring(text.indexOf(CHANGES) + CHANGES.length(), text.length() - 1));
    }

    private static Payload whole(Payload page) {
        String land = HEAD + CHANGES + WireJson.text(page.land()) + "}";
        String person = "{\"reasons\":[]," + CHANGES + WireJson.text(page.person()) + "}";
        return new Payload(WireJson.utf8(land), WireJson.utf8(person));
    }

    /** Pages without persons. */
    public static List<Payload> masked(List<Payload> pages) {
        return pages.stream().map(page -> new Payload(page.land(), NOTHING)).toList();
    }

    /**
     * The land of pages.
     *
     * @throws CodecException if they are not the pages of land, or not in order
     */
    public static Fabric land(List<Payload> pages) throws CodecException {
        Loader loader = new Loader();
        for (Payload page : pages) {
            for (Change change : ChangeCodec.decode(whole(page)).changes()) {
                loader.add(change);
            }
        }
        try {
            return loader.land.done();
        } catch (IllegalArgumentException e) {
            throw new CodecException("pages that do not fit together", e);
        }
    }

    /** Collects changes to pages. Confined to one call. */
    private static final class Filler {
        private final Consumer<Payload> full;
        private final List<Change> changes = new ArrayList<>();

        Filler(Consumer<Payload> full) {
            this.full = full;
        }

        void add(Change change) {
            changes.add(change);
            if (changes.size() == PAGE_OBJECTS) {
                flush();
            }
        }

        void flush() {
            if (!changes.isEmpty()) {
                full.accept(page(changes));
                changes.clear();
            }
        }
    }

    /** Puts land together. Confined to one call. */
    private static final class Loader {
        private final FabricLoader land = new FabricLoader();
        private final Map<CornerId, Integer> slots = new HashMap<>();

        void add(Change change) throws CodecException {
            Object value = change.after();
            if (value instanceof Corner corner) {
                slots.put(corner.id(), land.corner(corner));
            } else if (value instanceof Parcel parcel) {
                add(parcel);
            } else if (value instanceof SideFacts facts && change instanceof Change.SideChange side) {
                land.side(side.id(), facts);
            } else if (value instanceof LandRecord entry) {
                land.entry(entry);
            } else {
                throw new CodecException("not the addition of an object", null);
            }
        }

        private void add(Parcel parcel) throws CodecException {
            List<int[]> rings = new ArrayList<>();
            List<Boolean> shells = new ArrayList<>();
            for (Face face : parcel.faces()) {
                rings.add(slots(face.shell()));
                shells.add(true);
                for (Ring hole : face.holes()) {
                    rings.add(slots(hole));
                    shells.add(false);
                }
            }
            boolean[] isShell = new boolean[shells.size()];
            for (int i = 0; i < isShell.length; i++) {
                isShell[i] = shells.get(i);
            }
            land.parcel(new FabricLoader.StoredParcel(
                    parcel.id(),
                    parcel.set(),
                    rings.toArray(int[][]::new),
                    isShell,
                    ParcelBody.open(parcel),
                    ParcelBody.secret(parcel)));
        }

        private int[] slots(Ring ring) throws CodecException {
            int[] numbers = new int[ring.corners().size()];
            for (int i = 0; i < numbers.length; i++) {
                Integer slot = slots.get(ring.corners().get(i));
                if (slot == null) {
                    throw new CodecException("a ring of corners that are not there", null);
                }
                numbers[i] = slot;
            }
            return numbers;
        }
    }
}
