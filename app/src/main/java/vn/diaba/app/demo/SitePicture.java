package vn.diaba.app.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.paper.FileIntake;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.content.Content;
import vn.diaba.store.content.ContentStore;

/** A picture of the contested monument: one team attaches it, the other has it brought when it wants to see it. */
final class SitePicture {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;
    private static final int HORIZON_PX = 140;

    private final DemoSetting demo;

    SitePicture(DemoSetting demo) {
        this.demo = demo;
    }

    /** Where the second team puts it. */
    Path fetched() {
        return demo.out().resolve("monument-fetched.png");
    }

    void attach(OpenWorkspace open, ParcelId parcel, String team) throws Exception {
        Path file = demo.out().resolve("monument.png");
        draw(file);
        FileIntake.Taken taken = new FileIntake(open.store().contents())
                .take(
                        List.of(file),
                        parcel.uuid(),
                        "",
                        IdBlock.fresh(open.setting().clock()));
        DemoLand.apply(open, taken.act());
        Attachment kept = taken.files().get(0);
        demo.teller()
                .say(
                        "demo-attached",
                        team,
                        kept.name(),
                        kept.bytes(),
                        open.fabric().parcel(parcel).label());
    }

    void fetch(OpenWorkspace open, String url, ParcelId parcel, String team) throws Exception {
        ContentStore contents = open.store().contents();
        Attachment file = open.fabric().attachmentsOf(parcel.uuid()).stream()
                .filter(one -> !contents.has(one.sha256()))
                .findFirst()
                .orElseThrow(() -> new DemoException("sample-not-as-expected", parcel));
        try (LandLine line = LandLine.open(url, open, Credentials.NONE)) {
            line.fetch(open, List.of(new Content(file.sha256(), file.bytes())), Progress.NONE);
        }
        contents.copyTo(file.sha256(), fetched());
        BufferedImage seen = ImageIO.read(fetched().toFile());
        if (seen == null) {
            throw new DemoException("sample-not-as-expected", fetched());
        }
        demo.teller().say("demo-fetched", team, file.name(), seen.getWidth(), seen.getHeight(), fetched());
    }

    /** A concrete post with a red head in a meadow. */
    private static void draw(Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(0x8fb8de), 0, HORIZON_PX, new Color(0xe6eff6)));
        pen.fillRect(0, 0, WIDTH_PX, HORIZON_PX);
        pen.setPaint(new GradientPaint(0, HORIZON_PX, new Color(0x86a35a), 0, HEIGHT_PX, new Color(0x4a662a)));
        pen.fillRect(0, HORIZON_PX, WIDTH_PX, HEIGHT_PX - HORIZON_PX);
        face(pen, 0xb8b3a8, new int[] {130, 190, 190, 130}, new int[] {92, 92, 208, 208});
        face(pen, 0x8d887e, new int[] {190, 214, 214, 190}, new int[] {92, 76, 190, 208});
        face(pen, 0xc0392b, new int[] {130, 154, 214, 190}, new int[] {92, 76, 76, 92});
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void face(Graphics2D pen, int colour, int[] across, int[] down) {
        pen.setColor(new Color(colour));
        pen.fillPolygon(new Polygon(across, down, across.length));
    }
}
