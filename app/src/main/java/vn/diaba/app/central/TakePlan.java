package vn.diaba.app.central;

import java.util.List;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;
import vn.diaba.store.take.OfficeFile;
import vn.diaba.store.take.PartSize;

/**
 * What taking a part of a zone will bring, shown before it is done. Immutable.
 *
 * @param zone which zone
 * @param area what is wanted of it
 * @param size how much that is
 * @param files what the office gives beside it that is not here yet
 * @param contents of attachments that are to come along and are not here yet, each once
 * @param others who else works in the zone now
 * @param checks whether the workstation is ready for the field
 */
public record TakePlan(
        Hello.Zone zone,
        Area area,
        PartSize size,
        List<OfficeFile> files,
        List<Content> contents,
        List<Lease> others,
        List<Check> checks) {
    /** Copies the lists. */
    public TakePlan {
        files = List.copyOf(files);
        contents = List.copyOf(contents);
        others = List.copyOf(others);
        checks = List.copyOf(checks);
    }

    /**
     * One thing that should be in order before one leaves. Immutable.
     *
     * @param code names the sentence
     * @param good whether it is in order
     * @param arguments of the sentence
     */
    public record Check(String code, boolean good, List<Object> arguments) {
        /** Copies the list. */
        public Check {
            arguments = List.copyOf(arguments);
        }
    }

    /** Bytes of {@link #files}. */
    public long fileBytes() {
        return OfficeData.bytes(files);
    }

    /** Bytes of {@link #contents}. */
    public long contentBytes() {
        return contents.stream().mapToLong(Content::bytes).sum();
    }

    /** Whether all is in order. */
    public boolean isReady() {
        return checks.stream().allMatch(Check::good);
    }
}
