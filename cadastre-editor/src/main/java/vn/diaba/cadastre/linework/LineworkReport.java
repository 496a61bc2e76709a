package vn.diaba.cadastre.linework;

import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.fabric.Finding;

/**
 * What was found on the way from lines to parcels. Immutable.
 *
 * @param linesByLevel lines read, by level
 * @param textsByLevel texts and points read, by level
 * @param points different points of boundary lines
 * @param moves points that move, and how far
 * @param left points something is near to beyond the tolerance, within the search radius
 * @param faces parcels made
 * @param numbered those with a number
 * @param labels texts and points that were read in a face
 * @param findings all that is to be looked at, in the order it was met
 */
public record LineworkReport(
        Map<Integer, Long> linesByLevel,
        Map<Integer, Long> textsByLevel,
        int points,
        Distances moves,
        Distances left,
        int faces,
        int numbered,
        int labels,
        List<Finding> findings) {
    /** Copies the lists. */
    public LineworkReport {
        findings = List.copyOf(findings);
    }

    /** How often a code was met. */
    public long count(String code) {
        return findings.stream().filter(each -> each.code().equals(code)).count();
    }

    /**
     * Lengths by size. Immutable.
     *
     * @param count how many
     * @param largestMetres the largest, 0 when there is none
     * @param bins how many in each tenth of the search radius
     */
    public record Distances(int count, double largestMetres, List<Integer> bins) {
        /** Bins lengths up to a radius. */
        static Distances of(List<Double> metres, double radius) {
            int[] bins = new int[10];
            double largest = 0;
            for (double each : metres) {
                largest = Math.max(largest, each);
                bins[Math.max(0, Math.min(9, (int) Math.ceil(each / radius * 10) - 1))]++;
            }
            return new Distances(
                    metres.size(),
                    largest,
                    java.util.Arrays.stream(bins).boxed().toList());
        }
    }
}
