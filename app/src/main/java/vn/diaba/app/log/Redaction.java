package vn.diaba.app.log;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Takes out of a text what may name a person, before it is written where anyone may read it: citizen and identity card
 * numbers (12 and 9 digits, also in groups of three), telephone numbers, e-mail addresses, and names, known by their family
 * name or by the word that addresses them. Whole numbers of as many digits go too; places, times and ids of ours stay.
 * Stateless.
 */
public final class Redaction {
    /** What stands where something was. */
    static final String GONE = "***";

    private static final String START = "(?<![\\p{L}\\p{N}_.,-])";
    private static final String END = "(?![\\p{L}\\p{N}_-])(?![.,]\\d)";
    private static final Pattern NUMBER =
            Pattern.compile(START + "\\d{3}([ .-]?)\\d{3}\\1\\d{3}(?:\\1\\d{3})?" + END, Pattern.UNICODE_CASE);
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\p{L}\\p{N}_.,+-])(?:\\+84|84|0)(?:[ .-]?\\d){9,10}" + END);
    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    /** The family names of nearly all Vietnamese, and of the larger of the other peoples. */
    private static final String FAMILIES =
            "Nguyễn|Nguyen|Trần|Tran|Lê|Le|Phạm|Pham|Hoàng|Hoang|Huỳnh|Huynh|Phan|Vũ|Vu|Võ|Vo"
                    + "|Đặng|Dang|Bùi|Bui|Đỗ|Do|Hồ|Ho|Ngô|Ngo|Dương|Duong|Lý|Ly|Đinh|Dinh|Đoàn|Doan|Lâm|Lam|Trịnh|Trinh|Mai|Đào|Dao"
                    + "|Tô|To|Trương|Truong|Cao|Hà|Ha|Tạ|Ta|Châu|Chau|Thái|Thai|Lưu|Luu|Phùng|Phung|Vương|Vuong|Quách|Quach|Tăng|Tang"
                    + "|Kiều|Kieu|Nông|Nong|Hứa|Hua|Lương|Luong|Chu|Thạch|Thach|Kim|Lò|Quàng|Giàng|Vàng|Sùng|Điểu|Rơ";

    private static final String ADDRESSED = "ông|bà|cô|anh|chị|Mr|Mrs|Ms";
    private static final String GIVEN = "(?:[ \\u00a0_]+\\p{Lu}[\\p{L}\\p{M}'’-]*){1,6}";
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:(?iu:" + FAMILIES + ")|(?iu:" + ADDRESSED + ")\\.?)" + GIVEN);

    private Redaction() {}

    /** The text without what may name a person; the same text when there is nothing. */
    public static String of(String text) {
        String whole = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        String numbers = NUMBER.matcher(whole).replaceAll(GONE);
        String phones = PHONE.matcher(numbers).replaceAll(GONE);
        String mails = MAIL.matcher(phones).replaceAll(GONE);
        return NAME.matcher(mails).replaceAll(GONE);
    }
}
