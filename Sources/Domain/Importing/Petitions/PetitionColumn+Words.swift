extension PetitionColumn {
    /// The heads that lists of the known systems bear (eTax, portals, the national petition system, 1022, question lists of
    /// conferences), normalised.
    var words: Set<String> {
        switch self {
        case .number:
            [
                "ma", "so", "id", "ma so", "ma ho so", "so ho so", "ma phan anh", "ma kien nghi", "ma phan anh kien nghi", "ma pakn",
                "ma cau hoi", "so cau hoi", "ma phieu", "so phieu", "ma yeu cau", "ma tiep nhan", "so tiep nhan", "ma cuoc goi", "ma don",
                "so den", "ma giao dich", "so hieu", "ma tra cuu", "ma he thong nguon", "number",
            ]
        case .received:
            [
                "ngay gui", "thoi gian gui", "thoi diem gui", "ngay tiep nhan", "thoi gian tiep nhan", "thoi diem tiep nhan", "ngay nhan",
                "thoi gian nhan", "ngay hoi", "thoi gian hoi", "ngay dat cau hoi", "ngay goi", "thoi gian goi", "thoi diem goi", "ngay tao",
                "thoi gian tao", "ngay phan anh", "thoi gian phan anh", "ngay kien nghi", "ngay den", "tiep nhan ngay", "tiep nhan luc",
                "received",
            ]
        case .title: ["tieu de", "tieu de phan anh", "tieu de cau hoi", "trich yeu", "ten cau hoi", "chu de", "van de", "tom tat", "title"]
        case .text:
            [
                "noi dung", "noi dung phan anh", "noi dung kien nghi", "noi dung phan anh kien nghi", "noi dung pakn", "noi dung cau hoi",
                "noi dung hoi", "noi dung cuoc goi", "noi dung yeu cau", "noi dung vuong mac", "noi dung kho khan vuong mac", "cau hoi",
                "kien nghi", "phan anh", "vuong mac", "kho khan vuong mac", "y kien", "y kien kien nghi", "noi dung de nghi", "text", "content",
            ]
        case .kind: ["loai", "loai noi dung", "loai phan anh", "loai kien nghi", "phan loai", "loai hinh", "loai pakn", "kind"]
        case .field: ["linh vuc", "linh vuc hoi", "nhom linh vuc", "chuyen muc", "nhom van de", "field"]
        case .area:
            [
                "dia ban", "xa phuong", "phuong xa", "xa phuong thi tran", "xa", "huyen", "quan huyen", "huyen thi xa thanh pho", "dia phuong",
                "don vi hanh chinh", "khu vuc", "noi xay ra", "dia diem", "area",
            ]
        case .organisation:
            [
                "doanh nghiep", "ten doanh nghiep", "to chuc", "ten to chuc", "to chuc doanh nghiep", "ten to chuc doanh nghiep", "cong ty",
                "ten cong ty", "nguoi nop thue", "ten nguoi nop thue", "ten nnt", "don vi kien nghi", "doanh nghiep kien nghi", "don vi hoi",
                "ten co so", "organisation", "company",
            ]
        case .taxCode: ["ma so thue", "mst", "ma so doanh nghiep", "ma so dn", "mst nnt", "tax code"]
        case .sender:
            [
                "ho ten", "ho va ten", "nguoi gui", "ten nguoi gui", "ho ten nguoi gui", "ho va ten nguoi gui", "nguoi hoi", "ho ten nguoi hoi",
                "nguoi phan anh", "ten nguoi phan anh", "nguoi kien nghi", "nguoi goi", "ten nguoi goi", "ho ten nguoi goi", "nguoi lien he",
                "nguoi dai dien", "cong dan", "khach hang", "ten cong dan", "sender", "name",
            ]
        case .phone:
            [
                "so dien thoai", "dien thoai", "sdt", "so dt", "dt", "dien thoai lien he", "so dien thoai lien he", "so goi den", "so goi",
                "di dong", "phone",
            ]
        case .email: ["email", "e mail", "thu dien tu", "hop thu", "dia chi email", "dia chi thu dien tu"]
        case .address: ["dia chi", "dia chi lien he", "dia chi tru so", "noi o", "tru so", "dia chi nguoi gui", "address"]
        case .state: ["trang thai", "tinh trang", "trang thai xu ly", "tinh trang xu ly", "tinh trang giai quyet", "ket qua", "state", "status"]
        case .answer:
            [
                "noi dung tra loi", "tra loi", "cau tra loi", "ket qua xu ly", "ket qua giai quyet", "ket qua tra loi", "noi dung giai dap",
                "giai dap", "y kien tra loi", "noi dung xu ly", "answer",
            ]
        case .answered:
            [
                "ngay tra loi", "thoi gian tra loi", "ngay giai quyet", "ngay hoan thanh", "thoi gian hoan thanh", "ngay giai dap",
                "ngay xu ly xong", "ngay dong", "answered",
            ]
        }
    }
}
