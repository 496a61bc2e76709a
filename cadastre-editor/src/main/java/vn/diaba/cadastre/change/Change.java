package vn.diaba.cadastre.change;

import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.LandRecord;

/**
 * What becomes of one object: its value before and after, null where it does not exist. Immutable.
 *
 * <p>Laws: {@code c.inverse().inverse()} equals {@code c}; {@code a.then(b)} has a's before and b's after.
 */
public sealed interface Change
        permits Change.CornerChange, Change.SideChange, Change.ParcelChange, Change.RecordChange {
    /** The key of the object: a CornerId, SideKey, ParcelId or UUID. */
    Object id();

    /** The value before; null when the change creates the object. */
    @Nullable
    Object before();

    /** The value after; null when the change removes the object. */
    @Nullable
    Object after();

    /** The change back. */
    Change inverse();

    /**
     * This change followed by another of the same object, as one.
     *
     * @throws IllegalArgumentException if the other is of another object or does not begin where this one ends
     */
    Change then(Change next);

    /** Whether nothing changes. */
    default boolean isIdentity() {
        return java.util.Objects.equals(before(), after());
    }

    /** A corner made, moved, described anew or removed. */
    record CornerChange(
            CornerId id, @Nullable Corner before, @Nullable Corner after) implements Change {
        @Override
        public CornerChange inverse() {
            return new CornerChange(id, after, before);
        }

        @Override
        public CornerChange then(Change next) {
            return new CornerChange(id, before, ((CornerChange) ChangeJoin.checked(this, next)).after);
        }
    }

    /** A side's facts made known, altered or forgotten. */
    record SideChange(
            SideKey id,
            @Nullable SideFacts before,
            @Nullable SideFacts after) implements Change {
        @Override
        public SideChange inverse() {
            return new SideChange(id, after, before);
        }

        @Override
        public SideChange then(Change next) {
            return new SideChange(id, before, ((SideChange) ChangeJoin.checked(this, next)).after);
        }
    }

    /** A parcel made, altered, retired or removed. */
    record ParcelChange(
            ParcelId id, @Nullable Parcel before, @Nullable Parcel after) implements Change {
        @Override
        public ParcelChange inverse() {
            return new ParcelChange(id, after, before);
        }

        @Override
        public ParcelChange then(Change next) {
            return new ParcelChange(id, before, ((ParcelChange) ChangeJoin.checked(this, next)).after);
        }
    }

    /** Any other record made, altered or removed. */
    record RecordChange(
            java.util.UUID id,
            @Nullable LandRecord before,
            @Nullable LandRecord after) implements Change {
        @Override
        public RecordChange inverse() {
            return new RecordChange(id, after, before);
        }

        @Override
        public RecordChange then(Change next) {
            return new RecordChange(id, before, ((RecordChange) ChangeJoin.checked(this, next)).after);
        }
    }
}
