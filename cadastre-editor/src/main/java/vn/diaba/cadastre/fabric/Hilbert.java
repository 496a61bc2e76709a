package vn.diaba.cadastre.fabric;

/**
 * Position along a Hilbert curve, which keeps near things near in one dimension.
 *
 * @see <a href="https://doi.org/10.1007/3-540-10843-2">Hilbert (1891); the bitwise form after Warren, Hacker's Delight</a>
 */
final class Hilbert {
    private Hilbert() {}

    /**
     * Where a cell lies on the curve through a 65,536 × 65,536 grid.
     *
     * @param x column, 0 to 65535
     * @param y row, 0 to 65535
     * @return 0 to 2^32 − 1, below 2^31 after dropping the lowest bit so that it fits beside an index in a long
     */
    static long position(int x, int y) {
        int cx = Math.max(0, Math.min(65535, x));
        int cy = Math.max(0, Math.min(65535, y));
        long position = 0;
        for (int s = 32768; s > 0; s >>= 1) {
            int rx = (cx & s) > 0 ? 1 : 0;
            int ry = (cy & s) > 0 ? 1 : 0;
            position += (long) s * s * (3 * rx ^ ry);
            if (ry == 0) {
                if (rx == 1) {
                    cx = 65535 - cx;
                    cy = 65535 - cy;
                }
                int swap = cx;
                cx = cy;
                cy = swap;
            }
        }
        return position >>> 1;
    }
}
