extension Likeness {
    /// Function words, folded. A pair is left out when both of its syllables are among them; one of them may be half of a word that
    /// matters (`đầu tư`, `từ`), so one alone leaves nothing out.
    static let empty: Set<String> = Set(
        """
        la va cua cho cac nhung thi ma de den tu duoc khong co o tai voi nay do khi da dang se bi ve theo toi chung em anh chi a vang \
        xin thi mot hai ba moi cung nen vi neu hay hoac nhung nhu the vay roi van con chi lai ra vao len xuong di ai gi nao sao dau bao \
        gio nua rat qua lam hon nhat ca tat moi tung trong ngoai tren duoi truoc sau giua ben phia hien chua chang deu bang qua boi rang \
        thoi luc ngay thang nam hom tuan ho minh ta nha day kia ay u uh ah oi nhe nha ko k kg dc cty dn
        """.split { $0 == " " || $0 == "\n" }.map(String.init))

    /// What every letter says: salutations, thanks, the sender's own name for himself, the task force.
    static let courtesies: Set<String> = [
        "kinh gui", "kinh mong", "kinh de", "kinh thua", "xin chao", "xin cam", "cam on", "tran trong", "chan thanh", "de nghi", "kien nghi",
        "phan anh", "kinh chuc", "quy co", "co quan", "quy to", "quy ban", "quy so", "quy vi", "ban lanh", "lanh dao", "doanh nghiep",
        "cong ty", "ty chung", "ty tnhh", "ty co", "co phan", "trach nhiem", "nhiem huu", "huu han", "hop tac", "tac xa", "ho kinh",
        "to cong", "cong tac", "to phan", "phan ung", "ung nhanh", "ho tro", "giup do", "mong duoc", "mong to", "mong cac", "mong quy",
        "nho to", "nho cac", "som duoc", "som xem", "xem xet", "giai quyet", "nghi to", "nghi quy", "nghi cac", "nghi co", "chung toi",
        "chung em", "ben em", "ben toi", "ben minh", "chi oi", "anh oi", "nghiep chung", "nghiep toi", "nghiep em", "van de",
        "su viec", "hien nay", "hien tai", "thoi gian", "vua qua", "nhieu lan", "trong thoi", "lien he", "so dien", "dien thoai",
    ]
}
