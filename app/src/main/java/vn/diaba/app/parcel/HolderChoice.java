package vn.diaba.app.parcel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

/** Whom a paper can name: the land users of a parcel, all of them or one. Stateless. */
final class HolderChoice {
    private static final int NAMED = 2;

    private HolderChoice() {}

    /** Ids of the land users of a parcel, by their names. */
    static List<UUID> users(Fabric fabric, ParcelId parcel) {
        return fabric.rightsOf(parcel).stream()
                .map(Right::party)
                .distinct()
                .sorted(java.util.Comparator.comparing((UUID id) -> name(fabric, id))
                        .thenComparing(UUID::toString))
                .toList();
    }

    /**
     * What to choose from.
     *
     * @param users of the parcel
     * @param isIdentity whether it says who somebody is, and so names one of them
     * @param now whom it names already; offered too
     */
    static List<Set<UUID>> all(List<UUID> users, boolean isIdentity, Set<UUID> now) {
        List<Set<UUID>> all = new ArrayList<>();
        if (!isIdentity) {
            all.add(new LinkedHashSet<>(users));
        }
        users.forEach(user -> all.add(Set.of(user)));
        if (!isIdentity) {
            all.add(Set.of());
        }
        if (!now.isEmpty()) {
            all.add(now);
        }
        return all.stream().distinct().toList();
    }

    /** How a choice reads. */
    static String text(Set<UUID> chosen, Fabric fabric, Messages messages) {
        List<String> names =
                chosen.stream().map(id -> name(fabric, id)).sorted().toList();
        if (names.isEmpty()) {
            return messages.sentence("card-paper-names-nobody");
        }
        return names.size() <= NAMED
                ? String.join(", ", names)
                : messages.sentence("card-paper-names-all", names.size(), names.get(0));
    }

    /** What people call a party; "" for one that is not there. */
    static String name(Fabric fabric, UUID id) {
        return fabric.findRecord(id).orElse(null) instanceof Party party ? party.name() : "";
    }
}
