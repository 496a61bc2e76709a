package vn.diaba.map.paint;

/**
 * Draws straight lines into a raster: smooth ones by the distance of each pixel's centre to the line (a capsule, so that
 * joints are round), plain ones a pixel wide along their longer axis. Confined to one thread.
 */
final class LineDrawer {
    private final Raster raster;
    /** The clipped segment: x0, y0, x1, y1. */
    private final double[] cut = new double[4];

    LineDrawer(Raster raster) {
        this.raster = raster;
    }

    void stroke(ScreenShape shape, boolean closed, Pen pen) {
        for (int part = 0; part < shape.parts; part++) {
            int start = shape.start(part);
            int end = shape.ends[part];
            double walked = 0;
            for (int i = start + 1; i < end; i++) {
                walked = side(shape, i - 1, i, new Walk(pen, walked));
            }
            if (closed && end - start > 2) {
                side(shape, end - 1, start, new Walk(pen, walked));
            }
        }
    }

    /** How a line goes on: its pen, and how far the dashes have come. */
    private record Walk(Pen pen, double walkedPx) {}

    private double side(ScreenShape shape, int from, int to, Walk walk) {
        double x0 = shape.xy[2 * from];
        double y0 = shape.xy[2 * from + 1];
        double x1 = shape.xy[2 * to];
        double y1 = shape.xy[2 * to + 1];
        double length = walk.pen.dashPx().length == 0 ? 0 : Math.hypot(x1 - x0, y1 - y0);
        if (!clip(x0, y0, x1, y1, walk.pen.widthPx() + 2)) {
            return walk.walkedPx + length;
        }
        if (walk.pen.dashPx().length == 0) {
            segment(cut[0], cut[1], cut[2], cut[3], walk.pen);
        } else if (length > 0) {
            double skipped = Math.hypot(cut[0] - x0, cut[1] - y0);
            dashes(cut.clone(), walk.pen, walk.walkedPx + skipped);
        }
        return walk.walkedPx + length;
    }

    private void dashes(double[] s, Pen pen, double walked) {
        double[] dash = pen.dashPx();
        double period = 0;
        for (double part : dash) {
            period += part;
        }
        double length = Math.hypot(s[2] - s[0], s[3] - s[1]);
        double into = walked % (dash.length % 2 == 0 ? period : 2 * period);
        int index = 0;
        while (into >= dash[index % dash.length]) {
            into -= dash[index % dash.length];
            index++;
        }
        double at = 0;
        while (at < length) {
            double next = Math.min(length, at + dash[index % dash.length] - into);
            if (index % 2 == 0) {
                double a = at / length;
                double b = next / length;
                segment(
                        s[0] + (s[2] - s[0]) * a,
                        s[1] + (s[3] - s[1]) * a,
                        s[0] + (s[2] - s[0]) * b,
                        s[1] + (s[3] - s[1]) * b,
                        pen);
            }
            at = next;
            into = 0;
            index++;
        }
    }

    private void segment(double x0, double y0, double x1, double y1, Pen pen) {
        if (pen.isSmooth() || pen.widthPx() > 1.6) {
            smooth(x0, y0, x1, y1, pen);
        } else {
            plain(x0, y0, x1, y1, pen.argb());
        }
    }

    private void plain(double x0, double y0, double x1, double y1, int argb) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        int steps = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)));
        if (steps == 0) {
            raster.blend((int) Math.floor(x0), (int) Math.floor(y0), argb, 256);
            return;
        }
        long x = Math.round(x0 * 65536);
        long y = Math.round(y0 * 65536);
        long stepX = Math.round(dx / steps * 65536);
        long stepY = Math.round(dy / steps * 65536);
        for (int i = 0; i < steps; i++) {
            raster.blend((int) (x >> 16), (int) (y >> 16), argb, 256);
            x += stepX;
            y += stepY;
        }
    }

    private void smooth(double x0, double y0, double x1, double y1, Pen pen) {
        double half = Math.max(1, pen.widthPx()) / 2;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.hypot(dx, dy);
        double ux = length == 0 ? 1 : dx / length;
        double uy = length == 0 ? 0 : dy / length;
        double reach = half + 0.5;
        boolean flat = Math.abs(ux) >= Math.abs(uy);
        double a0 = flat ? x0 : y0;
        double a1 = flat ? x1 : y1;
        int first = (int) Math.floor(Math.min(a0, a1) - reach);
        int last = (int) Math.ceil(Math.max(a0, a1) + reach);
        double across = reach / (flat ? Math.abs(ux) : Math.abs(uy));
        for (int a = first; a <= last; a++) {
            double along = Math.max(Math.min(a0, a1), Math.min(Math.max(a0, a1), a + 0.5));
            double middle = flat ? y0 + (along - x0) * uy / ux : x0 + (along - y0) * ux / uy;
            int low = (int) Math.floor(middle - across);
            int high = (int) Math.ceil(middle + across);
            for (int b = low; b <= high; b++) {
                double px = (flat ? a : b) + 0.5 - x0;
                double py = (flat ? b : a) + 0.5 - y0;
                double t = px * ux + py * uy;
                double off = Math.abs(px * uy - py * ux);
                double distance = t < 0
                        ? Math.sqrt(t * t + off * off)
                        : t > length ? Math.sqrt((t - length) * (t - length) + off * off) : off;
                double coverage = reach - distance;
                if (coverage > 0) {
                    raster.blend(flat ? a : b, flat ? b : a, pen.argb(), coverage >= 1 ? 256 : (int) (coverage * 256));
                }
            }
        }
    }

    /** Liang and Barsky's clip to the raster grown by a margin; the part left is in {@link #cut}. */
    private boolean clip(double x0, double y0, double x1, double y1, double margin) {
        double enter = 0;
        double leave = 1;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double[] p = {-dx, dx, -dy, dy};
        double[] q = {x0 + margin, raster.width + margin - x0, y0 + margin, raster.height + margin - y0};
        if (Math.min(Math.min(q[0], q[1]), Math.min(q[2], q[3])) < 0
                || x1 < -margin
                || x1 > raster.width + margin
                || y1 < -margin
                || y1 > raster.height + margin) {
            for (int i = 0; i < 4; i++) {
                if (p[i] == 0 && q[i] < 0) {
                    return false;
                }
                double t = q[i] / p[i];
                if (p[i] < 0) {
                    enter = Math.max(enter, t);
                } else if (p[i] > 0) {
                    leave = Math.min(leave, t);
                }
            }
        }
        if (enter > leave) {
            return false;
        }
        cut[0] = x0 + enter * dx;
        cut[1] = y0 + enter * dy;
        cut[2] = x0 + leave * dx;
        cut[3] = y0 + leave * dy;
        return true;
    }
}
