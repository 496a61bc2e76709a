package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vn.diaba.cadastre.fabric.Draft.Holder;

/**
 * Invented land users. Personal numbers begin with 999, a place of birth registration that does not exist, so that none
 * of them can be anybody's; the rest has the official form (sex and century, year, six digits).
 */
final class People {
    private static final String[] FAMILIES = {
        "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Huỳnh", "Huỳnh", "Phan", "Võ",
                "Võ",
        "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Trương", "Đinh", "Lâm", "Mai", "Tô", "Thái", "Châu"
    };
    private static final String[] MEN_MIDDLE = {"Văn", "Văn", "Hữu", "Minh", "Đức", "Thành", "Quốc", "Công", "Thanh"};
    private static final String[] MEN = {
        "Tâm", "Hùng", "Dũng", "Phúc", "Lộc", "Thọ", "Sơn", "Hải", "Long", "Bình", "Cường", "Nghĩa", "Tài", "Đạt",
        "Khánh", "Toàn", "Phát", "Hiếu", "Trung", "Quang", "Út", "Bảy", "Rạng", "Thuận", "Vinh"
    };
    private static final String[] WOMEN_MIDDLE = {
        "Thị", "Thị", "Thị", "Ngọc", "Kim", "Thị Ngọc", "Thị Kim", "Mỹ", "Bích"
    };
    private static final String[] WOMEN = {
        "Hoa", "Lan", "Mai", "Cúc", "Hạnh", "Hương", "Thủy", "Nga", "Yến", "Phượng", "Loan", "Tuyết", "Thảo", "Trang",
        "Oanh", "Quyên", "Diễm", "Liên", "Thắm", "Gấm", "Sáu", "Bé", "Nhung", "Vân", "Ánh"
    };
    private static final String[] TRADES = {"Gỗ", "Cơ khí", "Bao bì", "Gốm sứ", "Vật liệu xây dựng", "May mặc"};

    /** Who administers roads, water and public land. */
    static final Holder WARD = new Holder("Ủy ban nhân dân phường An Thạnh Đông", "", "UBQ");

    private static final int REMEMBERED = 60;

    private final Random random;
    private final Set<String> taken = new HashSet<>();
    private final List<Holder> recent = new ArrayList<>();
    private final Map<String, Integer> companies = new HashMap<>();

    People(Random random) {
        this.random = random;
    }

    /** Who uses a plot: mostly somebody new, sometimes one who has land already. */
    Holder userOf(Plot plot) {
        if (!plot.isPrivate()) {
            return institution(plot);
        }
        boolean business = plot.landUse.equals("SKC") || plot.landUse.equals("TMD");
        if (business && random.nextInt(10) < 4) {
            return company();
        }
        if (recent.size() > 10 && random.nextInt(8) == 0) {
            return recent.get(random.nextInt(recent.size()));
        }
        Holder person = person();
        recent.add(person);
        if (recent.size() > REMEMBERED) {
            recent.remove(0);
        }
        return person;
    }

    private static Holder institution(Plot plot) {
        if (plot.kind != Plot.Kind.PUBLIC || plot.title.isEmpty()) {
            return WARD;
        }
        String type =
                switch (plot.landUse) {
                    case "DGD", "DYT", "DVH" -> "TSN";
                    case "TSC", "CAN" -> "TCN";
                    case "TON", "TIN" -> "CDS";
                    default -> "UBQ";
                };
        return new Holder(plot.title, "", type);
    }

    private Holder company() {
        String trade = one(TRADES);
        int number = companies.merge(trade, 1, Integer::sum);
        return new Holder("Công ty TNHH %s An Thạnh Đông %d".formatted(trade, number), idNumber("9990", 6), "TKT");
    }

    private Holder person() {
        boolean woman = random.nextInt(100) < 46;
        String name = woman
                ? one(FAMILIES) + " " + one(WOMEN_MIDDLE) + " " + one(WOMEN)
                : one(FAMILIES) + " " + one(MEN_MIDDLE) + " " + one(MEN);
        int born = 1940 + random.nextInt(64);
        int sexAndCentury = (born < 2000 ? 0 : 2) + (woman ? 1 : 0);
        String start = "999%d%02d".formatted(sexAndCentury, born % 100);
        return new Holder(name, idNumber(start, 6), random.nextInt(10) == 0 ? "GDC" : "CNV");
    }

    private String idNumber(String start, int digits) {
        StringBuilder number = new StringBuilder();
        do {
            number.setLength(0);
            number.append(start);
            for (int i = 0; i < digits; i++) {
                number.append(random.nextInt(10));
            }
        } while (!taken.add(number.toString()));
        return number.toString();
    }

    private String one(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
