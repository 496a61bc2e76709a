package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.conflict.ConflictCard;
import vn.diaba.app.conflict.ConflictCards;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.store.sync.Conflict;

/**
 * Conflicts as an answer tells them: to programs by codes, to people in the words of the window, a line for each decision.
 * Persons are not written. Immutable.
 *
 * @param all every conflict
 * @param cards one for each decision, named like its first conflict
 */
record ConflictText(List<Conflict> all, List<ConflictCard> cards) {
    /** Words conflicts of a workspace over its land as it is now. */
    static ConflictText of(List<Conflict> all, OpenWorkspace open, Messages messages) {
        return new ConflictText(all, new ConflictCards(open.fabric(), open.person(), messages).of(all));
    }

    void write(JsonWriter json) throws IOException {
        json.objects(
                "conflicts", all, (inner, conflict) -> inner.text("kind", conflict.isOfLand() ? "land" : kind(conflict))
                        .text("place", place(conflict))
                        .text("id", conflict.id().toString())
                        .text("subject", conflict.key().object())
                        .texts("attributes", conflict.subjects())
                        .text("base", text(conflict.base()))
                        .text("mine", text(conflict.mine()))
                        .text("theirs", text(conflict.theirs()))
                        .text("mineBy", conflict.mineBy().name())
                        .text("mineAt", conflict.mineBy().at().toString())
                        .text("theirsBy", conflict.theirsBy())
                        .text("theirsAt", conflict.theirsAt().toString()));
    }

    void say(TextLines lines) {
        Map<UUID, Conflict> byId =
                all.stream().collect(Collectors.toMap(Conflict::id, Function.identity(), (first, same) -> first));
        for (ConflictCard card : cards) {
            say(lines, Objects.requireNonNull(byId.get(card.id())), card);
        }
    }

    private static void say(TextLines lines, Conflict conflict, ConflictCard card) {
        EastNorth place = conflict.place();
        if (place != null) {
            lines.say(
                    "sync-land-conflict",
                    lines.messages().sentence("rule." + conflict.subjects().get(0)),
                    said(place, lines.messages()),
                    conflict.theirsBy(),
                    conflict.theirsAt(),
                    conflict.mineBy().name(),
                    conflict.mineBy().at(),
                    card.title());
            return;
        }
        lines.say(
                "sync-conflict",
                card.title(),
                card.what(),
                told(lines, conflict.mine(), card, ConflictCard.Row::mine),
                told(lines, conflict.theirs(), card, ConflictCard.Row::theirs),
                conflict.theirsBy(),
                conflict.theirsAt(),
                conflict.mineBy().name(),
                conflict.mineBy().at());
    }

    /** The values in question; of what names persons, and of what has no attributes to show, only what it is. */
    private static String told(
            TextLines lines, @Nullable Object value, ConflictCard card, Function<ConflictCard.Row, String> side) {
        if (value == null) {
            return lines.messages().sentence("conflict-gone");
        }
        boolean isNamed = isPersonal(value) || value instanceof CaseFile;
        List<String> open = card.rows().stream()
                .filter(ConflictCard.Row::isOpen)
                .map(side)
                .map(one -> one.isEmpty() ? "–" : one)
                .toList();
        return isNamed || open.isEmpty() ? said(value, lines.messages()) : String.join(", ", open);
    }

    /** A value for people: places by name of their axes. */
    private static String said(Object value, Messages messages) {
        if (value instanceof Corner corner) {
            return said(corner.position(), messages);
        }
        return value instanceof PlacedRecord object
                ? object.level() + " " + object.label() + " "
                        + said(object.shape().first(), messages)
                : String.valueOf(text(value));
    }

    private static String said(EastNorth place, Messages messages) {
        return messages.sentence("conflict-place", place.north(), place.east());
    }

    private static @Nullable String place(Conflict conflict) {
        EastNorth place = conflict.place();
        return place == null ? null : place.east() + " " + place.north();
    }

    private static String kind(Conflict conflict) {
        return Stream.of(conflict.base(), conflict.mine(), conflict.theirs())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(value -> value.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .orElse("record");
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Corner corner) {
            return corner.position().east() + " " + corner.position().north();
        }
        if (value instanceof Parcel parcel) {
            return parcel.label();
        }
        if (value instanceof PlacedRecord object) {
            EastNorth place = object.shape().first();
            return object.level() + " " + object.label() + " " + place.east() + " " + place.north();
        }
        if (value instanceof CaseFile file) {
            return file.number();
        }
        return value == null ? null : isPersonal(value) ? "…" : value.toString();
    }

    private static boolean isPersonal(Object value) {
        return value instanceof Party || value instanceof Paper || value instanceof Attachment;
    }
}
