package vn.diaba.app.conflict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.store.sync.Conflict;

/** Words conflicts. Immutable; work for a thread that may ask the land. */
public final class ConflictCards {
    private static final int SHOWN_LABELS = 4;

    private final Fabric land;
    private final String person;
    private final Messages messages;

    /**
     * Cards over some land.
     *
     * @param land as it is here now
     * @param person who works here
     * @param messages the language of the cards
     */
    public ConflictCards(Fabric land, String person, Messages messages) {
        this.land = land;
        this.person = person;
        this.messages = messages;
    }

    /** A card for each decision to be made, oldest first: conflicts of land at one place are one. */
    public List<ConflictCard> of(List<Conflict> open) {
        Map<Object, List<Conflict>> together = new LinkedHashMap<>();
        for (Conflict conflict : open) {
            Object one = conflict.isOfLand()
                    ? List.of(Objects.requireNonNull(conflict.place()), conflict.subjects())
                    : conflict.id();
            together.computeIfAbsent(one, key -> new ArrayList<>()).add(conflict);
        }
        return together.values().stream().map(this::card).toList();
    }

    private ConflictCard card(List<Conflict> together) {
        Conflict first = together.get(0);
        LandVersions versions = new LandVersions(land, together);
        Set<ParcelId> concerned = versions.parcels();
        EastNorth place = first.place();
        List<ParcelId> live = concerned.stream()
                .filter(id -> land.findParcel(id).filter(Parcel::isLive).isPresent())
                .toList();
        String what = first.isOfLand()
                ? messages.sentence(
                        "conflict-of-land",
                        messages.sentence("rule." + first.subjects().get(0)))
                : first.subjects().stream().map(this::name).collect(Collectors.joining(", "));
        List<ConflictCard.Row> rows = new ArrayList<>();
        together.forEach(conflict -> rows(conflict, versions, together.size() > 1, rows));
        return new ConflictCard(
                first.id(),
                title(first, concerned),
                what,
                person,
                first.theirsBy(),
                first.theirsAt(),
                rows,
                live,
                versions.sketch(place));
    }

    private String title(Conflict conflict, Collection<ParcelId> concerned) {
        String parcels = labels(concerned);
        if (conflict.isOfLand()) {
            return messages.sentence("conflict-title-land", parcels);
        }
        Object any = any(conflict);
        if (any instanceof Parcel parcel) {
            return messages.sentence("card-title", parcel.label());
        }
        if (any instanceof Corner) {
            return parcels.isEmpty()
                    ? messages.sentence("conflict-title-corner-alone")
                    : messages.sentence("conflict-title-corner", parcels);
        }
        if (any instanceof SideFacts) {
            return messages.sentence("conflict-title-side", parcels);
        }
        if (any instanceof MapObject object) {
            return messages.sentence("conflict-title-object", object.level(), object.label());
        }
        if (any instanceof PlacedRecord point) {
            return messages.sentence("conflict-title-point", point.label());
        }
        if (any instanceof CaseFile file) {
            return messages.sentence("conflict-title-case", file.number());
        }
        if (any instanceof Paper paper) {
            return messages.sentence("conflict-title-paper", paper.type());
        }
        return messages.sentence(any instanceof Attachment ? "conflict-title-attachment" : "conflict-title-person");
    }

    private static Object any(Conflict conflict) {
        Object mine = conflict.mine();
        Object theirs = conflict.theirs();
        return mine != null ? mine : theirs != null ? theirs : Objects.requireNonNull(conflict.base());
    }

    private String labels(Collection<ParcelId> parcels) {
        List<String> labels = parcels.stream()
                .flatMap(id -> land.findParcel(id).stream())
                .map(Parcel::label)
                .sorted()
                .toList();
        String shown = labels.stream().limit(SHOWN_LABELS).collect(Collectors.joining("; "));
        return labels.size() > SHOWN_LABELS ? shown + "; …" : shown;
    }

    private void rows(Conflict conflict, LandVersions versions, boolean isNamed, List<ConflictCard.Row> rows) {
        Map<String, String> base = Facts.of(versions.value(conflict.key(), Version.BASE), messages);
        Map<String, String> mine = Facts.of(versions.value(conflict.key(), Version.MINE), messages);
        Map<String, String> theirs = Facts.of(versions.value(conflict.key(), Version.THEIRS), messages);
        Set<String> names = new LinkedHashSet<>(mine.keySet());
        names.addAll(theirs.keySet());
        names.addAll(base.keySet());
        // Of what is gone on one side the fates are compared, not every attribute with nothing.
        boolean isGone = mine.size() == 1 || theirs.size() == 1 || base.size() == 1;
        for (String name : names) {
            String was = base.getOrDefault(name, "");
            String here = mine.getOrDefault(name, "");
            String there = theirs.getOrDefault(name, "");
            boolean isOpen = conflict.subjects().contains(name) || conflict.isOfLand();
            boolean isShown = isGone ? name.equals("existence") : !was.equals(here) || !was.equals(there);
            if (isShown || isOpen && !conflict.isOfLand()) {
                String words = isNamed ? name(conflict, name) : name(name);
                rows.add(new ConflictCard.Row(words, was, here, there, isOpen));
            }
        }
    }

    private String name(Conflict conflict, String attribute) {
        Object any = any(conflict);
        String of = any instanceof Parcel parcel
                ? parcel.label()
                : messages.sentence("conflict-kind." + conflict.key().kind());
        return of + " · " + name(attribute);
    }

    private String name(String attribute) {
        String code = "conflict-fact." + attribute;
        return messages.has(code) ? messages.sentence(code) : attribute;
    }
}
