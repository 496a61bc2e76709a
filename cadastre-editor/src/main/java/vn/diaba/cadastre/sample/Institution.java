package vn.diaba.cadastre.sample;

import java.util.List;

/** What a ward has of public places, in the order they find land: code of use, then the name. */
final class Institution {
    static final List<String> NAMES = List.of(
            "DCH Chợ An Thạnh Đông",
            "TSC Ủy ban nhân dân phường An Thạnh Đông",
            "DGD Trường Tiểu học An Thạnh Đông",
            "DYT Trạm Y tế phường An Thạnh Đông",
            "DVH Nhà văn hóa phường An Thạnh Đông",
            "TON Chùa Phước Thạnh",
            "DGD Trường Trung học cơ sở An Thạnh Đông",
            "DKV Công viên An Thạnh Đông",
            "CAN Công an phường An Thạnh Đông",
            "DGD Trường Mầm non Hoa Sen");

    /** Where people are buried, out in the fields. */
    static final String CEMETERY = "Nghĩa trang nhân dân An Thạnh Đông";

    private Institution() {}
}
